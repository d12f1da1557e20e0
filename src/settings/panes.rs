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
    /// The width of the outline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outline: Option<Width>,
    /// The width of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<Width>,
    /// Whether the outline is shown only while it has the keys.
    pub hides_outline: bool,
    /// Whether the page is shown only while it has the keys.
    pub hides_page: bool,
}

/// A width as it was set. What is right on a wide screen is not on a narrow one, so that both are remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Width {
    /// The columns.
    pub columns: u16,
    /// The columns of the whole screen on which it was set.
    pub of: u16,
}

impl Panes {
    /// The same with the widths that the screen suggests.
    pub fn with_usual_widths(self) -> Self {
        Self {
            outline: None,
            page: None,
            ..self
        }
    }

    /// Reads what was remembered. Whatever is wrong with it, the panes are then as the screen suggests.
    pub fn read(directory: &Path) -> Self {
        let text = std::fs::read_to_string(directory.join(FILE)).unwrap_or_default();
        toml::from_str(&text).unwrap_or_default()
    }

    /// Remembers the panes. A directory that is not there is not made for this alone. What else stands in the file, as of
    /// a newer version, is kept; a file that makes no sense is somebody's work on it and left alone.
    ///
    /// # Errors
    /// The system's, or the file makes no sense. Nothing depends on it.
    pub fn write(self, directory: &Path) -> io::Result<()> {
        if !directory.is_dir() {
            return Ok(());
        }
        let file = directory.join(FILE);
        let mut remembered: toml::Table = match std::fs::read_to_string(&file) {
            Ok(text) => toml::from_str(&text).map_err(io::Error::other)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => toml::Table::new(),
            Err(error) => return Err(error),
        };
        // What is no longer set is not written, so that it has to go.
        for name in ["outline", "page"] {
            remembered.remove(name);
        }
        remembered.extend(toml::Table::try_from(self).map_err(io::Error::other)?);
        let written = crate::output::write(&file, remembered.to_string().as_bytes(), true);
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
            outline: Some(Width { columns: 40, of: 120 }),
            page: None,
            hides_outline: false,
            hides_page: true,
        };
        panes.write(place).unwrap();
        assert_eq!(Panes::read(place), panes);
        for (text, read) in [
            ("new = 1\n[outline]\ncolumns = 30\nof = 100\n", Some(30)),
            ("outline = 30\n", None),
            ("outline = -1\n", None),
            ("outline =", None),
            ("\u{0}", None),
        ] {
            std::fs::write(place.join(FILE), text).unwrap();
            let outline = Panes::read(place).outline;
            assert_eq!(outline.map(|width| width.columns), read, "{text:?}");
        }
        let file = place.join(FILE);
        std::fs::write(&file, "outline =").unwrap();
        assert!(panes.write(place).is_err());
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "outline =");
        std::fs::write(&file, "[page]\ncolumns = 30\nof = 90\n[newer]\nthing = 1\n").unwrap();
        panes.write(place).unwrap();
        assert_eq!(Panes::read(place), panes);
        assert!(
            std::fs::read_to_string(&file)
                .unwrap()
                .contains("[newer]\nthing = 1")
        );
        // No directory is made, and none is needed.
        let absent = place.join("absent");
        assert!(panes.write(&absent).is_ok() && !absent.exists());
    }
}
