//! The person's settings, as the command line needs them: read once, what is wrong kept to be told.

use super::console;
use super::context::Context;
use super::mistakes;
use crate::messages::Locale;
use crate::questionnaire::diagnostic::{Diagnostic, Wrong as _, locate};
use crate::session::trouble::DiskError;
use crate::settings::{self, Mistake, Settings};
use crate::tui::keys::Keys;
use std::path::PathBuf;

/// How many mistakes are told in the one sentence that the full screen has room for.
const NAMED: usize = 3;

/// The settings, with the file that they come from.
#[derive(Debug, Default)]
pub(super) struct OwnSettings {
    /// The settings that hold.
    pub(super) in_force: Settings,
    /// The keys that hold.
    pub(super) keys: Keys,
    file: PathBuf,
    source: String,
    mistakes: Vec<Diagnostic<Mistake>>,
    unread: Option<DiskError>,
}

impl OwnSettings {
    /// Reads the person's settings.
    pub(super) fn read() -> Self {
        let Some(file) = settings::file() else {
            return Self::default();
        };
        match settings::read(&file) {
            Ok(reading) => {
                let (keys, wrong_keys) = Keys::with(&reading.settings.keys);
                let mut mistakes = reading.mistakes;
                mistakes.extend(wrong_keys);
                Self {
                    in_force: reading.settings,
                    keys,
                    mistakes: locate(mistakes, &reading.source),
                    source: reading.source,
                    file,
                    unread: None,
                }
            }
            Err(error) => Self {
                unread: Some(error),
                ..Self::default()
            },
        }
    }

    /// Says on standard error what is wrong with the settings, each mistake with its line.
    pub(super) fn complain(&self, context: &Context) {
        if !self.mistakes.is_empty() {
            let file = self.file.to_string_lossy();
            let drawn = mistakes::draw_aside(context, &file, &self.source, &self.mistakes);
            console::tell(&drawn);
        }
        if let Some(summary) = self.summary(context.locale) {
            console::complain(&summary);
        }
    }

    /// What is wrong with the settings in so many words.
    pub(super) fn notice(&self, locale: Locale) -> Option<String> {
        let summary = self.summary(locale)?;
        let told = |found: &Diagnostic<Mistake>| {
            let said = locale.settings_mistake(found.line, found.mistake.message(locale));
            match found.mistake.hint(locale) {
                Some(hint) => locale.settings_mistake_hint(said, hint),
                None => locale.settings_mistake_alone(said),
            }
        };
        let told: Vec<String> = self.mistakes.iter().take(NAMED).map(told).collect();
        let told = told.join(locale.sentence_joint());
        let more = self.mistakes.len().saturating_sub(NAMED);
        Some(match (told.is_empty(), more) {
            (true, _) => summary,
            (false, 0) => locale.settings_notice(summary, told),
            (false, more) => locale.settings_notice(summary, locale.settings_more(told, more)),
        })
    }

    /// What holds all the same; `None` where nothing is wrong.
    fn summary(&self, locale: Locale) -> Option<String> {
        if let Some(error) = &self.unread {
            return Some(locale.settings_unread(error.message(locale)));
        }
        let file = self.file.display();
        match self.mistakes.len() {
            0 => None,
            _ if self.mistakes.iter().any(|found| found.mistake.spoils_all()) => {
                Some(locale.settings_spoiled(file))
            }
            count => Some(locale.settings_partly(file, count)),
        }
    }
}
