//! Which session a person means: an id, a name, the beginning of an id, a part of a name, or a path.

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
    /// No session is called so, and a part of a name is not enough here.
    #[error("{}", self.message(Locale::En))]
    NotWhole {
        /// What was asked for.
        query: String,
        /// The sessions with this in their names: id and name.
        candidates: Vec<(String, String)>,
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
            Self::Ambiguous { query, candidates } => locale.session_ambiguous(query, lines(candidates)),
            Self::NotWhole { query, candidates } => locale.session_not_whole(query, lines(candidates)),
        }
    }
}

fn lines(candidates: &[(String, String)]) -> String {
    let lines = candidates.iter().map(|(id, name)| format!("\n  {id}  {name}"));
    lines.collect()
}

impl Store {
    /// The session that a person means.
    ///
    /// In this order: a whole id; a whole name; the beginning of one id; the beginning of one name, or else any part of
    /// it, whatever the case of its letters; a session's directory here. What has a path separator in it, or is `.` or
    /// `..`, is a path: to a session's directory, or to its `session.toml`.
    ///
    /// # Errors
    /// [`ResolveError`]
    pub fn resolve(&self, query: &str) -> Result<SessionDirectory, ResolveError> {
        self.resolve_by(query, Extent::Part)
    }

    /// The same for what changes or removes a session as a whole, so that none is taken for another that is gone: a part
    /// of a name is not enough.
    ///
    /// # Errors
    /// [`ResolveError`], above all [`ResolveError::NotWhole`]
    pub fn resolve_whole(&self, query: &str) -> Result<SessionDirectory, ResolveError> {
        self.resolve_by(query, Extent::Whole)
    }

    fn resolve_by(&self, query: &str, extent: Extent) -> Result<SessionDirectory, ResolveError> {
        if query.contains(std::path::is_separator) || matches!(query, "." | "..") {
            return self.resolve_path(Path::new(query));
        }
        let all = self.list()?;
        let (found, by) = meant(query, &all);
        let query = query.to_owned();
        match (found.as_slice(), by, extent) {
            ([], ..) if query.is_empty() => Err(ResolveError::NotFound { query }),
            ([], ..) => self
                .resolve_path(Path::new(&query))
                .map_err(|_| ResolveError::NotFound { query }),
            (several, Extent::Part, Extent::Whole) => Err(ResolveError::NotWhole {
                candidates: several.iter().map(|listed| shown(listed)).collect(),
                query,
            }),
            ([one], ..) => Ok(one.directory.clone()),
            (several, ..) => Err(ResolveError::Ambiguous {
                candidates: several.iter().map(|listed| shown(listed)).collect(),
                query,
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

/// How much of a name is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// All of it, or an id.
    Whole,
    /// The beginning or another part.
    Part,
}

/// The sessions that may be meant, and by how much of their names.
fn meant<'a>(query: &str, all: &'a [Listed]) -> (Vec<&'a Listed>, Extent) {
    let query = query.trim();
    if query.is_empty() {
        return (Vec::new(), Extent::Whole);
    }
    let lower = query.to_lowercase();
    type Way<'a> = &'a dyn Fn(&Listed) -> bool;
    let ways: [(Extent, Way); 5] = [
        (Extent::Whole, &|listed| listed.directory.id() == query),
        (Extent::Whole, &|listed| name(listed) == query),
        (Extent::Whole, &|listed| listed.directory.id().starts_with(&lower)),
        (Extent::Part, &|listed| {
            name(listed).to_lowercase().starts_with(&lower)
        }),
        (Extent::Part, &|listed| {
            name(listed).to_lowercase().contains(&lower)
        }),
    ];
    let found = ways.into_iter().map(|(extent, way)| {
        let found: Vec<&Listed> = all.iter().filter(|listed| way(listed)).collect();
        (found, extent)
    });
    let mut found = found.filter(|(found, _)| !found.is_empty());
    found.next().unwrap_or((Vec::new(), Extent::Whole))
}

/// The id and the name of a session.
fn shown(listed: &Listed) -> (String, String) {
    (listed.directory.id(), name(listed).to_owned())
}

fn name(listed: &Listed) -> &str {
    listed.header.as_ref().map_or("", |header| header.name.trim())
}
