//! An earlier state of a session, by the number that `tigang history` shows.

use super::context::Context;
use super::failure::Failure;
use crate::session::directory::SessionDirectory;
use crate::session::generations::Generation;
use crate::session::store::Store;
use clap::ArgMatches;

/// The state that was asked for, if any was.
///
/// # Errors
/// [`Failure`] where there is no such state.
pub(super) fn asked_for(
    context: &Context,
    matches: &ArgMatches,
    store: &Store,
    directory: &SessionDirectory,
) -> Result<Option<Generation>, Failure> {
    let Some(number) = matches.get_one::<u64>("state") else {
        return Ok(None);
    };
    let states = directory.generations().list(&**store.disk())?;
    let found = states.into_iter().find(|state| state.number == *number);
    let missing = || Failure::Failed(context.locale.no_such_state(number));
    Ok(Some(found.ok_or_else(missing)?))
}
