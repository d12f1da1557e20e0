//! What the command line says.

use super::Display;

// Files and questionnaires.
messages! {
    output_exists(path) {
        zh: "{path} 已经存在，没有覆盖。换一个文件名，或加 --force。",
        en: "{path} exists already and was not written over. Choose another name, or add --force."
    }
    no_such_questionnaire(name) {
        zh: "没有叫“{name}”的问卷，也没有这个文件。tigang questionnaires 列出现有的问卷。",
        en: "There is no questionnaire “{name}”, and no such file. tigang questionnaires lists those there are."
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
    answer_fault(path, fault) { zh: "{path}：{fault}", en: "{path}: {fault}" }
    answers_without_question(count) {
        zh: "{count} 个回答在问卷里没有对应的题，没有印出。",
        en: "Not printed, because the questionnaire has no such question: {count}."
    }
    answers_parked(paths) {
        zh: "条件不成立，或配不上对，所以没有印出：{paths}",
        en: "Not printed, because a condition does not hold or a pair does not match: {paths}"
    }
    template_failed(path, reason) {
        zh: "{path} 的模板算不出来，这一处没有印出：{reason}",
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
    usage_language { zh: "界面语言有 zh 和 en", en: "the program speaks zh and en" }
    usage_gap(most) { zh: "要 0 到 {most} 的整数", en: "a whole number from 0 to {most} is wanted" }
}

// Help: headings, and the program as a whole.
messages! {
    help_usage { zh: "用法:", en: "Usage:" }
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
    help_restore { zh: "从回收目录找回记录，印出它的编号", en: "Bring a session back from the trash and print its id" }
    help_restore_session { zh: "回收目录里的记录：名字，或编号的开头", en: "A session in the trash: its name, or the beginning of its id" }
    help_completions { zh: "印出命令行补全脚本", en: "Print a completion script" }
    help_completions_shell { zh: "bash、zsh、fish、elvish 或 powershell", en: "bash, zsh, fish, elvish or powershell" }
    help_man { zh: "印出手册页（man -l - 可以阅读）", en: "Print the manual page (man -l - shows it)" }
    help_man_command { zh: "哪个命令的手册页；默认是总的", en: "Of which command; by default of the whole program" }
    help_of_command { zh: "显示一个命令的帮助", en: "Show the help of a command" }
    help_of_command_command { zh: "哪个命令", en: "Which command" }
}
