//! What the command line says.

use super::Display;

// Files and questionnaires.
messages! {
    output_is_a_folder(path) {
        zh: "{path} 是文件夹。请在后面写上文件名。",
        en: "{path} is a folder. Add the name of a file to it."
    }
    output_no_folder(folder) {
        zh: "没有 {folder} 这个文件夹。请先建好它，或换一个地方。",
        en: "there is no folder {folder}. Make it first, or choose another place."
    }
    output_exists(path) {
        zh: "{path} 已经存在，没有覆盖。换一个文件名，或加 --force。",
        en: "{path} exists already and was not written over. Choose another name, or add --force."
    }
    no_such_questionnaire(name) {
        zh: "没有叫“{name}”的问卷，也没有这个文件。tigang questionnaires 列出现有的问卷。",
        en: "There is no questionnaire “{name}”, and no such file. tigang questionnaires lists those there are."
    }
    no_such_questionnaire_but(name, meant) {
        zh: "没有叫“{name}”的问卷，也没有这个文件。是不是 {meant}？",
        en: "There is no questionnaire “{name}”, and no such file. Did you mean {meant}?"
    }
    no_such_questionnaire_or_session(name) {
        zh: "没有叫“{name}”的问卷或记录，也没有这个文件。tigang questionnaires 列出问卷，tigang list 列出记录。",
        en: "There is no questionnaire or session “{name}”, and no such file. tigang questionnaires and tigang list say what \
             there is."
    }
    questionnaire_has_mistakes(name, count) {
        zh: "问卷 {name} 有 {count} 处错误；用 tigang check 查看。",
        en: "The questionnaire {name} has {count} mistakes; see tigang check."
    }
    standard_input { zh: "标准输入", en: "standard input" }
    standard_output { zh: "标准输出", en: "standard output" }
    document_file { zh: "文稿", en: "document" }
    exported_to(path) { zh: "已导出到 {path}", en: "Exported to {path}" }
}

// Answers files.
messages! {
    answers_not_utf8(file, at) {
        zh: "{file} 不是 UTF-8 文本（第 {at} 字节）。请另存为 UTF-8。",
        en: "{file} is not UTF-8 text (byte {at}). Save it as UTF-8."
    }
    answers_not_toml(file, line, column, what) {
        zh: "{file} 第 {line} 行第 {column} 列：{what}。",
        en: "{file}, line {line}, column {column}: {what}."
    }
    answers_refused(file, count, list) {
        zh: "{file} 有 {count} 处与问卷对不上，没有采用：{list}\ntigang show 列出问卷的全部路径。",
        en: "{file} does not fit the questionnaire, so it was not used. Misfits: {count}.{list}\ntigang show lists \
             all paths of a questionnaire."
    }
    answers_unknown(path) { zh: "{path}：问卷里没有", en: "{path}: not in the questionnaire" }
    answers_not_asked(path) { zh: "{path}：这里不提问", en: "{path}: asks nothing" }
    answers_one_section(path) { zh: "{path}：这是一节，写作 [{path}]", en: "{path}: a section, written as [{path}]" }
    answers_repeated_section(path) {
        zh: "{path}：这一节可以重复，写作 [[{path}]]",
        en: "{path}: a repeated section, written as [[{path}]]"
    }
    answers_duplicate(path) { zh: "{path}：这个 id 用了两次", en: "{path}: this id is used twice" }
    did_you_mean(found, suggestion) {
        zh: "{found}。是不是 {suggestion}？",
        en: "{found}. Did you mean {suggestion}?"
    }
    answers_not_one(path) { zh: "{path}：这里要的是一个回答，不是一张表", en: "{path}: takes an answer, not a table" }
    answers_from_session(file) {
        zh: "{file} 是记录的文件，不是回答文件。用 tigang answers SESSION 取出其中的回答。",
        en: "{file} is a session's file, not one of answers; tigang answers SESSION takes them out of it."
    }
}

// What a text still lacks.
messages! {
    unfinished(parts) { zh: "{parts}。", en: "{parts}." }
    unfinished_separator { zh: "，", en: ", " }
    place_called(title, path) { zh: "“{title}”（{path}）", en: "“{title}” ({path})" }
    said_of(what, said) { zh: "{what}：{said}", en: "{what}: {said}" }
    said_of_place(title, said, path) { zh: "{title}：{said}（{path}）", en: "{title}: {said} ({path})" }
    said_of_asked(question, said, path) { zh: "{question}{said}（{path}）", en: "{question} {said} ({path})" }
    answers_without_question(count) {
        zh: "{count} 个回答在问卷里没有对应的题，没有印出。",
        en: "Not printed, because the questionnaire has no such question: {count}."
    }
    answers_parked(paths) {
        zh: "条件不成立，或配不上对，所以没有印出：{paths}",
        en: "Not printed, because a condition does not hold or a pair does not match:{paths}"
    }
    template_failed(path, reason) {
        zh: "{path}的模板算不出来，这一处没有印出：{reason}",
        en: "The template of {path} failed, so nothing was printed there: {reason}"
    }
}

// Sessions.
messages! {
    no_sessions {
        zh: "还没有记录。用 tigang new 问卷 开始一份。",
        en: "There is no session yet. Start one with tigang new QUESTIONNAIRE."
    }
    session_unreadable { zh: "（读不出）", en: "(unreadable)" }
    session_damaged_name(name) { zh: "{name}（读不出）", en: "{name} (unreadable)" }
    name_is_empty { zh: "名字不能为空。", en: "The name must not be empty." }
    not_deleted { zh: "没有删除。", en: "Nothing was deleted." }
    deleted(id) {
        zh: "已移到回收目录；tigang restore {id} 可以找回。",
        en: "Moved to the trash; tigang restore {id} brings it back."
    }
    trash_empty { zh: "回收目录是空的。", en: "The trash is empty." }
    no_such_deleted(query) {
        zh: "回收目录没有名为“{query}”的记录，也没有以它开头的编号。tigang trash 列出其中的记录。",
        en: "No session in the trash is called “{query}”, and no id there starts with it. tigang trash lists them."
    }
    needs_terminal {
        zh: "全屏界面需要终端：标准输入和标准输出都要接在终端上。--plain 逐行问答，不需要终端。",
        en: "The full-screen program needs a terminal on standard input and output. With --plain the interview goes \
             line by line and needs none."
    }
    full_screen_failed(error) {
        zh: "全屏界面开不起来：{error}。请换一个终端，或用 --plain 逐行问答。",
        en: "The full-screen program cannot start: {error}. Try another terminal, or --plain."
    }
}

// Questionnaires.
messages! {
    check_fine(file, questions) { zh: "{file}：没有错误，{questions}。", en: "{file}: no mistakes, {questions}." }
    check_mistakes(file, count) { zh: "{file}：{count} 处错误。", en: "{file}: mistakes: {count}." }
    check_session_fine(name) { zh: "{name}：没有未完的问题。", en: "{name}: nothing is open." }
    check_session(name, count) { zh: "{name}：{count} 处未完。", en: "{name}: findings: {count}." }
    one_question { zh: "1 问", en: "1 question" }
    question_count(count) { zh: "{count} 问", en: "{count} questions" }
    show_optional { zh: "可不答", en: "optional" }
    show_conditional { zh: "有条件", en: "conditional" }
    show_text { zh: "文字", en: "text" }
    show_repeated { zh: "可重复", en: "repeated" }
    show_repeat(min) { zh: "重复，{min} 项起", en: "repeated, from {min}" }
    show_repeat_within(min, max) { zh: "重复，{min} 至 {max} 项", en: "repeated, {min} to {max}" }
    show_for_each(path) { zh: "每个 {path} 一项", en: "one per {path}" }
}

// Earlier states, what was removed, newer questionnaires.
messages! {
    no_such_state(number) {
        zh: "没有 {number} 号旧版本。tigang history 列出全部。",
        en: "There is no earlier state {number}. tigang history lists those there are."
    }
    history_now { zh: "现在", en: "now" }
    history_other_questionnaire { zh: "另一版问卷", en: "another questionnaire" }
    history_no_difference { zh: "和现在没有不同。", en: "Nothing is different now." }
    count_added(count) { zh: "新答 {count}", en: "{count} new" }
    count_changed(count) { zh: "改动 {count}", en: "{count} changed" }
    count_cleared(count) { zh: "去掉 {count}", en: "{count} gone" }
    change_order { zh: "次序不同", en: "in another order" }
    gone_back(count) {
        zh: "已经回到那个版本，{count} 处有变。之前的内容也存成了一个版本。",
        en: "Gone back; answers that are different now: {count}. What was there before is an earlier state too."
    }
    session_recovered(path) {
        zh: "记录已经恢复；坏的文件另存在 {path}。",
        en: "The session can be used again; the damaged file is kept as {path}."
    }
    not_damaged { zh: "记录的文件没有损坏，什么都没有改动。", en: "The session's file is not damaged. Nothing was changed." }
    brought_back(place) { zh: "已找回：{place}", en: "Brought back: {place}" }
    nothing_aside { zh: "没有移除、清空、搁置或没有题目的回答。", en: "Nothing was removed, cleared, parked or orphaned." }
    aside_removed { zh: "移除", en: "removed" }
    aside_cleared { zh: "清空", en: "cleared" }
    aside_hidden(by) { zh: "搁置（“{by}”的条件不成立）", en: "parked (the condition of “{by}” does not hold)" }
    aside_unpaired { zh: "与它成对的一项移除了", en: "what it belongs to was removed" }
    aside_orphaned { zh: "没有题目", en: "orphaned" }
    not_a_place(given) {
        zh: "“{given}”不是路径。路径形如 opening.since；tigang history 和 removed 印出的就是。",
        en: "“{given}” is no path. A path looks like opening.since; tigang history and removed print them."
    }
    sensitive_not_shown { zh: "（敏感，未显示）", en: "(sensitive, not shown)" }
    sensitive_withheld(count) {
        zh: "略去了 {count} 个敏感问题的回答；--with-sensitive 可以带上。",
        en: "Answers to sensitive questions that were left out: {count}. --with-sensitive takes them in."
    }
    rebase_nothing_newer {
        zh: "没有比这更新的问卷。",
        en: "There is no newer questionnaire for this session."
    }
    rebase_no_change { zh: "回答都不受影响。", en: "No answer is affected." }
    rebase_orphaned(count) { zh: "没有题目、另存的回答 {count} 个：", en: "Answers that are kept without a question: {count}:" }
    rebase_confirm { zh: "换到这份问卷？", en: "Move the session to this questionnaire?" }
    rebase_not_done { zh: "没有改动。加 --apply 执行。", en: "Nothing was changed. --apply does it." }
    rebase_done(id, state) {
        zh: "已换到新的问卷。tigang restore {id} {state} 可以退回。",
        en: "The session has moved. tigang restore {id} {state} takes it back."
    }
    rebase_done_plainly { zh: "已换到新的问卷。", en: "The session has moved." }
    carried(count, left) {
        zh: "沿用了 {count} 个回答，留下 {left} 个；沿用的都标作“未看”。",
        en: "Answers carried over: {count}, marked as not looked at; left behind: {left}."
    }
    carry_confirm { zh: "沿用？", en: "Carry it over?" }
    carry_nothing_there(path) {
        zh: "{path} 没有要您定的回答。",
        en: "At {path} there is no answer that is yours to decide."
    }
    carry_not_taken(places) {
        zh: "问卷要您定，没有沿用；需要的话加 --carry 路径：{places}",
        en: "Yours to decide, and not carried over; --carry PATH takes them:{places}"
    }
    carry_orphaned(count) {
        zh: "{count} 个回答在新问卷里没有题目，另存着；tigang removed 可以看到。",
        en: "Answers that have no question here are kept all the same: {count}. See tigang removed."
    }
}

// Copies, packed sessions, passphrases.
messages! {
    merged(count) { zh: "已合并，{count} 处有变。", en: "Merged; answers that are different now: {count}." }
    merge_without_base {
        zh: "找不到两个副本共同的旧版本，所以凡不同之处都要您定。",
        en: "No earlier state is known that both copies come from, so every difference is yours to decide."
    }
    merge_with_itself {
        zh: "给出的两份是同一份记录，没有什么可合并。",
        en: "Both are the same session, so there is nothing to merge."
    }
    merge_undecided(count, places) {
        zh: "{count} 处两边都改了，留的是这一边的，另一边的存为移除的内容：{places}",
        en: "Changed in both copies: {count}. This side stays; the other is kept among what was removed:{places}"
    }
    merge_ours { zh: "  1 这一边：", en: "  1 ours:" }
    merge_theirs { zh: "  2 另一边：", en: "  2 theirs:" }
    merge_which { zh: "用哪一边，1 还是 2？ ", en: "Which one, 1 or 2? " }
    merge_nothing { zh: "（没有）", en: "(nothing)" }
    packed(path) { zh: "已打包到 {path}，没有加密。", en: "Packed into {path}, not encrypted." }
    packed_encrypted(path) { zh: "已加密打包到 {path}。", en: "Packed into {path}, encrypted." }
    pack_withheld(count) {
        zh: "包里略去了 {count} 个敏感问题的回答；--with-sensitive 可以带上。",
        en: "Answers to sensitive questions that were left out of it: {count}. --with-sensitive takes them in."
    }
    pack_states_left_out(count) {
        zh: "{count} 个旧版本读不懂，没有打进包里。",
        en: "Earlier states that make no sense and were left out: {count}."
    }
    pack_not_to_terminal {
        zh: "打包的内容不能写到终端上。用 -o 给出文件。",
        en: "A packed session is not for a terminal. Name a file with -o."
    }
    passphrase_new { zh: "密码：", en: "Passphrase: " }
    passphrase_again { zh: "再输一次：", en: "Once more: " }
    passphrase_given { zh: "密码：", en: "Passphrase: " }
    passphrases_differ { zh: "两次输入的密码不同，没有打包。", en: "The two passphrases differ. Nothing was packed." }
    passphrase_empty { zh: "密码不能为空。", en: "The passphrase must not be empty." }
    passphrase_descriptor(variable) {
        zh: "{variable} 要是一个文件描述符的号码。",
        en: "{variable} must be the number of a file descriptor."
    }
    passphrase_needs_terminal(descriptor, file) {
        zh: "这里没有终端可以输入密码。请设置 {descriptor} 或 {file}。",
        en: "There is no terminal to type a passphrase on. Set {descriptor} or {file}."
    }
}

// Wrong usage.
messages! {
    usage_unknown(given) { zh: "不认识“{given}”", en: "“{given}” is not known here" }
    usage_unknown_command(given) { zh: "没有“{given}”这个命令", en: "There is no command “{given}”" }
    usage_bad_value(given, option) { zh: "{option} 不能是“{given}”", en: "{option} cannot be “{given}”" }
    usage_bad_value_because(given, option, why) {
        zh: "{option} 不能是“{given}”：{why}",
        en: "{option} cannot be “{given}”: {why}"
    }
    usage_values(values) { zh: "可以是 {values}", en: "it is one of {values}" }
    usage_no_value(option) { zh: "{option} 后面缺少内容", en: "{option} needs a value" }
    usage_missing(arguments) { zh: "缺少 {arguments}", en: "Missing: {arguments}" }
    usage_twice(option) { zh: "{option} 给了两次", en: "{option} is given twice" }
    usage_conflict(option, other) { zh: "{option} 不能和 {other} 一起用", en: "{option} cannot go with {other}" }
    usage_not_utf8 { zh: "参数不是 UTF-8 文本", en: "An argument is not UTF-8 text" }
    usage_maybe(what, suggestion) { zh: "{what}。是不是 {suggestion}？", en: "{what}. Did you mean {suggestion}?" }
    usage_plain(what) { zh: "{what}。", en: "{what}." }
    usage_see(what, command) { zh: "{what}用法见 {command} --help", en: "{what} See {command} --help" }
    usage_number { zh: "要一个整数", en: "a whole number is wanted" }
    usage_language { zh: "界面语言有 zh 和 en", en: "the program speaks zh and en" }
    usage_gap(most) { zh: "要 0 到 {most} 的整数", en: "a whole number from 0 to {most} is wanted" }
}

// Help: headings, and the program as a whole.
messages! {
    help_usage { zh: "用法：", en: "Usage: " }
    help_options_mark { zh: "选项", en: "OPTIONS" }
    help_heading_mark { zh: "：", en: ":" }
    help_commands { zh: "命令", en: "Commands" }
    help_command { zh: "命令", en: "COMMAND" }
    help_arguments { zh: "参数", en: "Arguments" }
    help_options { zh: "选项", en: "Options" }
    help_text_options { zh: "纯文本", en: "Plain text" }
    help_global_options { zh: "通用选项", en: "Global options" }
    help_about {
        zh: "答完问题，交出文稿。回答都存在本机，不上网。",
        en: "Answer questions, hand in the document. Every answer stays on this machine."
    }
    help_footer {
        zh: "不带命令时打开全屏界面；TERM=dumb 时逐行问答。QUESTIONNAIRE 是现成问卷的名字，或者问卷文件的路径；SESSION 是记录的名字、编号的开头，\
             或者记录目录的路径。\n\
             退出码：0 完成，1 失败或有发现，2 用法不对，130 被中断。",
        en: "Without a command, the full-screen program opens; where TERM is dumb, the interview goes line by line. A QUESTIONNAIRE is the name of one that is at hand, or the \
             path of a file; a SESSION is its name, the beginning of its id, or the path of its directory.\n\
             Exit codes: 0 done, 1 failed or findings, 2 wrong usage, 130 interrupted."
    }
    help_help { zh: "显示帮助", en: "Show help" }
    help_version { zh: "显示版本", en: "Show the version" }
    help_data_dir {
        zh: "记录存放的目录（优先于 TIGANG_DATA_DIR）",
        en: "Where sessions are kept (rather than in TIGANG_DATA_DIR)"
    }
    help_lang { zh: "界面语言：zh 或 en（优先于 TIGANG_LANG、LANG）", en: "Language of the program: zh or en (rather than TIGANG_LANG or LANG)" }
    help_plain { zh: "逐行问答，不用全屏", en: "Interview line by line, without the full screen" }
    help_ascii { zh: "线条和记号只用 ASCII", en: "Draw lines and marks with ASCII only" }
    help_ambiguous_width {
        zh: "“”—…等字符占几列：auto、1 或 2；auto 问终端",
        en: "Columns of characters such as “ ” — …: auto, 1 or 2; auto asks the terminal"
    }
}

// Help: commands.
messages! {
    help_new { zh: "开始一份记录", en: "Start a session" }
    help_new_footer {
        zh: "在终端里（或用 --plain）接着开始问答；否则印出记录的编号。",
        en: "On a terminal, or with --plain, the interview begins; otherwise the session's id is printed."
    }
    help_new_name { zh: "记录的名字；默认是问卷的标题和年份", en: "Its name; by default the questionnaire's title and the year" }
    help_new_answers { zh: "先填入这个文件里的回答；- 是标准输入", en: "Fill in the answers of this file; - is standard input" }
    help_new_from { zh: "沿用这份旧记录的回答", en: "Carry the answers of this earlier session over" }
    help_new_carry { zh: "问卷要您定的，沿用这一处；可以给几次", en: "Of what is yours to decide, carry this; may be given again" }
    help_new_carry_all { zh: "问卷要您定的，全部沿用", en: "Carry all that is yours to decide" }
    help_resume { zh: "继续一份记录", en: "Go on with a session" }
    help_session_or_latest { zh: "哪一份记录；默认是最近的", en: "Which session; by default the latest" }
    help_list { zh: "列出记录", en: "List the sessions" }
    help_json { zh: "输出 JSON", en: "Print JSON" }
    help_export { zh: "把记录的文稿写成文件", en: "Write a session's document to a file" }
    help_export_output {
        zh: "写到这个文件；- 是标准输出；默认是当前目录下的“记录名.txt”",
        en: "The file; - is standard output; by default SESSION-NAME.txt in the working directory"
    }
    help_format(formats) { zh: "格式：{formats}", en: "Format: {formats}" }
    help_force { zh: "文件已存在时覆盖", en: "Write over a file that exists" }
    help_crlf { zh: "行尾用 CRLF", en: "End lines with CRLF" }
    help_bom { zh: "开头加字节顺序标记（BOM）", en: "Begin with a byte order mark" }
    help_indent { zh: "段首的字符；默认依问卷", en: "What a paragraph begins with; by default what the questionnaire says" }
    help_gap { zh: "段间空几行；默认依问卷", en: "Blank lines between paragraphs; by default what the questionnaire says" }
    help_render { zh: "由问卷和回答文件直接成文，不建记录", en: "Make a document from an answers file, without a session" }
    help_render_answers { zh: "回答文件；- 是标准输入", en: "The answers file; - is standard input" }
    help_render_output { zh: "写到这个文件；默认 -，即标准输出", en: "The file; by default -, standard output" }
    help_answers { zh: "印出记录的回答，可以交给 render 和 new --answers", en: "Print a session's answers, for render or new --answers" }
    help_session { zh: "哪一份记录", en: "Which session" }
    help_check { zh: "检查问卷文件里的错误，或记录里还没完成的", en: "Find mistakes in questionnaires, or what is open in sessions" }
    help_check_files { zh: "问卷文件，或记录", en: "The questionnaires, or the sessions" }
    help_questionnaires { zh: "列出现有的问卷", en: "List the questionnaires that are at hand" }
    help_show { zh: "印出问卷的大纲：路径、种类、问题", en: "Print a questionnaire's outline: paths, kinds, questions" }
    help_questionnaire { zh: "哪一份问卷", en: "Which questionnaire" }
    help_rename { zh: "给记录改名", en: "Give a session another name" }
    help_new_session_name { zh: "新的名字", en: "The new name" }
    help_delete { zh: "删除记录（移到回收目录）", en: "Delete a session (it goes to the trash)" }
    help_delete_footer {
        zh: "标准输入是终端时会先问；不是终端时不问，直接移到回收目录。",
        en: "Asks first if standard input is a terminal; otherwise it asks nothing."
    }
    help_delete_force { zh: "不问，直接删除", en: "Delete without asking" }
    help_copy { zh: "复制记录，印出副本的编号", en: "Copy a session and print the copy's id" }
    help_copy_name { zh: "副本的名字；默认是“原名 副本”", en: "The copy's name; by default “Copy of …”" }
    help_trash { zh: "列出回收目录的记录", en: "List the sessions in the trash" }
    help_restore {
        zh: "找回：回收目录里的记录，记录的旧版本，移除的内容",
        en: "Bring back a session, an earlier state, or what was removed"
    }
    help_restore_footer {
        zh: "只给 SESSION：从回收目录找回记录，印出它的编号。给 STATE：回到 history 列出的那个版本；现在的内容先存成一个版本，可以再回来。\
             记录的文件损坏时，坏的文件先另存。",
        en: "With SESSION alone, a session comes back from the trash, and its id is printed. With STATE, the session goes \
             back to what history lists under that number; what is there now becomes an earlier state first. A damaged \
             file is put aside."
    }
    help_restore_session { zh: "哪一份记录；名字，或编号的开头", en: "Which session: its name, or the beginning of its id" }
    help_restore_state { zh: "哪个旧版本；号码见 tigang history", en: "Which earlier state, by its number in tigang history" }
    help_restore_answer { zh: "只找回这一问、这一项或这一节", en: "Only this answer, instance or section" }
    help_restore_removed { zh: "找回移除的内容；号码见 tigang removed", en: "What was removed, by its number in tigang removed" }
    help_restore_salvage { zh: "文件损坏时，用其中还能读出的回答", en: "Of a damaged file, take what can still be read" }
    help_history { zh: "列出记录的旧版本，和其间的改动", en: "List a session's earlier states and what changed" }
    help_history_footer {
        zh: "给出 STATE 时，逐问印出那个版本和现在的不同。tigang restore SESSION STATE 回到那个版本。",
        en: "With STATE, prints what is different now, question by question. tigang restore SESSION STATE goes back."
    }
    help_history_state { zh: "和这个旧版本比较", en: "Compare with this earlier state" }
    help_removed { zh: "列出移除、清空、搁置和没有题目的回答", en: "List answers that were removed, cleared, parked or orphaned" }
    help_removed_footer {
        zh: "移除和清空的，用 tigang restore SESSION --removed 号码 找回；没有题目的，用 tigang move 移到合适的题目下。",
        en: "tigang restore SESSION --removed NUMBER brings back what was removed or cleared; tigang move gives an \
             orphaned answer to a question."
    }
    help_move { zh: "把没有题目的回答移到一个题目下", en: "Move an orphaned answer to a question" }
    help_move_from { zh: "回答现在的路径", en: "The path of the answer" }
    help_move_to { zh: "题目的路径；那里原有的回答会另存", en: "The path of the question; what stands there is kept aside" }
    help_rebase { zh: "把记录换到新版问卷", en: "Move a session to a newer questionnaire" }
    help_rebase_footer {
        zh: "先印出两份问卷的不同和回答的去处。标准输入是终端时会问；不是终端时，加 --apply 才执行。执行后可用 tigang restore 退回。",
        en: "First prints what is different and where the answers go. Asks if standard input is a terminal; otherwise it \
             is done only with --apply. tigang restore takes it back."
    }
    help_rebase_questionnaire { zh: "新的问卷；默认是原问卷现在的版本", en: "The newer one; by default the present version of its own" }
    help_rebase_apply { zh: "不问，直接执行", en: "Do it without asking" }
    help_merge { zh: "把同一份记录的两个副本合成一份", en: "Join two copies of one session" }
    help_merge_footer {
        zh: "只有一边改过的，用改过的；两边都改了的，在终端里逐处问。不是终端时留 SESSION 的，另一边的存为移除的内容，退出码为 1。",
        en: "What only one copy has changed is taken; about what both have changed you are asked on a terminal. Otherwise \
             SESSION's side stays, the other is kept among what was removed, and the exit code is 1."
    }
    help_merge_other {
        zh: "另一个副本：记录、打包的文件，或同步软件留下的 session.toml 副本",
        en: "The other copy: a session, a packed file, or a copy of session.toml that a synchronising tool left"
    }
    help_merge_name { zh: "合成一份新的记录，取这个名字，印出编号", en: "Make a new session of this name and print its id" }
    help_merge_ours { zh: "两边都改了的，都用 SESSION 的", en: "Where both have changed, take SESSION's side" }
    help_merge_theirs { zh: "两边都改了的，都用 OTHER 的", en: "Where both have changed, take OTHER's side" }
    help_pack { zh: "把记录打成一个文件，带到别处", en: "Make one file of a session, to carry elsewhere" }
    help_pack_footer {
        zh: "文件是普通的 tar 归档，加密用 age 格式。密码在终端里输入，或写在 TIGANG_PASSPHRASE_FD（描述符号）、TIGANG_PASSPHRASE_FILE（文件）里，\
             不放在命令行上。",
        en: "The file is a plain tar archive, encrypted in age's format. The passphrase is typed on the terminal, or read \
             from TIGANG_PASSPHRASE_FD (a descriptor) or TIGANG_PASSPHRASE_FILE; it is never an argument."
    }
    help_pack_output {
        zh: "写到这个文件；- 是标准输出；默认是当前目录下的“记录名.tigang.tar”",
        en: "The file; - is standard output; by default SESSION-NAME.tigang.tar in the working directory"
    }
    help_pack_passphrase { zh: "用密码加密", en: "Encrypt it with a passphrase" }
    help_pack_with_history { zh: "连同旧版本", en: "With the earlier states" }
    help_unpack { zh: "从打包的文件里取出记录，印出它的编号", en: "Take a session out of a packed file and print its id" }
    help_unpack_footer {
        zh: "总是新建一份，不覆盖已有的。和已有的一份合并，用 tigang merge。",
        en: "It always becomes a new session. To join it with one that is there, use tigang merge."
    }
    help_unpack_file { zh: "打包的文件；- 是标准输入", en: "The packed file; - is standard input" }
    help_with_sensitive { zh: "连同敏感问题的回答", en: "With the answers to sensitive questions" }
    help_completions { zh: "印出命令行补全脚本", en: "Print a completion script" }
    help_completions_shell { zh: "bash、zsh、fish、elvish 或 powershell", en: "bash, zsh, fish, elvish or powershell" }
    help_man { zh: "印出手册页（man -l - 可以阅读）", en: "Print the manual page (man -l - shows it)" }
    help_man_command { zh: "哪个命令的手册页；默认是总的", en: "Of which command; by default of the whole program" }
    help_of_command { zh: "显示一个命令的帮助", en: "Show the help of a command" }
    help_of_command_command { zh: "哪个命令", en: "Which command" }
}
