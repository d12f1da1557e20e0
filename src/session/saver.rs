//! The thread that saves, so that the one which draws never waits for a disk.
//!
//! It takes the newest text only: a text that was not yet saved when a newer one came is dropped, because the newer one
//! contains it. When to save, [`schedule`](super::schedule) says; how, [`writer`](super::writer). After a failure the
//! same bytes are written anew, from memory, until it works or a newer text takes their place.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant, SystemTime};

use super::keeper::Keeper;
use super::schedule::{Due, Schedule};
use super::writer::{SaveError, Saved};
use crate::messages::Locale;

/// A text to be saved, which the saving thread makes into bytes, so that this too costs the drawing thread nothing.
pub type Snapshot = Box<dyn FnOnce() -> Vec<u8> + Send>;

/// What became of a save.
#[derive(Debug, Clone)]
pub enum Report {
    /// It is on the disk.
    Saved(Saved),
    /// It is not; it stays in memory and is tried again.
    Failed {
        /// Why.
        error: Arc<SaveError>,
        /// How long until the next try, unless a [`Saver::save_now`] comes first.
        retry_in: Duration,
    },
}

/// Why a [`Saver::flush`] gives no success.
#[derive(Debug, Clone, thiserror::Error)]
pub enum FlushError {
    /// The disk refused.
    #[error(transparent)]
    Failed(Arc<SaveError>),
    /// The disk has not answered in time. It may still.
    #[error("{}", Locale::En.saving_takes_too_long())]
    TimedOut,
    /// The saving thread has ended, or it is the one that asks.
    #[error("{}", Locale::En.saving_has_ended())]
    Ended,
}

impl FlushError {
    /// What happened, where, and what to do.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::Failed(error) => error.message(locale),
            Self::TimedOut => locale.saving_takes_too_long().to_owned(),
            Self::Ended => locale.saving_has_ended().to_owned(),
        }
    }
}

/// Saves one session in the background. Clones are handles to the same thread, for the signal thread and the panic hook.
///
/// When the last handle is dropped, what is unsaved is tried once more and the thread ends; nobody waits for it.
#[derive(Clone)]
pub struct Saver {
    handle: Arc<Handle>,
}

struct Handle(Arc<Shared>);

impl Drop for Handle {
    fn drop(&mut self) {
        self.0.end(Ending::AfterLastTry);
    }
}

struct Shared {
    state: Mutex<State>,
    /// Something was asked of the thread.
    asked: Condvar,
    /// The thread has done something.
    done: Condvar,
}

#[derive(Default)]
struct State {
    newest: Option<Snapshot>,
    schedule: Schedule,
    /// The number of the newest text that was submitted; the first one is 1.
    submitted: u64,
    /// The number of the newest text that is on the disk.
    saved: u64,
    last_saved: Option<Saved>,
    /// The bytes that are not on the disk yet, with the number of their text.
    unsaved: Option<(Arc<Vec<u8>>, u64)>,
    /// How many tries have ended, and how the last one did: with which text, and why it failed.
    tries: u64,
    failure: Option<(u64, Arc<SaveError>)>,
    ending: Ending,
    thread: Option<ThreadId>,
    has_ended: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Ending {
    #[default]
    No,
    AfterLastTry,
    Now,
}

impl Saver {
    /// Starts the thread. `report` is called on it after every save, and should do no more than pass the word on.
    ///
    /// # Errors
    /// The system's, if it gives no thread.
    pub fn start(keeper: impl Keeper, report: impl FnMut(Report) + Send + 'static) -> std::io::Result<Self> {
        let shared = Arc::new(Shared {
            state: Mutex::default(),
            asked: Condvar::new(),
            done: Condvar::new(),
        });
        let thread = Arc::clone(&shared);
        thread::Builder::new()
            .name("saver".into())
            .spawn(move || thread.run(keeper, report))?;
        Ok(Self {
            handle: Arc::new(Handle(shared)),
        })
    }

    /// Takes a text that has changed, to be saved in a moment. Never waits for the disk.
    pub fn submit(&self, snapshot: Snapshot) {
        let shared = &self.handle.0;
        let mut state = shared.lock();
        let replaced = state.newest.replace(snapshot);
        state.submitted = state.submitted.saturating_add(1);
        state.schedule.changed(Instant::now());
        drop(state);
        shared.asked.notify_one();
        // A large text takes its time to go; not while the thread waits.
        drop(replaced);
    }

    /// Has what is unsaved saved at once, without waiting for it.
    pub fn save_now(&self) {
        let shared = &self.handle.0;
        shared.lock().schedule.hurry();
        shared.asked.notify_one();
    }

    /// Has what is unsaved saved at once, and waits for it, so long at most. `None` if there never was anything to save.
    ///
    /// # Errors
    /// [`FlushError`]; the text stays in memory, and is tried again.
    pub fn flush(&self, timeout: Duration) -> Result<Option<Saved>, FlushError> {
        let shared = &self.handle.0;
        let mut state = shared.lock();
        if state.thread == Some(thread::current().id()) {
            return Err(FlushError::Ended);
        }
        let (wanted, tries) = (state.submitted, state.tries);
        state.schedule.hurry();
        shared.asked.notify_one();
        let is_over = |state: &mut State| state.flushed(wanted, tries).is_none();
        let waited = shared.done.wait_timeout_while(state, timeout, is_over);
        let state = waited.unwrap_or_else(PoisonError::into_inner).0;
        state.flushed(wanted, tries).unwrap_or(Err(FlushError::TimedOut))
    }

    /// Saves what is unsaved, keeps the last state as a generation, gives the session back to others, and ends the
    /// thread. If saving fails the thread goes on, so that the person can make room and try again.
    ///
    /// # Errors
    /// [`FlushError`]
    pub fn close(&self, timeout: Duration) -> Result<Option<Saved>, FlushError> {
        let saved = self.flush(timeout)?;
        self.abandon(timeout);
        Ok(saved)
    }

    /// Ends the thread without another try, and gives the session back to others; waits for that, so long at most. For
    /// when the person has decided to leave although nothing can be saved.
    pub fn abandon(&self, timeout: Duration) {
        let shared = &self.handle.0;
        shared.end(Ending::Now);
        let state = shared.lock();
        if state.thread != Some(thread::current().id()) {
            drop(
                shared
                    .done
                    .wait_timeout_while(state, timeout, |state| !state.has_ended),
            );
        }
    }

    /// The newest text, if it is not on the disk: to be put somewhere else before the program ends.
    pub fn unsaved(&self) -> Option<Vec<u8>> {
        let mut state = self.handle.0.lock();
        if state.saved >= state.submitted {
            return None;
        }
        // Rendered under the lock, so that the thread does not miss it meanwhile; this happens once, at the end.
        let newest = state.newest.take();
        if let Some(Ok(bytes)) = newest.map(|snapshot| catch_unwind(AssertUnwindSafe(snapshot))) {
            let copy = bytes.clone();
            state.newest = Some(Box::new(move || copy));
            return Some(bytes);
        }
        state.unsaved.as_ref().map(|(bytes, _)| bytes.to_vec())
    }

    /// Whether everything that was submitted is on the disk.
    pub fn is_settled(&self) -> bool {
        let state = self.handle.0.lock();
        state.saved >= state.submitted
    }
}

impl fmt::Debug for Saver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Saver").finish_non_exhaustive()
    }
}

impl State {
    /// How a flush ended that wants a text on the disk, and began after so many tries; `None` if it has not yet.
    fn flushed(&self, wanted: u64, tries: u64) -> Option<Result<Option<Saved>, FlushError>> {
        if self.saved >= wanted {
            return Some(Ok(self.last_saved.clone()));
        }
        if self.has_ended {
            return Some(Err(FlushError::Ended));
        }
        match &self.failure {
            // A try that was under way with an older text does not count.
            Some((number, error)) if *number >= wanted && self.tries > tries => {
                Some(Err(FlushError::Failed(Arc::clone(error))))
            }
            // The text could not be rendered, and there is nothing left to try.
            _ if self.schedule.is_settled() => {
                Some(Err(FlushError::Failed(Arc::new(SaveError::NotRendered))))
            }
            _ => None,
        }
    }
}

/// A text to save, or the one that failed again.
struct Task {
    snapshot: Option<Snapshot>,
    number: u64,
}

impl Shared {
    /// A panic elsewhere must not keep answers from being saved. Nothing that can panic runs under this lock.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn end(&self, ending: Ending) {
        let mut state = self.lock();
        state.ending = state.ending.max(ending);
        self.asked.notify_one();
    }

    fn run(&self, mut keeper: impl Keeper, mut report: impl FnMut(Report)) {
        self.lock().thread = Some(thread::current().id());
        let _ended = HasEnded(self);
        while let Some(Task { snapshot, number }) = self.next() {
            // What cannot be rendered must not cost the answers that come after it.
            let rendered = snapshot.map(|snapshot| catch_unwind(AssertUnwindSafe(snapshot)));
            let to_save = match rendered {
                Some(Ok(bytes)) => {
                    let rendered = (Arc::new(bytes), number);
                    self.lock().unsaved = Some(rendered.clone());
                    Some(rendered)
                }
                Some(Err(_)) => None,
                None => self.lock().unsaved.clone(),
            };
            let (number, result) = match to_save {
                Some((bytes, number)) => (number, keeper.save(&bytes, SystemTime::now())),
                None => (number, Err(SaveError::NotRendered)),
            };
            report(self.tried(number, result));
        }
        // A failure here costs one earlier state; the text itself is saved.
        let _ = keeper.close(SystemTime::now());
    }

    /// Waits until something is to be saved; `None` when the thread is to end.
    fn next(&self) -> Option<Task> {
        let mut state = self.lock();
        loop {
            let now = Instant::now();
            let is_last = match state.ending {
                Ending::Now => return None,
                Ending::AfterLastTry => true,
                Ending::No => false,
            };
            if is_last {
                state.schedule.hurry();
                state.ending = Ending::Now;
            }
            if state.schedule.is_due(now) {
                state.schedule.begun();
                return Some(Task {
                    snapshot: state.newest.take(),
                    number: state.submitted,
                });
            }
            state = match state.schedule.due() {
                _ if is_last => return None,
                Some(Due::At(at)) => {
                    let waited = self.asked.wait_timeout(state, at.saturating_duration_since(now));
                    waited.unwrap_or_else(PoisonError::into_inner).0
                }
                _ => self.asked.wait(state).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }

    /// Notes how a try ended.
    fn tried(&self, number: u64, result: Result<Saved, SaveError>) -> Report {
        let mut state = self.lock();
        state.tries = state.tries.saturating_add(1);
        let report = match result {
            Ok(saved) => {
                state.saved = state.saved.max(number);
                state.failure = None;
                state.unsaved = None;
                state.last_saved = Some(saved.clone());
                state.schedule.saved();
                Report::Saved(saved)
            }
            Err(error) => {
                let error = Arc::new(error);
                state.failure = Some((number, Arc::clone(&error)));
                Report::Failed {
                    error,
                    retry_in: state.schedule.failed(Instant::now()),
                }
            }
        };
        self.done.notify_all();
        report
    }
}

/// Says that the thread has ended, however it did.
struct HasEnded<'a>(&'a Shared);

impl Drop for HasEnded<'_> {
    fn drop(&mut self) {
        self.0.lock().has_ended = true;
        self.0.done.notify_all();
    }
}
