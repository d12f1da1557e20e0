//! One block of the page.

use super::{Piece, leads_to};
use crate::answers::Place;
use crate::document::{Block, Document, Role, Style};
use crate::questionnaire::Align;
use crate::text::AmbiguousWidth;
use crate::text::width::columns;
use crate::text::wrap::RowStarts;
use std::ops::Range;

/// A block as one text with the rows found so far.
#[derive(Debug)]
pub(super) struct PageBlock {
    text: String,
    parts: Vec<Part>,
    align: Align,
    rows: RowStarts,
}

/// A part of a block's text that comes from one span: the nth part from the nth span.
#[derive(Debug)]
struct Part {
    range: Range<usize>,
    present: bool,
    /// Here begins what another question yields than the words before it.
    begins: bool,
    heading: bool,
    /// The present question's answer just as it was typed, so that typing can go on in it.
    live: bool,
}

impl PageBlock {
    pub(super) fn new(
        block: &Block,
        document: &Document,
        at: &Place,
        width: usize,
        ambiguous: AmbiguousWidth,
    ) -> Self {
        let usual = if block.style == Style::Title {
            Align::Center
        } else {
            Align::Left
        };
        let align = block.align.unwrap_or(usual);
        let indent = document.layout.indent.as_str();
        let starts_indented = block
            .spans
            .first()
            .is_some_and(|span| span.text.starts_with(indent));
        let mut text = String::new();
        if align == Align::Left && !starts_indented {
            text.push_str(indent);
        }
        let mut before = None;
        let mut parts = Vec::with_capacity(block.spans.len());
        for span in &block.spans {
            let start = text.len();
            text.push_str(&span.text);
            let is_title = block.style == Style::Title;
            let is_words = matches!(span.role, Role::Heading(_) | Role::Text) && !span.text.trim().is_empty();
            let leads_to = leads_to(span);
            let begins = is_words && before != Some(leads_to);
            if begins {
                before = Some(leads_to);
            }
            parts.push(Part {
                range: start..text.len(),
                present: span.comes_from(at),
                begins,
                heading: is_title || matches!(span.role, Role::Heading(_) | Role::Number),
                live: span.place == *at && span.role == Role::Text && span.cites.is_empty(),
            });
        }
        Self {
            text,
            parts,
            align,
            rows: RowStarts::new(width.max(1), ambiguous),
        }
    }

    /// The block with the rows that were found for another one of the same width, as far as they are its own. A document
    /// that is made anew while somebody types differs in one place, and finding the rows of all that is above it takes
    /// longer than making it.
    pub(super) fn with_rows_of(mut self, other: Self) -> Self {
        self.rows = other.rows;
        if self.text != other.text {
            let same = same_start(self.text.as_bytes(), other.text.as_bytes());
            self.rows.invalidate_from(self.text.floor_char_boundary(same));
        }
        self
    }

    pub(super) fn resize(&mut self, width: usize, ambiguous: AmbiguousWidth) {
        self.rows = RowStarts::new(width.max(1), ambiguous);
    }

    /// The byte at which what the present question yields begins.
    pub(super) fn first_present(&self) -> Option<usize> {
        self.parts
            .iter()
            .find(|part| part.present)
            .map(|part| part.range.start)
    }

    pub(super) fn row_of(&mut self, byte: usize) -> usize {
        self.rows.index_of(&self.text, byte)
    }

    /// The byte at which a row starts, or the end of the block where it has no such row.
    pub(super) fn start_of(&mut self, row: usize) -> usize {
        let found = self.rows.row(&self.text, row);
        found.map_or(self.text.len(), |row| row.range.start)
    }

    /// The bytes at which words of another question begin in a row, from the left. Where none do, the start of the row:
    /// one question's words go through all of it.
    pub(super) fn begun_in(&mut self, row: usize) -> impl Iterator<Item = usize> {
        let range = self.rows.row(&self.text, row).map(|row| row.range.clone());
        let range = range.unwrap_or(self.text.len()..self.text.len());
        let (start, parts) = (range.start, &self.parts);
        let begun = parts
            .iter()
            .filter(move |part| part.begins && range.contains(&part.range.start))
            .map(|part| part.range.start);
        let mut begun = begun.peekable();
        let through = begun.peek().is_none().then_some(start);
        through.into_iter().chain(begun)
    }

    /// The span whose words stand at a byte; what stands before all of them counts to the first.
    pub(super) fn span_at(&self, byte: usize) -> Option<usize> {
        let after = self.parts.partition_point(|part| part.range.start <= byte);
        let up_to = self.parts.get(..after.max(1)).unwrap_or_default();
        up_to.iter().rposition(|part| !part.range.is_empty())
    }

    /// How many bytes the present question yields.
    pub(super) fn present_bytes(&self) -> usize {
        let present = self.parts.iter().filter(|part| part.present);
        present.map(|part| part.range.len()).sum()
    }

    /// The byte of the block at which so many bytes of what the present question yields stand before it.
    pub(super) fn byte_of_present(&self, bytes: usize) -> Option<usize> {
        let mut before = bytes;
        let mut last = None;
        for part in self.parts.iter().filter(|part| part.present) {
            if before < part.range.len() {
                return Some(self.text.floor_char_boundary(part.range.start + before));
            }
            before -= part.range.len();
            last = self.text.get(..part.range.end).map(str::len);
        }
        last
    }

    /// The columns of a row that stand before a byte.
    pub(super) fn column_of(&mut self, row: usize, byte: usize, ambiguous: AmbiguousWidth) -> usize {
        let start = self.start_of(row);
        columns(self.text.get(start..byte).unwrap_or_default(), ambiguous)
    }

    pub(super) fn rows(&mut self) -> usize {
        self.rows.count(&self.text)
    }

    pub(super) fn has_row(&mut self, row: usize) -> bool {
        self.rows.row(&self.text, row).is_some()
    }

    /// The pieces of a row.
    pub(super) fn row(&mut self, row: usize) -> Option<(Vec<Piece>, Align)> {
        let range = self.rows.row(&self.text, row)?.range.clone();
        let lead = self
            .parts
            .first()
            .map_or(self.text.len(), |part| part.range.start);
        let piece = |part: &Range<usize>, span, present, heading| {
            let (start, end) = (part.start.max(range.start), part.end.min(range.end));
            let text = self
                .text
                .get(start..end)
                .filter(|piece| !piece.is_empty())?
                .to_owned();
            Some(Piece {
                text,
                span,
                present,
                heading,
            })
        };
        let before = piece(&(0..lead), None, false, false);
        let of_parts = self
            .parts
            .iter()
            .enumerate()
            .filter_map(|(span, part)| piece(&part.range, Some(span), part.present, part.heading));
        Some((before.into_iter().chain(of_parts).collect(), self.align))
    }

    /// How many live parts there are in the block.
    pub(super) fn live_parts(&self) -> usize {
        self.parts.iter().filter(|part| part.live).count()
    }

    /// Puts a text in the place of the `nth` live part, and gives the byte at which it now begins.
    pub(super) fn replace_live(&mut self, nth: usize, text: &str) -> Option<usize> {
        let index = self
            .parts
            .iter()
            .enumerate()
            .filter(|(_, part)| part.live)
            .nth(nth)?
            .0;
        let range = self.parts.get(index)?.range.clone();
        let old = self.text.get(range.clone())?;
        if old != text {
            let (from, old_end, new_end) = difference(old, text);
            let put = text.get(from..new_end).unwrap_or_default();
            self.rows.invalidate_from(range.start + from);
            self.text
                .replace_range(range.start + from..range.start + old_end, put);
            let end = range.start + text.len();
            for (position, part) in self.parts.iter_mut().enumerate().skip(index) {
                if position == index {
                    part.range.end = end;
                } else {
                    part.range = (part.range.start + end - range.end)..(part.range.end + end - range.end);
                }
            }
        }
        Some(range.start)
    }
}

/// How many bytes are looked at in one go: what differs is looked at byte by byte, and all else should cost few calls.
const STRIDE: usize = 1024;

/// Where two texts differ: the byte at which they begin to, and the bytes at which the difference ends in the first and
/// in the second.
fn difference(old: &str, new: &str) -> (usize, usize, usize) {
    let from = old.floor_char_boundary(same_start(old.as_bytes(), new.as_bytes()));
    let (old_rest, new_rest) = (old.get(from..), new.get(from..));
    let behind = same_end(
        old_rest.unwrap_or_default().as_bytes(),
        new_rest.unwrap_or_default().as_bytes(),
    );
    let old_end = old.ceil_char_boundary(old.len() - behind);
    (from, old_end, new.len() + old_end - old.len())
}

/// How many bytes are the same at the starts of both.
fn same_start(a: &[u8], b: &[u8]) -> usize {
    let strides = a.chunks(STRIDE).zip(b.chunks(STRIDE));
    let whole: usize = strides.take_while(|(a, b)| a == b).map(|(a, _)| a.len()).sum();
    let (a, b) = (a.iter().skip(whole), b.iter().skip(whole));
    whole + a.zip(b).take_while(|(a, b)| a == b).count()
}

/// How many bytes are the same at the ends of both.
fn same_end(a: &[u8], b: &[u8]) -> usize {
    let strides = a.rchunks(STRIDE).zip(b.rchunks(STRIDE));
    let whole: usize = strides.take_while(|(a, b)| a == b).map(|(a, _)| a.len()).sum();
    let (a, b) = (a.iter().rev().skip(whole), b.iter().rev().skip(whole));
    whole + a.zip(b).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::arbitrary::nasty_text;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_difference_put_in_makes_the_one_text_the_other(
            before in nasty_text(), old in nasty_text(), new in nasty_text(), after in nasty_text(), long in 0_usize..40,
        ) {
            let (before, after) = (before.repeat(long), after.repeat(long));
            let (old, new) = (format!("{before}{old}{after}"), format!("{before}{new}{after}"));
            let (from, old_end, new_end) = difference(&old, &new);
            let mut made = old.clone();
            made.replace_range(from..old_end, new.get(from..new_end).unwrap());
            prop_assert_eq!(made, new);
        }
    }
}
