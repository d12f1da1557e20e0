//! All files of a session in memory, by the names that they have in its directory: what is packed, unpacked, and compared
//! where two copies are merged.

use super::atomic;
use super::directory::SessionDirectory;
use super::disk::{FileKind, FileSystem};
use super::editions::Edition;
use super::format::Reading;
use super::generations::Generation;
use super::header::Header;
use super::open::OpenError;
use super::state::{self, Flaw};
use super::trouble::{Attempt, DiskError};
use crate::questionnaire::{self, Questionnaire};
use std::collections::{BTreeMap, HashSet};
use std::ffi::OsStr;
use std::fmt;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// The file that says what a copy comes from.
const LINEAGE: &str = "lineage";
/// The most states that a copy is known to come from.
const MOST_MARKS: usize = 20_000;

/// The folder of the earlier states.
const GENERATIONS: &str = "generations";

/// The name of a file that a session has. Nothing else is taken from an archive.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileName {
    /// By what states are known that this copy comes from, and does not hold: see [`Files::lineage`].
    Lineage,
    /// A questionnaire: that of an edition, or the one that the session was started with.
    Questionnaire(Option<Edition>),
    /// An earlier state, by its number and the time at which it was saved.
    Generation(u64, u64),
    /// The present state. Last, so that an archive of which the end is missing lacks it.
    Session,
}

impl FileName {
    /// The name at a path below the session's directory.
    pub fn parse(path: &Path) -> Option<Self> {
        let mut parts = path.iter();
        match (parts.next()?.to_str()?, parts.next(), parts.next()) {
            ("session.toml", None, _) => Some(Self::Session),
            (LINEAGE, None, _) => Some(Self::Lineage),
            ("questionnaire.toml", None, _) => Some(Self::Questionnaire(None)),
            (name, None, _) => {
                let edition = name.strip_prefix("questionnaire-")?.strip_suffix(".toml")?;
                Some(Self::Questionnaire(Some(Edition::parse(edition)?)))
            }
            (GENERATIONS, Some(name), None) => Self::of_generation(name),
            _ => None,
        }
    }

    /// Whether it is a state of the session, present or earlier.
    pub fn is_state(&self) -> bool {
        matches!(self, Self::Session | Self::Generation(..))
    }

    fn of_generation(name: &OsStr) -> Option<Self> {
        let (number, saved_at) = Generation::parse(name)?;
        Some(Self::Generation(number, saved_at))
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lineage => f.write_str(LINEAGE),
            Self::Questionnaire(None) => f.write_str("questionnaire.toml"),
            Self::Questionnaire(Some(edition)) => write!(f, "questionnaire-{edition}.toml"),
            Self::Generation(number, saved_at) => write!(f, "{GENERATIONS}/{number:06}-{saved_at}.toml"),
            Self::Session => f.write_str("session.toml"),
        }
    }
}

/// All files of a session, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Files(BTreeMap<FileName, Vec<u8>>);

impl Files {
    /// Reads them from a session's directory. One that goes while they are read is not there: states are thinned.
    ///
    /// # Errors
    /// [`OpenError`]
    pub fn read(disk: &dyn FileSystem, directory: &SessionDirectory) -> Result<Self, OpenError> {
        if !directory.holds_a_session(disk)? {
            let path = directory.path().to_owned();
            return Err(OpenError::NotASession { path });
        }
        let mut files = Self::default();
        for below in ["", GENERATIONS] {
            let folder = directory.path().join(below);
            let names = match disk.entries(&folder) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
                names => names.map_err(DiskError::because(Attempt::Read, &folder))?,
            };
            for name in names {
                let Some(known) = FileName::parse(&Path::new(below).join(&name)) else {
                    continue;
                };
                let path = folder.join(&name);
                match disk.read(&path) {
                    Ok((bytes, _)) => files.put(known, bytes),
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    Err(error) => return Err(DiskError::because(Attempt::Read, &path)(error).into()),
                }
            }
        }
        Ok(files)
    }

    /// Writes them into an empty directory, durably. That the directory itself is durable is up to the caller.
    ///
    /// # Errors
    /// [`DiskError`]
    pub fn write(&self, disk: &dyn FileSystem, directory: &SessionDirectory) -> Result<(), DiskError> {
        let generations = directory.path().join(GENERATIONS);
        disk.create_directory(&generations)
            .map_err(DiskError::because(Attempt::CreateDirectory, &generations))?;
        for (name, bytes) in &self.0 {
            atomic::write_new(disk, &directory.path().join(name.to_string()), bytes)?;
        }
        Ok(())
    }

    /// Takes apart what [`Files::write`] has made in a directory, as far as it got. Anything else in the directory stays,
    /// and the directory with it.
    pub(super) fn remove(disk: &dyn FileSystem, directory: &SessionDirectory) {
        let generations = directory.path().join(GENERATIONS);
        for (below, folder) in [(GENERATIONS, &*generations), ("", directory.path())] {
            for name in disk.entries(folder).unwrap_or_default() {
                let path = folder.join(&name);
                let is_file = disk
                    .metadata(&path)
                    .is_ok_and(|metadata| metadata.kind == FileKind::File);
                if is_file && FileName::parse(&Path::new(below).join(&name)).is_some() {
                    let _ = disk.remove_file(&path);
                }
            }
            let _ = disk.remove_directory(folder);
        }
    }

    /// One of them.
    pub fn get(&self, name: &FileName) -> Option<&[u8]> {
        self.0.get(name).map(Vec::as_slice)
    }

    /// Puts one of them, in place of the one that was there.
    pub fn put(&mut self, name: FileName, bytes: Vec<u8>) {
        self.0.insert(name, bytes);
    }

    /// All of them, in an order in which the session's own file comes last.
    pub fn iter(&self) -> impl Iterator<Item = (&FileName, &[u8])> {
        self.0.iter().map(|(name, bytes)| (name, bytes.as_slice()))
    }

    /// How many bytes they hold together.
    pub fn size(&self) -> u64 {
        self.0
            .values()
            .fold(0, |sum: u64, bytes| sum.saturating_add(bytes.len() as u64))
    }

    /// The present state, and then the earlier ones, the newest first.
    pub fn states(&self) -> impl Iterator<Item = &FileName> {
        self.0.keys().filter(|name| name.is_state()).rev()
    }

    /// By what all states are known that it holds or comes from: checksum and length. So two copies of a session find
    /// what they have in common, even where one of them was packed without its history, or without what is sensitive.
    pub fn lineage(&self) -> HashSet<String> {
        let lines = self.get(&FileName::Lineage).map(String::from_utf8_lossy);
        let own = self
            .states()
            .filter_map(|name| self.get(name))
            .map(mark)
            .collect::<Vec<_>>();
        let known = lines.iter().flat_map(|lines| lines.lines()).take(MOST_MARKS);
        known.map(str::to_owned).chain(own).collect()
    }

    /// Says what it comes from, given the files of which it is a part.
    pub fn put_lineage(&mut self, whole: &Files) {
        let mut marks: Vec<String> = whole.lineage().into_iter().collect();
        marks.sort();
        self.put(FileName::Lineage, (marks.join("\n") + "\n").into_bytes());
    }

    /// Without the earlier states, and with the one questionnaire that the present one is on.
    pub fn without_history(&self) -> Self {
        let mut files = Self::default();
        if let Some(session) = self.get(&FileName::Session) {
            files.put(FileName::Session, session.to_vec());
            if let Some(source) = self.source_for(session) {
                files.put(FileName::Questionnaire(None), source.to_vec());
            }
        }
        files
    }

    /// Makes sense of a state, with the questionnaire that it was written for.
    ///
    /// # Errors
    /// [`Flaw`]
    pub fn state(&self, name: &FileName) -> Result<(Reading, Arc<Questionnaire>), Flaw> {
        let bytes = self.get(name).ok_or(Flaw::Missing)?;
        let source = self.source_for(bytes).ok_or(Flaw::Questionnaire)?;
        let questionnaire = questionnaire::read_bytes(source).map_err(|_| Flaw::Questionnaire)?;
        let reading = state::parse(bytes, &questionnaire)?;
        Ok((reading, Arc::new(questionnaire)))
    }

    /// The source of the questionnaire that a state was written for.
    fn source_for(&self, state: &[u8]) -> Option<&[u8]> {
        let head = Header::parse(&String::from_utf8_lossy(state));
        let edition = head.and_then(|head| Edition::named_in(&head.table));
        let first = FileName::Questionnaire(None);
        self.get(&FileName::Questionnaire(edition))
            .or_else(|| self.get(&first))
    }

    /// All questionnaires that the session has had, as far as they can be read.
    pub fn questionnaires(&self) -> Vec<Arc<Questionnaire>> {
        let sources = self
            .0
            .iter()
            .filter(|(name, _)| matches!(name, FileName::Questionnaire(_)));
        sources
            .filter_map(|(_, source)| questionnaire::read_bytes(source).ok())
            .map(Arc::new)
            .collect()
    }
}

/// By what a state is known.
pub(super) fn mark(state: &[u8]) -> String {
    format!("{:08x}-{}", crc32fast::hash(state), state.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_names_that_a_session_has_are_names() {
        for (path, is_name) in [
            ("session.toml", true),
            ("lineage", true),
            ("questionnaire.toml", true),
            ("questionnaire-9f1c2d3e.toml", true),
            ("generations/000012-1732312345.toml", true),
            ("generations/12-1.toml", true),
            ("lock", false),
            ("session.toml.damaged-1", false),
            ("questionnaire-..toml", false),
            ("questionnaire-../../../x.toml", false),
            ("generations", false),
            ("generations/x.toml", false),
            ("generations/../session.toml", false),
            ("generations/000012-1.toml/x", false),
            ("/session.toml", false),
            ("./session.toml", false),
            ("../session.toml", false),
            ("x/session.toml", false),
            ("", false),
        ] {
            assert_eq!(FileName::parse(Path::new(path)).is_some(), is_name, "{path}");
        }
        let long = FileName::Generation(7, 9);
        assert_eq!(FileName::parse(Path::new(&long.to_string())), Some(long));
    }
}
