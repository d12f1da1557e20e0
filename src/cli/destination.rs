//! Where a document goes to.

use super::console;
use super::context::Context;
use super::failure::Failure;
use crate::document::Document;
use crate::export::Format;
use crate::output;
use crate::session::trouble::{Attempt, DiskError};
use clap::ArgMatches;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// What `-o` means by standard output.
const STANDARD: &str = "-";

/// Where a document goes to.
pub(super) enum Destination {
    /// Standard output.
    Standard,
    /// A file.
    File(PathBuf),
}

impl Destination {
    /// What was asked for with `-o`.
    pub(super) fn asked_for(matches: &ArgMatches) -> Option<Self> {
        let path = matches.get_one::<PathBuf>("output")?;
        Some(if path.as_os_str() == STANDARD {
            Self::Standard
        } else {
            Self::File(path.clone())
        })
    }

    /// Writes a document in the form that was asked for.
    ///
    /// # Errors
    /// [`Failure`]; a file that was there before is as it was then.
    pub(super) fn write(
        &self,
        context: &Context,
        document: &Document,
        matches: &ArgMatches,
    ) -> Result<(), Failure> {
        let named = matches.get_one::<String>("format");
        let format = named
            .and_then(|name| Format::from_name(name))
            .unwrap_or(Format::Text);
        let bytes = format.export(document, &super::text_options::of(matches));
        match self {
            Self::Standard => console::print_foreign(context, &bytes),
            Self::File(path) if is_special(path) => Ok(write_into(path, &bytes)?),
            Self::File(path) => {
                output::write(path, &bytes, matches.get_flag("force"))?;
                console::complain(&context.locale.exported_to(path.display()));
                Ok(())
            }
        }
    }
}

/// Whether a path leads to a device or a pipe, which is written into and never replaced.
fn is_special(path: &Path) -> bool {
    path.metadata()
        .is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir())
}

fn write_into(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    File::options()
        .write(true)
        .open(path)
        .and_then(|mut file| file.write_all(bytes))
        .map_err(DiskError::because(Attempt::Write, path))
}
