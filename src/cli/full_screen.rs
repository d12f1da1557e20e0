//! Starts the full-screen program.

use super::console;
use super::context::Context;
use super::failure::{Failure, Outcome};
use crate::session::directory::SessionDirectory;
use crate::session::store::Store;
use crate::tui::run::{self, Options};

/// Whether there is a terminal that the program can have the whole of.
pub(super) fn is_possible(context: &Context) -> bool {
    context.stdin_is_terminal && context.stdout_is_terminal && !console::is_dumb()
}

/// Runs it, at one session or at home.
///
/// # Errors
/// [`Failure`], above all where there is no terminal.
pub(super) fn run(context: &Context, store: Store, open: Option<SessionDirectory>) -> Outcome {
    let locale = context.locale;
    if !is_possible(context) {
        let reason = if context.stdin_is_terminal && context.stdout_is_terminal {
            locale.needs_better_terminal()
        } else {
            locale.needs_terminal()
        };
        return Err(Failure::Failed(reason.to_owned()));
    }
    let (keys, notice) = context.own.keys(locale);
    let options = Options {
        store,
        locale,
        colours: !console::colours_are_unwanted(),
        ascii: context.ascii,
        ambiguous: context.ambiguous,
        keys,
        mouse: context.own.in_force().mouse.unwrap_or(true),
        notice,
        open,
        export_directory: std::env::current_dir().unwrap_or_default(),
    };
    run::run(options).map_err(|error| Failure::Failed(locale.full_screen_failed(error)))
}
