//! The bytes that a terminal sends, turned into events.
//!
//! In place of crossterm's own reader, which cannot be used for writing long texts (0.29, each seen here):
//! what comes in one piece of more than 1,024 bytes without brackets stays in the kernel after the first
//! 1,024 until the next key; a paste whose end was lost swallows every later key for ever; an arrow key that
//! a slow line splits becomes Esc and the text `[A`; what follows an unknown sequence becomes text.
//!
//! The events are the same, so that nothing else has to know.

use std::collections::VecDeque;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::sequence::{self, Sequence};

/// How long the rest of an escape sequence may take before its ESC is taken for the Esc key.
const ESCAPE_PATIENCE: Duration = Duration::from_millis(50);
/// How long a paste may say nothing before its end is taken for lost.
const PASTE_PATIENCE: Duration = Duration::from_secs(3);

const ESC: u8 = 0x1b;
const PASTE_END: &[u8] = b"\x1b[201~";

/// What was made of some bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui::runtime) enum Decoded {
    /// Something that the person did.
    Event(Event),
    /// The terminal's answer to where the cursor is; row and column from 1.
    CursorReport { row: u16, column: u16 },
}

impl From<Event> for Decoded {
    fn from(event: Event) -> Self {
        Self::Event(event)
    }
}

/// Takes bytes in whatever pieces they come, and gives what they mean.
#[derive(Debug, Default)]
pub(in crate::tui::runtime) struct Decoder {
    /// Bytes that mean nothing as yet.
    held: Vec<u8>,
    /// The paste that has not ended yet.
    paste: Option<Vec<u8>>,
    decoded: VecDeque<Decoded>,
}

/// The meaning of the first bytes of some, and how many they are.
enum Step {
    Decoded(Decoded, usize),
    Ignored(usize),
    PasteBegins(usize),
    Incomplete,
}

impl Decoder {
    pub(in crate::tui::runtime) fn push(&mut self, bytes: &[u8]) {
        self.held.extend_from_slice(bytes);
        let held = std::mem::take(&mut self.held);
        let mut rest = held.as_slice();
        loop {
            rest = match &mut self.paste {
                Some(paste) => match take_paste(rest, paste) {
                    Ok(after) => {
                        self.end_paste();
                        after
                    }
                    Err(end) => {
                        self.held = end.to_vec();
                        return;
                    }
                },
                None => match step(rest) {
                    Step::Decoded(decoded, length) => {
                        self.decoded.push_back(decoded);
                        skip(rest, length)
                    }
                    Step::Ignored(length) => skip(rest, length),
                    Step::PasteBegins(length) => {
                        self.paste = Some(Vec::new());
                        skip(rest, length)
                    }
                    Step::Incomplete => {
                        self.held = rest.to_vec();
                        return;
                    }
                },
            };
        }
    }

    pub(in crate::tui::runtime) fn next(&mut self) -> Option<Decoded> {
        self.decoded.pop_front()
    }

    /// How long to wait for more before [`give_up`](Self::give_up); nothing if nothing is outstanding.
    pub(in crate::tui::runtime) fn patience(&self) -> Option<Duration> {
        if self.paste.is_some() {
            Some(PASTE_PATIENCE)
        } else {
            (!self.held.is_empty()).then_some(ESCAPE_PATIENCE)
        }
    }

    /// No more is coming: what is held means what it means by itself.
    pub(in crate::tui::runtime) fn give_up(&mut self) {
        let held = std::mem::take(&mut self.held);
        if let Some(paste) = &mut self.paste {
            paste.extend_from_slice(&held);
            self.end_paste();
            return;
        }
        let key = match held.as_slice() {
            [ESC] => KeyEvent::from(KeyCode::Esc),
            [ESC, b'['] => KeyEvent::new(KeyCode::Char('['), KeyModifiers::ALT),
            [ESC, b'O'] => KeyEvent::new(KeyCode::Char('O'), KeyModifiers::ALT | KeyModifiers::SHIFT),
            // The remains of something: better nothing than text that nobody typed.
            _ => return,
        };
        self.decoded.push_back(Event::Key(key).into());
    }

    fn end_paste(&mut self) {
        if let Some(paste) = self.paste.take() {
            let text = String::from_utf8_lossy(&paste).into_owned();
            self.decoded.push_back(Event::Paste(text).into());
        }
    }
}

fn skip(bytes: &[u8], length: usize) -> &[u8] {
    bytes.get(length..).unwrap_or_default()
}

/// Moves bytes into the paste. Gives those after its end, or the last ones, which may be the beginning of it.
fn take_paste<'a>(bytes: &'a [u8], paste: &mut Vec<u8>) -> Result<&'a [u8], &'a [u8]> {
    let end = bytes
        .windows(PASTE_END.len())
        .position(|window| window == PASTE_END);
    if let Some(end) = end {
        let (text, after) = bytes.split_at(end);
        paste.extend_from_slice(text);
        return Ok(skip(after, PASTE_END.len()));
    }
    let begun = (1..PASTE_END.len()).rev().find(|length| {
        PASTE_END
            .get(..*length)
            .is_some_and(|begin| bytes.ends_with(begin))
    });
    let (text, begun) = bytes.split_at(bytes.len().saturating_sub(begun.unwrap_or(0)));
    paste.extend_from_slice(text);
    Err(begun)
}

fn step(bytes: &[u8]) -> Step {
    match bytes {
        [ESC, b'[', ..] | [ESC, b'O', ..] => match sequence::parse(bytes) {
            Sequence::Complete(Some(decoded), length) => Step::Decoded(decoded, length),
            Sequence::Complete(None, length) => Step::Ignored(length),
            Sequence::PasteBegins(length) => Step::PasteBegins(length),
            Sequence::Incomplete => Step::Incomplete,
        },
        [ESC, ESC, ..] => Step::Decoded(Event::Key(KeyCode::Esc.into()).into(), 1),
        // ESC before a key is Alt.
        [ESC, key @ ..] => match plain_key(key) {
            Plain::Key(mut key, length) => {
                key.modifiers |= KeyModifiers::ALT;
                Step::Decoded(Event::Key(key).into(), 1 + length)
            }
            Plain::Invalid(length) => Step::Ignored(1 + length),
            Plain::Incomplete => Step::Incomplete,
        },
        _ => match plain_key(bytes) {
            Plain::Key(key, length) => Step::Decoded(Event::Key(key).into(), length),
            Plain::Invalid(length) => Step::Ignored(length),
            Plain::Incomplete => Step::Incomplete,
        },
    }
}

enum Plain {
    Key(KeyEvent, usize),
    Invalid(usize),
    Incomplete,
}

/// A character, or a key that sends a control character.
fn plain_key(bytes: &[u8]) -> Plain {
    let Some(first) = bytes.first() else {
        return Plain::Incomplete;
    };
    let control = |letter: u8| KeyEvent::new(KeyCode::Char(char::from(letter)), KeyModifiers::CONTROL);
    let key = match first {
        0x00 => control(b' '),
        b'\t' => KeyCode::Tab.into(),
        b'\r' => KeyCode::Enter.into(),
        0x7f => KeyCode::Backspace.into(),
        0x01..=0x1a => control(first - 1 + b'a'),
        // As crossterm names them: Ctrl+4 is what Ctrl+\ sends, Ctrl+7 what Ctrl+/ sends.
        0x1c..=0x1f => control(first - 0x1c + b'4'),
        0x1b => KeyCode::Esc.into(),
        0x20..=0x7e => character(char::from(*first)),
        0x80.. => return wide_character(bytes),
    };
    Plain::Key(key, 1)
}

fn wide_character(bytes: &[u8]) -> Plain {
    let head = bytes.get(..4).unwrap_or(bytes);
    let valid = match str::from_utf8(head) {
        Ok(text) => text,
        Err(error) => match (error.valid_up_to(), error.error_len()) {
            (0, Some(length)) => return Plain::Invalid(length),
            (0, None) => return Plain::Incomplete,
            (valid, _) => head
                .get(..valid)
                .and_then(|valid| str::from_utf8(valid).ok())
                .unwrap_or_default(),
        },
    };
    match valid.chars().next() {
        Some(c) if c.is_control() => Plain::Invalid(c.len_utf8()),
        Some(c) => Plain::Key(character(c), c.len_utf8()),
        None => Plain::Incomplete,
    }
}

/// As crossterm reports it: a capital letter comes with Shift.
pub(super) fn character(c: char) -> KeyEvent {
    let modifiers = if c.is_uppercase() {
        KeyModifiers::SHIFT
    } else {
        KeyModifiers::NONE
    };
    KeyEvent::new(KeyCode::Char(c), modifiers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decode(pieces: &[&[u8]]) -> Vec<Decoded> {
        let mut decoder = Decoder::default();
        for piece in pieces {
            decoder.push(piece);
        }
        decoder.give_up();
        std::iter::from_fn(|| decoder.next()).collect()
    }

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Decoded {
        Event::Key(KeyEvent::new(code, modifiers)).into()
    }

    fn paste(text: &str) -> Decoded {
        Event::Paste(text.into()).into()
    }

    #[test]
    fn plain_keys() {
        use KeyModifiers as M;
        let table = [
            ("我", KeyCode::Char('我'), M::NONE),
            ("𠀀", KeyCode::Char('𠀀'), M::NONE),
            ("a", KeyCode::Char('a'), M::NONE),
            ("A", KeyCode::Char('A'), M::SHIFT),
            ("\r", KeyCode::Enter, M::NONE),
            ("\n", KeyCode::Char('j'), M::CONTROL),
            ("\t", KeyCode::Tab, M::NONE),
            ("\x7f", KeyCode::Backspace, M::NONE),
            ("\x08", KeyCode::Char('h'), M::CONTROL),
            ("\x05", KeyCode::Char('e'), M::CONTROL),
            ("\0", KeyCode::Char(' '), M::CONTROL),
            ("\x1c", KeyCode::Char('4'), M::CONTROL),
            ("\x1f", KeyCode::Char('7'), M::CONTROL),
            ("\x1b", KeyCode::Esc, M::NONE),
            ("\x1bb", KeyCode::Char('b'), M::ALT),
            ("\x1b中", KeyCode::Char('中'), M::ALT),
            ("\x1b\r", KeyCode::Enter, M::ALT),
            ("\x1b\x7f", KeyCode::Backspace, M::ALT),
            ("\x1b[", KeyCode::Char('['), M::ALT),
            ("\x1bO", KeyCode::Char('O'), M::ALT | M::SHIFT),
        ];
        for (bytes, code, modifiers) in table {
            assert_eq!(decode(&[bytes.as_bytes()]), [key(code, modifiers)], "{bytes:?}");
        }
        assert_eq!(decode(&[b"\x1b\x1b"]).len(), 2);
    }

    #[test]
    fn a_sequence_may_come_in_pieces_and_nothing_of_it_becomes_text() {
        let up = || key(KeyCode::Up, KeyModifiers::NONE);
        assert_eq!(decode(&[b"\x1b", b"[", b"A"]), [up()]);
        assert_eq!(decode(&[b"\x1b[?1;2", b"c"]), []);
        assert_eq!(decode(&[b"\x1b[>0;276;0c\x1b[A"]), [up()]);
        assert_eq!(
            decode(&["我".as_bytes().split_at(1).0, "我".as_bytes().split_at(1).1]).len(),
            1
        );
        assert_eq!(
            decode(&[b"\xff\xfea"]),
            [key(KeyCode::Char('a'), KeyModifiers::NONE)]
        );
        assert_eq!(decode(&[b"\x1b[12;3"]), []);
    }

    #[test]
    fn a_paste_is_one_event_however_it_is_cut() {
        let bytes = "x\x1b[200~第一行\r第二\x1b[20行\x1b[201~y".as_bytes();
        let whole = decode(&[bytes]);
        assert_eq!(whole.get(1), Some(&paste("第一行\r第二\x1b[20行")));
        assert_eq!(whole.len(), 3);
        for cut in 0..bytes.len() {
            let (before, after) = bytes.split_at(cut);
            assert_eq!(decode(&[before, after]), whole, "cut at {cut}");
        }
    }

    #[test]
    fn a_paste_without_an_end_gives_up_what_it_has() {
        let mut decoder = Decoder::default();
        decoder.push("\x1b[200~文字\x1b[20".as_bytes());
        assert_eq!(decoder.next(), None);
        assert_eq!(decoder.patience(), Some(PASTE_PATIENCE));
        decoder.give_up();
        assert_eq!(decoder.next(), Some(paste("文字\x1b[20")));
        assert_eq!(decoder.patience(), None);
        decoder.push(b"a\x1b[201~");
        assert_eq!(decoder.next(), Some(key(KeyCode::Char('a'), KeyModifiers::NONE)));
        assert_eq!(decoder.next(), None);
    }

    #[test]
    fn patience_is_only_needed_for_what_is_incomplete() {
        let mut decoder = Decoder::default();
        decoder.push("我\x1b[A".as_bytes());
        assert_eq!(decoder.patience(), None);
        decoder.push(b"\x1b");
        assert_eq!(decoder.patience(), Some(ESCAPE_PATIENCE));
    }

    proptest! {
        #[test]
        fn text_comes_through_as_it_was_typed(text in "[^\\x00-\\x1f\\x7f-\\u{9f}]*", size in 1..9usize) {
            let pieces: Vec<&[u8]> = text.as_bytes().chunks(size).collect();
            let typed: String = decode(&pieces)
                .into_iter()
                .filter_map(|decoded| match decoded {
                    Decoded::Event(Event::Key(KeyEvent { code: KeyCode::Char(c), .. })) => Some(c),
                    _ => None,
                })
                .collect();
            prop_assert_eq!(typed, text);
        }

        #[test]
        fn any_bytes_are_taken_and_do_not_stop_the_next_key(bytes: Vec<u8>) {
            let mut decoder = Decoder::default();
            decoder.push(&bytes);
            decoder.give_up();
            while decoder.next().is_some() {}
            decoder.push(b"a");
            prop_assert_eq!(decoder.next(), Some(key(KeyCode::Char('a'), KeyModifiers::NONE)));
        }
    }
}
