//! Words to the person in the lowest rows.

use super::desk::{Desk, QUESTIONNAIRE};
use super::menus::home;
use tigang::text::AmbiguousWidth;

/// What is said of so many mistakes in the settings.
fn said(mistakes: usize) -> String {
    let mistake = |line: usize| format!("第 {line} 行：没有“colour{line}”这项设置。有：language 或 ascii。");
    (1..=mistakes).map(mistake).collect()
}

#[test]
fn what_has_no_room_is_read_on_the_key_that_the_last_row_names() {
    let session = |size| Desk::on(QUESTIONNAIRE, "", size, AmbiguousWidth::One);
    for mut desk in [session((40, 12)), session((80, 24)), home((40, 12))] {
        desk.app.complain(said(30));
        let screen = desk.screen();
        assert!(
            screen.contains("colour1") && !screen.contains("colour30"),
            "{screen}"
        );
        let last = screen.lines().next_back().unwrap_or_default();
        assert!(last.ends_with("F1 看全文"), "{screen}");
        let mut read = desk.press("F1").screen();
        // The last words of it, however they are wrapped.
        let end = "“colour30”这项设置。有：language或ascii。";
        while !read.split_whitespace().collect::<String>().contains(end) {
            let before = desk.screen();
            read = desk.press("Down").screen();
            assert_ne!(before, read, "it goes on to the end");
            assert!(!read.contains('…'), "{read}");
        }
        desk.press("Esc");
        assert!(desk.app.dialogs.is_empty());
        assert_eq!(desk.app.notice, None);
        assert!(desk.press("F1").screen().contains("按键"), "{}", desk.screen());
    }
}

#[test]
fn what_has_room_stands_whole_and_help_is_help() {
    let mut desk = Desk::new("");
    desk.app.complain(said(5));
    let screen = desk.screen();
    assert!(
        screen.contains("colour5") && !screen.contains("看全文"),
        "{screen}"
    );
    assert!(desk.press("F1").screen().contains(" 按键\n"), "{}", desk.screen());
}
