//! A place of its own for each test: a data directory, a working directory, and the program in them.

use assert_cmd::Command;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Variables that would change what the program says.
pub(super) const SILENCED: [&str; 8] = [
    "TIGANG_LANG",
    "LC_ALL",
    "LC_MESSAGES",
    "NO_COLOR",
    "CLICOLOR",
    "TERM",
    "VISUAL",
    "EDITOR",
];

/// A directory to work in, which goes with the value.
pub(crate) struct Desk {
    directory: TempDir,
}

/// What a run of the program left.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self {
            directory: tempfile::tempdir().unwrap(),
        }
    }

    pub(crate) fn path(&self) -> &Path {
        self.directory.path()
    }

    /// Where sessions are kept.
    pub(crate) fn data(&self) -> PathBuf {
        self.path().join("data")
    }

    /// Writes a file into the working directory.
    pub(crate) fn file(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    pub(super) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// The program, in English unless its arguments or its environment say otherwise.
    pub(crate) fn program(&self) -> Command {
        self.program_named(assert_cmd::cargo_bin!("tigang"))
    }

    /// Another program in the same place, a shell for one.
    pub(super) fn program_named(&self, name: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(name);
        for name in SILENCED {
            command.env_remove(name);
        }
        command
            .env("LANG", "C")
            .env("HOME", self.path())
            .env("TIGANG_DATA_DIR", self.data())
            .env("TIGANG_CONFIG_DIR", self.path().join("config"))
            .current_dir(self.path());
        command
    }

    /// Runs the program with nothing on standard input.
    pub(crate) fn run<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Run {
        Run::of(self.program().args(arguments))
    }

    /// Runs the program and gives what it printed; it must succeed.
    pub(crate) fn ok<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> String {
        let run = self.run(arguments);
        assert_eq!(run.code, 0, "{run:?}");
        run.out
    }

    /// Starts a session with answers, and gives its id.
    pub(crate) fn start(&self, questionnaire: &str, name: &str, answers: &str) -> String {
        self.file("start.toml", answers);
        let id = self.ok(["new", questionnaire, "--name", name, "--answers", "start.toml"]);
        id.trim().to_owned()
    }
}

impl Run {
    pub(crate) fn of(command: &mut Command) -> Self {
        let output = command.output().unwrap();
        Self {
            code: output.status.code().expect("an exit code, not a signal"),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}
