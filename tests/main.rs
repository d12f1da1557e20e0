//! The tests that go through the public interface: one binary, a module per subject.

#[cfg(test)]
mod cases;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tui;
