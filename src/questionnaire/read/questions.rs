//! Questions.

use super::super::diagnostic::Mistakes;
use super::super::kind::Kind;
use super::super::mistake::{Expected, Mistake};
use super::super::node::{Carry, Pattern};
use super::attributes::{Attributes, wrong_type};
use super::draft::QuestionDraft;
use super::nodes::NodeReader;
use super::{defaults, kinds};
use crate::text::similar::similar;
use toml::de::DeValue;

/// The name of the kind that a question gives, or that it has by default; `None` where it is unknown.
pub(super) fn kind_name(attributes: Attributes<'_>, mistakes: &mut Mistakes) -> Option<&'static str> {
    if !attributes.has("kind") {
        return Some("line");
    }
    let text = attributes.string("kind", mistakes)?;
    let known = Kind::NAMES.into_iter().find(|name| name == text.get_ref());
    if known.is_none() {
        mistakes.report(
            text.span(),
            Mistake::UnknownKind {
                value: (*text.get_ref()).to_owned(),
                suggestion: similar(text.get_ref(), Kind::NAMES.into_iter()),
            },
        );
    }
    known
}

impl<'a> NodeReader<'a> {
    pub(super) fn question(
        &mut self,
        attributes: Attributes<'a>,
        kind: Option<&'static str>,
    ) -> QuestionDraft<'a> {
        let ask = self.template(attributes, "ask");
        let kind = kind.and_then(|kind| kinds::read(kind, attributes, &mut self.mistakes));
        let default = defaults::read(self, attributes, kind.as_ref());
        let sensitive = attributes
            .boolean("sensitive", &mut self.mistakes)
            .unwrap_or(false);
        QuestionDraft {
            ask,
            example: attributes.owned("example", &mut self.mistakes),
            placeholder: attributes.owned("placeholder", &mut self.mistakes),
            default,
            required: attributes.boolean("required", &mut self.mistakes).unwrap_or(true),
            pattern: self.pattern(attributes),
            sensitive,
            carry: self.carry(attributes, sensitive),
            from: attributes.string("from", &mut self.mistakes),
            kind,
        }
    }

    fn pattern(&mut self, attributes: Attributes<'_>) -> Option<Pattern> {
        self.needs(attributes, "pattern_hint", "pattern");
        let hint = attributes.owned("pattern_hint", &mut self.mistakes);
        let text = attributes.string("pattern", &mut self.mistakes)?;
        match self.patterns.compile(text.get_ref()) {
            Ok(regex) => Some(Pattern { regex, hint }),
            Err(mistake) => {
                self.mistakes.report(text.span(), mistake);
                None
            }
        }
    }

    /// What is sensitive stays behind unless the author says otherwise.
    fn carry(&mut self, attributes: Attributes<'_>, sensitive: bool) -> Carry {
        match attributes.value("carry").map(|value| (value, value.get_ref())) {
            Some((_, DeValue::Boolean(true))) => Carry::Yes,
            Some((_, DeValue::Boolean(false))) => Carry::No,
            Some((_, DeValue::String(word))) if word == "ask" => Carry::Ask,
            Some((value, DeValue::String(word))) => {
                self.mistakes.report(
                    value.span(),
                    Mistake::UnknownValue {
                        value: word.to_string(),
                        known: &["ask", "true", "false"],
                        suggestion: None,
                    },
                );
                Carry::default()
            }
            Some((value, _)) => {
                wrong_type(value, Expected::Carry, &mut self.mistakes);
                Carry::default()
            }
            None if sensitive => Carry::No,
            None => Carry::default(),
        }
    }
}
