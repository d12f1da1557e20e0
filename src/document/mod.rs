//! The assembled text as a tree of blocks, each span of it knowing which question or template it came from.

use crate::answers::Place;
use crate::questionnaire::{Align, Language};

mod assemble;

pub use assemble::assemble;

/// A finished text.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The blocks in their order.
    pub blocks: Vec<Block>,
    /// How the text is laid out unless an exporter is told otherwise.
    pub layout: Layout,
    /// Templates that could not be rendered. What they should have printed is missing.
    pub failures: Vec<Failure>,
}

/// What the questionnaire says of the layout.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The language.
    pub language: Language,
    /// What stands before the first line of a paragraph.
    pub indent: String,
    /// Blank lines between blocks.
    pub paragraph_gap: usize,
}

/// One paragraph, heading, or line.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What it is.
    pub style: Style,
    /// How its lines stand; `None` as the style usually does.
    pub align: Option<Align>,
    /// Its text.
    pub spans: Vec<Span>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// The document's title.
    Title,
    /// A heading of a level, from 1, on a line of its own.
    Heading(usize),
    /// Running text.
    Paragraph,
    /// One item of a list.
    ListItem,
}

/// A run of text from one source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The text. It holds no line break.
    pub text: String,
    /// What it is within its block.
    pub role: Role,
    /// The node that printed it.
    pub place: Place,
    /// The questions and sections that it was made from, besides the one that printed it.
    pub cites: Vec<Place>,
    /// Whether it says something that the outline's veil hides. It stands there whole all the same: what is handed on is
    /// no screen.
    pub is_veiled: bool,
}

/// What a span is within its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The number of a heading, with what parts it from the heading.
    Number,
    /// A heading of a level, be it a block of its own or run in.
    Heading(usize),
    /// Running text.
    Text,
    /// What the language puts between runs, or at the end of a run-in heading.
    Joint,
}

/// A template that could not be rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The node that it belongs to.
    pub place: Place,
    /// What went wrong, in minijinja's words.
    pub reason: String,
}

impl Document {
    /// The text in its runs.
    pub fn spans(&self) -> impl Iterator<Item = &Span> {
        self.blocks.iter().flat_map(|block| &block.spans)
    }

    /// Puts a mask where something is said that the outline's veil hides: for a screen.
    pub fn veil(&mut self, mask: &str) {
        let spans = self.blocks.iter_mut().flat_map(|block| &mut block.spans);
        for span in spans.filter(|span| span.is_veiled && !span.text.is_empty()) {
            mask.clone_into(&mut span.text);
            // What is made from something is not taken for the answer itself.
            span.cites.push(span.place.clone());
        }
    }
}

impl Block {
    /// The text of the block.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }
}

impl Span {
    /// Whether what stands at a place had a part in this span: it printed it, or was named by what did.
    pub fn comes_from(&self, place: &Place) -> bool {
        self.place == *place || self.cites.contains(place)
    }
}
