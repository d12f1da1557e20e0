//! When a text is saved: soon after a pause, and not too late while somebody types on without one.
//!
//! Pure: it is told the time and tells the time, so a test needs no clock and no waiting.

use std::time::{Duration, Instant};

/// A text is saved so long after the last key …
pub const AFTER_LAST_KEY: Duration = Duration::from_millis(250);
/// … and at most so long after the first one that is not saved. A mere pause detector would never save while somebody
/// types on.
pub const AFTER_FIRST_UNSAVED: Duration = Duration::from_millis(1_000);
/// The first wait after a failure. It doubles with each further one.
const FIRST_RETRY: Duration = Duration::from_millis(500);
/// The longest wait between tries: a person who has made room should not have to wait to see it work.
const LONGEST_RETRY: Duration = Duration::from_secs(10);

/// Decides when to save.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Schedule {
    unsaved: Option<Unsaved>,
    being_saved: Option<Unsaved>,
    urgent: bool,
    failures: u32,
    not_before: Option<Instant>,
}

/// The changes that are not saved yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Unsaved {
    first: Instant,
    last: Instant,
}

impl Schedule {
    /// The text has changed.
    pub fn changed(&mut self, now: Instant) {
        let first = self.unsaved.map_or(now, |unsaved| unsaved.first);
        self.unsaved = Some(Unsaved { first, last: now });
    }

    /// What is unsaved is to be saved at once, however long the last failure is ago.
    pub fn hurry(&mut self) {
        self.urgent = !self.is_settled();
    }

    /// When to save next; `None` if there is nothing to save.
    pub fn due(&self) -> Option<Due> {
        let unsaved = self.unsaved?;
        if self.urgent {
            return Some(Due::Now);
        }
        let paused = unsaved.last.checked_add(AFTER_LAST_KEY)?;
        let latest = unsaved.first.checked_add(AFTER_FIRST_UNSAVED)?;
        let due = paused.min(latest);
        Some(Due::At(
            self.not_before.map_or(due, |not_before| due.max(not_before)),
        ))
    }

    /// Whether it is time to save.
    pub fn is_due(&self, now: Instant) -> bool {
        match self.due() {
            Some(Due::Now) => true,
            Some(Due::At(at)) => at <= now,
            None => false,
        }
    }

    /// A save begins. What changes from here on is not in it.
    pub fn begun(&mut self) {
        self.being_saved = self.unsaved.take();
        self.urgent = false;
    }

    /// The save that had begun succeeded.
    pub fn saved(&mut self) {
        self.being_saved = None;
        self.urgent &= self.unsaved.is_some();
        self.failures = 0;
        self.not_before = None;
    }

    /// The save that had begun failed: what it should have saved is unsaved again. Says how long to wait.
    pub fn failed(&mut self, now: Instant) -> Duration {
        if let Some(tried) = self.being_saved.take() {
            let last = self.unsaved.map_or(tried.last, |unsaved| unsaved.last);
            self.unsaved = Some(Unsaved {
                first: tried.first,
                last,
            });
        }
        let doubled = FIRST_RETRY.saturating_mul(1_u32.checked_shl(self.failures).unwrap_or(u32::MAX));
        let wait = doubled.min(LONGEST_RETRY);
        self.failures = self.failures.saturating_add(1).min(16);
        self.not_before = now.checked_add(wait);
        wait
    }

    /// Whether everything that has changed is saved.
    pub fn is_settled(&self) -> bool {
        self.unsaved.is_none() && self.being_saved.is_none()
    }
}

/// When to save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// At once.
    Now,
    /// At that time.
    At(Instant),
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What happens, at so many milliseconds from the start.
    #[derive(Debug, Clone, Copy)]
    enum Event {
        Key(u64),
        Hurry,
        Begin,
        Saved,
        Failed(u64),
    }
    use Event::*;

    #[test]
    fn when_it_saves() {
        let now = Some(None);
        let at = |milliseconds| Some(Some(milliseconds));
        type Case<'a> = (&'a str, &'a [Event], Option<Option<u64>>);
        let cases: [Case; 16] = [
            ("nothing to save", &[], None),
            ("hurry, with nothing to save", &[Hurry], None),
            (
                "hurry, with nothing to save, long before a key",
                &[Hurry, Key(0)],
                at(250),
            ),
            (
                "hurry during a save that succeeds, before a key",
                &[Key(0), Begin, Hurry, Saved, Key(500)],
                at(750),
            ),
            (
                "hurry during a save that fails",
                &[Key(0), Begin, Hurry, Failed(300)],
                now,
            ),
            ("a pause", &[Key(0)], at(250)),
            ("the last key counts", &[Key(0), Key(200)], at(450)),
            (
                "typing on without a pause",
                &[Key(0), Key(240), Key(480), Key(720), Key(960)],
                at(1_000),
            ),
            ("at once", &[Key(0), Hurry], now),
            ("saved", &[Key(0), Begin, Saved], None),
            (
                "a key during the save",
                &[Key(0), Begin, Key(260), Saved],
                at(510),
            ),
            (
                "hurry during the save",
                &[Key(0), Begin, Key(260), Hurry, Saved],
                now,
            ),
            ("a failure", &[Key(0), Begin, Failed(300)], at(800)),
            (
                "a second failure",
                &[Key(0), Begin, Failed(300), Begin, Failed(800)],
                at(1_800),
            ),
            (
                "a key does not hasten a retry",
                &[Key(0), Begin, Key(290), Failed(300)],
                at(800),
            ),
            ("a person does", &[Key(0), Begin, Failed(300), Hurry], now),
        ];
        for (name, events, expected) in cases {
            let start = Instant::now();
            let time = |milliseconds| start + Duration::from_millis(milliseconds);
            let mut schedule = Schedule::default();
            for event in events {
                match *event {
                    Key(at) => schedule.changed(time(at)),
                    Hurry => schedule.hurry(),
                    Begin => schedule.begun(),
                    Saved => schedule.saved(),
                    Failed(at) => drop(schedule.failed(time(at))),
                }
            }
            let due = schedule.due().map(|due| match due {
                Due::Now => None,
                Due::At(at) => Some((at - start).as_millis() as u64),
            });
            assert_eq!(due, expected, "{name}");
        }
    }

    #[test]
    fn retries_go_on_for_ever_at_a_bearable_pace() {
        let mut schedule = Schedule::default();
        let now = Instant::now();
        schedule.changed(now);
        let waits: Vec<u64> = (0..100)
            .map(|_| {
                schedule.begun();
                schedule.failed(now).as_millis() as u64
            })
            .collect();
        assert_eq!(waits[..6], [500, 1_000, 2_000, 4_000, 8_000, 10_000]);
        assert!(waits[6..].iter().all(|wait| *wait == 10_000));
        schedule.begun();
        schedule.saved();
        assert!(schedule.is_settled());
        schedule.changed(now);
        schedule.begun();
        assert_eq!(schedule.failed(now), FIRST_RETRY, "a success ends the waiting");
    }

    proptest! {
        #[test]
        fn no_key_waits_longer_than_a_second(pauses in prop::collection::vec(0..400_u64, 1..60)) {
            let start = Instant::now();
            let mut schedule = Schedule::default();
            let (mut now, mut first_unsaved) = (start, None);
            for pause in pauses {
                let next = now + Duration::from_millis(pause);
                if let Some(Due::At(at)) = schedule.due() && at <= next {
                    prop_assert!(at - first_unsaved.unwrap() <= AFTER_FIRST_UNSAVED);
                    schedule.begun();
                    schedule.saved();
                    first_unsaved = None;
                }
                now = next;
                schedule.changed(now);
                first_unsaved.get_or_insert(now);
            }
            prop_assert!(!schedule.is_settled());
        }
    }
}
