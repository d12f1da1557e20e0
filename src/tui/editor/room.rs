//! How much a paragraph may still grow, remembered from key to key: to count the characters of a long one takes longer
//! than all else that a key does to it.

use super::Position;
use super::refusal::PARAGRAPH_LIMIT;
use std::ops::Range;

/// The bytes that may surely come into one paragraph. A byte that comes adds one character at most.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Room {
    paragraph: usize,
    bytes: usize,
}

impl Room {
    /// That of a paragraph which was just counted.
    pub(super) fn of(paragraph: usize, characters: usize) -> Self {
        let bytes = PARAGRAPH_LIMIT.saturating_sub(characters);
        Self { paragraph, bytes }
    }

    /// Whether a text may surely come in the place of a range.
    pub(super) fn takes(self, range: &Range<Position>, text: &str) -> bool {
        let is_here = [range.start, range.end]
            .iter()
            .all(|end| end.paragraph == self.paragraph);
        is_here && text.len() <= self.bytes && !text.contains('\n')
    }

    /// The text between two places has changed; it ended at `old_end` and ends at `new_end` now.
    pub(super) fn text_changed(&mut self, start: Position, old_end: Position, new_end: Position) {
        let is_one = start.paragraph == old_end.paragraph && start.paragraph == new_end.paragraph;
        if !is_one {
            *self = Self::default();
        } else if start.paragraph == self.paragraph {
            self.bytes = self.bytes.saturating_sub(new_end.byte - start.byte);
        }
    }
}
