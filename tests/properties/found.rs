//! What the properties have found, each as the smallest case of its own.

use std::sync::Arc;
use tigang::answers::{Origin, file};
use tigang::document::assemble;
use tigang::export::{Format, PlainText};
use tigang::outline::outline;
use tigang::questionnaire;

/// The text that a questionnaire's nodes give with these answers.
fn text(nodes: &str, answers: &str) -> String {
    let source = format!("format = 1\ntitle = \"卷\"\nindent = \"\"\n{nodes}");
    let questionnaire = Arc::new(questionnaire::read(&source).expect("a sound questionnaire"));
    let table = toml::from_str(answers).expect("sound answers");
    let reading = file::read(&table, &questionnaire, Origin::Typed);
    let document = assemble(&outline(&questionnaire, &Arc::new(reading.answers)));
    assert_eq!(document.failures, []);
    String::from_utf8(Format::Text.export(&document, &PlainText::default())).expect("UTF-8")
}

#[test]
fn each_gives_the_expected_text() {
    for (what, nodes, answers, expected) in [
        (
            "a condition counts the section that it stands in",
            "[a]\nrepeat = true\n[a.x]\nask = '？'\n[a.y]\nask = '？'\nwhen = { a = { min = 2 } }\n",
            "[[a]]\nx = '一'\ny = '二'\n[[a]]\nx = '三'\ny = '四'\n",
            "一\n二\n三\n四\n",
        ),
        (
            "and finds too few instances of it",
            "[a]\nrepeat = true\n[a.x]\nask = '？'\n[a.y]\nask = '？'\nwhen = { a = { min = 2 } }\n",
            "[[a]]\nx = '一'\ny = '二'\n",
            "一\n",
        ),
        (
            "one choice without brackets is among the choices",
            "[a]\nask = '？'\nkind = 'choices'\nchoices = ['红', '绿']\n[b]\nask = '？'\nwhen = { a = { contains = '红' } }\n",
            "a = '红'\nb = '二'\n",
            "红\n二\n",
        ),
        (
            "a number is a text where a text is asked for",
            "[a]\nask = '？'\n[b]\nask = '？'\nwhen = { a = '5' }\n",
            "a = 5\nb = '二'\n",
            "5\n二\n",
        ),
        (
            "a heading is one line",
            "[s]\nheading = '{{ a }}'\nnumber = false\n[s.a]\nask = '？'\nkind = 'prose'\n",
            "s.a = \"一\\n二\"\n",
            "一二\n一\n二\n",
        ),
    ] {
        assert_eq!(text(nodes, answers), expected, "{what}");
    }
}
