//! The runtime's promises, kept in a terminal.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::Instant;

use rustix::process::{Pid, Signal, kill_process};

use super::runtime_program::{BEHAVIOUR, arguments, program, saves};
use super::terminal::DEADLINE;
use super::{CursorReport, Exit, Home, Modes, Program, Terminal};

fn all_modes() -> Modes {
    Modes {
        alternate_screen: true,
        bracketed_paste: true,
        mouse: true,
        focus: true,
        cursor_visible: true,
        cursor_style: 0,
        synchronized: false,
        raw: true,
    }
}

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
fn signals_save_restore_and_exit() {
    for behaviour in ["normal", "deaf"] {
        for (signal, code) in [
            (Signal::TERM, 143),
            (Signal::HUP, 129),
            (Signal::INT, 130),
            (Signal::QUIT, 131),
        ] {
            let home = Home::new();
            let mut terminal = program(behaviour).in_home(&home).spawn();
            terminal.wait_for_text("width One");
            terminal.signal(signal);
            assert_eq!(terminal.exit_status(), Exit::Code(code), "{behaviour} {signal:?}");
            assert_eq!(terminal.left_behind(), Modes::default(), "{behaviour} {signal:?}");
            assert_eq!(saves(home.path()), 1, "{behaviour} {signal:?}");
        }
    }
}

#[test]
fn a_last_save_that_hangs_does_not_hold_up_the_end() {
    let mut terminal = program("stuck").spawn();
    terminal.wait_for_text("width One");
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.exit_status(), Exit::Code(143));
    assert_eq!(terminal.left_behind(), Modes::default());
}

#[test]
fn a_closed_window_saves_and_ends() {
    for behaviour in ["normal", "deaf"] {
        let home = Home::new();
        let mut terminal = program(behaviour).in_home(&home).spawn();
        terminal.wait_for_text("width One");
        terminal.close_terminal();
        assert_eq!(terminal.exit_status(), Exit::Code(129), "{behaviour}");
        assert_eq!(saves(home.path()), 1, "{behaviour}");
    }
}

#[test]
fn a_terminal_that_goes_away_without_a_signal_is_noticed() {
    for behaviour in ["normal", "deaf"] {
        let home = Home::new();
        // In a session of its own the program has no controlling terminal, and gets no SIGHUP from it.
        let mut terminal = Program::new("setsid")
            .in_home(&home)
            .args(["--fork", "--wait"])
            .args([std::env::current_exe().unwrap()])
            .args(arguments())
            .env(BEHAVIOUR, behaviour)
            .spawn();
        terminal.wait_for_text("width One");
        terminal.close_terminal();
        let deadline = Instant::now() + DEADLINE;
        while saves(home.path()) == 0 {
            assert!(Instant::now() < deadline, "nothing was saved");
            std::thread::yield_now();
        }
    }
}

#[test]
fn a_terminal_that_takes_nothing_does_not_hold_up_the_end() {
    let home = Home::new();
    let mut terminal = program("normal").in_home(&home).size(50, 200).spawn();
    terminal.wait_for_text("width One");
    terminal.keys("f9");
    terminal.wait_for_text("1000 characters");
    terminal.freeze();
    // Within the grace of the main loop nothing fits any more, and the program hangs in the write.
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.exit_status(), Exit::Code(143));
    assert_eq!(saves(home.path()), 1);
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

#[test]
fn the_program_under_test_leaves_the_terminal_alone_when_it_only_says_its_version() {
    let mut terminal = Program::tigang().args(["--version"]).spawn();
    assert_eq!(terminal.exit_status(), Exit::Code(0));
    assert_eq!(terminal.left_behind(), Modes::default());
}

#[test]
fn a_killed_program_is_reported_as_killed() {
    let mut terminal = program("normal").spawn();
    terminal.wait_for_text("width One");
    terminal.kill9();
    assert!(matches!(terminal.exit_status(), Exit::Signal(_)));
    // It could do nothing about it; and so this is what a test sees of a terminal that is not restored.
    assert_eq!(terminal.left_behind(), all_modes());
}

#[test]
fn a_panic_restores_saves_and_keeps_the_secret() {
    for (key, report) in [("ctrl+p", "CRASH panic in"), ("ctrl+t", "written in the source")] {
        let home = Home::new();
        let mut terminal = program("normal").in_home(&home).spawn();
        terminal.wait_for_text("width One");
        terminal.type_text("answer");
        terminal.wait_for_text("6 characters");
        terminal.keys(key);
        assert_eq!(terminal.exit_status(), Exit::Code(101));
        assert_eq!(terminal.left_behind(), Modes::default());
        let screen = terminal.screen();
        assert!(screen.contains(report), "{screen}");
        assert!(
            !screen.contains("secret") && !screen.contains("answer"),
            "{screen}"
        );
        assert_eq!(saves(home.path()), 1);
    }
}

#[test]
fn the_editor_has_the_terminal_to_itself() {
    let home = Home::new();
    let editor = home.path().join("editor");
    // Says how much it was given, in which mode; waits for a line, and puts it behind the text.
    let script = r#"#!/bin/sh
echo "given $(wc -c < "$1") $(stty -a | grep -ow -e '-*icanon')"
read line
printf '%s\n' "$line" >> "$1"
"#;
    fs::write(&editor, script).unwrap();
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o700)).unwrap();
    let mut terminal = program("normal").in_home(&home).env("EDITOR", &editor).spawn();
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
fn an_editor_that_is_missing_changes_nothing() {
    let mut terminal = program("normal").env("EDITOR", "no-such-editor").spawn();
    terminal.wait_for_text("width One");
    terminal.type_text("abc");
    terminal.keys("ctrl+e");
    terminal.wait_for_text("no-such-editor ended with exit status: 127");
    terminal.wait_for_text("3 characters");
    assert_eq!(terminal.modes(), all_modes());
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
fn a_stop_without_a_shell_does_nothing() {
    let mut terminal = program("normal").spawn();
    terminal.wait_for_text("width One");
    terminal.keys("ctrl+z");
    terminal.type_text("abc");
    terminal.wait_for_text("3 characters");
    assert_eq!(terminal.modes(), all_modes());
}

/// A shell with job control, which first runs the program and then the rest of the script.
fn in_a_shell(home: &Home, script: &str) -> Terminal {
    Program::new("bash")
        .in_home(home)
        .args(["-c", &format!("set -m; \"$@\"; {script}"), "bash"])
        .args([std::env::current_exe().unwrap()])
        .args(arguments())
        .env(BEHAVIOUR, "normal")
        .spawn()
}

#[test]
fn a_stop_gives_the_shell_its_terminal_and_takes_it_back() {
    let home = Home::new();
    let script = r#"stty sane; echo "stopped $?"; read line; fg >/dev/null; echo "ended $?""#;
    let mut terminal = in_a_shell(&home, script);
    terminal.wait_for_text("width One");
    terminal.type_text("abc");
    terminal.wait_for_text("3 characters");
    terminal.keys("ctrl+z");
    terminal.wait_for_text("stopped");
    assert_eq!(terminal.modes(), Modes::default());
    terminal.type_text("x\n");
    terminal.wait_for_text("3 characters");
    assert_eq!(terminal.modes(), all_modes());
    terminal.type_text("d");
    terminal.wait_for_text("4 characters");
    terminal.keys("ctrl+q");
    terminal.wait_for_text("ended 0");
    assert_eq!(terminal.exit_status(), Exit::Code(0));
    assert_eq!(terminal.left_behind(), Modes::default());
}

#[test]
fn a_stopped_program_that_is_ended_saves_first() {
    for stopped_by_key in [true, false] {
        let home = Home::new();
        let mut terminal = in_a_shell(
            &home,
            r#"kill %1; while kill -0 "$(cat pid)" 2>&-; do sleep 0.01; done; echo "gone""#,
        );
        terminal.wait_for_text("width One");
        if stopped_by_key {
            terminal.keys("ctrl+z");
        } else {
            // The program does not see this one coming.
            let pid = fs::read_to_string(home.path().join("pid"))
                .unwrap()
                .parse()
                .unwrap();
            kill_process(Pid::from_raw(pid).unwrap(), Signal::STOP).unwrap();
        }
        terminal.wait_for_text("gone");
        assert_eq!(saves(home.path()), 1);
        assert_eq!(terminal.exit_status(), Exit::Code(0));
        let left = terminal.left_behind();
        assert!(
            !left.alternate_screen && !left.bracketed_paste && !left.mouse,
            "{left:?}"
        );
    }
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
