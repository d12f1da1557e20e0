//! Asks the terminal how wide it draws the characters whose width is a matter of taste.

use std::time::Duration;

use crossterm::event::Event;

use crate::text::AmbiguousWidth;

/// How long the answer may take. Every terminal in use answers; the time is for slow lines, and is only ever
/// waited out where nothing answers at all.
pub const PATIENCE: Duration = Duration::from_millis(150);

/// What a probe has found out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Probe {
    /// The width; `One` if the terminal has not answered.
    pub width: AmbiguousWidth,
    /// Keys that were typed while the probe waited. They come before those of the inbox.
    pub typed: Vec<Event>,
}

/// Draws one ambiguous character and asks where the cursor is, before the first frame.
///
/// The screen has to be entered, and nobody else may read from the terminal yet. A terminal that does not answer in
/// time, or is known not to, costs nothing but the time.
pub fn ambiguous_width(patience: Duration) -> Probe {
    if std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
        return Probe::default();
    }
    sys::ask(patience)
}

#[cfg(unix)]
mod sys {
    use std::io::{self, IsTerminal};
    use std::iter;
    use std::time::{Duration, Instant};

    use super::Probe;
    use crate::text::AmbiguousWidth;
    use crate::tui::runtime::input::Input;
    use crate::tui::runtime::input::decoder::Decoded;
    use crate::tui::runtime::output;

    // The opening quotation mark: of all ambiguous characters the one that the text is fullest of. In the
    // second row, because an answer from the first looks like F3 with modifiers if it comes too late.
    const QUESTION: &[u8] = "\x1b[2;1H“\x1b[6n\x1b[2K\x1b[1;1H".as_bytes();
    const COLUMN_IF_WIDE: u16 = 3;

    pub(super) fn ask(patience: Duration) -> Probe {
        let mut probe = Probe::default();
        let is_ready =
            io::stdout().is_terminal() && crossterm::terminal::is_raw_mode_enabled().unwrap_or(false);
        let (true, Ok(mut input)) = (is_ready, Input::open()) else {
            return probe;
        };
        if output::write_all_within(QUESTION, patience).is_err() {
            return probe;
        }
        let deadline = Instant::now() + patience;
        let mut is_answered = false;
        while !is_answered && input.receive(deadline) {
            is_answered = take(iter::from_fn(|| input.decoded()), &mut probe);
        }
        input.expire();
        take(iter::from_fn(|| input.decoded()), &mut probe);
        probe
    }

    /// Takes what was read. Says whether the answer was among it.
    fn take(read: impl Iterator<Item = Decoded>, probe: &mut Probe) -> bool {
        let mut is_answered = false;
        for decoded in read {
            match decoded {
                Decoded::Event(event) => probe.typed.push(event),
                Decoded::CursorReport { column, .. } => {
                    is_answered = true;
                    if column == COLUMN_IF_WIDE {
                        probe.width = AmbiguousWidth::Two;
                    }
                }
            }
        }
        is_answered
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use crate::tui::runtime::input::decoder::Decoder;

        #[test]
        fn the_answer_is_told_from_what_was_typed_ahead() {
            let table: [(&str, bool, AmbiguousWidth, usize); 5] = [
                ("\x1b[2;3R", true, AmbiguousWidth::Two, 0),
                ("\x1b[2;2R", true, AmbiguousWidth::One, 0),
                ("我\x1b[A\x1b[2;3Ra", true, AmbiguousWidth::Two, 3),
                ("\x1b[1;3R", false, AmbiguousWidth::One, 1),
                ("", false, AmbiguousWidth::One, 0),
            ];
            for (bytes, is_answered, width, typed) in table {
                let mut decoder = Decoder::default();
                let mut probe = Probe::default();
                decoder.push(bytes.as_bytes());
                let read = iter::from_fn(|| decoder.next());
                assert_eq!(take(read, &mut probe), is_answered, "{bytes:?}");
                assert_eq!((probe.width, probe.typed.len()), (width, typed), "{bytes:?}");
            }
        }
    }
}

#[cfg(not(unix))]
mod sys {
    use std::time::Duration;

    use super::Probe;

    /// The console here cannot be read without its own events.
    pub(super) fn ask(_patience: Duration) -> Probe {
        Probe::default()
    }
}
