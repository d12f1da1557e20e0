//! What nobody wishes on their words: the program killed at random instants, every system call of a save refused or
//! the last, disks that are full, read-only or not there. After each, all that was ever answered is there, and the
//! person was told the truth.
//!
//! What these tests see is printed, also when they pass.

mod desk;
mod disks;
mod faults;
mod kill;
mod terminal;

use std::io::Write;

/// Says what was seen. Straight to standard error, which the test harness does not swallow.
fn report(seen: &str) {
    let _ = writeln!(std::io::stderr(), "guard: {seen}");
}
