//! Saving, and what the person is told of it.

use crate::messages::Locale;
use crate::questionnaire::Questionnaire;
use crate::session::last_save::save_last;
use crate::session::saver::{FlushError, Saver, Snapshot};
use crate::session::time;
use crate::session::writer::SessionWriter;
use std::io;
use std::path::PathBuf;
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
    rescue_places: Vec<PathBuf>,
}

impl Saving {
    pub(super) fn start(writer: Option<SessionWriter>, rescue_places: Vec<PathBuf>) -> io::Result<Self> {
        // Nothing is reported from the other thread: before each question the outcome is asked for.
        let saver = writer.map(|writer| Saver::start(writer, drop)).transpose()?;
        Ok(Self {
            saver,
            failure: None,
            rescue_places,
        })
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
            Some(Ok(None)) | None => locale.plain_nothing_to_save().to_owned(),
            Some(Err(error)) => {
                let reason = error.message(locale);
                self.failure = Some(reason.clone());
                locale.save_failed(reason)
            }
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

    /// Saves what is unsaved and gives the session back because the input has ended. What cannot be saved where it
    /// belongs is put where there is room; gives what the person is to be told then.
    pub(super) fn end(&mut self, questionnaire: &Questionnaire, locale: Locale) -> Result<(), String> {
        let Some(saver) = self.saver.take() else {
            return Ok(());
        };
        let saved = save_last(&saver, LAST_PATIENCE, questionnaire, &self.rescue_places, locale);
        match saved {
            // Its last state becomes a generation; that it is saved is known already.
            Ok(()) => drop(saver.close(LAST_PATIENCE)),
            Err(_) => saver.abandon(LAST_PATIENCE),
        }
        saved
    }

    /// Gives the session back although not all is saved.
    pub(super) fn abandon(&mut self) {
        if let Some(saver) = self.saver.take() {
            saver.abandon(LAST_PATIENCE);
        }
    }
}

/// A fault of the program costs no answer: what is unsaved is saved, while everything is taken down.
impl Drop for Saving {
    fn drop(&mut self) {
        if std::thread::panicking()
            && let Some(saver) = &self.saver
        {
            let _ = saver.flush(LAST_PATIENCE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::keeper::Keeper;
    use crate::session::writer::{SaveError, Saved};
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::sync::{Arc, Mutex};
    use std::time::SystemTime;

    struct Kept(Arc<Mutex<Vec<u8>>>);

    impl Keeper for Kept {
        fn save(&mut self, bytes: &[u8], now: SystemTime) -> Result<Saved, SaveError> {
            *self.0.lock().unwrap() = bytes.to_vec();
            Ok(Saved {
                at: now,
                displaced: None,
                placed: None,
            })
        }

        fn close(self, _: SystemTime) -> Result<(), SaveError> {
            Ok(())
        }
    }

    #[test]
    fn a_fault_of_the_program_costs_no_answer() {
        let kept = Arc::default();
        let saving = Saving {
            saver: Some(Saver::start(Kept(Arc::clone(&kept)), drop).unwrap()),
            failure: None,
            rescue_places: Vec::new(),
        };
        let fault = catch_unwind(AssertUnwindSafe(|| {
            saving.submit(Box::new(|| b"an answer".to_vec()));
            let saving = saving;
            assert!(saving.saver.is_none(), "a fault");
        }));
        assert!(fault.is_err());
        assert_eq!(*kept.lock().unwrap(), b"an answer");
    }
}
