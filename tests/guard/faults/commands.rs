//! The commands that change what is on the disk: killed at any call, or any call refused. All that was there before is
//! there after it, whole; and where the program says that it has done its work, it has.

use std::ffi::OsStr;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Instant;

use tigang::session::directory::SessionDirectory;
use tigang::session::library;
use tigang::session::open::Want;

use super::calls::Calls;
use super::fault::{Fault, Injection, REFUSALS, When};
use super::strace;
use super::{Seen, some_of, try_each};
use crate::guard::desk::{Desk, texts};
use crate::pty::DEADLINE;

const BEFORE: [&str; 2] = ["第一题的回答。", "第二题的回答"];
/// What stands in the file that an export is to replace.
const OLD_EXPORT: &str = "早先导出的。\n";

/// A command, and what must hold after it however it ended. `done` says that it has ended well.
struct Case {
    name: &'static str,
    /// `ID` stands for the session.
    arguments: &'static [&'static str],
    prepare: fn(&Desk),
    check: fn(&Desk, done: bool),
}

const CASES: [Case; 6] = [
    Case {
        name: "copy",
        arguments: &["copy", "ID", "副本"],
        prepare: |_| {},
        check: |desk, done| {
            let names = sessions(desk);
            assert!(names.contains(&"守护".to_owned()), "{names:?}");
            assert!(!done || names.contains(&"副本".to_owned()), "{names:?}");
        },
    },
    Case {
        name: "new",
        arguments: &[
            "new",
            "questions.toml",
            "--name",
            "新的",
            "--answers",
            "answers.toml",
        ],
        prepare: |desk| {
            let answers = format!("part.q1 = '{}'\npart.q2 = '{}'\n", BEFORE[0], BEFORE[1]);
            fs::write(desk.home.path().join("answers.toml"), answers).unwrap();
        },
        check: |desk, done| {
            let names = sessions(desk);
            assert!(names.contains(&"守护".to_owned()), "{names:?}");
            assert!(!done || names.contains(&"新的".to_owned()), "{names:?}");
        },
    },
    Case {
        name: "rename",
        arguments: &["rename", "ID", "新名"],
        prepare: |_| {},
        check: |desk, done| {
            let names = sessions(desk);
            assert!(names == ["新名"] || (!done && names == ["守护"]), "{names:?}");
        },
    },
    Case {
        name: "delete",
        arguments: &["delete", "ID", "--force"],
        prepare: |_| {},
        check: |desk, done| {
            let here = sessions(desk);
            let trashed = in_trash(desk);
            assert_eq!([here.clone(), trashed].concat(), ["守护"]);
            assert!(!done || here.is_empty());
        },
    },
    Case {
        name: "restore",
        arguments: &["restore", "ID"],
        prepare: |desk| {
            let deadline = Instant::now() + DEADLINE;
            while desk.store.delete(&desk.directory, 1_700_000_000).is_err() {
                assert!(Instant::now() < deadline, "the session is held by somebody");
            }
        },
        check: |desk, done| {
            let here = sessions(desk);
            let trashed = in_trash(desk);
            assert_eq!([here, trashed.clone()].concat(), ["守护"]);
            assert!(!done || trashed.is_empty());
        },
    },
    Case {
        name: "export",
        arguments: &["export", "ID", "-o", "out.txt", "--force"],
        prepare: |desk| fs::write(desk.home.path().join("out.txt"), OLD_EXPORT).unwrap(),
        check: |desk, done| {
            let written = fs::read_to_string(desk.home.path().join("out.txt")).unwrap();
            let is_new = BEFORE.iter().all(|answer| written.contains(answer)) && written.ends_with('\n');
            assert!(is_new || (!done && written == OLD_EXPORT), "{written:?}");
            assert_eq!(sessions(desk), ["守护"]);
        },
    },
];

#[test]
fn any_call_of_a_command_refused_or_the_last() {
    if !strace::is_there() {
        return;
    }
    let mut seen = Vec::new();
    for case in &CASES {
        let (desk, ran) = run(case, None);
        assert_eq!(ran.code, Some(0), "{}: {}", case.name, ran.said);
        (case.check)(&desk, true);
        let (calls, refusable) = (&ran.calls, ran.calls.refusable());
        let mut tries: Vec<(Fault, When)> = some_of((0..calls.0.len()).collect())
            .into_iter()
            .map(|at| (Fault::Kill, When::At(at)))
            .collect();
        for refusal in &REFUSALS {
            let fault = Fault::Refused(refusal);
            let once = some_of(refusable.clone()).into_iter().map(When::At);
            let on_and_on = some_of(refusable.clone()).into_iter().map(When::From);
            tries.extend(once.chain(on_and_on).map(|when| (fault, when)));
        }
        let tally = try_each(&tries, |(fault, when)| befall(case, *fault, *when, calls));
        seen.push(format!(
            "{} {} times at {} calls, {} struck, {} done all the same",
            case.name,
            tally.tries,
            calls.0.len(),
            tally.struck,
            tally.tries - tally.cost,
        ));
    }
    super::super::report(&format!(
        "commands killed and refused, all whole after it: {}",
        seen.join("; ")
    ));
}

/// One fault, which may keep the command from doing its work, and costs nothing else.
fn befall(case: &Case, fault: Fault, when: When, calls: &Calls) -> Seen {
    let injection = Injection::new(calls, fault, when);
    let (desk, ran) = run(case, Some(&injection));
    let done = ran.code == Some(0);
    let Ran { code, said, .. } = &ran;
    let checked = catch_unwind(AssertUnwindSafe(|| (case.check)(&desk, done)));
    assert!(checked.is_ok(), "{} {injection}: {code:?} {said}", case.name);
    // The loader of the system ends a program with 127, in words of its own.
    if fault != Fault::Kill && !done && *code != Some(127) {
        assert_eq!(*code, Some(1), "{} {injection}: {said}", case.name);
        // What is said is written as well.
        assert!(
            injection.befalls("write") || !said.trim().is_empty(),
            "{} {injection}: nothing said",
            case.name
        );
    }
    Seen {
        struck: ran.struck,
        cost: !done,
    }
}

/// What a run has left.
struct Ran {
    code: Option<i32>,
    said: String,
    calls: Calls,
    struck: bool,
}

fn run(case: &Case, injection: Option<&Injection>) -> (Desk, Ran) {
    let desk = Desk::new(&BEFORE);
    desk.wait_until_free();
    (case.prepare)(&desk);
    let id = desk.directory.id();
    let log = desk.home.path().join("calls");
    let program = OsStr::new(env!("CARGO_BIN_EXE_tigang"));
    let output = strace::around(program, &log, injection)
        .args(case.arguments.iter().map(|argument| argument.replace("ID", &id)))
        .current_dir(desk.home.path())
        .env("HOME", desk.home.path())
        .env("TIGANG_DATA_DIR", desk.store.root())
        .env("TIGANG_CONFIG_DIR", desk.home.path().join("config"))
        .env("LANG", "zh_CN.UTF-8")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let ran = Ran {
        code: output.status.code(),
        said: String::from_utf8_lossy(&output.stderr).into_owned(),
        calls: Calls::in_log(&log),
        struck: strace::has_struck(&log),
    };
    (desk, ran)
}

/// The names of the sessions that the list shows. Every one of them is whole, with all its answers.
fn sessions(desk: &Desk) -> Vec<String> {
    let listed = desk.store.list().unwrap();
    listed
        .iter()
        .map(|listed| name_of_whole(desk, listed.directory.path()))
        .collect()
}

fn in_trash(desk: &Desk) -> Vec<String> {
    let Ok(entries) = fs::read_dir(desk.store.trash()) else {
        return Vec::new();
    };
    let paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.iter().map(|path| name_of_whole(desk, path)).collect()
}

fn name_of_whole(desk: &Desk, path: &Path) -> String {
    let directory = SessionDirectory::new(path.to_owned());
    let loaded = library::open(&desk.store, directory, Want::Read).unwrap();
    assert!(!loaded.edited_by_hand, "the seal is broken");
    assert_eq!(loaded.remarks, []);
    assert_eq!(texts(&loaded.session)[..2], BEFORE);
    loaded.session.name
}
