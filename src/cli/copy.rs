//! `tigang copy`

use super::console;
use super::context::Context;
use super::failure::{DONE, Outcome};
use super::new;
use crate::session::header::Header;
use crate::session::{library, names};
use clap::ArgMatches;
use std::ffi::OsString;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let store = context.store()?;
    let session = matches.get_one::<OsString>("session").cloned();
    let original = context.session(&store, &session.unwrap_or_default())?;
    let name = match matches.get_one::<String>("name") {
        Some(name) => new::sound_name(context, name)?,
        None => {
            let header = Header::read(&**store.disk(), &original)?;
            let name = header.map(|header| header.name).filter(|name| !name.is_empty());
            let copy = context.locale.copy_of(name.unwrap_or_else(|| original.id()));
            names::free_name(copy, &names::taken(&store, None))
        }
    };
    let copy = library::duplicate(&store, original, &name)?;
    console::print(context, &format!("{}\n", copy.directory.id()))?;
    Ok(DONE)
}
