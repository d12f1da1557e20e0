//! What the full-screen program says of what a session keeps: earlier states, what was removed, deleted sessions,
//! damaged files, newer questionnaires, answers carried over.

use super::Display;

messages! {
    // Deleted sessions.
    command_trash { zh: "回收的记录", en: "deleted sessions" }
    trash_title { zh: "删除过的记录：回车找回", en: "Deleted sessions: Enter brings one back" }
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
    timeline_answer_taken { zh: "已换回；^Z 撤销，F9 找得到换下的内容。", en: "Brought back; ^Z undoes it, F9 has what it replaced." }
    timeline_state_taken(time) {
        zh: "已回到 {time} 的状态；刚才的状态也在时间线里。",
        en: "All is as it was at {time}; the state before this is among the earlier states."
    }
    undo_goes_on {
        zh: "这次打开以来的修改都撤销了。再早的状态在时间线里，现在去看吗？",
        en: "All that was changed since it was opened is undone. Earlier states are in the timeline. Go there?"
    }
    confirm_take_state(time) {
        zh: "全部回到 {time} 的样子？现在的状态会留在时间线里，随时可以回来。",
        en: "Make all as it was at {time}? The present state stays among the earlier ones; you can come back to it."
    }
    confirm_take_answer(name, time) {
        zh: "把“{name}”换回 {time} 时的样子？现在的内容会留着，F9 可以找回。",
        en: "Make “{name}” what it was at {time}? What stands there now is kept; F9 brings it back."
    }
    difference_added { zh: "后来新增", en: "new since then" }
    difference_changed { zh: "后来改过", en: "changed since" }
    difference_cleared { zh: "后来没了", en: "gone since" }
    difference_reordered { zh: "次序变了", en: "another order" }
    comparison_now { zh: "现在", en: "now" }
    comparison_none { zh: "（没有）", en: "(none)" }
}
