//! The plain line mode: the interview as questions and answers on a scrolling terminal, for screen readers, dumb
//! terminals and scripts. No colours, nothing that moves the cursor, one question at a time, everything in words.
//!
//! [`run()`] is the way in. The rules are those of [`interview`](crate::interview), as in the full-screen program; here
//! is only how a line is understood and what is said.
//!
//! - [`command`]: the table of commands, in both languages; [`line`]: whether a line is a command or an answer.
//! - `console`: lines in, lines out.
//! - `home`: the list of sessions and questionnaires.
//! - `conversation`: one session talked through; `interview`: the session in hand and where the writer is; `saving`.
//! - `question`, `listing`: what is said; `target`: where a person wants to go.
//!
//! An answer is always taken as it was written, and the interview always goes on to the next question, whatever is wrong
//! with the answer: it is said at once, nobody is held, and a script stays in step.

pub mod command;
mod console;
mod conversation;
mod home;
mod interview;
pub mod line;
mod listing;
mod question;
mod run;
mod saving;
mod target;

pub use run::{Options, run};
