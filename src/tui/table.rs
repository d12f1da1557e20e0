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
    /// Where the cursor stands.
    pub cursor: Cursor,
}

/// What stands in a cell of a table, one below the other; nothing for a gap.
pub type Cell = Vec<Entry>;

/// One thing in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its short name.
    pub text: String,
    /// Where it leads.
    pub place: Place,
    /// How it stands.
    pub mark: Mark,
}

/// A place in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Cursor {
    /// The row, among those shown.
    pub row: usize,
    /// The column.
    pub column: usize,
    /// Which of the things in the cell; 0 in a gap.
    pub nth: usize,
}

/// What can be chosen to be done in the cell under the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellStep {
    /// Begins what is missing, linked to what the row is about.
    Begin,
    /// Links what is there already to what the row is about.
    Link(Place),
    /// Takes the link to what the row is about away.
    Unlink,
    /// Removes the thing itself.
    Remove,
}

/// What keys act on.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// What the like of it are called.
    pub kind: &'a str,
    /// The instance; none in a gap, and where there is no row.
    pub instance: Option<&'a Place>,
    /// Where it is there for what its row is about: how it is linked to that, and that.
    pub linked: Option<(&'a Linking, &'a Place)>,
}

/// How many lines a row takes: as many as there are things in the fullest of its cells.
pub fn lines_of(row: &[Cell]) -> usize {
    row.iter().map(Vec::len).max().unwrap_or_default().max(1)
}

impl Table {
    /// A table of rows, the cursor at its first cell.
    pub fn new(group: Place, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Self {
        let searchable = rows.iter().map(|row| {
            let texts: Vec<&str> = row.iter().flatten().map(|entry| entry.text.as_str()).collect();
            Searchable::new(&texts.join(" "))
        });
        Self {
            searchable: searchable.collect(),
            shown: (0..rows.len()).collect(),
            group,
            columns,
            rows,
            narrowing: Narrowing::default(),
            cursor: Cursor::default(),
        }
    }

    /// The same, narrowed and with the cursor as in the one that it takes the place of; on an instance where one is to be
    /// followed.
    pub fn in_place_of(mut self, former: &Self, follow: Option<&Place>) -> Self {
        self.narrowing = former.narrowing.clone();
        self.narrow();
        self.cursor = former.cursor;
        if let Some(found) = follow.and_then(|follow| self.find(follow, former)) {
            self.cursor = found;
        }
        self.move_by(0);
        self
    }

    /// Where an instance stands: its row, in the column where the cursor was; or itself in a cell, in the row where the
    /// cursor was if it is there too.
    fn find(&self, instance: &Place, former: &Self) -> Option<Cursor> {
        let is_it = |entry: &Entry| entry.place == *instance;
        let own = self
            .rows()
            .position(|row| row.first().is_some_and(|own| own.iter().any(is_it)));
        if let Some(row) = own {
            return Some(Cursor { row, ..former.cursor });
        }
        let cells = || {
            self.rows().enumerate().flat_map(|(row, cells)| {
                cells.iter().enumerate().filter_map(move |(column, cell)| {
                    let nth = cell.iter().position(is_it)?;
                    Some(Cursor { row, column, nth })
                })
            })
        };
        let same_row = |cursor: &Cursor| {
            let own = self.rows().nth(cursor.row).and_then(own_of);
            own.map(|own| &own.place) == former.instance()
        };
        cells().find(same_row).or_else(|| cells().next())
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
        self.rows().nth(self.cursor.row)
    }

    /// What stands under the cursor; nothing in a gap.
    pub fn entry(&self) -> Option<&Entry> {
        self.row()?.get(self.cursor.column)?.get(self.cursor.nth)
    }

    /// What is gone to from under the cursor: what stands there, or in the row of what is linked to nothing the first of that.
    pub fn target(&self) -> Option<&Entry> {
        let unlinked = || match self.own() {
            None => self.row()?.iter().flatten().next(),
            Some(_) => None,
        };
        self.entry().or_else(unlinked)
    }

    /// How what is missing in the column under the cursor is linked, where it is.
    pub fn linking(&self) -> Option<&Linking> {
        self.columns.get(self.cursor.column)?.linking.as_ref()
    }

    /// What the row under the cursor is about.
    pub fn own(&self) -> Option<&Entry> {
        own_of(self.row()?)
    }

    /// The instance in the row under the cursor.
    pub fn instance(&self) -> Option<&Place> {
        self.own().map(|own| &own.place)
    }

    /// What keys act on: the thing under the cursor where it stands for itself, else what the row is about.
    pub fn subject(&self) -> Subject<'_> {
        let column = self.columns.get(self.cursor.column);
        let linked = column.and_then(|column| Some((column, column.linking.as_ref()?)));
        match linked {
            // In the row of what is linked to nothing it stands for itself as well.
            Some((column, linking)) if self.own().is_some() || self.entry().is_some() => Subject {
                kind: &column.title,
                instance: self.entry().map(|entry| &entry.place),
                linked: self.instance().map(|own| (linking, own)),
            },
            _ => Subject {
                kind: self.columns.first().map_or("", |column| column.title.as_str()),
                instance: self.instance(),
                linked: None,
            },
        }
    }

    /// What the other rows are about in which the thing under the cursor stands as well, shown or not.
    pub fn shared_with(&self) -> Vec<&str> {
        let (column, present) = (self.cursor.column, self.instance());
        let Some(shown) = self.entry() else {
            return Vec::new();
        };
        let is_there = |row: &&Vec<Cell>| {
            let mut entries = row.get(column).into_iter().flatten();
            entries.any(|entry| entry.place == shown.place)
        };
        let owns = self.rows.iter().filter(is_there).filter_map(|row| own_of(row));
        owns.filter(|own| Some(&own.place) != present)
            .map(|own| own.text.as_str())
            .collect()
    }

    /// Moves the cursor by so many things in its column, stopping at both ends.
    pub fn move_by(&mut self, by: isize) {
        let column = self.cursor.column;
        let stops = self.rows().enumerate().flat_map(|(row, cells)| {
            let things = cells.get(column).map_or(1, |cell| cell.len().max(1));
            (0..things).map(move |nth| Cursor { row, column, nth })
        });
        let stops: Vec<Cursor> = stops.collect();
        let at = stops.iter().rposition(|stop| *stop <= self.cursor).unwrap_or(0);
        let to = at.saturating_add_signed(by).min(stops.len().saturating_sub(1));
        let nowhere = Cursor {
            column,
            ..Cursor::default()
        };
        self.cursor = stops.get(to).copied().unwrap_or(nowhere);
    }

    /// Moves the cursor by so many columns, stopping at both edges.
    pub fn turn_by(&mut self, by: isize) {
        let last = self.columns.len().saturating_sub(1);
        self.cursor.column = self.cursor.column.saturating_add_signed(by).min(last);
        self.move_by(0);
    }
}

/// What a row is about.
fn own_of(row: &[Cell]) -> Option<&Entry> {
    row.first()?.first()
}

impl Narrowed for Table {
    fn narrowing(&mut self) -> &mut Narrowing {
        &mut self.narrowing
    }

    fn narrow(&mut self) {
        let under_cursor = self.shown.get(self.cursor.row).copied();
        let mut fitting = filter::fitting(self.filter().unwrap_or_default(), self.searchable.iter());
        let wanted = match self.filter() {
            Some(_) => fitting.first().copied(),
            None => under_cursor,
        };
        fitting.sort_unstable();
        self.shown = fitting;
        let row = self.shown.iter().position(|row| Some(*row) == wanted);
        self.cursor.row = row.unwrap_or(0);
        self.move_by(0);
    }
}
