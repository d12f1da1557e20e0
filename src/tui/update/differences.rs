//! What is different between two states of the answers: in a list, and one by one.

use super::super::app::Looks;
use super::super::comparison::Comparison;
use super::super::dialog::MenuRow;
use super::super::step::Step;
use super::super::theme::Glyphs;
use crate::answers::Value;
use crate::messages::Locale;
use crate::outline::{Outline, Veil};
use crate::session::difference::{Change, Counts, Difference};

/// A row for each difference.
pub(super) fn rows(
    looks: Looks,
    present: Option<&Outline>,
    differences: &[Difference],
    step: impl Fn(usize) -> Step,
) -> Vec<MenuRow> {
    let rows = differences.iter().enumerate();
    let row = |(index, difference): (usize, &Difference)| {
        MenuRow::step(
            name(present, difference, looks.glyphs),
            way(looks.locale, &difference.change),
            step(index),
        )
    };
    rows.map(row).collect()
}

/// The two sides of a difference, under the titles of each.
pub(super) fn comparison(
    looks: Looks,
    present: Option<&Outline>,
    difference: &Difference,
    (before_title, after_title): (String, String),
    then: Option<Step>,
) -> Comparison {
    let (before, after) = sides(&difference.change);
    Comparison {
        title: name(present, difference, looks.glyphs),
        before: (before_title, before.map(Value::to_typed)),
        after: (after_title, after.map(Value::to_typed)),
        none: looks.locale.comparison_none().to_owned(),
        then,
        top: 0,
    }
}

/// How much is different, in a few words.
pub(super) fn counts(locale: Locale, differences: &[Difference]) -> String {
    if differences.is_empty() {
        return locale.timeline_same().to_owned();
    }
    let words = [
        Locale::timeline_added,
        Locale::timeline_changed,
        Locale::timeline_cleared,
    ];
    locale.timeline_since(Counts::of(differences).in_words(locale, words, locale.enumeration_joint()))
}

/// The section around a question and the question. Under a veil they are called as the present outline calls them, which
/// says nothing of what is hidden.
pub(super) fn name(present: Option<&Outline>, difference: &Difference, glyphs: Glyphs) -> String {
    let is_veiled =
        |outline: &&Outline| matches!(outline.veil(), Veil::Drawn(sensitive) if !sensitive.is_empty());
    let (around, title) = match present.filter(is_veiled) {
        None => (difference.around.clone(), difference.title.clone()),
        Some(outline) => match outline.find(&difference.place) {
            None => (
                String::new(),
                outline.names(&difference.place).join(glyphs.joint()),
            ),
            Some(id) => {
                let around = outline.get(id).and_then(|item| item.parent);
                let around = around.map(|around| outline.title(around));
                (around.unwrap_or_default(), outline.title(id))
            }
        },
    };
    match around.is_empty() {
        true => title,
        false => format!("{around}{}{title}", glyphs.joint()),
    }
}

/// In which way an answer differs.
fn way(locale: Locale, change: &Change) -> &'static str {
    match change {
        Change::Added { .. } => locale.difference_added(),
        Change::Changed { .. } => locale.difference_changed(),
        Change::Cleared { .. } => locale.difference_cleared(),
        Change::Reordered => locale.difference_reordered(),
    }
}

/// What a question held before and after.
pub(super) fn sides(change: &Change) -> (Option<&Value>, Option<&Value>) {
    match change {
        Change::Added { after } => (None, Some(after)),
        Change::Changed { before, after } => (Some(before), Some(after)),
        Change::Cleared { before } => (Some(before), None),
        Change::Reordered => (None, None),
    }
}
