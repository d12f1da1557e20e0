//! What is said at a stop: where it stands, the question, help, example, the present answer, what it takes.

use super::answer::present_answer;
use super::interview::Interview;
use super::takes::takes;
use crate::answers::Place;
use crate::check::check;
use crate::interview::{choosables, crumbs};
use crate::messages::Locale;
use crate::outline::{Form, Item, ItemId, Outline};
use crate::questionnaire::{Kind, Question};

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// Everything.
    Full,
    /// Where the writer is, and the question: enough to go on after something else was shown.
    Brief,
}

/// What is said at the present stop. `before` is the stop where the writer was, whose sections need no second
/// introduction.
pub(super) fn describe(
    interview: &Interview,
    before: Option<&Place>,
    extent: Extent,
    locale: Locale,
) -> String {
    let mut lines = Vec::new();
    match interview.stop() {
        None => end(interview, locale, &mut lines),
        Some((id, item)) => stop(interview, id, item, before, extent, locale, &mut lines),
    }
    lines.join("\n")
}

fn stop(
    interview: &Interview,
    id: ItemId,
    item: &Item,
    before: Option<&Place>,
    extent: Extent,
    locale: Locale,
    lines: &mut Vec<String>,
) {
    let outline = interview.outline();
    lines.push(place(interview, id, locale));
    if extent == Extent::Full {
        lines.extend(section_helps(outline, item, before));
    }
    let node = outline.node(item);
    let Some(question) = node.question() else {
        return group(outline, id, item, locale, lines);
    };
    lines.push(outline.ask(id));
    if extent == Extent::Brief {
        return;
    }
    lines.extend(node.help.as_ref().map(|help| locale.plain_note(help.trim())));
    lines.extend(
        question
            .example
            .as_ref()
            .map(|example| locale.example(example.trim())),
    );
    options(outline, id, question, locale, lines);
    present_answer(outline, id, item, locale, lines);
    lines.push(takes(outline, node, question, locale));
}

/// Past the last stop: how things stand, and what can be done.
fn end(interview: &Interview, locale: Locale, lines: &mut Vec<String>) {
    let outline = interview.outline();
    let left = check(outline, interview.work.document()).len();
    lines.push(locale.plain_end().to_owned());
    lines.push(match left {
        0 => locale.nothing_open().to_owned(),
        left => locale.plain_left_open(left),
    });
    lines.push(locale.plain_end_hint().to_owned());
}

/// Where a stop is: its number, and the sections around it.
fn place(interview: &Interview, id: ItemId, locale: Locale) -> String {
    let outline = interview.outline();
    let position = interview.stops.position(outline, &interview.at);
    let position = position.map(|(position, of)| locale.plain_position(position + 1, of));
    let parts: Vec<String> = position.into_iter().chain(way(outline, id, locale)).collect();
    parts.join(locale.plain_joint())
}

/// What is around an item, from the outside in.
pub(super) fn way(outline: &Outline, id: ItemId, locale: Locale) -> Vec<String> {
    let crumbs = crumbs(outline, id).into_iter();
    crumbs
        .map(|crumb| match crumb.position {
            Some((position, of)) => locale.plain_instance(crumb.title, position, of),
            None => crumb.title,
        })
        .collect()
}

/// The guidance of the sections around an item that are not around the place where the writer was.
fn section_helps(outline: &Outline, item: &Item, before: Option<&Place>) -> Vec<String> {
    let known: Vec<ItemId> = before
        .map(|before| outline.nearest(before))
        .map(|id| around(outline, Some(id)).map(|(id, _)| id).collect())
        .unwrap_or_default();
    let mut helps: Vec<String> = around(outline, item.parent)
        .filter(|(id, section)| {
            // An instance is of the same node as the group of all instances, which is introduced once.
            !matches!(section.form, Form::Instance { .. }) && !known.contains(id)
        })
        .filter_map(|(_, section)| outline.node(section).help.as_ref())
        .map(|help| help.trim().to_owned())
        .collect();
    helps.reverse();
    helps
}

/// An item and those around it, from the inside out.
fn around(outline: &Outline, from: Option<ItemId>) -> impl Iterator<Item = (ItemId, &Item)> {
    let found = move |id: ItemId| Some((id, outline.get(id)?));
    std::iter::successors(from.and_then(found), move |(_, item)| found(item.parent?))
}

/// After the instances of a repeated section: another one?
fn group(outline: &Outline, id: ItemId, item: &Item, locale: Locale, lines: &mut Vec<String>) {
    for fault in &item.faults {
        lines.push(fault.message(locale, outline, &item.place));
    }
    lines.push(locale.another_ask(outline.title(id), outline.children(id).count()));
    lines.push(locale.plain_takes_another().to_owned());
}

fn options(outline: &Outline, id: ItemId, question: &Question, locale: Locale, lines: &mut Vec<String>) {
    if question.kind == Kind::YesNo {
        return;
    }
    let Some(options) = choosables(outline, id) else {
        return;
    };
    if options.is_empty() {
        lines.push(locale.nothing_to_pick().to_owned());
    }
    for (index, option) in options.iter().enumerate() {
        lines.push(locale.plain_numbered(index + 1, &option.label));
    }
}
