//! What is said at a stop: where it stands, the question, help, example, the present answer, what it takes.

use super::interview::Interview;
use crate::answers::Place;
use crate::interview::{Open, choosables, crumbs};
use crate::messages::Locale;
use crate::outline::{Form, Item, ItemId, Meaning, Outline, Standing};
use crate::questionnaire::{Kind, Node, Question};
use crate::text::count::{CountBy, count};

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// Everything, and answers that are not to be seen by others hidden.
    Full,
    /// Everything.
    Revealed,
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
    if extent != Extent::Brief {
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
    let hidden = question.sensitive && extent != Extent::Revealed;
    present_answer(outline, id, item, hidden, locale, lines);
    lines.push(takes(outline, node, question, locale));
}

/// Past the last stop: how things stand, and what can be done.
fn end(interview: &Interview, locale: Locale, lines: &mut Vec<String>) {
    let outline = interview.outline();
    let left = crate::interview::open(outline).count();
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
    let position = position.map(|(position, of)| locale.stop_position(position + 1, of));
    let around = crumbs(outline, id);
    position.into_iter().chain(around).collect::<Vec<_>>().join(" · ")
}

/// The guidance of the sections around an item that are not around the place where the writer was.
fn section_helps(outline: &Outline, item: &Item, before: Option<&Place>) -> Vec<String> {
    let mut helps = Vec::new();
    let mut at = item.parent;
    while let Some(section) = at.and_then(|id| outline.get(id)) {
        let is_new = before.is_none_or(|before| !before.is_within(&section.place));
        if let Some(help) = outline.node(section).help.as_ref().filter(|_| is_new) {
            helps.push(help.trim().to_owned());
        }
        at = section.parent;
    }
    helps.reverse();
    helps
}

/// After the instances of a repeated section: another one?
fn group(outline: &Outline, id: ItemId, item: &Item, locale: Locale, lines: &mut Vec<String>) {
    for fault in &item.faults {
        lines.push(fault.message(locale, outline));
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

fn present_answer(
    outline: &Outline,
    id: ItemId,
    item: &Item,
    hidden: bool,
    locale: Locale,
    lines: &mut Vec<String>,
) {
    let given = outline.answers().answer(&item.place);
    let is_default = given.is_none_or(|given| given.value.is_blank());
    let Some(shown) = shown_answer(outline, id, item) else {
        if let Some(placeholder) = outline
            .node(item)
            .question()
            .and_then(|question| question.placeholder.as_ref())
        {
            lines.push(locale.plain_note(placeholder.trim()));
        }
        return;
    };
    let shown = if hidden {
        locale.plain_hidden_answer().to_owned()
    } else {
        shown
    };
    lines.push(match item.standing {
        _ if is_default => locale.plain_default_answer(shown),
        Standing::Draft => locale.plain_draft_answer(shown),
        Standing::Untouched => locale.plain_untouched_answer(shown),
        _ => locale.plain_present_answer(shown),
    });
    for fault in &item.faults {
        lines.push(locale.plain_not_yet_right(fault.message(locale, outline)));
    }
}

/// The answer that stands at a question, as a person reads it; `None` where there is none.
pub(super) fn shown_answer(outline: &Outline, id: ItemId, item: &Item) -> Option<String> {
    let value = outline.value(item)?;
    let question = outline.node(item).question()?;
    let language = &outline.questionnaire().settings.language;
    let text = match (outline.meaning(item), &question.kind) {
        (Some(Meaning::Links(ids)), _) => {
            let options = choosables(outline, id).unwrap_or_default();
            let title = |id: &crate::answers::InstanceId| {
                let option = options.iter().find(|option| option.value == id.as_str());
                option.map_or_else(|| id.to_string(), |option| option.label.clone())
            };
            ids.iter()
                .map(title)
                .collect::<Vec<_>>()
                .join(language.enumeration())
        }
        // One item a line, as it is written.
        (Some(Meaning::Texts(texts)), Kind::List(_)) => texts.join("\n"),
        (Some(meaning), kind) => meaning.print(kind, language),
        (None, _) => value.to_typed(),
    };
    (!text.trim().is_empty()).then(|| {
        if text.contains('\n') {
            format!("\n{text}")
        } else {
            text
        }
    })
}

/// What a question takes, and how it is written.
fn takes(outline: &Outline, node: &Node, question: &Question, locale: Locale) -> String {
    let settings = &outline.questionnaire().settings;
    let language = &settings.language;
    let kind = match &question.kind {
        Kind::Line => locale.plain_takes_line().to_owned(),
        Kind::Prose => locale.plain_takes_prose().to_owned(),
        Kind::List(_) => locale.plain_takes_list().to_owned(),
        Kind::Number { unit: Some(unit), .. } => locale.hint_number_of(unit),
        Kind::Number { unit: None, .. } => locale.hint_number().to_owned(),
        Kind::Date(_) => locale.hint_date().to_owned(),
        Kind::Month(_) => locale.hint_month().to_owned(),
        Kind::Year(_) => locale.hint_year().to_owned(),
        Kind::YesNo => locale.plain_takes_yes_no(language.yes_no(true), language.yes_no(false)),
        Kind::Choice { other, .. } => with_other(locale.plain_takes_one(), *other, locale),
        Kind::Choices { other, .. } => with_other(locale.plain_takes_several(), *other, locale),
        Kind::Links { .. } => locale.plain_takes_several().to_owned(),
    };
    let mut parts = vec![kind];
    match &question.kind {
        Kind::Number { min, max, .. } => {
            parts.extend(min.map(|min| locale.fault_below_min(min)));
            parts.extend(max.map(|max| locale.fault_above_max(max)));
        }
        Kind::Date(period) | Kind::Month(period) | Kind::Year(period) => {
            parts.extend(
                period
                    .min
                    .map(|min| locale.fault_too_early(language.format_date(min))),
            );
            parts.extend(
                period
                    .max
                    .map(|max| locale.fault_too_late(language.format_date(max))),
            );
        }
        Kind::Choices { size, .. } | Kind::List(size) | Kind::Links { size, .. } => {
            parts.extend(size.min.map(|min| locale.plain_at_least_items(min)));
            parts.extend(size.max.map(|max| locale.plain_at_most_items(max)));
        }
        Kind::Line | Kind::Prose | Kind::YesNo | Kind::Choice { .. } => {}
    }
    let unit = unit(settings.count_by, locale);
    parts.extend(node.length.min.map(|min| locale.plain_at_least(min, unit)));
    parts.extend(node.length.max.map(|max| locale.plain_at_most(max, unit)));
    if !question.required {
        parts.push(locale.plain_optional().to_owned());
    }
    locale.plain_takes(parts.join(locale.plain_joint()))
}

fn with_other(hint: &str, other: bool, locale: Locale) -> String {
    if other {
        [hint, locale.plain_takes_other()].join(locale.plain_joint())
    } else {
        hint.to_owned()
    }
}

fn unit(by: CountBy, locale: Locale) -> &'static str {
    match by {
        CountBy::Zi => locale.unit_zi(),
        CountBy::Words => locale.unit_words(),
        CountBy::Characters => locale.unit_characters(),
    }
}

/// What is said of an answer that was just given: what it was taken as, or how long it is, and what is wrong with it.
pub(super) fn receipt(interview: &Interview, locale: Locale) -> Option<String> {
    let outline = interview.outline();
    let (id, item) = interview.stop()?;
    let question = outline.node(item).question()?;
    if !item.faults.is_empty() {
        let faults = item.faults.iter().map(|fault| fault.message(locale, outline));
        let faults = faults.collect::<Vec<_>>().join(locale.plain_joint());
        return Some(locale.plain_taken_but(faults));
    }
    match &question.kind {
        Kind::Line => None,
        _ if question.sensitive => Some(locale.plain_taken().to_owned()),
        Kind::Prose | Kind::List(_) => {
            let by = outline.questionnaire().settings.count_by;
            let text = shown_answer(outline, id, item)?;
            Some(locale.plain_taken_length(count(&text, by), unit(by, locale)))
        }
        _ => Some(locale.plain_taken_as(shown_answer(outline, id, item)?)),
    }
}

/// How an item stands, in words.
pub(super) fn standing(outline: &Outline, item: &Item, locale: Locale) -> String {
    if let Some(open) = Open::of(outline, item) {
        return open.message(locale, outline);
    }
    match item.standing {
        Standing::Default => locale.plain_standing_default(),
        Standing::Optional => locale.plain_standing_optional(),
        _ if item.form == Form::Group => "",
        _ => locale.plain_standing_answered(),
    }
    .to_owned()
}
