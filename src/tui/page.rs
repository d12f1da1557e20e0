//! The page pane: the document as it will print, scrolled to what the present question yields.

use crate::answers::Place;
use crate::document::{Block, Document, Role, Style as BlockStyle};
use crate::questionnaire::Align;
use crate::text::width::AmbiguousWidth;
use crate::text::wrap;
use std::ops::Range;

/// The page pane's state.
#[derive(Debug, Default)]
pub struct Page {
    /// The block at the top, and the row of it.
    pub top: (usize, usize),
    /// The block under the cursor, where the pane has the keys.
    pub cursor: usize,
    /// The block in which what the present question yields begins.
    target: Option<usize>,
    /// Whether the top is to be chosen anew when the pane's size is known.
    pub wants_target: bool,
}

/// One row of the page as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRow {
    /// The block that it belongs to; `None` for a blank row between blocks.
    pub block: Option<usize>,
    /// The pieces of the row, each with whether the present question had a part in it, and whether it is a heading.
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
    /// Turns to what a question yields; where it yields nothing, to what comes nearest before it in the document.
    pub fn follow(&mut self, document: &Document, at: &Place) {
        let from = |block: &Block| block.spans.iter().any(|span| span.comes_from(at));
        let around = |block: &Block| {
            let section = at.parent().unwrap_or_else(Place::root);
            block.spans.iter().any(|span| span.place.is_within(&section))
        };
        let blocks = &document.blocks;
        let target = blocks
            .iter()
            .position(from)
            .or_else(|| blocks.iter().rposition(around));
        self.target = target;
        self.cursor = target.unwrap_or(0).min(blocks.len().saturating_sub(1));
        self.wants_target = true;
    }

    /// Brings the block under the cursor into view.
    pub fn show_cursor(&mut self) {
        self.target = Some(self.cursor);
        self.wants_target = true;
    }

    /// Chooses the top so that the target is in view, some rows below the top.
    pub fn settle(
        &mut self,
        document: &Document,
        at: &Place,
        width: usize,
        height: usize,
        ambiguous: AmbiguousWidth,
    ) {
        if !std::mem::take(&mut self.wants_target) {
            return;
        }
        let Some(target) = self.target else {
            self.top = (0, 0);
            return;
        };
        let row = document.blocks.get(target).map_or(0, |block| {
            let rows = block_rows(document, target, block, at, width, ambiguous);
            rows.iter()
                .position(|row| row.pieces.iter().any(|piece| piece.present))
                .unwrap_or(0)
        });
        self.top = (target, row);
        self.scroll(
            document,
            at,
            width,
            ambiguous,
            -(isize::try_from(height / 3).unwrap_or(0)),
        );
    }

    /// Scrolls by so many rows, down where positive, stopping at both ends.
    pub fn scroll(
        &mut self,
        document: &Document,
        at: &Place,
        width: usize,
        ambiguous: AmbiguousWidth,
        by: isize,
    ) {
        let height = |index: usize| {
            document.blocks.get(index).map_or(0, |block| {
                block_rows(document, index, block, at, width, ambiguous).len() + document.layout.paragraph_gap
            })
        };
        let (mut block, mut row) = self.top;
        for _ in 0..by.unsigned_abs() {
            if by < 0 {
                match (row.checked_sub(1), block.checked_sub(1)) {
                    (Some(above), _) => row = above,
                    (None, Some(above)) => (block, row) = (above, height(above).saturating_sub(1)),
                    (None, None) => break,
                }
            } else if row + 1 < height(block) {
                row += 1;
            } else if block + 1 < document.blocks.len() {
                (block, row) = (block + 1, 0);
            } else {
                break;
            }
        }
        self.top = (block, row);
    }

    /// The rows from the top down, as many as fit.
    pub fn rows(
        &self,
        document: &Document,
        at: &Place,
        width: usize,
        height: usize,
        ambiguous: AmbiguousWidth,
    ) -> Vec<PageRow> {
        let (first, skip) = self.top;
        let mut rows = Vec::with_capacity(height);
        for (index, block) in document.blocks.iter().enumerate().skip(first) {
            let skip = if index == first { skip } else { 0 };
            rows.extend(
                block_rows(document, index, block, at, width, ambiguous)
                    .into_iter()
                    .skip(skip),
            );
            let blank = || PageRow {
                block: None,
                pieces: Vec::new(),
                align: Align::Left,
            };
            rows.extend(std::iter::repeat_with(blank).take(document.layout.paragraph_gap));
            if rows.len() >= height {
                break;
            }
        }
        rows.truncate(height);
        rows
    }
}

/// The rows of one block.
fn block_rows(
    document: &Document,
    index: usize,
    block: &Block,
    at: &Place,
    width: usize,
    ambiguous: AmbiguousWidth,
) -> Vec<PageRow> {
    let align = block.align.unwrap_or(if block.style == BlockStyle::Title {
        Align::Center
    } else {
        Align::Left
    });
    let mut text = String::new();
    let indented = align == Align::Left && !block.text().starts_with(document.layout.indent.as_str());
    if indented {
        text.push_str(&document.layout.indent);
    }
    let mut spans: Vec<(Range<usize>, bool, bool)> = Vec::new();
    for span in &block.spans {
        let start = text.len();
        text.push_str(&span.text);
        let heading =
            block.style == BlockStyle::Title || matches!(span.role, Role::Heading(_) | Role::Number);
        spans.push((start..text.len(), span.comes_from(at), heading));
    }
    let piece = |range: &Range<usize>, row: &Range<usize>, present, heading| {
        let (start, end) = (range.start.max(row.start), range.end.min(row.end));
        let text = text.get(start..end).filter(|piece| !piece.is_empty())?.to_owned();
        Some(Piece {
            text,
            present,
            heading,
        })
    };
    let before = spans.first().map_or(0, |(range, ..)| range.start);
    wrap::rows(&text, width.max(1), ambiguous)
        .map(|row| {
            let lead = piece(&(0..before), &row.range, false, false);
            let of_spans = spans
                .iter()
                .filter_map(|(range, present, heading)| piece(range, &row.range, *present, *heading));
            PageRow {
                block: Some(index),
                pieces: lead.into_iter().chain(of_spans).collect(),
                align,
            }
        })
        .collect()
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
