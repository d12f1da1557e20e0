//! All sessions of a person, on the disk of this machine.

use std::path::Path;
use std::time::{Duration, SystemTime};

use super::{QUESTIONNAIRE, text, writable};
use crate::messages::Locale;
use crate::session::directory::SessionDirectory;
use crate::session::open::{Access, Contents, OpenError, ReadOnly, Want};
use crate::session::resolve::ResolveError;
use crate::session::seal::seal;
use crate::session::store::{Store, StoreError};

fn named(name: &str) -> Vec<u8> {
    seal(&format!("format = 1\nname = \"{name}\"\n\n[answers]\n")).into_bytes()
}

fn store() -> (tempfile::TempDir, Store) {
    let directory = tempfile::tempdir().unwrap();
    let store = Store::new(directory.path().join("not/there/yet"));
    (directory, store)
}

fn create(store: &Store, name: &str) -> SessionDirectory {
    store
        .create(QUESTIONNAIRE, &named(name))
        .unwrap()
        .directory()
        .clone()
}

/// A session whose id is chosen, as if it had been drawn.
fn create_as(store: &Store, id: &str, name: &str) -> SessionDirectory {
    let drawn = create(store, name);
    std::fs::rename(drawn.path(), store.session(id).path()).unwrap();
    store.session(id)
}

#[test]
fn a_store_that_does_not_exist_is_empty() {
    let (_keep, store) = store();
    assert_eq!(store.list().unwrap(), []);
    assert_eq!(store.deleted().unwrap(), []);
    assert!(!store.root().exists(), "asking creates nothing");
}

#[test]
fn a_session_is_stored_byte_for_byte_and_opened_by_one_window() {
    let (_keep, store) = store();
    let mut writer = store.create(QUESTIONNAIRE, &named("年度总结")).unwrap();
    let directory = writer.directory().clone();
    assert_eq!(
        std::fs::read(directory.questionnaire_file()).unwrap(),
        QUESTIONNAIRE
    );
    assert_eq!(
        std::fs::read(directory.session_file()).unwrap(),
        named("年度总结")
    );
    assert_eq!(directory.id().len(), 6);

    let second = store.open(directory.clone(), Want::Write).unwrap();
    match &second.access {
        Access::ReadOnly(ReadOnly::Busy(holder)) => assert_eq!(holder.pid, Some(std::process::id())),
        other => panic!("{other:?}"),
    }
    assert!(
        matches!(second.contents, Contents::Whole(_)),
        "it can be read all the same"
    );
    writer.save(&named("改过"), SystemTime::now()).unwrap();
    writer.close(SystemTime::now()).unwrap();
    let third = store.open(directory.clone(), Want::Write).unwrap();
    assert!(matches!(&third.contents, Contents::Whole(unsealed) if unsealed.text.contains("改过")));
    let generations = directory.generations().list(&**store.disk()).unwrap();
    assert_eq!(
        generations.len(),
        2,
        "that of opening and that of closing: {generations:?}"
    );
    drop(writable(third));
}

#[test]
fn the_list_shows_the_last_saved_first_and_even_what_it_cannot_read() {
    let (_keep, store) = store();
    let times = [("一", 10), ("二", 30), ("三", 20)];
    for (name, seconds) in times {
        let file = std::fs::File::options()
            .write(true)
            .open(create(&store, name).session_file())
            .unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
            .unwrap();
    }
    let broken = create(&store, "坏");
    std::fs::write(broken.session_file(), b"\xff\xfe").unwrap();
    std::fs::create_dir(store.sessions().join("no-session")).unwrap();
    std::fs::create_dir(store.sessions().join(".new-abcdef")).unwrap();
    std::fs::write(store.sessions().join("a-file"), b"").unwrap();
    let names: Vec<Option<String>> = store
        .list()
        .unwrap()
        .into_iter()
        .map(|listed| listed.header.map(|header| header.name))
        .collect();
    assert_eq!(
        names,
        [None, Some("二".into()), Some("三".into()), Some("一".into())]
    );
}

#[test]
fn a_session_is_found_by_what_a_person_calls_it() {
    let (keep, store) = store();
    create_as(&store, "k3f9qa", "年度总结");
    create_as(&store, "k3xxxx", "复盘");
    create_as(&store, "aaaaaa", "复盘");
    create_as(&store, "bbbbbb", "k3");
    create_as(&store, "pppppp", "自查自评 2026");
    create_as(&store, "qqqqqq", "述职 Report 2026");
    create_as(&store, "rrrrrr", "述职 2025");
    let elsewhere = keep.path().join("copied");
    std::fs::rename(create(&store, "搬走了").path(), &elsewhere).unwrap();
    let elsewhere_file = elsewhere.join("session.toml");
    let nowhere = keep.path().join("nowhere");
    let cases: [(&str, Result<&str, &str>); 18] = [
        ("k3f9qa", Ok("k3f9qa")),
        ("年度总结", Ok("k3f9qa")),
        ("k3f", Ok("k3f9qa")),
        ("K3F", Ok("k3f9qa")),
        (" aaaaaa ", Ok("aaaaaa")),
        ("k3", Ok("bbbbbb")), // a whole name before the beginning of an id
        ("复盘", Err("ambiguous aaaaaa k3xxxx")),
        ("k", Err("ambiguous k3f9qa k3xxxx")),
        ("自查", Ok("pppppp")),
        ("REPORT", Ok("qqqqqq")),
        ("2025", Ok("rrrrrr")),
        ("述职", Err("ambiguous qqqqqq rrrrrr")),
        ("2026", Err("ambiguous pppppp qqqqqq")),
        ("总结", Ok("k3f9qa")),
        ("zzz", Err("not found")),
        ("", Err("not found")),
        (elsewhere_file.to_str().unwrap(), Ok("copied")),
        (nowhere.to_str().unwrap(), Err("not a session")),
    ];
    for (query, expected) in cases {
        let found = store
            .resolve(query)
            .map(|directory| directory.id())
            .map_err(|error| match error {
                ResolveError::Ambiguous { mut candidates, .. } => {
                    candidates.sort();
                    candidates
                        .iter()
                        .fold("ambiguous".to_owned(), |line, (id, _)| format!("{line} {id}"))
                }
                ResolveError::NotFound { .. } => "not found".to_owned(),
                ResolveError::NotWhole { .. } => "not whole".to_owned(),
                ResolveError::NotASession { .. } => "not a session".to_owned(),
                ResolveError::Disk(error) => panic!("{error}"),
            });
        assert_eq!(
            found,
            expected.map(str::to_owned).map_err(str::to_owned),
            "{query:?}"
        );
    }
    for query in ["k3f9qa", "年度总结", "k3f"] {
        assert_eq!(store.resolve_whole(query).unwrap().id(), "k3f9qa", "{query}");
    }
    for query in ["自查", "2026"] {
        let error = store.resolve_whole(query).unwrap_err();
        let message = error.message(Locale::Zh);
        assert!(matches!(error, ResolveError::NotWhole { .. }), "{message}");
        assert!(message.contains("pppppp  自查自评 2026"), "{message}");
    }
    let message = store.resolve("复盘").unwrap_err().message(Locale::Zh);
    assert!(
        message.contains("aaaaaa  复盘") && message.contains("k3xxxx  复盘"),
        "{message}"
    );
}

#[test]
fn a_deleted_session_comes_back_whole() {
    let (_keep, store) = store();
    let mut writer = store.create(QUESTIONNAIRE, &named("一")).unwrap();
    writer.save(&named("二"), SystemTime::now()).unwrap();
    let directory = writer.directory().clone();
    assert!(
        matches!(store.delete(&directory, 1), Err(StoreError::Busy { .. })),
        "a window works on it"
    );
    writer.close(SystemTime::now()).unwrap();

    let deleted = store.delete(&directory, 1_000).unwrap();
    assert_eq!(
        deleted.directory.path(),
        store.trash().join(format!("{}-1000", directory.id()))
    );
    assert_eq!(store.list().unwrap(), []);
    assert_eq!(store.deleted().unwrap(), std::slice::from_ref(&deleted));
    assert!(matches!(
        store.delete(&directory, 1_001),
        Err(StoreError::NotASession { .. })
    ));

    assert_eq!(store.restore(&deleted).unwrap(), directory);
    assert_eq!(store.deleted().unwrap(), []);
    assert_eq!(std::fs::read(directory.session_file()).unwrap(), named("二"));
    assert_eq!(directory.generations().list(&**store.disk()).unwrap().len(), 2);

    // Deleted again at the very same second; and then its id is taken.
    let first = store.delete(&directory, 1_000).unwrap();
    create_as(&store, &directory.id(), "另一份");
    let second = store.delete(&directory, 1_000).unwrap();
    assert_ne!(first.directory, second.directory);
    let back = store.restore(&first).unwrap();
    let other = store.restore(&second).unwrap();
    assert_eq!(back, directory);
    assert_ne!(other, directory);
    assert_eq!(std::fs::read(other.session_file()).unwrap(), named("另一份"));
    assert!(matches!(
        store.restore(&first),
        Err(StoreError::NotASession { .. })
    ));
}

#[test]
fn what_stands_elsewhere_is_opened_but_not_moved() {
    let (keep, store) = store();
    let elsewhere = SessionDirectory::new(keep.path().join("elsewhere"));
    std::fs::rename(create(&store, "一").path(), elsewhere.path()).unwrap();
    assert!(matches!(
        store.delete(&elsewhere, 0),
        Err(StoreError::NotInStore { .. })
    ));
    assert!(store.open(elsewhere, Want::Write).is_ok());
}

#[test]
fn what_is_no_session_is_not_opened() {
    let (keep, store) = store();
    std::fs::write(keep.path().join("file"), b"").unwrap();
    std::fs::create_dir(keep.path().join("empty")).unwrap();
    for name in ["file", "empty", "missing", "file/within"] {
        let path = keep.path().join(name);
        for want in [Want::Read, Want::Write] {
            let opened = store.open(SessionDirectory::new(path.clone()), want);
            assert!(
                matches!(opened, Err(OpenError::NotASession { .. })),
                "{name}: {opened:?}"
            );
        }
    }
    assert!(
        std::fs::read_dir(keep.path().join("empty"))
            .unwrap()
            .next()
            .is_none(),
        "and nothing is put there"
    );
}

#[test]
fn reading_only_leaves_no_trace() {
    let (_keep, store) = store();
    let directory = create(&store, "一");
    std::fs::remove_file(directory.lock_file()).unwrap();
    let leftover = directory.path().join(".session.toml.tigang-00000000.tmp");
    std::fs::write(&leftover, b"x").unwrap();
    let opened = store.open(directory.clone(), Want::Read).unwrap();
    assert!(matches!(opened.access, Access::ReadOnly(ReadOnly::Asked)));
    assert!(!directory.lock_file().exists());
    assert!(leftover.exists());
}

#[test]
fn what_a_killed_creation_left_is_removed_once_it_is_old() {
    let (_keep, store) = store();
    create(&store, "一");
    let old = store.sessions().join(".new-oldold");
    let new = store.sessions().join(".new-newnew");
    for (path, age) in [(&old, 2 * 3_600), (&new, 60)] {
        std::fs::create_dir(path).unwrap();
        std::fs::write(path.join("questionnaire.toml"), QUESTIONNAIRE).unwrap();
        let time = SystemTime::now() - Duration::from_secs(age);
        std::fs::File::open(path).unwrap().set_modified(time).unwrap();
    }
    create(&store, "二");
    assert!(!old.exists());
    assert!(new.exists(), "that one may still be at work");
}

#[cfg(unix)]
#[test]
fn real_symbolic_links_are_written_through() {
    let (keep, store) = store();
    let directory = create(&store, "一");
    let target = keep.path().join("mine.toml");
    std::fs::rename(directory.session_file(), &target).unwrap();
    // A relative link, resolved from where it stands.
    std::os::unix::fs::symlink(Path::new("../../../../../mine.toml"), directory.session_file()).unwrap();
    let mut writer = writable(store.open(directory.clone(), Want::Write).unwrap());
    writer.save(&text(1, 0), SystemTime::now()).unwrap();
    assert_eq!(std::fs::read(&target).unwrap(), text(1, 0));
    assert!(directory.session_file().is_symlink());
}
