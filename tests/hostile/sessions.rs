//! Sessions and answers that are too much of something, or hold what no writer types.

use std::sync::Arc;

use super::timed;
use tigang::answers::{Origin, file};
use tigang::export::{Format, PlainText};
use tigang::interview::Work;
use tigang::outline::Progress;
use tigang::questionnaire::{self, Questionnaire};
use tigang::session::Session;
use tigang::session::seal::seal;
use tigang::session::state;

fn questionnaire() -> Arc<Questionnaire> {
    let source = "format = 1\ntitle = '卷'\n[a]\nask = '？'\nkind = 'prose'\n[g]\nrepeat = true\nheading = '{{ x }}'\n\
                  [g.x]\nask = '？'\ntext = ''\n[f]\nfor_each = 'g'\n[f.w]\nask = '？'\n";
    Arc::new(questionnaire::read(source).unwrap())
}

/// Reads a session, evaluates it, exports it, and writes it again: the same.
fn goes_round(what: &str, answers: &str) {
    let questionnaire = questionnaire();
    let text = format!("format = 1\nname = '名'\n\n{answers}");
    timed(what, || {
        let reading = state::parse(seal(&text).as_bytes(), &questionnaire).unwrap();
        let work = Work::new(&questionnaire, reading.session.answers.clone());
        let text = Format::Text.export(work.document(), &PlainText::default());
        assert!(String::from_utf8(text).is_ok());
        let written = reading.session.to_text(&questionnaire, Progress::default());
        let again = state::parse(seal(&written).as_bytes(), &questionnaire).unwrap();
        assert_eq!(again.session.answers, reading.session.answers);
    });
}

#[test]
fn large_sessions_are_read_and_written() {
    let long = "今年到县里调研六次。".repeat(10 << 20 >> 5);
    goes_round("an answer of 10 MB", &format!("[answers]\na = '{long}'\n"));
    let words: String = "字\n".repeat(200_000);
    goes_round(
        "an answer of 200,000 paragraphs",
        &format!("[answers]\na = '''\n{words}'''\n"),
    );
    let instances: String = (0..20_000)
        .map(|i| format!("[[answers.g]]\nid = \"i{i}\"\nx = \"第{i}项\"\n"))
        .collect();
    goes_round("20,000 instances", &instances);
    let same: String = "[[answers.g]]\nid = \"same\"\nx = \"一\"\n".repeat(20_000);
    goes_round("20,000 instances of one id", &same);
    let unknown: String = (0..20_000).map(|i| format!("[answers.u{i}]\nv = 1\n")).collect();
    goes_round("20,000 sections that nobody knows", &unknown);
    let deep = format!("[answers.{}a]\nv = 1\n", "b.".repeat(60));
    goes_round("answers nested 60 deep", &deep);
}

#[test]
fn what_is_no_text_is_refused_and_what_was_there_before_it_is_salvaged() {
    let questionnaire = questionnaire();
    for (what, broken) in [
        ("half of a pair", "b = \"\\uD800\"\n"),
        ("beyond the last character", "b = \"\\U00110000\"\n"),
        ("NUL", "b = \"\0\"\n"),
        ("an escape sequence", "b = \"\u{1b}[2J\"\n"),
        ("too deep", &format!("b = {}\n", "[".repeat(10_000))),
    ] {
        let text = format!("format = 1\n[answers]\na = \"留下的\"\n{broken}");
        assert!(
            state::parse(seal(&text).as_bytes(), &questionnaire).is_err(),
            "{what}"
        );
        let salvaged = Session::salvage(&text, &questionnaire).session;
        let mut texts = Vec::new();
        salvaged
            .answers
            .visit(|_, answer| texts.push(answer.value.to_typed()));
        assert!(texts.contains(&"留下的".to_owned()), "{what}: {texts:?}");
    }
}

#[test]
fn answers_that_spell_out_what_is_invisible_stay_as_they_are() {
    let questionnaire = questionnaire();
    let hostile = "\u{1b}]52;c;eA==\u{7}\u{202e}\u{0}\u{9b}2J";
    let mut table = toml::Table::new();
    table.insert("a".to_owned(), hostile.into());
    let answers = Arc::new(file::read(&table, &questionnaire, Origin::Typed).answers);
    let session = Session {
        answers: answers.clone(),
        ..Session::new("\u{1b}[2J".to_owned(), "卷".to_owned(), 0)
    };
    let text = session.to_text(&questionnaire, Progress::default());
    assert!(!text.contains(['\u{1b}', '\0', '\u{7}']), "{text:?}");
    let again = state::parse(seal(&text).as_bytes(), &questionnaire).unwrap();
    assert_eq!(again.session.answers, answers);
    assert_eq!(again.session.name, session.name);
}
