//! The way in.

use super::console::Console;
use super::conversation::{Leaving, talk};
use super::home;
use crate::messages::Locale;
use crate::session::directory::SessionDirectory;
use crate::session::store::Store;
use std::io::{self, BufRead, Write};
use std::path::PathBuf;

/// What the plain line mode is started with.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where sessions live.
    pub store: Store,
    /// The language in which the program speaks. Commands are understood in both.
    pub locale: Locale,
    /// The session to open at once; `None` has one chosen from a list.
    pub open: Option<SessionDirectory>,
    /// Where exported files go unless the person says otherwise.
    pub export_directory: PathBuf,
    /// The person's home directory, which `~` stands for.
    pub home: Option<PathBuf>,
    /// Where a session is put that cannot be saved when the input ends.
    pub rescue_places: Vec<PathBuf>,
    /// Whether the lines read are written too. For input that is not a terminal, so that what was said can be read as
    /// a conversation.
    pub echo: bool,
}

/// Runs the plain line mode until the person leaves it or the input ends, and gives its exit code: 0; 1 where something
/// that was asked for was not done (saved, exported, changed), or the session could not be opened.
///
/// # Errors
/// The input's and the output's. All that was answered is saved then as well.
pub fn run(options: Options, mut input: impl BufRead, mut output: impl Write) -> io::Result<u8> {
    let mut console = Console::new(&mut input, &mut output, options.locale, options.echo);
    let mut has_failed = false;
    let mut loaded = match &options.open {
        Some(directory) => {
            let Some(loaded) = home::open_session(&mut console, &options.store, directory.clone())? else {
                // No list instead: the lines of a script were meant for this session.
                console.flush()?;
                return Ok(1);
            };
            Some(loaded)
        }
        None => home::choose(&mut console, &options.store)?,
    };
    while let Some(session) = loaded.take() {
        let left = talk(&mut console, session, &options)?;
        has_failed |= left.has_failed;
        if left.leaving == Leaving::ToHome {
            loaded = home::choose(&mut console, &options.store)?;
        }
    }
    console.flush()?;
    Ok(u8::from(has_failed))
}
