//! `tigang render`

use super::context::Context;
use super::destination::Destination;
use super::failure::Outcome;
use super::{answers_file, unfinished, withheld};
use crate::answers::sensitive::Sensitive;
use crate::document::assemble;
use crate::outline::{Veil, outline};
use crate::output::file_name;
use clap::ArgMatches;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let name = matches.get_one::<OsString>("questionnaire").cloned();
    let entry = context.questionnaire(&name.unwrap_or_default())?;
    let file = matches.get_one::<PathBuf>("answers").cloned();
    let answers = answers_file::read(context, &file.unwrap_or_default(), &entry.questionnaire)?;
    let answers = Arc::new(answers);
    let sensitive = Arc::new(Sensitive::of(&entry.questionnaire, &[]));
    let handed_on = withheld::answers(context, matches, &answers, &sensitive);
    let document = assemble(&outline(&entry.questionnaire, &handed_on));
    let destination = Destination::asked_for(matches).unwrap_or(Destination::Standard);
    let title = &entry.questionnaire.settings.title;
    let name = file_name::of(title, context.locale.document_file());
    destination.write(context, &document, matches, &name)?;
    let whole = outline(&entry.questionnaire, &answers).under(Veil::Drawn(sensitive));
    unfinished::report_parked(context, &whole);
    Ok(unfinished::report(context, &whole, &document))
}
