//! What happens to a session's files while it is open.

use std::path::{Path, PathBuf};

use super::{QUESTIONNAIRE, at, held, kept, reopened, session_in_memory, text};
use crate::session::lock::SessionLock;
use crate::session::memory_disk::{Faults, MemoryDisk};
use crate::session::writer::{SaveError, SessionWriter};

/// What a save does after something was done to the directory.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Saved,
    Replaced,
    DiskGone,
    Busy,
}

fn outcome(result: Result<crate::session::writer::Saved, SaveError>) -> Outcome {
    match result {
        Ok(_) => Outcome::Saved,
        Err(SaveError::Replaced { .. }) => Outcome::Replaced,
        Err(SaveError::DiskGone { .. }) => Outcome::DiskGone,
        Err(SaveError::Busy { .. }) => Outcome::Busy,
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn a_directory_that_is_gone_is_made_anew_and_one_that_is_not_ours_is_left_alone() {
    type Deed = fn(&MemoryDisk, &SessionWriter);
    fn away(disk: &MemoryDisk, path: &Path) {
        disk.take_away(path, Path::new("/away"));
    }
    let cases: [(&str, Deed, Outcome); 9] = [
        ("nothing", |_, _| {}, Outcome::Saved),
        (
            "it is moved away",
            |disk, writer| away(disk, writer.directory().path()),
            Outcome::Saved,
        ),
        (
            "the whole store is moved away",
            |disk, _| away(disk, Path::new("/data")),
            Outcome::Saved,
        ),
        (
            "an empty one is put in its place",
            |disk, writer| {
                away(disk, writer.directory().path());
                disk.put_directory(writer.directory().path());
            },
            Outcome::Saved,
        ),
        (
            "another one is put in its place",
            |disk, writer| {
                away(disk, writer.directory().path());
                disk.put_directory(writer.directory().path());
                disk.put(&writer.directory().session_file(), &text(99, 0));
            },
            Outcome::Replaced,
        ),
        (
            "a file is put in its place",
            |disk, writer| {
                away(disk, writer.directory().path());
                disk.put(writer.directory().path(), b"");
            },
            Outcome::Replaced,
        ),
        (
            "the lock file is moved away",
            |disk, writer| away(disk, &writer.directory().lock_file()),
            Outcome::Saved,
        ),
        (
            "the lock file is moved away, and somebody else locks",
            |disk, writer| {
                away(disk, &writer.directory().lock_file());
                std::mem::forget(SessionLock::acquire(disk, &writer.directory().lock_file()).unwrap());
            },
            Outcome::Busy,
        ),
        (
            "its disk is unmounted",
            |disk, writer| {
                away(disk, writer.directory().path());
                disk.mount(Path::new("/data/sessions"), 7);
            },
            Outcome::DiskGone,
        ),
    ];
    for (name, deed, expected) in cases {
        let (disk, _, mut writer) = session_in_memory();
        writer.save(&text(1, 0), at(0)).unwrap();
        deed(&disk, &writer);
        let present = disk.peek(&writer.directory().session_file());
        assert_eq!(outcome(writer.save(&text(2, 0), at(1))), expected, "{name}");
        if expected == Outcome::Saved {
            let directory = writer.directory().clone();
            assert_eq!(held(&disk, &directory.session_file()), Some(2), "{name}");
            assert_eq!(
                disk.peek(&directory.questionnaire_file()).as_deref(),
                Some(QUESTIONNAIRE),
                "{name}"
            );
            assert!(
                SessionLock::acquire(&disk, &directory.lock_file()).is_err(),
                "{name}: not locked"
            );
        } else {
            assert_eq!(
                disk.peek(&writer.directory().session_file()),
                present,
                "{name}: written all the same"
            );
        }
    }
}

#[test]
fn a_directory_that_comes_back_is_saved_into_again() {
    let (disk, _, mut writer) = session_in_memory();
    let path = writer.directory().path().to_owned();
    disk.take_away(&path, Path::new("/away"));
    disk.put_directory(&path);
    disk.put(&path.join("notes.txt"), b"not ours");
    assert_eq!(outcome(writer.save(&text(1, 0), at(0))), Outcome::Replaced);
    disk.take_away(&path, Path::new("/stranger"));
    disk.take_away(Path::new("/away"), &path);
    assert_eq!(outcome(writer.save(&text(1, 0), at(1))), Outcome::Saved);
    assert_eq!(disk.peek(Path::new("/stranger/notes.txt")).unwrap(), b"not ours");
}

#[test]
fn what_somebody_else_has_written_is_kept_before_it_is_replaced() {
    let (disk, _, mut writer) = session_in_memory();
    let file = writer.directory().session_file();
    writer.save(&text(1, 0), at(0)).unwrap();
    disk.put(&file, &text(77, 0));
    let saved = writer.save(&text(2, 0), at(1)).unwrap();
    assert_eq!(held(&disk, &saved.displaced.unwrap()), Some(77));
    assert_eq!(held(&disk, &file), Some(2));
    // The same bytes again under another number, as a tool leaves them, are nobody's work.
    disk.put(&file, &text(2, 0));
    assert_eq!(writer.save(&text(3, 0), at(2)).unwrap().displaced, None);
    // What cannot be kept is not replaced.
    disk.put(&file, &text(78, 0));
    disk.set_faults(Faults {
        every_read: Some(rustix::io::Errno::IO),
        ..Faults::default()
    });
    assert!(writer.save(&text(4, 0), at(3)).is_err());
    assert_eq!(held(&disk, &file), Some(78));
}

#[test]
fn one_state_a_minute_is_kept_and_those_of_opening_and_closing() {
    for no_links in [false, true] {
        let (disk, store, mut writer) = session_in_memory();
        let path = writer.directory().path().to_owned();
        disk.set_faults(Faults {
            no_links,
            ..Faults::default()
        });
        // A save every ten seconds for five minutes.
        for number in 1..=30 {
            writer.save(&text(number, 0), at(number * 10)).unwrap();
        }
        assert_eq!(kept(&disk, &writer), [0, 6, 12, 18, 24], "no_links: {no_links}");
        writer.close(at(310)).unwrap();
        let writer = reopened(&store, &path);
        assert_eq!(kept(&disk, &writer), [0, 6, 12, 18, 24, 30]);
        // Looking at a session leaves nothing behind, and what was kept on closing is not kept again on opening.
        writer.close(at(320)).unwrap();
        let mut writer = reopened(&store, &path);
        writer.save(&text(31, 0), at(400)).unwrap();
        assert_eq!(kept(&disk, &writer), [0, 6, 12, 18, 24, 30]);
        // A killed process has kept nothing on closing; the next one does it on opening.
        drop(writer);
        let mut writer = reopened(&store, &path);
        writer.save(&text(32, 0), at(401)).unwrap();
        assert_eq!(kept(&disk, &writer), [0, 6, 12, 18, 24, 30, 31]);
        // A clock that is set back does not stop it.
        writer.save(&text(33, 0), at(0)).unwrap();
        assert_eq!(kept(&disk, &writer).last(), Some(&32));
    }
}

#[test]
fn a_state_that_is_kept_already_is_not_kept_again() {
    let (disk, store, writer) = session_in_memory();
    let path = writer.directory().path().to_owned();
    writer.close(at(0)).unwrap();
    let mut writer = reopened(&store, &path);
    assert!(
        kept(&disk, &writer).is_empty(),
        "closing without a change keeps nothing"
    );
    // Changed, and changed back.
    writer.save(&text(1, 0), at(100)).unwrap();
    writer.save(&text(0, 0), at(101)).unwrap();
    writer.close(at(102)).unwrap();
    let writer = reopened(&store, &path);
    assert_eq!(kept(&disk, &writer), [0]);
}

#[test]
fn a_symbolic_link_stays_and_what_it_points_to_is_replaced() {
    for (name, link, target) in [
        ("absolute", "/elsewhere/my.toml", "/elsewhere/my.toml"),
        ("to a link", "/elsewhere/link.toml", "/elsewhere/my.toml"),
    ] {
        let (disk, store, writer) = session_in_memory();
        let directory = writer.directory().clone();
        drop(writer);
        disk.put_directory(Path::new("/elsewhere"));
        disk.put_link(Path::new("/elsewhere/link.toml"), Path::new("/elsewhere/my.toml"));
        disk.take_away(&directory.session_file(), Path::new("/elsewhere/my.toml"));
        disk.put_link(&directory.session_file(), Path::new(link));
        let mut writer = reopened(&store, directory.path());
        writer.save(&text(1, 0), at(0)).unwrap();
        assert_eq!(held(&disk, Path::new(target)), Some(1), "{name}");
        let still = crate::session::disk::FileSystem::read_link(&disk, &directory.session_file()).unwrap();
        assert_eq!(still, Some(PathBuf::from(link)), "{name}");
        assert_eq!(kept(&disk, &writer), [0], "{name}");
    }
}

#[test]
fn only_our_own_temporaries_are_tidied_up() {
    let (disk, store, writer) = session_in_memory();
    let directory = writer.directory().path().to_owned();
    drop(writer);
    let cases = [
        (".session.toml.tigang-0a1b2c3d.tmp", false),
        (".questionnaire.toml.tigang-zzzzzzzz.tmp", false),
        (".session.toml.tigang-short.tmp", true),
        (".session.toml.tigang-0a1b2c3d.tmp.swp", true),
        (".session.toml.swp", true),
        (".other.toml.tigang-0a1b2c3d.tmp", true),
        ("session.toml~", true),
        ("session.toml.damaged-1", true),
    ];
    for (name, _) in cases {
        disk.put(&directory.join(name), b"x");
    }
    drop(reopened(&store, &directory));
    for (name, stays) in cases {
        assert_eq!(disk.exists(&directory.join(name)), stays, "{name}");
    }
}

#[test]
fn a_save_costs_few_calls() {
    let (disk, _, mut writer) = session_in_memory();
    writer.save(&text(1, 0), at(0)).unwrap();
    disk.set_faults(Faults::default());
    writer.save(&text(2, 0), at(1)).unwrap();
    // Three questions about what is there, a link to resolve, create, write, sync, ask, rename, sync.
    assert!(disk.calls() <= 10, "{}", disk.calls());
}
