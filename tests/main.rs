//! The tests that go through the public interface: one binary, a module per subject.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stderr,
    reason = "a test that cannot go on fails"
)]

mod cases;
mod cli;
mod plain;
mod properties;
#[cfg(unix)]
mod pty;
mod tui;
