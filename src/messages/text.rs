//! What is said by, and about, `text` and the editor.

use super::Display;

messages! {
    /// An edit was refused because of the length of a paragraph.
    paragraph_too_long(limit) {
        zh: "一段最多 {limit} 个字符，请分成几段",
        en: "A paragraph holds at most {limit} characters: please split it"
    }
    /// A line break was refused.
    one_line_only { zh: "这里只填一行", en: "Only one line goes here" }
}
