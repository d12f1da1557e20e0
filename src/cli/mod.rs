//! The command line.

use crate::messages::Locale;
use crate::session::place::Surroundings;
use crate::session::store::Store;
use crate::tui::run;
use std::process::ExitCode;

/// Runs the program.
pub fn main() -> ExitCode {
    let Ok(root) = Surroundings::of_this_process(None).data_directory() else {
        return ExitCode::FAILURE;
    };
    let options = run::Options {
        store: Store::new(root),
        locale: Locale::Zh,
        colours: true,
        ascii: false,
        ambiguous: None,
        keys: crate::tui::keys::Keys::default(),
        mouse: true,
        notice: None,
        open: None,
        export_directory: std::env::current_dir().unwrap_or_default(),
    };
    match run::run(options) {
        Ok(code) => ExitCode::from(code),
        Err(_) => ExitCode::FAILURE,
    }
}
