//! `tigang new`

use super::answers_file;
use super::carried;
use super::console;
use super::context::Context;
use super::failure::{DONE, Failure, Outcome};
use super::interview;
use crate::session::{Session, library, names, time};
use clap::ArgMatches;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let store = context.store()?;
    let questionnaire = matches.get_one::<OsString>("questionnaire").cloned();
    let entry = context
        .questionnaire(&questionnaire.unwrap_or_default())?
        .with_absolute_name();
    let answers = match matches.get_one::<PathBuf>("answers") {
        Some(path) => answers_file::read(context, path, &entry.questionnaire)?,
        None => carried::answers(context, matches, &store, &entry.questionnaire)?,
    };
    let name = match matches.get_one::<String>("name") {
        Some(name) => sound_name(context, name)?,
        None => {
            let title = &entry.questionnaire.settings.title;
            let suggestion = format!("{title} {}", time::year(time::now()));
            names::free_name(suggestion, &names::taken(&store, None))
        }
    };
    let session = Session {
        answers: Arc::new(answers),
        ..Session::new(name, entry.name, time::now())
    };
    let started = library::start(&store, &entry.questionnaire, session)?;
    let directory = started.directory.clone();
    // The lock goes with it, so that whoever interviews the person can take the session up.
    drop(started);
    if interview::is_possible(context) {
        return interview::run(context, store, Some(directory));
    }
    console::print(context, &format!("{}\n", directory.id()))?;
    Ok(DONE)
}

/// A name that a person gave, without blanks around it.
///
/// # Errors
/// [`Failure`] where nothing is left.
pub(super) fn sound_name(context: &Context, name: &str) -> Result<String, Failure> {
    match name.trim() {
        "" => Err(Failure::Usage(context.locale.name_is_empty().to_owned())),
        name => Ok(name.to_owned()),
    }
}
