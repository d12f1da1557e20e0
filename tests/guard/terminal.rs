//! The terminal as a danger to what is typed in it: one that goes away, one that shrinks to nothing.

use std::time::Instant;

use super::desk::{Desk, ask};
use crate::pty::{Exit, Modes, Program};

const BEFORE: [&str; 2] = ["第一题的回答。", "第二题的回答"];
const DRAFT: &str = "调研六次";
const AFTER: &str = "第一题的回答。调研六次";

#[test]
fn a_terminal_that_vanishes_without_a_word_costs_nothing() {
    let desk = Desk::new(&BEFORE);
    desk.wait_until_free();
    // In a session of its own the program has no controlling terminal, and gets no SIGHUP from it.
    let mut terminal = Program::new("setsid")
        .in_home(&desk.home)
        .env("TIGANG_DATA_DIR", desk.store.root())
        .args(["--fork", "--wait", env!("CARGO_BIN_EXE_tigang"), "resume"])
        .spawn();
    terminal.wait_for_text(&ask(1));
    terminal.keys("ctrl+end");
    terminal.type_text(DRAFT);
    terminal.wait_for_text(DRAFT);
    let begun = Instant::now();
    terminal.close_terminal();
    // The lock comes free when the program has ended, and not before.
    desk.wait_until_free();
    super::report(&format!(
        "a terminal that vanished: the program had saved and ended after {} ms",
        begun.elapsed().as_millis()
    ));
    assert_eq!(desk.answers()[..2], [AFTER, BEFORE[1]]);
}

#[test]
fn any_size_is_harmless() {
    let desk = Desk::new(&BEFORE);
    let mut terminal = desk.resume().size(24, 80).spawn();
    terminal.wait_for_text(&ask(1));
    terminal.keys("ctrl+end");
    let mut expected = BEFORE[0].to_owned();
    let sizes = [
        (1, 1),
        (1, 500),
        (500, 1),
        (2, 2),
        (3, 200),
        (200, 3),
        (1, 2),
        (40, 12),
    ];
    for (number, (rows, columns)) in sizes.into_iter().enumerate() {
        terminal.resize(rows, columns);
        // What is drawn and taken at this size is over when a key has come through, which the disk shows.
        let typed = format!("{number}");
        terminal.type_text(&typed);
        expected.push_str(&typed);
        let begun = Instant::now();
        while desk.answers()[0] != expected {
            assert!(
                begun.elapsed() < crate::pty::DEADLINE,
                "{rows} × {columns}: {:?}",
                desk.answers()
            );
            std::thread::yield_now();
        }
    }
    terminal.resize(24, 80);
    terminal.wait_for(|screen| screen.contains(&ask(1)) && screen.contains(&expected));
    terminal.keys("ctrl+q");
    assert_eq!(terminal.exit_status(), Exit::Code(0));
    assert_eq!(terminal.left_behind(), Modes::default());
    assert_eq!(desk.answers()[0], expected);
}
