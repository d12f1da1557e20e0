//! Typed access to the attributes of one table, collecting a mistake for each value that is of another type.

use super::super::diagnostic::Mistakes;
use super::super::mistake::{Expected, Mistake};
use super::tables;
use crate::text::similar::similar;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

/// The attributes of one table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attributes<'a> {
    entries: &'a DeTable<'a>,
    source: &'a str,
    at_root: bool,
}

impl<'a> Attributes<'a> {
    /// The attributes of a node, or, `at_root`, of the root.
    pub(super) fn of(entries: &'a DeTable<'a>, source: &'a str, at_root: bool) -> Self {
        Self {
            entries,
            source,
            at_root,
        }
    }

    /// An attribute's name and value. A child node with the name of an attribute, which is reported as such, is none.
    fn entry(self, name: &str) -> Option<(Range<usize>, &'a Spanned<DeValue<'a>>)> {
        let (key, value) = self.entries.get_key_value(name)?;
        let is_child = tables::child(key, value, self.source, self.at_root).is_some();
        (!is_child).then(|| (key.span(), value))
    }

    pub(super) fn has(self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    pub(super) fn value(self, name: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.entry(name).map(|(_, value)| value)
    }

    /// Where the attribute's name stands.
    pub(super) fn key_span(self, name: &str) -> Option<Range<usize>> {
        self.entry(name).map(|(span, _)| span)
    }

    /// Where the attribute's value stands.
    pub(super) fn span(self, name: &str) -> Option<Range<usize>> {
        self.value(name).map(Spanned::span)
    }

    pub(super) fn string(self, name: &str, mistakes: &mut Mistakes) -> Option<Spanned<&'a str>> {
        string(self.value(name)?, Expected::String, mistakes)
    }

    /// A string without its place.
    pub(super) fn owned(self, name: &str, mistakes: &mut Mistakes) -> Option<String> {
        self.string(name, mistakes)
            .map(|text| text.into_inner().to_owned())
    }

    pub(super) fn boolean(self, name: &str, mistakes: &mut Mistakes) -> Option<bool> {
        let value = self.value(name)?;
        let boolean = value.get_ref().as_bool();
        if boolean.is_none() {
            wrong_type(value, Expected::Boolean, mistakes);
        }
        boolean
    }

    /// A whole number that is not negative.
    pub(super) fn count(self, name: &str, mistakes: &mut Mistakes) -> Option<usize> {
        count(self.value(name)?, Expected::Count, mistakes)
    }

    /// A finite number.
    pub(super) fn number(self, name: &str, mistakes: &mut Mistakes) -> Option<f64> {
        let value = self.value(name)?;
        let number = number(value.get_ref());
        if number.is_none() {
            wrong_type(value, Expected::Number, mistakes);
        }
        number
    }

    /// A string that must be one of some words, as what the word stands for.
    pub(super) fn word<T: Copy>(
        self,
        name: &str,
        known: &'static [&'static str],
        meanings: &[T],
        mistakes: &mut Mistakes,
    ) -> Option<T> {
        let text = self.string(name, mistakes)?;
        let found = known.iter().position(|word| word == text.get_ref());
        if found.is_none() {
            mistakes.report(
                text.span(),
                Mistake::UnknownValue {
                    value: (*text.get_ref()).to_owned(),
                    known,
                    suggestion: similar(text.get_ref(), known.iter().copied()),
                },
            );
        }
        meanings.get(found?).copied()
    }

    /// An array of strings.
    pub(super) fn strings(self, name: &str, mistakes: &mut Mistakes) -> Option<Vec<Spanned<&'a str>>> {
        strings(self.value(name)?, mistakes)
    }

    /// Reports both bounds if the lower one is above the upper one.
    pub(super) fn ordered(self, min: &'static str, max: &'static str, sound: bool, mistakes: &mut Mistakes) {
        if !sound && let Some(span) = self.span(min) {
            mistakes.report(span, Mistake::MinAboveMax { min, max });
        }
    }
}

/// The string in a value.
pub(super) fn string<'a>(
    value: &'a Spanned<DeValue<'a>>,
    expected: Expected,
    mistakes: &mut Mistakes,
) -> Option<Spanned<&'a str>> {
    let text = value.get_ref().as_str();
    if text.is_none() {
        wrong_type(value, expected, mistakes);
    }
    text.map(|text| Spanned::new(value.span(), text))
}

/// The strings in an array.
pub(super) fn strings<'a>(
    value: &'a Spanned<DeValue<'a>>,
    mistakes: &mut Mistakes,
) -> Option<Vec<Spanned<&'a str>>> {
    let Some(items) = value.get_ref().as_array() else {
        wrong_type(value, Expected::Strings, mistakes);
        return None;
    };
    let texts = items
        .iter()
        .filter_map(|item| string(item, Expected::String, mistakes));
    Some(texts.collect())
}

/// The whole number in a value; `expected` says from where it may run.
pub(super) fn count(
    value: &Spanned<DeValue<'_>>,
    expected: Expected,
    mistakes: &mut Mistakes,
) -> Option<usize> {
    let least = usize::from(expected == Expected::PositiveCount);
    let count = value
        .get_ref()
        .as_integer()
        .and_then(integer)
        .and_then(|number| usize::try_from(number).ok())
        .filter(|count| *count >= least);
    if count.is_none() {
        wrong_type(value, expected, mistakes);
    }
    count
}

/// The value of a TOML integer, if it is not beyond all measure.
pub(super) fn integer(integer: &DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// The finite number in a value.
pub(super) fn number(value: &DeValue<'_>) -> Option<f64> {
    let number = match value {
        DeValue::Integer(whole) => integer(whole)? as f64,
        DeValue::Float(float) => float.as_str().parse().ok()?,
        _ => return None,
    };
    number.is_finite().then_some(number)
}

pub(super) fn wrong_type(value: &Spanned<DeValue<'_>>, expected: Expected, mistakes: &mut Mistakes) {
    mistakes.report(
        value.span(),
        Mistake::WrongType {
            expected,
            found: value.get_ref().type_str(),
        },
    );
}
