//! Ctrl+Z, `fg`, `kill %1`: the program as a job of a shell.

use super::{all_modes, editor, in_a_shell, program_in};
use crate::pty::runtime_program::{program, saves};
use crate::pty::{Exit, Home, Modes};
use rustix::process::{Signal, kill_process};

#[test]
fn a_stop_without_a_shell_does_nothing() {
    let mut terminal = program("normal").spawn();
    terminal.wait_for_text("width One");
    terminal.keys("ctrl+z");
    terminal.type_text("abc");
    terminal.wait_for_text("3 characters");
    assert_eq!(terminal.modes(), all_modes());
}

#[test]
fn a_stop_gives_the_shell_its_terminal_and_takes_it_back() {
    for signal in [None, Some(Signal::TSTP), Some(Signal::STOP)] {
        let home = Home::new();
        let script = r#"stty sane; echo "stopped $?"; read line; fg >/dev/null; echo "ended $?""#;
        let mut terminal = in_a_shell(&home, script).spawn();
        terminal.wait_for_text("width One");
        terminal.type_text("abc");
        terminal.wait_for_text("3 characters");
        match signal {
            None => terminal.keys("ctrl+z"),
            Some(signal) => kill_process(program_in(&home), signal).unwrap(),
        }
        terminal.wait_for_text("stopped");
        // A stop that the program does not see coming is the exception.
        if signal != Some(Signal::STOP) {
            assert_eq!(terminal.modes(), Modes::default(), "{signal:?}");
        }
        terminal.type_text("x\n");
        terminal.wait_for(|screen| screen.contains("3 characters") && !screen.contains("stopped"));
        assert_eq!(terminal.modes(), all_modes(), "{signal:?}");
        terminal.type_text("d");
        let screen = terminal.wait_for_text("4 characters");
        assert!(!screen.contains("stopped"), "not all was drawn anew:\n{screen}");
        terminal.keys("ctrl+q");
        terminal.wait_for_text("ended 0");
        assert_eq!(terminal.exit_status(), Exit::Code(0));
        assert_eq!(terminal.left_behind(), Modes::default(), "{signal:?}");
    }
}

#[test]
fn a_stopped_program_that_is_ended_saves_first() {
    for stopped_by_key in [true, false] {
        let home = Home::new();
        let script = r#"kill %1; while kill -0 "$(cat pid)" 2>&-; do sleep 0.01; done; echo "gone""#;
        let mut terminal = in_a_shell(&home, script).spawn();
        terminal.wait_for_text("width One");
        if stopped_by_key {
            terminal.keys("ctrl+z");
        } else {
            // The program does not see this one coming.
            kill_process(program_in(&home), Signal::STOP).unwrap();
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
fn an_editor_that_stops_takes_the_program_with_it() {
    let home = Home::new();
    let script = r#"
        kill -TSTP 0
        echo continued
        read line
        printf '%s' "$line" >> "$1""#;
    let editor = editor(&home, script);
    let shell = r#"echo "stopped $?"; read line; fg >/dev/null"#;
    let mut terminal = in_a_shell(&home, shell).env("EDITOR", editor).spawn();
    terminal.wait_for_text("width One");
    terminal.keys("ctrl+e");
    terminal.wait_for_text("stopped");
    terminal.type_text("\n");
    terminal.wait_for_text("continued");
    assert_eq!(terminal.modes(), Modes::default());
    terminal.type_text("abc\n");
    terminal.wait_for_text("3 characters");
    assert_eq!(terminal.modes(), all_modes());
}
