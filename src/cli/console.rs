//! Standard output and standard error. Nothing else of the command line writes to them.

use super::context::Context;
use super::failure::Failure;
use crate::messages::Locale;
use crate::text::visible;
use clap::builder::StyledStr;
use std::env;
use std::io::{self, IsTerminal as _, Write as _};

/// With what a heading that is bold ends.
const STYLE_ENDS: &str = "\u{1b}[0m";

/// What counts as consent.
const YES: [&str; 3] = ["y", "yes", "是"];

/// Prints lines that are fit for any terminal: either the program's own, or made visible before.
///
/// # Errors
/// [`Failure`]
pub(super) fn print(context: &Context, text: &str) -> Result<(), Failure> {
    write(context.locale, text.as_bytes())
}

/// Prints a text that came from a file or an answer: byte for byte, except on a terminal, which would act on the escape
/// sequences in it.
///
/// # Errors
/// [`Failure`]
pub(super) fn print_foreign(context: &Context, text: &[u8]) -> Result<(), Failure> {
    if context.stdout_is_terminal {
        let text = String::from_utf8_lossy(text);
        write(context.locale, visible_lines(&text).as_bytes())
    } else {
        write(context.locale, text)
    }
}

/// Prints help, which is bold in places.
///
/// # Errors
/// [`Failure`]
pub(super) fn print_help(help: &StyledStr, locale: Locale) -> Result<(), Failure> {
    let text = if colours(io::stdout().is_terminal()) {
        help.ansi().to_string()
    } else {
        help.to_string()
    };
    write(locale, in_language(&text, locale).as_bytes())
}

/// Help in the language of the person down to the word and the marks that clap puts there by itself and has no setting
/// for.
fn in_language(help: &str, locale: Locale) -> String {
    let line = |line: &str| {
        let (text, style) = match line.strip_suffix(STYLE_ENDS) {
            Some(text) => (text, STYLE_ENDS),
            None => (line, ""),
        };
        match text.strip_suffix(':') {
            Some(heading) => format!("{heading}{}{style}\n", locale.help_heading_mark()),
            None => format!("{line}\n"),
        }
    };
    let lines: String = help.lines().map(line).collect();
    lines.replacen("[OPTIONS]", &format!("[{}]", locale.help_options_mark()), 1)
}

/// Whether what is printed has colours, given whether it goes to a terminal.
pub(super) fn colours(is_terminal: bool) -> bool {
    is_terminal && !colours_are_unwanted() && !is_dumb()
}

/// Whether the person wants no colours, on whatever terminal (`NO_COLOR`).
pub(super) fn colours_are_unwanted() -> bool {
    env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// Whether the terminal can do no more than print lines.
pub(super) fn is_dumb() -> bool {
    env::var_os("TERM").is_some_and(|term| term == "dumb")
}

fn write(locale: Locale, bytes: &[u8]) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    stdout
        .write_all(bytes)
        .and_then(|()| stdout.flush())
        .map_err(|error| Failure::of_standard_output(error, locale))
}

/// Says something on standard error, be it a failure or a word about what was done. A standard error that is closed or
/// full leaves nobody to tell.
pub(super) fn complain(message: &str) {
    let _ = write_to_stderr(&format!("tigang: {}\n", visible_lines(message).trim_end()));
}

/// Prints bytes that are for a program to read.
///
/// # Errors
/// [`Failure`]
pub(super) fn print_bytes(context: &Context, bytes: &[u8]) -> Result<(), Failure> {
    write(context.locale, bytes)
}

/// Shows lines to a person who is about to be asked something.
pub(super) fn tell(text: &str) {
    let _ = write_to_stderr(text);
}

/// Asks for consent. Anything but a yes, and the end of the input, is none.
pub(super) fn is_agreed(question: &str) -> bool {
    ask(&format!("{question} [y/N] "));
    let mut answer = String::new();
    // What cannot be read is no consent.
    let _ = io::stdin().read_line(&mut answer);
    YES.contains(&answer.trim().to_lowercase().as_str())
}

/// Asks something on standard error, without ending the line.
pub(super) fn ask(question: &str) {
    let _ = write_to_stderr(&visible_lines(question));
}

fn write_to_stderr(text: &str) -> io::Result<()> {
    let mut stderr = io::stderr().lock();
    stderr.write_all(text.as_bytes())?;
    stderr.flush()
}

/// [`visible`] for a text of several lines, whatever ends them.
fn visible_lines(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines: Vec<_> = text
        .split('\n')
        .map(|line| visible(line.strip_suffix('\r').unwrap_or(line)))
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_lines_and_nothing_acts_on_the_terminal() {
        let cases = [
            ("一\n二\n", "一\n二\n"),
            ("\u{feff}一\r\n二\r\n", "一\n二\n"),
            ("\u{1b}[2J", "␛[2J"),
            ("a\rb", "a␍b"),
            ("", ""),
        ];
        for (text, shown) in cases {
            assert_eq!(visible_lines(text), shown, "{text:?}");
        }
    }
}
