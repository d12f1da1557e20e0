//! The person's settings, as the command line needs them: read once, what is wrong kept to be told.

use crate::messages::Locale;
use crate::settings::{self, Settings};
use crate::tui::keys::Keys;
use std::path::PathBuf;

/// The settings, with the file that they come from.
#[derive(Debug, Default)]
pub(super) struct OwnSettings {
    file: Option<PathBuf>,
    read: Option<Result<Settings, String>>,
}

impl OwnSettings {
    /// Reads the person's settings.
    pub(super) fn read() -> Self {
        let file = settings::file();
        // The language in which a mistake is told may stand in the very file that has the mistake.
        let read = file.as_deref().map(|file| settings::read(file, Locale::Zh));
        Self { file, read }
    }

    /// The settings that hold.
    pub(super) fn in_force(&self) -> Settings {
        self.read.clone().and_then(Result::ok).unwrap_or_default()
    }

    /// The language that the person has set.
    pub(super) fn language(&self) -> Option<Locale> {
        Locale::from_tag(self.in_force().language.as_deref()?)
    }

    /// The keys in force, and what is to be told of settings that are not.
    pub(super) fn keys(&self, locale: Locale) -> (Keys, Option<String>) {
        let (keys, mistakes) = Keys::with(&self.in_force().keys);
        let file = self.file.as_deref();
        let broken = file
            .filter(|_| matches!(self.read, Some(Err(_))))
            .and_then(|file| settings::read(file, locale).err());
        let said: Vec<String> = mistakes.iter().map(|mistake| mistake.message(locale)).collect();
        let wrong = file
            .filter(|_| !said.is_empty())
            .map(|file| locale.keys_wrong(file.display(), said.join("; ")));
        (keys, broken.or(wrong))
    }
}
