//! A home with one session in it, and the program on it.

use portable_pty::CommandBuilder;
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;
use tigang::answers::{Origin, file};
use tigang::questionnaire;
use tigang::session::Session;
use tigang::session::library;
use tigang::session::store::Store;

/// A questionnaire with one long answer to write, among others.
const QUESTIONNAIRE: &str = r#"
format = 1
title = "小结"
language = "zh-CN"
[done]
heading = "履行职责"
[done.facts]
ask = "今年做了哪些工作？"
help = "写出事例、次数、时间。"
kind = "prose"
[done.best]
ask = "哪一项最满意？"
[plan]
heading = "打算"
[plan.next]
ask = "明年做什么？"
"#;

/// A home, and the session in it.
pub(crate) struct Desk {
    home: TempDir,
    session: PathBuf,
}

impl Desk {
    /// A session on a questionnaire of one's own.
    pub(crate) fn on(source: &str, answers: &toml::Table) -> Self {
        let home = tempfile::tempdir().expect("a temporary directory");
        let questionnaire = Arc::new(questionnaire::read(source).expect("a sound questionnaire"));
        let reading = file::read(answers.clone(), &questionnaire, Origin::Typed);
        assert_eq!(reading.remarks, []);
        let session = Session {
            answers: Arc::new(reading.answers),
            ..Session::new("小结".to_owned(), "questions.toml".to_owned(), 1_700_000_000)
        };
        let store = Store::new(home.path().join("data"));
        let started = library::start(&store, &questionnaire, session).expect("a session");
        let session = started.directory.path().to_owned();
        Self { home, session }
    }

    /// A session whose first answer is this text.
    pub(crate) fn writing(text: &str) -> Self {
        let done = toml::Table::from_iter([("facts".to_owned(), text.into())]);
        Self::on(
            QUESTIONNAIRE,
            &toml::Table::from_iter([("done".to_owned(), done.into())]),
        )
    }

    /// The program at its first screen.
    pub(crate) fn home(&self) -> CommandBuilder {
        let mut command = command(env!("CARGO_BIN_EXE_tigang"));
        command.cwd(self.home.path());
        command.env("HOME", self.home.path());
        command.env("TIGANG_DATA_DIR", self.home.path().join("data"));
        command
    }

    /// The program gone on with the session.
    pub(crate) fn resume(&self) -> CommandBuilder {
        let mut command = self.home();
        command.arg("resume");
        command.arg(&self.session);
        command
    }
}

/// A program that finds little around itself.
pub(crate) fn command(executable: &str) -> CommandBuilder {
    let mut command = CommandBuilder::new(executable);
    command.env_clear();
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.env("TERM", "xterm-256color");
    command.env("LANG", "zh_CN.UTF-8");
    command.env("TZ", "UTC");
    command
}
