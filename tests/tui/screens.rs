//! What the screen looks like, at three sizes and in both kinds of terminal.

use super::desk::{Desk, QUESTIONNAIRE};
use tigang::text::AmbiguousWidth;
use tigang::tui::action::Action;

const ANSWERS: &str = r#"
[opening]
since = "2021-07"
body = "由县委任命，说“是”——不是……"
[[problems.problem]]
id = "a"
name = "学习不深"
facts = "今年到县里调研六次，每次半天，看现场多，坐下来谈得少；入户座谈只有两次，其中一次是陪同检查时顺路。"
[[problems.problem]]
id = "b"
"#;

#[test]
fn the_interview_at_three_sizes() {
    for (name, size, ambiguous) in [
        ("120x36", (120, 36), AmbiguousWidth::One),
        ("80x24", (80, 24), AmbiguousWidth::One),
        ("40x12", (40, 12), AmbiguousWidth::One),
        ("80x24-wide", (80, 24), AmbiguousWidth::Two),
        ("39x11", (39, 11), AmbiguousWidth::One),
    ] {
        let mut desk = Desk::on(QUESTIONNAIRE, ANSWERS, size, ambiguous);
        let (screen, cursor) = desk.press("Tab Tab Tab").look();
        insta::assert_snapshot!(name, format!("{screen}\ncursor {cursor:?}"));
    }
}

#[test]
fn panes_and_dialogs() {
    for (name, keys) in [
        ("outline", "Ctrl+G"),
        ("page", "Ctrl+P"),
        ("review", "Ctrl+R"),
        ("help", "F1"),
        ("help to its end", "F1 End"),
        ("export", "Ctrl+E"),
        ("remove", "Tab Tab F8"),
        ("links", "Ctrl+G End Enter Tab"),
        ("table", "Ctrl+T Right"),
        ("another", "Tab Tab Tab Tab Tab Tab"),
    ] {
        let mut desk = Desk::on(QUESTIONNAIRE, ANSWERS, (80, 24), AmbiguousWidth::One);
        let (screen, cursor) = desk.press(keys).look();
        insta::assert_snapshot!(name, format!("{screen}\ncursor {cursor:?}"));
    }
}

#[test]
fn a_word_to_the_person_is_shown_whole() {
    for size in [(40, 12), (80, 24)] {
        let mut desk = Desk::on(QUESTIONNAIRE, ANSWERS, size, AmbiguousWidth::One);
        let said = "没能存下：磁盘已满。请腾出一些空间，程序会接着再试；离开时会问您要把文字写到哪里，一个字也不会丢。";
        let screen = desk.act(Action::Failed(said.to_owned())).screen();
        let unbroken: String = screen.lines().map(str::trim).collect();
        assert!(unbroken.contains(said), "{screen}");
    }
}

#[test]
fn no_row_is_wider_than_the_screen() {
    for width in 40..=130 {
        for ambiguous in [AmbiguousWidth::One, AmbiguousWidth::Two] {
            let mut desk = Desk::on(QUESTIONNAIRE, ANSWERS, (width, 20), ambiguous);
            for row in desk.press("Tab Tab Tab").screen().lines() {
                let columns = tigang::text::width::columns(row, ambiguous);
                assert!(columns <= usize::from(width), "{columns} of {width}: {row}");
            }
        }
    }
}

#[test]
fn of_a_document_over_its_budget_only_the_length_is_wrong() {
    let answers = format!("[opening]\nbody = \"{}\"\n", "长".repeat(310));
    let mut desk = Desk::new(&answers);
    let wrong = desk.app.looks.theme.wrong;
    let is_wrong = |style: ratatui::style::Style| style.fg == wrong.fg;
    assert!(is_wrong(desk.style_of("322 / 300", 0)));
    assert!(!is_wrong(desk.style_of("0/5", 0)));
}

#[test]
fn stops_are_not_counted_as_questions() {
    // The header counts questions; the stops, among them those where another one is offered, are steps on the way.
    let mut desk = Desk::new("");
    let screen = desk.screen();
    assert!(
        screen.contains("第 1/6 步") && !screen.contains(" 问 "),
        "{screen}"
    );
}
