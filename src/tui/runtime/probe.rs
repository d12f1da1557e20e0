//! Asks the terminal how wide it draws the characters whose width is a matter of taste.

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use crate::text::AmbiguousWidth;

/// How long the answer may take. Every terminal in use answers; the time is for slow lines, and is only ever
/// waited out where nothing answers at all.
pub const PATIENCE: Duration = Duration::from_millis(150);

/// What a probe has found out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Probe {
    /// The width; `One` if the terminal has not answered.
    pub width: AmbiguousWidth,
    /// Keys that were typed while the probe waited. They come before those of the input thread.
    pub typed: Vec<Event>,
}

/// Draws one ambiguous character and asks where the cursor is, before the first frame.
///
/// The screen has to be entered, and the input thread not yet started. A terminal that does not answer in
/// time, or is known not to, costs nothing but the time.
pub fn ambiguous_width(patience: Duration) -> Probe {
    if std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
        return Probe::default();
    }
    let answer = sys::ask(patience);
    let (column, rest) = cut_position(&answer);
    Probe {
        width: match column {
            Some(3) => AmbiguousWidth::Two,
            _ => AmbiguousWidth::One,
        },
        typed: keys(&rest),
    }
}

/// The column in the first report of a position (`ESC [ row ; column R`), and the bytes around the report.
fn cut_position(bytes: &[u8]) -> (Option<u16>, Vec<u8>) {
    for (start, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte == 0x1b) {
        let (before, from) = bytes.split_at(start);
        if let Some((column, after)) = parse_position(from) {
            return (Some(column), [before, after].concat());
        }
    }
    (None, bytes.to_vec())
}

fn parse_position(bytes: &[u8]) -> Option<(u16, &[u8])> {
    let (row, rest) = parse_number(bytes.strip_prefix(b"\x1b[")?)?;
    let (column, rest) = parse_number(rest.strip_prefix(b";")?)?;
    let rest = rest.strip_prefix(b"R")?;
    // The probe stands in the first row. Shift+F3 looks the same in other rows' reports.
    (row == 1).then_some((column, rest))
}

fn parse_number(bytes: &[u8]) -> Option<(u16, &[u8])> {
    let end = bytes.iter().position(|byte| !byte.is_ascii_digit())?;
    let (digits, rest) = bytes.split_at(end);
    Some((str::from_utf8(digits).ok()?.parse().ok()?, rest))
}

/// What was typed ahead: letters, Enter and Tab. The rest cannot be told from the remains of an answer.
fn keys(bytes: &[u8]) -> Vec<Event> {
    if bytes.contains(&0x1b) {
        return Vec::new();
    }
    String::from_utf8_lossy(bytes)
        .chars()
        .filter_map(|c| match c {
            '\r' | '\n' => Some(KeyCode::Enter),
            '\t' => Some(KeyCode::Tab),
            '\u{fffd}' => None,
            c if c.is_control() => None,
            c => Some(KeyCode::Char(c)),
        })
        .map(|code| {
            let modifiers = match code {
                // As crossterm reports capital letters.
                KeyCode::Char(c) if c.is_uppercase() => KeyModifiers::SHIFT,
                _ => KeyModifiers::NONE,
            };
            Event::Key(KeyEvent::new(code, modifiers))
        })
        .collect()
}

#[cfg(unix)]
mod sys {
    use std::io::{self, IsTerminal};
    use std::time::{Duration, Instant};

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::Errno;

    use crate::tui::runtime::{output, tty::Tty};

    // The opening quotation mark: of all ambiguous characters the one that the text is fullest of.
    const QUESTION: &[u8] = "\x1b[1;1H“\x1b[6n\x1b[1;1H\x1b[2K".as_bytes();

    /// Everything that the terminal sends until it has answered or the time is up.
    pub(super) fn ask(patience: Duration) -> Vec<u8> {
        let mut answer = Vec::new();
        let Ok(tty) = Tty::open() else {
            return answer;
        };
        if !io::stdout().is_terminal() || !crossterm::terminal::is_raw_mode_enabled().unwrap_or(false) {
            return answer;
        }
        if output::write_all_within(QUESTION, patience).is_err() {
            return answer;
        }
        let deadline = Instant::now() + patience;
        while super::cut_position(&answer).0.is_none() {
            let left = deadline.saturating_duration_since(Instant::now());
            let timeout = Timespec::try_from(left).ok();
            let mut fds = [PollFd::new(&tty, PollFlags::IN)];
            match poll(&mut fds, timeout.as_ref()) {
                Ok(1..) => {}
                Err(Errno::INTR) => continue,
                _ => break,
            }
            let mut chunk = [0; 64];
            match rustix::io::read(&tty, &mut chunk) {
                Ok(read @ 1..) => answer.extend_from_slice(chunk.get(..read).unwrap_or_default()),
                Err(Errno::INTR) => {}
                _ => break,
            }
        }
        answer
    }
}

#[cfg(not(unix))]
mod sys {
    use std::time::Duration;

    /// The console here cannot be read without its own events.
    pub(super) fn ask(_patience: Duration) -> Vec<u8> {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_is_found_between_keys() {
        let table: [(&[u8], Option<u16>, &[u8]); 7] = [
            (b"", None, b""),
            (b"\x1b[1;3R", Some(3), b""),
            (b"\x1b[1;2R", Some(2), b""),
            (b"ab\x1b[1;2Rc", Some(2), b"abc"),
            (b"\x1b[A\x1b[1;3R", Some(3), b"\x1b[A"),
            (b"\x1b[1;2", None, b"\x1b[1;2"),
            (b"\x1b[1;99999999R", None, b"\x1b[1;99999999R"),
        ];
        for (bytes, column, rest) in table {
            assert_eq!(cut_position(bytes), (column, rest.to_vec()), "{bytes:?}");
        }
    }

    #[test]
    fn keys_typed_ahead_are_kept() {
        let codes: Vec<_> = keys("我\rA".as_bytes())
            .into_iter()
            .filter_map(|event| event.as_key_event().map(|key| (key.code, key.modifiers)))
            .collect();
        assert_eq!(
            codes,
            [
                (KeyCode::Char('我'), KeyModifiers::NONE),
                (KeyCode::Enter, KeyModifiers::NONE),
                (KeyCode::Char('A'), KeyModifiers::SHIFT),
            ]
        );
        assert_eq!(keys(b"\x1b[1;2"), []);
    }
}
