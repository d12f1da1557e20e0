//! One change to a session as a whole, made while no window works on it. The state from before becomes a generation, so
//! that every such change can be taken back.

use super::difference::{Difference, differences};
use super::directory::SessionDirectory;
use super::generations::Generation;
use super::library::{self, LibraryError, Loaded, Reason};
use super::open::{ReadOnly, Want};
use super::store::Store;
use super::writer::SessionWriter;
use crate::interview::Work;
use std::time::SystemTime;

/// What a change to a session did.
#[derive(Debug)]
pub struct Changed {
    /// The generation that the state from before became; `None` if it was one already.
    pub kept: Option<Generation>,
    /// What is different now from before.
    pub differences: Vec<Difference>,
}

/// Makes a change to a session.
///
/// # Errors
/// [`LibraryError`], above all where another window works on the session; nothing has changed then.
pub(super) fn change(
    store: &Store,
    directory: SessionDirectory,
    make: impl FnOnce(&mut Loaded) -> Result<(), LibraryError>,
) -> Result<Changed, LibraryError> {
    let (mut loaded, mut writer) = open(store, directory)?;
    let before = loaded.session.answers.clone();
    make(&mut loaded)?;
    let now = SystemTime::now();
    let kept = writer.keep(now)?;
    let work = Work::new(&loaded.questionnaire, loaded.session.answers.clone());
    loaded.session.answers = work.answers().clone();
    writer.save(library::sealed(&loaded.session, work.outline()).as_bytes(), now)?;
    let differences = differences(&loaded.questionnaire, &before, work.answers());
    // What was saved is saved.
    let _ = writer.close(now);
    Ok(Changed { kept, differences })
}

/// Opens a session to change it.
///
/// # Errors
/// [`LibraryError`], also where it can only be read.
pub(super) fn open(
    store: &Store,
    directory: SessionDirectory,
) -> Result<(Loaded, SessionWriter), LibraryError> {
    let mut loaded = library::open(store, directory, Want::Write)?;
    match loaded.writer.take() {
        Some(writer) => Ok((loaded, writer)),
        None => {
            let reason = loaded.read_only.unwrap_or(Reason::Store(ReadOnly::Asked));
            Err(LibraryError::ReadOnly(reason))
        }
    }
}
