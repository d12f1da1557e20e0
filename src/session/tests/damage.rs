//! Disks that refuse, and files that are not what was written.

use std::path::PathBuf;

use rustix::io::Errno;

use super::{QUESTIONNAIRE, at, held, kept, session_in_memory, text, writable};
use crate::session::disk::FileSystem;
use crate::session::memory_disk::Faults;
use crate::session::open::{Access, Contents, OpenError, ReadOnly, Want};
use crate::session::seal::{Damage, unseal};
use crate::session::trouble::Trouble;
use crate::session::writer::SaveError;

#[test]
fn a_disk_that_refuses_changes_nothing_and_can_be_tried_again() {
    let cases = [
        (Errno::NOSPC, Trouble::DiskFull),
        (Errno::DQUOT, Trouble::QuotaReached),
        (Errno::ROFS, Trouble::ReadOnlyDisk),
        (Errno::ACCESS, Trouble::NotPermitted),
        (Errno::IO, Trouble::DeviceFailing),
    ];
    for (number, expected) in cases {
        let (disk, _, mut writer) = session_in_memory();
        let file = writer.directory().session_file();
        disk.set_faults(Faults {
            every_change: Some(number),
            ..Faults::default()
        });
        match writer.save(&text(1, 0), at(0)) {
            Err(SaveError::Disk(error)) => {
                assert_eq!(error.trouble(), expected);
                assert_eq!(
                    error.path, file,
                    "a person is told about the file, not about a temporary one"
                );
            }
            other => panic!("{number:?}: {other:?}"),
        }
        disk.set_faults(Faults::default());
        assert_eq!(held(&disk, &file), Some(0));
        writer.save(&text(1, 0), at(1)).unwrap();
        assert_eq!(held(&disk, &file), Some(1));
    }
}

#[test]
fn a_failed_save_leaves_no_temporary_behind() {
    let (disk, store, mut writer) = session_in_memory();
    disk.set_faults(Faults {
        every_write: Some(Errno::NOSPC),
        ..Faults::default()
    });
    writer.save(&text(1, 0), at(0)).unwrap_err();
    disk.set_faults(Faults::default());
    let names = disk.entries(writer.directory().path()).unwrap();
    assert_eq!(
        names,
        ["generations", "lock", "questionnaire.toml", "session.toml"]
    );
    assert_eq!(store.list().unwrap().len(), 1);
}

#[test]
fn a_save_that_failed_at_its_last_step_is_not_taken_for_somebody_elses() {
    let (disk, _, mut writer) = session_in_memory();
    disk.set_faults(Faults {
        every_directory_sync: Some(Errno::IO),
        ..Faults::default()
    });
    writer.save(&text(1, 0), at(0)).unwrap_err();
    disk.set_faults(Faults::default());
    assert_eq!(
        held(&disk, &writer.directory().session_file()),
        Some(1),
        "it is there, but not for sure"
    );
    assert_eq!(writer.save(&text(2, 0), at(1)).unwrap().displaced, None);
}

#[test]
fn a_disk_that_cannot_be_written_is_opened_for_reading() {
    for number in [Errno::ROFS, Errno::ACCESS, Errno::NOSPC] {
        let (disk, store, writer) = session_in_memory();
        let directory = writer.directory().clone();
        drop(writer);
        disk.set_faults(Faults {
            every_change: Some(number),
            ..Faults::default()
        });
        let opened = store.open(directory, Want::Write).unwrap();
        assert!(matches!(opened.contents, Contents::Whole(_)), "{opened:?}");
        assert!(
            matches!(opened.access, Access::ReadOnly(ReadOnly::Disk(_))),
            "{opened:?}"
        );
    }
}

#[test]
fn a_read_error_is_not_corruption() {
    let (disk, store, writer) = session_in_memory();
    let directory = writer.directory().clone();
    drop(writer);
    disk.set_faults(Faults {
        every_read: Some(Errno::IO),
        ..Faults::default()
    });
    match store.open(directory.clone(), Want::Write) {
        Err(OpenError::Disk(error)) => assert_eq!(error.trouble(), Trouble::DeviceFailing),
        other => panic!("{other:?}"),
    }
    disk.set_faults(Faults::default());
    let names = store.visible_entries(directory.path()).unwrap();
    assert_eq!(
        names,
        ["generations", "lock", "questionnaire.toml", "session.toml"]
    );
    assert_eq!(held(&disk, &directory.session_file()), Some(0));
}

#[test]
fn a_damaged_file_stays_until_the_person_agrees_and_then_is_set_aside() {
    let (disk, store, mut writer) = session_in_memory();
    let directory = writer.directory().clone();
    let file = directory.session_file();
    writer.save(&text(1, 0), at(0)).unwrap();
    writer.save(&text(2, 0), at(100)).unwrap();
    drop(writer);
    let cut = disk.peek(&file).unwrap()[..30].to_vec();
    disk.put(&file, &cut);

    let opened = store.open(directory.clone(), Want::Write).unwrap();
    assert_eq!(
        opened.contents,
        Contents::Damaged {
            damage: Damage::Truncated,
            bytes: cut.clone()
        }
    );
    assert_eq!(disk.peek(&file), Some(cut.clone()), "opening touches nothing");
    let (_, good) = directory
        .generations()
        .newest_good(&disk, |bytes| unseal(bytes).ok())
        .unwrap()
        .unwrap();
    assert_eq!(
        super::number(&good.text),
        1,
        "the state before the last save that was kept"
    );

    let mut writer = writable(opened);
    let damaged = |n: u32| PathBuf::from(format!("{}.damaged-{n}", file.display()));
    assert_eq!(writer.set_aside(at(200)).unwrap(), damaged(1));
    assert_eq!(
        disk.peek(&file),
        Some(cut.clone()),
        "there is no moment without a file"
    );
    assert_eq!(
        writer.set_aside(at(200)).unwrap(),
        damaged(2),
        "an earlier one is not overwritten"
    );
    writer.save(&text(3, 0), at(201)).unwrap();
    assert_eq!(held(&disk, &file), Some(3));
    assert_eq!(disk.peek(&damaged(1)), Some(cut));
    assert_eq!(
        kept(&disk, &writer),
        [0, 1],
        "what was set aside is no earlier state"
    );
}

#[test]
fn a_session_without_its_file_is_found_by_its_earlier_states() {
    let (disk, store, writer) = session_in_memory();
    let directory = writer.directory().clone();
    drop(writer);
    disk.take_away(&directory.session_file(), &PathBuf::from("/elsewhere"));
    let opened = store.open(directory, Want::Write).unwrap();
    assert_eq!(opened.contents, Contents::Missing);
    assert_eq!(opened.questionnaire.as_deref(), Some(QUESTIONNAIRE));
}
