//! `tigang resume`

use super::context::Context;
use super::failure::Outcome;
use super::interview;
use clap::ArgMatches;
use std::ffi::OsString;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let store = context.store()?;
    let session = context.session_or_latest(&store, matches.get_one::<OsString>("session"))?;
    interview::run(context, store, Some(session))
}
