//! Questionnaires that are too much of something.

use std::sync::Arc;

use super::timed;
use tigang::answers::Answers;
use tigang::interview::Work;
use tigang::messages::Locale;
use tigang::questionnaire::read;
use tigang::questionnaire::render::{Style, render};

/// So many lines, each made of its number.
fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

/// What the questionnaire is refused for: the code of its first mistake, or nothing.
fn refused_for(what: &str, nodes: &str) -> Option<&'static str> {
    let source = format!("format = 1\ntitle = 't'\n{nodes}");
    timed(what, || match read(&source) {
        Ok(questionnaire) => {
            Work::new(&Arc::new(questionnaire), Arc::new(Answers::default()));
            None
        }
        Err(mistakes) => {
            let style = Style {
                locale: Locale::Zh,
                color: false,
                ascii: false,
                width: 80,
            };
            assert!(!render(&mistakes, &source, "卷.toml", style).is_empty());
            mistakes.first().map(|first| first.code())
        }
    })
}

#[test]
fn too_much_of_anything_is_refused_with_a_word() {
    let question = |id: String| format!("[{id}]\nask = 'x'\n");
    let nested =
        |open: &str, close: &str| format!("[a]\ntext = '{}{}'\n", open.repeat(5_000), close.repeat(5_000));
    let cases: [(&str, String, Option<&str>); 19] = [
        (
            "15,000 questions",
            lines(15_000, |i| question(format!("a{i}"))),
            None,
        ),
        (
            "45,000 questions",
            lines(45_000, |i| question(format!("a{i}"))),
            Some("too-large"),
        ),
        (
            "45,000 tables out of order",
            lines(22_500, |i| question(format!("a{i}.b")))
                + &lines(22_500, |i| format!("[a{i}]\nheading = 'h'\n")),
            Some("too-large"),
        ),
        (
            "4,500 tables out of order",
            lines(2_250, |i| question(format!("a{i}.b")))
                + &lines(2_250, |i| format!("[a{i}]\nheading = 'h'\n")),
            None,
        ),
        (
            "2,000 headers among 20,000 keys",
            lines(20_000, |i| format!("k{i}=1\n")) + &lines(2_000, |i| format!("[k{i}]\n")),
            Some("too-large"),
        ),
        (
            "500,000 keys",
            lines(500_000, |i| format!("a{i}.b=1\n")),
            Some("too-large"),
        ),
        (
            "200,000 lines of no sense",
            "= = =\n".repeat(200_000),
            Some("syntax"),
        ),
        (
            "a million broken lines",
            "x\n".repeat(1_000_000),
            Some("too-large"),
        ),
        (
            "45,000 brackets",
            format!("x = {}", "[".repeat(45_000)),
            Some("syntax"),
        ),
        (
            "45,000 braces",
            format!("x = {}", "{a=".repeat(45_000)),
            Some("syntax"),
        ),
        (
            "a path of 5,000 names",
            format!("[{}a]\nask = 'x'\n", "a.".repeat(5_000)),
            Some("too-deep"),
        ),
        ("a file of 5 MB", "#".repeat(5 << 20), Some("too-large")),
        (
            "loops in loops",
            format!(
                "[a]\ntext = '{}x{}'\n",
                "{% for i in range(9999) %}".repeat(5),
                "{% endfor %}".repeat(5)
            ),
            None,
        ),
        (
            "parentheses without end",
            nested("{{ (", ""),
            Some("template-too-long"),
        ),
        (
            "conditions in conditions",
            nested("{% if 1 %}", "{% endif %}"),
            Some("template-syntax"),
        ),
        (
            "a macro that calls itself",
            "[a]\ntext = '{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}'\n".to_owned(),
            None,
        ),
        (
            "a text that doubles itself",
            format!(
                "[a]\ntext = '{{% set x = \"字\" %}}{}{{{{ x }}}}'\n",
                "{% set x = x ~ x %}".repeat(60)
            ),
            None,
        ),
        (
            "a huge repetition",
            "[a]\ntext = '{{ \"字\" * 999999999 }}'\n".to_owned(),
            None,
        ),
        (
            "a pattern that explodes",
            "[a]\nask = 'x'\npattern = '(\\\\p{L}{1,500}){1,500}'\n".to_owned(),
            Some("bad-regex"),
        ),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(what, nodes, expected)| {
            let found = refused_for(what, nodes);
            (found != *expected).then(|| format!("{what}: {found:?} instead of {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
