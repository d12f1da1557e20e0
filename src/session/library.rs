//! Whole sessions: opened, started, renamed, copied. What stands on the disk becomes a [`Session`] on its questionnaire.

use super::change;
use super::directory::SessionDirectory;
use super::disk::FileSystem;
use super::editions::{self, States};
use super::format::{FORMAT, Parsed, Reading, Session};
use super::generations::Generation;
use super::names;
use super::open::{Access, Contents, OpenError, OpenSession, ReadOnly, Want};
use super::seal::{SealState, seal};
use super::state::{self, Flaw};
use super::store::{Store, StoreError};
use super::trouble::{Attempt, DiskError};
use super::writer::{SaveError, SessionWriter};
use crate::answers::Place;
use crate::answers::file::Remark;
use crate::answers::sensitive::Sensitive;
use crate::interview::Work;
use crate::messages::Locale;
use crate::outline::Outline;
use crate::questionnaire::{self, Diagnostic, Questionnaire};
use std::io;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::SystemTime;

/// A session that was read from the disk.
#[derive(Debug)]
pub struct Loaded {
    /// Where it is.
    pub directory: SessionDirectory,
    /// What it holds.
    pub session: Session,
    /// The questionnaire that it is on.
    pub questionnaire: Arc<Questionnaire>,
    /// Which answers are sensitive, by it and by the questionnaires that the session had before.
    pub sensitive: Arc<Sensitive>,
    /// What saves it; `None` where it is only to be read.
    pub writer: Option<SessionWriter>,
    /// Why it is only to be read.
    pub read_only: Option<Reason>,
    /// Whether somebody has changed the file by hand since it was saved.
    pub edited_by_hand: bool,
    /// Answers that its questionnaire has no place for.
    pub remarks: Vec<Remark>,
}

/// Why a session is only to be read.
#[derive(Debug)]
pub enum Reason {
    /// The store's reason.
    Store(ReadOnly),
    /// It was written by a newer version of the program.
    Newer(i64),
}

impl Reason {
    /// What happened, and what to do.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::Store(reason) => reason.message(locale),
            Self::Newer(format) => locale.session_newer(format, FORMAT),
        }
    }
}

/// Why a session could not be opened, started or changed.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// It could not be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// Its file makes no sense; nothing was touched. See [`recovery`](super::recovery).
    #[error("{}", self.message(Locale::En))]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// In which way.
        flaw: Flaw,
        /// The newest earlier state that can be taken up instead.
        earlier: Option<Generation>,
    },
    /// The earlier state that was asked for makes no sense; nothing was touched.
    #[error("{}", self.message(Locale::En))]
    State {
        /// Its file.
        file: PathBuf,
        /// In which way.
        flaw: Flaw,
    },
    /// The questionnaire that it is on is missing or no longer one.
    #[error("{}", self.message(Locale::En))]
    Questionnaire {
        /// The file.
        file: PathBuf,
        /// What is wrong with it; empty where it is missing.
        diagnostics: Vec<Diagnostic>,
    },
    /// It is only to be read, so it cannot be changed.
    #[error("{}", self.message(Locale::En))]
    ReadOnly(Reason),
    /// Nothing is answered at a place.
    #[error("{}", self.message(Locale::En))]
    NoSuchAnswer {
        /// The place.
        place: Place,
    },
    /// An answer is to be moved although its question is there.
    #[error("{}", self.message(Locale::En))]
    HasQuestion {
        /// The answer.
        place: Place,
    },
    /// Nothing that was removed has this position.
    #[error("{}", self.message(Locale::En))]
    NoSuchRecord,
    /// Another session has the name that this one was to have.
    #[error("{}", self.message(Locale::En))]
    NameTaken {
        /// The name.
        name: String,
    },
    /// An answer cannot be moved to a question: it asks for something else, or is not asked at present.
    #[error("{}", self.message(Locale::En))]
    DoesNotFit {
        /// The answer.
        from: Place,
        /// The question.
        to: Place,
    },
}

impl LibraryError {
    /// What happened, where, and what to do.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::Open(error) => error.message(locale),
            Self::Store(error) => error.message(locale),
            Self::Save(error) => error.message(locale),
            Self::Unreadable {
                file,
                flaw: Flaw::Newer(format),
                ..
            } => locale.session_newer_unreadable(file.display(), format, FORMAT),
            Self::Unreadable {
                file,
                flaw: Flaw::Missing,
                earlier,
            } => {
                let id = SessionDirectory::new(file.parent().unwrap_or(file).to_owned()).id();
                let offer = match earlier {
                    Some(earlier) => locale.session_gone_earlier_state(id, earlier.number),
                    None => locale.session_gone_for_good().to_owned(),
                };
                locale.session_gone(file.display(), offer)
            }
            Self::Unreadable { file, flaw, earlier } => {
                let id = SessionDirectory::new(file.parent().unwrap_or(file).to_owned()).id();
                let offer = match earlier {
                    Some(earlier) => locale.session_earlier_state(id, earlier.number),
                    None => locale.session_no_earlier_state(id),
                };
                locale.session_damaged(file.display(), flaw.message(locale), offer)
            }
            Self::State { file, flaw } => locale.session_state_unusable(file.display(), flaw.message(locale)),
            Self::Questionnaire { file, diagnostics } => {
                locale.session_questionnaire_broken(file.display(), diagnostics.len())
            }
            Self::ReadOnly(reason) => reason.message(locale),
            Self::NoSuchAnswer { place } => locale.session_no_such_answer(place),
            Self::HasQuestion { place } => locale.session_answer_has_question(place),
            Self::NoSuchRecord => locale.session_no_such_record().to_owned(),
            Self::NameTaken { name } => locale.name_taken(name),
            Self::DoesNotFit { from, to } => locale.session_answer_does_not_fit(from, to),
        }
    }
}

/// Opens a session.
///
/// # Errors
/// [`LibraryError`]. That it can only be read is no error.
pub fn open(store: &Store, directory: SessionDirectory, want: Want) -> Result<Loaded, LibraryError> {
    let Examined {
        opened,
        questionnaire,
        sensitive,
        reading,
    } = examine(store, directory, want)?;
    let reading = match reading {
        Ok(reading) => reading,
        Err(Flaw::Disk(error)) => return Err(OpenError::Disk(error).into()),
        Err(flaw) => {
            let disk = &**store.disk();
            let offered = newest_state(disk, &opened.directory, &questionnaire);
            let earlier = offered.map(|(generation, _)| generation);
            let file = opened.directory.session_file();
            return Err(LibraryError::Unreadable { file, flaw, earlier });
        }
    };
    Ok(Loaded::new(opened, questionnaire, sensitive, reading))
}

/// A session that was opened, and what its file says.
pub(super) struct Examined {
    pub(super) opened: OpenSession,
    pub(super) questionnaire: Arc<Questionnaire>,
    pub(super) sensitive: Arc<Sensitive>,
    /// A file of a newer version that can be read is no flaw.
    pub(super) reading: Result<Reading, Flaw>,
}

/// Opens a session, whatever its file holds.
pub(super) fn examine(
    store: &Store,
    directory: SessionDirectory,
    want: Want,
) -> Result<Examined, LibraryError> {
    let opened = store.open(directory, want)?;
    let file = opened.directory.edition_file(opened.edition.as_ref());
    // Neither needs the other to be parsed, and somebody waits for both.
    let read = || read_questionnaire(&file, opened.questionnaire.as_deref());
    let (questionnaire, parsed) = thread::scope(|scope| {
        let beside = thread::Builder::new().spawn_scoped(scope, read);
        let parsed = parse(&opened.contents);
        let questionnaire = match beside {
            Ok(beside) => beside.join().unwrap_or_else(|panic| resume_unwind(panic)),
            // A machine that has no thread left.
            Err(_) => read(),
        };
        (questionnaire, parsed)
    });
    let questionnaire = questionnaire?;
    let mut reading = parsed.map(|parsed| parsed.on(&questionnaire));
    if let Ok(reading) = &mut reading {
        reading.session.edition.clone_from(&opened.edition);
    }
    let sensitive = editions::sensitive(&**store.disk(), &opened.directory, &questionnaire);
    Ok(Examined {
        opened,
        questionnaire,
        sensitive,
        reading,
    })
}

fn parse(contents: &Contents) -> Result<Parsed, Flaw> {
    match contents {
        Contents::Whole(unsealed) => Parsed::new(&unsealed.text).map_err(|error| {
            let newer = state::newer(unsealed.text.as_bytes());
            newer.map_or(Flaw::Format(error), Flaw::Newer)
        }),
        Contents::Damaged { damage, bytes } => {
            let newer = state::newer(bytes);
            Err(newer.map_or(Flaw::Damaged(*damage), Flaw::Newer))
        }
        Contents::Missing => Err(Flaw::Missing),
    }
}

/// The newest earlier state that can be taken up, with what it holds.
pub(super) fn newest_state(
    disk: &dyn FileSystem,
    directory: &SessionDirectory,
    questionnaire: &Arc<Questionnaire>,
) -> Option<(Generation, Reading)> {
    let mut states = States::new(disk, directory, questionnaire);
    let parse = |bytes: &[u8]| Some(states.parse(bytes).ok()?.0);
    // Where they cannot be listed, there is nothing to offer.
    directory.generations().newest_good(disk, parse).ok().flatten()
}

/// The questionnaire that a session is on.
///
/// # Errors
/// [`LibraryError`]
pub fn questionnaire_of(
    disk: &dyn FileSystem,
    directory: &SessionDirectory,
) -> Result<Arc<Questionnaire>, LibraryError> {
    let read = |file: &Path| match disk.read(file) {
        Ok((bytes, _)) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(OpenError::Disk(DiskError::because(Attempt::Read, file)(error))),
    };
    let session = read(&directory.session_file())?;
    let edition = editions::named(disk, directory, session.as_deref());
    let file = editions::file(disk, directory, edition.as_ref()).map_err(OpenError::from)?;
    read_questionnaire(&file, read(&file)?.as_deref())
}

fn read_questionnaire(file: &Path, source: Option<&[u8]>) -> Result<Arc<Questionnaire>, LibraryError> {
    let broken = |diagnostics| LibraryError::Questionnaire {
        file: file.to_owned(),
        diagnostics,
    };
    let source = source.ok_or_else(|| broken(Vec::new()))?;
    Ok(Arc::new(questionnaire::read_bytes(source).map_err(broken)?))
}

impl Loaded {
    /// A session whose file could be read.
    pub(super) fn new(
        opened: OpenSession,
        questionnaire: Arc<Questionnaire>,
        sensitive: Arc<Sensitive>,
        reading: Reading,
    ) -> Self {
        let (writer, read_only) = match (opened.access, reading.newer) {
            (_, Some(format)) => (None, Some(Reason::Newer(format))),
            (Access::Writable(writer), None) => (Some(*writer), None),
            (Access::ReadOnly(reason), None) => (None, Some(Reason::Store(reason))),
        };
        Self {
            edited_by_hand: matches!(&opened.contents, Contents::Whole(unsealed) if unsealed.state == SealState::EditedByHand),
            directory: opened.directory,
            session: reading.session,
            questionnaire,
            sensitive,
            writer,
            read_only,
            remarks: reading.remarks,
        }
    }
}

/// Starts a session on a questionnaire.
///
/// # Errors
/// [`LibraryError`], above all where another session has its name; there is no half session then.
pub fn start(
    store: &Store,
    questionnaire: &Arc<Questionnaire>,
    session: Session,
) -> Result<Loaded, LibraryError> {
    names::require_free(store, &session.name, None)?;
    let work = Work::new(questionnaire, session.answers.clone());
    let session = Session {
        answers: work.answers().clone(),
        edition: None,
        ..session
    };
    let text = sealed(&session, work.outline());
    let writer = store.create(questionnaire.source().as_bytes(), text.as_bytes())?;
    Ok(Loaded {
        directory: writer.directory().clone(),
        session,
        questionnaire: questionnaire.clone(),
        sensitive: Arc::new(Sensitive::of(questionnaire, &[])),
        writer: Some(writer),
        read_only: None,
        edited_by_hand: false,
        remarks: Vec::new(),
    })
}

/// Gives a session another name.
///
/// # Errors
/// [`LibraryError`], above all where another window works on it or another session has the name.
pub fn rename(store: &Store, directory: SessionDirectory, name: &str) -> Result<(), LibraryError> {
    names::require_free(store, name, Some(&directory))?;
    let (mut loaded, mut writer) = change::open(store, directory)?;
    name.clone_into(&mut loaded.session.name);
    let work = Work::new(&loaded.questionnaire, loaded.session.answers.clone());
    let now = SystemTime::now();
    writer.save(sealed(&loaded.session, work.outline()).as_bytes(), now)?;
    Ok(writer.close(now)?)
}

/// Copies a session under a name.
///
/// # Errors
/// [`LibraryError`]
pub fn duplicate(store: &Store, directory: SessionDirectory, name: &str) -> Result<Loaded, LibraryError> {
    let loaded = open(store, directory, Want::Read)?;
    if let Some(reason @ Reason::Newer(_)) = loaded.read_only {
        // The copy would say that it is of this version, and hold what this version does not know.
        return Err(LibraryError::ReadOnly(reason));
    }
    let session = Session {
        name: name.to_owned(),
        created: super::time::now(),
        ..loaded.session
    };
    start(store, &loaded.questionnaire, session)
}

/// The text of a session's file, whole.
pub fn sealed(session: &Session, outline: &Outline) -> String {
    let progress = outline
        .get(Outline::ROOT)
        .map(|root| root.progress)
        .unwrap_or_default();
    seal(&session.to_text(outline.questionnaire(), progress))
}
