//! How a program is started: its arguments, its environment, the terminal around it.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use portable_pty::CommandBuilder;
use tempfile::TempDir;

use super::{CursorReport, Terminal};

/// A home directory that outlives the program, so that it can be started again where it left off.
pub(crate) struct Home(TempDir);

impl Home {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary directory"))
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }
}

/// A program about to be started. Nothing of the environment of the tests reaches it but `PATH`.
pub(crate) struct Program {
    pub(super) command: CommandBuilder,
    pub(super) size: (u16, u16),
    pub(super) report: CursorReport,
    pub(super) home: Option<Home>,
}

impl Program {
    /// The program under test, with a home of its own.
    pub(crate) fn tigang() -> Self {
        Self::new(env!("CARGO_BIN_EXE_tigang"))
    }

    /// Any program.
    pub(crate) fn new(executable: impl AsRef<OsStr>) -> Self {
        let home = Home::new();
        let mut command = CommandBuilder::new(executable);
        command.env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("TERM", "xterm-256color");
        command.env("LANG", "zh_CN.UTF-8");
        command.env("TZ", "UTC");
        let program = Self {
            command,
            size: (24, 80),
            report: CursorReport::True,
            home: None,
        };
        let mut program = program.in_home(&home);
        program.home = Some(home);
        program
    }

    /// Runs in a home that the test keeps.
    pub(crate) fn in_home(mut self, home: &Home) -> Self {
        let path = home.path();
        self.home = None;
        self.command.cwd(path);
        self.env("HOME", path)
            .env("XDG_DATA_HOME", path.join("data"))
            .env("XDG_STATE_HOME", path.join("state"))
            .env("XDG_CONFIG_HOME", path.join("config"))
            .env("XDG_CACHE_HOME", path.join("cache"))
    }

    pub(crate) fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.command.args(args);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.command.env(name, value.into());
        self
    }

    /// Rows and columns of the terminal.
    pub(crate) fn size(mut self, rows: u16, columns: u16) -> Self {
        self.size = (rows, columns);
        self
    }

    /// What the terminal answers when it is asked where the cursor is.
    pub(crate) fn cursor_report(mut self, report: CursorReport) -> Self {
        self.report = report;
        self
    }

    /// Starts it.
    pub(crate) fn spawn(self) -> Terminal {
        Terminal::spawn(self)
    }
}
