//! What the full-screen program says of what a session keeps: earlier states, what was removed, deleted sessions,
//! damaged files, newer questionnaires, answers carried over.

use super::Display;

messages! {
    // Deleted sessions.
    command_trash { zh: "回收的记录", en: "deleted sessions" }
    trash_title(choose) { zh: "删除过的记录：{choose}找回", en: "Deleted sessions: {choose} brings one back" }
    trash_restored { zh: "已找回。", en: "Brought back." }

    // A file that makes no sense.
    damaged_title { zh: "这份记录的文件坏了", en: "The session's file is damaged" }
    damaged_said(file, why) {
        zh: "{file}：{why}。文件还没有动过；选定一项后它会原样另存，不会丢。",
        en: "{file}: {why}. It has not been touched; whatever you choose, it is kept as it is under another name."
    }
    damaged_earlier(time) { zh: "用 {time} 存下的状态继续", en: "Go on with the state saved at {time}" }
    damaged_salvage { zh: "用文件里还读得出的内容继续", en: "Go on with what can still be read in the file" }
    damaged_differences { zh: "先看看两者有什么不同", en: "First see what is different between the two" }
    damaged_nothing { zh: "没有更早的状态，文件里也读不出回答。", en: "There is no earlier state, and no answer can be read in the file." }
    damaged_in_file { zh: "文件里读得出的", en: "as it can be read in the file" }
    damaged_differences_title(time) { zh: "文件里的内容与 {time} 的不同", en: "What the file has otherwise than the state of {time}" }
    recovered { zh: "已恢复，可以接着写。", en: "Recovered; go on writing." }
    recovered_aside(path) { zh: "已恢复，可以接着写；坏了的文件在 {path}", en: "Recovered; go on writing. The damaged file is {path}" }

    command_suspend { zh: "先回命令行（fg 回来）", en: "to the shell (fg comes back)" }

    // The drawers.
    command_removed { zh: "抽屉：移除、清空、搁置的内容", en: "the drawers: what was removed, cleared or parked" }
    removed_empty { zh: "没有移除过什么。", en: "Nothing was removed." }
    drawers_title { zh: "抽屉：收着没印出来的内容", en: "The drawers: kept, and not printed" }
    drawers_empty { zh: "抽屉是空的：没有移除、清空或搁置过什么。", en: "The drawers are empty: nothing was removed, cleared or parked." }
    drawer_removed(when) { zh: "移除{when}", en: "removed{when}" }
    drawer_cleared(when) { zh: "换下或清空{when}", en: "cleared or replaced{when}" }
    drawer_hidden(title) { zh: "搁置，取决于“{title}”", en: "parked; “{title}” decides" }
    drawer_hidden_somehow { zh: "搁置", en: "parked" }
    newly_parked(count, removed) {
        zh: "有 {count} 问的回答搁置了：现在不问、不印，{removed} 抽屉里有。",
        en: "Answers that are parked now, neither asked nor printed: {count}. {removed} shows them."
    }
    drawer_unpaired { zh: "与它成对的一项移除了", en: "what it belongs to was removed" }
    drawer_orphaned(choose) { zh: "问卷不再问；{choose}移到别的问题", en: "no longer asked; {choose} moves it to a question" }
    drawer_targets_title(words) { zh: "移到哪一问：{words}", en: "To which question: {words}" }
    drawer_targets_empty { zh: "没有合适的问题可以放它；它会一直留在这里。", en: "No question takes it; it stays here." }
    drawer_target_answered { zh: "已有回答，会换下收好", en: "answered; that answer is kept in the drawers" }
    drawer_moved(undo) { zh: "已移到这里；{undo} 撤销。", en: "Moved here; {undo} undoes it." }

    // Sensitive answers.
    command_reveal { zh: "显示或遮住敏感回答", en: "show sensitive answers, or hide them" }
    veiled_hint(reveal) { zh: "敏感回答，已遮住；{reveal} 显示", en: "sensitive, and hidden; {reveal} shows it" }
    veil_lifted(reveal) { zh: "敏感回答现在看得见；{reveal} 再遮住。", en: "Sensitive answers are shown; {reveal} hides them again." }
    veil_drawn { zh: "敏感回答已遮住。", en: "Sensitive answers are hidden." }
    export_sensitive_title(count) { zh: "有 {count} 个敏感回答，要写进文稿吗？", en: "Sensitive answers: {count}. Shall they be in the file?" }
    export_without_sensitive { zh: "不写进去", en: "Leave them out" }
    export_with_sensitive { zh: "写进去", en: "Put them in" }

    // A newer questionnaire.
    command_newer { zh: "问卷的新版本", en: "the newer questionnaire" }
    newer_found(newer) { zh: "这份问卷有了新版本；{newer} 看看有什么不同，不急。", en: "There is a newer questionnaire; {newer} shows what is different. There is no hurry." }
    newer_none { zh: "问卷没有别的版本。", en: "There is no other version of the questionnaire." }
    newer_title { zh: "问卷的新版本", en: "The newer questionnaire" }
    newer_said {
        zh: "改用新版，会有下面这些不同。现在的状态会留在时间线里，随时可以连同旧问卷一起回来。",
        en: "Moving to it changes the following. The present state stays among the earlier ones, with the old questionnaire."
    }
    newer_small { zh: "只有不影响回答的小改动。", en: "Only small changes that do not touch your answers." }
    newer_take { zh: "改用新版问卷", en: "Move to the newer questionnaire" }
    newer_orphaned(place) { zh: "{place} 的回答会收进抽屉", en: "the answer at {place} goes to the drawers" }
    confirm_newer {
        zh: "改用新版问卷？没有去处的回答会收在抽屉里；现在的状态会留在时间线里。",
        en: "Move to the newer questionnaire? Answers without a question go to the drawers; the present state stays among the earlier ones."
    }
    newer_taken { zh: "已改用新版问卷；要回去，时间线里有刚才的状态。", en: "Moved to the newer questionnaire; the timeline leads back." }
    session_not_placed { zh: "这份记录还没有存到盘上，现在做不了。", en: "This session is not on the disk yet, so that cannot be done." }

    // Answers of an earlier session.
    command_start_from { zh: "从旧稿新写", en: "start from an earlier one" }
    command_keep { zh: "旧稿的回答照旧保留，下一题", en: "keep what was carried over, and on" }
    carry_which_questionnaire(name) { zh: "带着“{name}”的回答新写一份，用哪份问卷？", en: "A new one with the answers of “{name}”: on which questionnaire?" }
    carry_which_session(title) { zh: "新写“{title}”，带哪一份的回答？", en: "A new “{title}”: with the answers of which session?" }
    carry_no_session { zh: "还没有可以带的记录。", en: "There is no session yet to start from." }
    carry_decide_title { zh: "这些回答要带过来吗？", en: "Carry these answers over?" }
    carry_decide_said(choose) { zh: "其余的会照问卷的规定带过来，并标上“未看过”。{choose}选或不选。", en: "The others go over as the questionnaire says, marked as not looked at. {choose} chooses or not." }
    carry_go_on { zh: "就这样，往下", en: "That is all; go on" }
    carried_over(count, mark, keep) { zh: "带过来 {count} 个回答，未看过的标着 {mark}；{keep} 照旧保留，改动也算看过。", en: "Carried over: {count}, marked {mark} until looked at. {keep} keeps one as it is; a change counts too." }
    untouched_hint(keep) { zh: "沿用旧稿，未看过；{keep} 照旧保留", en: "carried over, not looked at; {keep} keeps it" }
    next_to_keep(keep) { zh: "刚才那一题没有等着看的旧稿；到了下一题等着看的，{keep} 照旧保留。", en: "Nothing waited to be looked at there; here something does. {keep} keeps it." }
    nothing_to_keep(next_open) { zh: "没有等着看的旧稿了；{next_open} 到下一处未完。", en: "Nothing carried over waits to be looked at any more; {next_open} goes to the next open question." }

    // The timeline.
    command_timeline { zh: "时间线：回到从前", en: "earlier states" }
    command_bring_back { zh: "换回", en: "bring back" }
    timeline_title { zh: "时间线：从前的状态", en: "Earlier states" }
    timeline_empty { zh: "还没有更早的状态；写一会儿就会有。", en: "No earlier state yet; there will be once you have written a while." }
    timeline_same { zh: "与现在相同", en: "as it is now" }
    timeline_since(parts) { zh: "此后{parts}", en: "since then {parts}" }
    timeline_added(count) { zh: "新增 {count}", en: "{count} new" }
    timeline_changed(count) { zh: "改动 {count}", en: "{count} changed" }
    timeline_cleared(count) { zh: "清去 {count}", en: "{count} gone" }
    timeline_state_title(time) { zh: "{time} 以来的不同", en: "What is different since {time}" }
    timeline_take_all { zh: "全部回到当时的样子", en: "Make all as it was then" }
    timeline_unusable(reason) { zh: "这个状态用不了：{reason}", en: "This state cannot be used: {reason}" }
    timeline_order_whole { zh: "次序只能随全部一起回去。", en: "The order goes back only with all the rest." }
    timeline_answer_taken(undo, removed) { zh: "已换回；{undo} 撤销，{removed} 找得到换下的内容。", en: "Brought back; {undo} undoes it, {removed} has what it replaced." }
    timeline_state_taken(time, timeline) {
        zh: "已回到 {time} 的状态；要回来，{timeline} 时间线里选中的一行就是刚才的。",
        en: "All is as it was at {time}. To come back, {timeline} opens the timeline with the cursor on the state before this."
    }
    undo_goes_on(key) {
        zh: "没有可以撤销的了；再早的状态在时间线里，按 {key} 打开。",
        en: "There is nothing left to undo; earlier states are in the timeline, which {key} opens."
    }
    confirm_take_state(time) {
        zh: "全部回到 {time} 的样子？现在的状态会留在时间线里，随时可以回来。",
        en: "Make all as it was at {time}? The present state stays among the earlier ones; you can come back to it."
    }
    confirm_take_answer(name, time, removed) {
        zh: "把“{name}”换回 {time} 时的样子？现在的内容会留着，{removed} 可以找回。",
        en: "Make “{name}” what it was at {time}? What stands there now is kept; {removed} brings it back."
    }
    difference_added { zh: "后来新增", en: "new since then" }
    difference_changed { zh: "后来改过", en: "changed since" }
    difference_cleared { zh: "后来没了", en: "gone since" }
    difference_reordered { zh: "次序变了", en: "another order" }
    comparison_now { zh: "现在", en: "now" }
    comparison_none { zh: "（没有）", en: "(none)" }
}
