//! Why a command did not do what it was asked to, and the exit code that says so.

use crate::messages::Locale;
use crate::output::OutputError;
use crate::session::catalogue::CatalogueError;
use crate::session::library::LibraryError;
use crate::session::open::OpenError;
use crate::session::pack::PackError;
use crate::session::place::PlaceError;
use crate::session::resolve::ResolveError;
use crate::session::store::StoreError;
use crate::session::trouble::{Attempt, DiskError};
use std::io;
use std::path::Path;

/// The exit code of a command, or why it has none of its own.
pub(super) type Outcome = Result<u8, Failure>;

/// The exit code of a command that has done what it was asked to.
pub(super) const DONE: u8 = 0;
/// The exit code of a command that failed, or that found something.
pub(super) const FAILED: u8 = 1;
/// The exit code for arguments that make no sense.
const WRONG_USAGE: u8 = 2;
/// The exit code where somebody has broken off.
const INTERRUPTED: u8 = 130;

/// Why a command has ended early.
pub(super) enum Failure {
    /// It could not be done; what happened, where, and what to do.
    Failed(String),
    /// The same, from a part of the program that says it in any language.
    Explained(Box<dyn Explain>),
    /// What was typed makes no sense.
    Usage(String),
    /// The person, or a signal, has broken off.
    Interrupted,
    /// Help or the version was asked for, or the reader of standard output has gone away: there is nothing to say.
    Silent,
}

impl Failure {
    /// What to say on standard error.
    pub(super) fn message(&self, locale: Locale) -> Option<String> {
        match self {
            Self::Failed(message) | Self::Usage(message) => Some(message.clone()),
            Self::Explained(error) => Some(error.explain(locale)),
            Self::Interrupted | Self::Silent => None,
        }
    }

    /// The exit code.
    pub(super) fn exit_code(&self) -> u8 {
        match self {
            Self::Failed(_) | Self::Explained(_) => FAILED,
            Self::Usage(_) => WRONG_USAGE,
            Self::Interrupted => INTERRUPTED,
            Self::Silent => DONE,
        }
    }

    /// Of a write to standard output. That its reader has gone away (`| head`) is nobody's mistake.
    pub(super) fn of_standard_output(error: io::Error, locale: Locale) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::Silent;
        }
        let name = Path::new(locale.standard_output());
        DiskError::because(Attempt::Write, name)(error).into()
    }
}

/// An error that says what happened, where, and what to do, in each language.
pub(super) trait Explain {
    /// Says it.
    fn explain(&self, locale: Locale) -> String;
}

impl<E: Explain + 'static> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Explained(Box::new(error))
    }
}

macro_rules! explained {
    ($($error:ty),+ $(,)?) => {
        $(impl Explain for $error {
            fn explain(&self, locale: Locale) -> String {
                self.message(locale)
            }
        })+
    };
}

explained!(
    CatalogueError,
    DiskError,
    LibraryError,
    OpenError,
    OutputError,
    PackError,
    PlaceError,
    ResolveError,
    StoreError,
);
