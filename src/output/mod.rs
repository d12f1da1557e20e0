//! Files that the person asked for: written whole or not at all, and over another file only where that was agreed to.

use crate::messages::Locale;
use crate::session::trouble::{Attempt, DiskError};
use atomic_write_file::OpenOptions;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

pub mod destination;
pub mod file_name;

/// Why a file was not written. What stood there before still does.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// There is such a file already.
    #[error("{}", self.message(Locale::En))]
    Exists(PathBuf),
    /// A folder is there.
    #[error("{}", self.message(Locale::En))]
    Folder(PathBuf),
    /// The folder that it was to go into is not there.
    #[error("{}", self.message(Locale::En))]
    NoFolder {
        /// The file.
        path: PathBuf,
        /// The folder.
        folder: PathBuf,
    },
    /// The system refused.
    #[error(transparent)]
    Disk(#[from] DiskError),
}

impl OutputError {
    /// What happened, where, and what to do.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::Exists(path) => locale.output_exists(path.display()),
            Self::Folder(path) => locale.output_is_a_folder(path.display()),
            Self::NoFolder { path, folder } => locale.disk_trouble(
                locale.cannot_write(path.display()),
                locale.output_no_folder(folder.display()),
            ),
            Self::Disk(error) => error.message(locale),
        }
    }
}

/// What became of a file that was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// It is there.
    File,
    /// The path leads to a device or a pipe, which was written into and not replaced.
    Special,
}

/// Whether a file could be written, as far as that can be told beforehand.
///
/// # Errors
/// [`OutputError::Exists`], [`OutputError::Folder`], [`OutputError::NoFolder`]
pub fn check(path: &Path, overwrite: bool) -> Result<(), OutputError> {
    if path.is_dir() {
        return Err(OutputError::Folder(path.to_owned()));
    }
    if let Some(folder) = missing_folder(path) {
        return Err(OutputError::NoFolder {
            path: path.to_owned(),
            folder: folder.to_owned(),
        });
    }
    if overwrite || is_special(path) || path.symlink_metadata().is_err() {
        Ok(())
    } else {
        Err(OutputError::Exists(path.to_owned()))
    }
}

/// Writes a file as [`write()`] does, for the owner alone (0600), whoever could read what it replaces.
///
/// # Errors
/// [`OutputError`]
pub fn write_for_owner(path: &Path, bytes: &[u8], overwrite: bool) -> Result<Written, OutputError> {
    write_with(path, bytes, overwrite, &options_for_owner())
}

#[cfg(unix)]
fn options_for_owner() -> OpenOptions {
    use atomic_write_file::unix::OpenOptionsExt as _;
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut options = OpenOptions::new();
    options.mode(0o600).preserve_mode(false);
    options
}

#[cfg(not(unix))]
fn options_for_owner() -> OpenOptions {
    OpenOptions::new()
}

/// Writes a file. What leads to a device or a pipe is written into and never replaced.
///
/// # Errors
/// [`OutputError`]
pub fn write(path: &Path, bytes: &[u8], overwrite: bool) -> Result<Written, OutputError> {
    write_with(path, bytes, overwrite, &OpenOptions::new())
}

fn write_with(
    path: &Path,
    bytes: &[u8],
    overwrite: bool,
    options: &OpenOptions,
) -> Result<Written, OutputError> {
    if is_special(path) {
        return Ok(write_into(path, bytes).map(|()| Written::Special)?);
    }
    check(path, overwrite)?;
    let refused = |source: io::Error| OutputError::Disk(DiskError::because(Attempt::Write, path)(source));
    // A link is followed, so that what it points to is replaced and not the link.
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let mut file = options.open(&target).map_err(refused)?;
    file.write_all(bytes).map_err(refused)?;
    file.commit().map_err(refused)?;
    Ok(Written::File)
}

/// The folder around a file, if it is not there. What else may be wrong with it the system says.
fn missing_folder(path: &Path) -> Option<&Path> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty())?;
    let error = folder.metadata().err()?;
    (error.kind() == io::ErrorKind::NotFound).then_some(folder)
}

fn is_special(path: &Path) -> bool {
    path.metadata()
        .is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir())
}

fn write_into(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    File::options()
        .write(true)
        .open(path)
        .and_then(|mut file| file.write_all(bytes))
        .map_err(DiskError::because(Attempt::Write, path))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use std::os::unix::fs::FileTypeExt as _;

    #[test]
    fn a_device_is_written_into_and_stays_one() {
        let keep = tempfile::tempdir().unwrap();
        let link = keep.path().join("link");
        std::os::unix::fs::symlink("/dev/null", &link).unwrap();
        for overwrite in [false, true] {
            assert_eq!(write(&link, b"x", overwrite).unwrap(), Written::Special);
        }
        assert!(link.metadata().unwrap().file_type().is_char_device());
    }

    #[test]
    fn what_is_for_the_owner_is_for_nobody_else() {
        use std::os::unix::fs::PermissionsExt as _;
        let keep = tempfile::tempdir().unwrap();
        let path = keep.path().join("x");
        std::fs::write(&path, "old").unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        write_for_owner(&path, b"new", false).unwrap_err();
        write_for_owner(&path, b"new", true).unwrap();
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_pipe_is_written_into_and_stays_one() {
        let keep = tempfile::tempdir().unwrap();
        let pipe = keep.path().join("pipe");
        let mode = rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR;
        rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, mode, 0).unwrap();
        let reader = std::thread::spawn({
            let pipe = pipe.clone();
            move || std::fs::read(pipe).unwrap()
        });
        assert_eq!(write(&pipe, "文稿".as_bytes(), false).unwrap(), Written::Special);
        assert_eq!(reader.join().unwrap(), "文稿".as_bytes());
        assert!(pipe.metadata().unwrap().file_type().is_fifo());
    }
}
