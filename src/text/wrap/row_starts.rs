//! The rows of a paragraph that is being edited, kept only as far down as somebody looked.

use super::{Found, Row, Rows};
use crate::text::width::AmbiguousWidth;

/// The rows of one paragraph, found as far as was asked, and found again only from where the paragraph
/// changed.
///
/// It does not hold the paragraph: hand in the same one each time, and tell of each change with
/// [`invalidate_from`](Self::invalidate_from). One edit then costs as much as the rows between it and the
/// last row that is asked for, however long the paragraph.
#[derive(Debug, Clone)]
pub struct RowStarts {
    width: usize,
    ambiguous: AmbiguousWidth,
    /// The rows from the paragraph's start on, without a gap.
    known: Vec<Row>,
    /// For each known row, how much of the paragraph had been read when it and those above were found; never
    /// descends.
    read: Vec<usize>,
    /// The last of `known` is the paragraph's last.
    complete: bool,
}

impl RowStarts {
    /// Knows no row as yet.
    pub fn new(width: usize, ambiguous: AmbiguousWidth) -> Self {
        Self {
            width,
            ambiguous,
            known: Vec::new(),
            read: Vec::new(),
            complete: false,
        }
    }

    /// The width that the rows are made for.
    pub fn width(&self) -> usize {
        self.width
    }

    /// How the rows take ambiguous characters.
    pub fn ambiguous(&self) -> AmbiguousWidth {
        self.ambiguous
    }

    /// The row at this index, if the paragraph has as many.
    pub fn row(&mut self, paragraph: &str, index: usize) -> Option<&Row> {
        self.extend(paragraph, |known| known.len() > index);
        self.known.get(index)
    }

    /// The index of the row that this byte stands in. A byte between two rows belongs to the lower one, the
    /// end of the paragraph to the last.
    pub fn index_of(&mut self, paragraph: &str, byte: usize) -> usize {
        self.extend(paragraph, |known| {
            known.last().is_some_and(|row| row.range.end > byte)
        });
        self.index_of_known(byte)
    }

    /// How many rows the paragraph has; finds all of them.
    pub fn count(&mut self, paragraph: &str) -> usize {
        self.extend(paragraph, |_| false);
        self.known.len()
    }

    /// Whether all rows are known, so that [`count`](Self::count) costs nothing.
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// The rows that are known so far, from the first on.
    pub fn known(&self) -> &[Row] {
        &self.known
    }

    /// The paragraph has changed at this byte or anywhere after it, not before it.
    ///
    /// Rows above that byte may change too: a word can have become short enough for the row above, a mark
    /// that must not start a row can have come to stand at its start. So every row is dropped that could not
    /// have been found without reading as far as that byte: the one that holds it, mostly the one above,
    /// seldom more.
    pub fn invalidate_from(&mut self, byte: usize) {
        let kept = self.read.partition_point(|read| *read < byte);
        self.known.truncate(kept);
        self.read.truncate(kept);
        self.complete = false;
    }

    fn index_of_known(&self, byte: usize) -> usize {
        self.known
            .partition_point(|row| row.range.start <= byte)
            .saturating_sub(1)
    }

    fn extend(&mut self, paragraph: &str, is_enough: impl Fn(&[Row]) -> bool) {
        if self.complete || is_enough(&self.known) {
            return;
        }
        let start = self.known.last().map_or(0, |row| row.range.end);
        for Found { row, read } in Rows::from_row_start(paragraph, start, self.width, self.ambiguous) {
            self.complete = row.range.end == paragraph.len();
            self.read
                .push(self.read.last().map_or(read, |above| read.max(*above)));
            self.known.push(row);
            if is_enough(&self.known) {
                return;
            }
        }
        self.complete = true;
    }
}
