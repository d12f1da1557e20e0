//! A session written to a place of its own, outside the store: because the person names one when saving fails, or
//! because the program has to end and nobody is there to name one.

use std::io;
use std::path::{Path, PathBuf};

use super::atomic::random_name;
use super::directory::{SessionDirectory, create_directories};
use super::disk::{FileKind, FileSystem};
use super::trouble::{Attempt, DiskError};

/// What a rescued session's directory is called, before some letters at random.
const RESCUED: &str = "tigang-rescued-";

/// Writes a session to a directory, which is made if need be and must be empty. It is opened from there by its path.
///
/// # Errors
/// [`DiskError`]; nothing is left behind then but directories around it.
pub fn write_to(
    disk: &dyn FileSystem,
    path: &Path,
    questionnaire: &[u8],
    session: &[u8],
) -> Result<SessionDirectory, DiskError> {
    let because = DiskError::because(Attempt::CreateDirectory, path);
    match disk.metadata(path) {
        Ok(metadata) if metadata.kind == FileKind::Directory => {
            let entries = disk.entries(path);
            if !entries
                .map_err(DiskError::because(Attempt::Read, path))?
                .is_empty()
            {
                return Err(because(io::ErrorKind::AlreadyExists.into()));
            }
        }
        Ok(_) => return Err(because(io::ErrorKind::AlreadyExists.into())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => create_directories(disk, path)?,
        Err(error) => return Err(because(error)),
    }
    let directory = SessionDirectory::new(path.to_owned());
    match directory.fill(disk, questionnaire, session) {
        Ok(()) => Ok(directory),
        Err(error) => {
            directory.unfill(disk);
            Err(error)
        }
    }
}

/// Writes a session to the first of some places that takes it, in a directory of its own for the owner alone.
///
/// # Errors
/// The last place's [`DiskError`].
pub fn rescue(
    disk: &dyn FileSystem,
    places: &[PathBuf],
    questionnaire: &[u8],
    session: &[u8],
) -> Result<SessionDirectory, DiskError> {
    let mut refused = DiskError::because(Attempt::Write, Path::new(RESCUED))(io::ErrorKind::NotFound.into());
    for place in places {
        // Only into a place that is there: one made anew, where a disk should be mounted, is not found again.
        let path = place.join(format!("{RESCUED}{}", random_name(8)));
        let written = disk
            .metadata(place)
            .map_err(DiskError::because(Attempt::CreateDirectory, &path))
            .and_then(|_| write_to(disk, &path, questionnaire, session));
        match written {
            Ok(directory) => return Ok(directory),
            Err(error) => refused = error,
        }
    }
    Err(refused)
}

/// Where a session is rescued to; looked up once, at the start of the program: the person's home, where it is found and stays; else where temporary files go.
pub fn places() -> Vec<PathBuf> {
    let home = directories::BaseDirs::new().map(|directories| directories.home_dir().to_owned());
    let temporary = [
        std::env::temp_dir(),
        PathBuf::from("/var/tmp"),
        PathBuf::from("/dev/shm"),
    ];
    let mut places: Vec<PathBuf> = home.into_iter().chain(temporary).collect();
    places.retain(|place| place.is_absolute());
    places.dedup();
    places
}
