//! No input makes the reader panic, and whatever it finds can be drawn.

use super::super::super::render::{Style, render};
use super::*;
use crate::messages::Locale;
use proptest::prelude::*;

/// A questionnaire that uses every attribute.
const WHOLE: &str = include_str!("whole.toml");

fn reads_and_draws(bytes: &[u8]) {
    if let Err(diagnostics) = read_bytes(bytes) {
        assert!(!diagnostics.is_empty());
        let source = String::from_utf8_lossy(bytes);
        for locale in [Locale::Zh, Locale::En] {
            let style = Style {
                locale,
                color: false,
                ascii: true,
                width: 80,
            };
            let drawn = render(&diagnostics, &source, "f\u{1b}.toml", style);
            assert!(drawn.chars().all(|c| c == '\n' || !c.is_control()), "{drawn:?}");
        }
    }
}

/// Pieces of which questionnaires are made.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-c]",
        "\\[[a-c](\\.[a-c]){0,3}\\]\n",
        "\\[\\[[a-c]\\]\\]\n",
        "(text|ask|heading|default) = '(\\{\\{|\\{%|%\\}|\\}\\}|[a-c.|()一 ]|answer|each|if|is|not|\\{% for a in b %\\}|\\{% endfor %\\}|map|attribute=|\"a\"){0,8}'\n",
        "(kind|min|max|repeat|for_each|to|when|choices|number|was|format|title) = ",
        "(true|1|-1|1\\.5|nan|2021-07-03|'[a-c]'|\\['a','b'\\]|\\{ a = 1 \\}|\\{ b = \\{ min = 2 \\} \\})\n",
        "(line|prose|number|date|month|year|yes-no|choice|choices|list|links)",
        "[\\[\\]{}=.,'\"#\n\r\t \u{feff}\u{202e}\u{0}]",
    ]
}

proptest! {
    #[test]
    fn bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        reads_and_draws(&bytes);
    }

    #[test]
    fn pieces(pieces in prop::collection::vec(piece(), 0..40)) {
        reads_and_draws(format!("format = 1\ntitle = 't'\n{}", pieces.concat()).as_bytes());
    }

    #[test]
    fn whole_questionnaires_with_a_part_replaced(
        at in 0..WHOLE.len(), length in 0..40_usize, put in piece()
    ) {
        let mut bytes = WHOLE.as_bytes().to_vec();
        let end = (at + length).min(bytes.len());
        bytes.splice(at..end, put.into_bytes());
        reads_and_draws(&bytes);
    }

    #[test]
    fn whole_questionnaires_with_lines_moved(from in 0..WHOLE.lines().count(), to in 0..WHOLE.lines().count()) {
        let mut lines: Vec<_> = WHOLE.lines().collect();
        let line = lines.remove(from);
        lines.insert(to.min(lines.len()), line);
        reads_and_draws(lines.join("\n").as_bytes());
    }
}

#[test]
fn the_whole_questionnaire_is_sound_and_uses_every_attribute() {
    use super::super::super::vocabulary::*;
    let read = read(WHOLE);
    assert!(read.is_ok(), "{:#?}", read.err());
    let lists = [
        ROOT_ATTRIBUTES,
        COMMON_ATTRIBUTES,
        SECTION_ATTRIBUTES,
        QUESTION_ATTRIBUTES,
    ];
    let kinds = KIND_ATTRIBUTES.iter().flat_map(|(_, list)| *list);
    for attribute in lists.into_iter().flatten().chain(kinds) {
        let used = |line: &str| line.split('=').next().is_some_and(|key| key.trim() == *attribute);
        assert!(WHOLE.lines().any(used), "{attribute}");
    }
}

/// The limits on templates together keep the template engine, which recurses, within the stack of a test's thread.
#[test]
fn the_deepest_template_fits_the_stack() {
    let sum = format!("{{{{ 1{} }}}}", "+1".repeat(99));
    let mut read_some = false;
    for levels in 1..150 {
        let template = format!(
            "{}{}{sum}{}",
            "{% if 1 %}".repeat(levels),
            "{% elif 1 %}".repeat(199),
            "{% endif %}".repeat(levels),
        );
        let source = format!("format=1\ntitle='t'\na.text='{template}'");
        match read(&source) {
            Ok(questionnaire) => {
                read_some = true;
                let node = questionnaire.node(id(&questionnaire, "a"));
                let text = node.text.as_ref().expect("a text");
                assert!(
                    questionnaire
                        .engine()
                        .render(text, minijinja::context! {})
                        .is_ok()
                );
            }
            Err(diagnostics) => {
                assert_eq!(diagnostics.first().map(Diagnostic::code), Some("template-syntax"))
            }
        }
    }
    assert!(read_some);
}
