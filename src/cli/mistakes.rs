//! Authors' mistakes as they are printed.

use super::context::Context;
use crate::questionnaire::Diagnostic;
use crate::questionnaire::render::{Style, render};

/// The columns where there is no terminal: whoever reads a file can scroll.
const WITHOUT_TERMINAL: usize = 240;

/// The mistakes of a file, one below the other, fit for a terminal.
pub(super) fn draw(context: &Context, file: &str, source: &str, diagnostics: &[Diagnostic]) -> String {
    let style = Style {
        locale: context.locale,
        color: context.colours(),
        ascii: context.ascii,
        width: if context.stdout_is_terminal {
            context.width()
        } else {
            WITHOUT_TERMINAL
        },
    };
    render(diagnostics, source, file, style)
}
