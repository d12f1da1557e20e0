//! What the properties have found, each as the smallest case of its own.

use std::sync::Arc;
use tigang::answers::{Origin, Place, Value, file};
use tigang::document::assemble;
use tigang::export::{Format, PlainText};
use tigang::interview::Work;
use tigang::outline::{Progress, outline};
use tigang::questionnaire::{self, Questionnaire};
use tigang::session::Session;
use tigang::session::header::Header;

const NODES: &str = "[a]\nrepeat = true\nmin = 1\n[a.x]\nask = '？'\n[b]\nfor_each = 'a'\n[b.y]\nask = '？'\n[s]\n[s.z]\nask = '？'\n";

fn sound(nodes: &str) -> Arc<Questionnaire> {
    let source = format!("format = 1\ntitle = \"卷\"\nindent = \"\"\n{nodes}");
    Arc::new(questionnaire::read(&source).expect("a sound questionnaire"))
}

fn place(path: &str) -> Place {
    Place::parse(path).expect("a place")
}

/// Work on [`NODES`] with what a session's text holds.
fn work(text: &str) -> Work {
    let questionnaire = sound(NODES);
    let reading = Session::from_text(&format!("format = 1\n{text}"), &questionnaire).expect("a session");
    Work::new(&questionnaire, reading.session.answers)
}

/// The text that a questionnaire's nodes give with these answers.
fn text(nodes: &str, answers: &str) -> String {
    let questionnaire = sound(nodes);
    let table = toml::from_str(answers).expect("sound answers");
    let reading = file::read(table, &questionnaire, Origin::Typed);
    let document = assemble(&outline(&questionnaire, &Arc::new(reading.answers)));
    assert_eq!(document.failures, []);
    String::from_utf8(Format::Text.export(&document, &PlainText::default())).expect("UTF-8")
}

#[test]
fn an_answer_of_no_known_origin_is_written_as_it_was_read() {
    let questionnaire = sound(NODES);
    for mark in [
        "origin = 'nobody knows'\ntouched = false",
        "touched = false",
        "origin = 'carried'\ntouched = false",
    ] {
        let text = format!("format = 1\n[answers.s]\nz = '字'\n[marks.'s.z']\n{mark}\n");
        let read = Session::from_text(&text, &questionnaire).expect("a session");
        let written = read.session.to_text(&questionnaire, Progress::default());
        let again = Session::from_text(&written, &questionnaire).expect("a session");
        assert_eq!(again.session, read.session, "{mark}");
    }
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
            "the month of a question called month, beside a section called so",
            "[month]\nask = '？'\nkind = 'month'\ntext = '{{ month.month }}'\n[s]\n[s.month]\nask = '？'\nkind = 'month'\n\
             text = '{{ month.year }}{{ s.month.month }}{{ s.month }}'\n",
            "month = '2021-07'\ns.month = '2022-08'\n",
            "7\n202282022年8月\n",
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

#[test]
fn a_session_is_written_as_it_stood() {
    for (what, text) in [
        (
            "what is known of the answers of an instance that was removed",
            "[[answers.a]]\nid = \"1\"\n\n[[removed]]\nat = 1\ninstance = \"a[2]\"\nposition = 1\n\n\
             [removed.holds]\nx = \"一\"\n\n[removed.marks.\"a[2].x\"]\norigin = \"carried\"\ntouched = false\n",
        ),
        (
            "records that this version does not know, from twice",
            "[[removed_unread]]\nat = 1\nolder = true\n\n[[removed_unread]]\nat = 2\nnewer = true\n",
        ),
    ] {
        let head = "format = 1\nname = \"名\"\nquestionnaire = \"卷\"\ncreated = 0\nprogress = { answered = 0, total = 0 }\n\n";
        let text = format!("{head}{text}");
        // Half of what is left over stands among the records that are tried again.
        let tried = text.replace("[[removed_unread]]\nat = 2", "[[removed]]\nat = 2");
        let reading = Session::from_text(&tried, &sound(NODES)).expect("a session");
        assert_eq!(
            reading.session.to_text(&sound(NODES), Progress::default()),
            text,
            "{what}"
        );
    }
}

#[test]
fn a_name_that_looks_like_a_table_hides_no_head() {
    let name = "一\n[二]";
    let session = Session::new(name.to_owned(), String::new(), 0);
    let text = session.to_text(&sound(NODES), Progress::default());
    assert_eq!(Header::parse(&text).map(|head| head.name).as_deref(), Some(name));
}

#[test]
fn an_instance_that_must_be_there_has_an_id_of_its_own() {
    let mut work = work("[[answers.a]]\nid = \"1\"\nx = \"一\"\n[[answers.b]]\nfor = \"1\"\ny = \"甲\"\n");
    assert!(work.remove_instance(&place("a[1]"), 0));
    // The blank one in its place does not take over its pair.
    assert_eq!(work.document().blocks, []);
    assert_eq!(work.restore(0, 1), Some(place("a[1]")));
    let ids: Vec<String> = work
        .answers()
        .instances(&place("a"))
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(ids, ["1"]);
    assert_eq!(work.document().blocks.len(), 2);
}

#[test]
fn an_answer_in_the_way_of_a_section_is_set_aside() {
    let mut work = work("[answers]\na = \"一\"\ns = \"二\"\n");
    for (at, value) in [("a[1].x", "三"), ("s.z", "四")] {
        work.commit(&place(at), Value::Text(value.to_owned()), 1);
        let given = work.answers().answer(&place(at)).map(|answer| &answer.value);
        assert_eq!(given, Some(&Value::Text(value.to_owned())), "{at}");
    }
    let aside: Vec<String> = work
        .answers()
        .removed()
        .map(|removed| removed.what.place().to_string())
        .collect();
    assert_eq!(aside, ["a", "s"]);
}

#[test]
fn what_was_answered_before_an_undo_can_still_be_reached() {
    let mut work = work("");
    for value in ["一", "二"] {
        work.commit(&place("s.z"), Value::Text(value.to_owned()), 1);
    }
    work.undo();
    work.commit(&place("s.z"), Value::Text("三".to_owned()), 1);
    let mut seen = Vec::new();
    while work.undo().is_some() {
        seen.push(
            work.answers()
                .answer(&place("s.z"))
                .map(|answer| answer.value.to_typed())
                .unwrap_or_default(),
        );
    }
    assert_eq!(seen, ["一", "二", "一", ""]);
}

#[test]
fn what_is_no_number_is_the_same_as_itself() {
    let questionnaire = sound("[n]\nask = '？'\nkind = 'number'\n");
    let given = "n = nan\nm = [nan, { x = nan }]\n";
    let read = || {
        file::read(
            toml::from_str(given).expect("TOML"),
            &questionnaire,
            Origin::Typed,
        )
    };
    assert_eq!(read(), read());
}
