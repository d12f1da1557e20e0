//! How often the same place was clicked in a row.

use ratatui::layout::Position;

/// The seconds after which a click is a first one again.
const PATIENCE: i64 = 1;

/// The last click, and how many there were with it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clicks {
    last: Option<(Position, i64)>,
    count: usize,
}

impl Clicks {
    /// Another click, at a cell, at a time in seconds. Gives which one in a row it is; after the third comes a first.
    pub fn click(&mut self, at: Position, now: i64) -> usize {
        let goes_on = self
            .last
            .is_some_and(|(last, time)| last == at && (0..=PATIENCE).contains(&(now - time)));
        self.count = match goes_on {
            true => self.count % 3 + 1,
            false => 1,
        };
        self.last = Some((at, now));
        self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clicks_count_at_one_place_and_time() {
        let at = |x| Position { x, y: 3 };
        let mut clicks = Clicks::default();
        for (x, now, count) in [
            (5, 10, 1),
            (5, 10, 2),
            (5, 11, 3),
            (5, 11, 1),
            (6, 11, 1),
            (6, 13, 1),
            (6, 13, 2),
            (6, 12, 1),
        ] {
            assert_eq!(clicks.click(at(x), now), count, "{x} at {now}");
        }
    }
}
