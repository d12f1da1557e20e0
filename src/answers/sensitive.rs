//! Answers without those that are nobody's business.

use super::sift::Sieve;
use super::{Answer, Answers, Place, Removal, Removed};
use crate::questionnaire::{NodePath, Questionnaire};
use std::sync::Arc;

/// Answers without those to sensitive questions, neither in the tree nor among what was removed.
///
/// `earlier` are questionnaires that the session had before: what was sensitive then, and has no question now, is left
/// out as well.
pub fn without_sensitive(
    answers: &Answers,
    questionnaire: &Questionnaire,
    earlier: &[Arc<Questionnaire>],
) -> Answers {
    let mut sieve = NotSensitive {
        questionnaire,
        earlier,
    };
    let removed: Vec<Removed> = answers
        .removed()
        .filter_map(|record| sieve.record(record))
        .collect();
    Answers::of(answers.root().sifted(&Place::root(), &mut sieve), removed)
}

/// The places of the answers that [`without_sensitive`] leaves out of the tree.
pub fn sensitive(
    answers: &Answers,
    questionnaire: &Questionnaire,
    earlier: &[Arc<Questionnaire>],
) -> Vec<Place> {
    let sieve = NotSensitive {
        questionnaire,
        earlier,
    };
    let mut places = Vec::new();
    answers.visit(|place, _| {
        if sieve.is_sensitive(&place) {
            places.push(place);
        }
    });
    places
}

/// Whether an answer at a place is one to a sensitive question, or was; `earlier` as for [`without_sensitive`].
pub fn is_sensitive(place: &Place, questionnaire: &Questionnaire, earlier: &[Arc<Questionnaire>]) -> bool {
    let sieve = NotSensitive {
        questionnaire,
        earlier,
    };
    sieve.is_sensitive(place)
}

struct NotSensitive<'a> {
    questionnaire: &'a Questionnaire,
    earlier: &'a [Arc<Questionnaire>],
}

impl NotSensitive<'_> {
    fn is_sensitive(&self, place: &Place) -> bool {
        let Some(path) = place.path() else { return false };
        let asked = |questionnaire: &Questionnaire, path: &NodePath| {
            let node = questionnaire.node(questionnaire.find(path)?);
            node.question().map(|question| question.sensitive)
        };
        if let Some(sensitive) = asked(self.questionnaire, &path) {
            return sensitive;
        }
        let paths = [Some(path), place.former_path()];
        paths.iter().flatten().any(|path| {
            let claimed = self.questionnaire.nodes().any(|(_, node)| {
                node.was.contains(path) && node.question().is_some_and(|question| question.sensitive)
            });
            let now = asked(self.questionnaire, path) == Some(true);
            claimed
                || now
                || self
                    .earlier
                    .iter()
                    .any(|earlier| asked(earlier, path) == Some(true))
        })
    }

    fn record(&mut self, record: &Removed) -> Option<Removed> {
        let what = match &record.what {
            Removal::Answer { place, .. } if self.is_sensitive(place) => return None,
            Removal::Answer { .. } => record.what.clone(),
            Removal::Instance {
                section,
                id,
                position,
                group,
            } => Removal::Instance {
                section: section.clone(),
                id: id.clone(),
                position: *position,
                group: Arc::new(group.sifted(&record.what.place(), self)),
            },
        };
        Some(Removed { what, at: record.at })
    }
}

impl Sieve for NotSensitive<'_> {
    fn answer(&mut self, place: &Place, answer: &Answer) -> Option<Answer> {
        (!self.is_sensitive(place)).then(|| answer.clone())
    }

    fn keeps_empty(&mut self, _instance: &Place) -> bool {
        true
    }
}
