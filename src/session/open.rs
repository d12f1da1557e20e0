//! Opens a session: for writing if it can be had, else for reading, and says what state it is in.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::atomic;
use super::claim::Claim;
use super::directory::SessionDirectory;
use super::disk::{FileSystem, Metadata};
use super::editions::{self, Edition};
use super::lock::{Holder, LockError, SessionLock};
use super::seal::{Damage, Unsealed, unseal_owned};
use super::trouble::{Attempt, DiskError};
use super::writer::SessionWriter;
use crate::messages::Locale;

/// How a session is to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// For writing, if it can be had.
    Write,
    /// For reading only: nothing is created, locked or tidied up.
    Read,
}

/// A session that was opened.
#[derive(Debug)]
pub struct OpenSession {
    /// Where it is.
    pub directory: SessionDirectory,
    /// What its file holds.
    pub contents: Contents,
    /// Which questionnaire it is on; `None` for the one that it was started with.
    pub edition: Option<Edition>,
    /// That questionnaire, byte for byte; `None` if somebody has taken it away.
    pub questionnaire: Option<Vec<u8>>,
    /// Whether it can be written.
    pub access: Access,
}

/// What the file of a session holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contents {
    /// A text that was written to its end. Whether it makes sense is for the text format to say.
    Whole(Unsealed),
    /// Not what was written. The file is untouched;
    /// [`Generations::newest_good`](super::generations::Generations::newest_good) finds what to offer.
    Damaged {
        /// In which way.
        damage: Damage,
        /// All that is there.
        bytes: Vec<u8>,
    },
    /// There is no file, only the rest of the session.
    Missing,
}

/// Whether a session can be written.
#[derive(Debug)]
pub enum Access {
    /// It is locked for us.
    Writable(Box<SessionWriter>),
    /// It can only be read.
    ReadOnly(ReadOnly),
}

/// Why a session can only be read.
#[derive(Debug)]
pub enum ReadOnly {
    /// That was asked for.
    Asked,
    /// Another window works on it.
    Busy(Holder),
    /// Its directory cannot be written.
    Disk(DiskError),
}

impl ReadOnly {
    /// What happened, where, and what to do.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::Asked => locale.session_read_only_asked().to_owned(),
            Self::Busy(holder) => locale.session_busy(holder.words(locale)),
            Self::Disk(error) => locale.session_read_only_disk(error.message(locale)),
        }
    }
}

/// Why a session was not opened at all.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// A read error. It says nothing about what the file holds, so nothing was touched.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// There is no session.
    #[error("{}", Locale::En.not_a_session(path.display()))]
    NotASession {
        /// Where it was looked for.
        path: PathBuf,
    },
}

impl OpenError {
    /// What happened, where, and what to do.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::Disk(error) => error.message(locale),
            Self::NotASession { path } => locale.not_a_session(path.display()),
        }
    }
}

/// Opens the session in a directory.
///
/// # Errors
/// [`OpenError`]. That another window has it, or that it cannot be written, is no error: it is then opened for reading.
pub fn open(
    disk: &Arc<dyn FileSystem>,
    directory: SessionDirectory,
    want: Want,
) -> Result<OpenSession, OpenError> {
    let disk = Arc::clone(disk);
    let path = directory.path();
    if !directory.holds_a_session(&*disk)? {
        return Err(OpenError::NotASession {
            path: path.to_owned(),
        });
    }
    let lock = lock(&*disk, &directory, want);
    if lock.is_ok() {
        // What a save has left that failed at its last step is shown below; so let it be durable. If that fails too,
        // the next save sees to it.
        let _ = disk.sync_directory(directory.path());
    }
    // Only now, with the lock, does what is read stay true.
    let read = read_if_there(&*disk, &directory.session_file())?;
    let file = read.as_ref().map(|(bytes, _)| bytes.as_slice());
    let edition = editions::named(&*disk, &directory, file);
    let questionnaire_file = editions::file(&*disk, &directory, edition.as_ref())?;
    let questionnaire = read_if_there(&*disk, &questionnaire_file)?.map(|(bytes, _)| bytes);
    let access = match lock {
        Err(reason) => Access::ReadOnly(reason),
        Ok(lock) => {
            atomic::remove_leftovers(&*disk, &directory.session_file());
            atomic::remove_leftovers(&*disk, &directory.questionnaire_file());
            atomic::remove_leftovers(&*disk, &questionnaire_file);
            let state = read
                .as_ref()
                .map(|(bytes, metadata)| (*metadata, bytes.as_slice()));
            let claim = Claim::new(Arc::clone(&disk), directory.clone(), lock, questionnaire.clone())?;
            let writer = SessionWriter::new(disk, claim, state);
            Access::Writable(Box::new(writer))
        }
    };
    let contents = match read {
        None => Contents::Missing,
        Some((bytes, _)) => match unseal_owned(bytes) {
            Ok(unsealed) => Contents::Whole(unsealed),
            Err((damage, bytes)) => Contents::Damaged { damage, bytes },
        },
    };
    Ok(OpenSession {
        directory,
        contents,
        edition,
        questionnaire,
        access,
    })
}

fn lock(disk: &dyn FileSystem, directory: &SessionDirectory, want: Want) -> Result<SessionLock, ReadOnly> {
    if want == Want::Read {
        return Err(ReadOnly::Asked);
    }
    let file = directory.lock_file();
    let lock = SessionLock::acquire(disk, &file).map_err(|error| match error {
        LockError::Busy { holder } => ReadOnly::Busy(holder),
        LockError::Disk(error) => ReadOnly::Disk(error),
    })?;
    // Between opening the file and locking it, the whole directory may have gone to the trash.
    let present = disk
        .metadata(&file)
        .map_err(|error| ReadOnly::Disk(DiskError::because(Attempt::Lock, &file)(error)))?;
    let is_another = |own| present.identity != Some(own);
    if lock.is_effective() && lock.identity().is_some_and(is_another) {
        return Err(ReadOnly::Busy(Holder::default()));
    }
    Ok(lock)
}

fn read_if_there(disk: &dyn FileSystem, path: &Path) -> Result<Option<(Vec<u8>, Metadata)>, DiskError> {
    match disk.read(path) {
        Ok(read) => Ok(Some(read)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(DiskError::because(Attempt::Read, path)(error)),
    }
}
