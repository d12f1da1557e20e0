//! `tigang help`

use super::arguments::{self, Help};
use super::context::Context;
use super::failure::{DONE, Failure, Outcome};
use super::{console, usage};
use clap::ArgMatches;
use std::ffi::OsString;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let mut command = arguments::command(context.locale, Help::ForTerminals);
    command.build();
    let help = match matches.get_one::<OsString>("command") {
        None => command.render_help(),
        Some(name) => command
            .find_subcommand_mut(name)
            .ok_or_else(|| {
                let said = usage::unknown_command(&name.to_string_lossy(), context.locale);
                Failure::Usage(said)
            })?
            .render_help(),
    };
    console::print_help(&help, context.locale)?;
    Ok(DONE)
}
