//! What a condition asks of one answer, checked against the kind of the question.

use super::super::condition::{Condition, Reference, Test};
use super::super::date::{PartialDate, Precision};
use super::super::diagnostic::Mistakes;
use super::super::kind::{Choice, Kind};
use super::super::mistake::{Expected, Holder, Mistake};
use super::super::vocabulary::TESTS;
use super::attributes::{self, wrong_type};
use super::draft::KindDraft;
use super::{defaults, kinds};
use crate::text::similar::similar;
use toml::Spanned;
use toml::de::{DeString, DeValue};

/// What a condition asks something of.
#[derive(Debug, Clone, Copy)]
pub(super) enum Subject<'d> {
    Question(&'d KindDraft<'d>),
    RepeatedSection,
}

impl Subject<'_> {
    fn holder(&self) -> Holder {
        match self {
            Self::Question(kind) => Holder::Question(kind.name()),
            Self::RepeatedSection => Holder::RepeatedSection,
        }
    }

    /// The mistake of asking what cannot be asked; `None` is the comparison with a value.
    fn inapplicable(&self, test: Option<&'static str>) -> Mistake {
        let applicable = match self.kind() {
            _ if self.is_countable() => match self.kind() {
                Some(_) => vec!["answered", "min", "max", "contains"],
                None => vec!["answered", "min", "max"],
            },
            Some(Kind::Number { .. }) => vec!["answered", "min", "max"],
            Some(Kind::Date(_) | Kind::Month(_) | Kind::Year(_)) => vec!["answered", "before", "after"],
            Some(Kind::Line | Kind::Prose) => vec!["answered", "contains"],
            _ => vec!["answered"],
        };
        Mistake::InapplicableTest {
            test,
            holder: self.holder(),
            applicable,
        }
    }

    fn kind(&self) -> Option<&Kind> {
        match self {
            Self::Question(KindDraft::Known(kind)) => Some(kind),
            Self::Question(KindDraft::Links { .. }) | Self::RepeatedSection => None,
        }
    }

    /// How many there are can be asked.
    fn is_countable(&self) -> bool {
        match self {
            Self::RepeatedSection | Self::Question(KindDraft::Links { .. }) => true,
            Self::Question(KindDraft::Known(kind)) => matches!(kind, Kind::List(_) | Kind::Choices { .. }),
        }
    }

    fn precision(&self) -> Option<Precision> {
        match self.kind()? {
            Kind::Date(_) => Some(Precision::Day),
            Kind::Month(_) => Some(Precision::Month),
            Kind::Year(_) => Some(Precision::Year),
            _ => None,
        }
    }
}

/// Reads one key of `path = { key = value }`.
pub(super) fn named(
    subject: &Subject<'_>,
    reference: Reference,
    key: &Spanned<DeString<'_>>,
    value: &Spanned<DeValue<'_>>,
    mistakes: &mut Mistakes,
) -> Option<Condition> {
    let Some(name) = TESTS.iter().find(|name| **name == key.get_ref().as_ref()) else {
        mistakes.report(
            key.span(),
            Mistake::UnknownTest {
                name: key.get_ref().to_string(),
                suggestion: similar(key.get_ref(), TESTS.iter().copied()),
            },
        );
        return None;
    };
    let test = match (*name, subject.kind()) {
        ("answered", _) => Test::Answered(boolean(value, mistakes)?),
        ("min", _) if subject.is_countable() => Test::Min(count(value, mistakes)?),
        ("max", _) if subject.is_countable() => Test::Max(count(value, mistakes)?),
        ("min", Some(Kind::Number { .. })) => Test::Min(number(value, mistakes)?),
        ("max", Some(Kind::Number { .. })) => Test::Max(number(value, mistakes)?),
        ("before", Some(Kind::Date(_) | Kind::Month(_) | Kind::Year(_))) => {
            Test::Before(moment(subject, value, mistakes)?)
        }
        ("after", Some(Kind::Date(_) | Kind::Month(_) | Kind::Year(_))) => {
            Test::After(moment(subject, value, mistakes)?)
        }
        ("contains", Some(Kind::Choices { choices, other, .. })) => {
            Test::Contains(choice(value, choices, *other, mistakes)?)
        }
        ("contains", Some(Kind::Line | Kind::Prose | Kind::List(_))) => {
            Test::Contains(text(value, mistakes)?)
        }
        _ => {
            mistakes.report(key.span(), subject.inapplicable(Some(name)));
            return None;
        }
    };
    Some(Condition::Answer {
        subject: reference,
        test,
    })
}

/// Reads `path = value` and `path = [value, …]`.
pub(super) fn equals(
    subject: &Subject<'_>,
    reference: Reference,
    value: &Spanned<DeValue<'_>>,
    mistakes: &mut Mistakes,
) -> Option<Condition> {
    let values: Vec<&Spanned<DeValue<'_>>> = match value.get_ref() {
        DeValue::Array(items) => items.iter().collect(),
        _ => vec![value],
    };
    if values.is_empty() {
        mistakes.report(value.span(), Mistake::EmptyCondition);
        return None;
    }
    let is = |test| Condition::Answer {
        subject: reference,
        test,
    };
    match subject.kind() {
        Some(Kind::Line | Kind::Prose) => all(&values, |v| text(v, mistakes)).map(|v| is(Test::OneOf(v))),
        Some(Kind::Choice { choices, other }) => {
            all(&values, |v| choice(v, choices, *other, mistakes)).map(|v| is(Test::OneOf(v)))
        }
        // Any of several can be chosen: a value equals when it is among them.
        Some(Kind::Choices { choices, other, .. }) => {
            let values = all(&values, |v| choice(v, choices, *other, mistakes))?;
            let mut tests: Vec<_> = values
                .into_iter()
                .map(|value| is(Test::Contains(value)))
                .collect();
            if tests.len() == 1 {
                tests.pop()
            } else {
                Some(Condition::Any(tests))
            }
        }
        Some(Kind::Number { .. }) => all(&values, |v| number(v, mistakes)).map(|v| is(Test::NumberIn(v))),
        Some(Kind::Date(_) | Kind::Month(_) | Kind::Year(_)) => {
            all(&values, |v| moment(subject, v, mistakes)).map(|v| is(Test::DateIn(v)))
        }
        Some(Kind::YesNo) => boolean(value, mistakes).map(|wanted| is(Test::Is(wanted))),
        Some(Kind::List(_) | Kind::Links { .. }) | None => {
            mistakes.report(value.span(), subject.inapplicable(None));
            None
        }
    }
}

/// All values as what they mean, unless one of them is wrong. Every wrong one is reported.
fn all<T>(
    values: &[&Spanned<DeValue<'_>>],
    read: impl FnMut(&Spanned<DeValue<'_>>) -> Option<T>,
) -> Option<Vec<T>> {
    let read: Vec<Option<T>> = values.iter().copied().map(read).collect();
    read.into_iter().collect()
}

fn boolean(value: &Spanned<DeValue<'_>>, mistakes: &mut Mistakes) -> Option<bool> {
    let boolean = value.get_ref().as_bool();
    if boolean.is_none() {
        wrong_type(value, Expected::Boolean, mistakes);
    }
    boolean
}

fn count(value: &Spanned<DeValue<'_>>, mistakes: &mut Mistakes) -> Option<f64> {
    attributes::count(value, Expected::Count, mistakes).map(|count| count as f64)
}

fn number(value: &Spanned<DeValue<'_>>, mistakes: &mut Mistakes) -> Option<f64> {
    let number = attributes::number(value.get_ref());
    if number.is_none() {
        wrong_type(value, Expected::Number, mistakes);
    }
    number
}

fn text(value: &Spanned<DeValue<'_>>, mistakes: &mut Mistakes) -> Option<String> {
    attributes::string(value, Expected::String, mistakes).map(|text| text.into_inner().to_owned())
}

fn choice(
    value: &Spanned<DeValue<'_>>,
    choices: &[Choice],
    other: bool,
    mistakes: &mut Mistakes,
) -> Option<String> {
    let text = text(value, mistakes)?;
    if !other && let Err(mistake) = defaults::known(&text, choices) {
        mistakes.report(value.span(), mistake);
        return None;
    }
    Some(text)
}

fn moment(
    subject: &Subject<'_>,
    value: &Spanned<DeValue<'_>>,
    mistakes: &mut Mistakes,
) -> Option<PartialDate> {
    kinds::date(value, subject.precision()?, mistakes)
}
