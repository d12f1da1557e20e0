//! The kinds of questions, with the attributes that belong to each.

use super::super::date::{PartialDate, Precision};
use super::super::diagnostic::Mistakes;
use super::super::kind::{Choice, Kind, Period, Size};
use super::super::mistake::{Expected, Holder, Mistake};
use super::attributes::{self, Attributes, wrong_type};
use super::draft::KindDraft;
use std::collections::HashSet;
use toml::Spanned;
use toml::de::DeValue;

/// Reads the attributes of a kind; `None` where they leave it unknown what there is to answer.
pub(super) fn read<'a>(
    name: &str,
    attributes: Attributes<'a>,
    mistakes: &mut Mistakes,
) -> Option<KindDraft<'a>> {
    let kind = match name {
        "prose" => Kind::Prose,
        "number" => number(attributes, mistakes),
        "date" => Kind::Date(period(Precision::Day, attributes, mistakes)),
        "month" => Kind::Month(period(Precision::Month, attributes, mistakes)),
        "year" => Kind::Year(period(Precision::Year, attributes, mistakes)),
        "yes-no" => Kind::YesNo,
        "choice" => {
            let (choices, other) = choices("choice", attributes, mistakes)?;
            Kind::Choice { choices, other }
        }
        "choices" => {
            let size = size(attributes, mistakes);
            let (choices, other) = choices("choices", attributes, mistakes)?;
            Kind::Choices { choices, other, size }
        }
        "list" => Kind::List(size(attributes, mistakes)),
        "links" => {
            let size = size(attributes, mistakes);
            if !attributes.has("to") {
                missing("to", "links", attributes, mistakes);
            }
            let to = attributes.string("to", mistakes)?;
            return Some(KindDraft::Links { to, size });
        }
        _ => Kind::Line,
    };
    Some(KindDraft::Known(kind))
}

fn missing(name: &'static str, kind: &'static str, attributes: Attributes<'_>, mistakes: &mut Mistakes) {
    if let Some(span) = attributes.span("kind") {
        let holder = Holder::Question(kind);
        mistakes.report(span, Mistake::MissingAttribute { name, holder });
    }
}

fn number(attributes: Attributes<'_>, mistakes: &mut Mistakes) -> Kind {
    let min = attributes.number("min", mistakes);
    let max = attributes.number("max", mistakes);
    let sound = min.zip(max).is_none_or(|(min, max)| min <= max);
    attributes.ordered("min", "max", sound, mistakes);
    Kind::Number {
        min,
        max,
        unit: attributes.owned("unit", mistakes),
    }
}

fn size(attributes: Attributes<'_>, mistakes: &mut Mistakes) -> Size {
    let min = attributes.count("min", mistakes);
    let max = attributes
        .value("max")
        .and_then(|max| attributes::count(max, Expected::PositiveCount, mistakes));
    let sound = min.zip(max).is_none_or(|(min, max)| min <= max);
    attributes.ordered("min", "max", sound, mistakes);
    Size { min, max }
}

fn period(precision: Precision, attributes: Attributes<'_>, mistakes: &mut Mistakes) -> Period {
    let mut bound = |name| date(attributes.value(name)?, precision, mistakes);
    let (min, max) = (bound("min"), bound("max"));
    let sound = min.zip(max).is_none_or(|(min, max)| min.compare(&max).is_le());
    attributes.ordered("min", "max", sound, mistakes);
    Period { min, max }
}

/// The date in a value: a TOML date, a string, or a whole number as a year. It may be known less precisely than the
/// question asks; what is known more precisely is cut off, as of a TOML date that bounds a month.
pub(super) fn date(
    value: &Spanned<DeValue<'_>>,
    precision: Precision,
    mistakes: &mut Mistakes,
) -> Option<PartialDate> {
    let date = match value.get_ref() {
        DeValue::String(text) => PartialDate::parse(text),
        DeValue::Integer(year) => attributes::integer(year)
            .and_then(|year| i16::try_from(year).ok())
            .and_then(|year| PartialDate::new(year, None, None)),
        DeValue::Datetime(datetime) => datetime.date.and_then(|date| {
            PartialDate::new(
                i16::try_from(date.year).ok()?,
                Some(i8::try_from(date.month).ok()?),
                Some(i8::try_from(date.day).ok()?),
            )
        }),
        _ => {
            wrong_type(value, Expected::Date, mistakes);
            return None;
        }
    };
    let date = date.and_then(|date| date.to_precision(precision.min(date.precision())));
    if date.is_none() {
        let example = match precision {
            Precision::Year => "2021",
            Precision::Month => "2021-07",
            Precision::Day => "2021-07-03",
        };
        mistakes.report(value.span(), Mistake::BadDate { example });
    }
    date
}

/// What there is to choose from, and whether the writer may put in something else.
fn choices(
    kind: &'static str,
    attributes: Attributes<'_>,
    mistakes: &mut Mistakes,
) -> Option<(Vec<Choice>, bool)> {
    let other = attributes.boolean("other", mistakes).unwrap_or(false);
    let Some(value) = attributes.value("choices") else {
        missing("choices", kind, attributes, mistakes);
        return None;
    };
    let Some(items) = value.get_ref().as_array() else {
        wrong_type(value, Expected::Array, mistakes);
        return None;
    };
    let mut seen = HashSet::new();
    let mut choices = Vec::new();
    let mut sound = true;
    for item in items.iter() {
        let Some((value, label)) = choice(item, mistakes) else {
            sound = false;
            continue;
        };
        if !seen.insert(*value.get_ref()) {
            let value = Mistake::DuplicateChoice {
                value: (*value.get_ref()).to_owned(),
            };
            mistakes.report(item.span(), value);
            continue;
        }
        choices.push(Choice {
            value: (*value.get_ref()).to_owned(),
            label: label.unwrap_or(value.into_inner()).to_owned(),
        });
    }
    let enough = if other { 1 } else { 2 };
    if sound && items.len() < enough {
        mistakes.report(value.span(), Mistake::TooFewChoices);
    }
    sound.then_some((choices, other))
}

/// The value and the label of one choice.
fn choice<'a>(
    item: &'a Spanned<DeValue<'a>>,
    mistakes: &mut Mistakes,
) -> Option<(Spanned<&'a str>, Option<&'a str>)> {
    let Some(table) = item.get_ref().as_table() else {
        return Some((attributes::string(item, Expected::Choice, mistakes)?, None));
    };
    for key in table.keys() {
        let takes = ["value", "label"];
        if !takes.contains(&key.get_ref().as_ref()) {
            let name = key.get_ref().to_string();
            let mistake = Mistake::UnknownAttribute {
                suggestion: crate::text::similar::similar(&name, takes.into_iter()),
                takes: takes.to_vec(),
                name,
            };
            mistakes.report(key.span(), mistake);
        }
    }
    if !table.contains_key("value") {
        let holder = Holder::Choice;
        let name = "value";
        mistakes.report(item.span(), Mistake::MissingAttribute { name, holder });
    }
    let mut text = |name| attributes::string(table.get(name)?, Expected::String, mistakes);
    let label = text("label").map(Spanned::into_inner);
    Some((text("value")?, label))
}
