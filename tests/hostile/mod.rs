//! Files that were made to do harm: whatever stands in a questionnaire, in a session's file or in an answers file, it
//! ends soon, with a clear word or a clean screen. How long it took is printed.

#[cfg(unix)]
mod answers;
mod display;
mod limits;
mod sessions;

use std::io::Write;
use std::time::Instant;

/// Does something, and prints how long it took. Straight to standard error, which the test harness does not swallow.
fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let done = work();
    let took = begun.elapsed().as_millis();
    let _ = writeln!(std::io::stderr(), "hostile: {what}: {took} ms");
    done
}
