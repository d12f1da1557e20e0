//! The saving of the session in hand: for the main loop, and for whoever ends the program out of turn.

use crate::messages::Locale;
use crate::questionnaire::Questionnaire;
use crate::session::last_save::save_last;
use crate::session::saver::{FlushError, Saver, Snapshot};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How long leaving a session waits for the disk while somebody is there to be asked.
const CLOSE_PATIENCE: Duration = Duration::from_secs(10);
/// How long the last save waits for it when nobody is. What is not saved by then is put somewhere else, for which there
/// must be time left: see [`runtime::leaving`](super::runtime::leaving).
const LAST_PATIENCE: Duration = Duration::from_secs(3);

/// The saving of the session in hand, if there is one. Clones are handles to the same.
#[derive(Debug, Clone)]
pub(super) struct InHand {
    held: Arc<Mutex<Option<Held>>>,
    /// Where a session is put that cannot be saved when the program ends out of turn.
    rescue_places: Vec<PathBuf>,
}

#[derive(Debug, Clone)]
struct Held {
    saver: Saver,
    /// Without it a session that is put somewhere else could not be opened.
    questionnaire: Arc<Questionnaire>,
}

impl InHand {
    /// No session yet.
    pub(super) fn new(rescue_places: Vec<PathBuf>) -> Self {
        Self {
            held: Arc::default(),
            rescue_places,
        }
    }

    /// Takes a session in hand.
    pub(super) fn take_up(&self, saver: Option<Saver>, questionnaire: &Arc<Questionnaire>) {
        let held = saver.map(|saver| Held {
            saver,
            questionnaire: Arc::clone(questionnaire),
        });
        *self.held.lock().unwrap_or_else(PoisonError::into_inner) = held;
    }

    fn held(&self) -> Option<Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Has a text saved in a moment.
    pub(super) fn submit(&self, text: Snapshot) {
        if let Some(held) = self.held() {
            held.saver.submit(text);
        }
    }

    /// Has a text saved at once, without waiting for it.
    pub(super) fn save(&self, text: Snapshot) {
        if let Some(held) = self.held() {
            held.saver.submit(text);
            held.saver.save_now();
        }
    }

    /// Saves what is unsaved and waits for it, since the program is about to stand still.
    pub(super) fn settle(&self) -> Result<(), FlushError> {
        match self.held() {
            Some(held) => held.saver.flush(LAST_PATIENCE).map(drop),
            None => Ok(()),
        }
    }

    /// Saves what is unsaved and lets go of the session, if that succeeds.
    pub(super) fn close(&self) -> Result<(), FlushError> {
        if let Some(held) = self.held() {
            held.saver.close(CLOSE_PATIENCE)?;
        }
        self.forget();
        Ok(())
    }

    /// Lets go of the session without another try.
    pub(super) fn abandon(&self) {
        if let Some(held) = self.held() {
            held.saver.abandon(CLOSE_PATIENCE);
        }
        self.forget();
    }

    fn forget(&self) {
        *self.held.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Whether there is a session whose saving has not ended.
    pub(super) fn is_held(&self) -> bool {
        self.held().is_some()
    }

    /// The last save before the program ends out of turn. What cannot be saved where it belongs is put where there is
    /// room; gives what the person is to be told then.
    pub(super) fn save_last(&self, locale: Locale) -> Result<(), String> {
        let Some(held) = self.held() else {
            return Ok(());
        };
        let (saver, questionnaire) = (&held.saver, &held.questionnaire);
        save_last(saver, LAST_PATIENCE, questionnaire, &self.rescue_places, locale)
    }
}
