//! Finding and replacing, in one answer and in all.

use super::desk::{Desk, QUESTIONNAIRE};
use tigang::text::AmbiguousWidth;
use tigang::tui::field::Field;

const ANSWERS: &str = r#"
[opening]
body = "学习PPT，再学习。\n不学习"
[[problems.problem]]
id = "a"
name = "学习不深"
facts = "用ppt讲学习"
[[problems.problem]]
id = "b"
"#;

fn desk() -> Desk {
    let mut desk = Desk::on(QUESTIONNAIRE, ANSWERS, (80, 24), AmbiguousWidth::One);
    desk.press("Tab Ctrl+Home");
    desk.effects.clear();
    desk
}

/// What is selected in the present answer, and the number of its place among the same: `学习@2`.
fn selected(desk: &Desk) -> String {
    let interview = desk.app.interview().unwrap();
    let Field::Text(field) = &interview.field else {
        return String::new();
    };
    let text = field.editor.selected_text().unwrap_or_default();
    let (which, _) = field.editor.occurrence(&text);
    format!("{text}@{}", which.unwrap_or_default())
}

/// Types and presses: a part in `<…>` is keys, the rest characters.
fn drive(desk: &mut Desk, input: &str) {
    for part in input.split_inclusive('>') {
        let (typed, keys) = part.split_once('<').unwrap_or((part, ""));
        desk.write(typed);
        if !keys.is_empty() {
            desk.press(keys.trim_end_matches('>'));
        }
    }
}

#[test]
fn what_is_found_is_selected() {
    for (input, found) in [
        ("<Ctrl+F>学习", "学习@1"),
        ("<Ctrl+F>学习<Enter>", "学习@2"),
        ("<Ctrl+F>学习<Enter Down>", "学习@3"),
        // It goes round, both ways.
        ("<Ctrl+F>学习<Enter Enter Enter>", "学习@1"),
        ("<Ctrl+F>学习<Up>", "学习@3"),
        ("<Ctrl+F>ppt", "PPT@1"),
        // More letters narrow from where the search began, fewer widen.
        ("<Ctrl+F>不学<Backspace Backspace>再", "再@1"),
        ("<Ctrl+F>无", "@0"),
        // Esc leaves the match selected; what is selected is what the next search begins with.
        ("<Ctrl+F>学习<Enter Esc>", "学习@2"),
        ("<Ctrl+F>学习<Enter Esc Ctrl+F Enter>", "学习@3"),
    ] {
        let mut desk = desk();
        drive(&mut desk, input);
        assert_eq!(selected(&desk), found, "{input}");
    }
}

#[test]
fn replacing_in_the_answer_is_undone_step_by_step() {
    for (input, text) in [
        ("<Ctrl+F>学习<Tab>思考<Enter Esc>", "思考PPT，再学习。\n不学习"),
        (
            "<Ctrl+F>学习<Tab>思考<Enter Enter Esc>",
            "思考PPT，再思考。\n不学习",
        ),
        // Writing the replacement leaves the selection where it is.
        (
            "<Ctrl+F>学习<Down Tab>思考<Enter Esc>",
            "学习PPT，再思考。\n不学习",
        ),
        // The first press only asks what to put there.
        ("<Ctrl+F>学习<Ctrl+R Esc>", "学习PPT，再学习。\n不学习"),
        (
            "<Ctrl+F>学习<Ctrl+R>思考<Ctrl+R Esc>",
            "思考PPT，再思考。\n不思考",
        ),
        (
            "<Ctrl+F>学习<Ctrl+R>思考<Ctrl+R Esc Ctrl+Z>",
            "学习PPT，再学习。\n不学习",
        ),
        // It is undone from where it was done, step by step, and then what was typed there.
        (
            "<Ctrl+F>学习<Ctrl+R>思考<Ctrl+R Ctrl+Z Esc>",
            "学习PPT，再学习。\n不学习",
        ),
        (
            "<Ctrl+F>学习<Ctrl+R>思考<Ctrl+R Ctrl+Z Ctrl+Y Esc>",
            "思考PPT，再思考。\n不思考",
        ),
        (
            "<Ctrl+F>学习<Tab>思考<Enter Enter Ctrl+Z Esc>",
            "思考PPT，再学习。\n不学习",
        ),
        (
            "<Ctrl+F>学习<Tab>思考<Enter Enter Ctrl+Z Ctrl+Z Ctrl+Z Ctrl+Z Esc>",
            "学习PPT，再学习。\n不学习",
        ),
        (
            "<End>尾<Ctrl+F>学习<Tab>思考<Ctrl+Z Ctrl+Z Esc>",
            "学习PPT，再学习。尾\n不学习",
        ),
        ("<Ctrl+F>ppt<Tab>稿<Ctrl+R Esc>", "学习稿，再学习。\n不学习"),
        ("<Ctrl+F>学习<Tab Ctrl+R Esc>", "PPT，再。\n不"),
    ] {
        let mut desk = desk();
        drive(&mut desk, input);
        let Field::Text(field) = &desk.app.interview().unwrap().field else {
            panic!("a text")
        };
        assert_eq!(field.editor.text(), text, "{input}");
    }
}

#[test]
fn all_answers_are_searched_and_a_hit_leads_there() {
    let mut desk = desk();
    drive(&mut desk, "<F7>学习");
    let screen = desk.screen();
    assert!(screen.contains("在全部回答里查找  5"), "{screen}");
    assert!(screen.contains("用ppt讲学习"), "{screen}");
    // The fifth is the last: that in the facts of the first problem.
    desk.press("Down Down Down Down Down Enter");
    assert_eq!(desk.at(), "problems.problem[a].facts");
    assert_eq!(selected(&desk), "学习@1");
    // There the search goes on, and back in all answers.
    assert!(desk.screen().contains("在本题里查找  1/1"), "{}", desk.screen());
    assert!(desk.press("Ctrl+F").screen().contains("在全部回答里查找  5"));
    desk.press("Esc");
    assert_eq!(desk.at(), "problems.problem[a].facts");
}

#[test]
fn replacing_everywhere_is_one_step() {
    let mut desk = desk();
    let before = desk.text();
    drive(&mut desk, "<F7>学习<Tab>思考<Ctrl+R>");
    assert!(
        desk.screen().contains("已在 3 个回答里替换 5 处"),
        "{}",
        desk.screen()
    );
    let saved = desk.saved().unwrap();
    assert!(
        saved.contains("name = \"思考不深\"") && !saved.contains("学习"),
        "{saved}"
    );
    // Undone and done again without leaving, with the hits anew.
    assert_eq!(desk.press("Ctrl+Z").text(), before);
    assert!(desk.screen().contains("在全部回答里查找  5"), "{}", desk.screen());
    let after = desk.press("Ctrl+Y Esc").text();
    assert_eq!(desk.at(), "opening.body");
    assert_eq!(desk.press("Ctrl+Z").text(), before);
    assert!(
        desk.screen().contains("已撤销，随之改动 3 个回答"),
        "{}",
        desk.screen()
    );
    assert_eq!(desk.press("Ctrl+Y").text(), after);
    // What is replaced by nothing at all can be brought back like any cleared answer.
    drive(&mut desk, "<F7>思考不深<Tab Ctrl+R Esc F9 Enter>");
    assert_eq!(desk.at(), "problems.problem[a].name");
    assert!(desk.text().contains("思考不深"));
}

#[test]
fn the_match_is_in_view_above_the_line_that_finds_it() {
    for size in [(40, 12), (80, 24), (120, 36)] {
        let body = (0..60)
            .map(|n| format!("第{n}行。"))
            .collect::<Vec<_>>()
            .join("\\n");
        let answers = format!("[opening]\nbody = \"{body}尾\"\n");
        let mut desk = Desk::on(QUESTIONNAIRE, &answers, size, AmbiguousWidth::One);
        desk.press("Tab Ctrl+Home Ctrl+F").write("59行");
        let (screen, cursor) = desk.look();
        let row = screen.lines().position(|row| row.contains("第59行。尾"));
        let line = screen.lines().position(|row| row.contains("查找：59行"));
        assert!(row.is_some() && row < line, "{screen}");
        assert_eq!(cursor.map(|at| usize::from(at.y)), line, "{screen}");
    }
}

#[test]
fn finding_on_the_screen() {
    for (name, input) in [
        ("find", "<Ctrl+F>学习<Tab>思考"),
        ("find-everywhere", "<F7>学习<Down Down>"),
        ("find-nothing", "<F7>无此"),
    ] {
        let mut desk = desk();
        drive(&mut desk, input);
        let (screen, cursor) = desk.look();
        insta::assert_snapshot!(name, format!("{screen}\ncursor {cursor:?}"));
    }
}

#[test]
fn marks_become_full_width_while_the_aid_is_on() {
    let mut desk = Desk::new("");
    desk.press("Tab").write("甲,");
    let on = desk.press("F10").screen();
    assert!(on.contains("变成全角"), "the switch says what it does: {on}");
    let screen = desk.write("乙,").screen();
    assert!(
        screen.contains("甲,乙，") && screen.contains("全角标点"),
        "{screen}"
    );
    // It stays on from question to question, and one step gives the mark back.
    desk.press("Tab Shift+Tab").write("丙.").press("Ctrl+Z");
    assert!(desk.screen().contains("甲,乙，丙."), "{}", desk.screen());
    let screen = desk.press("F10").write("丁,").screen();
    assert!(screen.contains("丁,") && !screen.contains("全角标点"), "{screen}");
}
