//! The escape sequences that begin with CSI (`ESC [`) or SS3 (`ESC O`): keys, the mouse, focus, answers.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::decoder::{Decoded, character};
use super::mouse;

/// What a sequence turned out to be. The number is its length in bytes.
pub(super) enum Sequence {
    /// Something that means an event, or nothing here.
    Complete(Option<Decoded>, usize),
    /// The opening bracket of a paste.
    PasteBegins(usize),
    /// There is more to come.
    Incomplete,
}

/// Parses the sequence that the bytes begin with.
pub(super) fn parse(bytes: &[u8]) -> Sequence {
    match bytes {
        [_, b'O', letter @ 0x20..=0x7e, ..] => Sequence::Complete(application_key(*letter), 3),
        // Not a sequence after all.
        [_, b'O', _, ..] => Sequence::Complete(None, 2),
        // The first function keys of the Linux console.
        [_, b'[', b'[', letter @ b'A'..=b'E', ..] => {
            let number = letter - b'A' + 1;
            Sequence::Complete(Some(event(KeyCode::F(number), KeyModifiers::NONE)), 4)
        }
        [_, b'[', b'[', _, ..] => Sequence::Complete(None, 3),
        [_, b'[', b'['] => Sequence::Incomplete,
        // The mouse as terminals reported it before there was a better way: three bytes after the letter.
        [_, b'[', b'M', button, column, row, ..] => {
            Sequence::Complete(mouse::old_report(*button, *column, *row).map(Decoded::from), 6)
        }
        [_, b'[', b'M', ..] => Sequence::Incomplete,
        [_, b'[', body @ ..] => control_sequence(body),
        _ => Sequence::Incomplete,
    }
}

/// Everything after `ESC [`: parameters, perhaps intermediates, a final byte.
fn control_sequence(body: &[u8]) -> Sequence {
    let is_private = matches!(body.first(), Some(b'<'..=b'?'));
    let end = body.iter().position(|byte| match byte {
        // rxvt ends the sequences of keys with Shift in this way, against all rules.
        b'$' => !is_private,
        byte => !(0x20..=0x3f).contains(byte),
    });
    let Some(end) = end else {
        return Sequence::Incomplete;
    };
    let length = 2 + end;
    let (Some(parameters), Some(letter)) = (body.get(..end), body.get(end)) else {
        return Sequence::Incomplete;
    };
    match (parameters, letter) {
        (b"200", b'~') => Sequence::PasteBegins(length + 1),
        // A control character or a letter beyond ASCII: the sequence was cut off, and this is something else.
        (_, 0..=0x1f | 0x7f..) => Sequence::Complete(None, length),
        ([b'<', parameters @ ..], b'M' | b'm') => {
            let report = match numbers(parameters).as_slice() {
                [button, column, row] => mouse::report(*button, *column, *row, *letter == b'm'),
                _ => None,
            };
            Sequence::Complete(report.map(Decoded::from), length + 1)
        }
        _ if is_private => Sequence::Complete(None, length + 1),
        _ => Sequence::Complete(key(&numbers(parameters), *letter), length + 1),
    }
}

/// The parameters; one that is missing counts as 0, and of one with parts only the first part counts.
fn numbers(parameters: &[u8]) -> Vec<u16> {
    if parameters.is_empty() {
        return Vec::new();
    }
    parameters
        .split(|byte| *byte == b';')
        .map(|parameter| {
            let digits = parameter.split(|byte| *byte == b':').next().unwrap_or_default();
            str::from_utf8(digits)
                .ok()
                .and_then(|digits| digits.parse().ok())
                .unwrap_or(0)
        })
        .collect()
}

fn event(code: KeyCode, modifiers: KeyModifiers) -> Decoded {
    Event::Key(KeyEvent::new(code, modifiers)).into()
}

fn key(numbers: &[u16], letter: u8) -> Option<Decoded> {
    let first = numbers.first().copied().unwrap_or(0);
    let held = numbers
        .get(1)
        .map_or(KeyModifiers::NONE, |number| modifiers(*number));
    match (letter, numbers) {
        (b'I', []) => Some(Event::FocusGained.into()),
        (b'O', []) => Some(Event::FocusLost.into()),
        // F3 with modifiers has 1 in the first place, so the probe asks from another row.
        (b'R', [row, column]) if *row != 1 => Some(Decoded::CursorReport {
            row: *row,
            column: *column,
        }),
        (b'Z', _) => Some(event(KeyCode::BackTab, held | KeyModifiers::SHIFT)),
        (b'~', [27, _, code]) | (b'u', [code, ..]) => {
            let code = char::from_u32(u32::from(*code))?;
            Some(character_key(code, held))
        }
        (b'~', _) => Some(event(numbered_key(first)?, held)),
        (b'$', _) => Some(event(numbered_key(first)?, KeyModifiers::SHIFT)),
        (b'^', _) => Some(event(numbered_key(first)?, KeyModifiers::CONTROL)),
        (b'@', _) => Some(event(
            numbered_key(first)?,
            KeyModifiers::CONTROL | KeyModifiers::SHIFT,
        )),
        (b'a'..=b'd', []) => Some(event(
            lettered_key(letter.to_ascii_uppercase())?,
            KeyModifiers::SHIFT,
        )),
        _ => Some(event(lettered_key(letter)?, held)),
    }
}

/// `ESC O` and a letter.
fn application_key(letter: u8) -> Option<Decoded> {
    match letter {
        b'a'..=b'd' => Some(event(
            lettered_key(letter.to_ascii_uppercase())?,
            KeyModifiers::CONTROL,
        )),
        b'M' => Some(event(KeyCode::Enter, KeyModifiers::NONE)),
        // The number pad.
        b'j'..=b'y' => Some(Event::Key(character(char::from(letter - b'j' + b'*'))).into()),
        letter => Some(event(lettered_key(letter)?, KeyModifiers::NONE)),
    }
}

const fn lettered_key(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'E' => KeyCode::KeypadBegin,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P' => KeyCode::F(1),
        b'Q' => KeyCode::F(2),
        b'R' => KeyCode::F(3),
        b'S' => KeyCode::F(4),
        _ => return None,
    })
}

const fn numbered_key(number: u16) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number as u8 - 10),
        17..=21 => KeyCode::F(number as u8 - 11),
        23..=26 => KeyCode::F(number as u8 - 12),
        28 | 29 => KeyCode::F(number as u8 - 13),
        31..=34 => KeyCode::F(number as u8 - 14),
        _ => return None,
    })
}

/// A key that was sent as the number of its character, which some terminals do for what has no bytes of its
/// own.
fn character_key(c: char, held: KeyModifiers) -> Decoded {
    let code = match c {
        '\x1b' => KeyCode::Esc,
        '\r' => KeyCode::Enter,
        '\t' if held.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        '\t' => KeyCode::Tab,
        '\x7f' => KeyCode::Backspace,
        c => KeyCode::Char(c),
    };
    let own = match code {
        KeyCode::Char(c) => character(c).modifiers,
        _ => KeyModifiers::NONE,
    };
    event(code, held | own)
}

/// xterm's number for the modifiers that were held.
fn modifiers(number: u16) -> KeyModifiers {
    let bits = number.saturating_sub(1);
    [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
        (8, KeyModifiers::SUPER),
        (16, KeyModifiers::HYPER),
        (32, KeyModifiers::META),
    ]
    .into_iter()
    .filter(|(bit, _)| bits & bit != 0)
    .fold(KeyModifiers::NONE, |held, (_, modifier)| held | modifier)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_the_terminals_in_use() {
        use KeyModifiers as M;
        let table: [(&str, KeyCode, KeyModifiers); 29] = [
            ("\x1b[A", KeyCode::Up, M::NONE),
            ("\x1bOA", KeyCode::Up, M::NONE),
            ("\x1b[1;5C", KeyCode::Right, M::CONTROL),
            ("\x1b[1;6D", KeyCode::Left, M::CONTROL.union(M::SHIFT)),
            ("\x1b[1;3B", KeyCode::Down, M::ALT),
            ("\x1b[1;2:1A", KeyCode::Up, M::SHIFT),
            ("\x1b[H", KeyCode::Home, M::NONE),
            ("\x1bOF", KeyCode::End, M::NONE),
            ("\x1b[1~", KeyCode::Home, M::NONE),
            ("\x1b[8~", KeyCode::End, M::NONE),
            ("\x1b[3~", KeyCode::Delete, M::NONE),
            ("\x1b[3;5~", KeyCode::Delete, M::CONTROL),
            ("\x1b[5~", KeyCode::PageUp, M::NONE),
            ("\x1b[6;2~", KeyCode::PageDown, M::SHIFT),
            ("\x1bOP", KeyCode::F(1), M::NONE),
            ("\x1b[11~", KeyCode::F(1), M::NONE),
            ("\x1b[[A", KeyCode::F(1), M::NONE),
            ("\x1b[1;2R", KeyCode::F(3), M::SHIFT),
            ("\x1b[15~", KeyCode::F(5), M::NONE),
            ("\x1b[24~", KeyCode::F(12), M::NONE),
            ("\x1b[Z", KeyCode::BackTab, M::SHIFT),
            ("\x1b[a", KeyCode::Up, M::SHIFT),
            ("\x1bOd", KeyCode::Left, M::CONTROL),
            ("\x1b[3$", KeyCode::Delete, M::SHIFT),
            ("\x1b[3^", KeyCode::Delete, M::CONTROL),
            ("\x1bOM", KeyCode::Enter, M::NONE),
            ("\x1bOp", KeyCode::Char('0'), M::NONE),
            ("\x1b[13;5u", KeyCode::Enter, M::CONTROL),
            ("\x1b[27;5;47~", KeyCode::Char('/'), M::CONTROL),
        ];
        for (bytes, code, modifiers) in table {
            match parse(bytes.as_bytes()) {
                Sequence::Complete(decoded, length) => {
                    assert_eq!(decoded, Some(event(code, modifiers)), "{bytes:?}");
                    assert_eq!(length, bytes.len(), "{bytes:?}");
                }
                _ => panic!("{bytes:?} is not complete"),
            }
        }
    }

    #[test]
    fn answers_and_focus_are_no_keys() {
        let meaning = |bytes: &str| match parse(bytes.as_bytes()) {
            Sequence::Complete(decoded, length) if length == bytes.len() => decoded,
            _ => panic!("{bytes:?} is not complete"),
        };
        assert_eq!(
            meaning("\x1b[2;3R"),
            Some(Decoded::CursorReport { row: 2, column: 3 })
        );
        assert_eq!(meaning("\x1b[I"), Some(Event::FocusGained.into()));
        assert_eq!(meaning("\x1b[O"), Some(Event::FocusLost.into()));
        for answer in [
            "\x1b[?62;4c",
            "\x1b[?2026;2$y",
            "\x1b[>1;10;0c",
            "\x1b[99~",
            "\x1b[201~",
            "\x1b[7x",
        ] {
            assert_eq!(meaning(answer), None, "{answer:?}");
        }
    }

    #[test]
    fn a_sequence_that_was_cut_off_takes_nothing_of_what_follows() {
        for bytes in ["\x1b[1;\r", "\x1b[1;我", "\x1b[1;\x1b[A"] {
            match parse(bytes.as_bytes()) {
                Sequence::Complete(None, 4) => {}
                _ => panic!("{bytes:?}"),
            }
        }
    }
}
