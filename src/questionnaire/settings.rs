//! What the root table says of the document as a whole.

use super::{Language, NumberPattern};
use crate::text::count::CountBy;

/// The root's attributes, with the defaults of the language filled in.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The questionnaire's name in menus.
    pub title: String,
    /// What it is for, in a sentence or two.
    pub about: Option<String>,
    /// The author's version of the questionnaire.
    pub version: Option<String>,
    /// The language of the document.
    pub language: Language,
    /// One pattern per heading level; headings below the last level have no number.
    pub numbering: Vec<NumberPattern>,
    /// What stands before the first line of a paragraph.
    pub indent: String,
    /// Blank lines between blocks.
    pub paragraph_gap: usize,
    /// How lengths are counted.
    pub count_by: CountBy,
    /// House terms: the word to use, and the words it stands for.
    pub terms: Vec<Term>,
}

/// A house term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The word to use.
    pub preferred: String,
    /// The words to avoid.
    pub avoid: Vec<String>,
}
