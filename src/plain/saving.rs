//! Saving, and what the person is told of it.

use crate::messages::Locale;
use crate::session::saver::{FlushError, Saver, Snapshot};
use crate::session::time;
use crate::session::writer::SessionWriter;
use std::io;
use std::time::Duration;

/// How long the next question waits for the disk.
const PATIENCE: Duration = Duration::from_secs(2);
/// How long leaving waits for the disk.
const LAST_PATIENCE: Duration = Duration::from_secs(10);

/// The saving of one session; nothing where it is only read.
pub(super) struct Saving {
    saver: Option<Saver>,
    /// What the person was last told went wrong.
    failure: Option<String>,
}

impl Saving {
    pub(super) fn start(writer: Option<SessionWriter>) -> io::Result<Self> {
        // Nothing is reported from the other thread: before each question the outcome is asked for.
        let saver = writer.map(|writer| Saver::start(writer, drop)).transpose()?;
        Ok(Self { saver, failure: None })
    }

    /// Has a text saved at once, without waiting for it.
    pub(super) fn submit(&self, text: Snapshot) {
        if let Some(saver) = &self.saver {
            saver.submit(text);
            saver.save_now();
        }
    }

    /// Waits until all is saved, but not for long, and gives what the person is to be told, if anything is new.
    pub(super) fn settle(&mut self, locale: Locale) -> Option<String> {
        let outcome = self.saver.as_ref()?.flush(PATIENCE);
        match outcome {
            Ok(_) => self.failure.take().map(|_| locale.plain_saved_again().to_owned()),
            Err(error) => {
                let reason = error.message(locale);
                let is_new = self.failure.as_ref() != Some(&reason);
                self.failure = Some(reason.clone());
                is_new.then(|| locale.save_failed(reason))
            }
        }
    }

    /// Waits until all is saved and gives the outcome in words, be it new or not.
    pub(super) fn outcome(&mut self, locale: Locale) -> String {
        match self.saver.as_ref().map(|saver| saver.flush(LAST_PATIENCE)) {
            Some(Ok(Some(saved))) => {
                self.failure = None;
                locale.saved_at(time::time_of_day(saved.at))
            }
            Some(Ok(None)) => locale.plain_nothing_to_save().to_owned(),
            Some(Err(error)) => {
                let reason = error.message(locale);
                self.failure = Some(reason.clone());
                locale.save_failed(reason)
            }
            None => locale.read_only_no_typing().to_owned(),
        }
    }

    /// Saves what is unsaved and gives the session back. Where that fails, it is kept.
    pub(super) fn close(&mut self) -> Result<(), FlushError> {
        if let Some(saver) = &self.saver {
            saver.close(LAST_PATIENCE)?;
        }
        self.saver = None;
        Ok(())
    }

    /// Gives the session back although not all is saved.
    pub(super) fn abandon(&mut self) {
        if let Some(saver) = self.saver.take() {
            saver.abandon(LAST_PATIENCE);
        }
    }
}
