//! What all the kills together have shown.

use std::fmt;
use std::time::Duration;

use super::life::Life;
use super::typist::Rhythm;

pub(super) struct Figures {
    kills: usize,
    keys: usize,
    lost: usize,
    pub(super) median: Duration,
    pub(super) median_stalled: Duration,
    nine_of_ten: Duration,
    worst: Duration,
    worst_stalled: Duration,
    by_rhythm: Vec<(Rhythm, Duration, Duration)>,
}

impl Figures {
    pub(super) fn of(lives: &[Life]) -> Self {
        let share = |mut times: Vec<Duration>, share: f64| {
            times.sort();
            let place = (times.len().saturating_sub(1)) as f64 * share;
            times.get(place.round() as usize).copied().unwrap_or_default()
        };
        let missing = |lives: &mut dyn Iterator<Item = &Life>| -> Vec<Duration> {
            lives
                .filter(|life| life.keys > 0)
                .map(|life| life.missing)
                .collect()
        };
        let all = missing(&mut lives.iter());
        let by_rhythm = [Rhythm::Keys, Rhythm::Phrases, Rhythm::Steady].map(|rhythm| {
            let these = missing(&mut lives.iter().filter(|life| life.rhythm == rhythm));
            (rhythm, share(these.clone(), 0.5), share(these, 1.0))
        });
        Self {
            kills: lives.len(),
            keys: lives.iter().map(|life| life.keys).sum(),
            lost: lives.iter().map(|life| life.lost).sum(),
            median: share(all.clone(), 0.5),
            median_stalled: share(lives.iter().map(|life| life.stalled).collect(), 0.5),
            nine_of_ten: share(all.clone(), 0.9),
            worst: share(all, 1.0),
            worst_stalled: share(lives.iter().map(|life| life.stalled).collect(), 1.0),
            by_rhythm: by_rhythm.into(),
        }
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} kills in {} keys: no answer changed or lost, no session unreadable; typing missing: median {} ms, nine \
             of ten {} ms, worst {} ms ({} keys in all; machine stalled for at most {} ms of it)",
            self.kills,
            self.keys,
            self.median.as_millis(),
            self.nine_of_ten.as_millis(),
            self.worst.as_millis(),
            self.lost,
            self.worst_stalled.as_millis(),
        )?;
        for (rhythm, median, worst) in &self.by_rhythm {
            write!(f, "; {rhythm:?} {}/{} ms", median.as_millis(), worst.as_millis())?;
        }
        Ok(())
    }
}
