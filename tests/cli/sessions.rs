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
fn a_damaged_session_is_listed_and_named() {
    let desk = Desk::new();
    let id = desk.start("postmortem.en", "x", ANSWERS);
    let file = desk.data().join("sessions").join(&id).join("session.toml");
    let whole = fs::read_to_string(&file).unwrap();
    fs::write(&file, whole.get(..whole.len() / 2).unwrap()).unwrap();
    assert!(desk.ok(["list"]).contains(&format!("{id}  x (unreadable)")));
    let run = desk.run(["export", &id, "-o", "-"]);
    assert!(run.code == 1 && run.out.is_empty(), "{run:?}");
    assert!(run.err.contains("the end of the file is missing"), "{run:?}");
    fs::write(&file, "\0\0\0").unwrap();
    assert!(desk.ok(["list"]).contains("(unreadable)"));
    assert_eq!(json(&desk)[0]["name"], serde_json::Value::Null);
}

#[test]
fn of_a_file_that_is_gone_nothing_is_said_to_be_left_in_it() {
    let desk = Desk::new();
    let id = desk.start("postmortem.en", "x", ANSWERS);
    let directory = desk.data().join("sessions").join(&id);
    let earlier = directory.join("generations/000001-1700000000.toml");
    fs::create_dir_all(earlier.parent().unwrap()).unwrap();
    fs::rename(directory.join("session.toml"), &earlier).unwrap();
    let run = Run::of(desk.program().args(["answers", &id]).env("LANG", "zh_CN.UTF-8"));
    let said = format!("session.toml 不见了。tigang restore {id} 1 用最近一份完好的旧版本接着写。\n");
    assert!(run.code == 1 && run.err.ends_with(&said), "{run:?}");
    desk.ok(["restore", &id, "1"]);
    assert!(desk.ok(["answers", &id]).contains("Checkout was down"));
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

pub(super) fn text(row: &serde_json::Value, key: &str) -> String {
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
fn a_damaged_session_is_found_by_the_name_that_is_left_of_it() {
    type Damaged = fn(&str) -> String;
    let damages: [(&str, Damaged); 11] = [
        ("as it was", str::to_owned),
        ("edited", |whole| whole.replace("Checkout", "The checkout")),
        ("CRLF", |whole| whole.replace('\n', "\r\n")),
        ("lines added", |whole| {
            format!("{whole}{}", "# mine\n".repeat(200))
        }),
        ("without its last line", |whole| {
            let (rest, _) = whole.rsplit_once("# tigang-checksum").unwrap();
            rest.to_owned()
        }),
        ("cut in its last line", |whole| {
            whole.get(..whole.len() - 6).unwrap().to_owned()
        }),
        ("cut in its head", |whole| {
            let (head, _) = whole.split_once("\nquestionnaire").unwrap();
            format!("{head}\nquesti")
        }),
        ("empty", |_| String::new()),
        ("zeroes", |_| "\0".repeat(100)),
        ("no TOML", |whole| whole.replace("format = 1", "format = = 1")),
        ("cut in its name", |_| "format = 1\nname = \"Mar".to_owned()),
    ];
    for (damage, damaged) in damages {
        let desk = Desk::new();
        let id = desk.start("postmortem.en", "March", ANSWERS);
        let directory = desk.data().join("sessions").join(&id);
        let file = directory.join("session.toml");
        let whole = fs::read_to_string(&file).unwrap();
        let earlier = directory.join("generations");
        fs::create_dir_all(&earlier).unwrap();
        fs::write(earlier.join("000001-1700000000.toml"), &whole).unwrap();
        fs::write(&file, damaged(&whole)).unwrap();

        let is_damaged = !["as it was", "edited", "CRLF", "lines added"].contains(&damage);
        let list = desk.ok(["list"]);
        let shown = format!("{id}  March (unreadable)");
        assert_eq!(list.contains(&shown), is_damaged, "{damage}: {list}");
        assert!(list.contains(&format!("{id}  March")), "{damage}: {list}");
        let rows = json(&desk);
        assert_eq!(
            (&rows[0]["name"], &rows[0]["damaged"]),
            (&"March".into(), &is_damaged.into()),
            "{damage}"
        );
        if is_damaged {
            for command in [
                vec!["resume", "--plain", "March"],
                vec!["rename", "March", "April"],
                vec!["copy", "March"],
                vec!["export", "March", "-o", "-"],
            ] {
                let run = Run::of(desk.program().args(&command).write_stdin(""));
                let said = format!("{}{}", run.out, run.err);
                assert!(
                    run.code == 1 && said.contains(&format!("tigang restore {id}")),
                    "{damage}: {command:?}: {said}"
                );
            }
            // Nobody else is to get its name.
            let taken = desk.run(["new", "postmortem.en", "--name", "March"]);
            assert!(
                taken.code == 1 && taken.err.contains("March"),
                "{damage}: {taken:?}"
            );
        }
        assert_eq!(desk.run(["delete", "March"]).code, 0, "{damage}");
        let trash = desk.ok(["trash"]);
        assert_eq!(trash.contains(&shown), is_damaged, "{damage}: {trash}");
        assert_eq!(desk.ok(["restore", "March"]).trim(), id, "{damage}");
    }
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
