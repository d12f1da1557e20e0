//! The program in a terminal that only exists in memory: keys go in, the screen comes out.
//!
//! ```text
//! let mut terminal = Program::tigang().size(24, 80).spawn();
//! terminal.wait_for_text("题目");
//! terminal.keys("tab");
//! terminal.type_text("我的回答");
//! terminal.wait_for(|screen| screen.contains("我的回答"));
//! terminal.keys("ctrl+q");
//! assert_eq!(terminal.exit_status(), Exit::Code(0));
//! assert_eq!(terminal.left_behind(), Modes::default());
//! ```
//!
//! Nothing here sleeps for a fixed time. Every wait has a condition and a deadline, and shows the screen when
//! the deadline passes.

mod emulator;
mod interview;
mod journey;
mod kept;
mod keys;
mod program;
mod prompts;
mod runtime;
mod runtime_program;
mod screen;
mod terminal;

pub(crate) use emulator::{CursorReport, Modes};
pub(crate) use program::{Home, Program};
pub(crate) use screen::Screen;
pub(crate) use terminal::{DEADLINE, Exit, Terminal};
