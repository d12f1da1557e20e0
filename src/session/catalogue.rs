//! The questionnaires that a session can be started on: those that ship, those of the person's own in the data
//! directory, and any file.

use super::trouble::{Attempt, DiskError};
use crate::messages::Locale;
use crate::questionnaire::{self, Diagnostic, Questionnaire, shipped};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder of the person's own questionnaires, below the data directory.
const FOLDER: &str = "questionnaires";

/// A questionnaire by its name.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The name by which it is known: a shipped name, or a file's path.
    pub name: String,
    /// The questionnaire.
    pub questionnaire: Arc<Questionnaire>,
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
            Self::Unknown(name) => locale.no_such_questionnaire(name),
            Self::Disk(error) => error.message(locale),
            Self::Mistakes {
                name, diagnostics, ..
            } => locale.questionnaire_has_mistakes(name, diagnostics.len()),
        }
    }
}

/// The questionnaire of a shipped name, of the name of a file in the data directory, or at a path.
///
/// # Errors
/// [`CatalogueError`]
pub fn find(root: &Path, name: &str) -> Result<Entry, CatalogueError> {
    if let Some(shipped) = shipped::find(name) {
        return read(shipped.name.to_owned(), shipped.source.as_bytes().to_vec());
    }
    let own = root.join(FOLDER).join(format!("{name}.toml"));
    let given = PathBuf::from(name);
    let path = [own, given].into_iter().find(|path| path.is_file());
    let path = path.ok_or_else(|| CatalogueError::Unknown(name.to_owned()))?;
    let bytes = std::fs::read(&path).map_err(DiskError::because(Attempt::Read, &path))?;
    read(path.display().to_string(), bytes)
}

fn read(name: String, source: Vec<u8>) -> Result<Entry, CatalogueError> {
    match questionnaire::read_bytes(&source) {
        Ok(questionnaire) => Ok(Entry {
            name,
            questionnaire: Arc::new(questionnaire),
        }),
        Err(diagnostics) => Err(CatalogueError::Mistakes {
            name,
            text: source,
            diagnostics,
        }),
    }
}

/// All questionnaires that are at hand, the shipped ones first; those of the person's own that have mistakes come as
/// errors.
pub fn list(root: &Path) -> Vec<Result<Entry, CatalogueError>> {
    let shipped = shipped::SHIPPED.iter().map(|shipped| shipped.name.to_owned());
    let entries = std::fs::read_dir(root.join(FOLDER))
        .into_iter()
        .flatten()
        .flatten();
    let mut own: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .collect();
    own.sort();
    let own = own.into_iter().map(|path| path.display().to_string());
    shipped.chain(own).map(|name| find(root, &name)).collect()
}
