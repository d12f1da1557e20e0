//! A home with one session in it, as the library sees it and as the program is started on it.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use tigang::answers::{Origin, file};
use tigang::questionnaire;
use tigang::session::Session;
use tigang::session::directory::SessionDirectory;
use tigang::session::history::history;
use tigang::session::library::{self, Loaded};
use tigang::session::open::Want;
use tigang::session::store::Store;

use crate::locks::wait_until_let_go;
use crate::pty::{DEADLINE, Home, Program};

/// So many questions, [`ask`] says how each is asked.
pub(super) const QUESTIONS: usize = 12;

/// A questionnaire whose odd questions take paragraphs and whose even ones take a line.
fn questionnaire_text() -> String {
    let mut text = "format = 1\ntitle = \"守护\"\n[part]\nheading = \"部分\"\n".to_owned();
    for number in 1..=QUESTIONS {
        let kind = if number % 2 == 1 { "prose" } else { "line" };
        text.push_str(&format!(
            "[part.q{number}]\nask = \"{}\"\nkind = \"{kind}\"\n",
            ask(number)
        ));
    }
    text
}

/// How a question is asked, by its number from 1.
pub(super) fn ask(number: usize) -> String {
    format!("第{number}题写什么？")
}

/// A home with one session in it.
pub(super) struct Desk {
    pub(super) home: Home,
    pub(super) store: Store,
    pub(super) directory: SessionDirectory,
}

impl Desk {
    /// A session with answers to the first questions.
    pub(super) fn new(answers: &[&str]) -> Self {
        let home = Home::new();
        Self::in_store(home, |home| home.path().join("data"), answers)
    }

    /// The same, in a data directory of the test's choice.
    pub(super) fn in_store(home: Home, data: impl FnOnce(&Home) -> PathBuf, answers: &[&str]) -> Self {
        let source = questionnaire_text();
        fs::write(home.path().join("questions.toml"), &source).unwrap();
        let questionnaire = Arc::new(questionnaire::read(&source).unwrap());
        let given: toml::Table = (1..)
            .zip(answers)
            .map(|(number, text)| (format!("q{number}"), toml::Value::from(*text)))
            .collect();
        let given = toml::Table::from_iter([("part".to_owned(), given.into())]);
        let reading = file::read(given, &questionnaire, Origin::Typed);
        assert_eq!(reading.remarks, []);
        let session = Session {
            answers: Arc::new(reading.answers),
            ..Session::new("守护".to_owned(), "questions.toml".to_owned(), 1_700_000_000)
        };
        let store = Store::new(data(&home));
        let started = library::start(&store, &questionnaire, session).unwrap();
        let directory = started.directory.clone();
        drop(started);
        wait_until_let_go(&directory);
        Self {
            home,
            store,
            directory,
        }
    }

    /// The program, in this home and with this store.
    pub(super) fn program(&self) -> Program {
        Program::tigang()
            .in_home(&self.home)
            .env("TIGANG_DATA_DIR", self.store.root())
            .env("TMPDIR", self.home.path())
    }

    /// The program, gone on with the session.
    pub(super) fn resume(&self) -> Program {
        self.program()
            .args(["resume".as_ref(), self.directory.path().as_os_str()])
    }

    /// The session as it is on the disk.
    pub(super) fn load(&self) -> Loaded {
        let loaded = library::open(&self.store, self.directory.clone(), Want::Read).unwrap();
        assert!(!loaded.edited_by_hand, "the seal is broken");
        assert_eq!(loaded.remarks, []);
        loaded
    }

    /// Waits until the session can be opened for writing. A process that another thread is about to start holds what
    /// this one holds for a moment, locks included.
    pub(super) fn wait_until_free(&self) {
        let deadline = Instant::now() + DEADLINE;
        loop {
            let opened = library::open(&self.store, self.directory.clone(), Want::Write);
            if opened.unwrap().writer.is_some() {
                break;
            }
            assert!(Instant::now() < deadline, "the session is held by somebody");
            std::thread::yield_now();
        }
        wait_until_let_go(&self.directory);
    }

    /// Nothing lies about beside the session, and every earlier state of it can be gone back to.
    pub(super) fn assert_tidy(&self) {
        // Whoever opens it for writing tidies up.
        self.wait_until_free();
        let mut names: Vec<_> = fs::read_dir(self.directory.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        names.sort();
        assert_eq!(
            names,
            ["generations", "lock", "questionnaire.toml", "session.toml"]
        );
        for state in history(&self.store, &self.directory, &tigang::outline::Veil::Lifted).unwrap() {
            assert!(state.progress.is_ok(), "{state:?}");
        }
    }

    /// The answers that were written to another directory, where the program proposes it: in its working directory.
    pub(super) fn elsewhere(&self) -> Vec<String> {
        self.answers_in(self.home.path().join("守护"))
    }

    /// The answers that were put into the home, because nobody could be asked.
    pub(super) fn rescued(&self) -> Vec<String> {
        let entries = fs::read_dir(self.home.path()).unwrap().flatten();
        let mut rescued =
            entries.filter(|entry| entry.file_name().to_string_lossy().starts_with("tigang-rescued-"));
        let (Some(rescued), None) = (rescued.next(), rescued.next()) else {
            panic!("not one rescued session");
        };
        self.answers_in(rescued.path())
    }

    fn answers_in(&self, path: PathBuf) -> Vec<String> {
        let loaded = library::open(&self.store, SessionDirectory::new(path), Want::Read).unwrap();
        assert!(!loaded.edited_by_hand, "the seal is broken");
        texts(&loaded.session)
    }

    /// The answers on the disk, one for each question.
    pub(super) fn answers(&self) -> Vec<String> {
        texts(&self.load().session)
    }
}

/// The answers of a session, one for each question.
pub(super) fn texts(session: &Session) -> Vec<String> {
    let mut texts = vec![String::new(); QUESTIONS];
    session.answers.visit(|place, answer| {
        let place = place.to_string();
        let number: usize = place.strip_prefix("part.q").unwrap().parse().unwrap();
        texts[number - 1] = answer.value.to_typed();
    });
    texts
}
