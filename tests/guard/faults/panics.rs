//! Panics in the program as it is, where a call that cannot fail does: in the library that waits for signals, and in
//! `std`, which sleeps for the watchdog. (Those that no call brings about: `pty::runtime::panics`.)

use std::fs;

use rustix::process::{Pid, Signal, kill_process};

use super::calls::Calls;
use super::fault::{Fault, Injection, REFUSALS, When};
use super::strace::{self, Attached};
use super::thread::thread;
use crate::guard::desk::{Desk, ask};
use crate::pty::{Exit, Modes, Program, Terminal};

const BEFORE: [&str; 2] = ["第一题的回答。", "第二题的回答"];
const DRAFT: &str = "调研六次";
const AFTER: &str = "第一题的回答。调研六次";

/// The first call of a name refused.
fn refused(name: &str) -> Injection {
    let calls = Calls(vec![name.to_owned()]);
    Injection::new(&calls, Fault::Refused(&REFUSALS[1]), When::At(0))
}

/// Types, and waits until it is saved.
fn type_draft(terminal: &mut Terminal) {
    terminal.wait_for_text(&ask(1));
    terminal.keys("ctrl+end");
    terminal.type_text(DRAFT);
    terminal.wait_for(|screen| screen.contains(DRAFT) && screen.contains("已保存"));
}

#[test]
fn a_panic_of_the_thread_that_waits_for_signals_costs_nothing() {
    if !strace::is_there() {
        return;
    }
    let desk = Desk::new(&BEFORE);
    let mut terminal = desk.resume().size(30, 300).spawn();
    type_draft(&mut terminal);
    let log = desk.home.path().join("calls");
    let number = thread(&terminal, "signals");
    let Some(strace) = Attached::to(number, log, Some(&refused("recvfrom"))) else {
        super::super::report("skipped: strace may not look at a program that runs");
        return;
    };
    // It waits in that call, which strace has it make anew.
    assert_eq!(terminal.exit_status(), Exit::Code(101));
    assert_eq!(terminal.left_behind(), Modes::default());
    let said = terminal.wait_for_text("已保存并退出");
    assert!(said.contains("(thread signals)"), "{said}");
    assert!(strace.has_struck());
    assert_eq!(desk.answers()[..2], [AFTER, BEFORE[1]]);
    desk.assert_tidy();
}

#[test]
fn a_panic_of_the_watchdog_costs_nothing() {
    if !strace::is_there() {
        return;
    }
    let desk = Desk::new(&BEFORE);
    let log = desk.home.path().join("calls");
    let mut terminal = Program::new("strace")
        .in_home(&desk.home)
        .env("TIGANG_DATA_DIR", desk.store.root())
        .args(["-qq", "-f", "-o"])
        .args([&log])
        .args(refused("clock_nanosleep").options())
        .args([env!("CARGO_BIN_EXE_tigang"), "resume"])
        .size(30, 300)
        .spawn();
    type_draft(&mut terminal);
    kill_process(started_by(&terminal), Signal::TERM).unwrap();
    let exit = terminal.exit_status();
    // The main loop may be the first to end, as it is told to.
    assert!([Exit::Code(101), Exit::Code(143)].contains(&exit), "{exit:?}");
    assert_eq!(terminal.left_behind(), Modes::default());
    // The program may have ended before its watchdog got to sleep.
    super::super::report(&format!(
        "a panic of the watchdog: came about: {}",
        strace::has_struck(&log)
    ));
    assert_eq!(desk.answers()[..2], [AFTER, BEFORE[1]]);
    desk.assert_tidy();
}

/// The one process that another has started.
fn started_by(terminal: &Terminal) -> Pid {
    let number = terminal.pid();
    let children = fs::read_to_string(format!("/proc/{number}/task/{number}/children")).unwrap();
    Pid::from_raw(children.trim().parse().unwrap()).unwrap()
}
