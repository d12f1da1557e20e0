//! strace, which shows the system calls of a program and can have them fail.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};

use super::calls::Calls;
use super::fault::Injection;

/// Whether calls can be made to fail on this machine; says so if not.
pub(super) fn is_there() -> bool {
    let tried = Command::new("strace")
        .args(["-qq", "-o", "/dev/null", "-e", "trace=none", "true"])
        .stderr(Stdio::null())
        .status();
    let there = tried.is_ok_and(|status| status.success());
    if !there {
        super::super::report("skipped: there is no strace here, or it may not look at programs");
    }
    there
}

/// What strace is told to do with the calls.
fn options(command: &mut Command, log: &Path, injection: Option<&Injection>) {
    command.arg("-o").arg(log);
    match injection {
        Some(injection) => command.args(injection.options()),
        None => command.args(["-e", "trace=all"]),
    };
}

/// A command line to be run under strace.
pub(super) fn around(program: &OsStr, log: &Path, injection: Option<&Injection>) -> Command {
    let mut command = Command::new("strace");
    command.args(["-qq", "-f"]);
    options(&mut command, log, injection);
    command.arg(program);
    command
}

/// strace on one thread of a program that runs already. Dropping it lets the thread go.
pub(super) struct Attached {
    strace: Child,
    log: PathBuf,
}

impl Attached {
    /// Looks at a thread, and has its calls fail from now on. `None` where that is not allowed.
    pub(super) fn to(thread: u32, log: PathBuf, injection: Option<&Injection>) -> Option<Self> {
        let mut command = Command::new("strace");
        options(&mut command, &log, injection);
        command.arg("-p").arg(thread.to_string()).stderr(Stdio::piped());
        let mut strace = command.spawn().ok()?;
        let mut said = String::new();
        let error = strace.stderr.take()?;
        BufReader::new(error).read_line(&mut said).ok()?;
        let attached = Self { strace, log };
        said.contains("attached").then_some(attached)
    }

    /// Lets the thread go; gives what it has called.
    pub(super) fn calls(mut self) -> Calls {
        self.let_go();
        Calls::in_log(&self.log)
    }

    /// Lets the thread go; gives whether the fault has come.
    pub(super) fn has_struck(mut self) -> bool {
        self.let_go();
        has_struck(&self.log)
    }

    fn let_go(&mut self) {
        if let Ok(None) = self.strace.try_wait() {
            let pid = i32::try_from(self.strace.id()).ok().and_then(Pid::from_raw);
            let _ = pid.map(|pid| kill_process(pid, Signal::TERM));
        }
        let _ = self.strace.wait();
    }
}

impl Drop for Attached {
    fn drop(&mut self) {
        self.let_go();
    }
}

/// Whether a call in a log was befallen.
pub(super) fn has_struck(log: &Path) -> bool {
    let text = fs::read_to_string(log).unwrap_or_default();
    text.contains("(INJECTED)") || text.contains("+++ killed by SIGKILL +++")
}
