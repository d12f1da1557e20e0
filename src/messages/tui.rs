//! What the full-screen program says.

use super::Display;

messages! {
    // The first screen.
    home_title { zh: "提纲：答完问题，交出文稿", en: "Tigang: answer the questions, hand in the text" }
    home_resume { zh: "继续", en: "Go on with" }
    home_start { zh: "新写一份", en: "Start" }
    prompt_name_new { zh: "给这一份起个名字：", en: "A name for it:" }
    prompt_rename { zh: "新的名字：", en: "The new name:" }
    prompt_name_copy { zh: "副本的名字：", en: "The copy's name:" }
    copy_of(name) { zh: "{name} 副本", en: "Copy of {name}" }
    confirm_delete_session(name) {
        zh: "删除“{name}”？它会移到回收目录，可以找回。",
        en: "Delete “{name}”? It goes to the trash folder, from which it can be brought back."
    }
    deleted_session(path, trash) { zh: "已删除，{trash} 可以找回；现在在 {path}", en: "Deleted; {trash} brings it back. It is now in {path}" }

    broken_questionnaire { zh: "（有错误的问卷）", en: "(a questionnaire with mistakes)" }
    crashed_unsaved(crash) { zh: "程序出错，只好退出。\n{crash}", en: "The program failed and had to end.\n{crash}" }
    crashed(crash) {
        zh: "程序出错，已保存并退出。再次打开即可继续。\n{crash}",
        en: "The program failed. It has saved; open it again to go on.\n{crash}"
    }

    // A session.
    unsaved { zh: "未保存", en: "not saved yet" }
    saved_at(time) { zh: "已保存 {time}", en: "saved {time}" }
    save_failed(reason) { zh: "没有存上，正在重试：{reason}", en: "Not saved, trying again: {reason}" }
    read_only { zh: "只读", en: "Read-only" }
    opened_read_only(reason) { zh: "只读打开：{reason}", en: "Opened read-only: {reason}" }
    opened_edited {
        zh: "这份记录的文件被手工改过，已按改后的内容打开。",
        en: "The session's file was edited by hand; it was opened as it now is."
    }
    leave_unsaved(reason, no) {
        zh: "最后的修改没有存上：{reason} 仍要离开吗？离开后未存的内容会丢失；按 {no} 留下，可先导出。",
        en: "The last changes are not saved: {reason} Leave all the same? What is not saved is then lost; press {no} \
             to stay, and export first if you like."
    }
    depart_title { zh: "最后的修改没有存上。怎么办？", en: "The last changes are not saved. What is to be done?" }
    depart_elsewhere { zh: "把整份记录写到另一个目录，再离开", en: "Write the whole session to another directory, and leave" }
    depart_try_again { zh: "再试一次", en: "Try again" }
    depart_stay(export) { zh: "先不离开（还可以按 {export} 导出文稿）", en: "Stay ({export} exports the text)" }
    depart_anyway { zh: "放弃未存的内容，离开", en: "Give up what is not saved, and leave" }
    prompt_elsewhere { zh: "写到哪个目录（须是新的或空的）：", en: "To which directory (a new or an empty one):" }
    written_elsewhere(path) {
        zh: "记录已写到 {path}；用 tigang resume 加这个路径即可继续。",
        en: "The session was written to {path}; go on with tigang resume and that path."
    }
    session_in_memory(reason) {
        zh: "这份记录还存不下来，只在内存里：{reason} 可以先写，程序会一再尝试保存；离开时可以另选地方。",
        en: "This session cannot be stored yet and is in memory only: {reason} Go on writing; saving is tried again and \
             again, and on leaving you can choose another place."
    }
    session_placed { zh: "这份记录现在存到盘上了。", en: "This session is on the disk now." }
    store_not_writable(reason) {
        zh: "写下的内容会存不下来：{reason}",
        en: "What you write could not be stored: {reason}"
    }
    last_save_stuck {
        zh: "磁盘没有应答，不能确定最后的修改已经保存。",
        en: "The disk did not answer, so it is not certain that the last changes are saved."
    }
    stop_position(position, of) { zh: "第 {position}/{of} 步", en: "step {position} of {of}" }
    example(text) { zh: "例：{text}", en: "For example: {text}" }
    default_stands { zh: "问卷的默认文字；改动后以您的为准", en: "The questionnaire's default; what you type takes its place" }
    another_ask(title, count) {
        zh: "“{title}”现有 {count} 项。还要再加一项吗？",
        en: "“{title}”: {count} so far. Add another?"
    }
    another_hint(add, next) { zh: "{add}：再加一项\n{next}：不加了，往下走", en: "{add}: add another\n{next}: no, go on" }
    missing_ask(title, kind) {
        zh: "“{title}”还没有对应的“{kind}”。现在加一项吗？",
        en: "Nothing in “{kind}” is linked to “{title}” yet. Add one now?"
    }
    missing_hint(add, next) { zh: "{add}：加一项，对应到这里\n{next}：先不加，往下走", en: "{add}: add one, linked to this\n{next}: not now, go on" }
    other_words { zh: "其他：", en: "Other: " }
    filter_line { zh: "查找：", en: "Find: " }
    filter_nothing { zh: "无此选项", en: "none fits" }
    filter_other(take) { zh: "无此选项；{take}填作“其他”", en: "none fits; {take}: your own words" }
    chosen_count(count, limits) { zh: "已选 {count}{limits} 项", en: "{count}{limits} chosen" }
    item_count(count, limits) { zh: "{count}{limits} 项", en: "{count}{limits} items" }
    nothing_to_pick { zh: "还没有可选的内容；前面的部分写了就会出现在这里。", en: "Nothing to choose from yet; it appears here once the earlier part is written." }
    page_empty { zh: "文稿会出现在这里。", en: "The text appears here." }
    no_further_stop(review, export) { zh: "没有更多的问题了。{review} 看还有什么未完，{export} 导出。", en: "No further question. {review} shows what is open, {export} exports." }
    nothing_open { zh: "没有未完的问题。", en: "Nothing is open." }
    nothing_to_add { zh: "这里不能添加。", en: "Nothing can be added here." }
    nothing_to_add_but(groups) { zh: "这里不能添加；能添加的有：{groups}。", en: "Nothing can be added here, but to: {groups}." }
    paired_elsewhere(own, source) {
        zh: "“{own}”与“{source}”成对：到“{source}”那里加一项，这里就有了。",
        en: "“{own}” follows “{source}”: add one there, and it appears here."
    }
    group_full(max) { zh: "最多 {max} 项，已经满了。", en: "There are {max} already, as many as there may be." }
    nothing_under_cursor { zh: "光标下是空的。", en: "Nothing stands under the cursor." }
    nothing_to_remove { zh: "这里没有可以移除的项。", en: "There is nothing here to remove." }
    nothing_to_move { zh: "这里没有可以移动的项。", en: "There is nothing here to move." }
    moved(title, position, of) { zh: "“{title}”现在是第 {position} 项，共 {of} 项。", en: "“{title}” is now {position} of {of}." }
    already_first { zh: "已经是第一项。", en: "It is the first one already." }
    already_last { zh: "已经是最后一项。", en: "It is the last one already." }
    moved_elsewhere(own, source) {
        zh: "“{own}”的次序跟着“{source}”：到“{source}”那里移。",
        en: "“{own}” stands in the order of “{source}”: move it there."
    }
    undone(title, redo) { zh: "已撤销对“{title}”的修改；{redo} 可以恢复。", en: "Undone at “{title}”; {redo} makes the change again." }
    redone(title, undo) { zh: "已重做对“{title}”的修改；{undo} 可以退回。", en: "Made again at “{title}”; {undo} undoes it." }
    undone_several(effects, redo) { zh: "已撤销，随之{effects}；{redo} 可以恢复。", en: "Undone: {effects}; {redo} makes the change again." }
    redone_several(effects, undo) { zh: "已重做，随之{effects}；{undo} 可以退回。", en: "Made again: {effects}; {undo} undoes it." }
    answers_came(count) { zh: "添上 {count} 个回答", en: "{count} answers came" }
    answers_changed(count) { zh: "改动 {count} 个回答", en: "{count} changed" }
    answers_went(count) { zh: "去掉 {count} 个回答", en: "{count} went" }
    nothing_to_undo { zh: "没有可以撤销的了。", en: "Nothing to undo." }
    nothing_to_redo { zh: "没有可以重做的了。", en: "Nothing to redo." }
    confirm_remove_instance(title, removed) {
        zh: "移除“{title}”和其中的回答？内容会保留，{removed} 可以找回。",
        en: "Remove “{title}” with the answers in it? They are kept; {removed} brings them back."
    }
    confirm_remove_paired(title, paired, removed) {
        zh: "移除“{title}”和其中的回答，连同成对的“{paired}”？内容会保留，{removed} 可以找回。",
        en: "Remove “{title}” with the answers in it, and what is paired with it ({paired})? All is kept; {removed} \
             brings it back together."
    }
    confirm_remove_blank(title, removed) {
        zh: "移除“{title}”？里面还没有回答；{removed} 可以找回。",
        en: "Remove “{title}”? There is no answer in it; {removed} brings it back."
    }
    confirm_remove_blank_paired(title, paired, removed) {
        zh: "移除“{title}”，连同成对的“{paired}”？里面都还没有回答；{removed} 可以找回。",
        en: "Remove “{title}”, and what is paired with it ({paired})? There is no answer in them; {removed} brings all \
             back together."
    }
    /// `question` is what is asked before anything is removed.
    confirm_remove_shared(owners, question) {
        zh: "这一项同时对应“{owners}”，移除以后那里都不再有它。{question}",
        en: "This one is linked to {owners}, and all of them lose it. {question}"
    }
    answered_by(count, kind) { zh: "{count} 项“{kind}”", en: "{count} in “{kind}”" }
    /// `answered_by` says how many of what; `question` is what is asked before anything is removed.
    confirm_remove_answered(answered_by, question) {
        zh: "有 {answered_by}回应它，移除以后它们还在，只是不再回应它。{question}",
        en: "Linked to it: {answered_by}. They stay, and are linked to it no longer. {question}"
    }
    gone_item_called(words) { zh: "（已移除）{words}", en: "(removed) {words}" }
    shared_by(owners) { zh: "对应：{owners}", en: "for {owners}" }
    removed_instance(removed, undo) { zh: "已移除；{removed} 可以找回，{undo} 撤销。", en: "Removed; {removed} brings it back, {undo} undoes it." }
    pairs_title(title) { zh: "对应表：{title}", en: "Pairs: {title}" }
    pairs_none { zh: "这份问卷没有成对的部分。", en: "Nothing in this questionnaire is paired." }
    pairs_empty { zh: "还没有。", en: "None yet." }
    pairs_gap { zh: "（缺）", en: "(none)" }
    linked_added(title, undo) { zh: "这一项对应“{title}”；{undo} 撤销。", en: "This one is linked to “{title}”; {undo} undoes it." }
    fill_title(title, kind) { zh: "“{title}”还没有“{kind}”。用哪一项？", en: "Nothing in “{kind}” is linked to “{title}”. Which one?" }
    fill_with_new { zh: "新加一项", en: "A new one" }
    fill_with(title) { zh: "已有的：{title}", en: "One that is there: {title}" }
    link_added(title, own, undo) { zh: "“{title}”现在也对应“{own}”；{undo} 撤销。", en: "“{title}” is now linked to “{own}” as well; {undo} undoes it." }
    link_removed(title, own, undo) { zh: "“{title}”不再对应“{own}”，内容没有动；{undo} 撤销。", en: "“{title}” is no longer linked to “{own}” and is otherwise as it was; {undo} undoes it." }
    remove_shared_title(title, others) { zh: "“{title}”还对应“{others}”。怎么移除？", en: "“{title}” is linked to “{others}” as well. What is to be removed?" }
    remove_link_only(own) { zh: "只取消它和“{own}”的对应，内容留着", en: "Only its link to “{own}”; it stays" }
    remove_for_all(others, removed) {
        zh: "移除它和其中的回答，“{others}”也不再有它；内容会保留，{removed} 可以找回",
        en: "It with the answers in it: “{others}” loses it too. All is kept; {removed} brings it back"
    }
    copied_instance(title) { zh: "已复制“{title}”", en: "“{title}” was copied" }
    copied_paired(paired) { zh: "，连同它的“{paired}”", en: " with what it has in “{paired}”" }
    copied_linked(linked) { zh: "；它的“{linked}”也对应这份副本", en: "; what it has in “{linked}” is linked to the copy as well" }
    copied_undo(undo) { zh: "。{undo} 撤销。", en: ". {undo} undoes it." }
    order_pairs(own, followers, back) {
        zh: "现在成对作答：每项“{own}”之后，接着问它的“{followers}”；{back} 回到文稿的顺序。",
        en: "What belongs together is now asked in one go: after each of “{own}” what belongs to it in “{followers}”. \
             {back} goes back to the order of the document."
    }
    order_document { zh: "现在按文稿的顺序作答。", en: "The questions now follow the document." }
    in_pairs(position) { zh: "成对 · {position}", en: "pairs · {position}" }
    removed_answer_row(around, words) { zh: "{around}：{words}", en: "{around}: {words}" }
    removed_answer_asked(question, words) { zh: "{question}　{words}", en: "{question}  {words}" }
    holds_nothing { zh: "（空）", en: "(blank)" }
    removed_instance_row(around, words) { zh: "{around} 的一项：{words}", en: "One of {around}: {words}" }
    restored { zh: "已找回。", en: "Brought back." }
    restore_failed { zh: "找不回原处：那里已经有别的内容。", en: "It cannot come back: something else stands there." }
    review_title(count, length) { zh: "还有什么未完：{count} 处　全文 {length}", en: "What is still open: {count}  Text: {length}" }
    review_way_back(back) { zh: "改好以后，{back} 回到检查。", en: "{back} leads back to the review." }
    parked_row(words) { zh: "搁置着：现在不问、不印，回答留着——{words}", en: "Parked: neither asked nor printed at present, but kept: {words}" }
    parked_row_hidden { zh: "搁置着：现在不问、不印，回答留着。", en: "Parked: neither asked nor printed at present, but kept." }
    no_rule { zh: "旁边没有别的栏。", en: "There is no other pane beside this one." }
    usual_widths { zh: "各栏恢复了平常的宽窄。", en: "The panes are as wide as usual." }
    outline_hidden(focus) { zh: "大纲收起了；{focus} 时才出现。", en: "The outline is hidden; {focus} still goes there." }
    outline_shown { zh: "大纲显示。", en: "The outline is shown." }
    page_hidden(focus) { zh: "文稿收起了；{focus} 时才出现。", en: "The page is hidden; {focus} still goes there." }
    page_shown { zh: "文稿显示。", en: "The page is shown." }
    prompt_export { zh: "导出到：", en: "Export to:" }
    exported(path) { zh: "已导出到 {path}", en: "Exported to {path}" }
    exported_as_opened(path) {
        zh: "已导出；这里只能看，导出的是打开时的内容，别处后来写的不在里面。文件在 {path}",
        en: "Exported as it was when it was opened here, to be read only: what was written elsewhere since is not in it. The file is {path}"
    }
    exported_unfinished(path, open) { zh: "已导出；{open}文件在 {path}", en: "Exported; {open} The file is {path}" }
    export_overwrite(path) { zh: "{path} 已经存在，覆盖它吗？", en: "{path} exists already. Write over it?" }
    nothing_filled_in { zh: "没有填写，未做任何事。", en: "Nothing was filled in, so nothing was done." }
    confirm_title { zh: "请确认", en: "Please confirm" }
    too_small(width, height) {
        zh: "窗口太小，请放大到 {width}×{height} 以上。内容都在。",
        en: "The window is too small: at least {width}×{height}, please. Nothing is lost."
    }
    notice_goes_on(help) { zh: "{help} 看全文", en: "{help} shows all of it" }
    notice_title { zh: "全文", en: "In full" }
    help_title { zh: "按键", en: "Keys" }
    legend_title { zh: "大纲里的记号", en: "Marks in the outline" }
    legend_answered { zh: "已答", en: "answered" }
    legend_begun { zh: "答了一部分", en: "answered in part" }
    legend_unanswered { zh: "要答，还没答", en: "to be answered" }
    legend_optional { zh: "可以不答，或用问卷的默认文字", en: "optional, or the questionnaire's default" }
    legend_draft { zh: "草稿，还没写完", en: "a draft" }
    legend_untouched { zh: "沿用旧稿，还没看过", en: "carried over, not looked at" }
    legend_invalid { zh: "不合要求", en: "not as it should be" }
    legend_parked { zh: "搁置：条件不成立，不问、不印，回答留着", en: "parked: a condition does not hold; kept, not printed" }

    // Where keys hold.
    context_anywhere { zh: "处处", en: "Everywhere" }
    context_home { zh: "首页", en: "On the first screen" }
    context_interview { zh: "一份记录里", en: "In a session" }
    context_text { zh: "打字的回答里", en: "In an answer that is typed" }
    context_line { zh: "单行的回答里", en: "In an answer of one line" }
    context_date { zh: "日期的回答里", en: "In an answer that is a date" }
    context_picker { zh: "选择题里", en: "In an answer that is picked" }
    context_another { zh: "问要不要再加一项时", en: "Where another is offered" }
    context_outline { zh: "大纲里", en: "In the outline" }
    context_page { zh: "文稿里", en: "On the page" }
    context_calendar { zh: "日历里", en: "In a calendar" }
    context_find { zh: "在本题里查找时", en: "While finding in an answer" }
    context_find_everywhere { zh: "在全部回答里查找时", en: "While finding in all answers" }
    context_menu { zh: "列表里", en: "In a list" }
    context_prompt { zh: "填一行字时", en: "In a line to fill in" }
    context_confirm { zh: "请您确认时", en: "Where you are asked to confirm" }
    context_table { zh: "对应表里", en: "In the table of pairs" }
    context_filter { zh: "打字筛选时", en: "While narrowing a list by typing" }
    context_reading { zh: "帮助里", en: "In this help" }
    context_comparison { zh: "新旧对照里", en: "In a comparison" }

    // What is wrong with a length that stands beside it.
    status_too_short(missing, unit) { zh: "还差 {missing} {unit}", en: "{missing} {unit} to go" }
    status_too_long(over, unit) { zh: "多了 {over} {unit}", en: "{over} {unit} too many" }
    status_too_few(missing) { zh: "还差 {missing} 项", en: "{missing} to go" }
    status_too_many(over) { zh: "多了 {over} 项", en: "{over} too many" }
    // The person's own editor.
    editor_none {
        zh: "没有设置 $VISUAL 或 $EDITOR，不知道用哪个编辑器。",
        en: "Neither $VISUAL nor $EDITOR is set, so there is no editor to use."
    }
    editor_refused(what, why) { zh: "{what}：{why}。回答未改。", en: "{what}: {why}. The answer is as it was." }
    editor_start(editor) { zh: "启动不了 {editor}", en: "Cannot start {editor}" }
    editor_ended(editor, how) { zh: "{editor} 没有正常结束（{how}），回答未改。", en: "{editor} ended with {how}; the answer is as it was." }
    exit_code(code) { zh: "退出码 {code}", en: "exit code {code}" }
    killed_by(signal) { zh: "被信号 {signal} 终止", en: "signal {signal}" }
    editor_kept(said, kept) { zh: "{said} 它存下的文字还在 {kept}。", en: "{said} What it had saved is still in {kept}." }
    editor_not_taken(why, kept) { zh: "{why}。回答未改，写下的文字还在 {kept}。", en: "{why}. The answer is as it was; what was written is still in {kept}." }
    editor_no_place { zh: "这里现在不能填写", en: "Nothing can be written here now" }
    editor_not_utf8 { zh: "不是 UTF-8 文本", en: "it is not UTF-8 text" }

    // Keys.
    key_enter { zh: "回车", en: "Enter" }
    key_space { zh: "空格", en: "Space" }
    key_none(command) { zh: "“{command}”", en: "“{command}”" }
    palette_title { zh: "命令：输入几个字来找", en: "Commands: type to find one" }
    palette_empty { zh: "没有这样的命令。", en: "No such command." }

    // Hints by kind of question.
    hint_prose(new_line) { zh: "{new_line}另起一段", en: "{new_line} starts a paragraph" }
    hint_list { zh: "一行一项", en: "One item a line" }
    hint_number { zh: "数字", en: "A number" }
    hint_number_of(unit) { zh: "数字，单位：{unit}", en: "A number, in {unit}" }
    hint_date { zh: "年月日，如 2021-07-03", en: "A day, such as 2021-07-03" }
    hint_month { zh: "年月，如 2021-07", en: "A month, such as 2021-07" }
    hint_year { zh: "年份，如 2021", en: "A year, such as 2021" }
    hint_yes_no { zh: "按 y 或 n", en: "Press y or n" }
    hint_one { zh: "选一项", en: "One of these" }
    hint_several { zh: "可选多项", en: "Any of these" }
    hint_pick(toggle) { zh: "{toggle}或数字键选定", en: "{toggle} or its number" }
    hint_type_to_find { zh: "打字可查找", en: "type to find" }
    hint_optional { zh: "可以不答", en: "optional" }

    hint_bounded(hint, bounds) { zh: "{hint}，{bounds}", en: "{hint}, {bounds}" }
    hint_between(min, max) { zh: "{min} 到 {max}", en: "{min} to {max}" }
    hint_least(min) { zh: "不小于 {min}", en: "at least {min}" }
    hint_most(max) { zh: "不大于 {max}", en: "at most {max}" }
    hint_from(min) { zh: "不早于 {min}", en: "not before {min}" }
    hint_until(max) { zh: "不晚于 {max}", en: "not after {max}" }

    // Finding.
    find_title { zh: "在本题里查找", en: "Find in this answer" }
    find_everywhere_title { zh: "在全部回答里查找", en: "Find in all answers" }
    find_line { zh: "查找：", en: "Find: " }
    replacement_line { zh: "替换为：", en: "Replace with: " }
    find_none { zh: "没有找到。", en: "Not found." }
    replaced_all(answers, count, undo) {
        zh: "已在 {answers} 个回答里替换 {count} 处；{undo} 撤销。",
        en: "Replaced {count} in {answers} answers; {undo} undoes it."
    }

    typing_aid { zh: "全角标点", en: "full-width marks" }
    typing_aid_on(undo) { zh: "汉字后的半角标点打出来就变成全角；{undo} 一次变回。", en: "Marks typed after a Han character become full-width; one {undo} gives a mark back." }
    typing_aid_off { zh: "标点打什么是什么。", en: "Marks stay as they are typed." }

    // The calendar: weeks begin on Monday; parted by spaces.
    calendar_weekdays { zh: "一 二 三 四 五 六 日", en: "Mo Tu We Th Fr Sa Su" }
    calendar_months { zh: "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月", en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec" }

    // Commands.
    command_next { zh: "下一题", en: "next" }
    command_previous { zh: "上一题", en: "back" }
    command_next_open { zh: "下一处未完", en: "next open" }
    command_outline { zh: "大纲", en: "outline" }
    command_page { zh: "文稿", en: "page" }
    command_rule_left { zh: "分栏线左移", en: "the rule between panes to the left" }
    command_rule_right { zh: "分栏线右移", en: "the rule between panes to the right" }
    command_usual_widths { zh: "各栏恢复平常的宽窄", en: "panes as wide as usual" }
    command_hide_outline { zh: "收起或显示大纲", en: "hide or show the outline" }
    command_hide_page { zh: "收起或显示文稿", en: "hide or show the page" }
    command_show_parked { zh: "显示或不显示搁置的", en: "show or hide what is parked" }
    command_filter { zh: "打字筛选", en: "type to narrow" }
    command_palette { zh: "全部命令", en: "all commands" }
    command_review { zh: "检查未完", en: "review" }
    command_export { zh: "导出", en: "export" }
    command_save { zh: "立即保存", en: "save now" }
    command_add { zh: "再加一项", en: "add another" }
    command_remove { zh: "移除此项", en: "remove" }
    command_move_up { zh: "上移", en: "move up" }
    command_move_down { zh: "下移", en: "move down" }
    command_pairs { zh: "对应表", en: "pairs" }
    command_pair_order { zh: "成对作答或按文稿顺序", en: "pairs in one go, or document order" }
    add_one_of(kind) { zh: "加{kind}", en: "add: {kind}" }
    remove_one_of(kind) { zh: "移除此{kind}", en: "remove: {kind}" }
    copy_one_of(kind) { zh: "复制此{kind}", en: "copy: {kind}" }
    command_duplicate_instance { zh: "复制此项", en: "copy this one" }
    command_undo { zh: "撤销", en: "undo" }
    command_redo { zh: "重做", en: "redo" }
    command_choose { zh: "选定", en: "choose" }
    command_toggle { zh: "选或不选", en: "choose or not" }
    command_calendar { zh: "日历", en: "calendar" }
    command_year_back { zh: "上一年", en: "a year back" }
    command_year_on { zh: "下一年", en: "a year on" }
    command_today { zh: "今天", en: "today" }
    command_find { zh: "查找", en: "find" }
    command_find_everywhere { zh: "在全部回答里查找，或回到本题", en: "find in all answers, or in this one" }
    command_find_next { zh: "下一处，或替换", en: "next, or replace" }
    command_find_previous { zh: "上一处", en: "previous" }
    command_find_switch { zh: "替换为", en: "replacement" }
    command_replace_all { zh: "全部替换", en: "replace all" }
    command_typing_aid { zh: "打字时标点自动变全角：开或关", en: "full-width marks while typing: on or off" }
    command_take { zh: "选定，下一题", en: "take, and on" }
    command_yes { zh: "是", en: "yes" }
    command_no { zh: "否", en: "no" }
    command_fold { zh: "折叠或展开", en: "fold" }
    command_rename { zh: "改名", en: "rename" }
    command_duplicate { zh: "复制一份", en: "copy" }
    command_delete { zh: "删除", en: "delete" }
    command_help { zh: "帮助", en: "help" }
    command_back { zh: "返回", en: "back out" }
    command_leave { zh: "退出", en: "quit" }
    command_quit { zh: "保存并退出", en: "save and quit" }
    command_up { zh: "上移光标", en: "up" }
    command_down { zh: "下移光标", en: "down" }
    command_page_up { zh: "上翻一屏", en: "a page up" }
    command_page_down { zh: "下翻一屏", en: "a page down" }
    command_row_start { zh: "到行首或最前", en: "to the start of the row or list" }
    command_row_end { zh: "到行尾或最后", en: "to the end of the row or list" }
    command_text_start { zh: "到回答开头", en: "to the start of the answer" }
    command_text_end { zh: "到回答结尾", en: "to the end of the answer" }
    command_left { zh: "左移", en: "left" }
    command_right { zh: "右移", en: "right" }
    command_word_left { zh: "左移一个词或分句", en: "a word or clause left" }
    command_word_right { zh: "右移一个词或分句", en: "a word or clause right" }
    command_select_left { zh: "向左选取", en: "select to the left" }
    command_select_right { zh: "向右选取", en: "select to the right" }
    command_select_up { zh: "向上选取", en: "select upwards" }
    command_select_down { zh: "向下选取", en: "select downwards" }
    command_select_to_start { zh: "选取到行首", en: "select to the start of the row" }
    command_select_to_end { zh: "选取到行尾", en: "select to the end of the row" }
    command_select_all { zh: "全选", en: "select all" }
    command_new_line { zh: "另起一段", en: "a new paragraph" }
    command_delete_back { zh: "向左删除", en: "delete to the left" }
    command_delete_forward { zh: "向右删除", en: "delete to the right" }
    command_delete_word_back { zh: "向左删除一个词或分句", en: "delete a word or clause to the left" }
    command_delete_to_start { zh: "删去本段光标前的字，或打来筛选的字", en: "delete what stands before the caret in its paragraph, or what narrows a list" }
    command_delete_word_forward { zh: "向右删除一个词或分句", en: "delete a word or clause to the right" }
    command_cut { zh: "剪切", en: "cut" }
    command_copy { zh: "复制", en: "copy" }
    command_paste { zh: "粘贴", en: "paste" }
    command_external_editor { zh: "用自己的编辑器写", en: "write in your own editor" }
}
