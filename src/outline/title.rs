//! Short names of items, for outlines, lists and messages.

use super::{Evaluation, Form, ItemId, Meaning, Outline, Veil};
use crate::answers::Place;
use crate::answers::sensitive::Sensitive;
use crate::questionnaire::{Body, Node};

/// Characters of an answer or a question that a short name takes at most.
const LENGTH: usize = 40;

pub(super) fn title(evaluation: &Evaluation, id: ItemId, veil: &Veil) -> String {
    let Some(item) = evaluation.item(id) else {
        return String::new();
    };
    let node = evaluation.node(item.node);
    let heading = match &node.body {
        Body::Section(section) if item.form != Form::Group => section.heading.as_ref(),
        _ => None,
    };
    let heading = heading
        .map(|template| veil.text(evaluation, id, template))
        .filter(|text| !text.trim().is_empty());
    let label = node
        .label
        .clone()
        .filter(|_| item.form == Form::Group || heading.is_none());
    let number = item
        .number
        .as_ref()
        .and_then(|number| number.written.clone())
        .unwrap_or_default();
    match (heading, label, item.form) {
        (Some(heading), _, _) => format!("{number}{}", first_line(&heading)),
        (None, Some(label), Form::Instance { position, .. }) => format!("{label} {position}"),
        (None, Some(label), _) => format!("{number}{label}"),
        (None, None, form) => match (&node.body, form) {
            (Body::Question(question), _) => first_line(&veil.text(evaluation, id, &question.ask)),
            (_, Form::Instance { position, .. }) => format!("{} {position}", fallback(evaluation, id)),
            _ => fallback(evaluation, id),
        },
    }
}

pub(super) fn names(outline: &Outline, place: &Place) -> Vec<String> {
    let id = outline.nearest(place);
    let item = outline.get(id);
    // What stands around all instances of a section stands around each of them.
    let is_group = |id: &ItemId| outline.get(*id).is_some_and(|item| item.form == Form::Group);
    let mut around = item.and_then(|item| item.parent);
    while let Some(group) = around.filter(is_group) {
        around = outline.get(group).and_then(|item| item.parent);
    }
    let live = around.into_iter().chain([id]).filter(|id| *id != Outline::ROOT);
    let depth = item.map_or(0, |item| item.place.steps().len());
    let beyond = (depth + 1..=place.steps().len()).filter_map(|length| {
        let upto: Place = place.steps().iter().take(length).cloned().collect();
        let node = upto.path().and_then(|path| outline.questionnaire().find(&path));
        match node {
            Some(node) => {
                let around = (length == depth + 1).then_some(id);
                Some(of_node(outline, outline.questionnaire().node(node), around))
            }
            None => Some(upto.last()?.name.to_string()),
        }
    });
    live.map(|id| outline.title(id)).chain(beyond).collect()
}

/// The label of a node that is not part of the document; else what it asks or its heading, where what is around it is
/// part of the document, so that this can be told; else its name.
fn of_node(outline: &Outline, node: &Node, around: Option<ItemId>) -> String {
    let template = match &node.body {
        Body::Question(question) => Some(&question.ask),
        Body::Section(section) => section.heading.as_ref(),
        Body::Text => None,
    };
    let rendered = || Some(first_line(&outline.text(around?, template?))).filter(|text| !text.is_empty());
    let name = || node.name.as_ref().map(ToString::to_string);
    let label = node.label.clone();
    label.or_else(rendered).or_else(name).unwrap_or_default()
}

/// A short name made of answers alone, but for some. Templates use it for links, so it renders none itself: a heading may
/// name the links that lead to it.
pub(super) fn of_answers(evaluation: &Evaluation, id: ItemId, without: Option<&Sensitive>) -> String {
    let answer = evaluation.child_ids(id).find_map(|child| {
        let item = evaluation.item(child)?;
        if without.is_some_and(|without| without.has(&evaluation.node(item.node).path)) {
            return None;
        }
        match evaluation.meaning(item)? {
            Meaning::Text(text) | Meaning::Choice(text) => Some(first_line(&text)),
            _ => None,
        }
    });
    let position = evaluation.item(id).map_or(0, |item| match item.form {
        Form::Instance { position, .. } => position,
        _ => 0,
    });
    answer.unwrap_or_else(|| format!("{} {position}", fallback(evaluation, id)))
}

/// The node's name, where nobody has given it a better one; the questionnaire's title for the root.
fn fallback(evaluation: &Evaluation, id: ItemId) -> String {
    let name = evaluation
        .item(id)
        .and_then(|item| evaluation.node(item.node).name.as_ref());
    name.map_or_else(
        || evaluation.questionnaire.settings.title.clone(),
        ToString::to_string,
    )
}

fn first_line(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(LENGTH).collect();
    if line.chars().count() > LENGTH {
        short.push('…');
    }
    short
}
