//! Sessions whose file is damaged or gone: how they are listed and named, and what helps.

use super::desk::{Desk, Run};
use super::sessions::json;
use std::fs;

const ANSWERS: &str = "[incident]\ntitle = 'Checkout was down'\n";

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
