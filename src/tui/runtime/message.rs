//! What reaches the main loop from outside.

use std::io;

use crossterm::event::Event;

/// Something that happened outside, in the order in which it happened.
///
/// The threads of this module send any type that a message can be turned into, so the main loop may receive
/// an enum of its own that has more to say.
#[derive(Debug)]
pub enum Message {
    /// A key, a paste, the mouse, a change of focus or of size.
    Terminal(Event),
    /// A signal from another process.
    Signal(Signal),
    /// The terminal is gone; nothing can be shown any more. May come more than once, and with
    /// [`Signal::Hangup`].
    Hangup,
    /// The terminal can no longer be read; no key will come any more.
    InputFailed(io::Error),
}

/// A signal that the program has a say in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Signal {
    /// Ctrl+C from outside the program; in raw mode the key itself comes as a key.
    Interrupt,
    /// Ctrl+\ from outside the program.
    Quit,
    /// The polite request to end.
    Terminate,
    /// The terminal's line was cut.
    Hangup,
    /// Ctrl+Z from outside the program: leave the screen, then call [`stop`](super::signals::stop).
    Stop,
    /// The program runs again, perhaps after a stop that it could not see: [resume](super::Screen::resume) the
    /// screen. It comes together with a hang-up too, so a screen that cannot be resumed is a hang-up.
    Continue,
}

impl Signal {
    /// The exit code with which the program has to end, if the signal asks for that: 128 and its number.
    pub const fn exit_code(self) -> Option<u8> {
        match self {
            Self::Hangup => Some(129),
            Self::Interrupt => Some(130),
            Self::Quit => Some(131),
            Self::Terminate => Some(143),
            Self::Stop | Self::Continue => None,
        }
    }
}
