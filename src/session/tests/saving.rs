//! The thread that saves.

use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use rustix::io::Errno;

use super::{held, kept, reopened, session_in_memory, text};
use crate::session::lock::SessionLock;
use crate::session::memory_disk::{Faults, MemoryDisk};
use crate::session::saver::{FlushError, Report, Saver};
use crate::session::store::Store;
use crate::session::trouble::Trouble;
use crate::session::writer::SaveError;

/// Far longer than anything takes: a test that waits so long has failed.
const LONG: Duration = Duration::from_secs(20);

struct Setting {
    disk: MemoryDisk,
    store: Store,
    directory: crate::session::directory::SessionDirectory,
    saver: Saver,
    reports: Receiver<Report>,
}

fn setting() -> Setting {
    let (disk, store, writer) = session_in_memory();
    let directory = writer.directory().clone();
    let (sender, reports) = mpsc::channel();
    let saver = Saver::start(writer, move |report| sender.send(report).unwrap_or_default()).unwrap();
    Setting {
        disk,
        store,
        directory,
        saver,
        reports,
    }
}

impl Setting {
    fn submit(&self, number: u64) {
        self.saver.submit(Box::new(move || text(number, 0)));
    }

    /// Submits a text whose rendering is under way when this returns, and goes on when it is told to.
    fn submit_and_hold(&self, number: u64) -> mpsc::Sender<()> {
        let (release, wait) = mpsc::channel();
        let (begin, begun) = mpsc::channel();
        self.saver.submit(Box::new(move || {
            let _ = begin.send(());
            let _ = wait.recv_timeout(LONG);
            text(number, 0)
        }));
        self.saver.save_now();
        begun.recv_timeout(LONG).expect("not begun");
        release
    }

    fn held(&self) -> u64 {
        held(&self.disk, &self.directory.session_file()).unwrap()
    }

    fn fail(&self, number: Option<Errno>) {
        self.disk.set_faults(Faults {
            every_change: number,
            ..Faults::default()
        });
    }

    fn report(&self) -> Report {
        self.reports.recv_timeout(LONG).expect("no report")
    }
}

#[test]
fn a_text_is_saved_without_being_asked_for() {
    let it = setting();
    it.submit(1);
    assert!(!it.saver.is_settled() || it.held() == 1);
    assert!(matches!(it.report(), Report::Saved(_)));
    assert_eq!(it.held(), 1);
    assert!(it.saver.is_settled());
}

#[test]
fn of_several_texts_the_newest_is_saved() {
    let it = setting();
    for number in 1..=50 {
        it.submit(number);
    }
    it.saver.flush(LONG).unwrap().unwrap();
    assert_eq!(it.held(), 50);
}

#[test]
fn a_flush_with_nothing_to_save_is_done() {
    let it = setting();
    assert_eq!(it.saver.flush(LONG).unwrap(), None);
    it.submit(1);
    let saved = it.saver.flush(LONG).unwrap().unwrap();
    assert_eq!(
        it.saver.flush(LONG).unwrap(),
        Some(saved),
        "the last save is told again"
    );
}

#[test]
fn a_failure_is_told_and_the_same_text_is_tried_again() {
    let it = setting();
    it.fail(Some(Errno::NOSPC));
    it.submit(1);
    match it.report() {
        Report::Failed { error, .. } => {
            assert!(matches!(&*error, SaveError::Disk(error) if error.trouble() == Trouble::DiskFull));
        }
        other => panic!("{other:?}"),
    }
    assert!(matches!(it.saver.flush(LONG), Err(FlushError::Failed(_))));
    assert!(!it.saver.is_settled());
    assert_eq!(it.held(), 0);
    it.fail(None);
    // Nobody asks for it: it is tried again by itself.
    while !matches!(it.report(), Report::Saved(_)) {}
    assert_eq!(it.held(), 1);
    assert!(it.saver.is_settled());
}

#[test]
fn a_newer_text_takes_the_place_of_one_that_failed() {
    let it = setting();
    it.fail(Some(Errno::IO));
    it.submit(1);
    assert!(matches!(it.report(), Report::Failed { .. }));
    it.submit(2);
    it.fail(None);
    it.saver.flush(LONG).unwrap();
    assert_eq!(it.held(), 2);
}

#[test]
fn a_text_that_cannot_be_rendered_costs_no_other() {
    let it = setting();
    it.saver
        .submit(Box::new(|| std::panic::resume_unwind(Box::new("a mistake"))));
    match it.saver.flush(LONG) {
        Err(FlushError::Failed(error)) => assert!(matches!(*error, SaveError::NotRendered)),
        other => panic!("{other:?}"),
    }
    it.submit(2);
    it.saver.flush(LONG).unwrap();
    assert_eq!(it.held(), 2);
}

#[test]
fn a_text_that_failed_is_saved_even_if_the_next_cannot_be_rendered() {
    let it = setting();
    it.fail(Some(Errno::NOSPC));
    it.submit(1);
    assert!(it.saver.flush(LONG).is_err());
    it.saver
        .submit(Box::new(|| std::panic::resume_unwind(Box::new("a mistake"))));
    it.fail(None);
    assert!(it.saver.flush(LONG).is_err(), "the newest is not on the disk");
    while !matches!(it.report(), Report::Saved(_)) {}
    assert_eq!(it.held(), 1);
    assert!(!it.saver.is_settled());
    assert!(
        matches!(it.saver.flush(LONG), Err(FlushError::Failed(_))),
        "and that is said again"
    );
}

#[test]
fn closing_saves_keeps_the_last_state_and_gives_the_session_back() {
    let it = setting();
    it.submit(1);
    it.saver.close(LONG).unwrap();
    assert_eq!(it.held(), 1);
    let writer = reopened(&it.store, it.directory.path());
    assert_eq!(kept(&it.disk, &writer), [0, 1]);
    it.submit(2);
    assert!(matches!(it.saver.flush(LONG), Err(FlushError::Ended)));
}

#[test]
fn closing_that_cannot_save_goes_on_and_abandoning_does_not() {
    let it = setting();
    it.fail(Some(Errno::ROFS));
    it.submit(1);
    assert!(it.saver.close(LONG).is_err());
    assert!(
        SessionLock::acquire(&it.disk, &it.directory.lock_file()).is_err(),
        "still ours"
    );
    it.fail(None);
    assert!(
        SessionLock::acquire(&it.disk, &it.directory.lock_file()).is_err(),
        "still ours"
    );
    it.saver.abandon(LONG);
    assert!(SessionLock::acquire(&it.disk, &it.directory.lock_file()).is_ok());
}

#[test]
fn dropping_the_last_handle_saves() {
    let it = setting();
    it.submit(1);
    let handle = it.saver.clone();
    drop(it.saver);
    drop(handle);
    assert!(matches!(it.reports.recv_timeout(LONG).unwrap(), Report::Saved(_)));
    // The channel ends with the thread.
    assert!(matches!(
        it.reports.recv_timeout(LONG),
        Err(mpsc::RecvTimeoutError::Disconnected)
    ));
    assert_eq!(held(&it.disk, &it.directory.session_file()), Some(1));
}

#[test]
fn a_flush_on_the_saving_thread_itself_does_not_hang() {
    let it = setting();
    let handle = it.saver.clone();
    let (sender, receiver) = mpsc::channel();
    it.saver.submit(Box::new(move || {
        let _ = sender.send(matches!(handle.flush(LONG), Err(FlushError::Ended)));
        text(1, 0)
    }));
    it.saver.flush(LONG).unwrap();
    assert!(receiver.recv_timeout(LONG).unwrap());
}

#[test]
fn a_flush_waits_no_longer_than_it_is_told() {
    let it = setting();
    let release = it.submit_and_hold(1);
    assert!(matches!(
        it.saver.flush(Duration::from_millis(1)),
        Err(FlushError::TimedOut)
    ));
    // What is submitted while a save is under way is saved after it, and a flush waits for that.
    it.submit(2);
    release.send(()).unwrap();
    it.saver.flush(LONG).unwrap();
    assert_eq!(it.held(), 2);
}

#[test]
fn a_flush_is_not_answered_with_the_failure_of_an_older_text() {
    for _ in 0..40 {
        let it = setting();
        it.fail(Some(Errno::NOSPC));
        let release = it.submit_and_hold(1);
        let disk = it.disk.clone();
        it.saver.submit(Box::new(move || {
            disk.set_faults(Faults::default());
            text(2, 0)
        }));
        // The first one fails somewhere around the time at which the flush begins; the second one then works.
        let handle = it.saver.clone();
        let flush = std::thread::spawn(move || handle.flush(LONG));
        release.send(()).unwrap();
        assert!(flush.join().unwrap().is_ok());
        assert_eq!(it.held(), 2);
    }
}
