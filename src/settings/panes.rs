//! The panes beside the question, as the person has set them: which are shown, and how wide. Remembered from one run to the
//! next in a file of its own; it has nothing to do with any session.

use serde::{Deserialize, Serialize};
use std::io;
use std::path::Path;

/// The file, below the data directory.
pub const FILE: &str = "panes.toml";

/// The panes. What the person has not set is as the screen suggests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Panes {
    /// The columns of the outline.
    pub outline: Option<u16>,
    /// The columns of the page.
    pub page: Option<u16>,
    /// Whether the outline is shown only while it has the keys.
    pub hides_outline: bool,
    /// Whether the page is shown only while it has the keys.
    pub hides_page: bool,
}

impl Panes {
    /// Reads what was remembered. Whatever is wrong with it, the panes are then as the screen suggests.
    pub fn read(directory: &Path) -> Self {
        let text = std::fs::read_to_string(directory.join(FILE)).unwrap_or_default();
        toml::from_str(&text).unwrap_or_default()
    }

    /// Remembers the panes. A directory that is not there is not made for this alone.
    ///
    /// # Errors
    /// The system's. Nothing depends on it.
    pub fn write(self, directory: &Path) -> io::Result<()> {
        if !directory.is_dir() {
            return Ok(());
        }
        let text = toml::to_string(&self).map_err(io::Error::other)?;
        let written = crate::output::write(&directory.join(FILE), text.as_bytes(), true);
        written.map(|_| ()).map_err(io::Error::other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_comes_back_and_nothing_else_does_harm() {
        let directory = tempfile::tempdir().unwrap();
        let place = directory.path();
        assert_eq!(Panes::read(place), Panes::default());
        let panes = Panes {
            outline: Some(40),
            page: None,
            hides_outline: false,
            hides_page: true,
        };
        panes.write(place).unwrap();
        assert_eq!(Panes::read(place), panes);
        for (text, read) in [
            ("outline = 30\nnew = 1\n", Some(30)),
            ("outline = -1\n", None),
            ("outline =", None),
            ("\u{0}", None),
        ] {
            std::fs::write(place.join(FILE), text).unwrap();
            assert_eq!(Panes::read(place).outline, read, "{text:?}");
        }
        // No directory is made, and none is needed.
        let absent = place.join("absent");
        assert!(panes.write(&absent).is_ok() && !absent.exists());
    }
}
