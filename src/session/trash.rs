//! Deleting a session moves it to the trash, from where it comes back whole.

use std::path::PathBuf;

use super::directory::{SessionDirectory, create_directories};
use super::disk::FileSystem;
use super::header::Header;
use super::lock::{LockError, SessionLock};
use super::names;
use super::store::{Store, StoreError};
use super::trouble::{Attempt, DiskError};

/// A session in the trash: `<root>/trash/<id>-<unix seconds>/`.
#[derive(Debug, Clone, PartialEq)]
pub struct Deleted {
    /// Where it is now.
    pub directory: SessionDirectory,
    /// The id that it had.
    pub id: String,
    /// When it was deleted, in seconds since 1970.
    pub at: u64,
    /// The head of its file, if it has one that can be read.
    pub header: Option<Header>,
}

impl Deleted {
    /// The name that it had, and the one that it has in a directory to which it came back, where that is another.
    pub fn renamed_in(&self, disk: &dyn FileSystem, directory: &SessionDirectory) -> Option<(&str, String)> {
        let had = &self.header.as_ref()?.name;
        let has = Header::read(disk, directory).ok().flatten()?.name;
        (*had != has).then_some((had, has))
    }
}

impl Store {
    /// Moves a session to the trash.
    ///
    /// # Errors
    /// [`StoreError`], above all [`StoreError::Busy`] while a window works on it; it is where it was then.
    pub fn delete(&self, directory: &SessionDirectory, now: u64) -> Result<Deleted, StoreError> {
        let path = directory.path();
        if path.parent() != Some(&self.sessions()) {
            return Err(StoreError::NotInStore {
                path: path.to_owned(),
            });
        }
        if !directory.holds_a_session(&**self.disk())? {
            return Err(StoreError::NotASession {
                path: path.to_owned(),
            });
        }
        let lock =
            SessionLock::acquire(&**self.disk(), &directory.lock_file()).map_err(|error| match error {
                LockError::Busy { holder } => StoreError::Busy { holder },
                LockError::Disk(error) => error.into(),
            })?;
        create_directories(&**self.disk(), &self.trash())?;
        let id = directory.id();
        let mut at = now;
        // Deleted, restored and deleted within a second.
        while !self.is_free(&self.trash().join(format!("{id}-{at}")))? {
            at = at.saturating_add(1);
        }
        let to = SessionDirectory::new(self.trash().join(format!("{id}-{at}")));
        // A directory with an open file in it can be moved on Unix only.
        let lock = cfg!(unix).then_some(lock);
        self.relocate(directory, &to)?;
        drop(lock);
        Ok(Deleted {
            header: Header::read(&**self.disk(), &to).ok().flatten(),
            directory: to,
            id,
            at,
        })
    }

    /// What is in the trash, the last deleted first.
    ///
    /// # Errors
    /// [`DiskError`], if the directory cannot be read.
    pub fn deleted(&self) -> Result<Vec<Deleted>, DiskError> {
        let mut all: Vec<Deleted> = self
            .visible_entries(&self.trash())?
            .into_iter()
            .filter_map(|name| {
                let (id, at) = name.rsplit_once('-')?;
                let directory = SessionDirectory::new(self.trash().join(&name));
                let header = Header::read(&**self.disk(), &directory).ok().flatten();
                Some(Deleted {
                    directory,
                    id: id.to_owned(),
                    at: at.parse().ok()?,
                    header,
                })
            })
            .collect();
        all.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.id.cmp(&b.id)));
        Ok(all)
    }

    /// Moves a session back from the trash, under the id that it had, or under another one if that has been taken. If its
    /// name has been taken, it gets a number behind that ([`Deleted::renamed_in`] says so); one that cannot be changed,
    /// as it is damaged, keeps it.
    ///
    /// # Errors
    /// [`StoreError`]; it is still in the trash then.
    pub fn restore(&self, deleted: &Deleted) -> Result<SessionDirectory, StoreError> {
        if !deleted.directory.holds_a_session(&**self.disk())? {
            return Err(StoreError::NotASession {
                path: deleted.directory.path().to_owned(),
            });
        }
        create_directories(&**self.disk(), &self.sessions())?;
        if let Some(header) = &deleted.header {
            // While it is still out of sight, so that there are never two of a name.
            names::settle(self, &deleted.directory, &header.name);
        }
        let mut to = self.session(&deleted.id);
        if !self.is_free(to.path())? {
            to = self.session(&self.free_id()?);
        }
        self.relocate(&deleted.directory, &to)?;
        Ok(to)
    }

    /// Moves a session within the store, durably.
    fn relocate(&self, from: &SessionDirectory, to: &SessionDirectory) -> Result<(), DiskError> {
        let disk = self.disk();
        disk.rename(from.path(), to.path())
            .map_err(DiskError::because(Attempt::Move, from.path()))?;
        // Where it has come to before where it has gone from.
        let directories: [PathBuf; 2] =
            [to, from].map(|moved| super::atomic::directory_of(moved.path()).to_owned());
        for directory in directories {
            disk.sync_directory(&directory)
                .map_err(DiskError::because(Attempt::Move, &directory))?;
        }
        Ok(())
    }
}
