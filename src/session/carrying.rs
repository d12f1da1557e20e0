//! Last year's session as the starting point of a new one.

use super::directory::SessionDirectory;
use super::format::Session;
use super::library::{self, LibraryError, Loaded};
use super::open::Want;
use super::store::Store;
use crate::answers::sensitive::Sensitive;
use crate::answers::{Answers, Place};
use crate::questionnaire::Questionnaire;
use crate::revision::{Carried, carry_some};
use std::sync::Arc;

/// A session whose answers a new one is to start with.
#[derive(Debug, Clone)]
pub struct Earlier {
    /// Its name.
    pub name: String,
    questionnaire: Arc<Questionnaire>,
    answers: Arc<Answers>,
}

impl Earlier {
    /// Reads it. Nothing is locked or changed.
    ///
    /// # Errors
    /// [`LibraryError`]
    pub fn read(store: &Store, directory: SessionDirectory) -> Result<Self, LibraryError> {
        let loaded = library::open(store, directory, Want::Read)?;
        Ok(Self {
            name: loaded.session.name,
            questionnaire: loaded.questionnaire,
            answers: loaded.session.answers,
        })
    }

    /// Which of its answers are sensitive in a new session on a questionnaire.
    pub fn sensitive(&self, questionnaire: &Questionnaire) -> Sensitive {
        Sensitive::of(questionnaire, std::slice::from_ref(&self.questionnaire))
    }

    /// What a new session on a questionnaire would start with. Of the answers that the author wants the writer to decide
    /// on ([`Carried::to_decide`] of a carrying that takes all), those go over that `takes` names.
    pub fn carried(&self, questionnaire: &Questionnaire, takes: impl Fn(&Place) -> bool) -> Carried {
        carry_some(&self.questionnaire, &self.answers, questionnaire, &takes)
    }
}

/// Starts a session with answers that were carried over.
///
/// # Errors
/// [`LibraryError`]; there is no half session then.
pub fn start(
    store: &Store,
    questionnaire: &Arc<Questionnaire>,
    session: Session,
    carried: &Carried,
) -> Result<Loaded, LibraryError> {
    let answers = Arc::new(carried.answers.clone());
    library::start(store, questionnaire, Session { answers, ..session })
}
