//! A disk that takes nothing from some call of a save on, and stays so; or refuses one call only.

use super::calls::Calls;
use super::fault::{Fault, Injection, REFUSALS, Refusal, When};
use super::strace;
use super::thread::saver_of;
use super::{Seen, some_of, try_each};
use crate::guard::desk::Desk;

/// What stands there when the program is started.
const BEFORE: [&str; 2] = ["第一题的回答。", "第二题的回答"];
/// What is typed into the first answer.
const DRAFT: &str = "调研六次";

#[test]
fn a_disk_that_refuses_from_any_call_of_a_save_on() {
    if !strace::is_there() {
        return;
    }
    let desk = Desk::new(&BEFORE);
    let Some((mut terminal, strace)) = saver_of(&desk, None) else {
        return;
    };
    terminal.type_text(DRAFT);
    terminal.wait_for(|screen| screen.contains(DRAFT) && screen.contains("已保存"));
    let calls = strace.calls();
    drop(terminal);
    let refusable = calls.refusable();
    assert!(refusable.len() > 30, "{calls:?}");

    let tries: Vec<(&Refusal, usize)> = REFUSALS
        .iter()
        .flat_map(|refusal| {
            some_of(refusable.clone())
                .into_iter()
                .map(move |at| (refusal, at))
        })
        .collect();
    let tally = try_each(&tries, |(refusal, at)| refused_from(refusal, *at, &calls));
    super::super::report(&format!(
        "a disk refusing from a call of a save on: {} tries at {} calls, {} struck; in {} the program said why it had \
         not saved, in the others it had; no answer lost",
        tally.tries,
        refusable.len(),
        tally.struck,
        tally.cost,
    ));
}

fn refused_from(refusal: &'static Refusal, at: usize, calls: &Calls) -> Seen {
    let injection = Injection::new(calls, Fault::Refused(refusal), When::From(at));
    let desk = Desk::new(&BEFORE);
    let Some((mut terminal, strace)) = saver_of(&desk, Some(&injection)) else {
        panic!("strace could look at a program a moment ago");
    };
    terminal.keys("ctrl+end");
    terminal.type_text(DRAFT);
    let screen = terminal.wait_for(|screen| screen.contains("已保存") || screen.contains("没有存上"));
    let saved = screen.contains("已保存");
    assert!(saved || screen.contains(refusal.words), "{injection}\n{screen}");
    // Whatever the program would still do about it: it does not come to it.
    terminal.kill9();
    terminal.exit_status();
    let struck = strace.has_struck();
    let answers = desk.answers();
    let with_draft = format!("{}{DRAFT}", BEFORE[0]);
    assert_eq!(answers[1], BEFORE[1], "{injection}");
    assert!(
        answers[0] == with_draft || (!saved && answers[0] == BEFORE[0]),
        "{injection}: {saved} {answers:?}"
    );
    desk.assert_tidy();
    Seen { struck, cost: !saved }
}
