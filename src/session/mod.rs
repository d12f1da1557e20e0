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
//! - [`place`], [`store`], [`trash`], [`resolve`], [`header`]: all sessions of a person; [`mod@editor_copies`] lie beside
//!   them.
//! - [`schedule`] and [`saver`]: when a text is saved, and the thread that does it.
//! - [`keeper`]: what it saves with: a [`writer`], or an [`unplaced`] session that the disk has refused so far.
//! - [`elsewhere`]: a session written outside the store, where saving fails; [`last_save`] does so when nobody is there
//!   to name a place.
//! - [`signals`]: what would kill the process in the middle of a save.
//!
//! Below these everything is bytes. On top of them, [`mod@format`] is the text of a session's file, and [`library`] opens,
//! starts and saves whole sessions; no two of them are to have the same name ([`names`]).
//! [`state`] reads one state of a session or says why it cannot be used; [`history`] lists the earlier ones with the
//! [`difference`]s, and goes back to one; [`recovery`] takes one up where the present file is damaged.
//!
//! What moves answers ([`revision`](crate::revision)) is done to sessions by [`carrying`], [`rebasing`], [`merging`] and
//! [`put_aside`], each as one [`change`] that can be taken back; [`editions`] are the questionnaires that a session has
//! had. [`files`] are all files of a session in memory, [`pack`] makes one of them to carry elsewhere, and
//! [`sensitive`] says what is left out on the way.

pub mod atomic;
pub mod carrying;
pub mod catalogue;
pub mod change;
mod claim;
pub mod difference;
pub mod directory;
pub mod disk;
pub mod editions;
pub mod editor_copies;
pub mod elsewhere;
pub mod files;
pub mod format;
pub mod generations;
pub mod header;
pub mod history;
pub mod keeper;
pub mod last_save;
pub mod library;
pub mod lock;
pub mod merging;
pub mod names;
mod nowhere;
pub mod open;
pub mod pack;
pub mod place;
pub mod put_aside;
pub mod real_disk;
pub mod rebasing;
pub mod recovery;
pub mod refusal;
pub mod resolve;
pub mod saver;
pub mod schedule;
pub mod seal;
pub mod sensitive;
pub mod signals;
pub mod state;
pub mod store;
pub mod thinning;
pub mod time;
pub mod trash;
pub mod trouble;
pub mod unplaced;
pub mod writer;

pub use format::Session;

#[cfg(test)]
pub(crate) mod memory_disk;
#[cfg(test)]
mod tests;
