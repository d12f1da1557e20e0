//! Where an answer is kept that the questionnaire has no place for.

use crate::answers::place::SIMILAR;
use crate::answers::{Answers, Entry, Place};
use crate::questionnaire::Questionnaire;

/// Where to keep an answer that stood at a place: there, unless the questionnaire or the answers have something else
/// there; then under a similar name beside it.
pub(super) fn stand_in(questionnaire: &Questionnaire, answers: &Answers, place: &Place) -> Place {
    let mut steps = place.steps().to_vec();
    let mut tries = vec![0; steps.len()];
    loop {
        let at: Place = steps.iter().cloned().collect();
        let clash = clash_with_nodes(questionnaire, &at).or_else(|| clash_with_answers(answers, &at));
        let Some(depth) = clash else { return at };
        let (Some(step), Some(own), Some(tries)) = (
            steps.get_mut(depth),
            place.steps().get(depth),
            tries.get_mut(depth),
        ) else {
            return at;
        };
        *tries += 1;
        step.name = match *tries {
            1 => format!("{}{SIMILAR}", own.name).into(),
            count => format!("{}{SIMILAR}{count}", own.name).into(),
        };
    }
}

/// The first step of a place for which the questionnaire has a node of another form, or, at the end, any node.
fn clash_with_nodes(questionnaire: &Questionnaire, place: &Place) -> Option<usize> {
    let mut section = Questionnaire::ROOT;
    for (depth, step) in place.steps().iter().enumerate() {
        let children = &questionnaire.node(section).children;
        let child = children.iter().copied().find(|child| {
            let own = questionnaire.node(*child).name.as_ref();
            own.is_some_and(|own| own.as_str() == &*step.name)
        })?;
        let node = questionnaire.node(child);
        let is_last = depth + 1 == place.steps().len();
        let goes_on = node.section().is_some() && node.is_repeating() == step.instance.is_some();
        if is_last || !goes_on {
            return Some(depth);
        }
        section = child;
    }
    None
}

/// The first step of a place at which something else is kept already.
fn clash_with_answers(answers: &Answers, place: &Place) -> Option<usize> {
    let mut group = answers.root();
    for (depth, step) in place.steps().iter().enumerate() {
        let is_last = depth + 1 == place.steps().len();
        group = match (group.entry(&step.name)?, &step.instance) {
            (Entry::Group(inner), None) if !is_last => inner,
            (Entry::Instances(instances), Some(id)) if !is_last => instances.get(id)?,
            _ => return Some(depth),
        };
    }
    None
}
