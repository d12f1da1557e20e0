//! Every call at which the power can go, for each thing that is done to a session as a whole.

use std::path::PathBuf;
use std::sync::Arc;

use super::{QUESTIONNAIRE, text};
use crate::session::directory::SessionDirectory;
use crate::session::memory_disk::{Faults, MemoryDisk};
use crate::session::open::{Contents, Want};
use crate::session::seal::{SealState, Unsealed};
use crate::session::store::{Store, StoreError};

/// How often each call is tried; what survives is a matter of chance.
const ROUNDS: u64 = 12;

fn store_on(disk: &MemoryDisk) -> Store {
    Store::on(Arc::new(disk.clone()), PathBuf::from("/data"))
}

/// Where a session is found whole: in the store, in the trash.
fn found(disk: &MemoryDisk) -> (usize, usize) {
    let store = store_on(disk);
    let is_whole = |directory: &SessionDirectory| {
        let opened = store.open(directory.clone(), Want::Read).unwrap();
        let intact = matches!(
            opened.contents,
            Contents::Whole(Unsealed {
                state: SealState::Intact,
                ..
            })
        );
        intact && opened.questionnaire.as_deref() == Some(QUESTIONNAIRE)
    };
    let listed = store.list().unwrap();
    let deleted = store.deleted().unwrap();
    assert!(
        listed.iter().all(|listed| is_whole(&listed.directory)),
        "{listed:?}"
    );
    assert!(
        deleted.iter().all(|deleted| is_whole(&deleted.directory)),
        "{deleted:?}"
    );
    (listed.len(), deleted.len())
}

/// Does a deed again and again, each time with one more call before the power goes, until it is done in full. What is
/// found after each loss of power must be one of `allowed`, and after a deed that was acknowledged the last of them.
fn lose_power_at_every_call(
    prepare: fn(&Store),
    deed: fn(&Store) -> Result<(), StoreError>,
    allowed: &[(usize, usize)],
) {
    let mut losses = 0;
    for calls in 0.. {
        let mut was_done = true;
        for seed in 0..ROUNDS {
            let disk = MemoryDisk::new(seed * 1_000 + calls);
            prepare(&store_on(&disk));
            disk.set_faults(Faults {
                power_lasts: Some(calls),
                ..Faults::default()
            });
            let done = deed(&store_on(&disk)).is_ok();
            was_done &= done && !disk.is_off();
            losses += u64::from(disk.is_off());
            let found = found(&disk.after_loss_of_power());
            let allowed = if done {
                &allowed[allowed.len() - 1..]
            } else {
                allowed
            };
            assert!(
                allowed.contains(&found),
                "after {calls} calls, seed {seed}: {found:?}, done: {done}"
            );
        }
        if was_done {
            break;
        }
    }
    assert!(losses > 5 * ROUNDS, "{losses}");
}

fn create(store: &Store) -> Result<(), StoreError> {
    store.create(QUESTIONNAIRE, &text(0, 10)).map(drop)
}

fn prepared(store: &Store) {
    create(store).unwrap();
}

fn delete(store: &Store) -> Result<(), StoreError> {
    let listed = store.list()?;
    store
        .delete(&listed.first().expect("prepared").directory, 1_000)
        .map(drop)
}

fn restore(store: &Store) -> Result<(), StoreError> {
    let deleted = store.deleted()?;
    store.restore(deleted.first().expect("prepared")).map(drop)
}

#[test]
fn a_session_is_created_whole_or_not_at_all() {
    lose_power_at_every_call(|_| {}, create, &[(0, 0), (1, 0)]);
    lose_power_at_every_call(prepared, create, &[(1, 0), (2, 0)]);
}

#[test]
fn a_deleted_session_is_in_the_store_or_in_the_trash() {
    lose_power_at_every_call(prepared, delete, &[(1, 0), (0, 1)]);
}

#[test]
fn a_restored_session_is_in_the_trash_or_in_the_store() {
    let deleted = |store: &Store| {
        prepared(store);
        delete(store).unwrap();
    };
    lose_power_at_every_call(deleted, restore, &[(0, 1), (1, 0)]);
}
