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

/// The bytes of a document. A document without any text is no bytes at all.
pub fn export(document: &Document, options: &PlainText) -> Vec<u8> {
    let indent = options.indent.as_deref().unwrap_or(&document.layout.indent);
    let gap = options.paragraph_gap.unwrap_or(document.layout.paragraph_gap);
    let line_end = options.line_end.as_str();
    let lines: Vec<String> = document.blocks.iter().map(|block| line(block, indent)).collect();
    let mut text = String::new();
    if options.byte_order_mark && !lines.is_empty() {
        text.push('\u{FEFF}');
    }
    text.push_str(&lines.join(&line_end.repeat(gap + 1)));
    if !lines.is_empty() {
        text.push_str(line_end);
    }
    text.into_bytes()
}

/// A block's line. A paragraph that the writer has indented already gets no second indent; titles and lines that are
/// centred or flush right have none.
fn line(block: &Block, indent: &str) -> String {
    let text = block.text();
    let aligned = matches!(block.align, Some(Align::Center | Align::Right));
    let indented = indent.is_empty() || text.starts_with(indent);
    if block.style == Style::Title || aligned || indented {
        text
    } else {
        format!("{indent}{text}")
    }
}
