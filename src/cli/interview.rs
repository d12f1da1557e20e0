//! The interview: in the full screen where there is one, else line by line.

use super::console;
use super::context::Context;
use super::failure::{Failure, Outcome};
use crate::plain;
use crate::session::directory::SessionDirectory;
use crate::session::elsewhere;
use crate::session::store::Store;
use crate::tui::run as full_screen;
use clap::ArgMatches;
use std::io;

/// How a person is interviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    FullScreen,
    /// Asked for, or on a terminal that can do no more than print lines.
    LineByLine,
}

impl Way {
    /// The way that there is; `None` where nobody is there to answer.
    fn of(context: &Context) -> Option<Self> {
        if context.plain {
            return Some(Self::LineByLine);
        }
        let is_terminal = context.stdin_is_terminal && context.stdout_is_terminal;
        is_terminal.then_some(if console::is_dumb() {
            Self::LineByLine
        } else {
            Self::FullScreen
        })
    }
}

/// Whether anybody can be interviewed.
pub(super) fn is_possible(context: &Context) -> bool {
    Way::of(context).is_some()
}

/// Whether the interview would be in the full screen.
pub(super) fn is_in_full_screen(context: &Context) -> bool {
    Way::of(context) == Some(Way::FullScreen)
}

/// Whether these arguments lead to an interview, where anybody can be interviewed.
pub(super) fn may_follow(matches: &ArgMatches) -> bool {
    matches!(matches.subcommand_name(), None | Some("new" | "resume"))
}

/// Interviews the person, on one session or on one that they choose.
///
/// # Errors
/// [`Failure`], above all where there is no terminal.
pub(super) fn run(context: &Context, store: Store, open: Option<SessionDirectory>) -> Outcome {
    match Way::of(context) {
        Some(Way::FullScreen) => in_full_screen(context, store, open),
        Some(Way::LineByLine) => line_by_line(context, store, open),
        None => Err(Failure::Failed(context.locale.needs_terminal().to_owned())),
    }
}

fn in_full_screen(context: &Context, store: Store, open: Option<SessionDirectory>) -> Outcome {
    let locale = context.locale;
    let options = full_screen::Options {
        store,
        locale,
        colours: !console::colours_are_unwanted(),
        ascii: context.ascii,
        ambiguous: context.ambiguous,
        keys: context.own.keys.clone(),
        mouse: context.own.in_force.mouse.unwrap_or(true),
        typing_aid: context.own.in_force.typing_aid.unwrap_or(false),
        notice: context.own.notice(locale),
        open,
        export_directory: std::env::current_dir().unwrap_or_default(),
        rescue_places: elsewhere::places(),
    };
    full_screen::run(options).map_err(|error| Failure::Failed(locale.full_screen_failed(error)))
}

fn line_by_line(context: &Context, store: Store, open: Option<SessionDirectory>) -> Outcome {
    let home = directories::BaseDirs::new().map(|found| found.home_dir().to_owned());
    let options = plain::Options {
        home,
        store,
        locale: context.locale,
        open,
        export_directory: std::env::current_dir().unwrap_or_default(),
        rescue_places: elsewhere::places(),
        echo: !context.stdin_is_terminal,
    };
    plain::run(options, io::stdin().lock(), io::stdout().lock())
        .map_err(|error| Failure::of_standard_output(error, context.locale))
}
