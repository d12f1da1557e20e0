//! The forms in which a document can be handed in.

use super::plain_text::{self, PlainText};
use crate::document::Document;

/// A form to export to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
}

impl Format {
    /// Every format, with the name that the command line and the dialogs use.
    pub const ALL: [(Self, &'static str); 1] = [(Self::Text, "text")];

    /// The format of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, known)| *known == name)
            .map(|(format, _)| *format)
    }

    /// The usual ending of a file of this format, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
        }
    }

    /// The bytes of a document.
    pub fn export(self, document: &Document, options: &PlainText) -> Vec<u8> {
        match self {
            Self::Text => plain_text::export(document, options),
        }
    }
}
