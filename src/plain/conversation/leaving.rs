//! Handing the text in, and leaving.

use super::super::console::Filled;
use super::{After, Conversation, Leaving};
use crate::document::Document;
use crate::export::{Format, PlainText};
use crate::interview::handed_on;
use crate::output::{self, OutputError, destination, file_name};
use std::io;
use std::path::{Path, PathBuf};

impl Conversation<'_, '_> {
    /// Writes the text to a file; asks for its name where none was given.
    pub(super) fn export(&mut self, argument: Option<&str>) -> io::Result<After> {
        let path = match argument {
            Some(path) => self.meant(path),
            None => {
                let suggestion = self.export_directory.join(self.file_name());
                let prompt = self.locale.plain_prompt_export(suggestion.display());
                match self.console.fill_in(&prompt)? {
                    Filled::Suggestion => suggestion,
                    Filled::Words(path) => self.meant(&path),
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

    /// The name that the text's file gets by itself.
    fn file_name(&self) -> String {
        let name = file_name::of(&self.interview.session.name, self.locale.document_file());
        format!("{name}.{}", Format::Text.extension())
    }

    /// The file that is meant by a path.
    fn meant(&self, typed: &str) -> PathBuf {
        destination::of(
            Path::new(typed),
            self.export_directory,
            self.home,
            &self.file_name(),
        )
    }

    /// The document as it is to be handed on. Where it holds answers to sensitive questions, it is asked first whether
    /// they are to be in it; where nobody is there to say so, they are not.
    fn handed_on(&mut self) -> io::Result<Document> {
        let outline = self.interview.outline();
        let held = self.interview.sensitive.places(outline.answers()).len();
        let question = self.locale.plain_export_sensitive(held);
        if held == 0 || self.console.confirm(&question)? == Some(true) {
            return Ok(self.interview.work.document().clone());
        }
        self.console.say(self.locale.plain_sensitive_withheld(held))?;
        Ok(handed_on(self.interview.outline(), &self.interview.sensitive))
    }

    fn write_to(&mut self, path: &Path) -> io::Result<()> {
        let format = format_of(path);
        let document = self.handed_on()?;
        let bytes = format.export(&document, &PlainText::default());
        let mut written = output::write(path, &bytes, false);
        if matches!(written, Err(OutputError::Exists(_))) {
            let question = self.locale.export_overwrite(path.display());
            let is_agreed = self.console.confirm(&question)?;
            if is_agreed != Some(true) {
                // Where nobody was there to decide, what was asked for was not done.
                self.has_failed |= is_agreed.is_none();
                return self.console.say(self.locale.plain_not_exported());
            }
            written = output::write(path, &bytes, true);
        }
        self.has_failed |= written.is_err();
        self.console.say(match written {
            Ok(_) => self.locale.exported(path.display()),
            Err(error) => error.message(self.locale),
        })
    }

    /// Saves, lets go of the session and leaves it. Where that fails the person decides.
    pub(super) fn leave(&mut self, leaving: Leaving) -> io::Result<After> {
        self.submit();
        let error = match self.saving.close() {
            Ok(()) => {
                self.say_all_saved()?;
                return Ok(After::Leave(leaving));
            }
            Err(error) => error,
        };
        let reason = error.message(self.locale);
        let question = self.locale.plain_leave_unsaved(&reason);
        match self.console.confirm(&question)? {
            Some(false) => return Ok(After::Reminder),
            Some(true) => self.saving.abandon(),
            None => self.end()?,
        }
        self.has_failed = true;
        Ok(After::Leave(leaving))
    }

    /// Saves and leaves because the input has ended: nobody is there to decide anything.
    pub(super) fn end_of_input(&mut self) -> io::Result<Leaving> {
        self.submit();
        self.end()?;
        Ok(Leaving::Quit)
    }

    /// Saves with nobody there to be asked.
    fn end(&mut self) -> io::Result<()> {
        let questionnaire = self.interview.work.outline().questionnaire();
        match self.saving.end(questionnaire, self.locale) {
            Ok(()) => self.say_all_saved(),
            Err(said) => {
                self.has_failed = true;
                self.console.say(said)
            }
        }
    }

    /// The last words of a session that could be changed.
    fn say_all_saved(&mut self) -> io::Result<()> {
        if self.interview.read_only.is_some() {
            return Ok(());
        }
        self.console.say(self.locale.plain_all_saved())
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
