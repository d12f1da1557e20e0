//! Sessions and answers that are too much of something, or hold what no writer types.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use super::timed;
use tigang::answers::source::{self, OF_SESSION};
use tigang::answers::{Origin, file};
use tigang::export::{Format, PlainText};
use tigang::interview::Work;
use tigang::interview::pairs::tables;
use tigang::messages::Locale;
use tigang::outline::Progress;
use tigang::questionnaire::{self, Questionnaire};
use tigang::session::Session;
use tigang::session::disk::LONGEST;
use tigang::session::format::FormatError;
use tigang::session::library;
use tigang::session::open::Want;
use tigang::session::recovery::{Replacement, recover, recovery};
use tigang::session::seal::seal;
use tigang::session::state::{self, Flaw};
use tigang::session::store::Store;
use tigang::text::toml_excess::Excess;

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
    let instances: String = (0..100_000)
        .map(|i| format!("[[answers.g]]\nid = \"i{i}\"\nx = \"第{i}项\"\n"))
        .collect();
    goes_round("100,000 instances", &instances);
    let same: String = "[[answers.g]]\nid = \"same\"\nx = \"一\"\n".repeat(20_000);
    goes_round("20,000 instances of one id", &same);
    let unknown: String = (0..20_000).map(|i| format!("[answers.u{i}]\nv = 1\n")).collect();
    goes_round("20,000 sections that nobody knows", &unknown);
    let deep = format!("[answers.{}a]\nv = 1\n", "b.".repeat(60));
    goes_round("answers nested 60 deep", &deep);
}

#[test]
fn what_belongs_together_is_found_among_20_000_instances() {
    let questionnaire = questionnaire();
    let instances: String = (0..20_000)
        .map(|i| format!("[[g]]\nid = \"i{i}\"\nx = \"一\"\n"))
        .collect();
    let table = source::parse(&instances, OF_SESSION).unwrap();
    let answers = file::read(table, &questionnaire, Origin::Typed).answers;
    let work = Work::new(&questionnaire, Arc::new(answers));
    let tables = timed("the pairs of 20,000 instances", || tables(work.outline()));
    let rows = &tables.first().unwrap().rows;
    assert_eq!(rows.len(), 20_000);
    assert!(
        rows.iter()
            .all(|row| row.cells.iter().all(|cell| cell.len() == 1))
    );
}

/// So many tables inside others that get a header of their own only later: the parser would move them all, each time.
fn scattered(count: usize) -> String {
    let inside = (0..count).map(|i| format!("[answers.a{i}.b]\nv = 1\n"));
    let around = (0..count).map(|i| format!("[answers.a{i}]\nv = 1\n"));
    inside.chain(around).collect()
}

#[test]
fn too_much_of_anything_is_refused_with_a_word_and_before_it_is_parsed() {
    let questionnaire = questionnaire();
    for (what, answers, expected) in [
        ("45,000 tables out of order", scattered(22_500), Some(Excess::Scattered)),
        ("4,500 tables out of order", scattered(2_250), None),
        (
            "25,000,000 brackets",
            format!("[answers]\na = {}", "[".repeat(25_000_000)),
            Some(Excess::Tokens(OF_SESSION.tokens)),
        ),
        (
            "a text of 20,000 lines like tables",
            format!("[answers]\na = \"\"\"\n{}\"\"\"\n", scattered(20_000)),
            None,
        ),
        (
            "30,000 instances with two sections each",
            (0..30_000)
                .map(|i| format!("[[answers.g]]\nid = \"i{i}\"\nx = \"一\"\n[answers.g.p]\nv = 1\n[answers.g.q]\nv = 1\n"))
                .collect(),
            None,
        ),
    ] {
        let text = format!("format = 1\n{answers}");
        let read = timed(what, || state::parse(seal(&text).as_bytes(), &questionnaire));
        match (read, expected) {
            (Ok(_), None) => {}
            (Err(Flaw::Format(FormatError::TooMuch(found))), Some(expected)) => {
                assert_eq!(found, expected, "{what}");
                let words = FormatError::TooMuch(found);
                assert_ne!(words.message(Locale::Zh), words.message(Locale::En));
                // Nor is it tried in the other way.
                let salvaged = timed(what, || Session::salvage(&text, &questionnaire));
                assert_eq!(salvaged.session.answers, Arc::default(), "{what}");
            }
            (read, expected) => panic!("{what}: {:?} instead of {expected:?}", read.map(|_| ())),
        }
    }
}

#[test]
fn a_session_that_is_too_much_is_left_alone_until_an_earlier_state_takes_its_place() {
    let keep = tempfile::tempdir().unwrap();
    let store = Store::new(keep.path().to_owned());
    for (what, put) in [
        ("scattered", write_scattered as fn(&Path)),
        ("of a gigabyte", write_a_gigabyte),
    ] {
        let questionnaire = questionnaire();
        let session = Session::new(what.to_owned(), "卷".to_owned(), 0);
        let started = library::start(&store, &questionnaire, session).unwrap();
        let directory = started.directory.clone();
        started.writer.unwrap().keep(SystemTime::now()).unwrap();
        let file = directory.session_file();
        put(&file);
        let before = fs::metadata(&file).unwrap();
        let refused = timed(what, || library::open(&store, directory.clone(), Want::Write)).unwrap_err();
        assert!(!refused.message(Locale::Zh).is_empty());
        let after = fs::metadata(&file).unwrap();
        assert_eq!(
            (before.len(), before.modified().unwrap()),
            (after.len(), after.modified().unwrap())
        );
        if before.len() > LONGEST {
            assert!(refused.message(Locale::En).contains("128 MiB"), "{refused:?}");
            continue;
        }
        let recovery = recovery(&store, directory.clone()).unwrap().unwrap();
        assert!(!recovery.can_salvage, "{what}");
        let earlier = Replacement::Earlier(recovery.earlier.unwrap());
        let recovered = recover(&store, directory, earlier).unwrap();
        assert_eq!(
            fs::metadata(recovered.set_aside.unwrap()).unwrap().len(),
            before.len()
        );
    }
}

fn write_scattered(file: &Path) {
    fs::write(file, seal(&format!("format = 1\n{}", scattered(22_500)))).unwrap();
}

/// Most of it is not there: the file takes no room.
fn write_a_gigabyte(file: &Path) {
    fs::File::create(file).unwrap().set_len(1 << 30).unwrap();
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
    let answers = Arc::new(file::read(table, &questionnaire, Origin::Typed).answers);
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
