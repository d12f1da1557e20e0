//! Undoing from question to question.

use super::desk::Desk;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeMap;
use tigang::answers::Value;
use tigang::text::AmbiguousWidth;
use tigang::tui::action::Action;

const QUESTIONS: &str = r#"
format = 1
title = "小结"
[first]
ask = "甲？"
kind = "prose"
[second]
ask = "乙？"
kind = "prose"
[public]
ask = "公开？"
kind = "yes-no"
[third]
ask = "丙？"
"#;

fn desk() -> Desk {
    Desk::on(QUESTIONS, "", (80, 24), AmbiguousWidth::One)
}

/// What is answered, what is being typed included.
fn answers(desk: &mut Desk) -> BTreeMap<String, Value> {
    desk.act(Action::Pause);
    let mut found = BTreeMap::new();
    let interview = desk.app.interview().expect("a session");
    interview.work.answers().visit(|place, answer| {
        found.insert(place.to_string(), answer.value.clone());
    });
    found
}

fn texts(desk: &mut Desk) -> Vec<(String, String)> {
    let answers = answers(desk).into_iter();
    answers.map(|(place, value)| (place, value.to_typed())).collect()
}

fn shown(texts: &[(String, String)]) -> Vec<(&str, &str)> {
    texts
        .iter()
        .map(|(place, text)| (place.as_str(), text.as_str()))
        .collect()
}

#[test]
fn undo_and_redo_go_clause_by_clause_from_question_to_question() {
    let mut desk = desk();
    desk.write("甲，乙，丙").press("Tab").write("丁，戊，己");
    type After = (
        &'static str,
        &'static str,
        &'static [(&'static str, &'static str)],
    );
    let steps: [After; 12] = [
        (
            "Ctrl+Z",
            "second",
            &[("first", "甲，乙，丙"), ("second", "丁，戊，")],
        ),
        ("Ctrl+Z", "second", &[("first", "甲，乙，丙"), ("second", "丁，")]),
        ("Ctrl+Z", "second", &[("first", "甲，乙，丙")]),
        ("Ctrl+Z", "first", &[("first", "甲，乙，")]),
        ("Ctrl+Z", "first", &[("first", "甲，")]),
        ("Ctrl+Y", "first", &[("first", "甲，乙，")]),
        ("Ctrl+Z", "first", &[("first", "甲，")]),
        ("Ctrl+Y", "first", &[("first", "甲，乙，")]),
        ("Ctrl+Y", "first", &[("first", "甲，乙，丙")]),
        ("Ctrl+Y", "second", &[("first", "甲，乙，丙"), ("second", "丁，")]),
        (
            "Ctrl+Y",
            "second",
            &[("first", "甲，乙，丙"), ("second", "丁，戊，")],
        ),
        (
            "Ctrl+Y",
            "second",
            &[("first", "甲，乙，丙"), ("second", "丁，戊，己")],
        ),
    ];
    for (number, (key, at, expected)) in steps.into_iter().enumerate() {
        desk.press(key);
        assert_eq!(desk.at(), at, "after step {number}");
        assert_eq!(shown(&texts(&mut desk)), expected, "after step {number}");
    }
}

#[test]
fn what_was_typed_can_be_undone_after_a_look_elsewhere() {
    let mut desk = desk();
    desk.write("甲，乙，丙").press("Tab Shift+Tab Ctrl+Z");
    assert_eq!(shown(&texts(&mut desk)), [("first", "甲，乙，")]);
    desk.press("Tab Shift+Tab Ctrl+Y");
    assert_eq!(shown(&texts(&mut desk)), [("first", "甲，乙，丙")]);
    desk.write("，丁").press("Tab").write("戊").press("Tab Ctrl+Z");
    assert_eq!(
        (desk.at().as_str(), shown(&texts(&mut desk))),
        ("second", vec![("first", "甲，乙，丙，丁")])
    );
    desk.press("Ctrl+Z");
    assert_eq!(
        (desk.at().as_str(), shown(&texts(&mut desk))),
        ("first", vec![("first", "甲，乙，丙，")])
    );
}

#[test]
fn the_caret_is_where_the_writer_left_it() {
    let mut desk = desk();
    desk.write("第一句。第二句。")
        .press("Left Left Left Left Tab Shift+Tab")
        .write("间");
    assert_eq!(shown(&texts(&mut desk)), [("first", "第一句。间第二句。")]);
    // What was selected is not typed over.
    desk.press("Shift+Left Shift+Left Tab Shift+Tab").write("又");
    assert_eq!(shown(&texts(&mut desk)), [("first", "第一句又。间第二句。")]);
}

#[derive(Debug, Clone)]
enum Doing {
    Write(&'static str),
    Press(&'static str),
    Pause,
}

/// What a writer does, without undoing.
fn doing() -> BoxedStrategy<Doing> {
    let edit = ["Backspace", "Left", "Shift+Left", "Enter", "Ctrl+W"];
    prop_oneof![
        6 => select(&["甲", "乙", "，", "丙。", "y"][..]).prop_map(Doing::Write),
        3 => select(&["Tab", "Shift+Tab"][..]).prop_map(Doing::Press),
        2 => select(edit.to_vec()).prop_map(Doing::Press),
        1 => Just(Doing::Pause),
    ]
    .boxed()
}

fn undoing() -> impl Strategy<Value = Doing> {
    select(&["Ctrl+Z", "Ctrl+Y"][..]).prop_map(Doing::Press)
}

fn do_all(desk: &mut Desk, doings: &[Doing]) {
    for doing in doings {
        match doing {
            Doing::Write(text) => desk.write(text),
            Doing::Press(keys) => desk.press(keys),
            Doing::Pause => desk.act(Action::Pause),
        };
    }
}

/// Undoes until nothing is left, and gives how many keys that took.
fn undo_all(desk: &mut Desk) -> usize {
    let mut undone = 0;
    while !desk.screen().contains("没有可以撤销的了") {
        desk.press("Ctrl+Z");
        undone += 1;
        assert!(undone < 500, "undoing has no end");
    }
    undone
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn undoing_leads_to_the_beginning_whatever_was_done(doings in prop::collection::vec(prop_oneof![3 => doing(), 1 => undoing()], 1..40)) {
        let mut desk = desk();
        do_all(&mut desk, &doings);
        undo_all(&mut desk);
        prop_assert_eq!(answers(&mut desk), BTreeMap::new());
    }

    #[test]
    fn redoing_leads_to_the_end(doings in prop::collection::vec(doing(), 1..40)) {
        let mut desk = desk();
        do_all(&mut desk, &doings);
        let last = answers(&mut desk);
        let undone = undo_all(&mut desk);
        for _ in 0..undone {
            desk.press("Ctrl+Y");
        }
        prop_assert_eq!(answers(&mut desk), last);
    }
}
