//! Two copies of one session become one again, answer by answer.
//!
//! Where only one copy has changed, it wins; where both have, both sides are kept until a person decides. What one copy
//! has removed and the other has changed is in dispute as well. Without a common ancestor every difference is.

mod order;
mod records;
mod three_way;

use crate::answers::{Answer, Answers, Group, Place, Removal, Removed};
use std::sync::Arc;

/// Two copies as one.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// What both agree on; where they do not, what is in our copy, or else in theirs.
    pub answers: Answers,
    /// Where they do not agree, in the order of the answers.
    pub conflicts: Vec<Conflict>,
}

/// A place at which two copies differ. A side is `None` where there is nothing in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The answer or the instance.
    pub place: Place,
    /// What is in our copy.
    pub ours: Option<Version>,
    /// What is in the other copy.
    pub theirs: Option<Version>,
    /// What was in the copy that both come from.
    pub base: Option<Version>,
}

/// What one copy has at a place.
#[derive(Debug, Clone, PartialEq)]
pub enum Version {
    /// An answer.
    Answer(Arc<Answer>),
    /// An instance with all that it holds.
    Instance(Arc<Group>),
}

/// A side of a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// Our copy.
    Ours,
    /// The other copy.
    Theirs,
}

impl Conflict {
    /// What one side has.
    pub fn side(&self, side: Side) -> Option<&Version> {
        match side {
            Side::Ours => self.ours.as_ref(),
            Side::Theirs => self.theirs.as_ref(),
        }
    }
}

/// Merges two copies of the answers to one questionnaire, with the state that both come from if it is known.
pub fn merge(base: Option<&Answers>, ours: &Answers, theirs: &Answers) -> Merged {
    let mut conflicts = Vec::new();
    let root = three_way::groups(
        base.map(Answers::root),
        ours.root(),
        theirs.root(),
        &Place::root(),
        &mut conflicts,
    );
    let removed = records::merged(base, ours, theirs);
    Merged {
        answers: Answers::of(root, removed),
        conflicts,
    }
}

impl Merged {
    /// Settles a conflict, by its position. What the other side had is kept on record as removed; `at` is in seconds
    /// since 1970. False where there is no such conflict.
    pub fn resolve(&mut self, conflict: usize, side: Side, at: i64) -> bool {
        if conflict >= self.conflicts.len() {
            return false;
        }
        let conflict = self.conflicts.remove(conflict);
        let loser = match side {
            Side::Ours => Side::Theirs,
            Side::Theirs => Side::Ours,
        };
        let place = &conflict.place;
        let is_on_record = match conflict.side(side) {
            Some(Version::Answer(answer)) if self.answers.answer(place) == Some(&**answer) => false,
            Some(Version::Answer(answer)) => {
                let was_cleared = self.answers.clear(place, at);
                if let Some(refused) = self.answers.put(place, (**answer).clone()) {
                    // A section stands there: the answer is at least not lost.
                    self.record(place, &Version::Answer(Arc::new(refused)), at);
                }
                was_cleared
            }
            // An instance that either side has is there.
            Some(Version::Instance(_)) => false,
            None => match place.instance() {
                Some(id) => self.answers.remove_instance(&place.without_instance(), id, at),
                None => self.answers.clear(place, at),
            },
        };
        if let Some(version) = conflict.side(loser).filter(|_| !is_on_record) {
            self.record(place, version, at);
        }
        true
    }

    /// The merged answers. Of conflicts that are still open our side stays, and theirs is kept on record as removed.
    pub fn into_answers(mut self, at: i64) -> Answers {
        while !self.conflicts.is_empty() {
            let ours = self
                .conflicts
                .first()
                .is_some_and(|conflict| conflict.ours.is_some());
            self.resolve(0, if ours { Side::Ours } else { Side::Theirs }, at);
        }
        self.answers
    }

    /// Puts what has lost on record as removed, unless it is there all the same.
    fn record(&mut self, place: &Place, version: &Version, at: i64) {
        let what = match version {
            Version::Answer(answer) => {
                if self
                    .answers
                    .answer(place)
                    .is_some_and(|present| present.value == answer.value)
                {
                    return;
                }
                Removal::Answer {
                    place: place.clone(),
                    answer: answer.clone(),
                }
            }
            Version::Instance(group) => {
                let Some(id) = place.instance() else { return };
                if self.answers.group(place) == Some(&**group) {
                    return;
                }
                Removal::Instance {
                    section: place.without_instance(),
                    id: id.clone(),
                    position: usize::MAX,
                    group: group.clone(),
                }
            }
        };
        self.answers.push_removed(Removed { what, at });
    }
}
