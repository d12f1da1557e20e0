//! Where a document goes to.

use super::console;
use super::context::Context;
use super::failure::Failure;
use crate::document::Document;
use crate::export::Format;
use crate::output::{self, Written};
use clap::ArgMatches;
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

/// The file that is meant by a path; in a folder it gets a name of its own.
pub(super) fn file(path: &Path, file_name: &str) -> PathBuf {
    let home = directories::BaseDirs::new();
    let home = home.as_ref().map(directories::BaseDirs::home_dir);
    output::destination::of(path, Path::new(""), home, file_name)
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

    /// Writes a document in the form that was asked for. In a folder it gets its own name: `name` and the ending of its
    /// format.
    ///
    /// # Errors
    /// [`Failure`]; a file that was there before is as it was then.
    pub(super) fn write(
        &self,
        context: &Context,
        document: &Document,
        matches: &ArgMatches,
        name: &str,
    ) -> Result<(), Failure> {
        let named = matches.get_one::<String>("format");
        let format = named
            .and_then(|name| Format::from_name(name))
            .unwrap_or(Format::Text);
        let bytes = format.export(document, &super::text_options::of(matches));
        match self {
            Self::Standard => console::print_foreign(context, &bytes),
            Self::File(path) => {
                let path = file(path, &format!("{name}.{}", format.extension()));
                if output::write(&path, &bytes, matches.get_flag("force"))? == Written::File {
                    console::complain(&context.locale.exported_to(path.display()));
                }
                Ok(())
            }
        }
    }
}
