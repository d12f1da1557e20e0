//! All sessions of a person: `<root>/sessions/<id>/`, and `<root>/trash/` for those that were deleted.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::atomic::random_name;
use super::directory::{SessionDirectory, create_directories};
use super::disk::{FileKind, FileSystem};
use super::files::{FileName, Files};
use super::header::Header;
use super::lock::Holder;
use super::nowhere::Nowhere;
use super::open::{self, Access, OpenError, OpenSession, ReadOnly, Want};
use super::place::PlaceError;
use super::real_disk::RealDisk;
use super::trouble::{Attempt, DiskError};
use super::writer::SessionWriter;
use crate::messages::Locale;

/// How long an id is. 32⁶ are a thousand million: short enough to type, and never the same twice.
const ID_LENGTH: usize = 6;
/// How many ids are tried before something must be wrong.
const MOST_IDS: usize = 64;
/// What the directory of a session is called while it is being filled.
const UNFINISHED: &str = ".new-";
/// When a session that is still being filled must have been left by a process that was killed.
const UNFINISHED_FOR: Duration = Duration::from_secs(3_600);

/// The sessions under one data directory.
#[derive(Debug, Clone)]
pub struct Store {
    root: PathBuf,
    disk: Arc<dyn FileSystem>,
}

/// A session in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// Its directory, and its id.
    pub directory: SessionDirectory,
    /// When it was last saved; `None` if its file is missing or cannot be asked.
    pub saved_at: Option<SystemTime>,
    /// The head of its file; `None` if it has none that can be read. The session is there all the same.
    pub header: Option<Header>,
}

/// Why something was not done with a session.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The disk refused.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// There is no such session.
    #[error("{}", Locale::En.not_a_session(path.display()))]
    NotASession {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// Another window works on it.
    #[error("{}", Locale::En.session_busy(holder.words(Locale::En)))]
    Busy {
        /// Who.
        holder: Holder,
    },
    /// It stands somewhere else than in this store; what a person has put elsewhere is not for us to move.
    #[error("{}", Locale::En.session_not_in_store(path.display()))]
    NotInStore {
        /// Where.
        path: PathBuf,
    },
}

impl StoreError {
    /// What happened, where, and what to do.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::Disk(error) => error.message(locale),
            Self::NotASession { path } => locale.not_a_session(path.display()),
            Self::Busy { holder } => locale.session_busy(holder.words(locale)),
            Self::NotInStore { path } => locale.session_not_in_store(path.display()),
        }
    }
}

impl From<OpenError> for StoreError {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Disk(error) => Self::Disk(error),
            OpenError::NotASession { path } => Self::NotASession { path },
        }
    }
}

impl Store {
    /// The store under a data directory of this machine. Nothing is created before something is to be stored.
    pub fn new(root: PathBuf) -> Self {
        Self::on(Arc::new(RealDisk), root)
    }

    /// The store under a directory of some disk.
    pub fn on(disk: Arc<dyn FileSystem>, root: PathBuf) -> Self {
        Self { root, disk }
    }

    /// The store where there is no place for one: whatever is asked of it is refused for this reason.
    pub fn nowhere(reason: PlaceError) -> Self {
        Self::on(Arc::new(Nowhere(reason)), PathBuf::new())
    }

    /// The data directory; `None` where there is no place for one.
    pub fn place(&self) -> Option<&Path> {
        Some(&*self.root).filter(|root| !root.as_os_str().is_empty())
    }

    /// Whether a session could be created, as far as that can be told without creating anything.
    ///
    /// # Errors
    /// [`DiskError`], with what stands in the way.
    pub fn check_writable(&self) -> Result<(), DiskError> {
        let sessions = self.sessions();
        for directory in sessions.ancestors() {
            match self.disk.check_writable(directory) {
                Err(error) if error.kind() == io::ErrorKind::NotFound && directory.parent().is_some() => {}
                checked => return checked.map_err(DiskError::because(Attempt::Write, directory)),
            }
        }
        Ok(())
    }

    /// The data directory.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The disk that it is on.
    pub fn disk(&self) -> &Arc<dyn FileSystem> {
        &self.disk
    }

    /// Where sessions are.
    pub fn sessions(&self) -> PathBuf {
        self.root.join("sessions")
    }

    /// Where deleted sessions are.
    pub fn trash(&self) -> PathBuf {
        self.root.join("trash")
    }

    /// The session with an id, whether there is one or not.
    pub fn session(&self, id: &str) -> SessionDirectory {
        SessionDirectory::new(self.sessions().join(id))
    }

    /// Creates a session, durably, and hands back its writer. Both texts are stored byte for byte.
    ///
    /// # Errors
    /// [`StoreError`]; there is no half session then.
    pub fn create(&self, questionnaire: &[u8], session: &[u8]) -> Result<SessionWriter, StoreError> {
        let mut files = Files::default();
        files.put(FileName::Questionnaire(None), questionnaire.to_vec());
        files.put(FileName::Session, session.to_vec());
        self.create_from(&files)
    }

    /// Creates a session of its files, durably, and hands back its writer. They are stored byte for byte.
    ///
    /// # Errors
    /// [`StoreError`]; there is no half session then.
    pub fn create_from(&self, files: &Files) -> Result<SessionWriter, StoreError> {
        let sessions = self.sessions();
        create_directories(&*self.disk, &sessions)?;
        self.remove_unfinished();
        let id = self.free_id()?;
        // Filled under another name, so that a list never shows a session that is not whole.
        let unfinished = SessionDirectory::new(sessions.join(format!("{UNFINISHED}{id}")));
        let directory = self.session(&id);
        let moved = self.fill(&unfinished, files).and_then(|()| {
            self.disk
                .rename(unfinished.path(), directory.path())
                .map_err(DiskError::because(Attempt::CreateDirectory, directory.path()))
        });
        if let Err(error) = moved {
            // Only what is certainly ours is taken apart.
            unfinished.unfill(&*self.disk);
            return Err(error.into());
        }
        if let Err(source) = self.disk.sync_directory(&sessions) {
            directory.unfill(&*self.disk);
            return Err(DiskError::because(Attempt::CreateDirectory, directory.path())(source).into());
        }
        let created = self.writer_of(directory.clone());
        if let Err(StoreError::Disk(_)) = &created {
            // Whoever asked for it will ask again, and would find two.
            let _ = self.disk.remove_file(&directory.lock_file());
            directory.unfill(&*self.disk);
        }
        created
    }

    fn writer_of(&self, directory: SessionDirectory) -> Result<SessionWriter, StoreError> {
        match self.open(directory, Want::Write)?.access {
            Access::Writable(writer) => Ok(*writer),
            Access::ReadOnly(ReadOnly::Disk(error)) => Err(error.into()),
            Access::ReadOnly(ReadOnly::Busy(holder)) => Err(StoreError::Busy { holder }),
            Access::ReadOnly(ReadOnly::Asked) => Err(StoreError::Busy {
                holder: Holder::default(),
            }),
        }
    }

    fn fill(&self, directory: &SessionDirectory, files: &Files) -> Result<(), DiskError> {
        self.disk
            .create_directory(directory.path())
            .map_err(DiskError::because(Attempt::CreateDirectory, directory.path()))?;
        files.write(&*self.disk, directory)
    }

    /// Opens a session. See [`open::open`].
    ///
    /// # Errors
    /// [`OpenError`]
    pub fn open(&self, directory: SessionDirectory, want: Want) -> Result<OpenSession, OpenError> {
        open::open(&self.disk, directory, want)
    }

    /// All sessions, the one that was last saved first. Reads the head of each.
    ///
    /// # Errors
    /// [`DiskError`], if the directory cannot be read. One session that cannot be read stops nothing.
    pub fn list(&self) -> Result<Vec<Listed>, DiskError> {
        let mut listed: Vec<Listed> = self
            .visible_entries(&self.sessions())?
            .into_iter()
            .map(|name| SessionDirectory::new(self.sessions().join(name)))
            .filter(|directory| directory.holds_a_session(&*self.disk).unwrap_or(true))
            .map(|directory| Listed {
                saved_at: self
                    .disk
                    .metadata(&directory.session_file())
                    .ok()
                    .map(|metadata| metadata.modified),
                header: Header::read(&*self.disk, &directory).ok().flatten(),
                directory,
            })
            .collect();
        listed.sort_by(|a, b| {
            b.saved_at
                .cmp(&a.saved_at)
                .then_with(|| a.directory.cmp(&b.directory))
        });
        Ok(listed)
    }

    /// An id that no session has, nor one in the trash, so that it can come back.
    pub(super) fn free_id(&self) -> Result<String, DiskError> {
        let deleted = self.visible_entries(&self.trash())?;
        for _ in 0..MOST_IDS {
            let id = random_name(ID_LENGTH);
            let in_trash = deleted.iter().any(|name| name.starts_with(&format!("{id}-")));
            if !in_trash && self.is_free(self.session(&id).path())? {
                return Ok(id);
            }
        }
        let error = io::Error::from(io::ErrorKind::AlreadyExists);
        Err(DiskError::because(Attempt::CreateDirectory, &self.sessions())(
            error,
        ))
    }

    /// Whether nothing stands at a path.
    pub(super) fn is_free(&self, path: &Path) -> Result<bool, DiskError> {
        match self.disk.metadata(path) {
            Ok(_) => Ok(false),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
            Err(error) => Err(DiskError::because(Attempt::Read, path)(error)),
        }
    }

    /// The names in a directory that may be sessions: readable ones that do not start with a dot.
    pub(super) fn visible_entries(&self, path: &Path) -> Result<Vec<String>, DiskError> {
        match self.disk.entries(path) {
            Ok(names) => Ok(names
                .iter()
                .filter_map(|name| name.to_str())
                .filter(|name| !name.starts_with('.'))
                .map(str::to_owned)
                .collect()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(DiskError::because(Attempt::Read, path)(error)),
        }
    }

    /// Removes what processes left behind that were killed while they created a session.
    fn remove_unfinished(&self) {
        let sessions = self.sessions();
        for name in self.disk.entries(&sessions).unwrap_or_default() {
            let path = sessions.join(&name);
            let is_old = |modified: SystemTime| modified.elapsed().is_ok_and(|age| age > UNFINISHED_FOR);
            if is_unfinished(&name)
                && self
                    .disk
                    .metadata(&path)
                    .is_ok_and(|metadata| metadata.kind == FileKind::Directory && is_old(metadata.modified))
            {
                SessionDirectory::new(path).unfill(&*self.disk);
            }
        }
    }
}

fn is_unfinished(name: &OsStr) -> bool {
    name.to_str().is_some_and(|name| name.starts_with(UNFINISHED))
}
