//! The full screen: entering it, drawing on it, and leaving the terminal as it was found.

use std::io::{self, IsTerminal};
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::time::Duration;

use crossterm::Command;
use crossterm::cursor::SetCursorStyle;
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use ratatui::layout::{Position, Size};

use super::cells::Cells;
use super::{output, signals};
use crate::tui::paint::Sheet;

/// The modes that are switched on and have to be undone; zero when there is nothing to undo.
static ACTIVE: AtomicU8 = AtomicU8::new(0);
/// Set when the program is ending: no thread may enter the screen again.
static CLOSED: AtomicBool = AtomicBool::new(false);

const FULL_SCREEN: u8 = 1;
const PASTE: u8 = 1 << 1;
const MOUSE: u8 = 1 << 2;
const FOCUS: u8 = 1 << 3;
const CURSOR_STYLE: u8 = 1 << 4;

/// How long a restore waits for a frame that is being written, and for a terminal that takes nothing.
const RESTORE_PATIENCE: Duration = Duration::from_millis(300);

const BEGIN_FRAME: &str = "\x1b[?2026h";
const END_FRAME: &str = "\x1b[?2026l";
/// In no colour: cleared cells take that of the moment.
const CLEAR: &str = "\x1b[m\x1b[2J";
// Presses, drags and the wheel. crossterm's own command also asks for every movement without a button, which
// nothing here wants and which floods a slow line.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1003l\x1b[?1002l\x1b[?1000l";

/// What the program wants of the terminal, besides raw mode and the alternate screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScreenOptions {
    /// Pasted text comes in one piece.
    pub bracketed_paste: bool,
    /// Clicks, drags and the wheel come as events; the terminal's own selection then needs Shift.
    pub mouse: bool,
    /// Gaining and losing the focus come as events.
    pub focus: bool,
}

impl Default for ScreenOptions {
    fn default() -> Self {
        Self {
            bracketed_paste: true,
            mouse: true,
            focus: true,
        }
    }
}

impl ScreenOptions {
    const fn modes(self) -> u8 {
        let mut modes = FULL_SCREEN;
        if self.bracketed_paste {
            modes |= PASTE;
        }
        if self.mouse {
            modes |= MOUSE;
        }
        if self.focus {
            modes |= FOCUS;
        }
        modes
    }
}

/// The terminal while the program has the whole of it. Dropping it restores the terminal.
///
/// An error of any of its functions means that the terminal is gone, sometimes before any message says so:
/// [leave](super::leaving::leave), with the code of a hang-up.
pub struct Screen {
    /// What stands on the terminal.
    sheet: Sheet,
    cells: Cells,
    options: ScreenOptions,
    /// A return to the screen that failed; the next frame tries again and reports it.
    must_resume: bool,
}

impl Screen {
    /// Raw mode, alternate screen, and what the options ask for. On failure the terminal is as it was.
    pub fn enter(options: ScreenOptions) -> io::Result<Self> {
        if !io::stdout().is_terminal() {
            return Err(io::Error::new(
                io::ErrorKind::Unsupported,
                "standard output is not a terminal",
            ));
        }
        let mut screen = Self {
            sheet: Sheet::default(),
            cells: Cells::default(),
            options,
            must_resume: false,
        };
        screen.resume()?;
        Ok(screen)
    }

    /// Draws one frame, with the cursor where `render` says, and shows it in one write. While the screen is left, nothing
    /// happens.
    pub fn draw(&mut self, render: impl FnOnce(&mut Sheet) -> Option<Position>) -> io::Result<()> {
        if self.must_resume {
            self.resume()?;
        }
        if ACTIVE.load(Ordering::SeqCst) == 0 {
            return Ok(());
        }
        let mut bytes = BEGIN_FRAME.to_owned();
        let size = self.size()?;
        if self.sheet.size() != size {
            self.sheet = Sheet::blank(size);
            bytes.push_str(CLEAR);
        }
        let cursor = render(&mut self.sheet);
        self.cells.write(self.sheet.finish(), cursor, &mut bytes);
        bytes.push_str(END_FRAME);
        self.write(bytes.as_bytes())
    }

    /// The columns and rows that the next frame will have.
    pub fn size(&self) -> io::Result<Size> {
        // crossterm would open the terminal anew for each frame.
        #[cfg(unix)]
        if let Some(size) = super::tty::size_of_output() {
            return Ok(size);
        }
        let (width, height) = crossterm::terminal::size()?;
        Ok(Size { width, height })
    }

    /// Sends a sequence that shows nothing, between two frames.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let _turn = output::turn();
        if ACTIVE.load(Ordering::SeqCst) == 0 {
            return Ok(());
        }
        output::write_all(bytes)
    }

    /// Sets the shape of the cursor until the screen is left.
    pub fn set_cursor_style(&mut self, style: SetCursorStyle) -> io::Result<()> {
        let mut sequence = String::new();
        // Writing to a string cannot fail.
        let _ = style.write_ansi(&mut sequence);
        if ACTIVE.load(Ordering::SeqCst) != 0 {
            ACTIVE.fetch_or(CURSOR_STYLE, Ordering::SeqCst);
        }
        self.write(sequence.as_bytes())
    }

    /// Gives the terminal back for a while: to an editor, or to the shell when the program is stopped.
    pub fn suspend(&mut self) {
        restore();
    }

    /// Takes the terminal again; the next frame is drawn whole.
    ///
    /// Does its work even if the screen was never left: after a stop that nobody saw coming, the shell may
    /// have changed every mode.
    pub fn resume(&mut self) -> io::Result<()> {
        self.must_resume = true;
        signals::wait_for_foreground();
        let entered = enter_modes(self.options.modes());
        if entered.is_err() {
            restore();
        }
        entered?;
        self.cells.forget();
        self.sheet = Sheet::blank(self.size()?);
        self.must_resume = false;
        Ok(())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}

fn enter_modes(modes: u8) -> io::Result<()> {
    let _turn = output::turn();
    if CLOSED.load(Ordering::SeqCst) {
        return Ok(());
    }
    // Before the modes themselves: whatever happens from here on, there is something to undo.
    ACTIVE.store(modes, Ordering::SeqCst);
    // crossterm believes that raw mode is on once it was switched on. Off and on again makes it true.
    if !is_raw() {
        disable_raw_mode()?;
    }
    enable_raw_mode()?;
    // A terminal without an alternate screen ignores the first; the second clears it all the same.
    let mut bytes = b"\x1b[?1049h\x1b[2J\x1b[H".to_vec();
    if modes & PASTE != 0 {
        bytes.extend_from_slice(b"\x1b[?2004h");
    }
    if modes & MOUSE != 0 {
        bytes.extend_from_slice(MOUSE_ON);
    }
    if modes & FOCUS != 0 {
        bytes.extend_from_slice(b"\x1b[?1004h");
    }
    output::write_all(&bytes)
}

/// Leaves the terminal as it was before [`Screen::enter`].
///
/// May be called by any thread, at any time, any number of times; when it returns, the terminal is restored,
/// also if another thread was doing it. Errors are of no interest: a terminal that takes nothing any more
/// needs nothing.
pub fn restore() {
    let turn = output::turn_within(RESTORE_PATIENCE);
    let modes = ACTIVE.swap(0, Ordering::SeqCst);
    if modes == 0 {
        return;
    }
    let mut bytes = Vec::new();
    if turn.is_none() {
        // A frame was cut off, perhaps within an escape sequence: CAN ends it.
        bytes.push(b'\x18');
    }
    bytes.extend_from_slice(&leaving_sequence(modes));
    let _ = output::write_all_within(&bytes, RESTORE_PATIENCE);
    if is_in_foreground() {
        let _ = disable_raw_mode();
    }
}

#[cfg(unix)]
fn is_raw() -> bool {
    super::tty::is_raw()
}

#[cfg(not(unix))]
fn is_raw() -> bool {
    true
}

/// In the background raw mode is the shell's business, and a program that meddles with it is stopped.
#[cfg(unix)]
fn is_in_foreground() -> bool {
    super::tty::is_in_foreground()
}

#[cfg(not(unix))]
fn is_in_foreground() -> bool {
    true
}

/// [`restore`] for good: no frame is drawn and no screen entered after it.
pub(super) fn close() {
    CLOSED.store(true, Ordering::SeqCst);
    restore();
}

fn leaving_sequence(modes: u8) -> Vec<u8> {
    let mut bytes = END_FRAME.as_bytes().to_vec();
    if modes & MOUSE != 0 {
        bytes.extend_from_slice(MOUSE_OFF);
    }
    if modes & FOCUS != 0 {
        bytes.extend_from_slice(b"\x1b[?1004l");
    }
    if modes & PASTE != 0 {
        bytes.extend_from_slice(b"\x1b[?2004l");
    }
    if modes & CURSOR_STYLE != 0 {
        bytes.extend_from_slice(b"\x1b[0 q");
    }
    // Colours off, cursor shown. To the last row first, which is where the shell goes on if the terminal has
    // no alternate screen; one that has puts the cursor back by itself.
    bytes.extend_from_slice(b"\x1b[0m\x1b[?25h\x1b[999;1H\x1b[?1049l");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaving_undoes_what_was_switched_on_and_nothing_else() {
        let everything = leaving_sequence(ScreenOptions::default().modes() | CURSOR_STYLE);
        let everything = String::from_utf8(everything).unwrap();
        for undo in [
            "\x1b[?2026l",
            "\x1b[?1000l",
            "\x1b[?1002l",
            "\x1b[?1006l",
            "\x1b[?1004l",
            "\x1b[?2004l",
            "\x1b[0 q",
            "\x1b[?25h",
        ] {
            assert!(everything.contains(undo), "{undo:?} is missing");
        }
        assert!(everything.ends_with("\x1b[?1049l"));

        let bare = ScreenOptions {
            bracketed_paste: false,
            mouse: false,
            focus: false,
        };
        let bare = String::from_utf8(leaving_sequence(bare.modes())).unwrap();
        assert!(!bare.contains("1000") && !bare.contains("1004") && !bare.contains("2004"));
        assert!(!bare.contains(" q"));
    }

    #[test]
    fn restore_without_a_screen_does_nothing() {
        restore();
        restore();
        assert_eq!(ACTIVE.load(Ordering::SeqCst), 0);
    }
}
