//! Where the rows of a paragraph end.
//!
//! Rows follow UAX #14 as `unicode-linebreak` implements it, with what Chinese typesetting (GB/T 15834—2011)
//! adds: no row starts with `，`, `—` or `…` or ends with `“`, and a row may end before `“` and after `”` between
//! Chinese characters. A row takes what fits; spaces at its end hang over the edge and take no room. A word that
//! is wider than a row is broken between clusters, and even then, if it can be helped, as those rules want it.
//!
//! Rows are found one after another, and only as far as somebody asks: a view stops at its last line.

mod opportunities;
mod row_starts;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::cluster_indices;
use super::width::{AmbiguousWidth, cluster_columns};
use opportunities::{Opportunities, Place};
pub use row_starts::RowStarts;

/// One row of a wrapped paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The bytes of the paragraph that stand in the row, spaces at its end included. Rows leave nothing out
    /// and do not overlap.
    pub range: Range<usize>,
    /// The columns that the row takes, spaces at its end counted as far as they fit. More than the width that
    /// was asked for only where a single cluster is wider than that.
    pub columns: usize,
}

/// The rows of one paragraph at `width` columns (at least one); an empty paragraph has one empty row.
///
/// The paragraph holds no `\n`; if it does, that counts as any other control character.
pub fn rows(paragraph: &str, width: usize, ambiguous: AmbiguousWidth) -> impl Iterator<Item = Row> {
    Rows::from_row_start(paragraph, 0, width, ambiguous).map(|found| found.row)
}

/// A row, and how much of the paragraph had to be read to know where it ends.
struct Found {
    row: Row,
    /// The end of what was read. As long as nothing changes up to and including this byte, the row stays as
    /// it is.
    read: usize,
}

/// Finds rows from a given row start on.
struct Rows<'a> {
    paragraph: &'a str,
    width: usize,
    ambiguous: AmbiguousWidth,
    opportunities: Opportunities<'a>,
    /// Where the next row starts; `None` after the last one.
    start: Option<usize>,
}

/// A boundary at which the row may end, and the columns up to there.
#[derive(Clone, Copy)]
struct Candidate {
    end: usize,
    columns: usize,
}

impl<'a> Rows<'a> {
    /// `start` is 0 or the end of a row of the same paragraph at the same width.
    fn from_row_start(paragraph: &'a str, start: usize, width: usize, ambiguous: AmbiguousWidth) -> Self {
        let opportunities = Opportunities::after(paragraph, start);
        Self {
            paragraph,
            width: width.max(1),
            ambiguous,
            opportunities,
            start: Some(start),
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        let start = self.start?;
        let rest = self.paragraph.get(start..)?;
        let mut columns = 0;
        // Spaces since the last visible cluster: they count only once something stands behind them.
        let mut hanging = 0;
        let mut place = Place::default();
        let mut allowed = None;
        let mut bearable = None;
        let mut any = None;
        for (offset, cluster) in cluster_indices(rest) {
            let hangs = opportunities::hangs(cluster);
            if offset > 0 && !hangs {
                let end = start + offset;
                let candidate = Some(Candidate {
                    end,
                    columns: columns + hanging,
                });
                any = candidate;
                if !place.forbids_break_before(cluster) {
                    bearable = candidate;
                    if place.break_before(cluster, self.opportunities.is_at(end)) {
                        allowed = candidate;
                    }
                }
            }
            let wide = cluster_columns(cluster, self.ambiguous);
            if hangs {
                hanging += wide;
            } else {
                if columns + hanging + wide > self.width
                    && let Some(candidate) = allowed.or(bearable).or(any)
                {
                    self.start = Some(candidate.end);
                    let read = start + offset + cluster.len();
                    return Some(Found {
                        row: self.row(start, candidate),
                        read,
                    });
                }
                columns += hanging + wide;
                hanging = 0;
            }
            place.pass(cluster, hangs);
        }
        self.start = None;
        let end = self.paragraph.len();
        let last = Candidate {
            end,
            columns: columns + hanging,
        };
        Some(Found {
            row: self.row(start, last),
            read: end,
        })
    }
}

impl Rows<'_> {
    fn row(&self, start: usize, Candidate { end, columns }: Candidate) -> Row {
        let visible = self
            .paragraph
            .get(start..end)
            .map_or("", |row| row.trim_end_matches(opportunities::HANGING));
        // Only hanging spaces, or one single cluster, can reach over the edge.
        let columns = if columns > self.width {
            super::width::columns(visible, self.ambiguous).max(self.width)
        } else {
            columns
        };
        Row {
            range: start..end,
            columns,
        }
    }
}
