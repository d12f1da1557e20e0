//! How long the machine itself does nothing, because it has other things to do: a promise of the program about time
//! cannot hold for that time.

use std::sync::{Arc, Mutex, Weak};
use std::thread;
use std::time::{Duration, Instant};

/// How often it is looked.
const EVERY: Duration = Duration::from_millis(5);
/// What is late by less is no stall.
const LEAST: Duration = Duration::from_millis(10);

/// The stalls so far: when each ended, and how long it was.
#[derive(Debug, Default)]
pub(super) struct Stalls(Mutex<Vec<(Instant, Duration)>>);

impl Stalls {
    /// Watches for as long as the value lives.
    pub(super) fn watch() -> Arc<Self> {
        let stalls = Arc::new(Self::default());
        let watched: Weak<Self> = Arc::downgrade(&stalls);
        thread::spawn(move || {
            loop {
                let before = Instant::now();
                thread::sleep(EVERY);
                let Some(stalls) = watched.upgrade() else { return };
                let late = before.elapsed().saturating_sub(EVERY);
                if late >= LEAST {
                    stalls.0.lock().unwrap().push((Instant::now(), late));
                }
            }
        });
        stalls
    }

    /// How long the machine was stalled between two moments.
    pub(super) fn between(&self, from: Instant, to: Instant) -> Duration {
        let stalls = self.0.lock().unwrap();
        stalls
            .iter()
            .filter(|(end, length)| *end >= from && *end - *length <= to)
            .map(|(_, length)| *length)
            .sum()
    }
}
