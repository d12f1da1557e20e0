//! What is done about a session whose file makes no sense.

use std::path::PathBuf;

use super::desk::{Desk, everything, removed, told, values};
use crate::messages::Locale;
use crate::session::disk::FileSystem;
use crate::session::history::restore_state;
use crate::session::library::{LibraryError, Reason};
use crate::session::memory_disk::Faults;
use crate::session::recovery::{Recovered, Replacement, recover, recovery};
use crate::session::seal::{Damage, seal};
use crate::session::state::Flaw;

/// What may have become of a session's file, and what can be done about it.
#[test]
fn a_file_that_makes_no_sense_is_set_aside_and_the_newest_good_state_taken_up() {
    struct Case {
        name: &'static str,
        change: fn(&str) -> Vec<u8>,
        flaw: fn(&Flaw) -> bool,
        salvaged: &'static [&'static str],
    }
    let cases = [
        Case {
            name: "empty",
            change: |_| Vec::new(),
            flaw: |flaw| matches!(flaw, Flaw::Damaged(Damage::Empty)),
            salvaged: &[],
        },
        Case {
            name: "zeros",
            change: |text| vec![0; text.len()],
            flaw: |flaw| matches!(flaw, Flaw::Damaged(Damage::Empty)),
            salvaged: &[],
        },
        Case {
            name: "garbage",
            change: |_| (0..=255).rev().collect(),
            flaw: |flaw| matches!(flaw, Flaw::Damaged(Damage::NotUtf8 { .. })),
            salvaged: &[],
        },
        Case {
            name: "cut after an answer",
            change: |text| text.split_once("[[answers.problem]]").unwrap().0.into(),
            flaw: |flaw| matches!(flaw, Flaw::Damaged(Damage::Truncated)),
            salvaged: &["problem[k1].name -学习"],
        },
        Case {
            name: "a slip of the hand",
            change: |text| text.replace("\"2022\"", "\"2024").into(),
            flaw: |flaw| matches!(flaw, Flaw::Format(_)),
            salvaged: &["opening.since 2022→2024"],
        },
    ];
    for Case {
        name,
        change,
        flaw,
        salvaged,
    } in cases
    {
        let desk = Desk::with_states();
        let whole = String::from_utf8(desk.disk.peek(&desk.file()).unwrap()).unwrap();
        let damaged = change(&whole);
        desk.disk.put(&desk.file(), &damaged);
        // The newest of the states makes no sense either.
        let newest = desk.history()[0].generation;
        let generations = desk.directory.generations();
        let next = generations.next(
            &desk.disk,
            &desk.disk.metadata(&generations.path(&newest)).unwrap(),
        );
        desk.disk
            .put(&generations.path(&next.unwrap()), seal("not toml").as_bytes());
        let before = everything(&desk);

        match desk.open() {
            Err(LibraryError::Unreadable {
                file,
                flaw: found,
                earlier,
            }) => {
                assert_eq!(file, desk.file(), "{name}");
                assert!(flaw(&found), "{name}: {found:?}");
                assert_eq!(earlier, Some(newest), "{name}: only one that makes sense");
            }
            other => panic!("{name}: {other:?}"),
        }
        let offered = recovery(&desk.store, desk.directory.clone()).unwrap().unwrap();
        assert!(flaw(&offered.flaw), "{name}: {offered:?}");
        assert_eq!(offered.earlier, Some(newest), "{name}");
        assert_eq!(told(&offered.differences), salvaged, "{name}");
        assert_eq!(offered.can_salvage, !salvaged.is_empty(), "{name}");
        assert_eq!(
            everything(&desk),
            before,
            "{name}: nothing is touched before the person agrees"
        );

        let Recovered { set_aside, loaded } =
            recover(&desk.store, desk.directory.clone(), Replacement::Earlier(newest)).unwrap();
        assert_eq!(desk.disk.peek(&set_aside.unwrap()), Some(damaged), "{name}");
        assert_eq!(
            values(&loaded.session),
            ["opening.since = 2022", "problem[k1].name = 学习"],
            "{name}"
        );
        assert!(loaded.writer.is_some() && !loaded.edited_by_hand, "{name}");
        drop(loaded);
        let opened = desk.open().unwrap();
        assert_eq!(
            values(&opened.session),
            ["opening.since = 2022", "problem[k1].name = 学习"],
            "{name}"
        );
        let has_other = salvaged.iter().any(|told| told.contains("2024"));
        assert_eq!(
            removed(&opened.session).contains(&"opening.since".to_owned()),
            has_other,
            "{name}"
        );
    }
}

#[test]
fn what_can_be_made_out_of_a_file_can_be_taken_up_where_there_is_nothing_else() {
    let mut desk = Desk::new();
    let mut writer = desk.writer();
    desk.answer("opening.since", "2021");
    desk.save(&mut writer, 1);
    drop(writer);
    for generation in desk.directory.generations().list(&desk.disk).unwrap() {
        let path = desk.directory.generations().path(&generation);
        desk.disk.put(&path, b"");
    }
    let cut = desk.cut();
    let offered = recovery(&desk.store, desk.directory.clone()).unwrap().unwrap();
    assert_eq!((offered.earlier, offered.can_salvage), (None, true));
    let recovered = recover(&desk.store, desk.directory.clone(), Replacement::Salvaged).unwrap();
    assert_eq!(desk.disk.peek(&recovered.set_aside.unwrap()), Some(cut));
    assert_eq!(values(&recovered.loaded.session), ["opening.since = 2021"]);
    assert_eq!(recovered.loaded.session.name, "年度");
}

#[test]
fn a_missing_file_is_replaced_by_the_newest_state() {
    let desk = Desk::with_states();
    desk.disk.take_away(&desk.file(), &PathBuf::from("/elsewhere"));
    let offered = recovery(&desk.store, desk.directory.clone()).unwrap().unwrap();
    assert!(matches!(offered.flaw, Flaw::Missing));
    let replacement = Replacement::Earlier(offered.earlier.unwrap());
    let recovered = recover(&desk.store, desk.directory.clone(), replacement).unwrap();
    assert_eq!(recovered.set_aside, None);
    drop(recovered);
    assert_eq!(
        values(&desk.open().unwrap().session),
        ["opening.since = 2022", "problem[k1].name = 学习"]
    );
}

#[test]
fn a_sound_session_is_not_recovered() {
    let desk = Desk::with_states();
    let before = everything(&desk);
    assert!(recovery(&desk.store, desk.directory.clone()).unwrap().is_none());
    let oldest = desk.history().pop().unwrap().generation;
    let recovered = recover(&desk.store, desk.directory.clone(), Replacement::Earlier(oldest)).unwrap();
    assert_eq!(recovered.set_aside, None);
    assert_eq!(values(&recovered.loaded.session).len(), 2);
    assert_eq!(everything(&desk), before);
}

#[test]
fn what_a_newer_version_wrote_is_not_touched() {
    let texts = [
        // One that can be read, and two that cannot.
        seal("format = 2\nname = \"新\"\n\n[answers.opening]\nsince = \"2021\"\n").into_bytes(),
        "format = 2\nname = \"新\"\n[answers.opening]\nsince = \"2021\"\n# sealed otherwise\n".into(),
        seal("format = 2\n[answers]\nsince = <2021>\n").into_bytes(),
    ];
    for (number, text) in texts.iter().enumerate() {
        let desk = Desk::with_states();
        desk.disk.put(&desk.file(), text);
        let before = everything(&desk);
        match (number, desk.open()) {
            (0, Ok(loaded)) => {
                assert!(matches!(loaded.read_only, Some(Reason::Newer(2))));
                assert!(loaded.writer.is_none());
                assert_eq!(values(&loaded.session), ["opening.since = 2021"]);
            }
            (
                1 | 2,
                Err(
                    error @ LibraryError::Unreadable {
                        flaw: Flaw::Newer(2), ..
                    },
                ),
            ) => {
                let words = error.message(Locale::Zh);
                assert!(words.contains("更新的版本"), "{words}");
            }
            (_, other) => panic!("{number}: {other:?}"),
        }
        assert!(recovery(&desk.store, desk.directory.clone()).unwrap().is_none());
        let oldest = desk.history().pop().unwrap().generation;
        let recovered = recover(&desk.store, desk.directory.clone(), Replacement::Earlier(oldest));
        assert_eq!(recovered.is_err(), number != 0);
        drop(recovered);
        restore_state(&desk.store, desk.directory.clone(), &oldest).unwrap_err();
        assert_eq!(everything(&desk), before, "{number}");
    }
}

#[test]
fn a_read_error_is_told_and_not_recovered_from() {
    let desk = Desk::with_states();
    let oldest = desk.history().pop().unwrap().generation;
    desk.disk.set_faults(Faults {
        every_read: Some(rustix::io::Errno::IO),
        ..Faults::default()
    });
    recovery(&desk.store, desk.directory.clone()).unwrap_err();
    recover(&desk.store, desk.directory.clone(), Replacement::Earlier(oldest)).unwrap_err();
    desk.disk.set_faults(Faults::default());
    assert!(recovery(&desk.store, desk.directory.clone()).unwrap().is_none());
}
