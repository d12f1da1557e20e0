//! The questionnaires that a session has had: the one that it was started with, `questionnaire.toml`, and each newer
//! one that it has been moved to since, `questionnaire-9f1c2d3e.toml`.
//!
//! Every state of the session names the one that it was written for, so that going back to a state from before brings
//! its questionnaire back as well, and so that moving to another one is a single step: the questionnaire is there before
//! the session's file names it.

use super::atomic;
use super::directory::SessionDirectory;
use super::disk::FileSystem;
use super::files::FileName;
use super::format::Reading;
use super::header::Header;
use super::state::{self, Flaw};
use super::trouble::{Attempt, DiskError};
use crate::answers::sensitive::Sensitive;
use crate::questionnaire::{self, Questionnaire};
use std::collections::HashMap;
use std::ffi::OsString;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use toml::Table;

/// The key in a session's head.
pub(super) const KEY: &str = "edition";

/// Digits of an edition.
const DIGITS: usize = 8;

/// A questionnaire that a session has been moved to, by the checksum of its source. The one that a session was started
/// with has no such name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Edition(String);

impl Edition {
    /// That of a questionnaire's source.
    pub fn of(source: &[u8]) -> Self {
        Self(format!("{:08x}", crc32fast::hash(source)))
    }

    /// The one that a session's head names. A head may come from anywhere, and the name becomes part of a path.
    pub(super) fn named_in(head: &Table) -> Option<Self> {
        Self::parse(head.get(KEY)?.as_str()?)
    }

    /// Reads what [`Edition`]'s `Display` writes.
    pub(super) fn parse(name: &str) -> Option<Self> {
        let sound =
            name.len() == DIGITS && name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        sound.then(|| Self(name.to_owned()))
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl SessionDirectory {
    /// The questionnaire of an edition, byte for byte; of none, the one that the session was started with.
    pub fn edition_file(&self, edition: Option<&Edition>) -> PathBuf {
        match edition {
            Some(edition) => self.path().join(format!("questionnaire-{edition}.toml")),
            None => self.questionnaire_file(),
        }
    }
}

/// The file of the questionnaire that a state of a session was written for. A session that was written anew in another
/// place has only the one that it needs, as the one that it was started with.
pub(super) fn file(
    disk: &dyn FileSystem,
    directory: &SessionDirectory,
    edition: Option<&Edition>,
) -> Result<PathBuf, DiskError> {
    let file = directory.edition_file(edition);
    match disk.metadata(&file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(directory.questionnaire_file()),
        Err(error) => Err(DiskError::because(Attempt::Read, &file)(error)),
        Ok(_) => Ok(file),
    }
}

/// The edition that a session's file names; where it names nothing because it is damaged, the one that its newest
/// earlier state names.
pub(super) fn named(
    disk: &dyn FileSystem,
    directory: &SessionDirectory,
    file: Option<&[u8]>,
) -> Option<Edition> {
    let head = file.and_then(Header::of_bytes);
    if let Some(head) = head {
        return Edition::named_in(&head.table);
    }
    let generations = directory.generations();
    let earlier = generations.list(disk).unwrap_or_default().into_iter();
    earlier
        .filter_map(|generation| {
            Header::of_file(disk, &generations.path(&generation))
                .ok()
                .flatten()
        })
        .map(|head| Edition::named_in(&head.table))
        .next()
        .flatten()
}

/// Puts a questionnaire into a session's directory, durably, and gives the edition that the session's file is to name.
///
/// # Errors
/// [`DiskError`]; what was there before still is.
pub(super) fn put(
    disk: &dyn FileSystem,
    directory: &SessionDirectory,
    source: &[u8],
) -> Result<Option<Edition>, DiskError> {
    let holds = |path: &Path| match disk.read(path) {
        Ok((bytes, _)) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(DiskError::because(Attempt::Read, path)(error)),
    };
    if holds(&directory.questionnaire_file())?.as_deref() == Some(source) {
        return Ok(None);
    }
    let edition = Edition::of(source);
    let file = directory.edition_file(Some(&edition));
    match holds(&file)? {
        Some(present) if present == source => {}
        // Two questionnaires with one checksum: the other one is not given up.
        Some(present) if Edition::of(&present) == edition => {
            let taken = io::Error::from(io::ErrorKind::AlreadyExists);
            return Err(DiskError::because(Attempt::Write, &file)(taken));
        }
        // Cut short by a loss of power, and named by nothing.
        _ => {
            atomic::replace(disk, &file, source, None).map_err(|failed| failed.error)?;
        }
    }
    Ok(Some(edition))
}

/// Which answers of a session are sensitive, by its present questionnaire and all that it has had, as far as they can be
/// read.
pub fn sensitive(
    disk: &dyn FileSystem,
    directory: &SessionDirectory,
    present: &Questionnaire,
) -> Arc<Sensitive> {
    let names = disk.entries(directory.path()).unwrap_or_default();
    let is_edition = |name: &OsString| {
        let name = FileName::parse(Path::new(name));
        matches!(name, Some(FileName::Questionnaire(_)))
    };
    let sources = names.iter().filter(|name| is_edition(name)).filter_map(|name| {
        let (source, _) = disk.read(&directory.path().join(name)).ok()?;
        (source != present.source().as_bytes()).then_some(source)
    });
    let earlier: Vec<Arc<Questionnaire>> = sources
        .filter_map(|source| questionnaire::read_bytes(&source).ok())
        .map(Arc::new)
        .collect();
    Arc::new(Sensitive::of(present, &earlier))
}

/// Reads states of a session, each with the questionnaire that it was written for.
#[derive(Debug)]
pub struct States<'a> {
    disk: &'a dyn FileSystem,
    directory: &'a SessionDirectory,
    present: &'a Arc<Questionnaire>,
    known: HashMap<PathBuf, Arc<Questionnaire>>,
}

impl<'a> States<'a> {
    /// Of a session, whose present questionnaire is at hand.
    pub fn new(
        disk: &'a dyn FileSystem,
        directory: &'a SessionDirectory,
        present: &'a Arc<Questionnaire>,
    ) -> Self {
        Self {
            disk,
            directory,
            present,
            known: HashMap::new(),
        }
    }

    /// Reads a state from its file.
    ///
    /// # Errors
    /// [`Flaw`]
    pub fn read(&mut self, path: &Path) -> Result<(Reading, Arc<Questionnaire>), Flaw> {
        match self.disk.read(path) {
            Ok((bytes, _)) => self.parse(&bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Flaw::Missing),
            Err(error) => Err(Flaw::Disk(DiskError::because(Attempt::Read, path)(error))),
        }
    }

    /// Makes sense of the bytes of a state.
    ///
    /// # Errors
    /// [`Flaw`]
    pub fn parse(&mut self, bytes: &[u8]) -> Result<(Reading, Arc<Questionnaire>), Flaw> {
        let head = Header::parse(&String::from_utf8_lossy(bytes));
        let edition = head.and_then(|head| Edition::named_in(&head.table));
        let questionnaire = self.questionnaire(edition.as_ref());
        Ok((state::parse(bytes, &questionnaire)?, questionnaire))
    }

    /// A questionnaire of the session; the present one where that of the edition is no longer to be had.
    fn questionnaire(&mut self, edition: Option<&Edition>) -> Arc<Questionnaire> {
        let Ok(file) = file(self.disk, self.directory, edition) else {
            return self.present.clone();
        };
        if let Some(known) = self.known.get(&file) {
            return known.clone();
        }
        let source = self.disk.read(&file).map(|(source, _)| source).ok();
        let found = source
            .filter(|source| source != self.present.source().as_bytes())
            .and_then(|source| questionnaire::read_bytes(&source).ok())
            .map_or_else(|| self.present.clone(), Arc::new);
        self.known.insert(file, found.clone());
        found
    }
}
