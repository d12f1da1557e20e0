//! What a command finds around itself: global options, the terminal, the data directory.

use super::console;
use super::failure::Failure;
use super::own_settings::OwnSettings;
use crate::messages::Locale;
use crate::session::catalogue::{self, CatalogueError, Entry};
use crate::session::directory::SessionDirectory;
use crate::session::library::{self, LibraryError, Loaded, Reason};
use crate::session::open::Want;
use crate::session::place::{PlaceError, Surroundings};
use crate::session::store::Store;
use crate::settings::Width;
use crate::text::AmbiguousWidth;
use clap::ArgMatches;
use std::ffi::{OsStr, OsString};
use std::io::{self, IsTerminal as _};
use std::path::PathBuf;

/// How wide what is printed is laid out where there is no terminal to ask: wide enough for a path and a question.
const USUAL_WIDTH: usize = 80;

/// What all commands need. Looked up once, at the start.
#[derive(Debug)]
pub(super) struct Context {
    /// The language in which the program speaks.
    pub(super) locale: Locale,
    /// Whether the person is to be interviewed line by line, whatever the terminal can do.
    pub(super) plain: bool,
    /// Whether lines and marks are ASCII only.
    pub(super) ascii: bool,
    /// How wide ambiguous characters are; `None` where the terminal is to be asked.
    pub(super) ambiguous: Option<AmbiguousWidth>,
    /// Whether a person may be asked something.
    pub(super) stdin_is_terminal: bool,
    /// Whether a person reads along.
    pub(super) stdout_is_terminal: bool,
    /// The person's settings.
    pub(super) own: OwnSettings,
    surroundings: Surroundings,
}

impl Context {
    /// The context of this process.
    pub(super) fn new(locale: Locale, own: OwnSettings, matches: &ArgMatches) -> Self {
        let settings = &own.in_force;
        let given = matches
            .get_one::<String>("ambiguous-width")
            .and_then(|width| Width::from_name(width));
        let ambiguous = given.or(settings.ambiguous_width).and_then(Width::known);
        Self {
            locale,
            plain: matches.get_flag("plain"),
            ascii: matches.get_flag("ascii") || settings.ascii.unwrap_or(false),
            ambiguous,
            stdin_is_terminal: io::stdin().is_terminal(),
            stdout_is_terminal: io::stdout().is_terminal(),
            own,
            surroundings: Surroundings::of_this_process(matches.get_one::<PathBuf>("data-dir").cloned()),
        }
    }

    /// The sessions of the person.
    ///
    /// # Errors
    /// [`PlaceError`]
    pub(super) fn store(&self) -> Result<Store, PlaceError> {
        self.surroundings.data_directory().map(Store::new)
    }

    /// What was given as an argument; empty where it was not.
    pub(super) fn argument(&self, matches: &ArgMatches, id: &str) -> OsString {
        matches.get_one::<OsString>(id).cloned().unwrap_or_default()
    }

    /// The session that a person means.
    ///
    /// # Errors
    /// [`Failure`]
    pub(super) fn session(&self, store: &Store, query: &OsStr) -> Result<SessionDirectory, Failure> {
        Ok(store.resolve(&query.to_string_lossy())?)
    }

    /// The session that a person means by its whole name or its id.
    ///
    /// # Errors
    /// [`Failure`]
    pub(super) fn session_in_full(&self, store: &Store, query: &OsStr) -> Result<SessionDirectory, Failure> {
        Ok(store.resolve_whole(&query.to_string_lossy())?)
    }

    /// The session that a person means, or the one that was last saved.
    ///
    /// # Errors
    /// [`Failure`]
    pub(super) fn session_or_latest(
        &self,
        store: &Store,
        query: Option<&OsString>,
    ) -> Result<SessionDirectory, Failure> {
        match query {
            Some(query) => self.session(store, query),
            None => store
                .list()?
                .into_iter()
                .next()
                .map(|latest| latest.directory)
                .ok_or_else(|| Failure::Failed(self.locale.no_sessions().to_owned())),
        }
    }

    /// Opens a session to read it, whoever works on it. Of one that a newer version has written it says so, because
    /// something in it may go unseen.
    ///
    /// # Errors
    /// [`LibraryError`]
    pub(super) fn read(&self, store: &Store, directory: SessionDirectory) -> Result<Loaded, LibraryError> {
        let loaded = library::open(store, directory, Want::Read)?;
        if let Some(reason @ Reason::Newer(_)) = &loaded.read_only {
            console::complain(&reason.message(self.locale));
        }
        Ok(loaded)
    }

    /// The questionnaire that a person means. A shipped one, or one at a path, needs no data directory.
    ///
    /// # Errors
    /// [`CatalogueError`]
    pub(super) fn questionnaire(&self, name: &OsStr) -> Result<Entry, CatalogueError> {
        catalogue::find_in(self.surroundings.data_directory().ok().as_deref(), name)
    }

    /// All questionnaires that are at hand.
    pub(super) fn questionnaires(&self) -> Vec<Result<Entry, CatalogueError>> {
        catalogue::list_in(self.surroundings.data_directory().ok().as_deref())
    }

    /// Whether what is printed has colours.
    pub(super) fn colours(&self) -> bool {
        console::colours(self.stdout_is_terminal)
    }

    /// The columns that are printed in.
    pub(super) fn width(&self) -> usize {
        let terminal = self.stdout_is_terminal.then(crossterm::terminal::size);
        match terminal {
            Some(Ok((columns, _))) if columns > 0 => columns.into(),
            _ => USUAL_WIDTH,
        }
    }

    /// How wide ambiguous characters are taken to be in what is printed.
    pub(super) fn columns_of_ambiguous(&self) -> AmbiguousWidth {
        self.ambiguous.unwrap_or_default()
    }
}
