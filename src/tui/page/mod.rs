//! The page pane: the document as it will print, scrolled to what the present question yields.
//!
//! Rows are found only as far down as somebody looks, and what is being typed is put into its block in place, so that a
//! key costs the same whatever the length of the document.

mod block;
mod live;

use super::layout::more::More;
use crate::answers::Place;
use crate::document::{Document, Role};
use crate::questionnaire::Align;
use crate::text::AmbiguousWidth;
use block::PageBlock;

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
    /// The block under the cursor, where the pane has the keys.
    pub cursor: usize,
    /// What is to be in view once the pane's size is known: a block and a byte of it.
    target: Option<(usize, usize)>,
    /// Whether the target is to stand a third of the way down; else the page moves only as far as it must.
    turns: bool,
}

/// One row of the page as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRow {
    /// The block that it belongs to; `None` for a blank row between blocks.
    pub block: Option<usize>,
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
    /// Whether the present question had a part in it.
    pub present: bool,
    /// Whether it belongs to a heading or a title.
    pub heading: bool,
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
            self.turns = true;
            self.cursor = self.target.map_or(0, |(block, _)| block);
        }
        self.cursor = self.cursor.min(self.blocks.len().saturating_sub(1));
    }

    /// Turns to the block under the cursor.
    pub fn show_cursor(&mut self) {
        self.target = Some((self.cursor, 0));
        self.turns = true;
    }

    /// Turns to the target anew, as after a change of size.
    pub fn turn_again(&mut self) {
        self.turns = self.target.is_some();
    }

    /// Takes the size of the pane, and moves so that the target is in view.
    pub fn settle(&mut self, width: usize, height: usize, ambiguous: AmbiguousWidth) {
        if (width, ambiguous) != (self.width, self.ambiguous) {
            (self.width, self.ambiguous) = (width, ambiguous);
            self.blocks
                .iter_mut()
                .for_each(|block| block.resize(width, ambiguous));
            self.top.1 = 0;
        }
        self.top.0 = self.top.0.min(self.blocks.len().saturating_sub(1));
        let Some((index, byte)) = self.target else { return };
        let Some(row) = self.blocks.get_mut(index).map(|block| block.row_of(byte)) else {
            return;
        };
        let turns = std::mem::take(&mut self.turns);
        let is_above = (index, row) < self.top;
        if turns || is_above || self.rows_between(self.top, (index, row), height) >= height {
            self.top = (index, row);
            let above = if turns {
                height / 3
            } else if is_above {
                0
            } else {
                // So that the whole page need not be drawn again for the next row as well.
                height.saturating_sub(1 + height / 4)
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

    /// Scrolls by so many rows, down where positive, stopping at both ends.
    pub fn scroll(&mut self, by: isize) {
        for _ in 0..by.unsigned_abs() {
            let (block, row) = self.top;
            let next = if by > 0 {
                self.step_down(self.top)
            } else if let Some(above) = row.checked_sub(1) {
                Some((block, above))
            } else {
                let gap = self.gap;
                let above = block.checked_sub(1);
                above.and_then(|above| {
                    let rows = self.blocks.get_mut(above)?.rows() + gap;
                    Some((above, rows.saturating_sub(1)))
                })
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
            rows.push(block.row(row).map_or_else(
                || PageRow {
                    block: None,
                    pieces: Vec::new(),
                    align: Align::Left,
                },
                |(pieces, align)| PageRow {
                    block: Some(index),
                    pieces,
                    align,
                },
            ));
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

/// The place that a block leads to: that of its first answer.
pub fn place_of(document: &Document, block: usize) -> Option<Place> {
    let spans = &document.blocks.get(block)?.spans;
    let answer = spans
        .iter()
        .find(|span| span.role == Role::Text && !span.text.trim().is_empty());
    let span = answer.or(spans.first())?;
    Some(span.cites.first().unwrap_or(&span.place).clone())
}
