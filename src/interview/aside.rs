//! What is kept and not printed: removed, cleared, hidden, or without a question.

use crate::answers::{Answer, Place, Removal};
use crate::outline::Outline;
use crate::questionnaire::Questionnaire;

/// An answer or an instance that is kept and not printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Aside {
    /// Where it stands, or stood.
    pub place: Place,
    /// The short name of the nearest live section or question around it, itself included; of what a
    /// condition hides its own.
    pub around: String,
    /// What it holds, or of an instance the first of what it holds, and where; `None` for one that holds nothing.
    pub answer: Option<(Place, Answer)>,
    /// Why it is not printed.
    pub why: Why,
}

/// Why something is kept and not printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The writer took the instance out.
    Removed {
        /// Its position among [`Answers::removed`](crate::answers::Answers::removed), by which it is brought back.
        record: usize,
        /// When, in seconds since 1970, or [`Removed::AT_NO_KNOWN_TIME`](crate::answers::Removed::AT_NO_KNOWN_TIME).
        at: i64,
    },
    /// The writer cleared the answer, or another one took its place.
    Cleared {
        /// As for what was removed.
        record: usize,
        /// As for what was removed.
        at: i64,
    },
    /// A condition does not hold.
    Hidden {
        /// The section or question that it hides.
        by: Place,
    },
    /// The instance that it belongs to is not there.
    Unpaired {
        /// The instance that has no partner.
        instance: Place,
    },
    /// The questionnaire does not ask for it, or no longer.
    Orphaned,
}

/// Everything that is kept and not printed: first what was removed, the last of it first, then what stands among the
/// answers, in their order.
pub fn aside(outline: &Outline) -> Vec<Aside> {
    let answers = outline.answers();
    let around = |place: &Place| outline.title(outline.nearest(place));
    let removed = answers.removed().enumerate().rev().map(|(record, removed)| {
        let at = removed.at;
        let why = match &removed.what {
            Removal::Answer { .. } => Why::Cleared { record, at },
            Removal::Instance { .. } => Why::Removed { record, at },
        };
        let (answer, place) = (removed.what.first_answer(), removed.what.place());
        Aside {
            around: around(&place),
            place,
            answer,
            why,
        }
    });
    let standing = |place: Place, why| Aside {
        around: around(&place),
        answer: answers
            .answer(&place)
            .map(|answer| (place.clone(), answer.clone())),
        place,
        why,
    };
    let parked = outline.parked().into_iter().map(|place| {
        let why = why_parked(outline, &place);
        let around = match why {
            Why::Hidden { .. } => outline.names(&place).pop().unwrap_or_default(),
            _ => around(&place),
        };
        Aside {
            around,
            ..standing(place, why)
        }
    });
    let orphaned = outline.orphaned().into_iter();
    removed
        .chain(parked)
        .chain(orphaned.map(|place| standing(place, Why::Orphaned)))
        .filter(|aside| !is_blank(aside))
        .collect()
}

/// A blank answer is no answer; a blank instance can be brought back.
fn is_blank(aside: &Aside) -> bool {
    let blank = aside
        .answer
        .as_ref()
        .is_some_and(|(_, answer)| answer.value.is_blank());
    blank && !matches!(aside.why, Why::Removed { .. })
}

/// Why the question at a place is not live: the first thing on the way to it that is not.
fn why_parked(outline: &Outline, place: &Place) -> Why {
    let mut way: Vec<Place> = std::iter::successors(Some(place.clone()), Place::parent).collect();
    way.reverse();
    let first = way
        .into_iter()
        .find(|place| outline.find(place).is_none())
        .unwrap_or_else(|| place.clone());
    let group_is_live = first.instance().is_some() && outline.find(&first.without_instance()).is_some();
    if group_is_live && is_paired(outline.questionnaire(), &first) {
        Why::Unpaired { instance: first }
    } else {
        Why::Hidden {
            by: first.without_instance(),
        }
    }
}

fn is_paired(questionnaire: &Questionnaire, instance: &Place) -> bool {
    let node = instance.path().and_then(|path| questionnaire.find(&path));
    node.is_some_and(|node| questionnaire.pair_root(node) != node)
}
