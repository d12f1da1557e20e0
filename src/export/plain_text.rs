//! Plain text: UTF-8, one line a paragraph, exactly one line break at the end.

use crate::document::{Block, Document, Style};
use crate::questionnaire::Align;

/// How plain text is written. The default is what the questionnaire says, with `\n` and no byte order mark.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlainText {
    /// What ends a line.
    pub line_end: LineEnd,
    /// Whether the text starts with a byte order mark, as some older Windows programs want it.
    pub byte_order_mark: bool,
    /// What stands before the first line of a paragraph, instead of what the questionnaire says.
    pub indent: Option<String>,
    /// Blank lines between blocks, instead of what the questionnaire says.
    pub paragraph_gap: Option<usize>,
}

/// What ends a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineEnd {
    /// `\n`
    #[default]
    Lf,
    /// `\r\n`
    Crlf,
}

impl LineEnd {
    fn as_str(self) -> &'static str {
        match self {
            Self::Lf => "\n",
            Self::Crlf => "\r\n",
        }
    }
}

/// What stands before an item of a list where the language writes words apart. Chinese and Japanese set each item as a
/// paragraph.
const LIST_MARKER: &str = "- ";

/// The bytes of a document. A document without any text is no bytes at all.
pub fn export(document: &Document, options: &PlainText) -> Vec<u8> {
    let indent = options.indent.as_deref().unwrap_or(&document.layout.indent);
    let gap = options.paragraph_gap.unwrap_or(document.layout.paragraph_gap);
    let line_end = options.line_end.as_str();
    let marker = if document.layout.language.joint().is_empty() {
        ""
    } else {
        LIST_MARKER
    };
    let mut text = String::new();
    let mut before = None;
    for block in &document.blocks {
        match before {
            // The items of one list stand close together.
            Some(Style::ListItem) if block.style == Style::ListItem => text.push_str(line_end),
            Some(_) => text.push_str(&line_end.repeat(gap + 1)),
            None if options.byte_order_mark => text.push('\u{FEFF}'),
            None => {}
        }
        text.push_str(&line(block, indent, marker));
        before = Some(block.style);
    }
    if before.is_some() {
        text.push_str(line_end);
    }
    text.into_bytes()
}

/// A block's line. A paragraph that the writer has indented already gets no second indent; titles and lines that are
/// centred or flush right have none.
fn line(block: &Block, indent: &str, marker: &str) -> String {
    let marker = if block.style == Style::ListItem {
        marker
    } else {
        ""
    };
    let text = format!("{marker}{}", block.text());
    let aligned = matches!(block.align, Some(Align::Center | Align::Right));
    let indented = indent.is_empty() || text.starts_with(indent);
    if block.style == Style::Title || aligned || indented {
        text
    } else {
        format!("{indent}{text}")
    }
}
