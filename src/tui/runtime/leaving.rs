//! The end of the program out of turn: save, restore the terminal, exit.
//!
//! A signal, a hang-up and a panic all come here, from whichever thread notices them first. Nothing here waits
//! for ever: not for the main loop, which may hang, not for the disk, not for the terminal.

use std::cell::Cell;
use std::process;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use super::terminal;

/// How long the last save may take. A disk this slow loses the last second of typing, not the session.
const SAVE_PATIENCE: Duration = Duration::from_secs(5);

/// How long the main loop gets to end by itself before the thread that noticed the end does it.
pub(super) const GRACE: Duration = Duration::from_millis(500);

type Save = Arc<dyn Fn() + Send + Sync>;

static SAVE: Mutex<Option<Save>> = Mutex::new(None);
static HAS_BEGUN: AtomicBool = AtomicBool::new(false);

thread_local! {
    static IS_SAVING: Cell<bool> = const { Cell::new(false) };
}

/// Registers what saves every answer, at once, when the program ends out of turn.
///
/// It runs on a thread of its own while the others may be stuck at any point. It may wait for a lock: the main
/// loop may be holding it because it is saving already. If the lock never comes free, or the disk never answers,
/// the program ends without it after some seconds. After a panic a lock is poisoned, and its content still wanted.
/// It replaces the one registered before.
pub fn save_on_leaving(save: impl Fn() + Send + Sync + 'static) {
    *SAVE.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(save));
}

/// Saves, restores the terminal and ends the program.
///
/// The main loop calls it too when it gets [`Message::Signal`](super::Message::Signal) or
/// [`Message::Hangup`](super::Message::Hangup): whoever comes second waits for the end.
pub fn leave(code: u8) -> ! {
    if HAS_BEGUN.swap(true, Ordering::SeqCst) {
        wait_for_the_end();
    }
    save_within(SAVE_PATIENCE);
    terminal::close();
    process::exit(i32::from(code))
}

/// What remains to be done by a thread that has panicked. Returns only to the thread of the last save: its
/// panic must not stop the thread that waits for it from restoring and exiting.
pub(super) fn leave_after_panic(tell: impl FnOnce()) {
    if IS_SAVING.get() {
        return;
    }
    if HAS_BEGUN.swap(true, Ordering::SeqCst) {
        wait_for_the_end();
    }
    terminal::close();
    save_within(SAVE_PATIENCE);
    tell();
    process::exit(101)
}

/// Leaves for the main loop's sake if it has not done so within its grace.
pub(super) fn leave_after_grace(code: u8) {
    let watchdog = move || {
        thread::sleep(GRACE);
        leave(code)
    };
    if spawn("watchdog", watchdog).is_none() {
        leave(code);
    }
}

/// Runs the registered save, for at most `limit`. Says whether it came to its end.
fn save_within(limit: Duration) -> bool {
    let save = SAVE.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let Some(save) = save else {
        return true;
    };
    let (done, is_done) = mpsc::sync_channel(1);
    let on_its_thread = {
        let save = Arc::clone(&save);
        move || {
            IS_SAVING.set(true);
            save();
            // The receiver may have given up; nobody is left to tell.
            let _ = done.send(());
        }
    };
    match spawn("last save", on_its_thread) {
        Some(()) => is_done.recv_timeout(limit).is_ok(),
        // No thread to be had: better without a deadline than not at all.
        None => {
            IS_SAVING.set(true);
            save();
            true
        }
    }
}

fn spawn(name: &str, run: impl FnOnce() + Send + 'static) -> Option<()> {
    thread::Builder::new()
        .name(name.into())
        .spawn(run)
        .ok()
        .map(|_| ())
}

fn wait_for_the_end() -> ! {
    loop {
        thread::park();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;
    use std::time::Instant;

    use super::*;

    // One test, because there is one registered save per process.
    #[test]
    fn the_last_save_runs_and_cannot_hold_up_the_end() {
        let count = Arc::new(AtomicUsize::new(0));
        save_on_leaving({
            let count = Arc::clone(&count);
            move || {
                count.fetch_add(1, Ordering::SeqCst);
            }
        });
        assert!(save_within(Duration::from_secs(10)));
        assert_eq!(count.load(Ordering::SeqCst), 1);

        save_on_leaving(wait_for_the_end_of_the_test);
        let begin = Instant::now();
        assert!(!save_within(Duration::from_millis(30)));
        assert!(begin.elapsed() < Duration::from_secs(5));

        *SAVE.lock().unwrap() = None;
        assert!(save_within(Duration::ZERO));
    }

    fn wait_for_the_end_of_the_test() {
        wait_for_the_end()
    }
}
