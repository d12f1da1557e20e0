//! Which earlier states are kept: the near past densely, the far past sparsely.

use std::collections::HashSet;

use super::generations::Generation;

const HOUR: u64 = 3_600;
const DAY: u64 = 24 * HOUR;

/// How generations are thinned with age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thinning {
    /// So many of the newest are kept whatever the clock says: a clock that jumps years ahead, and back again, must
    /// not make this morning's work look old.
    pub newest: usize,
    /// Younger than this, in seconds: every one is kept.
    pub all: u64,
    /// Younger than this: the last one of each hour. Ages in seconds.
    pub hourly: u64,
    /// Younger than this: the last one of each day. Beyond: the last one of each week, for ever.
    pub daily: u64,
    /// All of them together may take this many bytes; beyond, the oldest go first. The newest are kept even so.
    pub bytes: u64,
}

impl Default for Thinning {
    fn default() -> Self {
        Self {
            newest: 8,
            all: HOUR,
            hourly: DAY,
            daily: 30 * DAY,
            bytes: 128 * 1024 * 1024,
        }
    }
}

impl Thinning {
    /// Which of the generations are to go at a time (seconds since 1970). Thinning again takes nothing more away.
    pub fn superfluous(&self, generations: &[Generation], now: u64) -> Vec<Generation> {
        let mut newest_first: Vec<_> = generations.to_vec();
        newest_first.sort_by_key(|generation| std::cmp::Reverse(generation.number));
        let mut periods = HashSet::new();
        let mut bytes: u64 = 0;
        let mut superfluous = Vec::new();
        for (place, generation) in newest_first.into_iter().enumerate() {
            let first_of_its_period = periods.insert(self.period(generation, now));
            let grown = bytes.saturating_add(generation.length);
            if place < self.newest || (first_of_its_period && grown <= self.bytes) {
                bytes = grown;
            } else {
                superfluous.push(generation);
            }
        }
        superfluous
    }

    /// The period that a generation stands for. Periods are those of the calendar (in UTC), not counted back from
    /// now, so that the one which was kept yesterday is the one which is kept today.
    fn period(&self, generation: Generation, now: u64) -> Period {
        // A time in the future is a clock that was wrong: as good as now.
        let age = now.saturating_sub(generation.saved_at);
        if age < self.all {
            Period::Single(generation.number)
        } else if age < self.hourly {
            Period::Hour(generation.saved_at / HOUR)
        } else if age < self.daily {
            Period::Day(generation.saved_at / DAY)
        } else {
            Period::Week(generation.saved_at / (7 * DAY))
        }
    }
}

#[derive(PartialEq, Eq, Hash)]
enum Period {
    Single(u64),
    Hour(u64),
    Day(u64),
    Week(u64),
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A Monday, midnight UTC, long after 1970.
    const NOW: u64 = 1_700_000_000 - 1_700_000_000 % (7 * DAY);

    fn generations(ages: impl IntoIterator<Item = u64>, length: u64) -> Vec<Generation> {
        let mut ages: Vec<u64> = ages.into_iter().collect();
        ages.sort_by_key(|age| std::cmp::Reverse(*age));
        let numbered = ages.into_iter().zip(1..);
        numbered
            .map(|(age, number)| Generation {
                number,
                saved_at: NOW - age,
                length,
            })
            .collect()
    }

    fn kept(thinning: &Thinning, generations: &[Generation], now: u64) -> Vec<Generation> {
        let gone = thinning.superfluous(generations, now);
        generations
            .iter()
            .filter(|generation| !gone.contains(generation))
            .copied()
            .collect()
    }

    #[test]
    fn the_past_thins_out() {
        let thinning = Thinning {
            newest: 0,
            ..Thinning::default()
        };
        // name, one generation every so many seconds, between these ages, so many are kept
        let cases = [
            ("the last hour, whole", 60_usize, 0, HOUR, 60),
            ("the rest of the day, hourly", 60, HOUR, DAY, 23),
            ("the rest of the month, daily", 600, DAY, 30 * DAY, 29),
            ("the half year before, weekly", 3_600, 30 * DAY, 210 * DAY, 26),
        ];
        for (name, every, from, to, expected) in cases {
            let all = generations((from + 1..to).step_by(every), 1);
            assert_eq!(kept(&thinning, &all, NOW).len(), expected, "{name}");
        }
    }

    #[test]
    fn the_size_is_bounded_but_the_newest_stay() {
        let thinning = Thinning {
            newest: 2,
            bytes: 50,
            ..Thinning::default()
        };
        let numbers = |length| -> Vec<u64> {
            let all = generations((0..10).map(|minute| minute * 60), length);
            kept(&thinning, &all, NOW)
                .iter()
                .map(|generation| generation.number)
                .collect()
        };
        assert_eq!(numbers(10), [6, 7, 8, 9, 10]);
        assert_eq!(numbers(1_000), [9, 10]);
    }

    proptest! {
        #[test]
        fn thinning_is_settled_after_once_and_spares_the_newest(
            ages in prop::collection::vec(0..400 * DAY, 0..120),
            jump in 0..1_000 * DAY,
        ) {
            let thinning = Thinning::default();
            let all = generations(ages, 1_000);
            let once = kept(&thinning, &all, NOW + jump);
            prop_assert_eq!(&kept(&thinning, &once, NOW + jump), &once);
            prop_assert!(once.ends_with(&all[all.len().saturating_sub(thinning.newest)..]));
        }

        #[test]
        fn thinning_every_day_leaves_what_thinning_in_the_end_leaves_per_week(
            ages in prop::collection::vec(0..200 * DAY, 1..200),
        ) {
            let thinning = Thinning { newest: 0, ..Thinning::default() };
            let all = generations(ages, 1);
            let mut left = all.clone();
            for day in 0..300 {
                left = kept(&thinning, &left, NOW + day * DAY);
            }
            let weeks = |some: &[Generation]| -> HashSet<u64> {
                some.iter().map(|generation| generation.saved_at / (7 * DAY)).collect()
            };
            prop_assert_eq!(weeks(&left), weeks(&all), "every week that had a state still has one");
        }
    }
}
