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
    /// The screen when no frame was under way: what a person has seen last.
    shown: vt100::Screen,
    mouse: Vec<u16>,
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
            last_frame: None,
            clipboard: Vec::new(),
        };
        let parser = vt100::Parser::new_with_callbacks(rows, columns, 0, observer);
        Self {
            shown: parser.screen().clone(),
            parser,
            mouse: Vec::new(),
            log: Vec::new(),
        }
    }

    pub(super) fn process(&mut self, bytes: &[u8]) {
        // vt100 remembers only the last mouse mode; on a real terminal each has to be switched off by itself.
        // The last sequence may have been cut in two; looking at it twice does no harm.
        let last_sequence = self.log.iter().rposition(|byte| *byte == 0x1b);
        self.log.extend_from_slice(bytes);
        switch_mouse(&mut self.mouse, &self.log[last_sequence.unwrap_or(0)..]);

        self.parser.process(bytes);
        if let Some(frame) = self.parser.callbacks_mut().last_frame.take() {
            self.shown = frame;
        }
        if !self.parser.callbacks().synchronized {
            self.shown = self.parser.screen().clone();
        }
    }

    pub(super) fn resize(&mut self, rows: u16, columns: u16) {
        self.parser.screen_mut().set_size(rows, columns);
        self.shown.set_size(rows, columns);
    }

    /// The screen between two frames.
    pub(super) fn screen(&self) -> &vt100::Screen {
        &self.shown
    }

    /// Everything but raw mode, which is the kernel's.
    pub(super) fn modes(&self) -> Modes {
        let screen = self.parser.screen();
        let observer = self.parser.callbacks();
        Modes {
            alternate_screen: screen.alternate_screen(),
            bracketed_paste: screen.bracketed_paste(),
            mouse: !self.mouse.is_empty(),
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
}

/// Follows the mouse modes that these bytes switch on and off.
fn switch_mouse(on: &mut Vec<u16>, bytes: &[u8]) {
    for sequence in bytes.split(|byte| *byte == 0x1b) {
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
}

/// Hears what vt100 itself has no use for.
struct Observer {
    report: CursorReport,
    answers: Sender<Vec<u8>>,
    focus: bool,
    synchronized: bool,
    cursor_style: u16,
    last_frame: Option<vt100::Screen>,
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
                    if !self.synchronized {
                        self.last_frame = Some(screen.clone());
                    }
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
    let mut on = Vec::new();
    switch_mouse(&mut on, b"\x1b[?1000h\x1b[?1006h\x1b[?1000l");
    assert_eq!(on, [1006]);
    switch_mouse(&mut on, b"\x1b[?1000;1002h text \x1b[?25l\x1b[?1002;1006;1000l");
    assert_eq!(on, Vec::<u16>::new());
}

#[test]
fn a_frame_is_seen_when_it_is_complete() {
    let (answers, _) = std::sync::mpsc::channel();
    let mut emulator = Emulator::new((1, 10), CursorReport::True, answers);
    let mut seen = |bytes: &str| {
        emulator.process(bytes.as_bytes());
        emulator.screen().contents()
    };
    assert_eq!(seen("\x1b[?2026hone"), "");
    assert_eq!(seen(" two\x1b[?2026l\x1b[?2026h\x1b[2J"), "one two");
    assert_eq!(seen("\x1b[?2026"), "one two");
    assert_eq!(seen("l"), "");
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
