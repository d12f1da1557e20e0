//! The command line: one file per command, each thin over the functions of the library.
//!
//! - `language`: the language in which the program speaks, settled before anything else.
//! - `arguments`: what can be typed; `usage`: what is said where something else was.
//! - `context`: what a command finds around itself; `console`: the only place that writes to standard output and
//!   standard error; `failure`: why a command did not do what it was asked to.
//! - `destination`, `text_options`, `answers_file`, `unfinished`, `table`, `mistakes`, `interview`, `carried`,
//!   `withheld`, `changes`, `named`, `state`, `passphrase`: what several commands share, or what would be too much for one file.

use std::ffi::OsString;
use std::process::ExitCode;

mod answers;
mod answers_file;
mod arguments;
mod carried;
mod changes;
mod check;
mod completions;
mod console;
mod context;
mod copy;
mod delete;
mod destination;
mod export;
mod failure;
mod help;
mod history;
mod home;
mod interview;
mod language;
mod list;
mod man;
mod merge;
mod mistakes;
mod move_answer;
mod named;
mod new;
mod own_settings;
mod pack;
mod passphrase;
mod questionnaires;
mod rebase;
mod removed;
mod rename;
mod render;
mod restore;
mod resume;
mod show;
mod state;
mod table;
mod text_options;
mod trash;
mod unfinished;
mod unpack;
mod usage;
mod withheld;

use crate::messages::Locale;
use crate::tui::runtime::panic_hook;
use arguments::Help;
use clap::ArgMatches;
use clap::error::ErrorKind;
use context::Context;
use failure::{Failure, Outcome};
use own_settings::OwnSettings;

/// Runs the program with the arguments of this process.
pub fn main() -> ExitCode {
    // Without it a limit on file sizes kills the process; with it that is an error like any other.
    let _ = crate::session::signals::survive_file_size_limit();
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let settings = OwnSettings::read();
    let locale = language::of_process(&arguments, settings.in_force.language);
    panic_hook::keep_secrets(move |crash| locale.crashed_unsaved(crash));
    let outcome = read(&arguments, locale)
        .map_err(|error| usage::failure(&error, &arguments, locale))
        .and_then(|matches| run(&Context::new(locale, settings, &matches), &matches));
    match outcome {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            if let Some(message) = failure.message(locale) {
                console::complain(&message);
            }
            ExitCode::from(failure.exit_code())
        }
    }
}

fn read(arguments: &[OsString], locale: Locale) -> Result<ArgMatches, clap::Error> {
    let read_for = |help| arguments::command(locale, help).try_get_matches_from(arguments);
    match read_for(Help::ForPrograms) {
        // Only whoever reads the help waits for it to be broken into rows.
        Err(error) if error.kind() == ErrorKind::DisplayHelp => read_for(Help::ForTerminals),
        read => read,
    }
}

fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    // The full screen has a place of its own for it.
    if !(interview::may_follow(matches) && interview::is_in_full_screen(context)) {
        context.own.complain(context);
    }
    match matches.subcommand() {
        None => home::run(context),
        Some(("new", matches)) => new::run(context, matches),
        Some(("resume", matches)) => resume::run(context, matches),
        Some(("list", matches)) => list::run(context, matches),
        Some(("export", matches)) => export::run(context, matches),
        Some(("render", matches)) => render::run(context, matches),
        Some(("answers", matches)) => answers::run(context, matches),
        Some(("check", matches)) => check::run(context, matches),
        Some(("questionnaires", _)) => questionnaires::run(context),
        Some(("show", matches)) => show::run(context, matches),
        Some(("rename", matches)) => rename::run(context, matches),
        Some(("delete", matches)) => delete::run(context, matches),
        Some(("copy", matches)) => copy::run(context, matches),
        Some(("history", matches)) => history::run(context, matches),
        Some(("removed", matches)) => removed::run(context, matches),
        Some(("move", matches)) => move_answer::run(context, matches),
        Some(("rebase", matches)) => rebase::run(context, matches),
        Some(("merge", matches)) => merge::run(context, matches),
        Some(("pack", matches)) => pack::run(context, matches),
        Some(("unpack", matches)) => unpack::run(context, matches),
        Some(("trash", _)) => trash::run(context),
        Some(("restore", matches)) => restore::run(context, matches),
        Some(("completions", matches)) => completions::run(context, matches),
        Some(("man", matches)) => man::run(context, matches),
        Some(("help", matches)) => help::run(context, matches),
        // A command that is declared but not listed above; a test goes through all of them.
        Some((name, _)) => Err(Failure::Usage(context.locale.usage_unknown_command(name))),
    }
}
