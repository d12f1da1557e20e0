//! Answers of a session that are kept and not printed, brought back or moved while no window works on it. See
//! [`aside`](mod@crate::interview::aside) for what there is.

use super::change::{self, Changed};
use super::directory::SessionDirectory;
use super::library::LibraryError;
use super::store::Store;
use super::time;
use crate::answers::Place;
use crate::interview::Work;
use crate::outline::outline;
use crate::revision::move_orphan;
use std::sync::Arc;

/// Moves an orphaned answer to a question. What stands there is kept among what was removed.
///
/// # Errors
/// [`LibraryError`], above all [`LibraryError::DoesNotFit`]; nothing has changed then.
pub fn move_answer(
    store: &Store,
    directory: SessionDirectory,
    from: &Place,
    to: &Place,
) -> Result<Changed, LibraryError> {
    change::change(store, directory, |loaded| {
        let outline = outline(&loaded.questionnaire, &loaded.session.answers);
        if outline.answers().answer(from).is_none() {
            return Err(LibraryError::NoSuchAnswer { place: from.clone() });
        }
        if !outline.orphaned().contains(from) {
            return Err(LibraryError::HasQuestion { place: from.clone() });
        }
        let moved = move_orphan(&outline, from, to, time::now());
        let does_not_fit = || LibraryError::DoesNotFit {
            from: from.clone(),
            to: to.clone(),
        };
        loaded.session.answers = Arc::new(moved.ok_or_else(does_not_fit)?);
        Ok(())
    })
}

/// Brings back what was removed or cleared, by its position among [`Answers::removed`](crate::answers::Answers::removed),
/// and gives its place. What has taken its place is kept among what was removed in turn.
///
/// # Errors
/// [`LibraryError`]; nothing has changed then.
pub fn bring_back(
    store: &Store,
    directory: SessionDirectory,
    record: usize,
) -> Result<(Place, Changed), LibraryError> {
    let mut place = Place::root();
    let changed = change::change(store, directory, |loaded| {
        let mut work = Work::new(&loaded.questionnaire, loaded.session.answers.clone());
        place = work
            .restore(record, time::now())
            .ok_or(LibraryError::NoSuchRecord)?;
        loaded.session.answers = work.answers().clone();
        Ok(())
    })?;
    Ok((place, changed))
}
