//! Which session a person means: an id, a name, the beginning of an id, or a path.

use std::path::{Path, PathBuf};

use super::directory::SessionDirectory;
use super::store::{Listed, Store};
use super::trouble::DiskError;
use crate::messages::Locale;

/// Why no session was found.
#[derive(Debug, thiserror::Error)]
pub enum ResolveError {
    /// The disk refused.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// No session is called so.
    #[error("{}", Locale::En.no_such_session(query))]
    NotFound {
        /// What was asked for.
        query: String,
    },
    /// Several sessions are called so.
    #[error("{}", self.message(Locale::En))]
    Ambiguous {
        /// What was asked for.
        query: String,
        /// Which: id and name.
        candidates: Vec<(String, String)>,
    },
    /// The path leads to no session.
    #[error("{}", Locale::En.not_a_session(path.display()))]
    NotASession {
        /// The path.
        path: PathBuf,
    },
}

impl ResolveError {
    /// What happened, and what to do.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::Disk(error) => error.message(locale),
            Self::NotFound { query } => locale.no_such_session(query),
            Self::NotASession { path } => locale.not_a_session(path.display()),
            Self::Ambiguous { query, candidates } => {
                let lines: String = candidates
                    .iter()
                    .map(|(id, name)| format!("\n  {id}  {name}"))
                    .collect();
                locale.session_ambiguous(query, lines)
            }
        }
    }
}

impl Store {
    /// The session that a person means.
    ///
    /// In this order: a whole id; a whole name; the beginning of one id. What has a path separator in it, or is `.` or
    /// `..`, is a path: to a session's directory, or to its `session.toml`.
    ///
    /// # Errors
    /// [`ResolveError`]
    pub fn resolve(&self, query: &str) -> Result<SessionDirectory, ResolveError> {
        if query.contains(std::path::is_separator) || matches!(query, "." | "..") {
            return self.resolve_path(Path::new(query));
        }
        let all = self.list()?;
        match meant(query, &all).as_slice() {
            [] => Err(ResolveError::NotFound {
                query: query.to_owned(),
            }),
            [one] => Ok(one.directory.clone()),
            several => Err(ResolveError::Ambiguous {
                query: query.to_owned(),
                candidates: several
                    .iter()
                    .map(|listed| (listed.directory.id(), name(listed).to_owned()))
                    .collect(),
            }),
        }
    }

    fn resolve_path(&self, path: &Path) -> Result<SessionDirectory, ResolveError> {
        // So that the session has a name, and stays the same one, whatever the working directory.
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let directory = match path.file_name() {
            Some(name) if name == "session.toml" => path.parent().unwrap_or(&path).to_owned(),
            _ => path.clone(),
        };
        let directory = SessionDirectory::new(directory);
        if directory.holds_a_session(&**self.disk())? {
            Ok(directory)
        } else {
            Err(ResolveError::NotASession { path })
        }
    }
}

fn meant<'a>(query: &str, all: &'a [Listed]) -> Vec<&'a Listed> {
    let query = query.trim();
    if query.is_empty() {
        return Vec::new();
    }
    let lower = query.to_lowercase();
    let ways: [&dyn Fn(&Listed) -> bool; 3] = [
        &|listed| listed.directory.id() == query,
        &|listed| name(listed) == query,
        &|listed| listed.directory.id().starts_with(&lower),
    ];
    let found = ways
        .into_iter()
        .map(|way| all.iter().filter(|listed| way(listed)).collect::<Vec<_>>());
    found
        .into_iter()
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

fn name(listed: &Listed) -> &str {
    listed.header.as_ref().map_or("", |header| header.name.trim())
}
