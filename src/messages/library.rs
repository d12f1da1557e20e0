//! What is said about opening, starting and listing whole sessions.

use super::Display;

messages! {
    session_newer(is, known) {
        zh: "这份记录由更新的版本写成（格式 {is}，本程序认识到 {known}），只能查看；升级后再编辑。",
        en: "This session was written by a newer version (format {is}; this program knows {known}), so it can only be \
             read. Upgrade to edit it."
    }
    session_damaged(file, what, offer) {
        zh: "{file} 读不懂：{what}。文件原样未动。{offer}",
        en: "{file} makes no sense: {what}. The file was not touched. {offer}"
    }
    session_gone(file, offer) { zh: "{file} 不见了。{offer}", en: "{file} is gone. {offer}" }
    session_gone_earlier_state(id, state) {
        zh: "tigang restore {id} {state} 用最近一份完好的旧版本接着写。",
        en: "tigang restore {id} {state} goes on from the newest earlier state that is whole."
    }
    session_gone_for_good {
        zh: "也没有找到完好的旧版本；请从备份里找回这个文件。",
        en: "No earlier state that is whole was found either; take the file from a backup."
    }
    session_state_unusable(file, what) {
        zh: "这份旧版本 {file} 用不了：{what}。什么都没有改动。",
        en: "The earlier state {file} cannot be used: {what}. Nothing was changed."
    }
    damage_empty { zh: "文件是空的", en: "the file is empty" }
    damage_truncated { zh: "文件后半截缺失", en: "the end of the file is missing" }
    damage_not_utf8(at) { zh: "不是 UTF-8 文本（第 {at} 字节）", en: "it is not UTF-8 text (byte {at})" }
    format_not_toml(error) { zh: "不是正确的 TOML：\n{error}\n", en: "it is not TOML:\n{error}\n" }
    format_not_said { zh: "没有写明格式的一行 format = 1", en: "it has no line format = 1" }
    session_state_newer(is, known) {
        zh: "由更新的版本写成（格式 {is}，本程序认识到 {known}）",
        en: "it was written by a newer version (format {is}; this program knows {known})"
    }
    session_newer_unreadable(file, is, known) {
        zh: "{file} 由更新的版本写成（格式 {is}，本程序认识到 {known}），这里读不懂，也没有动它。请升级后再打开。",
        en: "{file} was written by a newer version (format {is}; this program knows {known}) and makes no sense here. It \
             was not touched. Upgrade to open it."
    }
    session_state_without_questionnaire {
        zh: "它的问卷缺失或有错误",
        en: "its questionnaire is missing or has mistakes"
    }
    session_file_missing { zh: "文件不见了", en: "the file is gone" }
    session_earlier_state(id, state) {
        zh: "tigang restore {id} {state} 用最近一份完好的旧版本接着写，文件里还能读出的其他回答列为移除的内容；tigang restore {id} --salvage 只用文件里还能读出的。",
        en: "tigang restore {id} {state} goes on from the newest earlier state that is whole, with what can still be \
             read of the file among what was removed; tigang restore {id} --salvage takes only what can still be read."
    }
    session_no_earlier_state(id) {
        zh: "没有找到完好的旧版本；tigang restore {id} --salvage 可以用文件里还能读出的回答。",
        en: "No earlier state that is whole was found; tigang restore {id} --salvage takes what can still be read."
    }
    session_no_such_answer(place) { zh: "{place} 没有回答。", en: "Nothing is answered at {place}." }
    session_answer_has_question(place) {
        zh: "{place} 的题目还在，它的回答不能用 move 移走；要改就用 tigang resume 打开。tigang removed 列出没有题目的回答。",
        en: "The question {place} is still there, so its answer stays; tigang resume opens the session to change it. \
             tigang removed lists the answers without a question."
    }
    session_no_such_record { zh: "没有这一条移除的内容。", en: "Nothing that was removed has this number." }
    session_answer_does_not_fit(from, to) {
        zh: "{from} 的回答放不进 {to}：种类不合，或者现在不问这一题。",
        en: "The answer at {from} cannot be moved to {to}: that takes another kind of answer, or is not asked at present."
    }
    session_questionnaire_broken(file, count) {
        zh: "这份记录所用的问卷 {file} 缺失或有 {count} 处错误；用 tigang check 查看。",
        en: "The questionnaire of this session, {file}, is missing or has {count} mistakes; see tigang check."
    }
}

// What else lies there.
messages! {
    editor_copies_kept(directories) {
        zh: "这些目录里留着用外部编辑器写下、没有成为回答的文字；看过不再需要的，删去整个目录即可（编辑器还开着的除外）：{directories}",
        en: "Text from an editor of your own that became no answer was kept in these directories; what you no longer need \
             goes with its whole directory (unless an editor is still open on it):{directories}"
    }
}

// Names.
messages! {
    name_taken(name) {
        zh: "已经有一份记录叫“{name}”了，请换一个名字。",
        en: "There is a session called “{name}” already. Please choose another name."
    }
    restored_under(name, free) {
        zh: "已经有一份记录叫“{name}”了，找回的这一份叫“{free}”。",
        en: "There is a session called “{name}” already; the one brought back is called “{free}”."
    }
    unpacked_under(name, free) {
        zh: "已经有一份记录叫“{name}”了，取出的这一份叫“{free}”。",
        en: "There is a session called “{name}” already; the one taken out is called “{free}”."
    }
}

// Packed sessions.
messages! {
    pack_not_readable(what) {
        zh: "这份记录读不懂（{what}），没法从中略去敏感的回答。加 --with-sensitive 可以原样打包。",
        en: "The session makes no sense ({what}), so what is sensitive cannot be left out of it. --with-sensitive packs \
             it as it is."
    }
    pack_too_large {
        zh: "内容太多，超过了打包的上限 256 MB。打包时不带 --with-history 会小得多。",
        en: "It holds too much: a packed session has 256 MB at most. Without --with-history it is far smaller."
    }
    pack_not_one {
        zh: "这不是打包的记录，或者文件不完整。什么都没有改动。",
        en: "It is not a packed session, or the end of it is missing. Nothing was changed."
    }
    pack_foreign(name) {
        zh: "包里的“{name}”不属于一份记录，所以整个包都没有采用。什么都没有改动。",
        en: "“{name}” in the archive is no file of a session, so none of it was used. Nothing was changed."
    }
    pack_senseless(what) {
        zh: "包里的记录读不懂：{what}。什么都没有改动。",
        en: "The packed session makes no sense: {what}. Nothing was changed."
    }
    pack_wrong_passphrase { zh: "密码不对。", en: "The passphrase is wrong." }
    pack_not_decrypted {
        zh: "这个加密文件解不开：文件不完整，或者用的是别的加密方式。",
        en: "The encrypted file cannot be opened: the end of it is missing, or it is encrypted in another way."
    }
}
