//! A session on a disk in memory, with words for what a test does with it.

use std::path::PathBuf;
use std::sync::Arc;

use super::at;
use crate::answers::{Answer, Place, Value};
use crate::interview::Work;
use crate::questionnaire::{Questionnaire, read};
use crate::session::Session;
use crate::session::difference::{Change, Difference};
use crate::session::directory::SessionDirectory;
use crate::session::disk::FileSystem;
use crate::session::history::{State, history};
use crate::session::library::{LibraryError, Loaded, open, sealed, start};
use crate::session::memory_disk::MemoryDisk;
use crate::session::open::Want;
use crate::session::store::Store;
use crate::session::writer::SessionWriter;

pub(super) const QUESTIONNAIRE: &str = r#"
format = 1
title = "自查"
[opening]
[opening.since]
ask = "何时任职？"
[opening.post]
ask = "什么职务？"
[problem]
repeat = true
[problem.name]
ask = "哪方面？"
"#;

/// A session on a disk in memory, and what was typed into it so far.
pub(super) struct Desk {
    pub(super) disk: MemoryDisk,
    pub(super) store: Store,
    pub(super) questionnaire: Arc<Questionnaire>,
    pub(super) session: Session,
    pub(super) directory: SessionDirectory,
}

impl Desk {
    pub(super) fn new() -> Self {
        let disk = MemoryDisk::new(1);
        let store = Store::on(Arc::new(disk.clone()), PathBuf::from("/data"));
        let questionnaire = Arc::new(read(QUESTIONNAIRE).unwrap());
        let session = Session::new("年度".into(), "own".into(), 7);
        let started = start(&store, &questionnaire, session).unwrap();
        Self {
            directory: started.directory.clone(),
            session: started.session,
            disk,
            store,
            questionnaire,
        }
    }

    pub(super) fn writer(&self) -> SessionWriter {
        self.open().unwrap().writer.unwrap()
    }

    pub(super) fn open(&self) -> Result<Loaded, LibraryError> {
        open(&self.store, self.directory.clone(), Want::Write)
    }

    pub(super) fn answer(&mut self, place: &str, text: &str) {
        let mut answers = crate::answers::Answers::clone(&self.session.answers);
        let place = Place::parse(place).unwrap();
        match text {
            "" => drop(answers.clear(&place, 0)),
            text => drop(answers.put(&place, Answer::typed(Value::Text(text.into())))),
        }
        self.session.answers = Arc::new(answers);
    }

    pub(super) fn text(&self) -> String {
        let work = Work::new(&self.questionnaire, self.session.answers.clone());
        sealed(&self.session, work.outline())
    }

    /// Saves at a time, far enough from the others for each state to be kept.
    pub(super) fn save(&self, writer: &mut SessionWriter, minute: u64) {
        writer.save(self.text().as_bytes(), at(minute * 100)).unwrap();
    }

    /// A session with the states `since = 1`; `since = 2, post = p`; `since = 2, problem`, the last one present.
    pub(super) fn with_states() -> Self {
        let mut desk = Self::new();
        let mut writer = desk.writer();
        desk.answer("opening.since", "2021");
        desk.save(&mut writer, 1);
        desk.answer("opening.since", "2022");
        desk.answer("opening.post", "科长");
        desk.save(&mut writer, 2);
        desk.answer("opening.post", "");
        desk.answer("problem[k1].name", "学习");
        desk.save(&mut writer, 3);
        writer.close(at(301)).unwrap();
        desk
    }

    pub(super) fn history(&self) -> Vec<State> {
        history(&self.store, &self.directory, &crate::outline::Veil::Lifted).unwrap()
    }

    pub(super) fn file(&self) -> PathBuf {
        self.directory.session_file()
    }

    /// Cuts the session's file in the middle of its seal, so that nothing but the seal is missing.
    pub(super) fn cut(&self) -> Vec<u8> {
        let mut bytes = self.disk.peek(&self.file()).unwrap();
        bytes.truncate(bytes.len() - 10);
        self.disk.put(&self.file(), &bytes);
        bytes
    }
}

pub(super) fn told(differences: &[Difference]) -> Vec<String> {
    differences
        .iter()
        .map(|difference| {
            let place = &difference.place;
            match &difference.change {
                Change::Added { after } => format!("{place} +{}", after.to_typed()),
                Change::Changed { before, after } => {
                    format!("{place} {}→{}", before.to_typed(), after.to_typed())
                }
                Change::Cleared { before } => format!("{place} -{}", before.to_typed()),
                Change::Reordered => format!("{place} ↕"),
            }
        })
        .collect()
}

pub(super) fn values(session: &Session) -> Vec<String> {
    let mut values = Vec::new();
    session
        .answers
        .visit(|place, answer| values.push(format!("{place} = {}", answer.value.to_typed())));
    values
}

pub(super) fn removed(session: &Session) -> Vec<String> {
    let removed = session.answers.removed();
    removed.map(|record| record.what.place().to_string()).collect()
}

/// All files of a session with their contents: for what is not to be touched.
pub(super) fn everything(desk: &Desk) -> Vec<(PathBuf, Option<Vec<u8>>)> {
    let mut files = Vec::new();
    for directory in [
        desk.directory.path().to_owned(),
        desk.directory.path().join("generations"),
    ] {
        for name in desk.disk.entries(&directory).unwrap() {
            let path = directory.join(name);
            files.push((path.clone(), desk.disk.peek(&path)));
        }
    }
    files.retain(|(path, _)| !path.ends_with("lock"));
    files.sort();
    files
}
