//! The widgets that take answers.

use super::desk::{Desk, QUESTIONNAIRE};
use ratatui::layout::Position;
use tigang::text::AmbiguousWidth;
use tigang::tui::action::Action;

#[test]
fn each_widget_gives_its_kind_of_answer() {
    // (the way to the question, keys typed, keys pressed, what is saved)
    for (way, typed, pressed, saved) in [
        ("Esc", "2021年7月", "Tab", "since = \"2021-07\""),
        ("Tab", "县委，当年。", "Tab", "body = \"县委，当年。\""),
        ("Tab Tab Tab", "1", "Tab", "public = true"),
        ("Tab Tab Tab", "", "Down Space Tab", "public = false"),
        ("Tab Tab Tab", "", "Down Enter", "public = false"),
        ("Tab Tab Tab Tab Tab", "", "Down Enter", "way = \"走访\""),
        ("Tab Tab Tab Tab Tab", "", "Down Up Enter", "way = \"座谈\""),
        ("Tab Tab Tab Tab Tab", "2", "Tab", "way = \"走访\""),
        ("Tab Tab Tab Tab Tab Down Down", "看 x", "Tab", "way = \"看 x\""),
    ] {
        let mut desk = Desk::new("");
        if way != "Esc" {
            desk.press(way);
        }
        let saved_text = desk.write(typed).press(pressed).saved().unwrap_or_default();
        assert!(
            saved_text.contains(saved),
            "{way} {typed}: {saved} in\n{saved_text}"
        );
    }
}

#[test]
fn whoever_only_goes_past_a_choice_takes_nothing() {
    for (answers, pressed) in [
        ("", "Enter"),
        // Looked at again, after it was taken back.
        ("", "Down Space Space Enter"),
        // The row of own words has none.
        ("", "Down Down Enter"),
    ] {
        let mut desk = Desk::new(answers);
        desk.press("Tab Tab Tab Tab Tab").press(pressed).press("Tab");
        let saved = desk.saved().unwrap_or_default();
        assert!(!saved.contains("way ="), "{pressed}:\n{saved}");
    }
}

#[test]
fn a_paste_is_one_step_and_clean() {
    let mut desk = Desk::new("");
    desk.press("Tab").write("甲");
    desk.paste("乙\r丙\u{1b}[31m\u{202e}丁\u{1b}]0;t\u{7}")
        .press("Tab");
    let saved = desk.saved().unwrap();
    assert!(saved.contains("甲乙\n丙丁"), "{saved}");
    desk.press("Shift+Tab Ctrl+Z Tab");
    assert!(!desk.text().contains('丙'));
}

#[test]
fn the_cursor_stands_at_the_insertion_point() {
    let mut desk = Desk::on(QUESTIONNAIRE, "", (80, 24), tigang::text::AmbiguousWidth::One);
    desk.press("Tab").write("家👨‍👩‍👧在");
    let (screen, cursor) = desk.look();
    let row = screen.lines().position(|row| row.contains("👨‍👩‍👧")).unwrap();
    let before = screen.lines().nth(row).unwrap().split('家').next().unwrap();
    let start = tigang::text::width::columns(before, tigang::text::AmbiguousWidth::One);
    let at = |column: usize| {
        Some(Position {
            x: u16::try_from(start + column).unwrap(),
            y: u16::try_from(row).unwrap(),
        })
    };
    assert_eq!(cursor, at(6));
    assert_eq!(desk.press("Left").look().1, at(4));
    assert_eq!(desk.press("Left").look().1, at(2), "a family is one character");
    assert_eq!(desk.press("Delete").look().1, at(2));
    assert!(desk.press("Tab").saved().unwrap().contains("家在"));
}

#[test]
fn nothing_typed_is_lost_by_leaving() {
    let mut desk = Desk::new("");
    desk.press("Tab").write("县委").press("Esc");
    let names: Vec<String> = desk.effects.iter().map(|effect| format!("{effect:?}")).collect();
    assert_eq!(names.last().map(String::as_str), Some("Close"));
    assert!(desk.saved().unwrap().contains("body = \"县委\""));
}

#[test]
fn a_cleared_answer_comes_back() {
    let mut desk = Desk::new("[opening]\nbody = \"由县委任命\"\n");
    desk.press("Tab Alt+a Backspace Tab");
    assert!(!desk.text().contains("县委"));
    desk.press("F9 Enter");
    assert_eq!(desk.at(), "opening.body");
    assert!(desk.text().contains("由县委任命"));
}

#[test]
fn what_is_deleted_while_typing_is_on_record_at_once() {
    use tigang::tui::action::Action;
    let mut desk = Desk::new("[opening]\nbody = \"由县委任命\"\n");
    desk.press("Tab Alt+a Backspace").act(Action::Pause);
    // Killed here, the answer is among what was removed.
    let saved = desk.saved().unwrap();
    assert!(
        saved.contains("[[removed]]") && saved.contains("由县委任命"),
        "{saved}"
    );
    // Typed anew, nothing was removed; taken back, all is as it was.
    desk.write("另").press("Tab");
    assert!(!desk.saved().unwrap().contains("[[removed]]"));
    desk.press("Ctrl+Z Ctrl+Z");
    assert!(desk.text().contains("由县委任命"));
}

#[test]
fn an_answer_counts_as_it_did_until_what_is_typed_is_committed() {
    const SOURCE: &str = r#"
format = 1
title = "甲"
[part]
heading = "一"
[part.asked]
ask = "问？"
kind = "prose"
min_length = 3
text = "（{{ answer }}）"
[part.free]
ask = "再问？"
required = false
kind = "prose"
text = "（{{ answer }}）"
[part.last]
ask = "又问？"
"#;
    let answers = "[part]\nasked = \"已经答过\"\n";
    for (way, typed, while_typing, after) in [
        // Changed, made too short, cleared; and what is answered for the first time, asked for and not.
        ("Esc", "改", "1/2", "1/2"),
        ("Ctrl+U", "短", "1/2", "0/2"),
        ("Ctrl+U", "", "1/2", "0/2"),
        ("Ctrl+U", "另外写过的话", "1/2", "1/2"),
        ("Tab", "可答的", "1/2", "2/3"),
        ("Tab Tab", "末了", "1/2", "2/2"),
    ] {
        let mut desk = Desk::on(SOURCE, answers, (80, 24), AmbiguousWidth::One);
        if way != "Esc" {
            desk.press(way);
        }
        desk.write(typed).act(Action::Pause);
        let counts = |desk: &mut Desk| {
            let screen = desk.screen();
            let header = screen.lines().next().unwrap_or_default().to_owned();
            let section = screen.lines().nth(2).unwrap_or_default().to_owned();
            (header, section)
        };
        let (header, section) = counts(&mut desk);
        assert!(header.contains(while_typing), "{way} {typed}: {header}");
        assert!(section.contains(while_typing), "{way} {typed}: {section}");
        desk.press("Ctrl+S");
        let (header, section) = counts(&mut desk);
        assert!(header.contains(after), "{way} {typed}: {header}");
        assert!(section.contains(after), "{way} {typed}: {section}");
    }
}

#[test]
fn an_answer_that_is_being_typed_is_a_draft_until_it_is_long_enough() {
    const SOURCE: &str = r#"
format = 1
title = "甲"
[part]
heading = "一、甲"
[part.asked]
ask = "问？"
kind = "prose"
min_length = 50
[part.last]
ask = "又问？"
"#;
    let mut desk = Desk::on(SOURCE, "", (80, 24), AmbiguousWidth::One);
    desk.write("才写了这几个字").act(Action::Pause);
    let screen = desk.screen();
    assert!(screen.contains("✎") && !screen.contains('!'), "{screen}");
    assert!(screen.contains("还差 43 字"), "{screen}");
    // At the smallest size it stands in one row, beside the length.
    let small = desk.resize(40, 12).screen();
    let row = small.lines().find(|row| row.contains("还差 43 字")).unwrap();
    assert!(row.contains("7 / ≥50 字"), "{small}");
    // Left behind, it is too short.
    let screen = desk.resize(80, 24).press("Tab").screen();
    assert!(screen.contains('!'), "{screen}");
}
