//! Where there is no room, or no place at all: a session goes on in memory, and its text is put somewhere else.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc;
use std::time::Duration;

use rustix::io::Errno;

use super::{QUESTIONNAIRE, at, number, text};
use crate::messages::Locale;
use crate::session::disk::FileSystem;
use crate::session::elsewhere::{rescue, write_to};
use crate::session::memory_disk::{Faults, MemoryDisk};
use crate::session::open::{Contents, Want};
use crate::session::place::PlaceError;
use crate::session::saver::{FlushError, Report, Saver};
use crate::session::store::{Store, StoreError};
use crate::session::trouble::Trouble;
use crate::session::unplaced::Unplaced;
use crate::session::writer::SaveError;

const LONG: Duration = Duration::from_secs(20);

fn full_disk() -> (MemoryDisk, Store) {
    let disk = MemoryDisk::new(1);
    disk.put_directory(Path::new("/data"));
    disk.put_directory(Path::new("/home"));
    let store = Store::on(Arc::new(disk.clone()), PathBuf::from("/data"));
    refuse(&disk, Some(Errno::NOSPC));
    (disk, store)
}

fn refuse(disk: &MemoryDisk, number: Option<Errno>) {
    disk.set_faults(Faults {
        every_change: number,
        ..Faults::default()
    });
}

#[test]
fn a_session_without_a_place_is_created_as_soon_as_there_is_one() {
    let (disk, store) = full_disk();
    let keeper = Unplaced::new(store.clone(), QUESTIONNAIRE.to_vec());
    let (sender, reports) = mpsc::channel();
    let saver = Saver::start(keeper, move |report| sender.send(report).unwrap_or_default()).unwrap();
    saver.submit(Box::new(|| text(1, 0)));
    match reports.recv_timeout(LONG).unwrap() {
        Report::Failed { error, .. } => match &*error {
            SaveError::NotCreated(StoreError::Disk(error)) => assert_eq!(error.trouble(), Trouble::DiskFull),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
    assert!(matches!(saver.flush(LONG), Err(FlushError::Failed(_))));
    assert_eq!(store.list().unwrap(), []);
    refuse(&disk, None);
    saver.submit(Box::new(|| text(2, 0)));
    saver.flush(LONG).unwrap();
    saver.submit(Box::new(|| text(3, 0)));
    saver.close(LONG).unwrap();
    let listed = store.list().unwrap();
    assert_eq!(listed.len(), 1);
    let opened = store.open(listed[0].directory.clone(), Want::Write).unwrap();
    match opened.contents {
        Contents::Whole(unsealed) => assert_eq!(number(&unsealed.text), 3),
        other => panic!("{other:?}"),
    }
    assert_eq!(opened.questionnaire.as_deref(), Some(QUESTIONNAIRE));
}

#[test]
fn what_is_not_saved_can_be_had_from_the_saver() {
    let (disk, store) = full_disk();
    let saver = Saver::start(Unplaced::new(store, QUESTIONNAIRE.to_vec()), drop).unwrap();
    assert_eq!(saver.unsaved(), None);
    saver.submit(Box::new(|| text(1, 0)));
    assert_eq!(saver.unsaved(), Some(text(1, 0)), "before the first try");
    saver.flush(LONG).unwrap_err();
    assert_eq!(saver.unsaved(), Some(text(1, 0)), "after it");
    saver.submit(Box::new(|| text(2, 0)));
    assert_eq!(saver.unsaved(), Some(text(2, 0)), "the newest");
    refuse(&disk, None);
    saver.flush(LONG).unwrap();
    assert_eq!(
        saver.unsaved(),
        None,
        "all is saved, and was not lost by looking at it"
    );
}

#[test]
fn where_there_is_no_place_everything_is_refused_for_that_reason() {
    let store = Store::nowhere(PlaceError::NoHome);
    assert_eq!(store.place(), None);
    let reason = Locale::Zh.no_home_directory();
    assert_eq!(store.check_writable().unwrap_err().message(Locale::Zh), reason);
    assert_eq!(store.list().unwrap_err().message(Locale::Zh), reason);
    let mut refused = Unplaced::new(store, QUESTIONNAIRE.to_vec());
    let refused = crate::session::keeper::Keeper::save(&mut refused, &text(1, 0), at(0));
    assert_eq!(refused.unwrap_err().message(Locale::Zh), reason);
}

#[test]
fn whether_a_session_could_be_created_is_known_without_creating_anything() {
    let disk = MemoryDisk::new(1);
    let store = Store::on(Arc::new(disk.clone()), PathBuf::from("/data/not/there"));
    store.check_writable().unwrap();
    assert!(!disk.exists(Path::new("/data")));
    refuse(&disk, Some(Errno::ROFS));
    let refused = store.check_writable().unwrap_err();
    assert_eq!(refused.trouble(), Trouble::ReadOnlyDisk);
}

#[test]
fn a_session_is_written_to_a_place_that_the_person_names() {
    let disk = MemoryDisk::new(1);
    disk.put_directory(Path::new("/empty"));
    disk.put(Path::new("/file"), b"x");
    disk.put_directory(Path::new("/taken"));
    disk.put(Path::new("/taken/notes.txt"), b"x");
    for (path, refused) in [
        ("/not/there/yet", None),
        ("/empty", None),
        ("/file", Some(Trouble::AlreadyThere)),
        ("/taken", Some(Trouble::AlreadyThere)),
        ("/not/there/yet", Some(Trouble::AlreadyThere)),
    ] {
        let written = write_to(&disk, Path::new(path), QUESTIONNAIRE, &text(1, 0));
        match (written, refused) {
            (Ok(directory), None) => {
                assert_eq!(disk.peek(&directory.session_file()), Some(text(1, 0)), "{path}");
                assert_eq!(
                    disk.peek(&directory.questionnaire_file()).as_deref(),
                    Some(QUESTIONNAIRE)
                );
            }
            (Err(error), Some(trouble)) => assert_eq!(error.trouble(), trouble, "{path}"),
            (other, _) => panic!("{path}: {other:?}"),
        }
    }
    assert_eq!(
        disk.peek(Path::new("/taken/notes.txt")).as_deref(),
        Some(&b"x"[..])
    );
    assert_eq!(disk.entries(Path::new("/taken")).unwrap(), ["notes.txt"]);
}

#[test]
fn a_rescue_goes_to_the_first_place_that_takes_it() {
    let (disk, _) = full_disk();
    refuse(&disk, None);
    disk.put(Path::new("/file"), b"x");
    let places = ["/gone", "/file", "/home", "/data"].map(PathBuf::from);
    let first = rescue(&disk, &places, QUESTIONNAIRE, &text(7, 0)).unwrap();
    let second = rescue(&disk, &places, QUESTIONNAIRE, &text(8, 0)).unwrap();
    assert_ne!(first, second);
    for (rescued, number) in [(first, 7), (second, 8)] {
        assert_eq!(rescued.path().parent(), Some(Path::new("/home")));
        assert_eq!(disk.peek(&rescued.session_file()), Some(text(number, 0)));
    }
    assert!(!disk.exists(Path::new("/gone")));
    refuse(&disk, Some(Errno::NOSPC));
    let refused = rescue(&disk, &places, QUESTIONNAIRE, &text(9, 0)).unwrap_err();
    assert_eq!(refused.trouble(), Trouble::DiskFull);
}
