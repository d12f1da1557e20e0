//! One saved piece of work: where it lives, how it is written, and what can be brought back.
//!
//! The promise: kill the program at any instant and at most the last second of typing is missing. The layers, from the
//! bottom up, each with one concern:
//!
//! - [`disk`]: the few calls to a file system that everything here is made of, so that a disk that loses power can
//!   stand in for the real one; [`real_disk`] is the real one.
//! - [`trouble`]: what a disk answers when it refuses, in words that a person can act on.
//! - [`seal`]: the checksum line that tells a whole file from a truncated one.
//! - [`atomic`]: the durable replacement of a whole file.
//! - [`lock`]: one writer per session.
//! - [`generations`] and [`thinning`]: earlier states, and which of them are kept.
//! - [`directory`]: the files of one session; [`writer`] saves into it (and `claim` sees that it
//!   is still there), [`open`] reads from it.
//! - [`place`], [`store`], [`trash`], [`resolve`], [`header`]: all sessions of a person.
//! - [`schedule`] and [`saver`]: when a text is saved, and the thread that does it.
//! - [`signals`]: what would kill the process in the middle of a save.
//!
//! Below these everything is bytes. On top of them, [`mod@format`] is the text of a session's file, and [`library`] opens,
//! starts and saves whole sessions.

pub mod atomic;
pub mod catalogue;
mod claim;
pub mod directory;
pub mod disk;
pub mod format;
pub mod generations;
pub mod header;
pub mod library;
pub mod lock;
pub mod open;
pub mod place;
pub mod real_disk;
pub mod resolve;
pub mod saver;
pub mod schedule;
pub mod seal;
pub mod signals;
pub mod store;
pub mod thinning;
pub mod time;
pub mod trash;
pub mod trouble;
pub mod writer;

pub use format::Session;

#[cfg(test)]
pub(crate) mod memory_disk;
#[cfg(test)]
mod tests;
