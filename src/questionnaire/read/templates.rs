//! Templates: parsing them, and what the template engine itself would find only when it renders.

use super::super::diagnostic::Mistakes;
use super::super::mistake::Mistake;
use super::super::template::{self, Engine};
use super::draft::TemplateDraft;
use super::lexer::{self, Usage, Word};
use super::place::Place;
use crate::text::similar::similar;
use std::ops::Range;
use toml::Spanned;

/// How many words and signs one tag may hold, and how many `elif` a template. The template engine recurses over both
/// without a limit of its own, and overflows the stack somewhere above a thousand.
const MAX_LENGTH: usize = 200;

/// Tags that read other templates, of which there are none.
const USELESS_TAGS: [&str; 5] = ["include", "import", "from", "extends", "block"];

/// Parses a template. A template with mistakes in it gives `None`.
pub(super) fn parse(
    engine: &mut Engine,
    source: &str,
    text: &Spanned<&str>,
    mistakes: &mut Mistakes,
) -> Option<TemplateDraft> {
    let place = Place::of(source, text.span(), text.get_ref());
    let words = lexer::words(text.get_ref());
    if words.longest_tag.max(words.elif_tags()) > MAX_LENGTH {
        mistakes.report(place.whole(), Mistake::TemplateTooLong { limit: MAX_LENGTH });
        return None;
    }
    let (parsed, names) = match engine.parse(text.get_ref()) {
        Ok(parsed) => parsed,
        Err(error) => {
            let span = error.range().map_or(place.whole(), |range| place.part(range));
            let detail = error.detail().unwrap_or("invalid template").to_owned();
            mistakes.report(span, Mistake::TemplateSyntax { detail });
            return None;
        }
    };
    let mut sound = true;
    let mut report = |word: &lexer::Word<'_>, mistake| {
        sound = false;
        mistakes.report(place.part(word.span.clone()), mistake);
    };
    for word in &words.words {
        let name = word.text;
        match word.usage {
            Usage::Tag if USELESS_TAGS.contains(&name) => {
                report(word, Mistake::TemplateTag { tag: name.to_owned() });
            }
            Usage::Filter if !engine.is_filter(name) => report(
                word,
                Mistake::UnknownFilter {
                    name: name.to_owned(),
                    suggestion: similar(name, template::FILTERS.iter().copied()),
                },
            ),
            Usage::Test if !engine.is_test(name) => report(
                word,
                Mistake::UnknownTemplateTest {
                    name: name.to_owned(),
                    suggestion: similar(name, template::TESTS.iter().copied()),
                },
            ),
            Usage::Call if !engine.is_builtin(name) && names.iter().any(|used| used == name) => report(
                word,
                Mistake::UnknownFunction {
                    name: name.to_owned(),
                    suggestion: similar(name, template::FUNCTIONS.iter().copied()),
                },
            ),
            _ => {}
        }
    }
    let names = names
        .iter()
        .filter(|name| !engine.is_builtin(name))
        .cloned()
        .collect();
    sound.then_some(TemplateDraft { parsed, names, place })
}

/// Where a name stands in a template; the whole template where it cannot be told.
pub(super) fn name_span(template: &TemplateDraft, name: &str) -> Range<usize> {
    let words = lexer::words(template.parsed.source()).words;
    first_free(&words, name).map_or(template.place.whole(), |word| {
        template.place.part(word.span.clone())
    })
}

/// The first use of a name where it is not the variable of a loop.
fn first_free<'w, 't>(words: &'w [Word<'t>], name: &str) -> Option<&'w Word<'t>> {
    let first = name.split('.').next().unwrap_or(name);
    let mut loops: Vec<bool> = Vec::new();
    let mut in_head = false;
    for word in words {
        match (word.usage, word.text) {
            (Usage::Tag, "for") => {
                loops.push(false);
                in_head = true;
            }
            (Usage::Tag, "endfor") => {
                loops.pop();
            }
            (Usage::Name, "in") => in_head = false,
            (Usage::Name, variable) if in_head => {
                if let Some(is_bound) = loops.last_mut() {
                    *is_bound |= variable == first;
                }
            }
            (Usage::Name, used) if !loops.contains(&true) && is_or_begins_with(used, name) => {
                return Some(word);
            }
            _ => {}
        }
    }
    None
}

/// Whether a dotted name is another one, or goes on with the number of an item as `names.0` does.
fn is_or_begins_with(word: &str, name: &str) -> bool {
    word.strip_prefix(name)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
