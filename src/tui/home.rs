//! The first screen: sessions to go on with, questionnaires to start.

use super::filter::{self, Searchable};
use super::narrowing::{Narrowed, Narrowing};
use crate::answers::Place;
use crate::messages::Locale;
use crate::outline::Progress;
use crate::revision::Carried;
use crate::session::carrying::Earlier;
use crate::session::catalogue::Entry;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// How far a writer is, as lists show it: of a file that cannot be read, that.
pub(super) fn progress_shown(progress: Option<Progress>, is_damaged: bool, locale: Locale) -> String {
    match progress {
        _ if is_damaged => locale.session_unreadable().to_owned(),
        Some(progress) => format!("{}/{}", progress.answered, progress.total),
        None => String::new(),
    }
}

/// A session in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionRow {
    /// Its directory.
    pub directory: PathBuf,
    /// Its name; its id where it has none.
    pub name: String,
    /// The questionnaire that it is on.
    pub questionnaire: String,
    /// When it was last saved, as the list shows it.
    pub saved: String,
    /// How far the writer is.
    pub progress: Option<Progress>,
    /// Whether its file cannot be read.
    pub is_damaged: bool,
}

/// A deleted session.
#[derive(Debug, Clone, PartialEq)]
pub struct TrashRow {
    /// Its directory in the trash.
    pub directory: PathBuf,
    /// Its name; its id where it has none.
    pub name: String,
    /// When it was deleted, as the list shows it.
    pub deleted: String,
    /// How far the writer was.
    pub progress: Option<Progress>,
    /// Whether its file cannot be read.
    pub is_damaged: bool,
}

/// What a new session is about to start with.
#[derive(Debug, Clone)]
pub struct Carrying {
    /// The session that the answers come from.
    pub earlier: Earlier,
    /// The questionnaire of the new session.
    pub entry: Entry,
    /// All that can go over.
    pub all: Carried,
    /// Which of the answers that the writer is to decide on go over.
    pub takes: BTreeSet<Place>,
    /// A name for the new session.
    pub suggestion: String,
}

/// A questionnaire in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct StartRow {
    /// The name by which it is known: a shipped name or a file's path.
    pub name: String,
    /// Its title.
    pub title: String,
    /// What it is for.
    pub about: Option<String>,
    /// A name for a new session.
    pub suggestion: String,
}

/// The first screen's state.
#[derive(Debug, Default)]
pub struct Home {
    /// Sessions, the one last saved first.
    pub sessions: Vec<SessionRow>,
    /// Questionnaires.
    pub starts: Vec<StartRow>,
    /// The selected row, sessions before questionnaires.
    pub selected: usize,
    /// Whether the list has been read.
    pub loaded: bool,
    /// What a new session is about to start with.
    pub carrying: Option<Box<Carrying>>,
    narrowing: Narrowing,
    searchable: Vec<Searchable>,
    /// The rows that the filter leaves, in their order.
    shown: Vec<usize>,
}

/// What is selected.
#[derive(Debug)]
pub enum Selected<'a> {
    /// A session.
    Session(&'a SessionRow),
    /// A questionnaire, with its position among them.
    Start(usize, &'a StartRow),
}

impl Home {
    /// The names of the sessions.
    pub fn names(&self) -> Vec<String> {
        self.sessions.iter().map(|row| row.name.clone()).collect()
    }

    /// The names of the sessions but for the one in this directory.
    pub fn names_but(&self, directory: &Path) -> Vec<String> {
        let others = self.sessions.iter().filter(|row| row.directory != directory);
        others.map(|row| row.name.clone()).collect()
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.sessions.len() + self.starts.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What is selected; nothing where the filter leaves nothing.
    pub fn selected(&self) -> Option<Selected<'_>> {
        if !self.shows(self.selected) {
            return None;
        }
        match self.sessions.get(self.selected) {
            Some(row) => Some(Selected::Session(row)),
            None => {
                let position = self.selected - self.sessions.len();
                self.starts
                    .get(position)
                    .map(|row| Selected::Start(position, row))
            }
        }
    }

    /// Whether the filter leaves a row.
    pub fn shows(&self, row: usize) -> bool {
        self.shown.contains(&row)
    }

    /// Moves the selection among the rows that the filter leaves, stopping at both ends.
    pub fn move_by(&mut self, by: isize) {
        let at = self.shown.iter().position(|row| *row == self.selected);
        let to = at
            .unwrap_or(0)
            .saturating_add_signed(by)
            .min(self.shown.len().saturating_sub(1));
        self.selected = self.shown.get(to).copied().unwrap_or(0);
    }

    /// What was typed to narrow the list; `None` while nothing is looked for.
    pub fn filter(&self) -> Option<&str> {
        self.narrowing.typed()
    }

    /// Takes a new list, keeping the filter. The mark follows what it is on; where that is gone, its neighbour takes it.
    pub fn list(&mut self, sessions: Vec<SessionRow>, starts: Vec<StartRow>) {
        let marked = self.identity(self.selected);
        let position = self.shown.iter().position(|row| *row == self.selected);
        self.sessions = sessions;
        self.starts = starts;
        self.loaded = true;
        let sessions = self
            .sessions
            .iter()
            .map(|row| format!("{} {}", row.name, row.questionnaire));
        let starts = self
            .starts
            .iter()
            .map(|row| format!("{} {}", row.title, row.name));
        self.searchable = sessions
            .chain(starts)
            .map(|text| Searchable::new(&text))
            .collect();
        self.narrow();
        let followed = (0..self.len()).find(|row| marked.is_some() && self.identity(*row) == marked);
        match followed {
            Some(row) => self.select(row),
            None => {
                let last = self.shown.len().saturating_sub(1);
                let neighbour = self.shown.get(position.unwrap_or(0).min(last));
                self.selected = neighbour.copied().unwrap_or(0);
            }
        }
    }

    /// Puts the mark on the session in a directory, if it is listed.
    pub fn mark(&mut self, directory: &Path) {
        let row = self.sessions.iter().position(|row| row.directory == directory);
        if let Some(row) = row {
            self.select(row);
        }
    }

    /// Selects a row. Where the filter hides it, all rows are shown again: commands never act on what is not seen.
    fn select(&mut self, row: usize) {
        if !self.shows(row) {
            self.end_narrowing();
        }
        self.selected = row;
    }

    /// What a row is, wherever it stands in the list.
    fn identity(&self, row: usize) -> Option<PathBuf> {
        match self.sessions.get(row) {
            Some(session) => Some(session.directory.clone()),
            None => {
                let start = self.starts.get(row.checked_sub(self.sessions.len())?)?;
                Some(PathBuf::from(&start.name))
            }
        }
    }
}

impl Narrowed for Home {
    fn narrowing(&mut self) -> &mut Narrowing {
        &mut self.narrowing
    }

    fn narrow(&mut self) {
        let mut fitting = filter::fitting(self.filter().unwrap_or_default(), self.searchable.iter());
        if self.filter().is_some() {
            self.selected = fitting.first().copied().unwrap_or(0);
        }
        fitting.sort_unstable();
        self.shown = fitting;
    }
}
