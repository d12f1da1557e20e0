//! What is answered about an instance elsewhere: in sections paired with it, and by links to it.

use crate::answers::{InstanceId, Place, Value};
use crate::outline::Outline;
use crate::questionnaire::{Kind, NodeId, Repetition};

/// Whether something has been answered about an instance of a group outside it.
pub(super) fn is_answered_about(outline: &Outline, group: &Place, id: &InstanceId) -> bool {
    let questionnaire = outline.questionnaire();
    let node_of = |place: &Place| questionnaire.find(&place.path()?);
    let source_of = |node: &NodeId| match questionnaire.node(*node).section()?.repetition {
        Repetition::ForEach(source) => Some(source),
        Repetition::Once | Repetition::Repeat { .. } => None,
    };
    let target = node_of(group);
    let mut found = false;
    outline.answers().visit(|place, answer| {
        if found || !sees(&place, group) {
            return;
        }
        let question = node_of(&place).and_then(|node| questionnaire.node(node).question());
        if let (Some(Kind::Links { to, .. }), Value::Texts(ids)) =
            (question.map(|question| &question.kind), &answer.value)
        {
            found |= Some(*to) == target && ids.iter().any(|linked| linked == id.as_str());
        }
        let mut around = place.parent();
        while let Some(place) = around {
            if place.instance() == Some(id) {
                let mut sources = std::iter::successors(node_of(&place), source_of).skip(1);
                found |= sources.any(|source| Some(source) == target);
            }
            around = place.parent();
        }
    });
    found
}

/// Whether a group, as it is named from a place, is the one in the same instances as that place.
fn sees(place: &Place, group: &Place) -> bool {
    let steps = place.steps().iter().zip(group.steps());
    let mut shared = steps.take_while(|(a, b)| a.name == b.name);
    shared.all(|(a, b)| a.instance == b.instance || b.instance.is_none())
}
