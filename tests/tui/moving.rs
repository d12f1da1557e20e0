//! From stop to stop, and to panes and back.

use super::desk::Desk;

#[test]
fn keys_lead_from_stop_to_stop() {
    for (keys, at) in [
        ("Tab", "opening.body"),
        ("Enter", "opening.body"),
        ("Tab Tab", "problems.problem"),
        ("Tab Tab Tab", "plan.public"),
        ("Tab Tab Tab Shift+Tab", "problems.problem"),
        ("Shift+Tab", "opening.since"),
        ("Tab Tab Tab Tab Tab Tab Tab", "plan.way"),
        ("Ctrl+N", "opening.body"),
        ("Ctrl+N Ctrl+N", "plan.public"),
        ("Ctrl+G Down Enter", "opening.body"),
        ("Ctrl+G Esc Tab", "opening.body"),
        ("Ctrl+P Esc Tab", "opening.body"),
    ] {
        assert_eq!(Desk::new("").press(keys).at(), at, "{keys}");
    }
}

#[test]
fn a_session_is_taken_up_where_it_was_left() {
    let mut desk = Desk::new("");
    desk.press("Tab").write("某县");
    desk.act(tigang::tui::action::Action::Pause);
    let saved = desk.saved().expect("typing is saved after a pause");
    for part in ["at = \"opening.body\"", "body = \"某县\"", "draft = true"] {
        assert!(saved.contains(part), "{part} in\n{saved}");
    }
}

#[test]
fn leaving_a_question_never_asks_for_a_sound_answer() {
    let mut desk = Desk::new("");
    desk.write("去年").press("Tab");
    assert_eq!(desk.at(), "opening.body");
    let saved = desk.saved().unwrap();
    assert!(saved.contains("since = \"去年\""), "{saved}");
    let screen = desk.press("Shift+Tab").screen();
    assert!(
        screen.contains("去年") && screen.contains("这里需要年月"),
        "{screen}"
    );
}

#[test]
fn a_click_leads_to_what_was_clicked() {
    // A row of the outline, a paragraph of the page.
    let answers = "[opening]\nbody = \"由县委任命\"\n[plan]\nway = \"座谈\"\n";
    for (needle, at) in [("打算", "plan.public"), ("由县委任命", "opening.body")] {
        let mut desk = Desk::new(answers);
        desk.press("Ctrl+N");
        let screen = desk.screen();
        let row = screen.lines().position(|row| row.contains(needle)).unwrap();
        let line = screen.lines().nth(row).unwrap();
        let before = line.split(needle).next().unwrap();
        let column = tigang::text::width::columns(before, tigang::text::AmbiguousWidth::One);
        desk.click(u16::try_from(column).unwrap(), u16::try_from(row).unwrap());
        assert_eq!(desk.at(), at, "{needle}\n{screen}");
    }
}

#[test]
fn a_resize_keeps_the_words_and_the_caret() {
    let mut desk = Desk::new("");
    desk.press("Tab").write("县委");
    let at = desk.at();
    for (width, height) in [(40, 12), (1, 1), (1, 500), (500, 1), (120, 36)] {
        desk.resize(width, height).look();
    }
    assert_eq!(desk.at(), at);
    assert!(desk.write("好").press("Tab").text().contains("县委好"));
}
