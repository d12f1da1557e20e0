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
    damage_empty { zh: "文件是空的", en: "the file is empty" }
    damage_truncated { zh: "文件后半截缺失", en: "the end of the file is missing" }
    damage_not_utf8(at) { zh: "不是 UTF-8 文本（第 {at} 字节）", en: "it is not UTF-8 text (byte {at})" }
    session_earlier_state(path) {
        zh: "最近一份完好的旧版本在 {path}；把它复制为 session.toml 即可恢复。",
        en: "The newest earlier state that is whole is {path}; copy it over session.toml to go back to it."
    }
    session_no_earlier_state { zh: "没有找到完好的旧版本。", en: "No earlier state that is whole was found." }
    session_questionnaire_broken(file, count) {
        zh: "这份记录所用的问卷 {file} 缺失或有 {count} 处错误；用 tigang check 查看。",
        en: "The questionnaire of this session, {file}, is missing or has {count} mistakes; see tigang check."
    }
}
