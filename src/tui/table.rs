//! The table of what belongs together: one row per instance, with what is paired with it and what links to it.

use super::filter::{self, Searchable};
use super::narrowing::{Narrowed, Narrowing};
use super::outline_pane::Mark;
use crate::answers::Place;
use crate::interview::pairs::{Column, Linking};

/// Repeated sections side by side.
#[derive(Debug)]
pub struct Table {
    /// The repeated section as a whole.
    pub group: Place,
    /// The columns.
    pub columns: Vec<Column>,
    /// All rows.
    rows: Vec<Vec<Cell>>,
    searchable: Vec<Searchable>,
    narrowing: Narrowing,
    /// The rows that are shown, in their order.
    shown: Vec<usize>,
    /// The row, among those shown, and the column under the cursor.
    pub cursor: (usize, usize),
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What stands there; empty for a gap.
    pub text: String,
    /// Where it leads; `None` for a gap.
    pub place: Option<Place>,
    /// How it stands.
    pub mark: Mark,
}

impl Table {
    /// A table of rows, the cursor at its first cell.
    pub fn new(group: Place, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Self {
        let searchable = rows.iter().map(|row| {
            let texts: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
            Searchable::new(&texts.join(" "))
        });
        Self {
            searchable: searchable.collect(),
            shown: (0..rows.len()).collect(),
            group,
            columns,
            rows,
            narrowing: Narrowing::default(),
            cursor: (0, 0),
        }
    }

    /// The same, narrowed and with the cursor as in the one that it takes the place of; on the row of an instance where
    /// one is to be followed.
    pub fn in_place_of(mut self, former: &Self, follow: Option<&Place>) -> Self {
        self.narrowing = former.narrowing.clone();
        self.narrow();
        let followed = self
            .rows()
            .position(|row| follow.is_some() && row.first().and_then(|cell| cell.place.as_ref()) == follow);
        self.cursor = (followed.unwrap_or(former.cursor.0), former.cursor.1);
        self.move_by(0, 0);
        self
    }

    /// The rows that are shown.
    pub fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        let row = |index: &usize| self.rows.get(*index).map(Vec::as_slice);
        self.shown.iter().filter_map(row)
    }

    /// What was typed to narrow it; `None` while nothing is looked for.
    pub fn filter(&self) -> Option<&str> {
        self.narrowing.typed()
    }

    fn row(&self) -> Option<&[Cell]> {
        self.rows().nth(self.cursor.0)
    }

    /// The cell under the cursor.
    pub fn cell(&self) -> Option<&Cell> {
        self.row()?.get(self.cursor.1)
    }

    /// How what is missing in the column under the cursor is linked, where it is.
    pub fn linking(&self) -> Option<&Linking> {
        self.columns.get(self.cursor.1)?.linking.as_ref()
    }

    /// The first cell of the row under the cursor: that of the instance that the row is about.
    pub fn own(&self) -> Option<&Cell> {
        self.row()?.first()
    }

    /// The instance in the row under the cursor.
    pub fn instance(&self) -> Option<&Place> {
        self.own()?.place.as_ref()
    }

    /// Moves the cursor, stopping at the edges.
    pub fn move_by(&mut self, rows: isize, columns: isize) {
        let clamp =
            |at: usize, by: isize, len: usize| at.saturating_add_signed(by).min(len.saturating_sub(1));
        self.cursor = (
            clamp(self.cursor.0, rows, self.shown.len()),
            clamp(self.cursor.1, columns, self.columns.len()),
        );
    }
}

impl Narrowed for Table {
    fn narrowing(&mut self) -> &mut Narrowing {
        &mut self.narrowing
    }

    fn narrow(&mut self) {
        let under_cursor = self.shown.get(self.cursor.0).copied();
        let mut fitting = filter::fitting(self.filter().unwrap_or_default(), self.searchable.iter());
        let wanted = match self.filter() {
            Some(_) => fitting.first().copied(),
            None => under_cursor,
        };
        fitting.sort_unstable();
        self.shown = fitting;
        let row = self.shown.iter().position(|row| Some(*row) == wanted);
        self.cursor.0 = row.unwrap_or(0);
    }
}
