//! Earlier states of a session: `generations/000123-1732312345.toml`.
//!
//! The first number orders them. It is a counter, because clocks jump; the second one is when that state was saved, in
//! seconds since 1970, for people and for [`thinning`](super::thinning).

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use super::atomic;
use super::disk::{FileSystem, Metadata};
use super::thinning::Thinning;
use super::trouble::{Attempt, DiskError};

/// How many taken names are stepped over; more than one is already strange.
const MOST_NAMES: u64 = 64;

/// One earlier state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Generation {
    /// Its place in the order: a later state has a higher number.
    pub number: u64,
    /// When it was saved, in seconds since 1970, by whatever clock the machine had.
    pub saved_at: u64,
    /// Its size in bytes.
    pub length: u64,
}

impl Generation {
    /// The name of its file.
    pub fn file_name(&self) -> String {
        format!("{:06}-{}.toml", self.number, self.saved_at)
    }

    pub(super) fn parse(name: &OsStr) -> Option<(u64, u64)> {
        let (number, saved_at) = name.to_str()?.strip_suffix(".toml")?.split_once('-')?;
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(number) || !digits(saved_at) {
            return None;
        }
        Some((number.parse().ok()?, saved_at.parse().ok()?))
    }
}

/// The earlier states of one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generations {
    directory: PathBuf,
}

impl Generations {
    /// Those in a directory, which need not exist yet.
    pub fn new(directory: PathBuf) -> Self {
        Self { directory }
    }

    /// Where one of them is.
    pub fn path(&self, generation: &Generation) -> PathBuf {
        self.directory.join(generation.file_name())
    }

    /// All of them, the newest first. A missing directory has none; a file with another name is not ours.
    ///
    /// # Errors
    /// [`DiskError`], if the directory cannot be read.
    pub fn list(&self, disk: &dyn FileSystem) -> Result<Vec<Generation>, DiskError> {
        let names = match disk.entries(&self.directory) {
            Ok(names) => names,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(DiskError::because(Attempt::Read, &self.directory)(error)),
        };
        let mut all: Vec<Generation> = names
            .iter()
            .filter_map(|name| {
                let (number, saved_at) = Generation::parse(name)?;
                // One whose length is unknown is still there: it must not be overlooked when the next is numbered.
                let length = disk
                    .metadata(&self.directory.join(name))
                    .map_or(0, |metadata| metadata.length);
                Some(Generation {
                    number,
                    saved_at,
                    length,
                })
            })
            .collect();
        all.sort_by_key(|generation| std::cmp::Reverse((generation.number, generation.saved_at)));
        Ok(all)
    }

    /// The newest one that `read` accepts, with what it made of it. One that cannot be read is passed over, because an
    /// older one is better than none.
    ///
    /// # Errors
    /// [`DiskError`], if the directory cannot be read.
    pub fn newest_good<T>(
        &self,
        disk: &dyn FileSystem,
        mut read: impl FnMut(&[u8]) -> Option<T>,
    ) -> Result<Option<(Generation, T)>, DiskError> {
        Ok(self.list(disk)?.into_iter().find_map(|generation| {
            let (bytes, _) = disk.read(&self.path(&generation)).ok()?;
            read(&bytes).map(|good| (generation, good))
        }))
    }

    /// Whether the newest one holds exactly these bytes, so that keeping them again would only cost room.
    pub fn newest_is(&self, disk: &dyn FileSystem, bytes: &[u8]) -> bool {
        let newest = self.list(disk).ok().and_then(|all| all.first().copied());
        newest.is_some_and(|newest| {
            newest.length == bytes.len() as u64
                && disk
                    .read(&self.path(&newest))
                    .is_ok_and(|(kept, _)| kept == bytes)
        })
    }

    /// The path that the next one gets. Its directory is created if need be.
    ///
    /// # Errors
    /// [`DiskError`]
    pub fn next(&self, disk: &dyn FileSystem, state: &Metadata) -> Result<Generation, DiskError> {
        match disk.create_directory(&self.directory) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            result => result.map_err(DiskError::because(Attempt::CreateDirectory, &self.directory))?,
        }
        // Also if it was there already: an earlier try may have failed after creating it.
        let parent = atomic::directory_of(&self.directory);
        disk.sync_directory(parent)
            .map_err(DiskError::because(Attempt::Write, parent))?;
        let last = self.list(disk)?.first().map_or(0, |newest| newest.number);
        Ok(Generation {
            number: last.saturating_add(1),
            saved_at: state.modified_unix(),
            length: state.length,
        })
    }

    /// Keeps a file's present state as the next generation, as a copy that no later change to the file reaches. `None`
    /// if there is no such file.
    ///
    /// # Errors
    /// [`DiskError`]
    pub fn keep_copy(&self, disk: &dyn FileSystem, file: &Path) -> Result<Option<Generation>, DiskError> {
        let (bytes, state) = match disk.read(file) {
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(DiskError::because(Attempt::Read, file)(error)),
        };
        let mut generation = self.next(disk, &state)?;
        generation.length = bytes.len() as u64;
        for _ in 0..MOST_NAMES {
            match atomic::write_whole(disk, file, &self.path(&generation), &bytes) {
                Err(error) if error.source.kind() == io::ErrorKind::AlreadyExists => {
                    generation.number = generation.number.saturating_add(1);
                }
                result => return result.map(|()| Some(generation)),
            }
        }
        let taken = io::Error::from(io::ErrorKind::AlreadyExists);
        Err(DiskError::because(Attempt::Write, &self.directory)(taken))
    }

    /// Removes what is no longer needed. What cannot be removed stays until the next time.
    pub fn thin(&self, disk: &dyn FileSystem, thinning: &Thinning, now: u64) {
        let Ok(all) = self.list(disk) else { return };
        for generation in thinning.superfluous(&all, now) {
            let _ = disk.remove_file(&self.path(&generation));
        }
    }
}
