use super::*;

#[test]
fn paragraphs_are_moved_with_the_caret() {
    for (before, by, after) in [
        ("甲\n乙|一\n丙", 1, "甲\n丙\n乙|一"),
        ("甲\n乙一|\n丙", -1, "乙一|\n甲\n丙"),
        ("甲|\n乙\n丙", 9, "乙\n丙\n甲|"),
        ("甲\n\n|丙", -1, "甲\n|丙\n"),
        ("|甲\n乙", -1, "|甲\n乙"),
        ("甲\n|乙", 1, "甲\n|乙"),
    ] {
        let mut editor = editor(before);
        let moved = editor.move_paragraph(by);
        assert_eq!(marked(&editor), after, "{before} by {by}");
        assert_eq!(moved, Ok(before != after));
        if before != after {
            assert!(editor.undo());
            assert_eq!(marked(&editor), before, "one step");
        }
    }
}
