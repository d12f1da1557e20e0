//! No place at all: what stands in for a disk where nothing says where sessions live (HOME is not set). Everything is
//! refused for that one reason, so that whoever tries anything tells the person just that.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{FileSystem, HeldLock, LockRefusal, Metadata, NewFile};
use super::place::PlaceError;

/// A disk that refuses everything.
#[derive(Debug, Clone)]
pub(super) struct Nowhere(pub(super) PlaceError);

impl Nowhere {
    fn refusal<T>(&self) -> io::Result<T> {
        Err(io::Error::other(self.0.clone()))
    }
}

impl FileSystem for Nowhere {
    fn read(&self, _: &Path) -> io::Result<(Vec<u8>, Metadata)> {
        self.refusal()
    }

    fn read_start(&self, _: &Path, _: usize) -> io::Result<Vec<u8>> {
        self.refusal()
    }

    fn read_end(&self, _: &Path, _: usize) -> io::Result<Vec<u8>> {
        self.refusal()
    }

    fn create(&self, _: &Path) -> io::Result<Box<dyn NewFile>> {
        self.refusal()
    }

    fn link(&self, _: &Path, _: &Path) -> io::Result<()> {
        self.refusal()
    }

    fn rename(&self, _: &Path, _: &Path) -> io::Result<()> {
        self.refusal()
    }

    fn remove_file(&self, _: &Path) -> io::Result<()> {
        self.refusal()
    }

    fn metadata(&self, _: &Path) -> io::Result<Metadata> {
        self.refusal()
    }

    fn read_link(&self, _: &Path) -> io::Result<Option<PathBuf>> {
        self.refusal()
    }

    fn create_directory(&self, _: &Path) -> io::Result<()> {
        self.refusal()
    }

    fn remove_directory(&self, _: &Path) -> io::Result<()> {
        self.refusal()
    }

    fn entries(&self, _: &Path) -> io::Result<Vec<OsString>> {
        self.refusal()
    }

    fn sync_directory(&self, _: &Path) -> io::Result<()> {
        self.refusal()
    }

    fn check_writable(&self, _: &Path) -> io::Result<()> {
        self.refusal()
    }

    fn try_lock(&self, _: &Path) -> Result<Box<dyn HeldLock>, LockRefusal> {
        Err(LockRefusal::Failed(io::Error::other(self.0.clone())))
    }
}
