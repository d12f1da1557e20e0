//! Session files of every version that there has been, and of one that there may be: each opens, now and later, to what
//! `expected.txt` says. `UPDATE_CASES=1` writes it anew, to be read by eye.

use super::{cases, read, report};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use tigang::answers::{Answer, Place, Removal};
use tigang::session::directory::SessionDirectory;
use tigang::session::library::{Loaded, Reason, open};
use tigang::session::open::Want;
use tigang::session::store::Store;

#[test]
fn sessions_of_every_version_open() {
    let cases = cases("sessions");
    let mut failures = Vec::new();
    for case in &cases {
        let keep = tempfile::tempdir().unwrap();
        let directory = keep.path().join("session");
        fs::create_dir(&directory).unwrap();
        for name in ["session.toml", "questionnaire.toml"] {
            fs::copy(case.join(name), directory.join(name)).unwrap();
        }
        let store = Store::new(keep.path().join("data"));
        let opened = open(&store, SessionDirectory::new(directory.clone()), Want::Write);
        let shown = shown(&opened.unwrap());
        if std::env::var_os("UPDATE_CASES").is_some() {
            fs::write(case.join("expected.txt"), &shown).unwrap();
        }
        if read(case, "expected.txt").as_deref() != Some(&*shown) {
            failures.push(format!("{}\n{shown}", case.display()));
        }
        assert_eq!(
            read(case, "session.toml"),
            read(Path::new(&directory), "session.toml"),
            "opening changes nothing"
        );
    }
    report("session", &failures, cases.len());
}

fn shown(loaded: &Loaded) -> String {
    let session = &loaded.session;
    let mut text = format!(
        "name {}\nquestionnaire {}\ncreated {}\nat {}\n",
        session.name,
        session.questionnaire,
        session.created,
        session.at.as_ref().map(Place::to_string).unwrap_or_default(),
    );
    match &loaded.read_only {
        Some(Reason::Newer(format)) => writeln!(text, "read only: format {format}").unwrap(),
        Some(reason) => panic!("{reason:?}"),
        None => assert!(loaded.writer.is_some()),
    }
    if loaded.edited_by_hand {
        text.push_str("edited by hand\n");
    }
    for (key, value) in &session.unknown {
        writeln!(text, "unknown {key} = {value}").unwrap();
    }
    for remark in &loaded.remarks {
        writeln!(text, "{remark:?}").unwrap();
    }
    session
        .answers
        .visit(|place, answer| writeln!(text, "{}", line(&place, answer)).unwrap());
    for record in session.answers.removed() {
        match &record.what {
            Removal::Answer { place, answer } => {
                writeln!(text, "removed at {}: {}", record.at, line(place, answer)).unwrap();
            }
            Removal::Instance { position, group, .. } => {
                let place = record.what.place();
                writeln!(text, "removed at {}: {place}, position {position}", record.at).unwrap();
                group.visit(&place, &mut |place, answer| {
                    writeln!(text, "  {}", line(&place, answer)).unwrap();
                });
            }
        }
    }
    text
}

fn line(place: &Place, answer: &Answer) -> String {
    let marks = [(!answer.touched, "untouched"), (answer.draft, "draft")];
    let marks: String = marks
        .into_iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, mark)| format!(", {mark}"))
        .collect();
    format!("{place} = {:?} ({}{marks})", answer.value, answer.origin.name())
}
