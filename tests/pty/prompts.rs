//! Questions of the command line, asked on a terminal: what is typed decides, what must not be seen is not, and whoever
//! breaks off finds the terminal as it was and nothing changed.

use std::fs;
use std::path::PathBuf;

use rustix::process::Signal;

use super::{Exit, Modes, Program, Terminal};
use crate::cli::desk::Desk;

/// The command on a terminal.
fn on_terminal(desk: &Desk, arguments: &[&str]) -> Terminal {
    Program::tigang()
        .env("TIGANG_DATA_DIR", desk.data())
        .env("TIGANG_LANG", "en")
        .size(40, 200)
        .args(arguments)
        .spawn()
}

/// A question, and what is typed then.
type Typed = (&'static str, &'static str);

/// Answers one question after the other. Gives how it ended, and what stands on the screen.
fn answered(mut terminal: Terminal, script: &[Typed]) -> (Exit, String) {
    for (question, typed) in script {
        terminal.wait_for_text(question);
        terminal.send(*typed);
    }
    let exit = terminal.exit_status();
    assert_eq!(terminal.left_behind(), Modes::default(), "{script:?}");
    (exit, terminal.screen().rows().join("\n"))
}

const FIRST: &str = "Passphrase:";
const AGAIN: &str = "Once more:";

#[test]
fn a_passphrase_is_typed_twice_and_never_seen() {
    let desk = Desk::new();
    let id = desk.start("postmortem.en", "x", "");
    let out = desk.path().join("x.age");
    let path = out.to_str().unwrap().to_owned();
    let cases: [(&[Typed], u32, &str); 9] = [
        (
            &[(FIRST, "sesame\r"), (AGAIN, "barley\r")],
            1,
            "The two passphrases differ",
        ),
        (&[(FIRST, "\r")], 1, "must not be empty"),
        (&[(FIRST, "sesame\r"), (AGAIN, "\r")], 1, "must not be empty"),
        (&[(FIRST, "sesa\x03")], 130, ""),
        (&[(FIRST, "sesame\r"), (AGAIN, "\x03")], 130, ""),
        (&[(FIRST, "\x04")], 130, ""),
        (&[(FIRST, "sesame\r"), (AGAIN, "\x04")], 130, ""),
        (
            &[(FIRST, "barley\x15芝麻x\x7f\r"), (AGAIN, "芝麻\r")],
            0,
            "encrypted",
        ),
        // It is there already, which is said before anything is asked.
        (&[], 1, "already"),
    ];
    for (script, code, said) in cases {
        let terminal = on_terminal(&desk, &["pack", &id, "--passphrase", "-o", &path]);
        let (exit, screen) = answered(terminal, script);
        assert_eq!(exit, Exit::Code(code), "{script:?}: {screen}");
        assert!(screen.contains(said), "{script:?}: {screen}");
        for typed in ["sesa", "barley", "芝麻"] {
            assert!(!screen.contains(typed), "{script:?}: {screen}");
        }
        assert_eq!(out.exists(), code == 0 || script.is_empty(), "{script:?}");
    }
    for (script, code, said) in [
        (&[(FIRST, "sesame\r")], 1, "The passphrase is wrong"),
        (&[(FIRST, "\r")], 1, "must not be empty"),
        (&[(FIRST, "芝\x03")], 130, ""),
        (&[(FIRST, "芝麻\r")], 0, ""),
    ] {
        let before = desk.ok(["list"]).lines().count();
        let (exit, screen) = answered(on_terminal(&desk, &["unpack", &path]), script);
        assert_eq!(exit, Exit::Code(code), "{script:?}: {screen}");
        assert!(
            screen.contains(said) && !screen.contains("芝"),
            "{script:?}: {screen}"
        );
        let more = usize::from(code == 0);
        assert_eq!(desk.ok(["list"]).lines().count(), before + more, "{script:?}");
    }
}

#[test]
fn a_signal_at_a_passphrase_gives_the_terminal_its_echo_back() {
    let desk = Desk::new();
    let id = desk.start("postmortem.en", "x", "");
    let out = desk.path().join("x.age");
    for signal in [Signal::INT, Signal::TERM, Signal::HUP] {
        let arguments = ["pack", &id, "--passphrase", "-o", out.to_str().unwrap()];
        let mut terminal = on_terminal(&desk, &arguments);
        terminal.wait_for_text(FIRST);
        // Before anybody can have begun to type.
        assert!(terminal.modes().raw);
        terminal.signal(signal);
        assert_eq!(terminal.exit_status(), Exit::Code(130), "{signal:?}");
        assert_eq!(terminal.left_behind(), Modes::default(), "{signal:?}");
        assert!(!out.exists());
    }
}

/// A session with three answers, and a copy of it with three others.
fn copies() -> (Desk, String, PathBuf) {
    let desk = Desk::new();
    let questions = ["a", "b", "c"].map(|id| format!("[{id}]\nask = 'What of {id}?'\n"));
    desk.file(
        "q.toml",
        format!("format = 1\ntitle = 'q'\n{}", questions.concat()),
    );
    let id = desk.start("q.toml", "x", "a = 'ours a'\nb = 'ours b'\nc = 'ours c'\n");
    let file = desk.data().join("sessions").join(&id).join("session.toml");
    let copy = file.with_file_name("copy.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&copy, text.replace("\"ours ", "\"theirs ")).unwrap();
    (desk, id, copy)
}

#[test]
fn each_answer_of_a_merge_is_shown_on_both_sides_and_chosen() {
    let cases: [(&[&str], Option<u32>, [&str; 3]); 5] = [
        (
            &["1\r", "theirs\r", "O\r"],
            Some(0),
            ["ours a", "theirs b", "ours c"],
        ),
        (
            &["2\r", "what?\r", "2\r", "t\r"],
            Some(0),
            ["theirs a", "theirs b", "theirs c"],
        ),
        // Whoever does not say keeps what is here.
        (
            &["2\r", "\x04", "2\r"],
            Some(1),
            ["theirs a", "ours b", "theirs c"],
        ),
        (&["\x04", "\x04", "\x04"], Some(1), ["ours a", "ours b", "ours c"]),
        (&["2\r", "\x03"], None, ["ours a", "ours b", "ours c"]),
    ];
    for (typed, code, expected) in cases {
        let (desk, id, copy) = copies();
        let mut terminal = on_terminal(&desk, &["merge", &id, copy.to_str().unwrap()]);
        for (number, typed) in typed.iter().enumerate() {
            let asked = "Which one, 1 or 2?";
            let screen =
                terminal.wait_for(|screen| screen.rows().concat().matches(asked).count() == number + 1);
            if number == 0 {
                for said in [
                    "What of a?  a",
                    "1 ours:",
                    "    ours a",
                    "2 theirs:",
                    "    theirs a",
                ] {
                    assert!(screen.contains(said), "{said}: {screen}");
                }
            }
            terminal.send(*typed);
        }
        let exit = terminal.exit_status();
        match code {
            Some(code) => assert_eq!(exit, Exit::Code(code), "{typed:?}"),
            None => assert!(matches!(exit, Exit::Signal(_)), "{typed:?}: {exit:?}"),
        }
        assert_eq!(terminal.left_behind(), Modes::default(), "{typed:?}");
        let answers = desk.ok(["answers", &id]);
        for answer in expected {
            assert!(answers.contains(answer), "{typed:?}: {answers}");
        }
        // What was not taken has not gone, unless nothing was done at all.
        let removed = desk.run(["removed", &id]).out;
        let kept = ["ours a", "ours b", "ours c", "theirs a", "theirs b", "theirs c"]
            .iter()
            .filter(|answer| !expected.contains(answer))
            .all(|answer| removed.contains(answer));
        assert_eq!(kept, code.is_some(), "{typed:?}: {removed}");
    }
}

const WEEKLY: &str = "format = 1\ntitle = 'w'\n[what]\nask = 'What was done?'\n[goal]\nask = 'And next?'\ncarry = 'ask'\n\
                      [more]\nask = 'What else?'\ncarry = 'ask'\n";

#[test]
fn moving_to_a_newer_questionnaire_is_asked_about() {
    let question = "Move the session to this questionnaire? [y/N]";
    for (typed, moves) in [
        ("y\r", true),
        ("\r", false),
        ("n\r", false),
        ("\x04", false),
        ("\x03", false),
    ] {
        let desk = Desk::new();
        desk.file("data/questionnaires/w.toml", WEEKLY);
        let id = desk.start("w", "x", "what = 'first'\n");
        let newer = WEEKLY.replace("[more]", "[note]\nask = 'A note?'\n[more]");
        desk.file("data/questionnaires/w.toml", newer);
        let (exit, screen) = answered(on_terminal(&desk, &["rebase", &id]), &[(question, typed)]);
        assert!(screen.contains("new question: “A note?” (note)"), "{screen}");
        match typed {
            "\x03" => assert!(matches!(exit, Exit::Signal(_)), "{exit:?}"),
            _ => assert_eq!(exit, Exit::Code(0), "{screen}"),
        }
        assert_eq!(
            screen.contains("The session has moved."),
            moves,
            "{typed:?}: {screen}"
        );
        let again = desk.run(["rebase", &id]);
        assert_eq!(
            again.err.contains("no newer questionnaire"),
            moves,
            "{typed:?}: {again:?}"
        );
        assert!(desk.ok(["answers", &id]).contains("what = \"first\""));
    }
}

#[test]
fn what_goes_over_into_a_new_session_is_asked_answer_by_answer() {
    let question = "Carry it over? [y/N]";
    for (typed, goal, more) in [
        (["y\r", "n\r"], true, false),
        (["\r", "yes\r"], false, true),
        (["y\r", "y\r"], true, true),
        (["n\r", "\x04"], false, false),
    ] {
        let desk = Desk::new();
        desk.file("data/questionnaires/w.toml", WEEKLY);
        desk.start("w", "old", "what = 'first'\ngoal = 'to run'\nmore = 'to rest'\n");
        let mut terminal = on_terminal(&desk, &["new", "w", "--from", "old", "--name", "next"]);
        let screen = terminal.wait_for_text(question);
        assert!(
            screen.contains("goal") && screen.contains("    to run"),
            "{screen}"
        );
        terminal.send(typed[0]);
        let both = |screen: &super::Screen| screen.rows().concat().matches(question).count() == 2;
        let screen = terminal.wait_for(both);
        assert!(screen.contains("    to rest"), "{screen}");
        terminal.send(typed[1]);
        // And the full screen opens on it.
        terminal.wait_for_text("What was done?");
        terminal.keys("ctrl+q");
        assert_eq!(terminal.exit_status(), Exit::Code(0), "{typed:?}");
        let answers = desk.ok(["answers", "next"]);
        assert_eq!(answers.contains("to run"), goal, "{typed:?}: {answers}");
        assert_eq!(answers.contains("to rest"), more, "{typed:?}: {answers}");
        assert!(answers.contains("first"), "{answers}");
    }
}
