//! `tigang completions`

use super::arguments::{self, Help, PROGRAM};
use super::console;
use super::context::Context;
use super::failure::{DONE, Outcome};
use clap::ArgMatches;
use clap_complete::Shell;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let mut script = Vec::new();
    if let Some(shell) = matches.get_one::<Shell>("shell") {
        let mut command = arguments::command(context.locale, Help::ForPrograms);
        clap_complete::generate(*shell, &mut command, PROGRAM, &mut script);
    }
    console::print(context, &String::from_utf8_lossy(&script))?;
    Ok(DONE)
}
