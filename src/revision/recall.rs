//! What a new session begins with by `from`: instances and answers of the last session at other places.

use super::fit::fitted;
use crate::answers::{Answer, Answers, InstanceId, Origin, Place};
use crate::questionnaire::{Body, NodeId, Questionnaire};

/// Fills the sections and questions with `from`. `last` are the answers of the last session, in the shape of this
/// questionnaire.
pub(super) fn recall(questionnaire: &Questionnaire, last: &Answers, answers: &mut Answers) {
    let mut recall = Recall {
        questionnaire,
        last,
        answers,
    };
    recall.section(Questionnaire::ROOT, &Place::root());
}

struct Recall<'a> {
    questionnaire: &'a Questionnaire,
    last: &'a Answers,
    answers: &'a mut Answers,
}

impl Recall<'_> {
    fn section(&mut self, section: NodeId, place: &Place) {
        let questionnaire = self.questionnaire;
        for &child in &questionnaire.node(section).children {
            let node = questionnaire.node(child);
            let Some(name) = &node.name else { continue };
            let place = place.child(name.as_str());
            match &node.body {
                Body::Section(section) if node.is_repeating() => {
                    if let Some(source) = section.from.and_then(|source| self.source(&place, source)) {
                        for id in self.last.instances(&source) {
                            self.answers.add_instance(&place, id, usize::MAX);
                        }
                    }
                    for id in self.answers.instances(&place) {
                        self.section(child, &place.with_instance(&id));
                    }
                }
                Body::Section(_) => self.section(child, &place),
                Body::Question(question) => {
                    let source = question
                        .from
                        .and_then(|source| Some((source, self.source(&place, source)?)));
                    let Some((source, from)) = source else { continue };
                    let Some(answer) = self.last.answer(&from).filter(|answer| !answer.value.is_blank())
                    else {
                        continue;
                    };
                    let kind = questionnaire
                        .node(source)
                        .question()
                        .map(|question| &question.kind);
                    if let Some((value, _)) = fitted(kind, &answer.value, &question.kind) {
                        self.answers
                            .put(&place, Answer::untouched(value, Origin::Carried));
                    }
                }
                Body::Text => {}
            }
        }
    }

    /// Where a node stood in the last session, seen from a place in this one: in the instances that are around both,
    /// or from which those around the place have come.
    fn source(&self, place: &Place, source: NodeId) -> Option<Place> {
        Place::of_node(self.questionnaire, source, |section| match section == source {
            true => Some(None),
            false => self.instance(place, section).map(Some),
        })
    }

    /// The instance around a place that belongs to a section, or has come from it.
    fn instance(&self, place: &Place, section: NodeId) -> Option<InstanceId> {
        let mut at = Some(place.clone());
        while let Some(place) = at {
            let own = place.path().and_then(|path| self.questionnaire.find(&path));
            let from = own.and_then(|own| self.questionnaire.node(own).section()?.from);
            if let Some(id) = place.instance()
                && (own == Some(section) || from == Some(section))
            {
                return Some(id.clone());
            }
            at = place.parent();
        }
        None
    }
}
