//! A row of the page as it is shown.

use crate::questionnaire::Align;
use crate::text::AmbiguousWidth;
use crate::text::width::columns;

/// One row of the page as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRow {
    /// The block that it belongs to; `None` for a blank row between blocks.
    pub block: Option<usize>,
    /// How many columns from the row's start the cursor stands, where it stands in this row.
    pub cursor: Option<usize>,
    /// The pieces of the row.
    pub pieces: Vec<Piece>,
    /// How it stands.
    pub align: Align,
}

/// A piece of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// The span that it comes from, by its position in its block; `None` for the indent.
    pub span: Option<usize>,
    /// Whether the present question had a part in it.
    pub present: bool,
    /// Whether it belongs to a heading or a title.
    pub heading: bool,
}

impl Default for PageRow {
    /// A blank row.
    fn default() -> Self {
        Self {
            block: None,
            cursor: None,
            pieces: Vec::new(),
            align: Align::Left,
        }
    }
}

impl PageRow {
    /// The columns that stay free before its first piece, in a room of so many.
    pub fn free_before(&self, room: usize, ambiguous: AmbiguousWidth) -> usize {
        let taken = || -> usize {
            let texts = self.pieces.iter();
            texts.map(|piece| columns(&piece.text, ambiguous)).sum()
        };
        match self.align {
            Align::Left => 0,
            Align::Center => room.saturating_sub(taken()) / 2,
            Align::Right => room.saturating_sub(taken()),
        }
    }

    /// The block and the span whose words stand at a column of a room of so many. Beside the words those count that are
    /// nearest.
    pub fn span_at(&self, column: usize, room: usize, ambiguous: AmbiguousWidth) -> Option<(usize, usize)> {
        let mut end = self.free_before(room, ambiguous);
        let mut found = None;
        for piece in &self.pieces {
            if end > column && found.is_some() {
                break;
            }
            end += columns(&piece.text, ambiguous);
            found = piece.span.or(found);
        }
        Some((self.block?, found?))
    }
}
