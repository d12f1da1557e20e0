//! What is shown, and how the terminal is left.

use super::all_modes;
use crate::pty::runtime_program::{BEHAVIOUR, arguments, program};
use crate::pty::{CursorReport, Exit, Modes, Program};

#[test]
fn the_screen_is_entered_and_left_as_it_was() {
    let mut terminal = program("normal").spawn();
    assert_eq!(terminal.wait_for_text("width One").cursor(), Some((2, 4)));
    assert_eq!(terminal.modes(), all_modes());
    terminal.keys("ctrl+b");
    terminal.wait_for_text("Char('b')");
    assert_eq!(terminal.modes().cursor_style, 5);
    terminal.keys("ctrl+q");
    assert_eq!(terminal.exit_status(), Exit::Code(0));
    assert_eq!(terminal.left_behind(), Modes::default());
}

#[test]
fn a_frame_is_one_piece() {
    let mut terminal = program("normal").size(50, 200).spawn();
    terminal.wait_for_text("width One");
    // More than any buffer on the way holds.
    terminal.paste(&"字".repeat(4_000));
    terminal.wait_for_text("4000 characters");
    terminal.keys("ctrl+q");
    terminal.exit_status();
    let log = terminal.log();
    let count = |sequence: &[u8]| {
        log.windows(sequence.len())
            .filter(|window| *window == sequence)
            .count()
    };
    let frames = count(b"\x1b[?2026h");
    assert!(frames >= 2);
    // The restore closes a frame that it may have cut off.
    assert_eq!(count(b"\x1b[?2026l"), frames + 1);
}

#[test]
fn a_new_size_is_seen_without_a_key() {
    let mut terminal = program("normal").spawn();
    terminal.wait_for_text("24 x 80");
    terminal.resize(30, 100);
    assert_eq!(terminal.wait_for_text("30 x 100").size(), (30, 100));
    terminal.resize(10, 40);
    terminal.wait_for_text("10 x 40");
}

#[test]
fn the_width_of_ambiguous_characters_is_asked() {
    for (report, width) in [
        (CursorReport::True, "width One"),
        (CursorReport::OneFurther, "width Two"),
        (CursorReport::None, "width One"),
    ] {
        let terminal = program("normal").cursor_report(report).spawn();
        let screen = terminal.wait_for_text(width);
        assert!(!screen.contains("“"), "the probe is still there:\n{screen}");
    }
    let terminal = program("normal")
        .env("TERM", "dumb")
        .cursor_report(CursorReport::OneFurther)
        .spawn();
    terminal.wait_for_text("width One");
}

#[test]
fn a_copy_reaches_the_clipboard() {
    let mut terminal = program("normal").spawn();
    terminal.wait_for_text("width One");
    terminal.type_text("foobar");
    terminal.wait_for_text("6 characters");
    terminal.keys("ctrl+y");
    terminal.wait_for_log(|log| log.ends_with(b"\x1b[?2026l") && log.windows(4).any(|part| part == b"]52;"));
    assert_eq!(terminal.clipboard(), ["Zm9vYmFy"]);
}

#[test]
fn output_that_is_no_terminal_is_refused() {
    let executable = std::env::current_exe().unwrap();
    let line = format!("{} {} | cat", executable.display(), arguments().join(" "));
    let mut terminal = Program::new("/bin/sh")
        .args(["-c", &line])
        .env(BEHAVIOUR, "normal")
        .size(24, 200)
        .spawn();
    terminal.exit_status();
    terminal.wait_for_text("CRASH");
    assert_eq!(terminal.left_behind(), Modes::default());
}

#[test]
fn the_program_under_test_leaves_the_terminal_alone_when_it_only_says_its_version() {
    let mut terminal = Program::tigang().args(["--version"]).spawn();
    assert_eq!(terminal.exit_status(), Exit::Code(0));
    assert_eq!(terminal.left_behind(), Modes::default());
}
