//! Whole sessions: opened, started, renamed, copied. What stands on the disk becomes a [`Session`] on its questionnaire.

use super::directory::SessionDirectory;
use super::format::{FORMAT, FormatError, Session};
use super::open::{Access, Contents, OpenError, ReadOnly, Want};
use super::seal::{Damage, SealState, seal, unseal};
use super::store::{Store, StoreError};
use super::writer::{SaveError, SessionWriter};
use crate::answers::file::Remark;
use crate::interview::Work;
use crate::messages::Locale;
use crate::outline::Outline;
use crate::questionnaire::{self, Diagnostic, Questionnaire};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

/// A session that was read from the disk.
#[derive(Debug)]
pub struct Loaded {
    /// Where it is.
    pub directory: SessionDirectory,
    /// What it holds.
    pub session: Session,
    /// The questionnaire that it was started with.
    pub questionnaire: Arc<Questionnaire>,
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
    /// Its file is not what was written; nothing was touched.
    #[error("{}", self.message(Locale::En))]
    Damaged {
        /// The file.
        file: PathBuf,
        /// In which way.
        damage: Damage,
        /// The newest earlier state that is whole.
        earlier: Option<PathBuf>,
    },
    /// Its file is whole, but its text makes no sense; nothing was touched.
    #[error("{}", self.message(Locale::En))]
    Format {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        error: FormatError,
        /// The newest earlier state that is whole.
        earlier: Option<PathBuf>,
    },
    /// The questionnaire that it was started with is missing or no longer one.
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
}

impl LibraryError {
    /// What happened, where, and what to do.
    pub fn message(&self, locale: Locale) -> String {
        let offer = |earlier: &Option<PathBuf>| match earlier {
            Some(path) => locale.session_earlier_state(path.display()),
            None => locale.session_no_earlier_state().to_owned(),
        };
        match self {
            Self::Open(error) => error.message(locale),
            Self::Store(error) => error.message(locale),
            Self::Save(error) => error.message(locale),
            Self::Damaged {
                file,
                damage,
                earlier,
            } => locale.session_damaged(file.display(), damage.message(locale), offer(earlier)),
            Self::Format { file, error, earlier } => {
                locale.session_damaged(file.display(), error, offer(earlier))
            }
            Self::Questionnaire { file, diagnostics } => {
                locale.session_questionnaire_broken(file.display(), diagnostics.len())
            }
            Self::ReadOnly(reason) => reason.message(locale),
        }
    }
}

/// Opens a session.
///
/// # Errors
/// [`LibraryError`]. That it can only be read is no error.
pub fn open(store: &Store, directory: SessionDirectory, want: Want) -> Result<Loaded, LibraryError> {
    let opened = store.open(directory, want)?;
    let file = opened.directory.session_file();
    let earlier = || {
        let generations = opened.directory.generations();
        let parses = |bytes: &[u8]| unseal(bytes).is_ok().then_some(());
        let newest = generations.newest_good(&**store.disk(), parses).ok().flatten();
        newest.map(|(generation, ())| generations.path(&generation))
    };
    let source_file = opened.directory.questionnaire_file();
    let broken = |diagnostics| LibraryError::Questionnaire {
        file: source_file.clone(),
        diagnostics,
    };
    let source = opened.questionnaire.as_ref().ok_or_else(|| broken(Vec::new()))?;
    let questionnaire = Arc::new(questionnaire::read_bytes(source).map_err(broken)?);
    let unsealed = match &opened.contents {
        Contents::Whole(unsealed) => unsealed,
        Contents::Damaged { damage, .. } => {
            return Err(LibraryError::Damaged {
                file,
                damage: *damage,
                earlier: earlier(),
            });
        }
        Contents::Missing => {
            return Err(LibraryError::Damaged {
                file,
                damage: Damage::Empty,
                earlier: earlier(),
            });
        }
    };
    let reading =
        Session::from_text(&unsealed.text, &questionnaire).map_err(|error| LibraryError::Format {
            file,
            error,
            earlier: earlier(),
        })?;
    let edited_by_hand = unsealed.state == SealState::EditedByHand;
    let (writer, read_only) = match (opened.access, reading.newer) {
        (_, Some(format)) => (None, Some(Reason::Newer(format))),
        (Access::Writable(writer), None) => (Some(*writer), None),
        (Access::ReadOnly(reason), None) => (None, Some(Reason::Store(reason))),
    };
    Ok(Loaded {
        directory: opened.directory,
        session: reading.session,
        questionnaire,
        writer,
        read_only,
        edited_by_hand,
        remarks: reading.remarks,
    })
}

/// Starts a session on a questionnaire.
///
/// # Errors
/// [`LibraryError`]; there is no half session then.
pub fn start(
    store: &Store,
    questionnaire: &Arc<Questionnaire>,
    session: Session,
) -> Result<Loaded, LibraryError> {
    let work = Work::new(questionnaire, session.answers.clone());
    let session = Session {
        answers: work.answers().clone(),
        ..session
    };
    let text = sealed(&session, work.outline());
    let writer = store.create(questionnaire.source().as_bytes(), text.as_bytes())?;
    Ok(Loaded {
        directory: writer.directory().clone(),
        session,
        questionnaire: questionnaire.clone(),
        writer: Some(writer),
        read_only: None,
        edited_by_hand: false,
        remarks: Vec::new(),
    })
}

/// Gives a session another name.
///
/// # Errors
/// [`LibraryError`], above all where another window works on it.
pub fn rename(store: &Store, directory: SessionDirectory, name: &str) -> Result<(), LibraryError> {
    let mut loaded = open(store, directory, Want::Write)?;
    let Some(mut writer) = loaded.writer.take() else {
        return Err(LibraryError::ReadOnly(
            loaded.read_only.unwrap_or(Reason::Store(ReadOnly::Asked)),
        ));
    };
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
