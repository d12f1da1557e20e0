//! The calls to a file system that a session is stored with, and nothing more.
//!
//! Everything in [`session`](super) reaches the disk through [`FileSystem`], because what must be shown is how the
//! store behaves when the disk is full, when a write fails half-way, and when the power goes between two calls. None
//! of that can be had from a real disk on request.

use std::ffi::OsString;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The longest file that is read or written whole, in bytes. Nobody has one, and it fits into the memory that there is.
pub const LONGEST: u64 = 128 << 20;

/// Refuses a file that is longer than [`LONGEST`].
///
/// # Errors
/// [`io::ErrorKind::FileTooLarge`], without a number of the system.
pub(super) fn check_length(length: u64) -> io::Result<()> {
    match length > LONGEST {
        true => Err(io::Error::new(
            io::ErrorKind::FileTooLarge,
            "the file is too long",
        )),
        false => Ok(()),
    }
}

/// A file system. [`RealDisk`](super::real_disk::RealDisk) is the one that people have.
///
/// Whatever is created is for the owner alone (0600, directories 0700), whatever the umask.
pub trait FileSystem: Send + Sync + fmt::Debug {
    /// The whole content of a regular file, and what the file was while it was read.
    ///
    /// # Errors
    /// [`io::ErrorKind::InvalidInput`] for anything that is not a regular file: a pipe would never end.
    /// [`io::ErrorKind::FileTooLarge`] for a file longer than [`LONGEST`].
    fn read(&self, path: &Path) -> io::Result<(Vec<u8>, Metadata)>;

    /// The first `limit` bytes of a regular file; the whole of it if it is shorter.
    fn read_start(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>>;

    /// The last `limit` bytes of a regular file; the whole of it if it is shorter.
    fn read_end(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>>;

    /// Creates a file that does not exist yet. A symbolic link in its place counts as existing.
    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>>;

    /// Gives a file a second name, which must not exist yet.
    fn link(&self, existing: &Path, new: &Path) -> io::Result<()>;

    /// Moves a file or a directory. A file in the way of a file is replaced in one step.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Takes one name of a file away.
    fn remove_file(&self, path: &Path) -> io::Result<()>;

    /// What a path is, symbolic links followed.
    fn metadata(&self, path: &Path) -> io::Result<Metadata>;

    /// Where a symbolic link points to; `None` for anything else that exists.
    fn read_link(&self, path: &Path) -> io::Result<Option<PathBuf>>;

    /// Creates one directory, whose parent must exist.
    fn create_directory(&self, path: &Path) -> io::Result<()>;

    /// Removes an empty directory.
    fn remove_directory(&self, path: &Path) -> io::Result<()>;

    /// The names in a directory, in no order.
    fn entries(&self, path: &Path) -> io::Result<Vec<OsString>>;

    /// Makes what was created, renamed and removed in a directory survive a loss of power. Where directories cannot
    /// be synchronised it does nothing.
    fn sync_directory(&self, path: &Path) -> io::Result<()>;

    /// Whether something can be created in a directory, as far as the disk tells without trying.
    fn check_writable(&self, directory: &Path) -> io::Result<()>;

    /// Locks a file, which is created if need be, until the handle is dropped or the process ends, however it ends.
    fn try_lock(&self, path: &Path) -> Result<Box<dyn HeldLock>, LockRefusal>;
}

/// A file that was just created and that nobody else knows yet.
pub trait NewFile {
    /// Appends all the bytes.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Makes the content survive a loss of power. After an error the file is lost for good: the kernel has marked its
    /// pages as clean, and a second call would report a success that never happened.
    fn sync(&mut self) -> io::Result<()>;

    /// What the file is now.
    fn metadata(&self) -> io::Result<Metadata>;
}

/// A lock that is held as long as this value lives.
pub trait HeldLock: Send + fmt::Debug {
    /// Which file is locked; `None` where files have no identity.
    fn identity(&self) -> Option<FileIdentity>;

    /// Writes into the locked file who holds it. It serves a message only, so it may be lost.
    fn write_note(&mut self, note: &str) -> io::Result<()>;
}

/// Why a file was not locked.
#[derive(Debug)]
pub enum LockRefusal {
    /// Another process holds it.
    Busy,
    /// The file could be opened, but this file system has no locks.
    Unsupported(io::Error),
    /// The file could not be opened or created.
    Failed(io::Error),
}

/// A file's identity, which a rename does not change: two paths with the same one are the same file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FileIdentity {
    /// The number of the file system.
    pub device: u64,
    /// The number of the file in it.
    pub inode: u64,
}

/// What a path is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A regular file.
    File,
    /// A directory.
    Directory,
    /// A pipe, a device, a socket …
    Other,
}

/// What is known about a file without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Metadata {
    /// What it is.
    pub kind: FileKind,
    /// Which one it is; `None` on platforms that cannot tell.
    pub identity: Option<FileIdentity>,
    /// Its length in bytes.
    pub length: u64,
    /// When its content last changed.
    pub modified: SystemTime,
}

impl Metadata {
    /// The time of the last change in whole seconds since 1970; 0 for anything before.
    pub fn modified_unix(&self) -> u64 {
        unix_seconds(self.modified)
    }
}

/// A time in whole seconds since 1970, as it stands in names of files; 0 for anything before.
pub fn unix_seconds(time: SystemTime) -> u64 {
    time.duration_since(SystemTime::UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}
