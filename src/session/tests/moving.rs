//! Sessions carried forward, moved to a newer questionnaire, merged; answers moved and brought back.

use super::desk::{Desk, QUESTIONNAIRE, everything, removed, told, values};
use crate::answers::Place;
use crate::questionnaire::{Questionnaire, read};
use crate::revision::Side;
use crate::session::carrying::{self, Earlier};
use crate::session::catalogue::Entry;
use crate::session::directory::SessionDirectory;
use crate::session::history::{restore_place, restore_state};
use crate::session::library::{LibraryError, Loaded};
use crate::session::memory_disk::Faults;
use crate::session::merging::{self, Copy};
use crate::session::put_aside;
use crate::session::rebasing;
use crate::session::recovery::{Replacement, recover};
use crate::session::store::Store;
use crate::session::{Session, elsewhere};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// [`QUESTIONNAIRE`] with `opening.post` asked as `opening.job`, and `opening.since` no longer.
const NEWER: &str = r#"
format = 1
title = "自查"
[opening]
[opening.job]
ask = "什么职务？"
was = ["opening.post"]
[opening.motto]
ask = "一句话？"
carry = "ask"
[problem]
repeat = true
[problem.name]
ask = "哪方面？"
"#;

fn place(text: &str) -> Place {
    Place::parse(text).unwrap()
}

fn newer() -> Entry {
    Entry {
        name: "newer".to_owned(),
        questionnaire: Arc::new(read(NEWER).unwrap()),
    }
}

fn typed(desk: &mut Desk, minute: u64, answers: &[(&str, &str)]) {
    let mut writer = desk.writer();
    for (place, text) in answers {
        desk.answer(place, text);
    }
    desk.save(&mut writer, minute);
    writer.close(super::at(minute * 100 + 1)).unwrap();
}

fn now(desk: &Desk) -> Loaded {
    desk.open().unwrap()
}

#[test]
fn a_session_starts_with_the_answers_of_another() {
    let mut desk = Desk::new();
    typed(
        &mut desk,
        1,
        &[
            ("opening.since", "2021"),
            ("opening.post", "科长"),
            ("opening.motto", "实"),
        ],
    );
    let newer = newer();
    let earlier = Earlier::read(&desk.store, desk.directory.clone()).unwrap();
    assert_eq!(earlier.name, "年度");
    let all = earlier.carried(&newer.questionnaire, |_| true);
    assert_eq!(all.to_decide, [place("opening.motto")]);
    let without = earlier.carried(&newer.questionnaire, |_| false);
    assert_eq!(without.left_behind, [place("opening.motto")]);
    let session = Session::new("明年".into(), "newer".into(), 9);
    let started = carrying::start(&desk.store, &newer.questionnaire, session, &without).unwrap();
    assert_eq!(
        values(&started.session),
        ["opening.job = 科长", "opening.since = 2021"]
    );
    started
        .session
        .answers
        .visit(|_, answer| assert!(!answer.touched));
    assert_eq!(
        values(&now(&desk).session).len(),
        3,
        "the earlier one stays as it was"
    );
}

#[test]
fn a_session_moves_to_a_newer_questionnaire_and_back() {
    let mut desk = Desk::new();
    typed(
        &mut desk,
        1,
        &[("opening.since", "2021"), ("opening.post", "科长")],
    );
    let before = everything(&desk);
    let newer = newer();
    let report = rebasing::propose(&desk.store, desk.directory.clone(), &newer.questionnaire).unwrap();
    assert_eq!(report.changes.len(), 3, "{report:?}");
    assert_eq!(
        everything(&desk),
        before,
        "nothing is done before it is agreed to"
    );

    let rebased = rebasing::apply(&desk.store, desk.directory.clone(), &newer).unwrap();
    assert_eq!(rebased.report, report);
    let loaded = now(&desk);
    assert_eq!(
        values(&loaded.session),
        ["opening.job = 科长", "opening.since = 2021"]
    );
    assert_eq!(&**loaded.questionnaire.source(), NEWER);
    assert_eq!(loaded.session.questionnaire, "newer");
    drop(loaded);
    assert_eq!(
        desk.disk.peek(&desk.directory.questionnaire_file()),
        Some(QUESTIONNAIRE.into()),
        "the one that it was started with stays"
    );
    // Once more, from there: nothing changes.
    let again = rebasing::apply(&desk.store, desk.directory.clone(), &newer).unwrap();
    assert!(again.report.is_empty() && again.changed.differences.is_empty());

    let states = desk.history();
    let earlier = states.iter().find(|state| state.questionnaire.is_some()).unwrap();
    assert_eq!(&**earlier.questionnaire.as_ref().unwrap().source(), QUESTIONNAIRE);
    assert_eq!(earlier.progress.as_ref().unwrap().answered, 2);
    restore_state(&desk.store, desk.directory.clone(), &earlier.generation).unwrap();
    let back = now(&desk);
    assert_eq!(&**back.questionnaire.source(), QUESTIONNAIRE);
    assert_eq!(
        values(&back.session),
        ["opening.since = 2021", "opening.post = 科长"]
    );
    assert_eq!(back.session.questionnaire, "own");
    drop(back);
    // And forth again.
    let newest = desk.history().remove(1);
    assert!(newest.questionnaire.is_some(), "{newest:?}");
    restore_state(&desk.store, desk.directory.clone(), &newest.generation).unwrap();
    assert_eq!(&**now(&desk).questionnaire.source(), NEWER);
}

#[test]
fn a_move_is_done_or_not_whenever_the_power_goes() {
    let mut losses = 0;
    for calls in 0.. {
        let mut desk = Desk::new();
        typed(&mut desk, 1, &[("opening.post", "科长")]);
        desk.disk.set_faults(Faults {
            power_lasts: Some(calls),
            ..Faults::default()
        });
        let moved = rebasing::apply(&desk.store, desk.directory.clone(), &newer());
        let is_done = !desk.disk.is_off();
        losses += usize::from(!is_done);
        desk.disk = desk.disk.after_loss_of_power();
        desk.store = Store::on(Arc::new(desk.disk.clone()), PathBuf::from("/data"));
        let loaded = now(&desk);
        let found = (&**loaded.questionnaire.source(), values(&loaded.session));
        let before = (QUESTIONNAIRE, vec!["opening.post = 科长".to_owned()]);
        let after = (NEWER, vec!["opening.job = 科长".to_owned()]);
        assert!(
            found == after || (moved.is_err() && found == before),
            "{calls}: {found:?}"
        );
        if is_done {
            break;
        }
    }
    assert!(losses > 20, "{losses}");
}

#[test]
fn a_damaged_session_is_recovered_with_its_own_questionnaire() {
    let mut desk = Desk::new();
    typed(
        &mut desk,
        1,
        &[("opening.since", "2021"), ("opening.post", "科长")],
    );
    rebasing::apply(&desk.store, desk.directory.clone(), &newer()).unwrap();
    let states = desk.history();
    for (state, source) in [(0, NEWER), (1, QUESTIONNAIRE)] {
        desk.disk.put(&desk.file(), b"");
        let generation = states[state].generation;
        let recovered = recover(
            &desk.store,
            desk.directory.clone(),
            Replacement::Earlier(generation),
        )
        .unwrap();
        assert_eq!(&**recovered.loaded.questionnaire.source(), source);
        drop(recovered);
        assert_eq!(&**now(&desk).questionnaire.source(), source);
    }
}

#[test]
fn a_session_written_elsewhere_has_the_questionnaire_that_it_is_on() {
    let mut desk = Desk::new();
    typed(&mut desk, 1, &[("opening.post", "科长")]);
    rebasing::apply(&desk.store, desk.directory.clone(), &newer()).unwrap();
    let text = desk.disk.peek(&desk.file()).unwrap();
    elsewhere::write_to(&desk.disk, Path::new("/elsewhere"), NEWER.as_bytes(), &text).unwrap();
    desk.directory = SessionDirectory::new(PathBuf::from("/elsewhere"));
    assert_eq!(&**now(&desk).questionnaire.source(), NEWER);
    let copy = crate::session::library::duplicate(&desk.store, desk.directory.clone(), "副本").unwrap();
    assert_eq!(copy.session.edition, None);
}

#[test]
fn a_head_names_no_path() {
    for (name, expected) in [
        ("9f1c2d3e", true),
        ("../../x", false),
        ("9F1C2D3E", false),
        ("", false),
        ("9f1c2d3e0", false),
    ] {
        let head: toml::Table = [("edition".to_owned(), toml::Value::from(name))]
            .into_iter()
            .collect();
        let found = crate::session::editions::Edition::named_in(&head);
        assert_eq!(found.is_some(), expected, "{name}");
    }
}

#[test]
fn an_orphan_is_moved_and_what_was_removed_comes_back() {
    let mut desk = Desk::new();
    typed(
        &mut desk,
        1,
        &[("opening.since", "2021"), ("opening.post", "科长")],
    );
    rebasing::apply(&desk.store, desk.directory.clone(), &newer()).unwrap();
    let directory = || desk.directory.clone();
    let since = place("opening.since");
    let refused = put_aside::move_answer(&desk.store, directory(), &since, &place("problem"));
    assert!(
        matches!(refused, Err(LibraryError::DoesNotFit { .. })),
        "{refused:?}"
    );
    let refused = put_aside::move_answer(&desk.store, directory(), &place("x"), &since);
    assert!(
        matches!(refused, Err(LibraryError::NoSuchAnswer { .. })),
        "{refused:?}"
    );
    let moved = put_aside::move_answer(&desk.store, directory(), &since, &place("opening.job")).unwrap();
    assert_eq!(
        told(&moved.differences),
        ["opening.job 科长→2021", "opening.since -2021"]
    );
    assert_eq!(removed(&now(&desk).session), ["opening.job"]);
    let (back, _) = put_aside::bring_back(&desk.store, directory(), 0).unwrap();
    assert_eq!(back, place("opening.job"));
    assert_eq!(values(&now(&desk).session), ["opening.job = 科长"]);
    assert_eq!(
        removed(&now(&desk).session),
        ["opening.job"],
        "the one that stood there"
    );
    let refused = put_aside::bring_back(&desk.store, directory(), 7);
    assert!(matches!(refused, Err(LibraryError::NoSuchRecord)), "{refused:?}");
}

#[test]
fn one_answer_goes_back_and_the_others_stay() {
    let desk = Desk::with_states();
    let states = desk.history();
    // Newest first: the present one, then `since = 2022, post`, then `since = 2021`, then nothing.
    let cases: [(usize, &str, &[&str]); 5] = [
        (2, "opening.since", &["opening.since 2022→2021"]),
        (1, "opening.post", &["opening.post +科长"]),
        (3, "opening", &["opening.since -2021", "opening.post -科长"]),
        (3, "problem", &["problem[k1].name -学习"]),
        (0, "problem[k1]", &["problem[k1].name +学习"]),
    ];
    for (state, at, expected) in cases {
        let changed = restore_place(
            &desk.store,
            desk.directory.clone(),
            &states[state].generation,
            &place(at),
        );
        assert_eq!(told(&changed.unwrap().differences), expected, "{at}");
    }
    assert_eq!(
        removed(&now(&desk).session),
        [
            "opening.post",
            "opening.since",
            "opening.since",
            "opening.post",
            "problem[k1]"
        ]
    );
    let refused = restore_place(
        &desk.store,
        desk.directory.clone(),
        &states[0].generation,
        &place("nothing"),
    );
    assert!(
        matches!(refused, Err(LibraryError::NoSuchAnswer { .. })),
        "{refused:?}"
    );
}

/// The session copied, file by file, as a person copies a directory.
fn copied(desk: &Desk) -> Desk {
    let to = PathBuf::from("/copy");
    desk.disk.put_directory(&to);
    desk.disk.put_directory(&to.join("generations"));
    for (path, bytes) in everything(desk) {
        let below = path.strip_prefix(desk.directory.path()).unwrap();
        if let Some(bytes) = bytes {
            desk.disk.put(&to.join(below), &bytes);
        }
    }
    Desk {
        disk: desk.disk.clone(),
        store: desk.store.clone(),
        questionnaire: desk.questionnaire.clone(),
        session: desk.session.clone(),
        directory: SessionDirectory::new(to),
    }
}

#[test]
fn two_copies_become_one() {
    let mut desk = Desk::new();
    typed(
        &mut desk,
        1,
        &[("opening.since", "2021"), ("opening.post", "科长")],
    );
    let mut other = copied(&desk);
    typed(
        &mut desk,
        2,
        &[("opening.since", "2022"), ("problem[a].name", "甲")],
    );
    typed(
        &mut other,
        3,
        &[
            ("opening.since", "2023"),
            ("opening.post", "处长"),
            ("problem[b].name", "乙"),
        ],
    );
    let theirs = Copy::in_directory(&desk.store, other.directory.clone()).unwrap();
    let proposal = merging::propose(&desk.store, desk.directory.clone(), &theirs).unwrap();
    assert!(proposal.has_base);
    assert_eq!(proposal.merged.conflicts.len(), 1);

    let joined = merging::apply(&desk.store, desk.directory.clone(), &theirs, |_, _| Ok(None)).unwrap();
    assert_eq!(joined.undecided.len(), 1);
    assert_eq!(
        values(&now(&desk).session),
        [
            "opening.since = 2022",
            "opening.post = 处长",
            "problem[a].name = 甲",
            "problem[b].name = 乙"
        ]
    );
    assert_eq!(removed(&now(&desk).session), ["opening.since"]);

    // The other way round, and decided.
    let ours = Copy::in_directory(&desk.store, desk.directory.clone()).unwrap();
    let decide = |conflict: &crate::revision::Conflict, _: &Loaded| {
        assert_eq!(conflict.place, place("opening.since"));
        Ok(Some(Side::Theirs))
    };
    let joined = merging::apply(&desk.store, other.directory.clone(), &ours, decide).unwrap();
    assert!(joined.undecided.is_empty());
    assert!(values(&now(&other).session).contains(&"opening.since = 2022".to_owned()));
}

#[test]
fn a_file_that_stands_beside_the_sessions_own_is_a_copy() {
    let mut desk = Desk::new();
    typed(&mut desk, 1, &[("opening.since", "2021")]);
    let old = desk.disk.peek(&desk.file()).unwrap();
    typed(&mut desk, 2, &[("opening.since", "2022")]);
    let conflict = desk.directory.path().join("session (conflict).toml");
    desk.disk.put(&conflict, &old);
    let theirs = Copy::in_file(&desk.store, &conflict, &desk.directory).unwrap();
    let proposal = merging::propose(&desk.store, desk.directory.clone(), &theirs).unwrap();
    assert!(
        proposal.has_base && proposal.merged.conflicts.is_empty(),
        "it is an earlier state of ours"
    );
    desk.disk.put(&conflict, b"x");
    let refused = Copy::in_file(&desk.store, &conflict, &desk.directory);
    assert!(matches!(refused, Err(LibraryError::State { .. })), "{refused:?}");
}

#[test]
fn copies_on_different_questionnaires_meet_on_ours() {
    let mut desk = Desk::new();
    typed(&mut desk, 1, &[("opening.post", "科长")]);
    let mut other = copied(&desk);
    rebasing::apply(&desk.store, desk.directory.clone(), &newer()).unwrap();
    typed(&mut other, 2, &[("opening.post", "处长")]);
    let theirs = Copy::in_directory(&desk.store, other.directory.clone()).unwrap();
    let joined = merging::apply(&desk.store, desk.directory.clone(), &theirs, |_, _| Ok(None)).unwrap();
    assert!(joined.has_base && joined.undecided.is_empty(), "{joined:?}");
    assert_eq!(values(&now(&desk).session), ["opening.job = 处长"]);
}

#[test]
fn nothing_is_newer_that_is_the_same_or_not_there() {
    let questionnaire: Questionnaire = read(QUESTIONNAIRE).unwrap();
    assert!(rebasing::newer(None, "postmortem.en", &questionnaire).is_some());
    let shipped = crate::questionnaire::shipped::find("postmortem.en").unwrap();
    let shipped = read(shipped.source).unwrap();
    assert!(rebasing::newer(None, "postmortem.en", &shipped).is_none());
    assert!(rebasing::newer(None, "", &questionnaire).is_none());
    assert!(rebasing::newer(None, "no such", &questionnaire).is_none());
}

#[test]
fn a_name_that_is_taken_gets_a_number() {
    let taken = ["甲", "甲 (2)", "乙 (2)"].map(str::to_owned);
    for (name, free) in [("甲", "甲 (3)"), ("乙", "乙"), ("丙", "丙"), ("", "")] {
        assert_eq!(crate::session::names::free_name(name.to_owned(), &taken), free);
    }
}
