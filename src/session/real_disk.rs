//! The file system of the machine.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use super::disk::{
    FileIdentity, FileKind, FileSystem, HeldLock, LONGEST, LockRefusal, Metadata, NewFile, check_length,
};

/// The file system of the machine, by way of `std`.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealDisk;

impl FileSystem for RealDisk {
    fn read(&self, path: &Path) -> io::Result<(Vec<u8>, Metadata)> {
        let file = open_regular(path)?;
        let before = describe(&file.metadata()?);
        check_length(before.length)?;
        let mut bytes = Vec::with_capacity(usize::try_from(before.length).unwrap_or(0).min(1 << 26));
        // It may grow, or be of those that only say how long they are when they are read.
        file.take(LONGEST + 1).read_to_end(&mut bytes)?;
        check_length(bytes.len() as u64)?;
        Ok((bytes, before))
    }

    fn read_start(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(limit);
        open_regular(path)?.take(limit as u64).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn read_end(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>> {
        let mut file = open_regular(path)?;
        let length = file.metadata()?.len();
        file.seek(io::SeekFrom::Start(length.saturating_sub(limit as u64)))?;
        let mut bytes = Vec::new();
        // It may grow while it is read.
        file.take(limit as u64).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        private(&mut options);
        let file = options.open(path)?;
        allow_owner(&file)?;
        Ok(Box::new(RealFile(file)))
    }

    fn link(&self, existing: &Path, new: &Path) -> io::Result<()> {
        fs::hard_link(existing, new)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn metadata(&self, path: &Path) -> io::Result<Metadata> {
        fs::metadata(path).map(|metadata| describe(&metadata))
    }

    fn read_link(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        if fs::symlink_metadata(path)?.is_symlink() {
            fs::read_link(path).map(Some)
        } else {
            Ok(None)
        }
    }

    fn create_directory(&self, path: &Path) -> io::Result<()> {
        #[cfg_attr(not(unix), allow(unused_mut, reason = "only there it gets a mode"))]
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(path)?;
        // The umask may have taken the owner's own rights away.
        #[cfg(unix)]
        fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
        Ok(())
    }

    fn remove_directory(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    /// Not by `std`, which ends the program where a directory cannot be closed.
    #[cfg(unix)]
    fn entries(&self, path: &Path) -> io::Result<Vec<OsString>> {
        use rustix::fs::{Dir, Mode, OFlags, open};
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let mut names = Vec::new();
        for entry in Dir::new(open(path, flags, Mode::empty())?)? {
            let name = entry?.file_name().to_bytes().to_owned();
            if name != b"." && name != b".." {
                names.push(OsStr::from_bytes(&name).to_owned());
            }
        }
        Ok(names)
    }

    #[cfg(not(unix))]
    fn entries(&self, path: &Path) -> io::Result<Vec<OsString>> {
        fs::read_dir(path)?
            .map(|entry| entry.map(|entry| entry.file_name()))
            .collect()
    }

    #[cfg(unix)]
    fn sync_directory(&self, path: &Path) -> io::Result<()> {
        match File::open(path)?.sync_all() {
            // Some network and FUSE file systems cannot do it, and answer so. There is nothing better to be had there.
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
                ) =>
            {
                Ok(())
            }
            result => result,
        }
    }

    #[cfg(not(unix))]
    fn sync_directory(&self, _path: &Path) -> io::Result<()> {
        Ok(())
    }

    #[cfg(unix)]
    fn check_writable(&self, directory: &Path) -> io::Result<()> {
        use rustix::fs::{Access, access};
        Ok(access(directory, Access::WRITE_OK | Access::EXEC_OK)?)
    }

    #[cfg(not(unix))]
    fn check_writable(&self, _directory: &Path) -> io::Result<()> {
        Ok(())
    }

    fn try_lock(&self, path: &Path) -> Result<Box<dyn HeldLock>, LockRefusal> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        private(&mut options);
        let file = options.open(path).map_err(LockRefusal::Failed)?;
        match file.try_lock() {
            Ok(()) if lacks_owner(&file) => {
                let _ = allow_owner(&file);
                Ok(Box::new(RealLock(file)))
            }
            Ok(()) => Ok(Box::new(RealLock(file))),
            Err(TryLockError::WouldBlock) => Err(LockRefusal::Busy),
            Err(TryLockError::Error(error)) => Err(LockRefusal::Unsupported(error)),
        }
    }
}

struct RealFile(File);

impl NewFile for RealFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_all()
    }

    fn metadata(&self) -> io::Result<Metadata> {
        self.0.metadata().map(|metadata| describe(&metadata))
    }
}

#[derive(Debug)]
struct RealLock(File);

impl HeldLock for RealLock {
    fn identity(&self) -> Option<FileIdentity> {
        self.0
            .metadata()
            .ok()
            .and_then(|metadata| describe(&metadata).identity)
    }

    fn write_note(&mut self, note: &str) -> io::Result<()> {
        self.0.set_len(0)?;
        self.0.rewind()?;
        self.0.write_all(note.as_bytes())
    }
}

/// Opens a file for reading, but nothing that could block or never end.
fn open_regular(path: &Path) -> io::Result<File> {
    // Opening a pipe blocks until somebody writes into it, so ask first.
    let kind = describe(&fs::metadata(path)?).kind;
    if kind != FileKind::File {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
    }
    File::open(path)
}

fn describe(metadata: &fs::Metadata) -> Metadata {
    let kind = if metadata.is_file() {
        FileKind::File
    } else if metadata.is_dir() {
        FileKind::Directory
    } else {
        FileKind::Other
    };
    Metadata {
        kind,
        identity: identity(metadata),
        length: metadata.len(),
        modified: metadata.modified().unwrap_or(std::time::SystemTime::UNIX_EPOCH),
    }
}

#[cfg(unix)]
#[allow(clippy::unnecessary_wraps, reason = "other systems have none")]
fn identity(metadata: &fs::Metadata) -> Option<FileIdentity> {
    use std::os::unix::fs::MetadataExt;
    Some(FileIdentity {
        device: metadata.dev(),
        inode: metadata.ino(),
    })
}

#[cfg(not(unix))]
fn identity(_metadata: &fs::Metadata) -> Option<FileIdentity> {
    None
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) {
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
}

#[cfg(not(unix))]
fn private(_options: &mut OpenOptions) {}

/// A umask can take the owner's own rights away; this gives them back.
#[cfg(unix)]
fn allow_owner(file: &File) -> io::Result<()> {
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))
}

/// Whether the owner may not read and write. A file that somebody shares on purpose is left as it is.
#[cfg(unix)]
fn lacks_owner(file: &File) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata()
        .is_ok_and(|metadata| metadata.permissions().mode() & 0o600 != 0o600)
}

#[cfg(not(unix))]
fn lacks_owner(_file: &File) -> bool {
    false
}

#[cfg(not(unix))]
fn allow_owner(_file: &File) -> io::Result<()> {
    Ok(())
}
