//! The program's dealings with the terminal and the operating system: everything that is not a pure function.
//!
//! - [`terminal`]: the [`Screen`], and the one [`restore`](terminal::restore) that undoes all of its modes.
//! - [`input`], [`signals`], [`hangup`]: one thread each, which turn what happens outside into a [`Message`].
//! - [`leaving`], [`panic_hook`]: how the program ends out of turn, with every answer saved.
//! - [`probe`]: what can only be learnt by asking the terminal.
//! - [`clipboard`], [`external_editor`]: text out, and out and back.
//!
//! The order of a start: [`panic_hook::install`], [`leaving::save_on_leaving`], [`signals::watch`],
//! [`hangup::watch`], [`Screen::enter`], [`probe::ambiguous_width`], [`Input::spawn`]. The probe comes before
//! the input thread, because both read from the terminal.

pub mod clipboard;
pub mod external_editor;
pub mod hangup;
pub mod input;
pub mod leaving;
mod message;
mod output;
pub mod panic_hook;
pub mod probe;
pub mod signals;
pub mod terminal;
#[cfg(unix)]
mod tty;

pub use input::Input;
pub use message::{Message, Signal};
pub use terminal::{Screen, ScreenOptions};
