//! Earlier states, what was removed, newer questionnaires, sessions carried forward: what comes back and how.

use super::desk::{Desk, Run};
use std::fs;

const OLD: &str = "\
format = 1
title = 'Weekly'
[who]
ask = 'Who?'
[what]
ask = 'What?'
kind = 'prose'
[secret]
ask = 'What nobody must know?'
sensitive = true
required = false
[next]
repeat = true
[next.goal]
ask = 'Which goal?'
carry = 'ask'
";

const NEWER: &str = "\
format = 1
title = 'Weekly'
[name]
ask = 'Whose?'
was = ['who']
[note]
ask = 'A note?'
[past]
when = { 'past.goal' = { answered = true } }
[past.goal]
repeat = true
from = 'next'
[past.goal.goal]
ask = 'What was it?'
from = 'goal'
[next]
repeat = true
[next.goal]
ask = 'Which goal?'
carry = 'ask'
";

/// A session on a questionnaire of its own, and its id.
fn desk() -> (Desk, String) {
    let desk = Desk::new();
    desk.file("data/questionnaires/weekly.toml", OLD);
    let id = desk.start(
        "weekly",
        "w",
        "who = 'Ann'\nwhat = 'first'\nsecret = 'xyzzy'\n[[next]]\nid = 'a'\ngoal = 'run'\n",
    );
    (desk, id)
}

/// Types lines into the session.
fn type_in(desk: &Desk, id: &str, lines: &str) {
    let mut program = desk.program();
    let run = Run::of(program.args(["resume", "--plain", id]).write_stdin(lines));
    assert_eq!(run.code, 0, "{run:?}");
}

fn answers(desk: &Desk, id: &str) -> String {
    desk.ok(["answers", id, "--with-sensitive"])
}

#[test]
fn earlier_states_are_listed_compared_and_gone_back_to() {
    let (desk, id) = desk();
    type_in(&desk, &id, "Bea\n");
    let list = desk.ok(["history", &id]);
    let rows: Vec<&str> = list.lines().collect();
    assert!(rows.len() >= 3 && rows[0].starts_with("now"), "{list}");
    assert!(list.contains("1 changed"), "{list}");
    let compared = desk.ok(["history", &id, "1"]);
    assert_eq!(compared, "Weekly · Who?  who\n  - Ann\n  + Bea\n");

    let json: Vec<serde_json::Value> = serde_json::from_str(&desk.ok(["history", &id, "--json"])).unwrap();
    let last = json.last().unwrap();
    assert_eq!(
        (last["state"].as_u64(), last["answered"].as_u64()),
        (Some(1), Some(4))
    );
    let change = &json[0]["changes"][0];
    assert_eq!(
        (
            change["path"].as_str(),
            change["before"].as_str(),
            change["after"].as_str()
        ),
        (Some("who"), Some("Ann"), Some("Bea"))
    );

    let back = desk.run(["restore", &id, "1"]);
    assert_eq!((back.code, back.out.as_str()), (0, ""), "{back:?}");
    assert!(back.err.contains("different now: 1"), "{back:?}");
    assert!(answers(&desk, &id).contains("who = \"Ann\""));
    let none = desk.run(["restore", &id, "77"]);
    assert!(
        none.code == 1 && none.err.contains("no earlier state 77"),
        "{none:?}"
    );
    let wrong = desk.run(["restore", &id, "x"]);
    assert!(
        wrong.code == 2 && wrong.err.contains("a whole number"),
        "{wrong:?}"
    );
}

#[test]
fn one_answer_comes_back_and_what_it_replaced_too() {
    let (desk, id) = desk();
    type_in(&desk, &id, "Bea\nsecond\n.\n");
    assert_eq!(desk.run(["restore", &id, "1", "--answer", "who"]).code, 0);
    let now = answers(&desk, &id);
    assert!(now.contains("who = \"Ann\"") && now.contains("second"), "{now}");
    let removed = desk.ok(["removed", &id]);
    assert!(
        removed.starts_with("1  cleared  ") && removed.trim_end().ends_with("Who?  Bea"),
        "{removed}"
    );
    let back = desk.run(["restore", &id, "--removed", "1"]);
    assert!(
        back.code == 0 && back.err.contains("Brought back: Who?\n"),
        "{back:?}"
    );
    assert!(answers(&desk, &id).contains("who = \"Bea\""));
    for (arguments, code, said) in [
        (
            vec!["restore", &id, "--removed", "9"],
            1,
            "Nothing that was removed",
        ),
        (
            vec!["restore", &id, "--removed", "0"],
            1,
            "Nothing that was removed",
        ),
        (
            vec!["restore", &id, "1", "--answer", "nobody"],
            1,
            "Nothing is answered at nobody",
        ),
        (vec!["restore", &id, "1", "--answer", "No Path"], 2, "is no path"),
        (vec!["restore", &id, "--answer", "who"], 2, "Missing"),
        (vec!["restore", &id, "1", "--removed", "1"], 2, "cannot go with"),
    ] {
        let run = desk.run(arguments.iter().copied());
        assert!(
            run.code == code && run.err.contains(said),
            "{arguments:?}: {run:?}"
        );
    }
}

#[test]
fn a_damaged_session_says_what_to_do_and_that_helps() {
    let (desk, id) = desk();
    type_in(&desk, &id, "Bea\n");
    let file = desk.data().join("sessions").join(&id).join("session.toml");
    let whole = fs::read_to_string(&file).unwrap();
    fs::write(&file, whole.get(..whole.len() - 20).unwrap()).unwrap();
    let mut program = desk.program();
    let resume = Run::of(program.args(["resume", "--plain", &id]).write_stdin(""));
    assert_eq!(resume.code, 1, "{resume:?}");
    let said = format!("{}{}", resume.out, resume.err);
    assert!(said.contains(&format!("tigang restore {id} ")), "{said}");
    assert!(said.contains(&format!("tigang restore {id} --salvage")), "{said}");
    let salvaged = desk.run(["restore", &id, "--salvage"]);
    assert!(
        salvaged.code == 0 && salvaged.err.contains("session.toml.damaged-1"),
        "{salvaged:?}"
    );
    assert!(answers(&desk, &id).contains("who = \"Bea\""));

    fs::write(&file, "").unwrap();
    let list = desk.ok(["history", &id]);
    let newest = list.lines().nth(1).unwrap().split_whitespace().next().unwrap();
    assert_eq!(desk.run(["restore", &id, newest]).code, 0);
    assert!(answers(&desk, &id).contains("who = \"Bea\""));
    let not_damaged = desk.run(["restore", &id, "--salvage"]);
    assert!(
        not_damaged.code == 0 && not_damaged.err.contains("not damaged"),
        "{not_damaged:?}"
    );
}

#[test]
fn a_newer_questionnaire_is_reported_agreed_to_and_taken_back() {
    let (desk, id) = desk();
    let run = desk.run(["rebase", &id]);
    assert!(
        run.code == 0 && run.err.contains("no newer questionnaire"),
        "{run:?}"
    );
    desk.file("data/questionnaires/weekly.toml", NEWER);
    let before = answers(&desk, &id);
    let report = desk.run(["rebase", &id]);
    assert_eq!(report.code, 0, "{report:?}");
    for said in [
        "renamed: “Who?” (who) → “Whose?” (name)\n",
        "new question: “A note?” (note)\n",
        "no longer asked: “What?” (what) (answers put aside: 1)\n",
        "kept without a question: 2:\n  What?  what\n  What nobody must know?  secret\n",
    ] {
        assert!(report.out.contains(said), "{said}: {report:?}");
    }
    assert!(report.err.contains("--apply does it"), "{report:?}");
    assert_eq!(answers(&desk, &id), before);

    let applied = desk.run(["rebase", &id, "--apply"]);
    assert_eq!(applied.code, 0, "{applied:?}");
    assert!(answers(&desk, &id).contains("name = \"Ann\""));
    let aside = desk.ok(["removed", &id]);
    assert!(aside.contains("orphaned") && aside.contains("what"), "{aside}");
    assert_eq!(desk.run(["move", &id, "what", "note"]).code, 0);
    assert!(answers(&desk, &id).contains("note = \"first\""));
    let before_move = answers(&desk, &id);
    let refused = desk.run(["move", &id, "note", "name"]);
    assert!(
        refused.code == 1 && refused.err.contains("note is still there"),
        "{refused:?}"
    );
    assert_eq!(answers(&desk, &id), before_move);
    let refused = desk.run(["move", &id, "secret", "next"]);
    assert!(
        refused.code == 1 && refused.err.contains("cannot be moved"),
        "{refused:?}"
    );

    let words: Vec<&str> = applied.err.split_whitespace().collect();
    let at = words.iter().position(|word| *word == "restore").unwrap();
    assert_eq!(desk.run(["restore", words[at + 1], words[at + 2]]).code, 0);
    assert_eq!(answers(&desk, &id), before);
    assert!(desk.ok(["history", &id]).contains("another questionnaire"));
}

#[test]
fn a_session_starts_from_an_earlier_one() {
    let (desk, _) = desk();
    desk.file("newer.toml", NEWER);
    let start = |arguments: &[&str]| {
        let all = ["new", "newer.toml", "--from", "w"]
            .into_iter()
            .chain(arguments.iter().copied());
        desk.run(all)
    };
    let plain = start(&[]);
    assert_eq!(plain.code, 0, "{plain:?}");
    assert!(
        plain
            .err
            .contains("--carry PATH takes them:\n  next 1 · Which goal?  next[a].goal\n"),
        "{plain:?}"
    );
    let text = answers(&desk, plain.out.trim());
    assert!(text.contains("name = \"Ann\""), "{text}");
    assert!(
        text.contains("[[past.goal]]") && text.contains("goal = \"run\""),
        "what was planned comes back: {text}"
    );
    assert!(!text.contains("[[next]]\nid = \"a\"\ngoal"), "{text}");
    let exported = desk.run(["export", plain.out.trim(), "-o", "-"]);
    assert!(
        exported.err.contains("carried over and not looked at"),
        "{exported:?}"
    );

    for arguments in [
        &["--carry-all"][..],
        &["--carry", "next"],
        &["--carry", "next[a].goal"],
    ] {
        let run = start(arguments);
        assert!(run.code == 0 && !run.err.contains("--carry PATH"), "{run:?}");
        let text = answers(&desk, run.out.trim());
        let goals = text.matches("goal = \"run\"").count();
        assert_eq!(goals, 2, "{text}");
    }
    let wrong = start(&["--carry", "nex"]);
    assert!(
        wrong.code == 1 && wrong.err.contains("At nex there is no answer"),
        "{wrong:?}"
    );
    assert_eq!(start(&["--carry-all", "--carry", "next"]).code, 2);
    assert_eq!(desk.run(["new", "newer.toml", "--carry-all"]).code, 2);
}

#[test]
fn what_is_sensitive_is_left_out_unless_asked_for() {
    let (desk, id) = desk();
    for arguments in [
        &["answers", &id][..],
        &["export", &id, "-o", "-"],
        &["history", &id, "--json"],
        &["removed", &id],
    ] {
        let run = desk.run(arguments.iter().copied());
        assert!(
            !run.out.contains("xyzzy") && !run.err.contains("xyzzy"),
            "{arguments:?}: {run:?}"
        );
        let with = desk.run(arguments.iter().copied().chain(["--with-sensitive"]));
        assert_eq!(with.code, 0, "{with:?}");
        if matches!(arguments[0], "answers" | "export") {
            assert!(run.err.contains("left out: 1. --with-sensitive"), "{run:?}");
            assert!(
                with.out.contains("xyzzy") && !with.err.contains("left out"),
                "{with:?}"
            );
        }
    }
}

#[test]
fn nobody_meets_the_id_of_an_instance() {
    let desk = Desk::new();
    desk.file(
        "links.toml",
        "format = 1\ntitle = 't'\nlanguage = 'en'\n[p]\nrepeat = true\n[p.name]\nask = 'name?'\nmin_length = 3\n\
         [on]\nask = 'on?'\nkind = 'yes-no'\n[m]\nask = 'which?'\nkind = 'links'\nto = 'p'\nwhen = { on = true }\n\
         [w]\nask = 'which then?'\nkind = 'links'\nto = 'p'\n",
    );
    let answers = "on = false\nm = ['am2q', 'gone']\nw = ['gone']\n[[p]]\nid = 'zfky'\nname = 'the first'\n\
                   [[p]]\nid = 'am2q'\nname = 'x'\n";
    let id = desk.start("links.toml", "t", answers);
    let aside = desk.ok(["removed", &id]);
    assert!(
        aside.contains("p 2") && aside.contains("an item no longer there"),
        "{aside}"
    );
    let check = desk.run(["check", &id]);
    assert!(
        check.out.contains("  p 2 · name? ") && check.out.contains("(p[2].name)\n"),
        "{check:?}"
    );
    assert!(
        check.out.contains("a linked item is no longer there"),
        "{check:?}"
    );
    let export = desk.run(["export", &id, "-o", "-"]);
    assert!(
        export.err.contains("p 2 · name? ") && export.err.contains("(p[2].name)"),
        "{export:?}"
    );
    for said in [aside, check.out, export.err] {
        for hidden in ["am2q", "zfky", "gone"] {
            assert!(!said.contains(hidden), "{hidden}: {said}");
        }
    }
}
