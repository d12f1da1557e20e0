//! The claim on a session's directory while it is open.
//!
//! Directories are removed, moved and replaced under a running program: by a person who tidies up, by a tool that
//! synchronises, by a disk that is unmounted. Before each save the claim is made good again or given up with a clear
//! error: a directory that is gone is created anew, one that is not ours is never written into.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use super::atomic::{self, directory_of};
use super::directory::{SessionDirectory, create_directories};
use super::disk::{FileIdentity, FileKind, FileSystem, Metadata};
use super::lock::SessionLock;
use super::trouble::{Attempt, DiskError};
use super::writer::SaveError;

/// The claim on a session's directory. It holds the session's lock.
#[derive(Debug)]
pub(super) struct Claim {
    disk: Arc<dyn FileSystem>,
    directory: SessionDirectory,
    identity: Option<FileIdentity>,
    lock: SessionLock,
    questionnaire: Option<Vec<u8>>,
    owed: Owed,
}

/// What is still to be done for a directory that had to be made anew. It outlives a save that fails in the middle.
#[derive(Debug, Default)]
struct Owed {
    /// Directories in which something was created.
    sync: Vec<PathBuf>,
    questionnaire: bool,
}

impl Claim {
    /// The claim that comes with a lock just taken. The questionnaire is for a directory that must be made anew.
    pub(super) fn new(
        disk: Arc<dyn FileSystem>,
        directory: SessionDirectory,
        lock: SessionLock,
        questionnaire: Option<Vec<u8>>,
    ) -> Result<Self, DiskError> {
        let mut claim = Self {
            disk,
            directory,
            identity: None,
            lock,
            questionnaire,
            owed: Owed::default(),
        };
        claim.identity = claim.identity_of_directory()?;
        Ok(claim)
    }

    pub(super) fn directory(&self) -> &SessionDirectory {
        &self.directory
    }

    pub(super) fn lock(&self) -> &SessionLock {
        &self.lock
    }

    /// Makes sure that the directory is there, that it is ours, and that we hold its lock.
    ///
    /// `is_known` tells whether a session's file is one that we have written or read.
    pub(super) fn renew(&mut self, is_known: impl Fn(&Metadata) -> bool) -> Result<(), SaveError> {
        let path = self.directory.path();
        match self.disk.metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => self.create_again()?,
            Err(error) => return Err(DiskError::because(Attempt::Write, path)(error).into()),
            Ok(metadata) if metadata.kind != FileKind::Directory => return self.replaced(),
            Ok(metadata) => {
                if !self.is_ours_by_identity(metadata.identity)? {
                    self.renew_by_content(is_known)?;
                }
            }
        }
        self.settle()
    }

    /// Whether the lock file in the directory is the one that we hold. It is held open, so that its number cannot be
    /// given to another file; a directory's number can. Only where nothing is locked must that one do.
    fn is_ours_by_identity(&self, directory: Option<FileIdentity>) -> Result<bool, SaveError> {
        let Some(held) = self.lock.identity() else {
            return Ok(directory == self.identity);
        };
        let file = self.directory.lock_file();
        match self.disk.metadata(&file) {
            Ok(metadata) => Ok(metadata.identity == Some(held)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(DiskError::because(Attempt::Lock, &file)(error).into()),
        }
    }

    /// The lock file was deleted or replaced, or the whole directory was.
    fn renew_by_content(&mut self, is_known: impl Fn(&Metadata) -> bool) -> Result<(), SaveError> {
        if !self.is_ours_by_content(is_known)? {
            return self.replaced();
        }
        self.lock = SessionLock::acquire(&*self.disk, &self.directory.lock_file())?;
        self.identity = self.identity_of_directory()?;
        let questionnaire = self.disk.metadata(&self.directory.questionnaire_file());
        self.owed.questionnaire |= questionnaire.is_err();
        Ok(())
    }

    /// Whether a directory without our lock file is ours all the same: it has our session's file, or nothing at all.
    fn is_ours_by_content(&self, is_known: impl Fn(&Metadata) -> bool) -> Result<bool, SaveError> {
        let path = self.directory.path();
        match self.disk.metadata(&self.directory.session_file()) {
            Ok(present) => Ok(is_known(&present)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let names = self
                    .disk
                    .entries(path)
                    .map_err(DiskError::because(Attempt::Read, path))?;
                Ok(names.is_empty())
            }
            Err(error) => Err(DiskError::because(Attempt::Read, path)(error).into()),
        }
    }

    /// The directory was removed or moved away: make it anew, with all that belongs into it – but not on whatever
    /// lies under the place where a disk was mounted.
    fn create_again(&mut self) -> Result<(), SaveError> {
        let path = self.directory.path().to_owned();
        let mut missing = Vec::new();
        let mut around = None;
        for ancestor in path.ancestors() {
            match self.disk.metadata(ancestor) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => missing.push(ancestor),
                Err(error) => return Err(DiskError::because(Attempt::Write, ancestor)(error).into()),
                Ok(metadata) => {
                    around = metadata.identity;
                    break;
                }
            }
        }
        let device = |identity: Option<FileIdentity>| identity.map(|identity| identity.device);
        if device(around) != device(self.identity) {
            return Err(SaveError::DiskGone { path });
        }
        self.owed.sync.extend(
            missing
                .into_iter()
                .map(|created| directory_of(created).to_owned()),
        );
        self.owed.questionnaire = true;
        create_directories(&*self.disk, &path)?;
        self.lock = SessionLock::acquire(&*self.disk, &self.directory.lock_file())?;
        self.identity = self.identity_of_directory()?;
        Ok(())
    }

    /// Does what is still to be done for a directory that had to be made anew.
    fn settle(&mut self) -> Result<(), SaveError> {
        while let Some(directory) = self.owed.sync.last() {
            let synced = self.disk.sync_directory(directory);
            synced.map_err(DiskError::because(Attempt::Write, directory))?;
            self.owed.sync.pop();
        }
        if let Some(questionnaire) = self.questionnaire.as_ref().filter(|_| self.owed.questionnaire) {
            let file = self.directory.questionnaire_file();
            atomic::replace(&*self.disk, &file, questionnaire, None).map_err(|failed| failed.error)?;
            self.owed.questionnaire = false;
        }
        Ok(())
    }

    fn identity_of_directory(&self) -> Result<Option<FileIdentity>, DiskError> {
        let path = self.directory.path();
        let metadata = self
            .disk
            .metadata(path)
            .map_err(DiskError::because(Attempt::Read, path))?;
        Ok(metadata.identity)
    }

    fn replaced<T>(&self) -> Result<T, SaveError> {
        Err(SaveError::Replaced {
            path: self.directory.path().to_owned(),
        })
    }
}
