//! What the plain line mode says. It is heard as often as seen, so it is short, and marks are words.

use super::Display;

messages! {
    // Prompts.
    plain_prompt_answer { zh: "回答：", en: "Answer: " }
    plain_prompt_yes_no { zh: "是或否：", en: "Yes or no: " }
    plain_prompt_command { zh: "命令：", en: "Command: " }
    plain_prompt_choose { zh: "编号：", en: "Number: " }
    plain_prompt_name(suggestion) { zh: "给这一份起个名字（空行就叫“{suggestion}”）：", en: "A name for it (an empty line takes “{suggestion}”): " }
    plain_prompt_export(suggestion) { zh: "导出到（空行就是 {suggestion}）：", en: "Export to (an empty line takes {suggestion}): " }
    plain_prompt_old_words { zh: "要替换的文字：", en: "The words to replace: " }
    plain_prompt_new_words { zh: "替换成（空行就是删去）：", en: "What to put there (an empty line deletes them): " }
    plain_say_yes_or_no { zh: "请写“是”或“否”；空行当作“否”。", en: "Please write yes or no; an empty line is no." }

    // The pieces that lines are made of.
    plain_listed(name, what) { zh: "{name}：{what}", en: "{name}: {what}" }
    plain_numbered(number, what) { zh: "{number}. {what}", en: "{number}. {what}" }
    plain_list_title(title) { zh: "{title}：", en: "{title}:" }
    plain_joint { zh: "；", en: "; " }
    plain_position(position, of) { zh: "第 {position} 步，共 {of} 步", en: "{position} of {of}" }
    plain_instance(title, position, of) { zh: "{title}，第 {position} 项，共 {of} 项", en: "{title}, {position} of {of}" }
    plain_progress(answered, total) { zh: "要答 {total} 问，已答 {answered} 问", en: "{answered} of {total} answered" }
    plain_unreadable { zh: "读不出", en: "unreadable" }
    plain_here(line) { zh: "{line}，现在写到这里", en: "{line}, you are here" }

    // The list of sessions.
    plain_home_hint {
        zh: "输入编号选一项；:帮助 列出命令，:退出 离开。",
        en: "Write a number to choose; :help lists the commands, :quit leaves."
    }
    plain_no_such_number(given, most) { zh: "没有“{given}”这一项，编号从 1 到 {most}。", en: "There is no {given}; the numbers go from 1 to {most}." }
    plain_only_in_session { zh: "还没有打开记录，请先输入编号选一份。", en: "Nothing is open yet; choose by a number first." }

    // A session.
    plain_greeting {
        zh: "一问一答，回答随写随存。空行不改动回答，接着往下走。命令以冒号开头，如 :帮助、:退出。",
        en: "One question at a time; every answer is saved when it is given. An empty line changes nothing and goes on. \
             Commands begin with a colon, such as :help and :quit."
    }
    plain_end { zh: "已经到最后了。", en: "That was the last question." }
    plain_left_open(count) { zh: "还有 {count} 处未完；:未完 可以列出来。", en: "{count} still open; :open lists them." }
    plain_end_hint {
        zh: ":文稿 看全文，:导出 写成文件，:上一题 往回走，:退出 保存并离开。",
        en: ":show shows the text, :export writes it to a file, :back goes back, :quit leaves."
    }
    plain_note(text) { zh: "说明：{text}", en: "Note: {text}" }
    plain_present_answer(text) { zh: "现在的回答：{text}", en: "Present answer: {text}" }
    plain_default_answer(text) { zh: "问卷的默认文字，空行保留：{text}", en: "The questionnaire's default, which an empty line keeps: {text}" }
    plain_draft_answer(text) { zh: "现在的回答，还没写完：{text}", en: "Present answer, left unfinished: {text}" }
    plain_untouched_answer(text) { zh: "沿用旧稿，还没看过，空行保留：{text}", en: "Carried over and not looked at yet; an empty line keeps it: {text}" }
    plain_hidden_answer { zh: "不显示；:重看 可以显示", en: "not shown; :again shows it" }
    plain_not_shown { zh: "（不显示）", en: "(not shown)" }
    plain_not_yet_right(fault) { zh: "还不对：{fault}", en: "Not right yet: {fault}" }

    // What a question takes.
    plain_takes(what) { zh: "怎么答：{what}。", en: "Takes: {what}." }
    plain_takes_line { zh: "一行文字", en: "one line of text" }
    plain_takes_prose { zh: "多行文字，一行一段，最后一行只写一个句号", en: "lines of text, each a paragraph, ended by a line with only a full stop" }
    plain_takes_list { zh: "一行一项，最后一行只写一个句号", en: "one item a line, ended by a line with only a full stop" }
    plain_takes_yes_no(yes, no) { zh: "“{yes}”或“{no}”", en: "“{yes}” or “{no}”" }
    plain_takes_one { zh: "选一项，写编号或文字", en: "one of these, by its number or its words" }
    plain_takes_several { zh: "可以选几项，写编号或文字，用空格或顿号隔开", en: "several of these, by number or words, parted by spaces or commas" }
    plain_takes_other { zh: "也可以写自己的话", en: "or words of your own" }
    plain_takes_another { zh: "怎么答：“是”再加一项；“否”或空行往下走。", en: "Takes: yes adds another; no or an empty line goes on." }
    plain_at_least(least, unit) { zh: "至少 {least} {unit}", en: "at least {least} {unit}" }
    plain_at_most(most, unit) { zh: "最多 {most} {unit}", en: "at most {most} {unit}" }
    plain_at_least_items(least) { zh: "至少 {least} 项", en: "at least {least}" }
    plain_at_most_items(most) { zh: "最多 {most} 项", en: "at most {most}" }
    plain_optional { zh: "可以不答", en: "optional" }

    // What became of an answer.
    plain_taken { zh: "记下了。", en: "Taken." }
    plain_taken_as(text) { zh: "记下了：{text}", en: "Taken: {text}" }
    plain_taken_length(length, unit) { zh: "记下了，{length} {unit}。", en: "Taken, {length} {unit}." }
    plain_taken_but(faults) { zh: "照原样记下了，不过：{faults}。:上一题 可以回来改。", en: "Kept as it is, but: {faults}. :back returns to it." }
    plain_word_taken(word, command, undo) {
        zh: "“{word}”已当作回答；要用命令，请写 {command}。写 {undo} 就收回这个回答。",
        en: "“{word}” was taken as the answer; for the command write {command}. {undo} takes the answer back."
    }
    plain_stop_taken(word, undo) {
        zh: "“{word}”已当作回答；这一问只写一行，写完回车就行，不必另写句号。写 {undo} 就收回这个回答。",
        en: "“{word}” was taken as the answer; this one has a single line, which needs no full stop to end it. {undo} takes \
             the answer back."
    }
    plain_set_aside(removed, discard) {
        zh: "没有写完，原来的回答没有动；写下的留在 {removed} 里，不要了可以 {discard}。",
        en: "It was not finished, so the answer from before stands; what you wrote is kept under {removed}, and {discard} \
             throws it away."
    }
    plain_was_set_aside(title, removed, discard) {
        zh: "“{title}”有一段没写完的文字，没有替换原来的回答；写 {removed} 可以看到，也可以换上；不要了，写 {discard}。",
        en: "“{title}” has a text that was not finished and did not replace the answer; {removed} lists it and can put it \
             there, and {discard} throws it away."
    }
    plain_unfinished_row(title, words) { zh: "{title}，没写完的：{words}", en: "{title}, not finished: {words}" }
    plain_nothing_to_discard {
        zh: "这里没有没写完的文字可以丢弃；别处的，写 :丢弃 加 :找回 里的编号。移除和清空的会一直留着。",
        en: "There is no unfinished text here to throw away; for another one write :discard and its number under :removed. \
             What was removed or cleared is kept."
    }
    plain_confirm_discard(row) {
        zh: "丢弃这段没写完的文字？它不会留在 :找回 里。{row}",
        en: "Throw away this text that was not finished? It will not be kept under :removed. {row}"
    }
    plain_discarded { zh: "已丢弃；离开之前，:撤销 可以恢复。", en: "Thrown away; until you leave, :undo brings it back." }
    plain_not_discarded { zh: "没有丢弃。", en: "Nothing was thrown away." }
    plain_answer_goes_on { zh: "请接着写，最后一行只写一个句号。", en: "Go on writing; a line with only a full stop ends the answer." }
    plain_still_text(why) { zh: "{why}这一行留在回答里。", en: "{why} The line stays in the answer." }
    plain_cleared { zh: "已清空；:找回 或 :撤销 可以恢复。", en: "Cleared; :removed or :undo brings it back." }
    plain_nothing_to_clear { zh: "这里没有回答可清。", en: "There is no answer here to clear." }
    plain_nothing_to_edit { zh: "这里还没有写下文字。", en: "There is no written text here." }
    plain_append_many_only { zh: "只有多行的回答可以续写；这里请直接重写，或者用 :替换。", en: "Only answers of several lines can be written on; write this one anew, or use :replace." }
    plain_rewrite_hint { zh: "写下的会整个换掉它；只想接着写，请用 :续写。", en: "What you write replaces all of it; to write on instead, use :append." }
    plain_append_hint { zh: "从末尾另起一段接着写，最后一行只写一个句号。", en: "Go on in a new paragraph; a line with only a full stop ends the answer." }
    plain_replaced { zh: "换好了。", en: "Replaced." }
    plain_words_not_there(words) { zh: "回答里没有“{words}”。", en: "“{words}” does not stand in the answer." }
    plain_words_several_times(words, times) { zh: "“{words}”在回答里有 {times} 处，请多写几个字，好认出是哪一处。", en: "“{words}” stands there {times} times; write more of it, so that only one is meant." }

    // Commands.
    plain_no_such_command(words) { zh: "没有“{words}”这个命令；:帮助 列出全部命令。", en: "There is no command “{words}”; :help lists them all." }
    plain_no_such_command_but(words, near) {
        zh: "没有“{words}”这个命令，是不是 {near}？:帮助 列出全部命令。",
        en: "There is no command “{words}”. Did you mean {near}? :help lists them all."
    }
    plain_escape_hint { zh: "回答要以冒号开头，就写两个冒号。", en: "To begin an answer with a colon, write two." }
    plain_command_lacks(command, argument) { zh: "{command} 后面要写{argument}。", en: "{command} needs {argument} behind it." }
    plain_command_takes_nothing(command) { zh: "{command} 后面不能写别的，什么也没做。", en: "{command} takes nothing behind it; nothing was done." }
    plain_no_stop_before { zh: "已经在最前面了。", en: "There is no question before this one." }
    plain_no_such_stop(text, most) { zh: "没有“{text}”这一处；编号从 1 到 {most}，:大纲 可以列出来。", en: "There is no {text}; the numbers go from 1 to {most}, and :list lists them." }
    plain_moved(position, of) { zh: "现在是第 {position} 项，共 {of} 项。", en: "Now it is number {position} of {of}." }
    plain_confirm_remove(title) {
        zh: "移除“{title}”和其中的回答？内容会保留，:找回 可以恢复。",
        en: "Remove “{title}” with the answers in it? They are kept; :removed brings them back."
    }
    plain_confirm_remove_paired(title, paired) {
        zh: "移除“{title}”和其中的回答，连同成对的“{paired}”？内容会保留，:找回 可以恢复。",
        en: "Remove “{title}” with the answers in it, and what is paired with it ({paired})? They are kept; :removed \
             brings them back."
    }
    plain_paired_elsewhere(own, source, number) {
        zh: "“{own}”与“{source}”成对，要到那边添加或移除：先写 :到 {number}，再写 :添加 或 :移除。",
        en: "“{own}” follows “{source}”; add or remove there: :jump {number}, then :add or :remove."
    }
    plain_removed { zh: "已移除；:找回 或 :撤销 可以恢复。", en: "Removed; :removed or :undo brings it back." }
    plain_not_removed { zh: "没有移除。", en: "Nothing was removed." }
    plain_removed_hint {
        zh: ":找回 加编号，恢复那一项；没写完的，:丢弃 加编号就不要了。",
        en: ":removed and a number brings that one back; :discard and a number throws away one that was not finished."
    }
    plain_another(title) { zh: "再加一项“{title}”", en: "another “{title}”" }
    plain_open_hint { zh: ":到 加编号，可以去那里；:下一处未完 去下一处。", en: ":jump and a number goes there; :next open goes to the next." }
    plain_export_sensitive(count) {
        zh: "有 {count} 个敏感问题的回答，要写进文稿吗？空行就是不写。",
        en: "Sensitive answers: {count}. Shall they be in the file? An empty line leaves them out."
    }
    plain_sensitive_withheld(count) {
        zh: "略去了 {count} 个敏感问题的回答。",
        en: "Answers to sensitive questions that were left out: {count}."
    }
    plain_veil_lifted { zh: "敏感回答现在都显示；再写一次 :显示 就遮住。", en: "Sensitive answers are shown now; :reveal hides them again." }
    plain_not_exported { zh: "没有导出。", en: "Not exported." }

    // Saving and leaving.
    plain_saved_again { zh: "又能存上了，全部内容都已保存。", en: "Saving works again; everything is saved." }
    plain_all_saved { zh: "全部内容都已保存。", en: "Everything is saved." }
    plain_nothing_to_save { zh: "没有改动，不用保存。", en: "Nothing has changed, so there is nothing to save." }
    plain_leave_unsaved(reason) {
        zh: "最后的修改没有存上：{reason} 仍要离开吗？离开后，没存上的内容就丢了；留下来可以先导出。",
        en: "The last changes are not saved: {reason} Leave all the same? What is not saved is then lost; stay to export \
             it first."
    }

    // What came in.
    plain_line_cut(kept, end) {
        zh: "这一行到了终端一行的上限，收到 {kept} 个字符，到“{end}”为止，后面的可能没有收到；请用 :重看 核对，太长的请分成几行写。",
        en: "This line is as long as a terminal takes one: {kept} characters of it came in, up to “{end}”; what followed may \
             be lost. Check it with :again, and write what is so long in several lines."
    }
    plain_line_cut_unshown(kept) {
        zh: "这一行到了终端一行的上限，收到 {kept} 个字符，后面的可能没有收到；请用 :重看 核对，太长的请分成几行写。",
        en: "This line is as long as a terminal takes one: {kept} characters of it came in; what followed may be lost. Check \
             it with :again, and write what is so long in several lines."
    }
    plain_not_utf8 { zh: "这一行有不是 UTF-8 的字节，已换成 �；请核对。", en: "This line has bytes that are not UTF-8; they were replaced by �. Please check it." }

    // How answers stand.
    plain_standing_answered { zh: "已答", en: "answered" }
    plain_standing_optional { zh: "未答，可以不答", en: "unanswered, optional" }
    plain_standing_default { zh: "默认文字", en: "default" }

    // What commands take, and what they do.
    plain_argument_place { zh: "编号、路径或标题里的词", en: "NUMBER, PATH or WORDS of a title" }
    plain_argument_number { zh: "编号", en: "NUMBER" }
    plain_argument_file { zh: "文件名", en: "FILE" }
    plain_help_next { zh: "往下走，和空行一样", en: "goes on, as an empty line does" }
    plain_help_back { zh: "往回走", en: "goes back" }
    plain_help_next_open { zh: "到下一处未完", en: "goes to the next question that is open" }
    plain_help_jump { zh: "到指定的一处", en: "goes there" }
    plain_help_again { zh: "再看一遍这一问，连同整个回答", en: "shows the question again, with its whole answer" }
    plain_help_list { zh: "列出大纲和各处答得怎样；在首页是重新列出记录和问卷", en: "lists the outline and how each question stands; outside a session, lists anew" }
    plain_help_open { zh: "列出还没完成的地方", en: "lists what is still open" }
    plain_help_show { zh: "看现在的文稿", en: "shows the text so far" }
    plain_help_append { zh: "在现有的多行回答后面接着写", en: "goes on writing at the end of an answer of several lines" }
    plain_help_replace { zh: "替换现有回答里的一段文字", en: "replaces some words of the present answer" }
    plain_help_clear { zh: "清空这一问的回答", en: "clears the present answer" }
    plain_help_add { zh: "再加一项", en: "adds another of a repeated section" }
    plain_help_remove { zh: "移除现在这一项，会先问一声", en: "removes the present one of a repeated section, after asking" }
    plain_help_removed { zh: "列出移除、清空和没写完的；加编号就恢复", en: "lists what was removed or cleared; with a number, brings it back" }
    plain_help_discard {
        zh: "丢弃这一问没写完的文字，会先问一声；加编号就是 :找回 里的那一段",
        en: "throws away the unfinished text of the present question, after asking; with a number, the one listed under :removed"
    }
    plain_help_move_up { zh: "把现在这一项往前移", en: "moves the present one of a repeated section up" }
    plain_help_move_down { zh: "把现在这一项往后移", en: "moves the present one of a repeated section down" }
    plain_help_undo { zh: "撤销上一步", en: "takes back the last change" }
    plain_help_redo { zh: "重做撤销的一步", en: "makes the change again that was taken back" }
    plain_help_export { zh: "把文稿写成文件", en: "writes the text to a file" }
    plain_help_save { zh: "立即保存，并告诉您存上没有", en: "saves now, and says whether it worked" }
    plain_help_home { zh: "保存，回到首页另选一份", en: "saves, and goes back to the list of sessions" }
    plain_help_help { zh: "列出命令", en: "lists the commands" }
    plain_help_quit { zh: "保存并离开", en: "saves and leaves" }
    plain_help_lines {
        zh: "命令用中文英文都行。回答要以冒号开头，就写两个冒号；多行回答里要有只写一个句号的行，就写两个句号。",
        en: "Commands are understood in Chinese too. To begin an answer with a colon, write two; for a line with only a \
             full stop within an answer, write two."
    }
}
