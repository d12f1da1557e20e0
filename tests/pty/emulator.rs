//! The terminal's side: what it shows, what it was told to do, and what it answers.

use std::sync::mpsc::Sender;

/// The modes of a terminal that a program switches, and has to switch back. The default is how it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Modes {
    pub(crate) alternate_screen: bool,
    pub(crate) bracketed_paste: bool,
    pub(crate) mouse: bool,
    pub(crate) focus: bool,
    pub(crate) cursor_visible: bool,
    pub(crate) cursor_style: u16,
    /// Within a frame: the terminal shows nothing until it ends.
    pub(crate) synchronized: bool,
    /// Input comes at once, unechoed, with Ctrl+C as a key.
    pub(crate) raw: bool,
}

impl Default for Modes {
    fn default() -> Self {
        Self {
            alternate_screen: false,
            bracketed_paste: false,
            mouse: false,
            focus: false,
            cursor_visible: true,
            cursor_style: 0,
            synchronized: false,
            raw: false,
        }
    }
}

/// What the terminal answers when it is asked where the cursor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum CursorReport {
    /// The truth; ambiguous characters are one column wide.
    #[default]
    True,
    /// As if the character before the cursor had taken two columns.
    OneFurther,
    /// Nothing.
    None,
}

/// A terminal in memory.
pub(super) struct Emulator {
    parser: vt100::Parser<Observer>,
    /// Everything that the program has sent, for tests of what does not show.
    pub(super) log: Vec<u8>,
}

impl Emulator {
    pub(super) fn new((rows, columns): (u16, u16), report: CursorReport, answers: Sender<Vec<u8>>) -> Self {
        let observer = Observer {
            report,
            answers,
            focus: false,
            synchronized: false,
            cursor_style: 0,
            mouse: Vec::new(),
            clipboard: Vec::new(),
        };
        Self {
            parser: vt100::Parser::new_with_callbacks(rows, columns, 0, observer),
            log: Vec::new(),
        }
    }

    pub(super) fn process(&mut self, bytes: &[u8]) {
        self.log.extend_from_slice(bytes);
        self.parser.process(bytes);
        self.follow_mouse();
    }

    pub(super) fn resize(&mut self, rows: u16, columns: u16) {
        self.parser.screen_mut().set_size(rows, columns);
    }

    pub(super) fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// Everything but raw mode, which is the kernel's.
    pub(super) fn modes(&self) -> Modes {
        let screen = self.parser.screen();
        let observer = self.parser.callbacks();
        Modes {
            alternate_screen: screen.alternate_screen(),
            bracketed_paste: screen.bracketed_paste(),
            mouse: !observer.mouse.is_empty(),
            focus: observer.focus,
            cursor_visible: !screen.hide_cursor(),
            cursor_style: observer.cursor_style,
            synchronized: observer.synchronized,
            raw: false,
        }
    }

    /// The texts that were copied to the clipboard, as base64.
    pub(super) fn clipboard(&self) -> &[String] {
        &self.parser.callbacks().clipboard
    }

    /// vt100 remembers only the last mouse mode; on a real terminal each has to be switched off by itself.
    fn follow_mouse(&mut self) {
        let switched = mouse_switches(&self.log);
        self.parser.callbacks_mut().mouse = switched;
    }
}

/// The mouse modes that are on after all of these bytes.
fn mouse_switches(log: &[u8]) -> Vec<u16> {
    let mut on = Vec::new();
    for sequence in log.split(|byte| *byte == 0x1b) {
        let Some(rest) = sequence.strip_prefix(b"[?") else {
            continue;
        };
        let Some(end) = rest.iter().position(|byte| matches!(byte, b'h' | b'l')) else {
            continue;
        };
        for mode in rest[..end].split(|byte| *byte == b';') {
            let Some(mode) = str::from_utf8(mode).ok().and_then(|mode| mode.parse().ok()) else {
                continue;
            };
            if [9, 1000, 1001, 1002, 1003, 1005, 1006, 1015, 1016].contains(&mode) {
                on.retain(|other| *other != mode);
                if rest[end] == b'h' {
                    on.push(mode);
                }
            }
        }
    }
    on
}

/// Hears what vt100 itself has no use for.
struct Observer {
    report: CursorReport,
    answers: Sender<Vec<u8>>,
    focus: bool,
    synchronized: bool,
    cursor_style: u16,
    mouse: Vec<u16>,
    clipboard: Vec<String>,
}

impl vt100::Callbacks for Observer {
    fn copy_to_clipboard(&mut self, _: &mut vt100::Screen, _: &[u8], data: &[u8]) {
        self.clipboard.push(String::from_utf8_lossy(data).into_owned());
    }

    fn unhandled_csi(
        &mut self,
        screen: &mut vt100::Screen,
        first: Option<u8>,
        _: Option<u8>,
        parameters: &[&[u16]],
        letter: char,
    ) {
        let given = |number: u16| parameters.contains(&[number].as_slice());
        match (first, letter) {
            (Some(b'?'), 'h' | 'l') => {
                if given(1004) {
                    self.focus = letter == 'h';
                }
                if given(2026) {
                    self.synchronized = letter == 'h';
                }
            }
            (Some(b' '), 'q') => {
                self.cursor_style = parameters
                    .first()
                    .and_then(|parameter| parameter.first().copied())
                    .unwrap_or(0);
            }
            (None, 'n') if given(6) => {
                let (row, column) = screen.cursor_position();
                let column = match self.report {
                    CursorReport::True => column + 1,
                    CursorReport::OneFurther => column + 2,
                    CursorReport::None => return,
                };
                let _ = self
                    .answers
                    .send(format!("\x1b[{};{column}R", row + 1).into_bytes());
            }
            _ => {}
        }
    }
}

#[test]
fn each_mouse_mode_is_counted_by_itself() {
    assert_eq!(mouse_switches(b"\x1b[?1000h\x1b[?1006h\x1b[?1000l"), [1006]);
    assert_eq!(
        mouse_switches(b"\x1b[?1000;1002h text \x1b[?25l\x1b[?1002;1000l"),
        Vec::<u16>::new()
    );
}

#[test]
fn modes_follow_the_program() {
    let (answers, sent) = std::sync::mpsc::channel();
    let mut emulator = Emulator::new((4, 20), CursorReport::OneFurther, answers);
    assert_eq!(emulator.modes(), Modes::default());
    emulator.process(b"\x1b[?1049h\x1b[?2004h\x1b[?1003h\x1b[?1004h\x1b[?25l\x1b[3 q\x1b[?2026h");
    let all = Modes {
        alternate_screen: true,
        bracketed_paste: true,
        mouse: true,
        focus: true,
        cursor_visible: false,
        cursor_style: 3,
        synchronized: true,
        raw: false,
    };
    assert_eq!(emulator.modes(), all);
    emulator.process("\x1b[2;1H“\x1b[6n\x1b]52;c;YQ==\x07".as_bytes());
    assert_eq!(sent.try_recv().unwrap(), b"\x1b[2;3R");
    assert_eq!(emulator.clipboard(), ["YQ=="]);
}
