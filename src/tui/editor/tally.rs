//! The length of the text, kept by paragraph: a key counts again only the paragraph that it changed.

use super::Position;
use crate::text::{CountBy, count};

#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    by: Option<CountBy>,
    /// The length of each paragraph, where it is known.
    lengths: Vec<Option<usize>>,
}

impl Tally {
    /// The text between two places has changed; it ended at `old_end` and ends at `new_end` now.
    pub(super) fn text_changed(&mut self, start: Position, old_end: Position, new_end: Position) {
        let first = start.paragraph.min(self.lengths.len());
        let last = (old_end.paragraph + 1).clamp(first, self.lengths.len());
        let changed = new_end.paragraph.saturating_sub(start.paragraph) + 1;
        self.lengths.splice(first..last, vec![None; changed]);
    }

    pub(super) fn count(&mut self, paragraphs: &[String], by: CountBy) -> usize {
        if self.by != Some(by) {
            self.by = Some(by);
            self.lengths.clear();
        }
        self.lengths.resize(paragraphs.len(), None);
        let lengths = self.lengths.iter_mut().zip(paragraphs);
        lengths
            .map(|(length, text)| *length.get_or_insert_with(|| count(text, by)))
            .sum()
    }
}
