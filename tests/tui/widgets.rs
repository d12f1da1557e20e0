//! The widgets, one by one: state, keys, screen, cursor.

use super::desk::Desk;
use ratatui::layout::Position;
use tigang::messages::Locale;
use tigang::text::AmbiguousWidth;
use tigang::text::width::columns;
use tigang::tui::action::Action;
use tigang::tui::field::Field;

pub(super) fn desk(source: &str, answers: &str) -> Desk {
    Desk::on(source, answers, (80, 24), AmbiguousWidth::One)
}

/// The way to the nth question, from 1.
pub(super) fn go(desk: &mut Desk, nth: usize) -> &mut Desk {
    for _ in 1..nth {
        desk.press("Tab");
    }
    desk.effects.clear();
    desk
}

/// Types and presses: a part in `<…>` is keys, the rest characters.
pub(super) fn drive(desk: &mut Desk, input: &str) {
    for part in input.split_inclusive('>') {
        let (typed, keys) = part.split_once('<').unwrap_or((part, ""));
        desk.write(typed);
        if !keys.is_empty() {
            desk.press(keys.trim_end_matches('>'));
        }
    }
}

/// What was saved last, each list in one row.
pub(super) fn saved_in_rows(desk: &mut Desk) -> String {
    let saved = desk.saved().unwrap_or_default();
    saved
        .replace("[\n    ", "[")
        .replace(",\n    ", ", ")
        .replace(",\n]", "]")
}

/// The cell where a text begins on the screen.
pub(super) fn cell_of(screen: &str, needle: &str) -> Position {
    let (y, row) = screen
        .lines()
        .enumerate()
        .find(|(_, row)| row.contains(needle))
        .unwrap_or_else(|| panic!("{needle} in\n{screen}"));
    let before = row.split(needle).next().unwrap();
    Position {
        x: u16::try_from(columns(before, AmbiguousWidth::One)).unwrap(),
        y: u16::try_from(y).unwrap(),
    }
}

const TYPED: &str = r#"
format = 1
title = "小结"
[visits]
ask = "下乡几次？"
kind = "number"
unit = "次"
min = 0
max = 9
[since]
ask = "何时任职？"
kind = "month"
min = "2000-01"
max = "2026-07"
[day]
ask = "哪一天？"
kind = "date"
[year]
ask = "哪一年？"
kind = "year"
[meetings]
ask = "参加了哪些会？"
kind = "list"
min = 2
max = 4
[phone]
ask = "电话？"
pattern = "[0-9]{4}"
pattern_hint = "四位数字"
[open]
ask = "默认？"
kind = "yes-no"
default = "是"
"#;

/// 2026-07-15, noon.
const NOW: i64 = 1_784_116_800;

fn typed_desk(nth: usize) -> Desk {
    let mut desk = desk(TYPED, "");
    desk.app.now = NOW;
    go(&mut desk, nth);
    desk
}

/// The line below the answer.
fn status(desk: &mut Desk) -> String {
    let screen = desk.screen();
    let row = screen.lines().rev().nth(1).unwrap_or_default();
    row.rsplit('│').next().unwrap_or_default().trim().to_owned()
}

#[test]
fn a_default_that_was_cleared_away_is_seen_to_stand() {
    let mut desk = desk(
        "format = 1\ntitle = '卷'\n[a]\nask = '标题？'\ndefault = '下步打算'\n",
        "",
    );
    let screen = desk.press("End Ctrl+U").screen();
    assert!(desk.text().contains("下步打算"), "{}", desk.text());
    assert!(screen.contains("  下步打算"), "{screen}");
}

#[test]
fn what_is_typed_is_judged_at_once() {
    for (nth, typed, said) in [
        (1, "", "数字，单位：次，0 到 9"),
        (1, "3", "数字，单位：次，0 到 9"),
        (1, "12", "不能大于 9"),
        (1, "-1", "不能小于 0"),
        (1, "三", "这里需要数字"),
        (2, "", "年月，如 2021-07，2000年1月 到 2026年7月"),
        (2, "7/2021", "→ 2021年7月"),
        (2, "2021.7", "→ 2021年7月"),
        (2, "199912", "不能早于 2000年1月"),
        (2, "1999123", "这里需要年月"),
        (2, "2021-13", "没有 13 月"),
        (2, "1999-12", "不能早于 2000年1月"),
        (2, "2026年8月", "不能晚于 2026年7月"),
        (3, "July 3, 2021", "→ 2021年7月3日"),
        (4, "2021", "→ 2021年"),
        (5, "党组会", "还差 1 项"),
        (6, "12", "四位数字"),
        (6, "1234", ""),
        (7, "", "问卷的默认文字；改动后以您的为准"),
    ] {
        let mut desk = typed_desk(nth);
        desk.write(typed);
        let status = status(&mut desk);
        assert!(status.starts_with(said), "{typed}: {said} in {status}");
        if said.is_empty() {
            assert!(!status.contains("四位"), "{status}");
        }
    }
    // A default that is a choice stands chosen.
    assert!(typed_desk(7).screen().contains("(*) 是"));
}

#[test]
fn the_unit_stands_behind_the_number() {
    let mut desk = typed_desk(1);
    let (screen, cursor) = desk.write("12").look();
    let at = cell_of(&screen, "12 次");
    assert_eq!(cursor, Some(Position { x: at.x + 2, ..at }), "{screen}");
}

#[test]
fn numbers_are_counted_up_and_down() {
    for (typed, keys, after) in [
        ("5", "Up", "6"),
        ("5", "Down Down", "3"),
        // Bounds stop the count, but not one that comes from outside.
        ("8", "Up Up Up", "9"),
        ("1", "Down Down Down", "0"),
        ("12", "Up", "12"),
        ("12", "Down", "11"),
        ("-7", "Up", "-6"),
        ("2.5", "Up", "2.5"),
        ("9223372036854775807", "Up", "9223372036854775807"),
        ("5", "Up Ctrl+Z", "5"),
    ] {
        let mut desk = typed_desk(1);
        desk.write(typed).press(keys);
        assert!(desk.screen().contains(&format!("{after} 次")), "{typed} {keys}");
    }
    let mut desk = typed_desk(1);
    desk.write("三").press("Up");
    assert!(desk.screen().contains("三 次"));
}

#[test]
fn a_date_is_picked_from_a_calendar() {
    for (nth, typed, keys, saved) in [
        (2, "", "F3 Enter Tab", "since = \"2026-07\""),
        (2, "", "F3 Left Enter Tab", "since = \"2026-06\""),
        (2, "2021年7月", "F3 Up Enter Tab", "since = \"2021-03\""),
        (2, "2021-07", "Ctrl+Down PageUp Enter Tab", "since = \"2020-07\""),
        (2, "2021-07", "F3 Home Enter Tab", "since = \"2021-01\""),
        (2, "2021-07", "F3 t Enter Tab", "since = \"2026-07\""),
        (2, "2021-07", "F3 Shift+Up Enter Tab", "since = \"2020-07\""),
        (2, "2021-07", "F3 [ [ ] ] ] Enter Tab", "since = \"2022-07\""),
        (3, "2024-02-29", "F3 Shift+Down Enter Tab", "day = \"2025-02-28\""),
        // What the question does not take is not chosen: the calendar stays, and so does what was typed.
        (2, "2026-07", "F3 Right Enter Esc Tab", "since = \"2026-07\""),
        // Esc leaves what was typed, and one step takes the calendar's date back.
        (2, "2021-07", "F3 Up Esc Tab", "since = \"2021-07\""),
        (2, "2021-07", "F3 Up Enter Ctrl+Z Tab", "since = \"2021-07\""),
        (2, "去年", "F3 Enter Tab", "since = \"2026-07\""),
        (3, "", "F3 Down Enter Tab", "day = \"2026-07-22\""),
        (3, "2021-07-31", "F3 Right Enter Tab", "day = \"2021-08-01\""),
        (
            3,
            "2021-07-31",
            "F3 PageDown PageDown Enter Tab",
            "day = \"2021-09-30\"",
        ),
        (3, "2021-07-31", "F3 Home Enter Tab", "day = \"2021-07-01\""),
        (4, "2021", "F3 Down PageDown Enter Tab", "year = 2046"),
    ] {
        let mut desk = typed_desk(nth);
        desk.write(typed).press(keys);
        let text = saved_in_rows(&mut desk);
        assert!(text.contains(saved), "{typed} {keys}: {saved} in\n{text}");
    }
}

#[test]
fn a_number_and_a_year_are_kept_as_numbers_however_they_are_typed() {
    for (nth, typed, saved) in [
        (1, "８", "visits = 8"),
        (1, "1,200", "visits = 1200"),
        (1, "+5", "visits = 5"),
        (1, "２.50", "visits = \"2.50\""),
        (4, "２０２１年", "year = 2021"),
    ] {
        let mut desk = typed_desk(nth);
        desk.write(typed).press("Tab");
        let text = saved_in_rows(&mut desk);
        assert!(text.contains(saved), "{typed}: {saved} in\n{text}");
    }
}

#[test]
fn calendars_on_the_screen() {
    for (name, nth, typed, locale) in [
        ("calendar-day", 3, "2021-07-03", Locale::Zh),
        ("calendar-day-en", 3, "2026-07-03", Locale::En),
        ("calendar-month", 2, "2026-05", Locale::Zh),
        ("calendar-month-en", 2, "2026-05", Locale::En),
        ("calendar-year", 4, "2021", Locale::Zh),
    ] {
        let mut desk = typed_desk(nth);
        desk.app.looks.locale = locale;
        let (screen, cursor) = desk.write(typed).press("F3").look();
        let lower: Vec<&str> = screen.lines().skip(12).collect();
        insta::assert_snapshot!(name, format!("{}\ncursor {cursor:?}", lower.join("\n")));
    }
}

#[test]
fn items_of_a_list_are_moved() {
    let mut desk = typed_desk(5);
    desk.write("甲会")
        .press("Enter")
        .write("乙会")
        .press("Enter")
        .write("丙会");
    assert!(status(&mut desk).contains("3 / 2–4 项"), "{}", status(&mut desk));
    let (_, before) = desk.look();
    let (screen, cursor) = desk.press("Alt+Up").look();
    assert_eq!(cursor.map(|at| at.y + 1), before.map(|at| at.y), "{screen}");
    desk.press("Alt+Up Alt+Up Tab");
    let saved = saved_in_rows(&mut desk);
    assert!(
        saved.contains("meetings = [\"丙会\", \"甲会\", \"乙会\"]"),
        "{saved}"
    );
}

#[test]
fn two_clicks_select_a_word_and_three_the_paragraph() {
    let source = "format = 1\ntitle = \"小结\"\n[body]\nask = \"写。\"\nkind = \"prose\"\n";
    let mut desk = desk(source, "body = \"上段\\n先学习，再写GDP增长。\"\n");
    let selected = |desk: &Desk| match &desk.app.interview().unwrap().field {
        Field::Text(field) => field.editor.selected_text(),
        _ => None,
    };
    let start = cell_of(&desk.screen(), "先学习");
    for (column, word) in [
        (2, "先学习"),
        (5, "先学习"),
        (8, "再写"),
        (12, "GDP"),
        (16, "增长"),
    ] {
        desk.click(start.x + column, start.y);
        assert_eq!(selected(&desk), None);
        desk.click(start.x + column, start.y);
        assert_eq!(selected(&desk).as_deref(), Some(word), "at {column}");
        desk.click(start.x + column, start.y);
        assert_eq!(selected(&desk).as_deref(), Some("先学习，再写GDP增长。"));
    }
}

#[test]
fn a_drag_selects_and_goes_on_beyond_the_edges() {
    let body = (0..60)
        .map(|n| format!("第{n:02}行"))
        .collect::<Vec<_>>()
        .join("\\n");
    let source = "format = 1\ntitle = \"小结\"\n[body]\nask = \"写。\"\nkind = \"prose\"\n";
    let selected = |desk: &Desk| match &desk.app.interview().unwrap().field {
        Field::Text(field) => field.editor.selected_text().unwrap_or_default(),
        _ => String::new(),
    };
    let mut desk = desk(source, &format!("body = \"{body}\"\n"));
    desk.press("Ctrl+Home");
    let from = cell_of(&desk.screen(), "第01行");
    // Within the text, and left and right of it.
    desk.click(from.x + 2, from.y)
        .act(Action::Drag(from.x + 4, from.y));
    assert_eq!(selected(&desk), "01");
    desk.act(Action::Drag(79, from.y + 1));
    assert_eq!(selected(&desk), "01行\n第02行");
    desk.act(Action::Drag(0, from.y));
    assert_eq!(selected(&desk), "第");
    // Below the field the text moves along.
    let first = selected(desk.act(Action::Drag(from.x, 23)));
    let more = selected(desk.act(Action::Drag(from.x, 23)));
    assert!(more.len() > first.len() && more.starts_with(&first), "{more}");
    // What began elsewhere selects nothing.
    desk.click(2, 0).act(Action::Drag(from.x + 4, from.y));
    assert_eq!(selected(&desk), more);
}
