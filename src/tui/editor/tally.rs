//! The length of the text, kept by paragraph and, in a long one, by piece: a key counts again only the piece that it
//! changed.
//!
//! A paragraph may be taken apart between two Han characters, and nowhere else: neither of them has a say in how the
//! other side counts, whatever is counted.

use super::Position;
use crate::text::{CountBy, count};

/// Bytes of a piece at least; some 700 Han characters.
const PIECE: usize = 2048;

#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    by: Option<CountBy>,
    /// The pieces of each paragraph; none where it has not been counted since it came.
    paragraphs: Vec<Vec<Piece>>,
}

/// A part of a paragraph.
#[derive(Debug, Clone, Copy)]
struct Piece {
    bytes: usize,
    /// Its length, where it is known.
    length: Option<usize>,
}

impl Tally {
    /// The text between two places has changed; it ended at `old_end` and ends at `new_end` now.
    pub(super) fn text_changed(&mut self, start: Position, old_end: Position, new_end: Position) {
        let one = start.paragraph == old_end.paragraph && start.paragraph == new_end.paragraph;
        match self.paragraphs.get_mut(start.paragraph) {
            Some(pieces) if one => change(pieces, start.byte, old_end.byte, new_end.byte),
            _ => {
                let first = start.paragraph.min(self.paragraphs.len());
                let last = (old_end.paragraph + 1).clamp(first, self.paragraphs.len());
                let changed = new_end.paragraph.saturating_sub(start.paragraph) + 1;
                self.paragraphs.splice(first..last, vec![Vec::new(); changed]);
            }
        }
    }

    pub(super) fn count(&mut self, paragraphs: &[String], by: CountBy) -> usize {
        if self.by != Some(by) {
            self.by = Some(by);
            self.paragraphs.clear();
        }
        self.paragraphs.resize(paragraphs.len(), Vec::new());
        let known = self.paragraphs.iter_mut().zip(paragraphs);
        known.map(|(pieces, text)| settle(pieces, text, by)).sum()
    }
}

/// Makes one piece, not counted yet, of all that the change touches; those that it only borders on are touched as well.
fn change(pieces: &mut Vec<Piece>, start: usize, old_end: usize, new_end: usize) {
    let mut end = 0;
    let mut touched = None;
    let mut bytes = 0;
    for (index, piece) in pieces.iter().enumerate() {
        let begin = end;
        end += piece.bytes;
        if begin <= old_end && end >= start {
            let (first, _) = touched.unwrap_or((index, index));
            touched = Some((first, index));
            bytes += piece.bytes;
        }
    }
    if let Some((first, last)) = touched {
        let bytes = (bytes + new_end).saturating_sub(old_end);
        let whole = Piece { bytes, length: None };
        pieces.splice(first..=last, [whole]);
    }
}

/// Counts what is not counted yet, and gives the length of the paragraph.
fn settle(pieces: &mut Vec<Piece>, text: &str, by: CountBy) -> usize {
    if pieces.iter().map(|piece| piece.bytes).sum::<usize>() != text.len() || pieces.is_empty() {
        let (bytes, length) = (text.len(), None);
        *pieces = vec![Piece { bytes, length }];
    }
    if pieces.iter().any(|piece| piece.length.is_none()) {
        let mut settled = Vec::with_capacity(pieces.len() + 1);
        let mut begin = 0;
        for piece in pieces.iter() {
            let end = begin + piece.bytes;
            match (piece.length, text.get(begin..end)) {
                (None, Some(part)) => count_apart(part, by, &mut settled),
                _ => settled.push(*piece),
            }
            begin = end;
        }
        *pieces = settled;
    }
    pieces.iter().filter_map(|piece| piece.length).sum()
}

/// Takes a text apart, and counts the parts.
fn count_apart(mut text: &str, by: CountBy, pieces: &mut Vec<Piece>) {
    loop {
        let split = if text.len() < 2 * PIECE {
            None
        } else {
            between_han(text, PIECE)
        };
        let (part, rest) = match split.and_then(|at| text.split_at_checked(at)) {
            Some((part, rest)) => (part, Some(rest)),
            None => (text, None),
        };
        pieces.push(Piece {
            bytes: part.len(),
            length: Some(count(part, by)),
        });
        match rest {
            Some(rest) => text = rest,
            None => return,
        }
    }
}

/// The first byte from `from` on that stands between two Han characters.
fn between_han(text: &str, from: usize) -> Option<usize> {
    let from = text.ceil_char_boundary(from);
    let mut before = false;
    for (at, c) in text.get(from..)?.char_indices() {
        let is_han = matches!(c, '\u{4e00}'..='\u{9fff}');
        if before && is_han {
            return Some(from + at);
        }
        before = is_han;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::arbitrary::nasty_text;
    use crate::tui::editor::Editor;
    use proptest::prelude::*;

    #[test]
    fn a_long_paragraph_is_counted_in_pieces() {
        let text = "调研，“看”实情2次，".repeat(1_000);
        let mut pieces = Vec::new();
        assert_eq!(settle(&mut pieces, &text, CountBy::Zi), count(&text, CountBy::Zi));
        assert!(pieces.len() > 5, "{}", pieces.len());
    }

    proptest! {
        #[test]
        fn the_length_is_that_of_the_whole_after_any_change(
            parts in prop::collection::vec(nasty_text(), 1..4),
            long in 0_usize..3,
            changes in prop::collection::vec((any::<prop::sample::Index>(), nasty_text(), 0_usize..6), 1..8),
        ) {
            let text = parts.join(&"中文，“引”it’s 2次 ".repeat(long * 120));
            for by in [CountBy::Zi, CountBy::Words, CountBy::Characters] {
                let mut editor = Editor::new(&text);
                for (at, inserted, deleted) in &changes {
                    prop_assert_eq!(editor.count(by), count(&editor.text(), by));
                    let paragraph = at.index(editor.paragraphs().len());
                    let byte = at.index(editor.paragraphs().get(paragraph).map_or(0, String::len) + 1);
                    editor.place_caret(Position { paragraph, byte }, false);
                    for _ in 0..*deleted {
                        let _ = editor.delete_back();
                    }
                    let _ = editor.paste(inserted);
                }
                prop_assert_eq!(editor.count(by), count(&editor.text(), by));
            }
        }
    }
}
