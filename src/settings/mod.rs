//! The person's settings: `config.toml` in the platform's configuration directory.
//!
//! ```toml
//! language = "zh"            # of the program: "zh" or "en"; else the environment decides
//! ambiguous_width = "auto"   # columns of “ ” — … ①: "auto", 1 or 2
//! ascii = false              # draw marks and rules in ASCII
//! mouse = true
//! typing_aid = false         # , . ; after a Han character become ，。；
//!
//! [keys.interview]
//! next = ["Tab", "F5"]
//! ```
//!
//! Settings never stop the program: what is wrong with them is told, and the defaults hold.

pub mod panes;

use crate::messages::Locale;
use crate::text::AmbiguousWidth;
use serde::Deserialize;
use std::io;
use std::path::{Path, PathBuf};

/// The variable that names another configuration directory.
pub const VARIABLE: &str = "TIGANG_CONFIG_DIR";
/// The file in that directory.
pub const FILE: &str = "config.toml";

/// The person's settings; what they have not set is `None`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The language of the program, as a tag.
    pub language: Option<String>,
    /// The columns of ambiguous characters.
    pub ambiguous_width: Option<Width>,
    /// Whether marks and rules are drawn in ASCII.
    pub ascii: Option<bool>,
    /// Whether clicks, drags and the wheel are taken.
    pub mouse: Option<bool>,
    /// Whether half-width marks typed after a Han character become full-width.
    pub typing_aid: Option<bool>,
    /// Changes to the table of keys, by context.
    #[serde(default)]
    pub keys: toml::Table,
}

/// The columns of ambiguous characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "toml::Value")]
pub enum Width {
    /// The terminal is asked.
    Auto,
    /// It is known.
    Known(AmbiguousWidth),
}

impl Width {
    /// Reads `auto`, `1` or `2`.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "auto" => Some(Self::Auto),
            "1" => Some(Self::Known(AmbiguousWidth::One)),
            "2" => Some(Self::Known(AmbiguousWidth::Two)),
            _ => None,
        }
    }

    /// The width, where it is known.
    pub fn known(self) -> Option<AmbiguousWidth> {
        match self {
            Self::Auto => None,
            Self::Known(width) => Some(width),
        }
    }
}

impl TryFrom<toml::Value> for Width {
    type Error = &'static str;

    fn try_from(value: toml::Value) -> Result<Self, Self::Error> {
        let name = match value {
            toml::Value::String(name) => name,
            toml::Value::Integer(number) => number.to_string(),
            _ => String::new(),
        };
        Self::from_name(&name).ok_or("ambiguous_width takes \"auto\", 1 or 2")
    }
}

/// The file of the settings: in the directory that [`VARIABLE`] names, else in the platform's. `None` where there is
/// neither, as without a home.
pub fn file() -> Option<PathBuf> {
    let named = std::env::var_os(VARIABLE)
        .filter(|directory| !directory.is_empty())
        .map(PathBuf::from);
    let platform =
        || directories::ProjectDirs::from("", "", "tigang").map(|dirs| dirs.config_dir().to_owned());
    Some(named.or_else(platform)?.join(FILE))
}

/// Reads the settings. A file that is not there is no settings.
///
/// # Errors
/// What to tell the person; the defaults hold then.
pub fn read(file: &Path, locale: Locale) -> Result<Settings, String> {
    match std::fs::read_to_string(file) {
        Ok(text) => parse(&text).map_err(|error| locale.settings_wrong(file.display(), error.trim_end())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Settings::default()),
        Err(error) => Err(locale.settings_wrong(file.display(), error)),
    }
}

fn parse(text: &str) -> Result<Settings, String> {
    toml::from_str(text).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_holds_and_what_is_wrong_is_told() {
        let width = |text: &str| parse(text).map(|settings| settings.ambiguous_width);
        assert_eq!(
            width("ambiguous_width = 2"),
            Ok(Some(Width::Known(AmbiguousWidth::Two)))
        );
        assert_eq!(width("ambiguous_width = \"auto\""), Ok(Some(Width::Auto)));
        assert_eq!(width(""), Ok(None));
        assert!(
            parse("[keys.interview]\nnext = \"F5\"")
                .unwrap()
                .keys
                .contains_key("interview")
        );
        for (wrong, told) in [
            ("ambiguous_width = 3", "\"auto\", 1 or 2"),
            ("colour = 1", "unknown field `colour`"),
            ("ascii = 1", "expected a boolean"),
            ("ascii =", "TOML parse error"),
        ] {
            let error = parse(wrong).unwrap_err();
            assert!(error.contains(told), "{wrong}: {error}");
        }
    }
}
