//! Orphaned answers, and the questions that they can be moved to.

use super::fit::fitted;
use crate::answers::sift::Sieve;
use crate::answers::{Answer, Answers, InstanceId, Place, Value};
use crate::outline::Outline;
use crate::questionnaire::{Kind, Question, Questionnaire, Reference};

/// A question that an orphaned answer can be moved to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The question.
    pub place: Place,
    /// Whether it is answered already; that answer would be removed, and kept on record.
    pub is_answered: bool,
}

/// The live questions that take an answer that stands at a place, in the order of the document.
pub fn fitting_targets(outline: &Outline, orphan: &Place) -> Vec<Target> {
    let Some(answer) = outline.answers().answer(orphan) else {
        return Vec::new();
    };
    let fits =
        |place: &Place, question: &Question| becomes(outline, &answer.value, place, question).is_some();
    outline
        .questions()
        .filter(|(_, item, question)| item.place != *orphan && fits(&item.place, question))
        .map(|(_, item, _)| Target {
            place: item.place.clone(),
            is_answered: outline
                .answers()
                .answer(&item.place)
                .is_some_and(|answer| !answer.value.is_blank()),
        })
        .collect()
}

/// Moves an orphaned answer to a question. What stands there is removed and kept on record; `at` is in seconds since
/// 1970. `None` where there is no such orphan, or the question does not take it.
pub fn move_orphan(outline: &Outline, orphan: &Place, to: &Place, at: i64) -> Option<Answers> {
    let answer = outline.answers().answer(orphan)?;
    let item = outline.get(outline.find(to)?)?;
    let question = outline.node(item).question()?;
    let value = becomes(outline, &answer.value, to, question)?;
    let mut taken_out = TakenOut {
        questionnaire: outline.questionnaire(),
        orphan,
    };
    let mut answers = outline.answers().sifted(&mut taken_out);
    answers.clear(to, at);
    let moved = Answer {
        value,
        // Whoever moves it has looked at it.
        touched: true,
        draft: false,
        ..answer.clone()
    };
    match answers.put(to, moved) {
        None => Some(answers),
        Some(_) => None,
    }
}

/// What a value becomes as an answer to a live question.
fn becomes(outline: &Outline, value: &Value, place: &Place, question: &Question) -> Option<Value> {
    if let Kind::Links { to, .. } = &question.kind {
        let Value::Texts(ids) = value else { return None };
        let group = outline.resolve(place, Reference::Node(*to))?;
        let is_live = |id: &String| {
            InstanceId::new(id).is_some_and(|id| outline.find(&group.with_instance(&id)).is_some())
        };
        return ids.iter().all(is_live).then(|| value.clone());
    }
    fitted(None, value, &question.kind).map(|(value, _)| value)
}

/// Everything but one answer, and the sections around it that the questionnaire does not know.
struct TakenOut<'a> {
    questionnaire: &'a Questionnaire,
    orphan: &'a Place,
}

impl Sieve for TakenOut<'_> {
    fn answer(&mut self, place: &Place, answer: &Answer) -> Option<Answer> {
        (place != self.orphan).then(|| answer.clone())
    }

    fn keeps_empty(&mut self, instance: &Place) -> bool {
        let known = instance.path().and_then(|path| self.questionnaire.find(&path));
        known.is_some_and(|known| self.questionnaire.node(known).section().is_some())
    }
}
