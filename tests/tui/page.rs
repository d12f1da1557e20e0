//! The page beside the question.

use super::desk::Desk;

/// The page pane's part of the screen, at 120 columns.
fn page(desk: &mut Desk) -> String {
    let screen = desk.screen();
    screen
        .lines()
        .filter_map(|row| row.rsplit('│').next())
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_page_shows_what_is_typed_at_once() {
    // An answer that prints as it stands, a heading, a second paragraph, nothing left.
    let mut desk = Desk::new("");
    desk.press("Tab").write("由县");
    assert!(page(&mut desk).contains("┃ 　　由县"), "{}", page(&mut desk));
    desk.press("Enter").write("委任");
    assert!(page(&mut desk).contains("┃ 　　委任"), "{}", page(&mut desk));
    desk.press("Alt+a Backspace");
    assert!(!page(&mut desk).contains('委'), "{}", page(&mut desk));
    let mut desk = Desk::new("[[problems.problem]]\nid = \"a\"\n");
    desk.press("Tab Tab");
    desk.effects.clear();
    desk.write("学习");
    assert!(page(&mut desk).contains("（一）学习。"), "{}", page(&mut desk));
    assert_eq!(desk.saved(), None, "typing saves at a pause, not at each key");
}

#[test]
fn the_page_follows_the_caret_through_a_long_answer() {
    let mut desk = Desk::new("");
    desk.press("Tab");
    for number in 0..400 {
        desk.write(&format!("第{number}句。"));
    }
    desk.write("尾");
    assert!(page(&mut desk).contains('尾'), "{}", page(&mut desk));
    desk.press("Ctrl+Home").write("头");
    assert!(page(&mut desk).contains('头'), "{}", page(&mut desk));
}
