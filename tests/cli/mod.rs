//! The command line, run as a process: what it prints, where, and with which exit code.

mod damage;
pub(crate) mod desk;
mod documents;
mod history;
mod pages;
mod portability;
mod sensitive;
mod sessions;
mod settings;
mod streams;
#[cfg(unix)]
mod terminal;
mod words;
