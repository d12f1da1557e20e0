//! The tests that go through the public interface: one binary, a module per subject.

mod cases;
mod cli;
mod plain;
mod properties;
#[cfg(unix)]
mod pty;
mod revision;
mod tui;
