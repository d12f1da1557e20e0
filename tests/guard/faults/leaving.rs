//! The last save of a session and its closing: killed at any call, any call refused, or all from it on.

use super::calls::Calls;
use super::fault::{Fault, Injection, REFUSALS, Refusal, When};
use super::strace;
use super::thread::saver_of;
use super::{Seen, some_of, try_each};
use crate::guard::desk::{Desk, ask};
use crate::pty::{Exit, Modes};

/// What stands there when the program is started.
const BEFORE: [&str; 2] = ["第一题的回答。", "第二题的回答"];
/// What is asked where the last words could not be saved.
const QUESTION: &str = "最后的修改没有存上。怎么办？";

/// Types, and leaves at once: one save and the closing.
const TYPED: &str = "\x1b[1;5F调研六次\x11";
/// What the first answer is after that.
const AFTER: &str = "第一题的回答。调研六次";

#[test]
fn any_call_of_leaving_refused_or_the_last() {
    if !strace::is_there() {
        return;
    }
    let desk = Desk::new(&BEFORE);
    let Some((mut terminal, strace)) = saver_of(&desk, None) else {
        return;
    };
    terminal.send(TYPED);
    assert_eq!(terminal.exit_status(), Exit::Code(0));
    let calls = strace.calls();
    let refusable = calls.refusable();
    assert!(refusable.len() > 60, "{calls:?}");
    assert_eq!(desk.answers()[0], AFTER);

    let kills = some_of((0..calls.0.len()).collect());
    let killed = try_each(&kills, |at| killed_at(*at, &calls));
    super::super::report(&format!(
        "leaving, killed at {} of {} calls: {} struck, {} of them before the text was on the disk; no answer lost",
        killed.tries,
        calls.0.len(),
        killed.struck,
        killed.cost,
    ));

    let mut tries: Vec<(&Refusal, When)> = Vec::new();
    for refusal in &REFUSALS {
        let once = some_of(refusable.clone()).into_iter().map(When::At);
        let on_and_on = some_of(refusable.clone()).into_iter().map(When::From);
        tries.extend(once.chain(on_and_on).map(|when| (refusal, when)));
    }
    let refused = try_each(&tries, |(refusal, when)| refused(refusal, *when, &calls));
    super::super::report(&format!(
        "leaving, refused {} times at {} calls: {} struck, {} of them made the program ask before it let anybody go; no \
         word lost",
        refused.tries,
        refusable.len(),
        refused.struck,
        refused.cost,
    ));
}

/// Killed at a call, which may cost what was typed, and nothing else.
fn killed_at(at: usize, calls: &Calls) -> Seen {
    let injection = Injection::new(calls, Fault::Kill, When::At(at));
    let desk = Desk::new(&BEFORE);
    let Some((mut terminal, strace)) = saver_of(&desk, Some(&injection)) else {
        panic!("strace could look at a program a moment ago");
    };
    terminal.send(TYPED);
    let exit = terminal.exit_status();
    let struck = strace.has_struck();
    let answers = desk.answers();
    let saved = answers[0] == AFTER;
    assert!(saved || answers[0] == BEFORE[0], "{injection}: {answers:?}");
    assert_eq!(answers[1], BEFORE[1], "{injection}");
    assert!(struck || exit == Exit::Code(0), "{injection}: {exit:?}");
    assert!(saved || struck, "{injection}");
    desk.assert_tidy();
    // And the program itself goes on with it.
    desk.resume().spawn().wait_for_text(&ask(1));
    Seen { struck, cost: !saved }
}

/// Refused: the program lets nobody go whose words are not on the disk, and asks where to put them.
fn refused(refusal: &'static Refusal, when: When, calls: &Calls) -> Seen {
    let injection = Injection::new(calls, Fault::Refused(refusal), when);
    let desk = Desk::new(&BEFORE);
    let Some((mut terminal, strace)) = saver_of(&desk, Some(&injection)) else {
        panic!("strace could look at a program a moment ago");
    };
    terminal.send(TYPED);
    let screen = terminal.wait_for_end_or(|screen| screen.contains(QUESTION));
    let asked = screen.contains(QUESTION);
    if asked {
        assert!(screen.contains(refusal.words), "{injection}\n{screen}");
        // Into another directory, as it is proposed.
        terminal.keys("enter");
        terminal.wait_for_text("写到哪个目录");
        terminal.keys("enter");
    }
    assert_eq!(terminal.exit_status(), Exit::Code(0), "{injection}");
    assert_eq!(terminal.left_behind(), Modes::default(), "{injection}");
    let struck = strace.has_struck();
    let answers = desk.answers();
    if asked {
        assert!(
            [BEFORE[0], AFTER].contains(&&*answers[0]),
            "{injection}: {answers:?}"
        );
        assert_eq!(desk.elsewhere()[..2], [AFTER, BEFORE[1]], "{injection}");
    } else {
        assert_eq!(answers[0], AFTER, "{injection}");
    }
    assert_eq!(answers[1], BEFORE[1], "{injection}");
    desk.assert_tidy();
    Seen { struck, cost: asked }
}
