//! What a session is called, and how it is found by that.

use super::desk::{Desk, Run};
use super::sessions::{json, text};
use std::fs;

const ANSWERS: &str = "[incident]\ntitle = 'Checkout was down'\n";

#[test]
fn names_that_are_not_given_are_made_up_and_differ() {
    let desk = Desk::new();
    for _ in 0..3 {
        desk.ok(["new", "postmortem.en"]);
    }
    let mut names: Vec<String> = json(&desk).iter().map(|row| text(row, "name")).collect();
    names.sort();
    let year = names[0].get("Incident postmortem ".len()..).unwrap();
    assert_eq!(names[0], format!("Incident postmortem {year}"));
    assert_eq!(names[1], format!("Incident postmortem {year} (2)"));
    assert_eq!(names[2], format!("Incident postmortem {year} (3)"));
}

#[test]
fn names_that_mean_several_sessions_mean_none() {
    let desk = Desk::new();
    let ids = [
        desk.start("postmortem.en", "twin", ANSWERS),
        desk.start("postmortem.en", "other", ANSWERS),
    ];
    // As a session that was copied here by hand may be called.
    let file = desk.data().join("sessions").join(&ids[1]).join("session.toml");
    let text = fs::read_to_string(&file)
        .unwrap()
        .replace("\"other\"", "\"twin\"");
    fs::write(&file, text).unwrap();
    for command in ["export", "resume", "delete", "answers", "copy"] {
        let run = desk.run([command, "twin"]);
        assert_eq!(run.code, 1, "{command}");
        for id in &ids {
            assert!(run.err.contains(&format!("\n  {id}  twin")), "{command}: {run:?}");
        }
    }
    for id in &ids {
        desk.ok(["delete", id]);
    }
    let run = desk.run(["restore", "twin"]);
    assert!(
        run.code == 1 && run.err.contains(&ids[0]) && run.err.contains(&ids[1]),
        "{run:?}"
    );
}

#[test]
fn a_name_that_another_session_has_is_refused() {
    let desk = Desk::new();
    let id = desk.start("postmortem.en", "March", ANSWERS);
    let other = desk.start("postmortem.en", "April", ANSWERS);
    for arguments in [
        vec!["rename", &other, "March"],
        vec!["rename", &other, " March "],
        vec!["copy", &other, "March"],
        vec!["new", "postmortem.en", "--name", "March"],
        vec!["merge", "March", "April", "--name", "April", "--ours"],
    ] {
        let run = desk.run(arguments.iter().copied());
        let name = if arguments[0] == "merge" { "April" } else { "March" };
        let said =
            format!("tigang: There is a session called “{name}” already. Please choose another name.\n");
        assert_eq!((run.code, run.err), (1, said), "{arguments:?}");
    }
    // Its own name is no other's.
    desk.ok(["rename", &id, "March"]);
    assert_eq!(json(&desk).len(), 2);
}

#[test]
fn empty_names_are_wrong_usage() {
    let desk = Desk::new();
    let id = desk.start("postmortem.en", "x", ANSWERS);
    for arguments in [
        vec!["new", "postmortem.en", "--name", " "],
        vec!["rename", &id, ""],
        vec!["copy", &id, "\u{3000}"],
    ] {
        let run = desk.run(arguments.iter().copied());
        assert_eq!(run.code, 2, "{arguments:?}");
        assert_eq!(run.err, "tigang: The name must not be empty.\n", "{arguments:?}");
    }
    assert_eq!(json(&desk).len(), 1);
}

#[test]
fn a_part_of_a_name_finds_a_session_and_deletes_none() {
    let desk = Desk::new();
    let id = desk.start("postmortem.en", "Self-review 2026", ANSWERS);
    let text = desk.ok(["export", &id, "-o", "-"]);
    for part in ["Self", "self-review", "2026"] {
        assert_eq!(desk.ok(["export", part, "-o", "-"]), text, "{part}");
        for command in [&["delete", part][..], &["rename", part, "x"]] {
            let run = desk.run(command.iter().copied());
            let said = format!("\n  {id}  Self-review 2026");
            assert!(run.code == 1 && run.err.contains(&said), "{command:?}: {run:?}");
        }
    }
    assert_eq!(json(&desk).len(), 1);
}

#[test]
fn a_session_is_found_by_its_path_wherever_it_is() {
    let desk = Desk::new();
    let id = desk.start("postmortem.en", "moved", ANSWERS);
    let text = desk.ok(["export", &id, "-o", "-"]);
    fs::rename(
        desk.data().join("sessions").join(&id),
        desk.path().join("elsewhere"),
    )
    .unwrap();
    for path in ["./elsewhere", "elsewhere/session.toml", "elsewhere"] {
        assert_eq!(desk.ok(["export", path, "-o", "-"]), text);
    }
    fs::create_dir(desk.path().join("empty")).unwrap();
    for none in ["empty", "nowhere"] {
        let run = desk.run(["export", none, "-o", "-"]);
        let said = format!("No session is called “{none}” or has it in its name");
        assert!(run.code == 1 && run.err.contains(&said), "{run:?}");
    }
    // A name goes before a directory.
    let named = desk.start(
        "postmortem.en",
        "went elsewhere",
        "[incident]
title = 'Another one'
",
    );
    assert!(desk.ok(["answers", "elsewhere"]).contains("Another one"));
    desk.ok(["delete", &named]);
    desk.ok(["rename", "./elsewhere", "renamed"]);
    assert!(desk.read("elsewhere/session.toml").contains("renamed"));
    let run = desk.run(["delete", "./elsewhere"]);
    assert!(
        run.code == 1 && run.err.contains("is not in the data directory"),
        "{run:?}"
    );
}
