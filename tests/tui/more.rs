//! The marks that say that a list or a text goes on above or below what is in view.

use super::desk::{Desk, QUESTIONNAIRE};
use super::menus::home;
use super::widgets::drive;
use tigang::text::AmbiguousWidth;

/// Twelve problems, one with long facts, so that no list or text fits a small screen.
fn answers() -> String {
    let problem = |number: usize| {
        let facts = "写了很多学习的事实。".repeat(if number == 1 { 90 } else { 3 });
        format!("[[problems.problem]]\nname = \"学习不深之{number}\"\nfacts = \"{facts}\"\n")
    };
    (1..=12).map(problem).collect()
}

/// Whether there is said to be more above, and more below, one after the other while a key is pressed over and over.
fn said(desk: &mut Desk, key: &str, marks: [char; 2]) -> Vec<(bool, bool)> {
    let mut said = Vec::new();
    for _ in 0..120 {
        let screen = desk.screen();
        let has = |mark| screen.lines().any(|row| row.ends_with(mark));
        said.push((has(marks[0]), has(marks[1])));
        desk.press(key);
    }
    said.dedup();
    said
}

#[test]
fn what_is_out_of_view_is_marked_in_every_list_and_every_text() {
    let questionnaire = QUESTIONNAIRE.replace("max = 3", "max = 12");
    for (name, opened_by, key) in [
        ("outline", "<Ctrl+G Home>", "Down"),
        ("page", "<Ctrl+P Home>", "PageDown"),
        ("review", "<Ctrl+R Home>", "Down"),
        ("commands", "<Ctrl+K>", "Down"),
        ("pairs", "<Ctrl+T Home>", "Down"),
        ("help", "<F1>", "PageDown"),
        ("hits", "<F7>不深", "Down"),
        ("answer", "<Tab Tab Tab Ctrl+Home>", "Down"),
        ("links", "<Ctrl+G End Enter Tab Home>", "Down"),
    ] {
        for (ambiguous, marks) in [
            (AmbiguousWidth::One, ['▴', '▾']),
            (AmbiguousWidth::Two, ['^', 'v']),
        ] {
            let mut desk = Desk::on(&questionnaire, &answers(), (40, 12), ambiguous);
            drive(&mut desk, opened_by);
            let first = desk.screen();
            assert_eq!(
                said(&mut desk, key, marks),
                [(false, true), (true, true), (true, false)],
                "{name}: from\n{first}\nto\n{}",
                desk.screen()
            );
        }
    }
    let mut desk = home((40, 8 + 4));
    assert_eq!(
        said(&mut desk, "Down", ['▴', '▾']),
        [(false, true), (true, false)]
    );
}

#[test]
fn columns_that_are_out_of_view_are_marked() {
    for (keys, ambiguous, title) in [
        (
            "Ctrl+T Left",
            AmbiguousWidth::One,
            " 问题               原因               ▸",
        ),
        (
            "Ctrl+T Right",
            AmbiguousWidth::One,
            " 问题               原因               ▸",
        ),
        (
            "Ctrl+T Right Right",
            AmbiguousWidth::One,
            "◂原因               措施",
        ),
        (
            "Ctrl+T Left",
            AmbiguousWidth::Two,
            " 问题               原因               >",
        ),
        (
            "Ctrl+T Right Right",
            AmbiguousWidth::Two,
            "<原因               措施",
        ),
    ] {
        let linked = "[plan.measure]\nlabel = \"措施\"\nrepeat = true\nheading = \"{{ name }}\"\n[plan.measure.name]\nask = \"做什么？\"\n\
                      [plan.measure.answers]\nask = \"回应什么？\"\nkind = \"links\"\nto = \"problems.problem\"\n";
        let questionnaire = format!("{}{linked}", QUESTIONNAIRE.replace("max = 3", "max = 12"));
        let mut desk = Desk::on(&questionnaire, &answers(), (40, 12), ambiguous);
        let screen = desk.press(keys).screen();
        assert!(screen.lines().any(|row| row == title), "{keys}\n{screen}");
    }
}

#[test]
fn a_question_is_named_in_a_list_before_what_it_is_in() {
    let answers = "[[problems.problem]]\nname = \"学习不够深入也不够系统\"\n";
    let mut desk = Desk::on(QUESTIONNAIRE, answers, (40, 12), AmbiguousWidth::One);
    let screen = desk.press("Ctrl+R Home").screen();
    assert!(screen.contains("… · 有何表现？"), "{screen}");
}

#[test]
fn nothing_is_marked_where_all_is_in_view() {
    for keys in ["Ctrl+G", "Ctrl+P", "Ctrl+R", "Ctrl+T", "F9", "Tab Tab Ctrl+End"] {
        let mut desk = Desk::new("[opening]\nsince = \"2021-07\"\nbody = \"由县委任命\"\n");
        let screen = desk.press(keys).screen();
        assert!(!screen.contains(['▴', '▾']), "{keys}\n{screen}");
    }
}
