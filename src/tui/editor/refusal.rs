//! Edits that an editor does not do, and says so.

use crate::messages::Locale;

/// The most characters of a paragraph, Unicode scalar values to be exact. What is longer when it is loaded
/// stays, but cannot grow.
pub const PARAGRAPH_LIMIT: usize = 60_000;

/// Why an edit was not done. The text is as it was before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A paragraph would have come to hold more than [`PARAGRAPH_LIMIT`] characters.
    #[error("a paragraph holds at most {PARAGRAPH_LIMIT} characters")]
    ParagraphTooLong,
    /// The editor holds one line only.
    #[error("only one line goes here")]
    OneLineOnly,
}

impl Refusal {
    /// What to tell the person.
    pub fn message(self, locale: Locale) -> String {
        match self {
            Self::ParagraphTooLong => locale.paragraph_too_long(PARAGRAPH_LIMIT),
            Self::OneLineOnly => locale.one_line_only().to_owned(),
        }
    }
}
