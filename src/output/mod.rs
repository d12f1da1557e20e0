//! Files that the person asked for: written whole or not at all, and over another file only where that was agreed to.

use crate::messages::Locale;
use crate::session::trouble::{Attempt, DiskError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Why a file was not written. What stood there before still does.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// There is such a file already.
    #[error("{}", self.message(Locale::En))]
    Exists(PathBuf),
    /// The system refused.
    #[error(transparent)]
    Disk(#[from] DiskError),
}

impl OutputError {
    /// What happened, where, and what to do.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::Exists(path) => locale.output_exists(path.display()),
            Self::Disk(error) => error.message(locale),
        }
    }
}

/// Writes a file.
///
/// # Errors
/// [`OutputError`]
pub fn write(path: &Path, bytes: &[u8], overwrite: bool) -> Result<(), OutputError> {
    if !overwrite && path.symlink_metadata().is_ok() {
        return Err(OutputError::Exists(path.to_owned()));
    }
    let refused = |source: io::Error| OutputError::Disk(DiskError::because(Attempt::Write, path)(source));
    // A link is followed, so that what it points to is replaced and not the link.
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if target.is_dir() {
        return Err(refused(io::ErrorKind::IsADirectory.into()));
    }
    let mut file = atomic_write_file::AtomicWriteFile::open(&target).map_err(refused)?;
    file.write_all(bytes).map_err(refused)?;
    file.commit().map_err(refused)
}
