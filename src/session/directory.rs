//! The files of one session: which they are, and how a directory for them comes to be.

use std::io;
use std::path::{Path, PathBuf};

use super::atomic;
use super::disk::{FileKind, FileSystem};
use super::files::{FileName, Files};
use super::generations::Generations;
use super::trouble::{Attempt, DiskError};

/// The directory of a session. Only the names: whether it exists, this value does not know.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SessionDirectory {
    path: PathBuf,
}

impl SessionDirectory {
    /// The session in a directory.
    pub fn new(path: PathBuf) -> Self {
        Self { path }
    }

    /// The directory.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The directory's name: the session's id, wherever it stands.
    pub fn id(&self) -> String {
        self.path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    }

    /// The answers.
    pub fn session_file(&self) -> PathBuf {
        self.path.join("session.toml")
    }

    /// The questionnaire that the session was started with, byte for byte.
    pub fn questionnaire_file(&self) -> PathBuf {
        self.path.join("questionnaire.toml")
    }

    /// See [`lock`](super::lock).
    pub fn lock_file(&self) -> PathBuf {
        self.path.join("lock")
    }

    /// See [`generations`](super::generations).
    pub fn generations(&self) -> Generations {
        Generations::new(self.path.join("generations"))
    }

    /// A free name `session.toml.damaged-N` for a file that is set aside.
    ///
    /// # Errors
    /// [`DiskError`], if the directory cannot be read.
    pub fn damaged_file(&self, disk: &dyn FileSystem) -> Result<PathBuf, DiskError> {
        let names = disk
            .entries(&self.path)
            .map_err(DiskError::because(Attempt::Read, &self.path))?;
        let taken = names
            .iter()
            .filter_map(|name| name.to_str()?.strip_prefix("session.toml.damaged-")?.parse().ok());
        let next = taken.max().map_or(1, |last: u32| last.saturating_add(1));
        Ok(self.path.join(format!("session.toml.damaged-{next}")))
    }

    /// Whether there is something in the directory that makes it a session: its file, or earlier states of it.
    ///
    /// # Errors
    /// [`DiskError`], if the disk does not say.
    pub fn holds_a_session(&self, disk: &dyn FileSystem) -> Result<bool, DiskError> {
        for (path, kind) in [
            (self.session_file(), FileKind::File),
            (self.path.join("generations"), FileKind::Directory),
        ] {
            match disk.metadata(&path) {
                Ok(metadata) if metadata.kind == kind => return Ok(true),
                Ok(_) => {}
                Err(error)
                    if matches!(
                        error.kind(),
                        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
                    ) => {}
                Err(error) => return Err(DiskError::because(Attempt::Read, &path)(error)),
            }
        }
        Ok(false)
    }

    /// Fills an empty directory with a new session, durably. That the directory itself is durable is up to the caller.
    ///
    /// # Errors
    /// [`DiskError`]
    pub fn fill(&self, disk: &dyn FileSystem, questionnaire: &[u8], session: &[u8]) -> Result<(), DiskError> {
        let mut files = Files::default();
        files.put(FileName::Questionnaire(None), questionnaire.to_vec());
        files.put(FileName::Session, session.to_vec());
        files.write(disk, self)
    }

    /// Takes apart what [`fill`](Self::fill) has made, as far as it got. Anything else in the directory stays, and the
    /// directory with it.
    pub(super) fn unfill(&self, disk: &dyn FileSystem) {
        Files::remove(disk, self);
    }
}

/// Creates a directory and those around it that are missing, durably, each for the owner alone.
///
/// # Errors
/// [`DiskError`]
pub fn create_directories(disk: &dyn FileSystem, path: &Path) -> Result<(), DiskError> {
    match disk.metadata(path) {
        Ok(metadata) if metadata.kind == FileKind::Directory => return Ok(()),
        Ok(_) => {
            let error = io::Error::from(io::ErrorKind::AlreadyExists);
            return Err(DiskError::because(Attempt::CreateDirectory, path)(error));
        }
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(DiskError::because(Attempt::CreateDirectory, path)(error));
        }
        Err(_) => {}
    }
    let parent = atomic::directory_of(path);
    if parent != path {
        create_directories(disk, parent)?;
    }
    match disk.create_directory(path) {
        // Another window was as quick.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        result => result.map_err(DiskError::because(Attempt::CreateDirectory, path))?,
    }
    disk.sync_directory(parent)
        .map_err(DiskError::because(Attempt::CreateDirectory, path))
}
