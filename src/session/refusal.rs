//! Why something was refused, in parts, for a place where there is room for little: the reason first, and the path only
//! as far as it fits.

use super::saver::FlushError;
use super::store::StoreError;
use super::trouble::DiskError;
use super::writer::SaveError;
use crate::messages::Locale;
use std::path::Path;

/// Why something was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What happened, where, and what to do.
    pub whole: String,
    /// Why, and what to do.
    pub why: String,
    /// Where; nothing where that is part of the reason.
    pub path: Option<String>,
}

impl From<String> for Refusal {
    fn from(whole: String) -> Self {
        Self {
            why: whole.clone(),
            whole,
            path: None,
        }
    }
}

impl DiskError {
    /// What the disk answered, in parts.
    pub fn refusal(&self, locale: Locale) -> Refusal {
        let whole = self.message(locale);
        match self.why(locale) {
            Some(why) => Refusal {
                whole,
                why,
                path: Some(self.path.display().to_string()),
            },
            None => whole.into(),
        }
    }
}

impl SaveError {
    /// Why nothing was saved, in parts.
    pub fn refusal(&self, locale: Locale) -> Refusal {
        let in_a_word = |path: &Path, why: &dyn Fn(String) -> String| Refusal {
            whole: self.message(locale),
            why: why(last_of(path)),
            path: None,
        };
        match self {
            Self::Disk(error) | Self::NotCreated(StoreError::Disk(error)) => error.refusal(locale),
            Self::Replaced { path } => in_a_word(path, &|name| locale.session_directory_replaced(name)),
            Self::DiskGone { path } => in_a_word(path, &|name| locale.session_disk_gone(name)),
            Self::Busy { .. } | Self::NotCreated(_) | Self::NotRendered => self.message(locale).into(),
        }
    }
}

impl FlushError {
    /// Why nothing was saved, in parts.
    pub fn refusal(&self, locale: Locale) -> Refusal {
        match self {
            Self::Failed(error) => error.refusal(locale),
            Self::TimedOut | Self::Ended => self.message(locale).into(),
        }
    }
}

impl StoreError {
    /// Why the store refused, in parts.
    pub fn refusal(&self, locale: Locale) -> Refusal {
        match self {
            Self::Disk(error) => error.refusal(locale),
            _ => self.message(locale).into(),
        }
    }
}

/// The last part of a path, which says enough where the whole has been said before.
fn last_of(path: &Path) -> String {
    path.file_name()
        .map_or_else(|| path.display().to_string(), |name| name.display().to_string())
}
