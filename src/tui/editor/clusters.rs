//! Moving from grapheme cluster to grapheme cluster, without reading the text from its start.

use unicode_segmentation::GraphemeCursor;

/// The boundary before this byte.
pub(super) fn before(text: &str, byte: usize) -> Option<usize> {
    GraphemeCursor::new(byte, text.len(), true)
        .prev_boundary(text, 0)
        .ok()
        .flatten()
}

/// The boundary after this byte.
pub(super) fn after(text: &str, byte: usize) -> Option<usize> {
    GraphemeCursor::new(byte, text.len(), true)
        .next_boundary(text, 0)
        .ok()
        .flatten()
}

/// Whether a caret can stand here.
pub(super) fn is_boundary(text: &str, byte: usize) -> bool {
    text.is_char_boundary(byte)
        && GraphemeCursor::new(byte, text.len(), true)
            .is_boundary(text, 0)
            .unwrap_or(false)
}

/// The boundary here, or else the next one.
pub(super) fn at_or_after(text: &str, byte: usize) -> usize {
    let byte = text.ceil_char_boundary(byte);
    if is_boundary(text, byte) {
        byte
    } else {
        after(text, byte).unwrap_or(text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::arbitrary::nasty_text;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    proptest! {
        #[test]
        fn stepping_finds_the_boundaries_of_the_whole_text(text in nasty_text()) {
            let mut all: Vec<_> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            all.push(text.len());
            all.dedup();
            for pair in all.windows(2) {
                prop_assert_eq!(after(&text, pair[0]), Some(pair[1]));
                prop_assert_eq!(before(&text, pair[1]), Some(pair[0]));
            }
            for byte in 0..=text.len() {
                prop_assert_eq!(is_boundary(&text, byte), all.contains(&byte));
                let next = all.iter().copied().find(|at| *at >= byte);
                prop_assert_eq!(Some(at_or_after(&text, byte)), next);
            }
            prop_assert_eq!(before(&text, 0), None);
            prop_assert_eq!(after(&text, text.len()), None);
        }
    }
}
