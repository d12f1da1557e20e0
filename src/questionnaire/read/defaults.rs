//! The default of a question.

use super::super::PartialDate;
use super::super::date::Precision;
use super::super::kind::{Choice, Kind};
use super::super::mistake::{Expected, Holder, Mistake};
use super::attributes::{Attributes, wrong_type};
use super::draft::{KindDraft, TemplateDraft};
use super::nodes::NodeReader;
use super::templates;
use crate::text::similar::similar;
use toml::Spanned;
use toml::de::DeValue;

/// Reads the default, and checks it against the kind where it is the same whatever the answers are.
pub(super) fn read(
    reader: &mut NodeReader<'_>,
    attributes: Attributes<'_>,
    kind: Option<&KindDraft<'_>>,
) -> Option<TemplateDraft> {
    let value = attributes.value("default")?;
    let written = match value.get_ref() {
        DeValue::String(text) => text.to_string(),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(boolean) => boolean.to_string(),
        DeValue::Datetime(date) => date.to_string(),
        DeValue::Array(_) | DeValue::Table(_) => {
            wrong_type(value, Expected::Scalar, &mut reader.mistakes);
            return None;
        }
    };
    let text = Spanned::new(value.span(), written.as_str());
    let draft = templates::parse(&mut reader.engine, reader.source, &text, &mut reader.mistakes)?;
    if draft.parsed.is_plain()
        && let Some(KindDraft::Known(kind)) = kind
        && let Err(mistake) = check(&written, kind)
    {
        reader.mistakes.report(value.span(), mistake);
    }
    Some(draft)
}

/// Whether a text is an answer to a question of this kind.
fn check(text: &str, kind: &Kind) -> Result<(), Mistake> {
    let is_date = |precision| PartialDate::parse(text).is_some_and(|date| date.precision() == precision);
    let sound = match kind {
        Kind::Line => !text.contains('\n'),
        Kind::Number { .. } => text.trim().parse::<f64>().is_ok_and(f64::is_finite),
        Kind::Date(_) => is_date(Precision::Day),
        Kind::Month(_) => is_date(Precision::Month),
        Kind::Year(_) => is_date(Precision::Year),
        Kind::YesNo => matches!(text, "true" | "false" | "yes" | "no" | "是" | "否"),
        Kind::Choice {
            choices,
            other: false,
        } => return known(text, choices),
        // One a line, as the writer would put them in.
        Kind::Choices {
            choices,
            other: false,
            ..
        } => return text.lines().try_for_each(|line| known(line, choices)),
        Kind::Choice { .. } | Kind::Prose | Kind::List(_) | Kind::Choices { .. } | Kind::Links { .. } => true,
    };
    if sound {
        Ok(())
    } else {
        let holder = Holder::Question(kind.name());
        Err(Mistake::BadDefault { holder })
    }
}

/// Whether a text is the value of a choice.
pub(super) fn known(text: &str, choices: &[Choice]) -> Result<(), Mistake> {
    if choices.iter().any(|choice| choice.value == text) {
        return Ok(());
    }
    let values = || choices.iter().map(|choice| choice.value.as_str());
    Err(Mistake::UnknownChoice {
        value: text.to_owned(),
        suggestion: similar(text, values()),
        known: values().map(str::to_owned).collect(),
    })
}
