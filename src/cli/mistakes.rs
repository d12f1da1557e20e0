//! Mistakes in files that people write, as they are printed.

use super::console;
use super::context::Context;
use crate::questionnaire::diagnostic::{Diagnostic, Wrong};
use crate::questionnaire::render::{Style, render};
use std::io::{self, IsTerminal as _};

/// The columns where there is no terminal: whoever reads a file can scroll.
const WITHOUT_TERMINAL: usize = 240;

/// The mistakes of a file, one below the other, fit for standard output.
pub(super) fn draw<M: Wrong>(
    context: &Context,
    file: &str,
    source: &str,
    diagnostics: &[Diagnostic<M>],
) -> String {
    let is_terminal = context.stdout_is_terminal;
    render(diagnostics, source, file, style(context, is_terminal))
}

/// The same, fit for standard error.
pub(super) fn draw_aside<M: Wrong>(
    context: &Context,
    file: &str,
    source: &str,
    diagnostics: &[Diagnostic<M>],
) -> String {
    let is_terminal = io::stderr().is_terminal();
    render(diagnostics, source, file, style(context, is_terminal))
}

fn style(context: &Context, is_terminal: bool) -> Style {
    Style {
        locale: context.locale,
        color: console::colours(is_terminal),
        ascii: context.ascii,
        width: if is_terminal {
            context.width()
        } else {
            WITHOUT_TERMINAL
        },
    }
}
