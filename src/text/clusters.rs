//! A text's grapheme clusters one after another, quickly where it is plain: Chinese prose is looked through from its
//! start to its end for each frame, and the tables of Unicode cost more than all else that is done with it.

use unicode_segmentation::UnicodeSegmentation;

/// The clusters of a text from its start on.
///
/// As [`UnicodeSegmentation::graphemes`] with extended clusters; a property holds the two together.
pub fn clusters(text: &str) -> impl Iterator<Item = &str> {
    cluster_indices(text).map(|(_, cluster)| cluster)
}

/// [`clusters`], each with the byte at which it starts.
pub fn cluster_indices(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let cluster = if let Some(first) = plain(rest.as_bytes()) {
            rest.get(..first)?
        } else {
            // A cluster ended here, so nothing before it has a say in where the next one ends.
            rest.graphemes(true).next()?
        };
        let found = (at, cluster);
        at += cluster.len();
        Some(found)
    })
}

/// The bytes of the first character, where it and the one behind it [stand alone](stands_alone).
fn plain(text: &[u8]) -> Option<usize> {
    let first = alone(text)?;
    let rest = text.get(first..)?;
    (rest.is_empty() || alone(rest).is_some()).then_some(first)
}

/// The bytes of the first character, where it stands alone. Han characters and ASCII are told by their bytes.
fn alone(text: &[u8]) -> Option<usize> {
    match text {
        [b' '..=b'~', ..] => Some(1),
        [0xe5..=0xe9, ..] | [0xe4, 0xb8..=0xbf, ..] => Some(3),
        [0xe2..=0xe3 | 0xef, ..] => {
            let first = text.get(..3).and_then(|first| std::str::from_utf8(first).ok())?;
            first.chars().next().is_some_and(stands_alone).then_some(3)
        }
        _ => None,
    }
}

/// Whether the character neither joins what is before it nor is joined by another of its like: the tables of Unicode
/// have no rule for it. What most of a text is made of, not all that this holds for.
fn stands_alone(c: char) -> bool {
    matches!(
        c,
        ' '..='~'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{3000}'..='\u{3029}'
            | '\u{3041}'..='\u{3096}'
            | '\u{30a0}'..='\u{30ff}'
            | '\u{ff01}'..='\u{ff5e}'
            | '\u{2010}'..='\u{2027}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::arbitrary::nasty_text;
    use proptest::prelude::*;

    #[test]
    fn what_stands_alone_is_told_by_its_bytes() {
        for c in '\0'..=char::MAX {
            let found = alone(format!("{c}").as_bytes());
            assert_eq!(found, stands_alone(c).then_some(c.len_utf8()), "{c:?}");
        }
    }

    #[test]
    fn what_stands_alone_does() {
        let alone: Vec<char> = ('\0'..=char::MAX).filter(|c| stands_alone(*c)).collect();
        let all: String = alone.iter().flat_map(|c| [*c, 'a', *c, '中', *c]).collect();
        assert!(all.graphemes(true).all(|cluster| cluster.chars().count() == 1));
    }

    proptest! {
        #[test]
        fn clusters_are_those_of_the_tables(text in nasty_text()) {
            let found: Vec<_> = cluster_indices(&text).collect();
            let expected: Vec<_> = text.grapheme_indices(true).collect();
            prop_assert_eq!(found, expected);
            prop_assert_eq!(clusters(&text).collect::<String>(), text);
        }
    }
}
