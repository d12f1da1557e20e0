//! The list of sessions to go on with and questionnaires to start, to choose from by number.

use super::command::{Command, Context, Misread};
use super::console::{Console, Filled, on_one_line};
use super::conversation::help;
use super::line::{Line, read_unmarked};
use crate::interview::written::number;
use crate::messages::Locale;
use crate::session::catalogue::{self, Entry};
use crate::session::directory::SessionDirectory;
use crate::session::editor_copies::editor_copies;
use crate::session::library::{self, Loaded};
use crate::session::open::Want;
use crate::session::store::{Listed, Store};
use crate::session::{Session, disk, format, names, time};
use std::io;

/// What there is to choose from.
struct Shelf {
    /// Sessions, the one last saved first.
    sessions: Vec<Listed>,
    /// Questionnaires.
    starts: Vec<Entry>,
}

/// One of them.
enum Chosen<'a> {
    Session(&'a Listed),
    Start(&'a Entry),
}

/// Has a session chosen and opens it; `None` where the person leaves the program instead.
pub(super) fn choose(console: &mut Console, store: &Store) -> io::Result<Option<Loaded>> {
    let locale = console.locale;
    let mut shelf = show(console, store)?;
    loop {
        let Some(line) = console.ask(locale.plain_prompt_choose())? else {
            return Ok(None);
        };
        match read_unmarked(&on_one_line(&line)) {
            Line::Blank => {}
            Line::Command(order) => match order.command {
                Command::Quit => return Ok(None),
                Command::Help => console.say(help(locale, |context| context == Context::Anywhere))?,
                Command::List => shelf = show(console, store)?,
                _ => console.say(locale.plain_only_in_session())?,
            },
            Line::Misread(misread @ Misread::Unknown(_)) => console.say(misread.message(locale))?,
            Line::Misread(_) => console.say(locale.plain_only_in_session())?,
            Line::Words(words) => match shelf.find(&words) {
                Some(chosen) => {
                    if let Some(loaded) = open(console, store, &chosen)? {
                        return Ok(Some(loaded));
                    }
                }
                None => console.say(locale.plain_no_such_number(words.trim(), shelf.len()))?,
            },
        }
    }
}

/// Opens a session; says why where that cannot be.
pub(super) fn open_session(
    console: &mut Console,
    store: &Store,
    directory: SessionDirectory,
) -> io::Result<Option<Loaded>> {
    let locale = console.locale;
    match library::open(store, directory, Want::Write) {
        Ok(loaded) => Ok(Some(loaded)),
        Err(error) => console.say(error.message(locale)).map(|()| None),
    }
}

fn open(console: &mut Console, store: &Store, chosen: &Chosen) -> io::Result<Option<Loaded>> {
    match chosen {
        Chosen::Session(listed) => open_session(console, store, listed.directory.clone()),
        Chosen::Start(entry) => start(console, store, entry),
    }
}

/// Starts a session under a name that is asked for.
fn start(console: &mut Console, store: &Store, entry: &Entry) -> io::Result<Option<Loaded>> {
    let locale = console.locale;
    let settings = &entry.questionnaire.settings;
    if let Some(about) = &settings.about {
        console.say(about)?;
    }
    let taken = names::taken(store, None);
    let suggestion = format!("{} {}", settings.title, time::year(time::now()));
    let suggestion = names::free_name(suggestion, &taken);
    let name = loop {
        match console.fill_in(&locale.plain_prompt_name(&suggestion))? {
            Filled::Suggestion => break suggestion,
            Filled::Words(name) if names::is_taken(&name, &taken) => {
                console.say(locale.name_taken(name.trim()))?;
            }
            Filled::Words(name) => break name,
            Filled::Left | Filled::Ended => {
                console.say(locale.nothing_filled_in())?;
                return Ok(None);
            }
        }
    };
    let session = Session::new(name, entry.name.clone(), time::now());
    match library::start(store, &entry.questionnaire, session) {
        Ok(loaded) => Ok(Some(loaded)),
        Err(error) => console.say(error.message(locale)).map(|()| None),
    }
}

/// Reads what there is and lists it.
fn show(console: &mut Console, store: &Store) -> io::Result<Shelf> {
    let locale = console.locale;
    console.say(locale.home_title())?;
    let sessions = match store.list() {
        Ok(sessions) => sessions,
        Err(error) => {
            console.say(error.message(locale))?;
            Vec::new()
        }
    };
    let (mut starts, mut mistaken) = (Vec::new(), Vec::new());
    for entry in catalogue::list_in(store.place()) {
        match entry {
            Ok(entry) => starts.push(entry),
            Err(error) => mistaken.push(error),
        }
    }
    if !sessions.is_empty() {
        console.say(locale.plain_list_title(locale.home_resume()))?;
    }
    for (index, listed) in sessions.iter().enumerate() {
        console.say(locale.plain_numbered(index + 1, session_row(listed, locale)))?;
    }
    console.say(locale.plain_list_title(locale.home_start()))?;
    for (index, entry) in starts.iter().enumerate() {
        let title = &entry.questionnaire.settings.title;
        console.say(locale.plain_numbered(sessions.len() + index + 1, title))?;
    }
    for error in mistaken {
        console.say(error.message(locale))?;
    }
    if let Some(said) = locale.editor_copies(&editor_copies(store)) {
        console.say(said)?;
    }
    console.say(locale.plain_home_hint())?;
    Ok(Shelf { sessions, starts })
}

/// A session in a line: its name, whether it cannot be read, how far it is, when it was last saved.
fn session_row(listed: &Listed, locale: Locale) -> String {
    let header = listed.header.as_ref();
    let progress = header
        .and_then(|header| format::head_progress(&header.table))
        .map(|progress| locale.plain_progress(progress.answered, progress.total));
    let saved = listed.saved_at.map(|at| {
        let at = i64::try_from(disk::unix_seconds(at)).unwrap_or(i64::MAX);
        locale.saved_at(time::shown(at))
    });
    let is_damaged = header.is_none_or(|header| header.is_damaged);
    let damaged = is_damaged.then(|| locale.plain_unreadable().to_owned());
    let notes: Vec<String> = damaged.into_iter().chain(progress).chain(saved).collect();
    if notes.is_empty() {
        name(listed)
    } else {
        locale.plain_listed(name(listed), notes.join(locale.plain_joint()))
    }
}

/// A session's name; its id where it has none.
fn name(listed: &Listed) -> String {
    let named = listed.header.as_ref().map(|header| header.name.trim());
    named
        .filter(|name| !name.is_empty())
        .map_or_else(|| listed.directory.id(), str::to_owned)
}

impl Shelf {
    fn len(&self) -> usize {
        self.sessions.len() + self.starts.len()
    }

    /// What is meant by a number, by a session's whole name or id, or by a questionnaire's title.
    fn find(&self, words: &str) -> Option<Chosen<'_>> {
        let words = words.trim();
        if let Some(number) = number(words) {
            let index = number.checked_sub(1)?;
            return match index.checked_sub(self.sessions.len()) {
                None => self.sessions.get(index).map(Chosen::Session),
                Some(index) => self.starts.get(index).map(Chosen::Start),
            };
        }
        let is_meant = |listed: &&Listed| name(listed) == words || listed.directory.id() == words;
        let session = self.sessions.iter().find(is_meant).map(Chosen::Session);
        session.or_else(|| {
            let titled = |entry: &&Entry| entry.questionnaire.settings.title == words || entry.name == words;
            self.starts.iter().find(titled).map(Chosen::Start)
        })
    }
}
