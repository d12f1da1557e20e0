//! The earlier states of a session, and the way back to one.

use super::desk::{Desk, everything, removed, told, values};
use crate::session::difference::Counts;
use crate::session::generations::Generation;
use crate::session::history::{State, restore_state};
use crate::session::library::{LibraryError, Reason};
use crate::session::memory_disk::Faults;
use crate::session::open::ReadOnly;
use crate::session::seal::{Damage, seal};
use crate::session::state::Flaw;

#[test]
fn every_state_tells_what_has_changed_since() {
    let desk = Desk::with_states();
    let states = desk.history();
    let told: Vec<_> = states
        .iter()
        .map(|state| {
            (
                told(&state.until_next),
                told(&state.until_now),
                state.progress.as_ref().unwrap().answered,
            )
        })
        .collect();
    let list = |items: &[&str]| -> Vec<String> { items.iter().map(|item| (*item).to_owned()).collect() };
    let now = list(&["opening.since 2021→2022", "problem[k1].name +学习"]);
    assert_eq!(
        told,
        [
            (list(&[]), list(&[]), 2),
            (
                list(&["opening.post -科长", "problem[k1].name +学习"]),
                list(&["opening.post -科长", "problem[k1].name +学习"]),
                2
            ),
            (list(&["opening.since 2021→2022", "opening.post +科长"]), now, 1),
            (
                list(&["opening.since +2021"]),
                list(&["opening.since +2022", "problem[k1].name +学习"]),
                0
            ),
        ]
    );
    assert!(states.is_sorted_by_key(|state| std::cmp::Reverse(state.generation.number)));
    let counts = Counts {
        added: 1,
        changed: 1,
        cleared: 0,
    };
    assert_eq!(Counts::of(&states[2].until_now), counts);
}

#[test]
fn a_state_that_cannot_be_read_is_listed_and_passed_over() {
    let desk = Desk::with_states();
    let generations = desk.directory.generations();
    let path = |state: &State| generations.path(&state.generation);
    let states = desk.history();
    desk.disk.put(&path(&states[1]), b"\0\0");
    desk.disk.put(&path(&states[2]), seal("format = 9\n").as_bytes());
    let states = desk.history();
    assert!(matches!(states[1].progress, Err(Flaw::Damaged(Damage::Empty))));
    assert!(matches!(states[2].progress, Err(Flaw::Newer(9))));
    assert_eq!(
        told(&states[3].until_next),
        ["opening.since +2022", "problem[k1].name +学习"],
        "the next newer one that can be read"
    );
}

#[test]
fn going_back_loses_nothing() {
    let desk = Desk::with_states();
    let before = desk.open().unwrap().session;
    let oldest = desk.history().pop().unwrap().generation;
    let states = desk.history();
    let back = restore_state(&desk.store, desk.directory.clone(), &states[2].generation).unwrap();
    assert_eq!(back.kept, None, "it was kept on closing");
    assert_eq!(
        told(&back.differences),
        ["opening.since 2022→2021", "problem[k1].name -学习"]
    );
    let now = desk.open().unwrap().session;
    assert_eq!(values(&now), ["opening.since = 2021"]);
    assert_eq!(removed(&now), ["opening.post", "opening.since", "problem[k1]"]);
    let kept = &desk.history()[1];
    assert_eq!(told(&kept.until_now), told(&back.differences));

    // And forth again, from a state that is not a generation yet: the file as somebody has changed it.
    let edited = desk.text().replace("2022", "2023");
    desk.disk.put(&desk.file(), edited.as_bytes());
    let forth = restore_state(&desk.store, desk.directory.clone(), &oldest).unwrap();
    let generations = desk.directory.generations();
    assert_eq!(
        desk.disk.peek(&generations.path(&forth.kept.unwrap())),
        Some(edited.into_bytes())
    );
    assert_eq!(values(&desk.open().unwrap().session), [""; 0]);
    assert_eq!(before.name, desk.open().unwrap().session.name);
}

#[test]
fn going_back_changes_nothing_where_it_fails() {
    let desk = Desk::with_states();
    let generation = desk.history()[2].generation;
    let before = everything(&desk);

    let elsewhere = desk.writer();
    match restore_state(&desk.store, desk.directory.clone(), &generation) {
        Err(LibraryError::ReadOnly(Reason::Store(ReadOnly::Busy(_)))) => {}
        other => panic!("{other:?}"),
    }
    drop(elsewhere);
    let gone = Generation {
        number: 77,
        ..generation
    };
    match restore_state(&desk.store, desk.directory.clone(), &gone) {
        Err(LibraryError::State {
            flaw: Flaw::Missing,
            file,
        }) => {
            assert_eq!(file, desk.directory.generations().path(&gone));
        }
        other => panic!("{other:?}"),
    }
    desk.disk.set_faults(Faults {
        every_write: Some(rustix::io::Errno::NOSPC),
        ..Faults::default()
    });
    restore_state(&desk.store, desk.directory.clone(), &generation).unwrap_err();
    desk.disk.set_faults(Faults::default());
    assert_eq!(everything(&desk), before);
}
