//! Tigang (提纲) walks a person through a question tree that mirrors the outline of a document, keeps every answer on
//! their own machine, and assembles the answers into the finished text.
//!
//! # The flow
//!
//! ```text
//! questionnaire ┐
//!               ├─ outline ── document ── export ── bytes
//! answers ──────┘
//! ```
//!
//! - [`questionnaire`]: the node tree, read from TOML with every mistake reported at its place.
//! - [`answers`]: what the person said, in the shape of the tree.
//! - [`outline`]: the two evaluated together: which instances exist, which questions are live, numbers, progress.
//! - [`document`]: the assembled text as a tree of blocks, each knowing where it came from.
//! - [`export`]: a document turned into bytes.
//! - [`check`]: findings on a document.
//! - [`interview`]: moving through an outline and changing its answers, whatever the screen.
//! - [`revision`]: how answers move between sessions, questionnaires and copies.
//! - [`session`]: one saved piece of work: format, store, locks, generations.
//! - [`settings`]: the person's own settings and keys.
//! - [`text`]: pure functions on text: width, wrapping, counting, sanitising.
//! - [`tui`], [`cli`]: the full-screen program and the command line; thin, over the same functions.
//! - [`plain`]: the interview line by line, for screen readers, dumb terminals and scripts.
//! - [`output`]: files that the person asked for, written whole or not at all.
//! - [`messages`]: every word that the program says, in each interface language.

pub mod answers;
pub mod check;
pub mod cli;
pub mod document;
pub mod export;
pub mod interview;
pub mod messages;
pub mod outline;
pub mod output;
pub mod plain;
pub mod questionnaire;
pub mod revision;
pub mod session;
pub mod settings;
pub mod text;
pub mod tui;
