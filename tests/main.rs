//! The tests that go through the public interface: one binary, a module per subject.

mod cases;
#[cfg(unix)]
mod pty;
mod tui;
