//! The durable replacement of a whole file: after it, and after a loss of power at any point of it, the file holds
//! either all of the old content or all of the new.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{FileSystem, Metadata};
use super::trouble::{Attempt, DiskError};

/// How many symbolic links are followed before they are taken for a circle; the limit that Linux has as well.
const MOST_LINKS: usize = 40;
/// How many names are tried for a temporary file before something must be wrong.
const MOST_NAMES: usize = 16;
/// Letters and digits that are hard to mistake for one another (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A replacement that failed.
#[derive(Debug, thiserror::Error)]
#[error("{error}")]
pub struct ReplaceError {
    /// The call that failed.
    #[source]
    pub error: DiskError,
    /// What was written, if it may be the file's content in spite of the failure (because only the last step failed,
    /// or the answer got lost on the way from a file server). It has not been made durable.
    pub perhaps: Option<Metadata>,
}

/// Replaces the content of `target` durably, and says what the new file is.
///
/// A new file is written beside the target, synchronised, and renamed over it. If the target is a symbolic link, the
/// file that it points to is replaced and the link stays. If `keep` is given, the present file gets that name as well
/// before it is replaced (see [`keep`]); a failure of that does not stop the replacement and is handed back.
///
/// # Errors
/// [`ReplaceError`]. The target then has the old content or the new one, whole, and no temporary file is left behind.
pub fn replace(
    disk: &dyn FileSystem,
    target: &Path,
    bytes: &[u8],
    keep_as: Option<&Path>,
) -> Result<Replaced, ReplaceError> {
    let untouched = |error| ReplaceError { error, perhaps: None };
    let target = &resolve_links(disk, target).map_err(untouched)?;
    let (temporary, written) = write_beside(disk, target, bytes).map_err(untouched)?;
    let kept = keep_as.map_or(Ok(()), |name| keep(disk, target, name));
    if let Err(source) = disk.rename(&temporary, target) {
        let _ = disk.remove_file(&temporary);
        return Err(ReplaceError {
            error: DiskError::because(Attempt::Write, target)(source),
            perhaps: Some(written),
        });
    }
    let directory = directory_of(target);
    disk.sync_directory(directory).map_err(|source| ReplaceError {
        error: DiskError::because(Attempt::Write, directory)(source),
        perhaps: Some(written),
    })?;
    Ok(Replaced { written, kept })
}

/// What [`replace`] did.
#[derive(Debug)]
pub struct Replaced {
    /// The new file.
    pub written: Metadata,
    /// Whether the old file was kept, if that was asked for.
    pub kept: Result<(), DiskError>,
}

/// Writes a file that does not exist yet, durably.
///
/// # Errors
/// [`DiskError`]; nothing is left behind then. [`io::ErrorKind::AlreadyExists`] in it, if the file does exist.
pub fn write_new(disk: &dyn FileSystem, path: &Path, bytes: &[u8]) -> Result<Metadata, DiskError> {
    let written = fill(disk, path, bytes)?;
    disk.sync_directory(directory_of(path)).map_err(|source| {
        let _ = disk.remove_file(path);
        DiskError::because(Attempt::Write, path)(source)
    })?;
    Ok(written)
}

/// Keeps the present state of a file under a second name, durably.
///
/// By a hard link, which costs nothing and is safe because the file will be replaced and never be written into; by a
/// copy where there are no hard links (another file system, FAT). A file that does not exist needs no keeping.
///
/// # Errors
/// [`DiskError`], with [`io::ErrorKind::AlreadyExists`] in it if the second name is taken.
pub fn keep(disk: &dyn FileSystem, file: &Path, name: &Path) -> Result<(), DiskError> {
    match disk.link(file, name) {
        Ok(()) => disk
            .sync_directory(directory_of(name))
            .map_err(DiskError::because(Attempt::Write, directory_of(name))),
        Err(error) if error.kind() == io::ErrorKind::NotFound && is_missing(disk, file) => Ok(()),
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::AlreadyExists | io::ErrorKind::NotFound
            ) =>
        {
            Err(DiskError::because(Attempt::Write, name)(error))
        }
        Err(_) => keep_copy(disk, file, name),
    }
}

/// Keeps the present state of a file under a second name, durably, as a copy that no later change to the file reaches.
///
/// # Errors
/// As [`keep`].
pub fn keep_copy(disk: &dyn FileSystem, file: &Path, name: &Path) -> Result<(), DiskError> {
    match disk.read(file) {
        Ok((bytes, _)) => write_whole(disk, file, name, &bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(DiskError::because(Attempt::Read, file)(error)),
    }
}

/// Writes a file that does not exist yet, durably, and so that it has this name only once it is whole: whoever is killed
/// half-way leaves nothing but a temporary file beside `beside`, as [`replace`] does.
///
/// Where files cannot have two names it is written in place.
///
/// # Errors
/// As [`write_new`].
pub fn write_whole(disk: &dyn FileSystem, beside: &Path, path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    let beside = resolve_links(disk, beside)?;
    let (temporary, _) = write_beside(disk, &beside, bytes)?;
    let linked = disk.link(&temporary, path);
    let _ = disk.remove_file(&temporary);
    match linked {
        Ok(()) => disk.sync_directory(directory_of(path)).map_err(|source| {
            let _ = disk.remove_file(path);
            DiskError::because(Attempt::Write, path)(source)
        }),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(DiskError::because(Attempt::Write, path)(error))
        }
        Err(_) => write_new(disk, path, bytes).map(drop),
    }
}

/// Removes what killed processes left behind beside a file. Only for whoever has the session's lock: nobody else can
/// be writing then. What cannot be removed stays; it does no harm.
pub fn remove_leftovers(disk: &dyn FileSystem, target: &Path) {
    let Ok(target) = resolve_links(disk, target) else {
        return;
    };
    let (directory, Some(name)) = (directory_of(&target), target.file_name()) else {
        return;
    };
    for entry in disk.entries(directory).unwrap_or_default() {
        if is_temporary_of(name, &entry) {
            let _ = disk.remove_file(&directory.join(entry));
        }
    }
}

/// Where a path leads in the end: symbolic links are followed, also one to a file that does not exist yet.
fn resolve_links(disk: &dyn FileSystem, path: &Path) -> Result<PathBuf, DiskError> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match disk.read_link(&path) {
            Ok(Some(to)) => path = directory_of(&path).join(to),
            Ok(None) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(path),
            Err(error) => return Err(DiskError::because(Attempt::Write, &path)(error)),
        }
    }
    let error = io::Error::other("too many symbolic links");
    Err(DiskError::because(Attempt::Write, &path)(error))
}

/// Writes a temporary file in the directory of the target, and synchronises it.
fn write_beside(
    disk: &dyn FileSystem,
    target: &Path,
    bytes: &[u8],
) -> Result<(PathBuf, Metadata), DiskError> {
    let mut attempts = 0;
    loop {
        let temporary = temporary_of(target);
        attempts += 1;
        match fill(disk, &temporary, bytes) {
            Ok(written) => return Ok((temporary, written)),
            Err(error) if error.source.kind() == io::ErrorKind::AlreadyExists && attempts < MOST_NAMES => {}
            // The temporary name says nothing to a person.
            Err(error) => {
                return Err(DiskError {
                    path: target.to_owned(),
                    ..error
                });
            }
        }
    }
}

/// Creates a file with all of its content, synchronised. On failure the file is removed again: never is it
/// synchronised a second time, because only the first error is reported.
fn fill(disk: &dyn FileSystem, path: &Path, bytes: &[u8]) -> Result<Metadata, DiskError> {
    let mut file = disk
        .create(path)
        .map_err(DiskError::because(Attempt::Write, path))?;
    let written = file
        .write_all(bytes)
        .and_then(|()| file.sync())
        .and_then(|()| file.metadata());
    drop(file);
    written.map_err(|source| {
        let _ = disk.remove_file(path);
        DiskError::because(Attempt::Write, path)(source)
    })
}

fn is_missing(disk: &dyn FileSystem, path: &Path) -> bool {
    matches!(disk.metadata(path), Err(error) if error.kind() == io::ErrorKind::NotFound)
}

/// The directory that a path's last part stands in.
pub(super) fn directory_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// `.session.toml.tigang-x1y2z3a4.tmp`
fn temporary_of(target: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(format!(".tigang-{}.tmp", random_name(8)));
    directory_of(target).join(name)
}

fn is_temporary_of(name: &OsStr, entry: &OsStr) -> bool {
    let random = entry
        .as_encoded_bytes()
        .strip_prefix(b".")
        .and_then(|rest| rest.strip_prefix(name.as_encoded_bytes()))
        .and_then(|rest| rest.strip_prefix(b".tigang-"))
        .and_then(|rest| rest.strip_suffix(b".tmp"));
    random.is_some_and(|random| random.len() == 8 && random.iter().all(|byte| ALPHABET.contains(byte)))
}

/// Letters and digits at random, lower-case.
pub(super) fn random_name(length: usize) -> String {
    (0..length)
        .map(|_| char::from(*fastrand::choice(ALPHABET).unwrap_or(&b'0')))
        .collect()
}
