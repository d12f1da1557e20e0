//! The program's dealings with the terminal and the operating system: everything that is not a pure function.
//!
//! - [`terminal`]: the [`Screen`], and the one [`restore`](terminal::restore) that undoes all of its modes.
//! - [`inbox`]: where the main loop waits for a [`Message`]: of the terminal, or of another thread.
//! - [`signals`], [`hangup`]: one thread each, which turn what happens outside into such a message.
//! - [`leaving`], [`panic_hook`]: how the program ends out of turn, with every answer saved.
//! - [`probe`]: what can only be learnt by asking the terminal.
//! - [`clipboard`], [`external_editor`]: text out, and out and back.
//!
//! The order of a start: [`panic_hook::install`], [`leaving::save_on_leaving`], [`signals::watch`],
//! [`hangup::watch`], [`Screen::enter`], [`probe::ambiguous_width`], [`Inbox::listen`]. The probe comes before
//! listening, because both read from the terminal.
//!
//! What the main loop owes in return:
//!
//! - Take every message that is there before drawing, or a paste without brackets costs a frame per letter.
//! - On a [`Signal`] with an exit code, on [`Message::Hangup`] and on an error of the [`Screen`], call
//!   [`leaving::leave`]; after a short grace it is called anyway.
//! - On [`Signal::Stop`]: [`Screen::suspend`], [`signals::stop`], [`Screen::resume`]. On [`Signal::Continue`]:
//!   [`Screen::resume`].
//! - Never call crossterm's `event::read`, `event::poll` or `cursor::position`, nor what calls them, such as
//!   ratatui's `Terminal::clear`: they would take the inbox's bytes.

mod cells;
pub mod clipboard;
pub mod external_editor;
pub mod hangup;
pub mod inbox;
mod input;
pub mod leaving;
mod message;
mod output;
pub mod panic_hook;
pub mod probe;
pub mod signals;
pub mod terminal;
#[cfg(unix)]
mod tty;

pub use inbox::{Inbox, Outbox};
pub use message::{Message, Signal};
pub use terminal::{Screen, ScreenOptions};
