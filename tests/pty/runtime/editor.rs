//! An answer in the person’s own editor.

use super::{all_modes, editor};
use crate::pty::runtime_program::{program, saves};
use crate::pty::{Exit, Home, Modes};

#[test]
fn the_editor_has_the_terminal_to_itself() {
    let home = Home::new();
    // Says how much it was given, in which mode; waits for a line, and puts it behind the text.
    let script = r#"
        echo "given $(wc -c < "$1") $(stty -a | grep -ow -e '-*icanon')"
        read line
        printf '%s\n' "$line" >> "$1""#;
    let editor = editor(&home, script);
    let mut terminal = program("normal").in_home(&home).env("EDITOR", editor).spawn();
    terminal.wait_for_text("width One");
    for round in 1..=3 {
        terminal.type_text("a");
        terminal.keys("ctrl+e");
        terminal.wait_for_text(&format!("given {} icanon", 3 * round - 2));
        assert_eq!(terminal.modes(), Modes::default());
        // These keys are the editor's, and the program must not take them.
        terminal.type_text("bc\n");
        terminal.wait_for_text(&format!("{} characters", 3 * round));
        assert_eq!(terminal.modes(), all_modes());
        // An answer that nobody has asked for is no text.
        terminal.send("\x1b[?1;2c");
    }
    terminal.keys("ctrl+q");
    assert_eq!(terminal.exit_status(), Exit::Code(0));
}

#[test]
fn an_interrupt_is_meant_for_the_editor() {
    let home = Home::new();
    let script = r#"
        trap 'echo interrupted' INT QUIT
        echo ready
        until read line; do :; done
        printf '%s' "$line" >> "$1""#;
    let editor = editor(&home, script);
    let mut terminal = program("normal").in_home(&home).env("EDITOR", editor).spawn();
    terminal.wait_for_text("width One");
    terminal.keys("ctrl+e");
    terminal.wait_for_text("ready");
    terminal.keys("ctrl+c");
    terminal.wait_for_text("^Cinterrupted");
    terminal.keys("ctrl+\\");
    terminal.wait_for_text("^\\interrupted");
    terminal.type_text("abc\n");
    terminal.wait_for_text("3 characters");
    assert_eq!(saves(home.path()), 0);
}

#[test]
fn an_interrupt_that_ends_the_editor_does_not_end_the_program() {
    let home = Home::new();
    let editor = editor(&home, "echo ready\nread line");
    let mut terminal = program("normal").in_home(&home).env("EDITOR", editor).spawn();
    terminal.wait_for_text("width One");
    terminal.keys("ctrl+e");
    terminal.wait_for_text("ready");
    terminal.keys("ctrl+c");
    terminal.wait_for_text("ended with signal: 2");
    terminal.type_text("abc");
    terminal.wait_for_text("3 characters");
    assert_eq!(saves(home.path()), 0);
}

#[test]
fn an_editor_that_is_missing_changes_nothing() {
    let mut terminal = program("normal").env("EDITOR", "no-such-editor").spawn();
    terminal.wait_for_text("width One");
    terminal.type_text("abc");
    terminal.keys("ctrl+e");
    terminal.wait_for_text("cannot start no-such-editor");
    terminal.wait_for_text("3 characters");
    assert_eq!(terminal.modes(), all_modes());
}
