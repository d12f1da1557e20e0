//! Two texts to compare: side by side where there is room, else one above the other.

use super::paint::wrapped;
use super::step::Step;
use crate::text::width::AmbiguousWidth;

/// From this width on, the two stand side by side, in columns.
const SIDE_BY_SIDE: u16 = 70;
/// The columns between the two.
pub const GAP: u16 = 3;

/// An answer as it was, and as it is.
#[derive(Debug)]
pub struct Comparison {
    /// Whose answer it is.
    pub title: String,
    /// What stands above the earlier one, and the earlier one; `None` where there was none.
    pub before: (String, Option<String>),
    /// Likewise of the later one.
    pub after: (String, Option<String>),
    /// What stands where there is no answer.
    pub none: String,
    /// What bringing the earlier one back does; `None` where it cannot be brought back.
    pub then: Option<Step>,
    /// The first row shown.
    pub top: usize,
}

/// A row of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonRow {
    /// Whether it says what stands below it.
    pub is_heading: bool,
    /// The text, or that of the left column.
    pub left: String,
    /// The text of the right column, where there are two.
    pub right: Option<String>,
}

impl Comparison {
    /// The rows at a width in columns.
    pub fn rows(&self, width: u16, ambiguous: AmbiguousWidth) -> Vec<ComparisonRow> {
        let row = |is_heading, left, right| ComparisonRow {
            is_heading,
            left,
            right,
        };
        let rows_of = |text: &Option<String>, width| {
            let text = text.as_deref().unwrap_or(&self.none);
            wrapped(text, width, ambiguous)
        };
        if width >= SIDE_BY_SIDE {
            let column = column(width);
            let (left, right) = (rows_of(&self.before.1, column), rows_of(&self.after.1, column));
            let at = |rows: &[String], index: usize| rows.get(index).cloned().unwrap_or_default();
            let heading = row(true, self.before.0.clone(), Some(self.after.0.clone()));
            let texts = (0..left.len().max(right.len()))
                .map(|index| row(false, at(&left, index), Some(at(&right, index))));
            return [heading].into_iter().chain(texts).collect();
        }
        let part = |(title, text): &(String, Option<String>)| {
            let heading = row(true, title.clone(), None);
            let texts = rows_of(text, width)
                .into_iter()
                .map(|text| row(false, text, None));
            [heading].into_iter().chain(texts).collect::<Vec<_>>()
        };
        let mut rows = part(&self.before);
        rows.push(row(false, String::new(), None));
        rows.extend(part(&self.after));
        rows
    }

    /// Scrolls by so many rows, as far as there is more to see in an area of a width in columns and a height in rows.
    pub fn scroll(&mut self, by: isize, (width, height): (u16, u16), ambiguous: AmbiguousWidth) {
        let rows = self.rows(width, ambiguous).len();
        let last = rows.saturating_sub(usize::from(height));
        self.top = self.top.saturating_add_signed(by).min(last);
    }
}

/// The columns of each of two texts side by side.
pub fn column(width: u16) -> u16 {
    width.saturating_sub(GAP) / 2
}
