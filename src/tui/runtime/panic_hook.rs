//! What happens when the program has a fault: the terminal is restored, the answers are saved, and the report
//! holds no word of them.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::fmt;
use std::io::{self, Write};
use std::panic::{self, PanicHookInfo};
use std::thread;

use super::leaving;

/// What may be said about a panic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crash {
    /// File, line and column in the program's source.
    pub place: Option<String>,
    /// The message, if it was written out in the source. One that was put together while running may quote
    /// an answer, as that of a string index does, and is left out.
    pub message: Option<&'static str>,
    /// The name of the thread.
    pub thread: Option<String>,
}

impl Crash {
    fn new(info: &PanicHookInfo) -> Self {
        Self {
            place: info.location().map(ToString::to_string),
            message: info.payload().downcast_ref::<&'static str>().copied(),
            thread: thread::current().name().map(str::to_owned),
        }
    }
}

impl fmt::Display for Crash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "panic in {}",
            self.place.as_deref().unwrap_or("an unknown place")
        )?;
        if let Some(thread) = &self.thread {
            write!(f, " (thread {thread})")?;
        }
        if let Some(message) = self.message {
            write!(f, ": {message}")?;
        }
        Ok(())
    }
}

/// From now on a panic in any thread restores the terminal, saves what was registered with
/// [`save_on_leaving`](leaving::save_on_leaving), prints what `describe` says and ends the program with
/// code 101. It is told whether all was saved.
///
/// A panic anywhere ends everything: a program that has lost its saving or its signals would only look
/// as if it worked.
pub fn install(describe: impl Fn(&Crash, bool) -> String + Send + Sync + 'static) {
    panic::set_hook(Box::new(move |info| {
        leaving::leave_after_panic(|all_is_saved| say(&describe(&Crash::new(info), all_is_saved)));
    }));
}

/// From now on a panic says no more than what `describe` says, and goes its way: for the program without a screen.
pub fn keep_secrets(describe: impl Fn(&Crash) -> String + Send + Sync + 'static) {
    panic::set_hook(Box::new(move |info| say(&describe(&Crash::new(info)))));
}

fn say(words: &str) {
    let mut stderr = io::stderr().lock();
    // Standard error may be as gone as the terminal.
    let _ = writeln!(stderr, "{words}");
    let backtrace = Backtrace::capture();
    if backtrace.status() == BacktraceStatus::Captured {
        let _ = writeln!(stderr, "{backtrace}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crash_tells_no_message_that_could_quote_an_answer() {
        let crash = Crash {
            place: Some("src/tui/view.rs:3:9".into()),
            message: None,
            thread: Some("main".into()),
        };
        assert_eq!(crash.to_string(), "panic in src/tui/view.rs:3:9 (thread main)");
        let crash = Crash {
            message: Some("no such row"),
            ..crash
        };
        assert_eq!(
            crash.to_string(),
            "panic in src/tui/view.rs:3:9 (thread main): no such row"
        );
    }
}
