//! Whether a value given to a question of one kind is an answer to a question of another.

use crate::answers::Value;
use crate::outline::meaning::{self, Meaning};
use crate::questionnaire::Kind;

/// How a value stands to the question that it has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// It reads as an answer, as it stands.
    Reads,
    /// It was put into another form, in which it reads: a list as paragraphs, a choice as its label.
    Converted,
    /// It is of the right kind but not among the choices, or not exact enough; it stays for the writer to mend.
    Unreadable,
}

/// A value as an answer to a question of a new kind, and how it fits; `None` where it must not stand there, because
/// the kind has changed and it means nothing to the new one.
pub(super) fn fitted(old: Option<&Kind>, value: &Value, new: &Kind) -> Option<(Value, Fit)> {
    let as_it_stands = |fit| Some((value.clone(), fit));
    let same_kind = old.is_some_and(|old| old.name() == new.name());
    let is_link = |kind: &Kind| matches!(kind, Kind::Links { .. });
    if !same_kind && (is_link(new) || old.is_some_and(is_link)) {
        // Ids are no words, and words no ids, though they may look alike.
        return None;
    }
    let choices_to_words = !same_kind
        && matches!(old, Some(Kind::Choice { .. } | Kind::Choices { .. }))
        && matches!(new, Kind::Line | Kind::Prose | Kind::List(_));
    if !choices_to_words && reads(new, value) {
        return as_it_stands(Fit::Reads);
    }
    let in_words = shown(old, value).map(|typed| meaning::from_typed(new, &typed));
    match in_words.filter(|converted| reads(new, converted)) {
        Some(converted) if converted == *value => as_it_stands(Fit::Reads),
        Some(converted) => Some((converted, Fit::Converted)),
        None if same_kind => as_it_stands(Fit::Unreadable),
        // What was not understood before either is not to be lost sight of now.
        None if old.is_some_and(|old| !reads(old, value)) => as_it_stands(Fit::Unreadable),
        None => None,
    }
}

fn reads(kind: &Kind, value: &Value) -> bool {
    let one_line = |text: &str| !text.contains('\n');
    match (kind, value) {
        (Kind::Line, Value::Text(text)) => one_line(text),
        (Kind::List(_), Value::Text(text)) => one_line(text),
        _ => meaning::read(kind, value).is_ok(),
    }
}

/// A value as a person would have typed it: what was chosen by its label. `None` for what has no words.
fn shown(kind: Option<&Kind>, value: &Value) -> Option<String> {
    match (kind, value) {
        (_, Value::Boolean(_) | Value::Opaque(_)) => None,
        (Some(kind @ (Kind::Choice { .. } | Kind::Choices { .. })), value) => {
            match meaning::read(kind, value) {
                Ok(Meaning::Choice(label)) => Some(label),
                Ok(Meaning::Texts(labels)) => Some(labels.join("\n")),
                _ => Some(value.to_typed()),
            }
        }
        (_, value) => Some(value.to_typed()),
    }
}
