//! What is said of an answer: the one that stands, the one that was just given.

use super::interview::Interview;
use super::takes::unit;
use crate::answers::{InstanceId, Origin};
use crate::check::of_item;
use crate::interview::choosables;
use crate::messages::Locale;
use crate::outline::{Form, Item, ItemId, Meaning, Outline, Standing};
use crate::questionnaire::Kind;
use crate::text::count::count;

/// The answer that stands at a question, what is wrong with it, and where it came from. Where there is none, what the
/// questionnaire shows in its place.
pub(super) fn present_answer(
    outline: &Outline,
    id: ItemId,
    item: &Item,
    locale: Locale,
    lines: &mut Vec<String>,
) {
    let given = outline
        .answers()
        .answer(&item.place)
        .filter(|given| !given.value.is_blank());
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
    let shown = if outline.hides(&item.place) {
        locale.plain_hidden_answer().to_owned()
    } else {
        shown
    };
    lines.push(match given {
        None => locale.plain_default_answer(shown),
        Some(given) if given.draft => locale.plain_draft_answer(shown),
        Some(given) if given.origin == Origin::Carried && !given.touched => {
            locale.plain_untouched_answer(shown)
        }
        Some(_) => locale.plain_present_answer(shown),
    });
    let question = outline.node(item).question();
    if given.is_some()
        && question.is_some_and(|question| matches!(question.kind, Kind::Prose | Kind::List(_)))
    {
        lines.push(locale.plain_rewrite_hint().to_owned());
    }
    for fault in &item.faults {
        lines.push(locale.plain_not_yet_right(fault.message(locale, outline, &item.place)));
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
            let title = |id: &InstanceId| {
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

/// What is said of an answer that was just given: what it was taken as, or how long it is, and what is wrong with it.
pub(super) fn receipt(interview: &Interview, locale: Locale) -> Option<String> {
    let outline = interview.outline();
    let (id, item) = interview.stop()?;
    let question = outline.node(item).question()?;
    if !item.faults.is_empty() {
        let faults = item
            .faults
            .iter()
            .map(|fault| fault.message(locale, outline, &item.place));
        let faults = faults.collect::<Vec<_>>().join(locale.plain_joint());
        return Some(locale.plain_taken_but(faults));
    }
    match &question.kind {
        Kind::Line => None,
        _ if outline.hides(&item.place) => Some(locale.plain_taken().to_owned()),
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
    if let Some(finding) = of_item(outline, item).first() {
        return finding.message(locale, outline);
    }
    match item.standing {
        Standing::Default => locale.plain_standing_default(),
        Standing::Optional => locale.plain_standing_optional(),
        _ if item.form == Form::Group => "",
        _ => locale.plain_standing_answered(),
    }
    .to_owned()
}
