//! A session on a disk of its own, talked through by scripts.

use std::io::{self, BufRead, Read};
use std::path::PathBuf;
use std::sync::Arc;
use tigang::answers::{Origin, file};
use tigang::export::{Format, PlainText};
use tigang::interview::Work;
use tigang::messages::Locale;
use tigang::plain::{self, Options};
use tigang::questionnaire::{self, Questionnaire};
use tigang::session::Session;
use tigang::session::directory::SessionDirectory;
use tigang::session::disk::FileSystem;
use tigang::session::library::{self, Loaded};
use tigang::session::open::Want;
use tigang::session::real_disk::RealDisk;
use tigang::session::store::Store;

/// A store with one session.
pub(super) struct Talk {
    pub(super) root: tempfile::TempDir,
    pub(super) store: Store,
    pub(super) session: SessionDirectory,
    pub(super) locale: Locale,
    pub(super) echo: bool,
}

/// What was said to the person, and how the program ended.
pub(super) struct Heard {
    pub(super) text: String,
    pub(super) code: u8,
}

impl Talk {
    /// A session with some answers, spoken to in Chinese.
    pub(super) fn on(questionnaire: &str, answers: &str) -> Self {
        Self::on_disk(Arc::new(RealDisk), questionnaire, answers)
    }

    pub(super) fn on_disk(disk: Arc<dyn FileSystem>, questionnaire: &str, answers: &str) -> Self {
        let questionnaire = Arc::new(questionnaire::read(questionnaire).expect("a sound questionnaire"));
        let table: toml::Table = toml::from_str(answers).expect("sound answers");
        let reading = file::read(table, &questionnaire, Origin::Typed);
        assert_eq!(reading.remarks, []);
        Self::with(disk, &questionnaire, reading.answers)
    }

    pub(super) fn with(
        disk: Arc<dyn FileSystem>,
        questionnaire: &Arc<Questionnaire>,
        answers: tigang::answers::Answers,
    ) -> Self {
        let root = tempfile::tempdir().unwrap();
        let store = Store::on(disk, root.path().join("data"));
        let mut session = Session::new("小结".to_owned(), "test".to_owned(), 0);
        session.answers = Arc::new(answers);
        let loaded = library::start(&store, questionnaire, session).unwrap();
        let session = loaded.directory.clone();
        drop(loaded);
        #[cfg(unix)]
        crate::locks::wait_until_let_go(&session);
        Self {
            session,
            root,
            store,
            locale: Locale::Zh,
            echo: false,
        }
    }

    pub(super) fn in_english(mut self) -> Self {
        self.locale = Locale::En;
        self
    }

    pub(super) fn options(&self) -> Options {
        Options {
            store: self.store.clone(),
            locale: self.locale,
            open: Some(self.session.clone()),
            export_directory: self.root.path().to_owned(),
            home: Some(self.root.path().join("home")),
            rescue_places: vec![self.root.path().to_owned()],
            echo: self.echo,
        }
    }

    /// Runs the program on the session with the lines of a script, then the end of the input.
    pub(super) fn hear(&self, script: &str) -> Heard {
        hear(self.options(), script.as_bytes())
    }

    /// The session as it is on the disk.
    pub(super) fn loaded(&self) -> Loaded {
        library::open(&self.store, self.session.clone(), Want::Read).unwrap()
    }

    /// The answers as they are on the disk, with what was removed.
    pub(super) fn saved(&self) -> String {
        let text = std::fs::read_to_string(self.session.session_file()).unwrap();
        let (_, answers) = text.split_once("\n\n").unwrap_or_default();
        // The last line is a checksum.
        answers
            .split("# tigang-checksum")
            .next()
            .unwrap_or_default()
            .to_owned()
    }

    /// The question at which the writer is.
    pub(super) fn at(&self) -> String {
        self.loaded()
            .session
            .at
            .map(|at| at.to_string())
            .unwrap_or_default()
    }

    /// The text as it would be exported from what is on the disk.
    pub(super) fn exported(&self) -> String {
        let loaded = self.loaded();
        let work = Work::new(&loaded.questionnaire, loaded.session.answers);
        String::from_utf8(Format::Text.export(work.document(), &PlainText::default())).unwrap()
    }

    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }
}

/// Runs the program over some input.
pub(super) fn hear(options: Options, input: impl BufRead) -> Heard {
    let mut output = Vec::new();
    let code = plain::run(options, input, &mut output).unwrap();
    Heard {
        text: String::from_utf8(output).unwrap(),
        code,
    }
}

impl Heard {
    /// Fails unless all the pieces were said, in this order.
    #[track_caller]
    pub(super) fn says(&self, pieces: &[&str]) -> &Self {
        let mut rest = self.text.as_str();
        for piece in pieces {
            match rest.split_once(piece) {
                Some((_, after)) => rest = after,
                None => panic!("“{piece}” was not said (in its turn):\n{}", self.text),
            }
        }
        self
    }

    #[track_caller]
    pub(super) fn does_not_say(&self, piece: &str) -> &Self {
        assert!(!self.text.contains(piece), "“{piece}” was said:\n{}", self.text);
        self
    }
}

/// Lines, and things that happen while the program waits for the next one.
#[derive(Default)]
pub(super) struct Events<'a> {
    coming: std::collections::VecDeque<Event<'a>>,
    line: io::Cursor<Vec<u8>>,
}

enum Event<'a> {
    Lines(Vec<u8>),
    Happens(Box<dyn FnOnce() + 'a>),
    Fails(io::ErrorKind),
}

impl<'a> Events<'a> {
    pub(super) fn lines(mut self, lines: &str) -> Self {
        self.coming.push_back(Event::Lines(lines.as_bytes().to_vec()));
        self
    }

    pub(super) fn then(mut self, happens: impl FnOnce() + 'a) -> Self {
        self.coming.push_back(Event::Happens(Box::new(happens)));
        self
    }

    pub(super) fn fails(mut self, kind: io::ErrorKind) -> Self {
        self.coming.push_back(Event::Fails(kind));
        self
    }
}

impl Read for Events<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.fill_buf()?.read(buffer)?;
        self.consume(length);
        Ok(length)
    }
}

impl BufRead for Events<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.line.fill_buf()?.is_empty() {
            match self.coming.pop_front() {
                Some(Event::Lines(lines)) => self.line = io::Cursor::new(lines),
                Some(Event::Happens(happens)) => happens(),
                Some(Event::Fails(kind)) => return Err(kind.into()),
                None => break,
            }
        }
        self.line.fill_buf()
    }

    fn consume(&mut self, length: usize) {
        self.line.consume(length);
    }
}
