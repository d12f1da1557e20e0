//! What is typed arrives, all of it.

use crate::pty::runtime_program::program;

#[test]
fn typing_and_pasting_arrive_whole() {
    for text in ["a".repeat(1_500), "b".repeat(3_000), "自查自评".repeat(1_000)] {
        let mut terminal = program("normal").spawn();
        terminal.wait_for_text("width One");
        let count = text.chars().count();
        terminal.type_text(&text);
        terminal.wait_for_text(&format!("{count} characters"));
        terminal.paste(&text);
        let screen = terminal.wait_for_text(&format!("{} characters", 2 * count));
        assert!(screen.contains(&format!("paste of {count}")));
    }
}

#[test]
fn keys_typed_before_the_first_frame_are_not_lost() {
    let mut terminal = program("normal").spawn();
    terminal.type_text("abc");
    terminal.wait_for(|screen| screen.contains("3 characters") || screen.contains("3 typed ahead"));
}

#[test]
fn the_mouse_the_focus_and_single_keys_are_reported() {
    let mut terminal = program("normal").spawn();
    terminal.wait_for_text("width One");
    for (bytes, event) in [
        ("\x1b[<0;11;6M", "Down(Left), column: 10, row: 5"),
        ("\x1b[<65;1;1M", "ScrollDown"),
        ("\x1b[I", "FocusGained"),
        ("\x1b[O", "FocusLost"),
        ("\x1b", "code: Esc"),
        ("\x1b[1;5C", "code: Right, modifiers: KeyModifiers(CONTROL)"),
    ] {
        terminal.send(bytes);
        terminal.wait_for(|screen| screen.rows().concat().contains(event));
    }
}
