//! The attributes of the root table.

use super::super::diagnostic::Mistakes;
use super::super::mistake::{Expected, Holder, Mistake};
use super::super::settings::{Settings, Term};
use super::super::{Language, NumberPattern, vocabulary};
use super::attributes::{self, Attributes, wrong_type};
use crate::text::count::CountBy;
use toml::de::DeValue;

/// The format that this reader knows.
const FORMAT: i64 = 1;

/// Checks the format; `false` where the rest had better not be read.
pub(super) fn check_format(attributes: Attributes<'_>, mistakes: &mut Mistakes) -> bool {
    let Some(value) = attributes.value("format") else {
        mistakes.report(0..0, Mistake::MissingFormat);
        return true;
    };
    match value.get_ref().as_integer().and_then(attributes::integer) {
        Some(FORMAT) => true,
        Some(found) if found > FORMAT => {
            mistakes.report(value.span(), Mistake::NewerFormat { found });
            false
        }
        _ => {
            wrong_type(value, Expected::Format, mistakes);
            true
        }
    }
}

/// Reads what the root says of the document as a whole.
pub(super) fn settings(attributes: Attributes<'_>, mistakes: &mut Mistakes) -> Settings {
    if !attributes.has("title") {
        mistakes.report(
            0..0,
            Mistake::MissingAttribute {
                name: "title",
                holder: Holder::Root,
            },
        );
    }
    let language = language(attributes, mistakes);
    let numbering = numbering(attributes, mistakes).unwrap_or_else(|| {
        let patterns = language.numbering().iter();
        patterns.filter_map(|p| NumberPattern::parse(p)).collect()
    });
    let count_by = attributes.word(
        "count_by",
        vocabulary::COUNTS,
        &[CountBy::Zi, CountBy::Words, CountBy::Characters],
        mistakes,
    );
    Settings {
        title: attributes.owned("title", mistakes).unwrap_or_default(),
        about: attributes.owned("about", mistakes),
        version: attributes.owned("version", mistakes),
        numbering,
        indent: attributes
            .owned("indent", mistakes)
            .unwrap_or_else(|| language.indent().to_owned()),
        paragraph_gap: attributes.count("paragraph_gap", mistakes).unwrap_or(0),
        count_by: count_by.unwrap_or_else(|| language.count_by()),
        terms: terms(attributes, mistakes),
        language,
    }
}

fn language(attributes: Attributes<'_>, mistakes: &mut Mistakes) -> Language {
    let Some(text) = attributes.string("language", mistakes) else {
        return Language::default();
    };
    Language::from_tag(text.get_ref()).unwrap_or_else(|| {
        let tag = (*text.get_ref()).to_owned();
        mistakes.report(text.span(), Mistake::BadLanguage { tag });
        Language::default()
    })
}

fn numbering(attributes: Attributes<'_>, mistakes: &mut Mistakes) -> Option<Vec<NumberPattern>> {
    let texts = attributes.strings("numbering", mistakes)?;
    let mut patterns = Vec::new();
    for text in texts {
        match NumberPattern::parse(text.get_ref()) {
            Some(pattern) => patterns.push(pattern),
            None => mistakes.report(
                text.span(),
                Mistake::BadNumbering {
                    pattern: (*text.get_ref()).to_owned(),
                },
            ),
        }
    }
    Some(patterns)
}

fn terms(attributes: Attributes<'_>, mistakes: &mut Mistakes) -> Vec<Term> {
    let Some(value) = attributes.value("terms") else {
        return Vec::new();
    };
    let DeValue::Table(table) = value.get_ref() else {
        wrong_type(value, Expected::Table, mistakes);
        return Vec::new();
    };
    let mut terms = Vec::new();
    for (preferred, avoid) in table {
        let avoid = attributes::strings(avoid, mistakes).unwrap_or_default();
        terms.push(Term {
            preferred: preferred.get_ref().to_string(),
            avoid: avoid.iter().map(|text| (*text.get_ref()).to_owned()).collect(),
        });
    }
    terms
}
