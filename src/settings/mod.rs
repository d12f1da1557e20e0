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
//! Settings never stop the program. Each is [read](mod@read) by itself: what is wrong with one is told, with its place in
//! the file, and the others hold. The file is the person's own; the program only reads it.

pub mod mistake;
pub mod panes;
pub mod read;

use crate::messages::Locale;
use crate::text::AmbiguousWidth;
pub use mistake::Mistake;
pub use read::{Reading, parse, read};
use std::path::PathBuf;
use toml::Spanned;

/// The variable that names another configuration directory.
pub const VARIABLE: &str = "TIGANG_CONFIG_DIR";
/// The file in that directory.
pub const FILE: &str = "config.toml";

/// The person's settings; what they have not set is `None`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settings {
    /// The language of the program.
    pub language: Option<Locale>,
    /// The columns of ambiguous characters.
    pub ambiguous_width: Option<Width>,
    /// Whether marks and rules are drawn in ASCII.
    pub ascii: Option<bool>,
    /// Whether clicks, drags and the wheel are taken.
    pub mouse: Option<bool>,
    /// Whether half-width marks typed after a Han character become full-width.
    pub typing_aid: Option<bool>,
    /// Changes to the table of keys, in the order of the file.
    pub keys: Vec<KeyChange>,
}

/// The keys that a person gives a command in a context, in place of all that it has there. Each part knows where it
/// stands in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyChange {
    /// The context's name.
    pub context: Spanned<String>,
    /// The command's name.
    pub command: Spanned<String>,
    /// The names of the keys; none leaves the command without.
    pub keys: Vec<Spanned<String>>,
}

/// The columns of ambiguous characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// The terminal is asked.
    Auto,
    /// It is known.
    Known(AmbiguousWidth),
}

impl Width {
    /// What can be written for it.
    pub const NAMES: [&str; 3] = ["auto", "1", "2"];

    /// Reads one of [`Self::NAMES`].
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
