use super::*;

#[test]
fn a_text_changed_elsewhere_keeps_what_was_not_changed() {
    for (before, changed, after) in [
        ("甲\n乙\n丙", "甲\n乙二\n丙", "甲\n乙二\n丙"),
        ("甲\n乙", "甲\n乙", "甲\n乙"),
        ("甲甲", "甲甲甲", "甲甲甲"),
        ("", "甲\r\n乙", "甲\n乙"),
        ("甲\n乙", "", ""),
        // What could not be typed stays where nothing was changed, and does not come in where something was.
        (
            "\u{202e}甲\u{1b}乙",
            "\u{202e}甲\u{1b}乙丙\u{1b}",
            "\u{202e}甲\u{1b}乙丙",
        ),
    ] {
        let mut editor = Editor::new(before);
        assert_eq!(editor.become_text(changed), Ok(before != after), "{before:?}");
        assert_eq!(editor.text(), after, "{before:?}");
        if before != after {
            assert!(editor.undo());
            assert_eq!(editor.text(), before, "one step");
        }
    }
    let mut line = Editor::single_line("甲");
    assert_eq!(
        line.become_text("甲乙\n"),
        Ok(true),
        "an editor ends a file with a line end"
    );
    assert_eq!(line.text(), "甲乙");
}
