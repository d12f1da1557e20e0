//! A text to read, perhaps with words at the left of it: wrapped to the screen, and scrolled.

use super::paint::wrapped;
use crate::text::width::{AmbiguousWidth, columns};

/// The columns between what stands at the left and the text.
pub const GAP: u16 = 2;

/// A text to read.
#[derive(Debug)]
pub struct Reading {
    /// The title.
    pub title: String,
    /// The paragraphs: what stands at the left, and the text at the right of it.
    pub paragraphs: Vec<(String, String)>,
    /// The first row shown.
    pub top: usize,
}

/// A text as it stands on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingRows {
    /// The columns at the left, and those between them and the text.
    pub left: u16,
    /// The rows: what stands at the left, and at the right of it.
    pub rows: Vec<(String, String)>,
}

impl Reading {
    /// A text, shown from its beginning.
    pub fn new(title: impl Into<String>, paragraphs: Vec<(String, String)>) -> Self {
        Self {
            title: title.into(),
            paragraphs,
            top: 0,
        }
    }

    /// The rows at a width in columns.
    pub fn rows(&self, width: u16, ambiguous: AmbiguousWidth) -> ReadingRows {
        let lefts = self.paragraphs.iter().map(|(left, _)| columns(left, ambiguous));
        let left = u16::try_from(lefts.max().unwrap_or(0)).unwrap_or(u16::MAX);
        let left = match left {
            0 => 0,
            left => left.min(width / 2).saturating_add(GAP),
        };
        let room = width.saturating_sub(left);
        let rows = self.paragraphs.iter().flat_map(|(beside, text)| {
            let mut lines = wrapped(text, room, ambiguous).into_iter();
            let first = (beside.clone(), lines.next().unwrap_or_default());
            [first].into_iter().chain(lines.map(|line| (String::new(), line)))
        });
        ReadingRows {
            left,
            rows: rows.collect(),
        }
    }

    /// Scrolls by so many rows, as far as there is more to see in an area of a width in columns and a height in rows.
    pub fn scroll(&mut self, by: isize, (width, height): (u16, u16), ambiguous: AmbiguousWidth) {
        let rows = self.rows(width, ambiguous).rows.len();
        let last = rows.saturating_sub(usize::from(height));
        self.top = self.top.saturating_add_signed(by).min(last);
    }
}
