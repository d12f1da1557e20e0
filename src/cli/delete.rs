//! `tigang delete`

use super::console;
use super::context::Context;
use super::failure::{DONE, Failure, Outcome};
use crate::session::directory::SessionDirectory;
use crate::session::header::Header;
use crate::session::store::Store;
use crate::session::time;
use clap::ArgMatches;
use std::ffi::OsString;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let store = context.store()?;
    let session = matches.get_one::<OsString>("session").cloned();
    let directory = context.session_in_full(&store, &session.unwrap_or_default())?;
    if context.stdin_is_terminal && !matches.get_flag("force") && !is_agreed(context, &store, &directory)? {
        return Err(Failure::Failed(context.locale.not_deleted().to_owned()));
    }
    let now = u64::try_from(time::now()).unwrap_or_default();
    let deleted = store.delete(&directory, now)?;
    console::complain(&context.locale.deleted(&deleted.id));
    Ok(DONE)
}

fn is_agreed(context: &Context, store: &Store, directory: &SessionDirectory) -> Result<bool, Failure> {
    let header = Header::read(&**store.disk(), directory)?;
    let name = header.map(|header| header.name).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| directory.id());
    Ok(console::is_agreed(&context.locale.confirm_delete_session(name)))
}
