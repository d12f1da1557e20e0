//! `tigang man`

use super::arguments::{self, Help, PROGRAM};
use super::context::Context;
use super::failure::{DONE, Failure, Outcome};
use super::{console, usage};
use clap::ArgMatches;
use std::ffi::OsString;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let locale = context.locale;
    let mut command = arguments::command(locale, Help::ForPrograms);
    command.build();
    let command = match matches.get_one::<OsString>("command") {
        None => command,
        Some(name) => {
            let found = command.find_subcommand(name).cloned();
            let said = || usage::unknown_command(&name.to_string_lossy(), locale);
            let found = found.ok_or_else(|| Failure::Usage(said()))?;
            let page = format!("{PROGRAM}-{}", found.get_name());
            found.name(page)
        }
    };
    let mut page = Vec::new();
    clap_mangen::Man::new(command)
        .render(&mut page)
        .map_err(|error| Failure::of_standard_output(error, locale))?;
    console::print(context, &String::from_utf8_lossy(&page))?;
    Ok(DONE)
}
