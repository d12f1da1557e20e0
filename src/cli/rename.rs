//! `tigang rename`

use super::context::Context;
use super::failure::{DONE, Outcome};
use super::new;
use crate::session::library;
use clap::ArgMatches;
use std::ffi::OsString;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let store = context.store()?;
    let name = matches.get_one::<String>("name").map_or("", String::as_str);
    let name = new::sound_name(context, name)?;
    let session = matches.get_one::<OsString>("session").cloned();
    let directory = context.session_in_full(&store, &session.unwrap_or_default())?;
    library::rename(&store, directory, &name)?;
    Ok(DONE)
}
