//! `tigang answers`

use super::context::Context;
use super::failure::{DONE, Outcome};
use super::{console, withheld};
use crate::answers::file;
use clap::ArgMatches;
use std::ffi::OsString;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let store = context.store()?;
    let session = matches.get_one::<OsString>("session").cloned();
    let directory = context.session(&store, &session.unwrap_or_default())?;
    let loaded = context.read(&store, directory)?;
    let answers = withheld::answers(context, matches, &loaded.session.answers, &loaded.sensitive);
    let tables = file::write(&answers, &loaded.questionnaire);
    // Tables of plain values always serialise; the other form of the same text is a matter of looks.
    let text = toml::to_string_pretty(&tables.answers).unwrap_or_else(|_| tables.answers.to_string());
    console::print_foreign(context, text.as_bytes())?;
    Ok(DONE)
}
