//! The threads of the running program.

use std::fs;
use std::time::Instant;

use super::strace::Attached;
use crate::guard::desk::{Desk, ask};
use crate::guard::faults::fault::Injection;
use crate::pty::{DEADLINE, Terminal};

/// The program, gone on with the session, and strace on the thread that saves. `None` where that is not allowed.
pub(super) fn saver_of(desk: &Desk, injection: Option<&Injection>) -> Option<(Terminal, Attached)> {
    let terminal = desk.resume().size(30, 300).spawn();
    terminal.wait_for_text(&ask(1));
    let log = desk.home.path().join("calls");
    let attached = Attached::to(thread(&terminal, "saver"), log, injection);
    if attached.is_none() {
        super::super::report("skipped: strace may not look at a program that runs");
    }
    Some((terminal, attached?))
}

/// The number of a thread, by its name.
pub(super) fn thread(terminal: &Terminal, wanted: &str) -> u32 {
    let tasks = format!("/proc/{}/task", terminal.pid());
    let deadline = Instant::now() + DEADLINE;
    loop {
        for task in fs::read_dir(&tasks).unwrap().flatten() {
            let name = fs::read_to_string(task.path().join("comm")).unwrap_or_default();
            if name.trim_end() == wanted {
                return task.file_name().to_string_lossy().parse().unwrap();
            }
        }
        assert!(Instant::now() < deadline, "there is no thread {wanted}");
        std::thread::yield_now();
    }
}
