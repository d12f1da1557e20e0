//! Records of what was removed, from which it comes back.

use super::tree::Group;
use super::{Answer, InstanceId, Place};
use std::sync::Arc;

/// Something that was taken out of the answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Removed {
    /// What, and from where.
    pub what: Removal,
    /// When, in seconds since 1970-01-01 UTC, or [`Removed::AT_NO_KNOWN_TIME`].
    pub at: i64,
}

impl Removed {
    /// The time of what was set aside without a person's doing.
    pub const AT_NO_KNOWN_TIME: i64 = 0;

    /// An answer to the question at `place`. `at` is in seconds since 1970.
    pub fn answer(place: Place, answer: Answer, at: i64) -> Self {
        let answer = Arc::new(answer);
        Self {
            what: Removal::Answer { place, answer },
            at,
        }
    }

    /// Whether it is a text that was never finished, and so never an answer.
    pub fn is_unfinished(&self) -> bool {
        matches!(&self.what, Removal::Answer { answer, .. } if answer.draft)
    }
}

/// What was removed.
#[derive(Debug, Clone, PartialEq)]
pub enum Removal {
    /// An answer that was cleared.
    Answer {
        /// The question.
        place: Place,
        /// What it held.
        answer: Arc<Answer>,
    },
    /// An instance of a repeated section.
    Instance {
        /// The section as a whole.
        section: Place,
        /// The instance.
        id: InstanceId,
        /// Its position before it was removed, from 0.
        position: usize,
        /// What it held.
        group: Arc<Group>,
    },
}

impl Removal {
    /// Where it stood.
    pub fn place(&self) -> Place {
        match self {
            Self::Answer { place, .. } => place.clone(),
            Self::Instance { section, id, .. } => section.with_instance(id),
        }
    }

    /// The first answer in it, and where that stood.
    pub fn first_answer(&self) -> Option<(Place, Answer)> {
        match self {
            Self::Answer { place, answer } => Some((place.clone(), (**answer).clone())),
            Self::Instance { group, .. } => {
                let mut first = None;
                group.visit(&self.place(), &mut |place, answer| {
                    first.get_or_insert_with(|| (place, answer.clone()));
                });
                first
            }
        }
    }
}
