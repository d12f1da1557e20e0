//! A session is started in the full screen: killed at any call of it, any call refused, or all from it on. What was there
//! before is there after it; and whoever writes on is saved as soon as the disk takes it.

use tigang::session::library;
use tigang::session::open::Want;

use super::calls::Calls;
use super::fault::{Fault, Injection, REFUSALS, Refusal, When};
use super::strace::{self, Attached};
use super::{Seen, some_of, try_each};
use crate::guard::desk::{Desk, texts};
use crate::pty::{Exit, Modes, Screen, Terminal};

const BEFORE: [&str; 2] = ["第一题的回答。", "第二题的回答"];
/// What is typed into the new session.
const DRAFT: &str = "调研六次";
/// How the new session's first question is asked.
const ASKED: &str = "您是哪年哪月开始担任现职的？";

/// The program, about to start a session: its name is asked for, and one key is missing. strace looks at its main
/// thread. `None` where that is not allowed.
fn about_to_start(desk: &Desk, injection: Option<&Injection>) -> Option<(Terminal, Attached)> {
    let mut terminal = desk.program().size(30, 240).spawn();
    terminal.wait_for_text("自查自评");
    terminal.keys("down enter");
    terminal.wait_for_text("名字");
    let log = desk.home.path().join("calls");
    let attached = Attached::to(terminal.pid(), log, injection);
    if attached.is_none() {
        super::super::report("skipped: strace may not look at a program that runs");
    }
    Some((terminal, attached?))
}

/// The calls of starting, up to the first frame that shows the session, and those of them that go to the disk.
fn calls() -> Option<(Calls, Vec<usize>)> {
    let desk = Desk::new(&BEFORE);
    let (mut terminal, strace) = about_to_start(&desk, None)?;
    terminal.keys("enter");
    terminal.wait_for_text(ASKED);
    let mut calls = strace.calls();
    // What is written behind the last of the others is the screen; and the first thing that is read is the key.
    let last = calls
        .refusable()
        .into_iter()
        .rfind(|at| !is_of_terminals(&calls.0[*at]));
    calls.0.truncate(last? + 1);
    let key = calls.0.iter().position(|name| name == "read");
    let refusable = calls
        .refusable()
        .into_iter()
        .filter(|at| Some(*at) != key)
        .collect();
    Some((calls, refusable))
}

/// Whether the screen and the keyboard are served by calls of this name as well.
fn is_of_terminals(name: &str) -> bool {
    matches!(name, "read" | "write")
}

#[test]
fn any_call_of_starting_a_session_refused_or_the_last() {
    if !strace::is_there() {
        return;
    }
    let Some((calls, refusable)) = calls() else { return };
    assert!(refusable.len() > 30, "{calls:?}");
    let kills = some_of((0..calls.0.len()).collect());
    let killed = try_each(&kills, |at| killed_at(*at, &calls));
    super::super::report(&format!(
        "starting a session, killed at {} of {} calls: {} struck, {} of them before there was a session; all others whole",
        killed.tries,
        calls.0.len(),
        killed.struck,
        killed.cost,
    ));
    // A disk that stays full is not to keep the terminal from anything.
    let of_the_disk = calls.0.iter().filter(|name| !is_of_terminals(name));
    let of_the_disk = Calls(of_the_disk.cloned().collect());
    let mut tries: Vec<(&Refusal, When)> = Vec::new();
    for refusal in &REFUSALS {
        tries.extend(
            some_of(refusable.clone())
                .into_iter()
                .map(|at| (refusal, When::At(at))),
        );
        let on_and_on = some_of(of_the_disk.refusable()).into_iter();
        tries.extend(on_and_on.map(|at| (refusal, When::From(at))));
    }
    let refused = try_each(&tries, |(refusal, when)| match when {
        When::At(_) => refused(refusal, *when, &calls),
        When::From(_) => refused(refusal, *when, &of_the_disk),
    });
    super::super::report(&format!(
        "starting a session, refused {} times at {} calls: {} struck, {} of them said so; all saved in the end",
        refused.tries,
        refusable.len(),
        refused.struck,
        refused.cost,
    ));
}

fn killed_at(at: usize, calls: &Calls) -> Seen {
    let injection = Injection::new(calls, Fault::Kill, When::At(at));
    let desk = Desk::new(&BEFORE);
    let Some((mut terminal, strace)) = about_to_start(&desk, Some(&injection)) else {
        panic!("strace could look at a program a moment ago");
    };
    terminal.keys("enter");
    terminal.wait_for_end_or(|screen| screen.contains(ASKED));
    // Where the fault has not come.
    terminal.close_terminal();
    terminal.exit_status();
    let struck = strace.has_struck();
    let sessions = whole_sessions(&desk);
    assert!(sessions.len() <= 2, "{injection}: {sessions:?}");
    // And the program itself finds its way.
    let screen = desk.program().size(30, 240).spawn().wait_for_text("自查自评");
    assert!(screen.contains("守护"), "{injection}\n{screen}");
    Seen {
        struck,
        cost: sessions.len() == 1,
    }
}

fn refused(refusal: &'static Refusal, when: When, calls: &Calls) -> Seen {
    let injection = Injection::new(calls, Fault::Refused(refusal), when);
    let desk = Desk::new(&BEFORE);
    let Some((mut terminal, strace)) = about_to_start(&desk, Some(&injection)) else {
        panic!("strace could look at a program a moment ago");
    };
    terminal.keys("enter");
    let says = |screen: &Screen| screen.contains(refusal.words);
    let screen = terminal.wait_for(|screen| screen.contains(ASKED) || says(screen));
    let said = says(&screen);
    assert!(screen.contains(ASKED), "{injection}\n{screen}");
    terminal.keys("tab");
    terminal.type_text(DRAFT);
    terminal.wait_for(|screen| screen.contains(DRAFT) && screen.contains("已保存"));
    let struck = strace.has_struck();
    terminal.keys("ctrl+q");
    assert_eq!(terminal.exit_status(), Exit::Code(0), "{injection}");
    assert_eq!(terminal.left_behind(), Modes::default(), "{injection}");
    let sessions = whole_sessions(&desk);
    // A disk that refuses everything leaves what it had taken before.
    let left = sessions.iter().filter(|text| text.is_empty()).count();
    assert!(
        left == 0 || (left == 1 && matches!(when, When::From(_))),
        "{injection}: {sessions:?}"
    );
    assert_eq!(sessions.len() - left, 2, "{injection}: {sessions:?}");
    assert!(
        sessions.iter().any(|text| text.contains(DRAFT)),
        "{injection}: {sessions:?}"
    );
    Seen { struck, cost: said }
}

/// The answers of each session in the list. Every one of them is whole, and the one that was there before is as it was.
fn whole_sessions(desk: &Desk) -> Vec<String> {
    assert_eq!(texts(&desk.load().session)[..2], BEFORE);
    let listed = desk.store.list().unwrap().into_iter();
    listed
        .map(|listed| {
            let loaded = library::open(&desk.store, listed.directory, Want::Read).unwrap();
            assert!(!loaded.edited_by_hand, "the seal is broken");
            let mut texts = String::new();
            loaded
                .session
                .answers
                .visit(|_, answer| texts.push_str(&answer.value.to_typed()));
            texts
        })
        .collect()
}
