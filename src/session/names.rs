//! The names of sessions: a person calls a session by its name, so that no two are to have the same one.

use super::directory::SessionDirectory;
use super::library::{self, LibraryError};
use super::store::Store;

/// A name that no session has: with a number behind it where one has.
pub fn free_name(name: String, taken: &[String]) -> String {
    let numbered = (2..).map(|number| format!("{name} ({number})"));
    let mut names = std::iter::once(name.clone()).chain(numbered);
    names.find(|name| !is_taken(name, taken)).unwrap_or(name)
}

/// Whether a session has this name; blanks around it do not count.
pub fn is_taken(name: &str, taken: &[String]) -> bool {
    taken.iter().any(|other| other.trim() == name.trim())
}

/// The names of all sessions but one. Where they cannot be listed, none is known: what else is wrong with the disk, the
/// person is told where it matters.
pub fn taken(store: &Store, except: Option<&SessionDirectory>) -> Vec<String> {
    let except = except.map(SessionDirectory::id);
    let others = store.list().unwrap_or_default().into_iter();
    others
        .filter(|listed| Some(listed.directory.id()) != except)
        .filter_map(|listed| Some(listed.header?.name))
        .collect()
}

/// Refuses a name that another session has.
///
/// # Errors
/// [`LibraryError::NameTaken`]
pub(super) fn require_free(
    store: &Store,
    name: &str,
    own: Option<&SessionDirectory>,
) -> Result<(), LibraryError> {
    match is_taken(name, &taken(store, own)) {
        true => Err(LibraryError::NameTaken {
            name: name.trim().to_owned(),
        }),
        false => Ok(()),
    }
}

/// Gives a session that came from elsewhere a number behind its name where another session has that name, and returns the
/// name it has then; `None` where nothing was to be done or could be, as with one that a newer version has written.
pub fn settle(store: &Store, directory: &SessionDirectory, name: &str) -> Option<String> {
    if name.trim().is_empty() {
        return None;
    }
    let taken = taken(store, Some(directory));
    let free = free_name(name.to_owned(), &taken);
    if free == name {
        return None;
    }
    library::rename(store, directory.clone(), &free).ok()?;
    Some(free)
}
