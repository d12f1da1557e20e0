//! A panic in any thread that the program starts: the answers are saved, and the terminal is as it was.

use std::fs;

use crate::pty::runtime_program::{program, saves};
use crate::pty::{Exit, Home, Modes, Terminal};
use rustix::process::Signal;

/// The program of which a thread panics as soon as it has something to say, with something typed.
fn program_with(home: &Home, thread: &str) -> Terminal {
    let mut terminal = program(thread).in_home(home).spawn();
    terminal.wait_for_text("width One");
    terminal.type_text("answer");
    terminal.wait_for_text("6 characters");
    terminal
}

#[test]
fn a_panic_in_any_thread_saves_and_leaves_the_terminal_as_it_was() {
    type Wake = fn(&mut Terminal);
    let threads: [(&str, Wake); 3] = [
        ("signals", |terminal| terminal.resize(30, 90)),
        ("hangup", Terminal::close_terminal),
        ("saver", |terminal| terminal.keys("f8")),
    ];
    for (thread, wake) in threads {
        let home = Home::new();
        let mut terminal = program_with(&home, thread);
        wake(&mut terminal);
        let exit = terminal.exit_status();
        assert_eq!(saves(home.path()), 1, "{thread}");
        if thread == "hangup" {
            // The main loop may be the first to notice.
            assert!([Exit::Code(101), Exit::Code(129)].contains(&exit), "{exit:?}");
            continue;
        }
        assert_eq!(exit, Exit::Code(101), "{thread}");
        assert_eq!(terminal.left_behind(), Modes::default(), "{thread}");
        let said = terminal.wait_for_text("CRASH");
        assert!(
            said.rows().concat().contains(&format!("(thread {thread})")),
            "{said}"
        );
        if thread == "saver" {
            assert_eq!(rescued(&home), "answer");
        }
    }
}

#[test]
fn a_panic_without_a_screen_keeps_the_secret() {
    let mut terminal = program("no screen").spawn();
    terminal.exit_status();
    let said = terminal.wait_for_text("CRASH panic in");
    assert!(!said.contains("secret"), "{said}");
}

#[test]
fn a_panic_of_the_last_save_does_not_hold_up_the_end() {
    let home = Home::new();
    let mut terminal = program_with(&home, "last save");
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.exit_status(), Exit::Code(143));
    assert_eq!(terminal.left_behind(), Modes::default());
    terminal.wait_for_text("STUCK");
}

/// The text that was put somewhere else, because the thread that saves has gone.
fn rescued(home: &Home) -> String {
    let entries = fs::read_dir(home.path()).unwrap().flatten();
    let mut rescued =
        entries.filter(|entry| entry.file_name().to_string_lossy().starts_with("tigang-rescued-"));
    let rescued = rescued.next().unwrap().path();
    fs::read_to_string(rescued.join("session.toml")).unwrap()
}
