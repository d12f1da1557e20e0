//! A session moves to a newer questionnaire: first a report of every change, then, if the person agrees, the answers in
//! the new shape.

use super::Change;
use super::comparison::changes;
use super::reshape::{Orphan, reshape};
use crate::answers::Answers;
use crate::questionnaire::Questionnaire;

/// What moving to a newer questionnaire would change.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    /// Every change, in the order of the newer questionnaire.
    pub changes: Vec<Change>,
    /// The answers that have no place in the newer questionnaire: where they stood, and where they would be kept.
    pub orphaned: Vec<Orphan>,
    answers: Answers,
}

impl Report {
    /// Whether there is nothing to tell the person.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.orphaned.is_empty()
    }

    /// The answers in the shape of the newer questionnaire. To be used once the person has agreed; what was before is
    /// for the caller to keep.
    pub fn apply(&self) -> Answers {
        self.answers.clone()
    }
}

/// What it would mean to move answers from one questionnaire to another.
pub fn plan(old: &Questionnaire, new: &Questionnaire, answers: &Answers) -> Report {
    if old.source() == new.source() {
        return Report {
            changes: Vec::new(),
            orphaned: Vec::new(),
            answers: answers.clone(),
        };
    }
    let reshaped = reshape(old, new, answers);
    let changes = changes(old, new, answers, &reshaped);
    // What was orphaned already, and stays where it is, is no news.
    let is_news = |orphan: &Orphan| {
        let known = orphan.from.path().and_then(|path| old.find(&path));
        known.is_some() || orphan.from != orphan.at
    };
    Report {
        changes,
        orphaned: reshaped.orphans.into_iter().filter(is_news).collect(),
        answers: reshaped.answers,
    }
}
