//! Where sessions live.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::messages::Locale;

/// The environment variable that names the data directory.
pub const VARIABLE: &str = "TIGANG_DATA_DIR";

/// What decides where sessions live, strongest first. Looked up once, at the start of the program; nothing below reads
/// the environment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// `--data-dir`.
    pub flag: Option<PathBuf>,
    /// `TIGANG_DATA_DIR`. Empty counts as not set, as usual.
    pub variable: Option<OsString>,
    /// The platform's directory for the data of this program: `~/.local/share/tigang` on Linux.
    pub platform: Option<PathBuf>,
    /// What a relative path starts from.
    pub working_directory: Option<PathBuf>,
}

/// Why no place was found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlaceError {
    /// HOME is not set, and nothing else names a place.
    #[error("{}", Locale::En.no_home_directory())]
    NoHome,
    /// A relative path, and no working directory to start from: it was removed.
    #[error("{}", Locale::En.no_working_directory(path.display()))]
    NoWorkingDirectory {
        /// The path.
        path: PathBuf,
    },
}

impl PlaceError {
    /// What happened, where, and what to do.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::NoHome => locale.no_home_directory().to_owned(),
            Self::NoWorkingDirectory { path } => locale.no_working_directory(path.display()),
        }
    }
}

impl Surroundings {
    /// Those of this process, with the value of `--data-dir`.
    pub fn of_this_process(flag: Option<PathBuf>) -> Self {
        Self {
            flag,
            variable: std::env::var_os(VARIABLE),
            platform: directories::ProjectDirs::from("", "", "tigang").map(|dirs| dirs.data_dir().to_owned()),
            working_directory: std::env::current_dir().ok(),
        }
    }

    /// The data directory, as an absolute path. It need not exist yet.
    ///
    /// # Errors
    /// [`PlaceError`]
    pub fn data_directory(&self) -> Result<PathBuf, PlaceError> {
        let flag = self.flag.as_deref().filter(|path| !path.as_os_str().is_empty());
        let variable = self
            .variable
            .as_deref()
            .filter(|value| !value.is_empty())
            .map(Path::new);
        match flag.or(variable) {
            Some(path) if path.is_absolute() => Ok(path.to_owned()),
            Some(path) => match &self.working_directory {
                Some(start) => Ok(start.join(path)),
                None => Err(PlaceError::NoWorkingDirectory {
                    path: path.to_owned(),
                }),
            },
            // A relative HOME would scatter sessions over every directory that the program is started in.
            None => self
                .platform
                .clone()
                .filter(|path| path.is_absolute())
                .ok_or(PlaceError::NoHome),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strongest_wish_decides() {
        use PlaceError::*;
        // flag, variable, platform, working directory
        let cases = [
            (
                (Some("/flag"), Some("/var"), Some("/home/x"), Some("/cwd")),
                Ok("/flag"),
            ),
            ((None, Some("/var"), Some("/home/x"), Some("/cwd")), Ok("/var")),
            ((None, None, Some("/home/x"), Some("/cwd")), Ok("/home/x")),
            ((Some(""), Some(""), Some("/home/x"), None), Ok("/home/x")),
            ((Some("here"), None, None, Some("/cwd")), Ok("/cwd/here")),
            ((None, Some("here"), None, Some("/cwd")), Ok("/cwd/here")),
            (
                (Some("here"), None, None, None),
                Err(NoWorkingDirectory { path: "here".into() }),
            ),
            ((None, None, None, Some("/cwd")), Err(NoHome)),
            ((None, None, Some("home/x"), Some("/cwd")), Err(NoHome)),
        ];
        for ((flag, variable, platform, cwd), expected) in cases {
            let surroundings = Surroundings {
                flag: flag.map(PathBuf::from),
                variable: variable.map(OsString::from),
                platform: platform.map(PathBuf::from),
                working_directory: cwd.map(PathBuf::from),
            };
            assert_eq!(
                surroundings.data_directory(),
                expected.map(PathBuf::from),
                "{surroundings:?}"
            );
        }
    }
}
