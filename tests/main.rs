//! The tests that go through the public interface: one binary, a module per subject.

// Without the attribute clippy takes what the tests share for production code, where it may not panic.
#[cfg(test)]
mod cases;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod plain;
#[cfg(test)]
mod properties;
#[cfg(test)]
#[cfg(unix)]
mod pty;
#[cfg(test)]
mod tui;
