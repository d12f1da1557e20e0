//! The tests that go through the public interface: one binary, a module per subject.

#[cfg(test)]
mod cases;
#[cfg(test)]
mod check;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod declaration;
#[cfg(unix)]
#[cfg(test)]
mod guard;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod invariants;
#[cfg(unix)]
#[cfg(test)]
mod locks;
#[cfg(test)]
mod plain;
#[cfg(test)]
mod properties;
#[cfg(unix)]
#[cfg(test)]
mod pty;
#[cfg(test)]
mod readme;
#[cfg(test)]
mod revision;
#[cfg(test)]
mod tui;
