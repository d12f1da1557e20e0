//! Saves one session, for as long as it is open.
//!
//! Beyond the durable replacement of the file ([`atomic`]) it sees to what may have happened to the file in the
//! meantime: somebody edits it by hand, a synchronising tool replaces it. Whatever it finds that is not its own is kept
//! as a generation before it is replaced.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

use super::atomic::{self, ReplaceError};
use super::claim::Claim;
use super::directory::SessionDirectory;
use super::disk::{FileSystem, Metadata, check_length, unix_seconds};
use super::generations::Generation;
use super::lock::{Holder, LockError};
use super::store::StoreError;
use super::thinning::Thinning;
use super::trouble::{Attempt, DiskError};
use crate::messages::Locale;

/// A state is kept at most once in so many seconds while a person writes. (And always: the state that a session was
/// opened with, before it is first replaced; the state that it was closed with; whatever somebody else has written.)
pub const KEEP_EVERY_SECONDS: u64 = 60;

/// How many states of the file are remembered as our own. More than one only while saves fail.
const MOST_KNOWN: usize = 8;

/// Saves one session. It holds the session's lock.
#[derive(Debug)]
pub struct SessionWriter {
    disk: Arc<dyn FileSystem>,
    claim: Claim,
    known: Vec<Known>,
    /// When a state was last kept, in seconds since 1970.
    kept_at: Option<u64>,
    has_saved: bool,
    thinning: Thinning,
}

/// A state of the session's file that we have written or read, so that replacing it takes nobody by surprise.
#[derive(Debug, Clone, Copy)]
struct Known {
    metadata: Metadata,
    checksum: u32,
}

/// What a save did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// When.
    pub at: SystemTime,
    /// The file had been changed by somebody else; this is where their version was put before it was replaced.
    pub displaced: Option<PathBuf>,
    /// The session had no place on the disk before; this is the one that it got.
    pub placed: Option<SessionDirectory>,
}

/// Why a session was not saved. The text is still in memory, and nothing on the disk was lost.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The disk refused.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// Another directory stands where the session's was.
    #[error("{}", Locale::En.session_directory_replaced(path.display()))]
    Replaced {
        /// Where.
        path: PathBuf,
    },
    /// The disk that the session was on is gone: its place belongs to another disk now.
    #[error("{}", Locale::En.session_disk_gone(path.display()))]
    DiskGone {
        /// Where the session was.
        path: PathBuf,
    },
    /// The lock was lost (somebody deleted its file), and another window has taken it.
    #[error("{}", Locale::En.session_busy(holder.words(Locale::En)))]
    Busy {
        /// Who.
        holder: Holder,
    },
    /// It has no place on the disk yet, and got none.
    #[error(transparent)]
    NotCreated(StoreError),
    /// The text could not be made; a mistake in this program.
    #[error("{}", Locale::En.session_not_rendered())]
    NotRendered,
}

impl SaveError {
    /// What happened, where, and what to do.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::Disk(error) => error.message(locale),
            Self::Replaced { path } => locale.session_directory_replaced(path.display()),
            Self::DiskGone { path } => locale.session_disk_gone(path.display()),
            Self::Busy { holder } => locale.session_busy(holder.words(locale)),
            Self::NotCreated(error) => error.message(locale),
            Self::NotRendered => locale.session_not_rendered().to_owned(),
        }
    }
}

impl From<LockError> for SaveError {
    fn from(error: LockError) -> Self {
        match error {
            LockError::Busy { holder } => Self::Busy { holder },
            LockError::Disk(error) => Self::Disk(error),
        }
    }
}

impl SessionWriter {
    /// The writer of a session that was just claimed and read. `read` is the file's state and content at that time.
    pub(super) fn new(disk: Arc<dyn FileSystem>, claim: Claim, read: Option<(Metadata, &[u8])>) -> Self {
        let known = read.map(|(metadata, bytes)| Known {
            metadata,
            checksum: crc32fast::hash(bytes),
        });
        Self {
            disk,
            claim,
            known: known.into_iter().collect(),
            kept_at: None,
            has_saved: false,
            thinning: Thinning::default(),
        }
    }

    /// The session.
    pub fn directory(&self) -> &SessionDirectory {
        self.claim.directory()
    }

    /// Whether another window is really kept out; some network file systems have no locks.
    pub fn is_locked(&self) -> bool {
        self.claim.lock().is_effective()
    }

    /// Replaces the session's file, durably.
    ///
    /// # Errors
    /// [`SaveError`]. To try again, call again with the same bytes: everything is then written anew.
    pub fn save(&mut self, bytes: &[u8], now: SystemTime) -> Result<Saved, SaveError> {
        let file = self.directory().session_file();
        // What is too long to be read is not written either: the text stays where it is, and can be shortened.
        check_length(bytes.len() as u64).map_err(DiskError::because(Attempt::Write, &file))?;
        self.renew_claim()?;
        let (displaced, keep) = match self.disk.metadata(&file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => (None, None),
            Err(error) => return Err(DiskError::because(Attempt::Read, &file)(error).into()),
            Ok(present) if self.is_known(&present)? => (None, self.generation_due(&present, now)),
            // Not our own: unless it can be kept it is not replaced.
            Ok(_) => (
                self.directory().generations().keep_copy(&*self.disk, &file)?,
                None,
            ),
        };
        let generations = self.directory().generations();
        let keep_as = keep.map(|generation| generations.path(&generation));
        let checksum = crc32fast::hash(bytes);
        match atomic::replace(&*self.disk, &file, bytes, keep_as.as_deref()) {
            Ok(replaced) => {
                self.known = vec![Known {
                    metadata: replaced.written,
                    checksum,
                }];
                self.has_saved = true;
                if displaced.is_some() || (keep.is_some() && replaced.kept.is_ok()) {
                    self.kept_at = Some(unix_seconds(now));
                    generations.thin(&*self.disk, &self.thinning, unix_seconds(now));
                }
                Ok(Saved {
                    at: now,
                    displaced: displaced.map(|generation| generations.path(&generation)),
                    placed: None,
                })
            }
            Err(ReplaceError { error, perhaps }) => {
                if let Some(metadata) = perhaps {
                    self.known.truncate(MOST_KNOWN - 1);
                    self.known.insert(0, Known { metadata, checksum });
                }
                Err(error.into())
            }
        }
    }

    /// Keeps a session's file that cannot be understood under a name of its own, `session.toml.damaged-N`. To be
    /// called only when the person agrees. The file itself stays in place until a save replaces it, so that there is
    /// no moment without one.
    ///
    /// # Errors
    /// [`SaveError`]; nothing has changed then.
    pub fn set_aside(&mut self, now: SystemTime) -> Result<PathBuf, SaveError> {
        self.renew_claim()?;
        let name = self.directory().damaged_file(&*self.disk)?;
        atomic::keep_copy(&*self.disk, &self.directory().session_file(), &name)?;
        // It has been kept: the first save need not put it among the generations as well.
        self.kept_at = Some(unix_seconds(now));
        Ok(name)
    }

    /// Keeps the file's present state as a generation, for before a change that a person may regret. `None` if the
    /// newest generation holds just that, or if there is no file.
    ///
    /// # Errors
    /// [`SaveError`]; nothing has changed then.
    pub fn keep(&mut self, now: SystemTime) -> Result<Option<Generation>, SaveError> {
        self.renew_claim()?;
        let file = self.directory().session_file();
        let generations = self.directory().generations();
        let (bytes, _) = match self.disk.read(&file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            read => read.map_err(DiskError::because(Attempt::Read, &file))?,
        };
        let kept = match generations.newest_is(&*self.disk, &bytes) {
            true => None,
            false => generations.keep_copy(&*self.disk, &file)?,
        };
        self.kept_at = Some(unix_seconds(now));
        Ok(kept)
    }

    /// Ends the work on a session: keeps its last state as a generation, if it has changed, and gives the lock back.
    ///
    /// That generation is a copy and not a second name for the file, because an editor that writes into the file
    /// would change both.
    ///
    /// # Errors
    /// [`SaveError`], if that generation could not be kept. What was saved is saved.
    pub fn close(self, now: SystemTime) -> Result<(), SaveError> {
        if !self.has_saved {
            return Ok(());
        }
        let file = self.directory().session_file();
        let generations = self.directory().generations();
        let (bytes, _) = self
            .disk
            .read(&file)
            .map_err(DiskError::because(Attempt::Read, &file))?;
        if !generations.newest_is(&*self.disk, &bytes) {
            generations.keep_copy(&*self.disk, &file)?;
            generations.thin(&*self.disk, &self.thinning, unix_seconds(now));
        }
        Ok(())
    }

    /// The generation that the file's present state is to become, if it is time for one.
    fn generation_due(&self, present: &Metadata, now: SystemTime) -> Option<Generation> {
        let generations = self.directory().generations();
        let due = match self.kept_at {
            // The state that was found on opening, unless it was kept on closing.
            None => {
                let bytes = self
                    .disk
                    .read(&self.directory().session_file())
                    .map(|(bytes, _)| bytes);
                !bytes.is_ok_and(|bytes| generations.newest_is(&*self.disk, &bytes))
            }
            // A clock that was set back makes one too many rather than none for hours.
            Some(at) => !(at..at.saturating_add(KEEP_EVERY_SECONDS)).contains(&unix_seconds(now)),
        };
        // Where no generation can be made, saving the newest text is what matters.
        if due {
            generations.next(&*self.disk, present).ok()
        } else {
            None
        }
    }

    /// Whether the file's present state is one that we have written or read.
    fn is_known(&self, present: &Metadata) -> Result<bool, DiskError> {
        if self.known.iter().any(|known| known.metadata == *present) {
            return Ok(true);
        }
        if !self
            .known
            .iter()
            .any(|known| known.metadata.length == present.length)
        {
            return Ok(false);
        }
        // Some file servers give a file another time after it was closed, and tools give it another number.
        let file = self.directory().session_file();
        let (bytes, _) = self
            .disk
            .read(&file)
            .map_err(DiskError::because(Attempt::Read, &file))?;
        let checksum = crc32fast::hash(&bytes);
        Ok(self
            .known
            .iter()
            .any(|known| known.checksum == checksum && known.metadata.length == bytes.len() as u64))
    }

    fn renew_claim(&mut self) -> Result<(), SaveError> {
        let known = &self.known;
        self.claim
            .renew(|present| known.iter().any(|known| known.metadata == *present))
    }
}
