//! The questionnaires that a session can be started on: those that ship, those of the person's own in the data
//! directory, and any file.

use super::trouble::{Attempt, DiskError};
use crate::messages::Locale;
use crate::questionnaire::read::MAX_FILE_SIZE;
use crate::questionnaire::{self, Diagnostic, Questionnaire, shipped};
use crate::text::similar::similar;
use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder of the person's own questionnaires, below the data directory.
const FOLDER: &str = "questionnaires";
/// The fewest bytes of a name by whose beginning it is known.
const FEWEST: usize = 4;

/// A questionnaire by its name.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The name by which it is known: a shipped name, that of a file in the data directory, or a path.
    pub name: String,
    /// The questionnaire.
    pub questionnaire: Arc<Questionnaire>,
}

impl Entry {
    /// Itself, so named that it is found again from any working directory: a path is made absolute.
    pub fn with_absolute_name(self) -> Self {
        let path = Path::new(&self.name);
        // A short name finds no file from here, unless the file is what was meant.
        let is_path = shipped::find(&self.name).is_none() && path.is_file();
        match std::path::absolute(path) {
            Ok(absolute) if is_path => Self {
                name: absolute.to_string_lossy().into_owned(),
                ..self
            },
            _ => self,
        }
    }
}

/// What a list shows of a questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The name by which it is known.
    pub name: String,
    /// Its title.
    pub title: String,
    /// What it is for.
    pub about: Option<String>,
}

/// Why there is no questionnaire of a name.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// Nothing has this name.
    #[error("{}", self.message(Locale::En))]
    Unknown(String),
    /// Its file cannot be read.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// Its author made mistakes.
    #[error("{}", self.message(Locale::En))]
    Mistakes {
        /// The file.
        name: String,
        /// Its bytes, to show the mistakes in.
        text: Vec<u8>,
        /// The mistakes.
        diagnostics: Vec<Diagnostic>,
    },
}

impl CatalogueError {
    /// What happened, where, and what to do.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::Unknown(name) => match meant(name) {
                Some(meant) => locale.no_such_questionnaire_but(name, meant),
                None => locale.no_such_questionnaire(name),
            },
            Self::Disk(error) => error.message(locale),
            Self::Mistakes {
                name, diagnostics, ..
            } => locale.questionnaire_has_mistakes(name, diagnostics.len()),
        }
    }
}

/// The shipped questionnaire that may be meant: by its title, by the beginning of its name, or by a misspelt name.
pub fn meant(name: &str) -> Option<String> {
    let is_titled = |title: Option<String>| title.is_some_and(|title| title.eq_ignore_ascii_case(name));
    let mut shipped = shipped::SHIPPED.iter();
    shipped
        .find(|shipped| {
            let begins = name.len() >= FEWEST && shipped.name.starts_with(name);
            begins || is_titled(shipped.head("title"))
        })
        .map(|shipped| shipped.name.to_owned())
        .or_else(|| similar(name, shipped::SHIPPED.iter().map(|shipped| shipped.name)))
}

/// The questionnaire of a shipped name, of the name of a file in the data directory, or at a path.
///
/// # Errors
/// [`CatalogueError`]
pub fn find(root: &Path, name: impl AsRef<OsStr>) -> Result<Entry, CatalogueError> {
    find_in(Some(root), name.as_ref())
}

/// [`find`], where there may be no data directory: shipped questionnaires and files need none.
///
/// # Errors
/// [`CatalogueError`]
pub fn find_in(root: Option<&Path>, name: &OsStr) -> Result<Entry, CatalogueError> {
    source_in(root, name)?.entry()
}

/// [`find_in`], if it is not this very text: `None` then.
///
/// # Errors
/// [`CatalogueError`]
pub(super) fn find_other_in(
    root: Option<&Path>,
    name: &OsStr,
    text: &str,
) -> Result<Option<Entry>, CatalogueError> {
    let source = source_in(root, name)?;
    match *source.bytes == *text.as_bytes() {
        true => Ok(None),
        false => source.entry().map(Some),
    }
}

/// A questionnaire that nobody has read yet.
struct Source {
    name: String,
    /// Where it comes from, as mistakes in it are shown.
    file: String,
    bytes: Cow<'static, [u8]>,
}

impl Source {
    fn entry(self) -> Result<Entry, CatalogueError> {
        match questionnaire::read_bytes(&self.bytes) {
            Ok(questionnaire) => Ok(Entry {
                name: self.name,
                questionnaire: Arc::new(questionnaire),
            }),
            Err(diagnostics) => Err(CatalogueError::Mistakes {
                name: self.file,
                text: self.bytes.into_owned(),
                diagnostics,
            }),
        }
    }
}

fn source_in(root: Option<&Path>, name: &OsStr) -> Result<Source, CatalogueError> {
    let shown = name.to_string_lossy().into_owned();
    if let Some(shipped) = shipped::find(&shown) {
        return Ok(Source {
            name: shipped.name.to_owned(),
            file: shown,
            bytes: shipped.source.as_bytes().into(),
        });
    }
    let own = root
        .map(|root| own_file(root, &shown))
        .filter(|own| own.is_file());
    if let Some(own) = own {
        return Ok(Source {
            name: shown,
            file: own.display().to_string(),
            bytes: read(&own)?.into(),
        });
    }
    match read(Path::new(name)) {
        Ok(source) => Ok(Source {
            name: shown.clone(),
            file: shown,
            bytes: source.into(),
        }),
        Err(error) if error.source.kind() == io::ErrorKind::NotFound => Err(CatalogueError::Unknown(shown)),
        Err(error) => Err(error.into()),
    }
}

fn own_file(root: &Path, name: &str) -> PathBuf {
    root.join(FOLDER).join(format!("{name}.toml"))
}

/// The bytes of a file, or so many of them that the reader of questionnaires refuses it as too large: a name may lead
/// to a device that never ends.
fn read(path: &Path) -> Result<Vec<u8>, DiskError> {
    let most = u64::try_from(MAX_FILE_SIZE).map_or(u64::MAX, |most| most + 4);
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(most).read_to_end(&mut bytes))
        .map_err(DiskError::because(Attempt::Read, path))?;
    if bytes.len() > MAX_FILE_SIZE
        && let Err(error) = std::str::from_utf8(&bytes)
        && error.error_len().is_none()
    {
        // The cut went through a character, which is not the author's mistake.
        bytes.truncate(error.valid_up_to());
    }
    Ok(bytes)
}

/// All questionnaires that are at hand, the shipped ones first; those of the person's own that have mistakes come as
/// errors.
pub fn list(root: &Path) -> Vec<Result<Entry, CatalogueError>> {
    list_in(Some(root))
}

/// [`list`], where there may be no data directory.
pub fn list_in(root: Option<&Path>) -> Vec<Result<Entry, CatalogueError>> {
    let shipped = shipped::SHIPPED.iter().map(|shipped| shipped.name.into());
    let names = shipped.chain(own_in(root));
    names.map(|name| find_in(root, &name)).collect()
}

/// The headings of what [`list_in`] gives. Of the shipped ones, which are known to be sound, no more is read than that.
pub fn headings_in(root: Option<&Path>) -> Vec<Result<Heading, CatalogueError>> {
    let shipped = shipped::SHIPPED.iter().map(|shipped| {
        Ok(Heading {
            name: shipped.name.to_owned(),
            title: shipped.head("title").unwrap_or_default(),
            about: shipped.head("about"),
        })
    });
    let own = own_in(root).into_iter().map(|name| {
        let entry = find_in(root, &name)?;
        let settings = &entry.questionnaire.settings;
        Ok(Heading {
            title: settings.title.clone(),
            about: settings.about.clone(),
            name: entry.name,
        })
    });
    shipped.chain(own).collect()
}

/// The names of the person's own.
fn own_in(root: Option<&Path>) -> Vec<OsString> {
    let entries = root.and_then(|root| std::fs::read_dir(root.join(FOLDER)).ok());
    let mut own: Vec<PathBuf> = entries
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .collect();
    own.sort();
    own.into_iter().map(|path| name_of(root, path)).collect()
}

/// The name by which a file of the person's own is found: without directory and ending, unless something else has that
/// name.
fn name_of(root: Option<&Path>, path: PathBuf) -> OsString {
    let short = path.file_stem().and_then(OsStr::to_str);
    match (short, root) {
        (Some(short), Some(root)) if shipped::find(short).is_none() && own_file(root, short) == path => {
            short.into()
        }
        _ => path.into(),
    }
}
