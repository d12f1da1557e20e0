//! Every single system call of a save refused, or the last one that was made.
//!
//! The program runs as it is, and strace stands between it and the system: at the call of a number it answers with an
//! error, or kills the program. All numbers are tried in turn. A usual run of the tests tries some of them, beginning
//! at random; all are tried where `TIGANG_FAULTS` is set to `all`.

mod calls;
mod commands;
mod fault;
mod leaving;
mod panics;
mod saving;
mod starting;
mod strace;
mod thread;

use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread as threads;

/// How many of a sweep's tries a usual run makes of each fault.
const USUAL: usize = 5;

/// Some of the places, evenly spread from a random start; all of them where everything is asked for.
fn some_of(places: Vec<usize>) -> Vec<usize> {
    let step = match std::env::var("TIGANG_FAULTS") {
        Ok(all) if all == "all" => 1,
        _ => places.len().div_ceil(USUAL).max(1),
    };
    let first = fastrand::usize(..step);
    places.into_iter().skip(first).step_by(step).collect()
}

/// What a try has shown, for the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Seen {
    /// The fault has come. A few do not, because threads take other ways.
    struck: bool,
    /// It cost something: what was typed is not on the disk yet, or the person was told so.
    cost: bool,
}

/// How many tries were made, in how many the fault came, and in how many it cost something.
#[derive(Debug, Default)]
struct Tally {
    tries: usize,
    struck: usize,
    cost: usize,
}

/// Makes all the tries, several at a time: each mostly waits for a program that waits for a person.
fn try_each<T: Sync>(tries: &[T], one: impl Fn(&T) -> Seen + Sync) -> Tally {
    let left = Mutex::new(tries.iter());
    let seen = Mutex::new(Vec::new());
    let next = || locked(&left).next();
    let workers = threads::available_parallelism().map_or(2, NonZero::get) * 2;
    threads::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(one_of_them) = next() {
                    // One that fails has said why; the others are still of interest.
                    if let Ok(shown) = catch_unwind(AssertUnwindSafe(|| one(one_of_them))) {
                        locked(&seen).push(shown);
                    }
                }
            });
        }
    });
    let seen = locked(&seen);
    assert_eq!(seen.len(), tries.len(), "some of the tries failed");
    Tally {
        tries: tries.len(),
        struck: seen.iter().filter(|seen| seen.struck).count(),
        cost: seen.iter().filter(|seen| seen.cost).count(),
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
