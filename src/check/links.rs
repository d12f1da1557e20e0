//! What should be linked and is not: a problem that no measure answers, a measure that answers nothing.

use super::{Finding, Problem};
use crate::answers::{InstanceId, Place};
use crate::outline::{Form, Item, ItemId, Meaning, Outline, Standing};
use crate::questionnaire::{Kind, NodeId, Reference};
use std::collections::HashSet;

pub(super) fn findings(outline: &Outline) -> Vec<Finding> {
    let nodes = outline.questionnaire().nodes();
    let links = nodes.filter_map(|(id, node)| match node.question()?.kind {
        Kind::Links { to, .. } => Some((id, to)),
        _ => None,
    });
    links
        .flat_map(|(question, to)| {
            let mut found = nothing_linked(outline, question, to);
            found.extend(unlinked(outline, question, to));
            found
        })
        .collect()
}

/// The live items of a question.
fn asked(outline: &Outline, question: NodeId) -> impl Iterator<Item = &Item> {
    let items = outline.items().map(|(_, item)| item);
    items.filter(move |item| item.node == question)
}

/// The repeated section that a question of an instance links to.
fn target(outline: &Outline, item: &Item, to: NodeId) -> Option<Place> {
    outline.resolve(&item.place, Reference::Node(to))
}

/// Questions left out although there is something to link to. Of one that must be answered, that it is not is told as of
/// any other.
fn nothing_linked(outline: &Outline, question: NodeId, to: NodeId) -> Vec<Finding> {
    let has_target = |item: &Item| {
        let group = target(outline, item, to).and_then(|place| outline.find(&place));
        group.is_some_and(|group| instances(outline, group).next().is_some())
    };
    asked(outline, question)
        .filter(|item| item.standing == Standing::Optional && has_target(item))
        .map(|item| Finding {
            place: item.place.clone(),
            problem: Problem::LinksNothing,
        })
        .collect()
}

/// Instances of the target to which no answer of the question leads.
fn unlinked(outline: &Outline, question: NodeId, to: NodeId) -> Vec<Finding> {
    let Some(by) = section_of(outline, question) else {
        return Vec::new();
    };
    let linked: HashSet<(Place, InstanceId)> = asked(outline, question)
        .flat_map(|item| {
            let ids = match outline.meaning(item) {
                Some(Meaning::Links(ids)) => ids,
                _ => Vec::new(),
            };
            let group = target(outline, item, to);
            group
                .into_iter()
                .flat_map(move |group| ids.clone().into_iter().map(move |id| (group.clone(), id)))
        })
        .collect();
    let groups = outline
        .items()
        .filter(|(_, item)| item.node == to && item.form == Form::Group);
    groups
        .flat_map(|(id, group)| instances(outline, id).map(move |(instance, own)| (group, instance, own)))
        .filter(|(group, _, id)| !linked.contains(&(group.place.clone(), (*id).clone())))
        .map(|(_, instance, _)| Finding {
            place: instance.place.clone(),
            problem: Problem::Unlinked { by: by.clone() },
        })
        .collect()
}

/// The instances of a group in which something is written: what is blank is found unanswered already.
fn instances(outline: &Outline, group: ItemId) -> impl Iterator<Item = (&Item, &InstanceId)> {
    outline.children(group).filter_map(|(_, item)| {
        let own = outline.answers().group(&item.place)?;
        own.first_answer()?;
        Some((item, item.place.instance()?))
    })
}

/// The short name of the section in which a question is asked, if that section is part of the document.
fn section_of(outline: &Outline, question: NodeId) -> Option<String> {
    let section = outline.questionnaire().node(question).parent?;
    let live = outline
        .items()
        .find(|(_, item)| item.node == section && !matches!(item.form, Form::Instance { .. }));
    live.map(|(id, _)| outline.title(id))
}
