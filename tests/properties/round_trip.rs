//! What is written of a session is what is read of it.

use super::case::{Case, case};
use super::cases;
use super::dice::{Dice, dice};
use super::person::{deed, perform};
use super::scrawl::{KEYS, scrawl};
use super::words::{self, Tokens};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tigang::answers::{Answer, Answers, Origin, Place, Removal, file};
use tigang::interview::Work;
use tigang::outline::{Form, Outline};
use tigang::session::Session;
use tigang::session::header::Header;
use tigang::session::seal::{seal, unseal};
use toml::{Table, Value};

const ORIGINS: &[Origin] = &[Origin::Typed, Origin::Carried, Origin::Imported, Origin::Default];
/// Any TOML value.
fn value(dice: &mut Dice, depth: usize) -> Value {
    match dice.roll(if depth > 2 { 6 } else { 9 }) {
        0 => Value::from(words::text(dice)),
        1 => Value::from(i64::try_from(dice.roll(9)).unwrap_or(0)),
        2 => Value::from(1.5),
        3 => Value::from(true),
        4 => Value::Datetime("1979-05-27T07:32:00Z".parse().expect("a time")),
        5 => Value::Datetime("2021-07-03".parse().expect("a day")),
        6 => Value::Table(table(dice, depth + 1)),
        7 => Value::Array((0..dice.roll(3)).map(|_| value(dice, depth + 1)).collect()),
        _ => Value::Array(
            (0..dice.roll(3))
                .map(|_| Value::Table(table(dice, depth + 1)))
                .collect(),
        ),
    }
}

fn table(dice: &mut Dice, depth: usize) -> Table {
    let mut table = Table::new();
    for _ in 0..dice.roll(4) {
        let key = dice.pick(KEYS).copied().unwrap_or("zz");
        table.insert(key.to_owned(), value(dice, depth));
    }
    table
}

/// A session in which much has been done: answers from everywhere, orphans, removals, unknown keys.
fn session(case: &Case, mut dice: Dice) -> (Session, Outline) {
    let mut source = case.table.clone();
    source.extend(table(&mut dice, 0));
    let mut answers = file::read(source, &case.questionnaire, Origin::Typed).answers;
    let mut marked: Vec<(Place, Answer)> = Vec::new();
    answers.visit(|place, answer| marked.push((place, answer.clone())));
    for (place, mut answer) in marked {
        answer.origin = dice.pick(ORIGINS).copied().unwrap_or(Origin::Typed);
        answer.touched = answer.origin == Origin::Typed || dice.chance(50);
        answer.draft = dice.chance(20);
        answers.put(&place, answer);
    }
    let mut work = Work::new(&case.questionnaire, Arc::new(answers));
    let mut tokens = Tokens::beyond(case.form.nodes.len() * 100);
    for now in 0..i64::try_from(dice.roll(12)).unwrap_or(0) {
        if let Some(deed) = deed(&work, &mut dice, &mut tokens) {
            perform(&mut work, &deed, now);
        }
    }
    let mut session = Session::new(words::text(&mut dice), words::line(&mut dice), 1_763_856_000);
    let places: Vec<Place> = work
        .outline()
        .items()
        .map(|(_, item)| item.place.clone())
        .collect();
    session.at = dice
        .pick(&places)
        .cloned()
        .filter(|place| *place != Place::root());
    session.answers = work.answers().clone();
    session.unknown = table(&mut dice, 0);
    (session, work.outline().clone())
}

fn text_of(session: &Session, outline: &Outline) -> String {
    let progress = outline
        .get(Outline::ROOT)
        .map(|root| root.progress)
        .unwrap_or_default();
    session.to_text(outline.questionnaire(), progress)
}

/// Every answer by its place.
fn all_answers(answers: &Answers) -> BTreeMap<Place, Answer> {
    let mut all = BTreeMap::new();
    answers.visit(|place, answer| {
        all.insert(place, answer.clone());
    });
    all
}

/// What was removed: from where, when, from which position, and what comes back. A group in which nothing is left counts
/// for nothing.
fn records(answers: &Answers) -> Vec<(Place, i64, usize, BTreeMap<Place, Answer>)> {
    let mut records = Vec::new();
    for (index, record) in answers.removed().enumerate() {
        let place = record.what.place();
        let (position, held) = match &record.what {
            Removal::Answer { answer, .. } => (0, BTreeMap::from([(place.clone(), Answer::clone(answer))])),
            Removal::Instance { position, .. } => {
                let mut restored = answers.clone();
                restored.restore(index, 0);
                let mut held = all_answers(&restored);
                held.retain(|held, _| held.is_within(&place));
                (*position, held)
            }
        };
        records.push((place, record.at, position, held));
    }
    records
}

/// The places of all repeated sections, live or not, as far as something is in them.
fn groups(answers: &Answers, outline: &Outline) -> BTreeSet<Place> {
    let mut groups: BTreeSet<Place> = outline
        .items()
        .filter(|(_, item)| item.form == Form::Group)
        .map(|(_, item)| item.place.clone())
        .collect();
    answers.visit(|place, _| {
        let mut around = Some(place);
        while let Some(place) = around {
            if place.instance().is_some() {
                groups.insert(place.without_instance());
            }
            around = place.parent();
        }
    });
    groups
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_session_is_read_as_it_was_written(case in case(), dice in dice(400)) {
        let (session, outline) = session(&case, dice);
        let text = text_of(&session, &outline);
        let reading = Session::from_text(&text, &case.questionnaire);
        prop_assert!(reading.is_ok(), "{:?}\n{}", reading, text);
        let read = reading.map(|reading| reading.session).expect("just checked");
        prop_assert_eq!(all_answers(&read.answers), all_answers(&session.answers), "{}", text);
        for group in groups(&session.answers, &outline) {
            prop_assert_eq!(read.answers.instances(&group), session.answers.instances(&group), "{}\n{}", group, text);
        }
        prop_assert_eq!(records(&read.answers), records(&session.answers), "{}", text);
        prop_assert_eq!(&read.name, &session.name, "{}", text);
        prop_assert_eq!(&read.questionnaire, &session.questionnaire, "{}", text);
        prop_assert_eq!(read.created, session.created);
        prop_assert_eq!(&read.at, &session.at);
        prop_assert_eq!(&read.unknown, &session.unknown, "{}", text);
        prop_assert_eq!(text_of(&read, &outline), text);
    }

    #[test]
    fn whatever_stands_in_a_file_stands_in_it_again(case in case(), mut dice in dice(400)) {
        let mut tokens = Tokens::default();
        let mut file = scrawl(&case.form, &mut dice, &mut tokens, 0);
        file.insert("format".to_owned(), Value::from(1));
        file.insert("answers".to_owned(), Value::Table(scrawl(&case.form, &mut dice, &mut tokens, 0)));
        let removed = (0..dice.roll(4)).map(|_| Value::Table(scrawl(&case.form, &mut dice, &mut tokens, 2)));
        file.insert("removed".to_owned(), Value::Array(removed.collect()));
        let reading = Session::from_text(&file.to_string(), &case.questionnaire);
        prop_assert!(reading.is_ok(), "{:?}\n{}", reading, file);
        let session = reading.map(|reading| reading.session).expect("just checked");
        let work = Work::new(&case.questionnaire, session.answers.clone());
        let text = text_of(&session, work.outline());
        for token in words::tokens(&file.to_string()) {
            prop_assert!(text.contains(&token), "{} of\n{}\nis not in\n{}", token, file, text);
        }
    }

    #[test]
    fn a_list_reads_the_head_of_a_session(case in case(), dice in dice(400)) {
        let (session, outline) = session(&case, dice);
        let text = seal(&text_of(&session, &outline));
        let head = Header::parse(&text);
        prop_assert!(head.is_some(), "{}", text);
        prop_assert_eq!(head.map(|head| head.name), Some(session.name), "{}", text);
    }

    #[test]
    fn a_sealed_session_is_unsealed_as_it_was(case in case(), dice in dice(400)) {
        let (session, outline) = session(&case, dice);
        let text = text_of(&session, &outline);
        let unsealed = unseal(seal(&text).as_bytes());
        prop_assert_eq!(unsealed.map(|unsealed| unsealed.text), Ok(text));
    }
}
