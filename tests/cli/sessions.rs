//! The life of a session: started, listed, renamed, copied, deleted, brought back.

use super::desk::{Desk, Run};
use std::fs;

const ANSWERS: &str = "[incident]\ntitle = 'Checkout was down'\n";

#[test]
fn a_session_lives_and_dies_and_comes_back() {
    let desk = Desk::new();
    let id = desk.start("postmortem.en", "March outage", ANSWERS);
    assert_eq!(id.len(), 6, "{id}");
    let list = desk.ok(["list"]);
    assert!(list.starts_with(&format!("{id}  March outage  ")), "{list}");
    assert!(list.trim_end().ends_with("postmortem.en"), "{list}");

    assert_eq!(desk.ok(["rename", "March outage", " 三月的 故障 "]), "");
    let copy = desk.ok(["copy", id.get(..4).unwrap(), "Another"]);
    let copy = copy.trim();
    let second = desk.ok(["copy", "三月的 故障"]);
    let names: Vec<(String, String)> = json(&desk)
        .iter()
        .map(|row| (text(row, "id"), text(row, "name")))
        .collect();
    for (id, name) in [
        (id.as_str(), "三月的 故障"),
        (copy, "Another"),
        (second.trim(), "Copy of 三月的 故障"),
    ] {
        assert!(
            names.contains(&(id.to_owned(), name.to_owned())),
            "{id} {name}: {names:?}"
        );
    }

    // Standard input is no terminal, so nothing is asked.
    let deleted = desk.run(["delete", "Another"]);
    assert_eq!((deleted.code, deleted.out.as_str()), (0, ""));
    assert!(
        deleted
            .err
            .contains(&format!("tigang restore {copy} brings it back")),
        "{deleted:?}"
    );
    assert!(!desk.ok(["list"]).contains("Another"));
    assert!(desk.ok(["trash"]).starts_with(&format!("{copy}  Another  ")));
    assert_eq!(desk.ok(["restore", "Another"]).trim(), copy);
    assert!(desk.ok(["list"]).contains("Another"));
    assert_eq!(desk.run(["trash"]).out, "");
    assert_eq!(
        desk.ok(["export", copy, "-o", "-"]),
        desk.ok(["export", &id, "-o", "-"])
    );
}

#[test]
fn the_list_for_programs_holds_what_they_need() {
    let desk = Desk::new();
    let id = desk.start("postmortem.en", "a \"quoted\" name\u{1b}", ANSWERS);
    let rows = json(&desk);
    let [row] = rows.as_slice() else {
        panic!("one session: {rows:?}")
    };
    assert_eq!(text(row, "id"), id);
    assert_eq!(text(row, "name"), "a \"quoted\" name\u{1b}");
    assert_eq!(text(row, "questionnaire"), "postmortem.en");
    assert_eq!(
        text(row, "path"),
        desk.data().join("sessions").join(&id).display().to_string()
    );
    assert!(row["answered"].as_u64().unwrap() >= 1, "{row}");
    assert!(
        row["total"].as_u64().unwrap() > row["answered"].as_u64().unwrap(),
        "{row}"
    );
    assert!(text(row, "saved").ends_with('Z'), "{row}");
    assert!(desk.ok(["list"]).contains("a \"quoted\" name␛"));
}

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

#[test]
fn a_session_of_a_newer_version_is_read_and_never_changed() {
    let desk = Desk::new();
    let id = desk.start("postmortem.en", "future", ANSWERS);
    let file = desk.data().join("sessions").join(&id).join("session.toml");
    let newer = fs::read_to_string(&file)
        .unwrap()
        .replacen("format = 1", "format = 9", 1);
    fs::write(&file, &newer).unwrap();
    for command in [&["export", &id, "-o", "-"][..], &["answers", &id]] {
        let run = desk.run(command.iter().copied());
        assert!(run.code == 0 && run.out.contains("Checkout was down"), "{run:?}");
        assert!(
            run.err.contains("written by a newer version (format 9;"),
            "{run:?}"
        );
    }
    for command in [&["rename", &id, "x"][..], &["copy", &id]] {
        let run = desk.run(command.iter().copied());
        assert!(run.code == 1 && run.err.contains("newer version"), "{run:?}");
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), newer);
    assert_eq!(json(&desk).len(), 1);
}

#[test]
fn questionnaires_of_ones_own_have_short_names() {
    let desk = Desk::new();
    let folder = "data/questionnaires";
    desk.file(
        &format!("{folder}/weekly.toml"),
        "format = 1\ntitle = 'Weekly'\n[a]\nask = 'A?'\n",
    );
    desk.file(&format!("{folder}/broken.toml"), "format = 1\n");
    let run = desk.run(["questionnaires"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.out.contains("weekly          Weekly"), "{run:?}");
    assert!(run.err.contains("broken.toml has"), "{run:?}");
    let id = desk.ok(["new", "weekly"]);
    assert_eq!(text(&json(&desk)[0], "questionnaire"), "weekly");
    assert!(desk.ok(["check", "weekly"]).contains("no mistakes"));
    assert_eq!(desk.run(["check", "broken"]).code, 1);
    // The session has its own copy.
    fs::remove_dir_all(desk.path().join(folder)).unwrap();
    desk.ok(["export", id.trim(), "-o", "-"]);
}

#[test]
fn the_option_goes_before_the_variable() {
    let desk = Desk::new();
    let id = desk.ok(["--data-dir", "other", "new", "postmortem.en"]);
    assert!(desk.path().join("other/sessions").join(id.trim()).is_dir());
    assert!(!desk.data().exists());
    assert!(desk.ok(["list", "--data-dir", "other"]).contains(id.trim()));
}

#[test]
fn lines_from_a_pipe_are_answers_where_that_is_asked_for() {
    let desk = Desk::new();
    let run = |arguments: &[&str], lines: &str| {
        let mut program = desk.program();
        Run::of(program.args(arguments).write_stdin(lines))
    };
    let new = run(&["--plain", "new", "postmortem.en"], "Checkout was down\n");
    assert!(
        new.code == 0 && new.out.contains("what would people recognise"),
        "{new:?}"
    );
    let resume = run(&["resume", "--plain"], "2026-03-01\n");
    assert_eq!(resume.code, 0, "{resume:?}");
    let text = desk.ok(["export", "-o", "-"]);
    assert!(
        text.contains("Checkout was down") && text.contains("March 1, 2026"),
        "{text}"
    );
}

#[test]
fn without_a_home_only_what_needs_one_fails() {
    let desk = Desk::new();
    let run = |arguments: &[&str]| {
        let mut program = desk.program();
        // Not an absolute path, so no home.
        Run::of(
            program
                .args(arguments)
                .env_remove("TIGANG_DATA_DIR")
                .env("HOME", "nowhere"),
        )
    };
    let list = run(&["list"]);
    assert!(list.code == 1 && list.err.contains("HOME is not set"), "{list:?}");
    assert_eq!(run(&["show", "postmortem.en"]).code, 0);
    assert_eq!(run(&["questionnaires"]).code, 0);
}

pub(super) fn json(desk: &Desk) -> Vec<serde_json::Value> {
    serde_json::from_str(&desk.ok(["list", "--json"])).unwrap()
}

fn text(row: &serde_json::Value, key: &str) -> String {
    row[key]
        .as_str()
        .unwrap_or_else(|| panic!("{key} in {row}"))
        .to_owned()
}

#[test]
fn a_session_is_checked_as_its_writer_sees_it() {
    let desk = Desk::new();
    desk.file(
        "weekly.toml",
        "format = 1\ntitle = 'Weekly'\nlanguage = 'en'\nmax_length = 4\n[done]\nask = 'What was done?'\n[next]\nask = 'What next?'\n",
    );
    let id = desk.start("weekly.toml", "Week 7", "done = 'Mended both of the pumps.'\n");
    let directory = desk.data().join("sessions").join(&id);
    for name in ["Week 7", &id, &directory.display().to_string()] {
        let run = desk.run(["check", name]);
        assert_eq!(
            (run.code, run.out.as_str(), run.err.as_str()),
            (
                1,
                "Unanswered 1\n  What next? unanswered (next)\nLength 1\n  The whole text: 5 words; at most 4\nWeek 7: findings: 2.\n",
                ""
            ),
            "{name}"
        );
    }
    let export = desk.run(["export", &id, "-o", "-"]);
    assert_eq!(export.code, 0);
    assert!(
        export.err.contains("1 unanswered, 1 too short or too long.")
            && export.err.contains("The whole text: 5 words; at most 4"),
        "{export:?}"
    );
    desk.start("weekly.toml", "Week 8", "done = 'Rested.'\nnext = 'More.'\n");
    assert_eq!(desk.ok(["check", "Week 8"]), "Week 8: nothing is open.\n");
}

#[test]
fn what_comes_back_from_the_trash_gets_a_free_name_where_its_own_is_in_use() {
    let desk = Desk::new();
    let id = desk.start("postmortem.en", "March", ANSWERS);
    desk.ok(["delete", "March"]);
    let quiet = desk.run(["restore", "March"]);
    assert_eq!((quiet.code, quiet.err.as_str()), (0, ""));
    desk.ok(["delete", "March"]);
    desk.start("postmortem.en", "March", ANSWERS);
    let run = desk.run(["restore", "March"]);
    assert_eq!((run.code, run.out.trim()), (0, &*id));
    assert!(run.err.contains("“March (2)”"), "{run:?}");
    let list = desk.ok(["list"]);
    assert!(list.contains(&format!("{id}  March (2)  ")), "{list}");
    assert_eq!(desk.ok(["answers", "March (2)"]), desk.ok(["answers", "March"]));
    assert_eq!(desk.run(["trash"]).out, "");
}

#[test]
fn texts_that_were_kept_from_an_editor_are_listed() {
    let desk = Desk::new();
    let kept = "data/edit-00ff00ff00ff00ff/answer.txt";
    assert!(!desk.run(["list"]).err.contains("editor"));
    desk.file(kept, "words that nobody else is to see");
    desk.file("data/edit-notes/answer.txt", "somebody else's");
    desk.file("data/edit-00ff00ff00ff00fe", "no directory");
    let run = desk.run(["list"]);
    let path = desk.path().join(kept);
    let directory = path.parent().unwrap().display().to_string();
    assert!(
        run.err.contains(&format!("\n  {directory}\n")) && run.err.contains("with its whole directory"),
        "{run:?}"
    );
    for absent in ["words", "edit-notes", "ff00fe"] {
        assert!(!run.err.contains(absent), "{absent}: {run:?}");
    }
    assert_eq!(desk.run(["list", "--json"]).err, "");
    fs::remove_dir_all(directory).unwrap();
    assert!(!desk.run(["list"]).err.contains("editor"));
}
