//! `tigang export`

use super::context::Context;
use super::destination::Destination;
use super::failure::Outcome;
use super::{unfinished, withheld};
use crate::document::assemble;
use crate::export::Format;
use crate::outline::{Veil, outline};
use crate::output::file_name;
use clap::ArgMatches;
use std::ffi::OsString;
use std::path::PathBuf;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let store = context.store()?;
    let directory = context.session_or_latest(&store, matches.get_one::<OsString>("session"))?;
    let id = directory.id();
    let loaded = context.read(&store, directory)?;
    let answers = withheld::answers(context, matches, &loaded.session.answers, &loaded.sensitive);
    let document = assemble(&outline(&loaded.questionnaire, &answers));
    let name = file_name::of(&loaded.session.name, &id);
    let destination = Destination::asked_for(matches)
        .unwrap_or_else(|| Destination::File(PathBuf::from(format!("{name}.{}", Format::Text.extension()))));
    destination.write(context, &document, matches, &name)?;
    let whole = outline(&loaded.questionnaire, &loaded.session.answers);
    let whole = whole.under(Veil::Drawn(loaded.sensitive));
    Ok(unfinished::report(context, &whole, &document))
}
