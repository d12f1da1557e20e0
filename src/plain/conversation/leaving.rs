//! Handing the text in, and leaving.

use super::super::console::Filled;
use super::{After, Conversation, Leaving};
use crate::export::{Format, PlainText};
use crate::output::{self, OutputError};
use std::io;
use std::path::{Path, PathBuf};

impl Conversation<'_, '_> {
    /// Writes the text to a file; asks for its name where none was given.
    pub(super) fn export(&mut self, argument: Option<&str>) -> io::Result<After> {
        let suggestion = self.suggested_file();
        let path = match argument {
            Some(path) => self.export_directory.join(path),
            None => {
                let prompt = self.locale.plain_prompt_export(suggestion.display());
                match self.console.fill_in(&prompt)? {
                    Filled::Suggestion => suggestion,
                    Filled::Words(path) => self.export_directory.join(path),
                    Filled::Left | Filled::Ended => {
                        self.console.say(self.locale.nothing_filled_in())?;
                        return Ok(After::Reminder);
                    }
                }
            }
        };
        self.write_to(&path)?;
        Ok(After::Reminder)
    }

    fn suggested_file(&self) -> PathBuf {
        let name = self.interview.session.name.chars();
        let name: String = name
            .map(|c| if c == '/' || c.is_control() { '-' } else { c })
            .collect();
        self.export_directory
            .join(format!("{name}.{}", Format::Text.extension()))
    }

    fn write_to(&mut self, path: &Path) -> io::Result<()> {
        let format = format_of(path);
        let bytes = format.export(self.interview.work.document(), &PlainText::default());
        let mut written = output::write(path, &bytes, false);
        if matches!(written, Err(OutputError::Exists(_))) {
            let question = self.locale.export_overwrite(path.display());
            if self.console.confirm(&question)? != Some(true) {
                self.has_failed = true;
                return self.console.say(self.locale.plain_not_exported());
            }
            written = output::write(path, &bytes, true);
        }
        self.has_failed |= written.is_err();
        self.console.say(match written {
            Ok(()) => self.locale.exported(path.display()),
            Err(error) => error.message(self.locale),
        })
    }

    /// Saves, lets go of the session and leaves it. Where that fails the person decides.
    pub(super) fn leave(&mut self, leaving: Leaving) -> io::Result<After> {
        self.submit();
        let Err(error) = self.saving.close() else {
            return Ok(After::Leave(leaving));
        };
        let reason = error.message(self.locale);
        let question = self.locale.plain_leave_unsaved(&reason);
        match self.console.confirm(&question)? {
            Some(false) => return Ok(After::Reminder),
            Some(true) => {}
            None => self.console.say(self.locale.plain_left_unsaved(reason))?,
        }
        self.has_failed = true;
        self.saving.abandon();
        Ok(After::Leave(leaving))
    }

    /// Saves and leaves because the input has ended: nobody is there to decide anything.
    pub(super) fn end_of_input(&mut self) -> io::Result<Leaving> {
        self.submit();
        if let Err(error) = self.saving.close() {
            self.has_failed = true;
            self.saving.abandon();
            let reason = error.message(self.locale);
            self.console.say(self.locale.plain_left_unsaved(reason))?;
        }
        self.console.flush()?;
        Ok(Leaving::Quit)
    }
}

/// The format that the ending of a file's name asks for; plain text where it asks for none that is known.
fn format_of(path: &Path) -> Format {
    let known = |(format, _): &(Format, &str)| {
        path.extension()
            .is_some_and(|end| end.eq_ignore_ascii_case(format.extension()))
    };
    Format::ALL
        .iter()
        .find(|row| known(row))
        .map_or(Format::Text, |(format, _)| *format)
}
