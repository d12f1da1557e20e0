//! `tigang render`

use super::context::Context;
use super::destination::Destination;
use super::failure::Outcome;
use super::{answers_file, unfinished};
use crate::document::assemble;
use crate::outline::outline;
use clap::ArgMatches;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let name = matches.get_one::<OsString>("questionnaire").cloned();
    let entry = context.questionnaire(&name.unwrap_or_default())?;
    let file = matches.get_one::<PathBuf>("answers").cloned();
    let answers = answers_file::read(context, &file.unwrap_or_default(), &entry.questionnaire)?;
    let outline = outline(&entry.questionnaire, &Arc::new(answers));
    let document = assemble(&outline);
    let destination = Destination::asked_for(matches).unwrap_or(Destination::Standard);
    destination.write(context, &document, matches)?;
    unfinished::report_parked(context, &outline);
    Ok(unfinished::report(context, &outline, &document))
}
