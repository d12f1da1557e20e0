//! A source of choices. A property draws a row of numbers; whatever is made from them, smaller and fewer numbers make
//! something simpler, so that a failure shrinks by itself.

use proptest::prelude::*;

/// Numbers to choose by. When they are used up every roll is 0.
#[derive(Debug, Clone)]
pub(super) struct Dice {
    rolls: Vec<u16>,
    at: usize,
}

impl Dice {
    /// A number below `sides`; 0 is the simplest choice.
    pub(super) fn roll(&mut self, sides: usize) -> usize {
        let rolled = self.rolls.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        usize::from(rolled) * sides >> 16
    }

    /// True in so many cases of a hundred.
    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.roll(100) >= 100 - percent
    }

    /// One of several; the first is the simplest.
    pub(super) fn pick<'a, T>(&mut self, among: &'a [T]) -> Option<&'a T> {
        among.get(self.roll(among.len().max(1)))
    }

    /// Whether nothing but zeros would come.
    pub(super) fn is_used_up(&self) -> bool {
        self.at >= self.rolls.len()
    }
}

/// At most so many rolls.
pub(super) fn dice(most: usize) -> impl Strategy<Value = Dice> {
    prop::collection::vec(any::<u16>(), 1..most).prop_map(|rolls| Dice { rolls, at: 0 })
}
