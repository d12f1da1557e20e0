//! However the program ends, the answers are saved and the terminal is as it was.

use std::time::Instant;

use super::all_modes;
use crate::pty::runtime_program::{BEHAVIOUR, arguments, program, saves};
use crate::pty::terminal::DEADLINE;
use crate::pty::{Exit, Home, Modes, Program};
use rustix::process::Signal;

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
    terminal.wait_for_text("F(9)");
    terminal.freeze();
    // Within the grace of the main loop nothing fits any more, and the program hangs in the write.
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.exit_status(), Exit::Code(143));
    assert_eq!(saves(home.path()), 1);
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
