//! Which rows the text has at the size of its pane, and which of them are in view.
//!
//! Rows are found from a paragraph's start down to where somebody looks, and kept; see [`RowStarts`]. So a
//! key costs what the rows in view cost. Only what really needs all rows of a paragraph finds them all: going
//! to its end, or up into it from below.

use super::buffer::Buffer;
use super::{Caret, Position, Size};
use crate::text::{Row, RowStarts};

/// A row of the whole text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct RowId {
    pub(super) paragraph: usize,
    pub(super) row: usize,
}

/// The rows found so far, and the first one in view.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    size: Size,
    paragraphs: Vec<RowStarts>,
    top: RowId,
    follows: Follows,
    /// How many rows at the bottom may be blank.
    room: usize,
}

/// Whether the view moves to the caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Follows {
    /// The person has scrolled away from it.
    No,
    /// As far as it must.
    Motion,
    /// Down by several rows at once, for what is typed next: not each new row moves all others.
    Typing,
}

/// What is left free below a caret that typing has moved out of view: this part of the pane.
const ROOM: usize = 3;

impl Layout {
    pub(super) fn new(buffer: &Buffer, size: Size) -> Self {
        let paragraphs = vec![empty(size); buffer.paragraphs().len()];
        Self {
            size,
            paragraphs,
            top: RowId::default(),
            follows: Follows::Motion,
            room: 0,
        }
    }

    pub(super) fn size(&self) -> Size {
        self.size
    }

    pub(super) fn top(&self) -> RowId {
        self.top
    }

    /// How many rows of a paragraph have been found.
    #[cfg(test)]
    pub(super) fn known_rows(&self, paragraph: usize) -> usize {
        self.paragraphs
            .get(paragraph)
            .map_or(0, |rows| rows.known().len())
    }

    /// The pane has this size now. The first row in view stays in view.
    pub(super) fn resize(&mut self, buffer: &Buffer, size: Size) {
        if size == self.size {
            return;
        }
        let first = self.paragraphs.get_mut(self.top.paragraph);
        let first = first.and_then(|rows| rows.row(buffer.paragraph(self.top.paragraph), self.top.row));
        let byte = first.map_or(0, |row| row.range.start);
        if (size.width, size.ambiguous) != (self.size.width, self.size.ambiguous) {
            self.paragraphs = vec![empty(size); buffer.paragraphs().len()];
            self.top.row = self.index_of(
                buffer,
                Position {
                    byte,
                    ..self.top_position()
                },
            );
        }
        self.size = size;
        self.follows = Follows::Motion;
        self.room = 0;
    }

    fn top_position(&self) -> Position {
        Position {
            paragraph: self.top.paragraph,
            byte: 0,
        }
    }

    /// The text between two places has changed; it ended at `old_end` and ends at `new_end` now.
    pub(super) fn text_changed(&mut self, start: Position, old_end: Position, new_end: Position) {
        if let Some(rows) = self.paragraphs.get_mut(start.paragraph) {
            rows.invalidate_from(start.byte);
        }
        let first = (start.paragraph + 1).min(self.paragraphs.len());
        let last = (old_end.paragraph + 1).clamp(first, self.paragraphs.len());
        let added = new_end.paragraph.saturating_sub(start.paragraph);
        self.paragraphs.splice(first..last, vec![empty(self.size); added]);
    }

    /// Whether the caret is kept in view from now on, and how.
    pub(super) fn follow(&mut self, follows: Follows) {
        self.follows = follows;
    }

    fn index_of(&mut self, buffer: &Buffer, position: Position) -> usize {
        let rows = self.paragraphs.get_mut(position.paragraph);
        rows.map_or(0, |rows| {
            rows.index_of(buffer.paragraph(position.paragraph), position.byte)
        })
    }

    fn count(&mut self, buffer: &Buffer, paragraph: usize) -> usize {
        let rows = self.paragraphs.get_mut(paragraph);
        rows.map_or(1, |rows| rows.count(buffer.paragraph(paragraph)))
    }

    /// Where what is typed has come to the end of a full row, the caret stands in a row of its own below: what is
    /// typed next goes there, and an input method opens there.
    fn spare_row(&mut self, buffer: &Buffer, caret: Caret) -> Option<RowId> {
        let paragraph = caret.position.paragraph;
        let text = buffer.paragraph(paragraph);
        if caret.before_wrap || text.is_empty() || caret.position.byte < text.len() {
            return None;
        }
        let count = self.count(buffer, paragraph);
        let last = self.paragraphs.get_mut(paragraph)?.row(text, count - 1)?;
        (last.columns >= self.size.width).then_some(RowId {
            paragraph,
            row: count,
        })
    }

    /// The row, if there is such; the caret's spare row counts.
    pub(super) fn row(&mut self, buffer: &Buffer, caret: Caret, id: RowId) -> Option<Row> {
        let text = buffer.paragraph(id.paragraph);
        let known = self.paragraphs.get_mut(id.paragraph)?.row(text, id.row).cloned();
        known.or_else(|| {
            let spare = self.spare_row(buffer, caret)?;
            let end = text.len()..text.len();
            (spare == id).then_some(Row {
                range: end,
                columns: 0,
            })
        })
    }

    /// The row that the caret stands in.
    pub(super) fn row_of_caret(&mut self, buffer: &Buffer, caret: Caret) -> RowId {
        if let Some(spare) = self.spare_row(buffer, caret) {
            return spare;
        }
        let paragraph = caret.position.paragraph;
        let mut row = self.index_of(buffer, caret.position);
        if caret.before_wrap && row > 0 {
            let text = buffer.paragraph(paragraph);
            let rows = self.paragraphs.get_mut(paragraph);
            let start = rows.and_then(|rows| rows.row(text, row).map(|row| row.range.start));
            row -= usize::from(start == Some(caret.position.byte));
        }
        RowId { paragraph, row }
    }

    pub(super) fn below(&mut self, buffer: &Buffer, caret: Caret, id: RowId) -> Option<RowId> {
        let next = RowId {
            row: id.row + 1,
            ..id
        };
        if self.row(buffer, caret, next).is_some() {
            return Some(next);
        }
        let paragraph = id.paragraph + 1;
        (paragraph < self.paragraphs.len()).then_some(RowId { paragraph, row: 0 })
    }

    pub(super) fn above(&mut self, buffer: &Buffer, caret: Caret, id: RowId) -> Option<RowId> {
        if let Some(row) = id.row.checked_sub(1) {
            return Some(RowId { row, ..id });
        }
        let paragraph = id.paragraph.checked_sub(1)?;
        match self.spare_row(buffer, caret) {
            Some(spare) if spare.paragraph == paragraph => Some(spare),
            _ => Some(RowId {
                paragraph,
                row: self.count(buffer, paragraph) - 1,
            }),
        }
    }

    /// The row this many rows below (or above, if negative), or the last one on the way.
    pub(super) fn away(&mut self, buffer: &Buffer, caret: Caret, from: RowId, rows: isize) -> RowId {
        let mut id = from;
        for _ in 0..rows.unsigned_abs() {
            let next = if rows > 0 {
                self.below(buffer, caret, id)
            } else {
                self.above(buffer, caret, id)
            };
            let Some(next) = next else { break };
            id = next;
        }
        id
    }

    /// Moves the view and leaves the caret where it is.
    pub(super) fn scroll(&mut self, buffer: &Buffer, caret: Caret, rows: isize) {
        self.top = self.away(buffer, caret, self.top, rows);
        self.follows = Follows::No;
    }

    /// Moves the view so that it is filled, and holds the caret if it follows it.
    pub(super) fn settle(&mut self, buffer: &Buffer, caret: Caret) {
        let height = self.size.height.max(1);
        while self.row(buffer, caret, self.top).is_none() {
            // The text has become shorter than that.
            match self.above(buffer, caret, self.top) {
                Some(above) => self.top = above,
                None => break,
            }
        }
        if self.follows != Follows::No {
            let target = self.row_of_caret(buffer, caret);
            let bottom = self.away(buffer, caret, self.top, height.cast_signed() - 1);
            if target < self.top {
                self.top = target;
            } else if target > bottom {
                if self.follows == Follows::Typing {
                    self.room = height / ROOM;
                }
                let above = (height - 1).saturating_sub(self.room);
                self.top = self.away(buffer, caret, target, -above.cast_signed());
            }
        }
        let mut bottom = self.top;
        let mut filled = 1;
        while filled < height {
            let Some(below) = self.below(buffer, caret, bottom) else {
                break;
            };
            bottom = below;
            filled += 1;
        }
        let blank = height - filled;
        self.room = self.room.min(blank);
        self.top = self.away(buffer, caret, self.top, -(blank - self.room).cast_signed());
    }
}

fn empty(size: Size) -> RowStarts {
    RowStarts::new(size.width, size.ambiguous)
}
