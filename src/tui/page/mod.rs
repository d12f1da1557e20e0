//! The page pane: the document as it will print, scrolled to what the present question yields.
//!
//! Rows are found only as far down as somebody looks, and what is being typed is put into its block in place, so that a
//! key costs the same whatever the length of the document.

mod block;
mod cursor;
mod live;
mod row;

use super::layout::more::More;
use crate::answers::Place;
use crate::document::{Document, Role, Span};
use crate::text::AmbiguousWidth;
use block::PageBlock;
pub use row::{PageRow, Piece};

/// The page pane's state.
#[derive(Debug, Default)]
pub struct Page {
    blocks: Vec<PageBlock>,
    /// Blank rows between blocks.
    gap: usize,
    /// The width that rows are found for, in columns.
    width: usize,
    ambiguous: AmbiguousWidth,
    /// The block at the top, and the row of it.
    top: (usize, usize),
    /// How many rows were in view last.
    height: usize,
    /// Where the cursor is, which is seen while the pane has the keys: a block and a byte of it.
    cursor: (usize, usize),
    /// What is to be in view once the pane's size is known: a block and a byte of it.
    target: Option<(usize, usize)>,
    /// How the page moves to the target.
    manner: Manner,
}

/// How the page moves so that something is in view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Manner {
    /// No further than it must.
    #[default]
    Follows,
    /// No further than it must, but leaves room below, so that the whole page need not be drawn again for the next row.
    MakesRoom,
    /// In any case: what is looked for stands a third of the way down.
    Turns,
}

impl Page {
    /// Shows a document. The present question's part in it is highlighted, and the page turns to it where `turns` is
    /// set; where it has none, to what comes nearest before it.
    pub fn show(&mut self, document: &Document, at: &Place, turns: bool) {
        self.gap = document.layout.paragraph_gap;
        let mut before = std::mem::take(&mut self.blocks).into_iter();
        let block = |block| {
            let made = PageBlock::new(block, document, at, self.width, self.ambiguous);
            match before.next() {
                Some(before) => made.with_rows_of(before),
                None => made,
            }
        };
        self.blocks = document.blocks.iter().map(block).collect();
        let section = at.parent().unwrap_or_else(Place::root);
        let around =
            |block: &crate::document::Block| block.spans.iter().any(|span| span.place.is_within(&section));
        let own = self
            .blocks
            .iter()
            .enumerate()
            .find_map(|(index, block)| Some((index, block.first_present()?)));
        let near = || document.blocks.iter().rposition(around).map(|index| (index, 0));
        if turns {
            self.target = own.or_else(near);
            self.manner = Manner::Turns;
            self.cursor = self.target.unwrap_or_default();
        }
        self.cursor.0 = self.cursor.0.min(self.blocks.len().saturating_sub(1));
    }

    /// Turns to the target anew, as after a change of size.
    pub fn turn_again(&mut self) {
        if self.target.is_some() {
            self.manner = Manner::Turns;
        }
    }

    /// Takes the size of the pane, and moves so that the target is in view.
    pub fn settle(&mut self, width: usize, height: usize, ambiguous: AmbiguousWidth) {
        self.height = height;
        if (width, ambiguous) != (self.width, self.ambiguous) {
            (self.width, self.ambiguous) = (width, ambiguous);
            // The words at the top stay there.
            let (top, row) = self.top;
            let byte = self.blocks.get_mut(top).map(|block| block.start_of(row));
            self.blocks
                .iter_mut()
                .for_each(|block| block.resize(width, ambiguous));
            let block = self.blocks.get_mut(top).zip(byte);
            self.top.1 = block.map_or(0, |(block, byte)| block.row_of(byte));
        }
        self.top.0 = self.top.0.min(self.blocks.len().saturating_sub(1));
        let Some((index, byte)) = self.target else { return };
        let Some(row) = self.blocks.get_mut(index).map(|block| block.row_of(byte)) else {
            return;
        };
        let manner = std::mem::take(&mut self.manner);
        let is_above = (index, row) < self.top;
        let turns = manner == Manner::Turns;
        if turns || is_above || self.rows_between(self.top, (index, row), height) >= height {
            self.top = (index, row);
            let above = match manner {
                Manner::Turns => height / 3,
                _ if is_above => 0,
                Manner::MakesRoom => height.saturating_sub(1 + height / 4),
                Manner::Follows => height.saturating_sub(1),
            };
            self.scroll(-isize::try_from(above).unwrap_or(0));
        }
        if !turns {
            self.target = None;
        }
    }

    /// How many rows lie between two places, counted no further than `enough`.
    fn rows_between(&mut self, from: (usize, usize), to: (usize, usize), enough: usize) -> usize {
        let mut rows = 0;
        let mut at = from;
        while at < to && rows < enough {
            at = self.step_down(at).unwrap_or(to);
            rows += 1;
        }
        rows
    }

    /// The next row down, blank rows between blocks included.
    fn step_down(&mut self, (block, row): (usize, usize)) -> Option<(usize, usize)> {
        let gap = self.gap;
        let present = self.blocks.get_mut(block)?;
        // A row that exists needs no count of all rows, which would find every row of a long block.
        if present.has_row(row + 1) || row + 1 < present.rows() + gap {
            Some((block, row + 1))
        } else if block + 1 < self.blocks.len() {
            Some((block + 1, 0))
        } else {
            None
        }
    }

    /// The next row up, blank rows between blocks included.
    fn step_up(&mut self, (block, row): (usize, usize)) -> Option<(usize, usize)> {
        if let Some(above) = row.checked_sub(1) {
            return Some((block, above));
        }
        let (above, gap) = (block.checked_sub(1)?, self.gap);
        let rows = self.blocks.get_mut(above)?.rows() + gap;
        Some((above, rows.saturating_sub(1)))
    }

    /// Scrolls by so many rows, down where positive, stopping at both ends.
    pub fn scroll(&mut self, by: isize) {
        for _ in 0..by.unsigned_abs() {
            let next = if by > 0 {
                self.step_down(self.top)
            } else {
                self.step_up(self.top)
            };
            match next {
                Some(next) => self.top = next,
                None => break,
            }
        }
    }

    /// The rows from the top down, as many as fit, and what is out of view.
    pub fn rows(&mut self, height: usize) -> (Vec<PageRow>, More) {
        let mut rows = Vec::with_capacity(height);
        let mut at = Some(self.top);
        while let Some((index, row)) = at
            && rows.len() < height
        {
            let Some(block) = self.blocks.get_mut(index) else {
                break;
            };
            let cursor = (index == self.cursor.0 && block.row_of(self.cursor.1) == row)
                .then(|| block.column_of(row, self.cursor.1, self.ambiguous));
            rows.push(match block.row(row) {
                Some((pieces, align)) => PageRow {
                    block: Some(index),
                    cursor,
                    pieces,
                    align,
                },
                None => PageRow::default(),
            });
            at = self.step_down((index, row));
        }
        // Blank rows at the end are nothing to see.
        let blocks = self.blocks.len();
        let mut is_text = |(index, row)| {
            let block = self.blocks.get_mut(index);
            index + 1 < blocks || block.is_some_and(|block: &mut PageBlock| block.has_row(row))
        };
        let more = More {
            before: self.top > (0, 0),
            behind: at.is_some_and(&mut is_text),
        };
        (rows, more)
    }
}

/// The place that a span of a document leads to, given by its block and its position there.
pub fn place_of(document: &Document, (block, span): (usize, usize)) -> Option<Place> {
    let span = document.blocks.get(block)?.spans.get(span)?;
    Some(leads_to(span).clone())
}

/// Where the words of a span come from.
fn leads_to(span: &Span) -> &Place {
    match span.role {
        Role::Text | Role::Heading(_) => span.cites.first().unwrap_or(&span.place),
        Role::Number | Role::Joint => &span.place,
    }
}
