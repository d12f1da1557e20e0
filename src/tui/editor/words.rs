//! Words, as word motions and deletions see them.
//!
//! A word is a run of one kind: of Han characters, kana and hangul, or of other letters and digits (with an
//! inner mark: `3.5`, `don’t`). Marks and spaces part words and belong to none. So in Chinese, where words
//! stand without spaces, a “word” is a clause up to the next mark: coarse, but always what a writer can
//! foresee, which no division by dictionary is.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::width::{AmbiguousWidth, cluster_columns};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Wide,
    Narrow,
    Other,
}

/// The start of the word before this byte; 0 if there is none.
pub(super) fn start_before(text: &str, byte: usize) -> usize {
    let before = text.get(..byte).unwrap_or(text);
    let mut run = None;
    let mut start = 0;
    let mut clusters = before.grapheme_indices(true).rev().peekable();
    while let Some((at, cluster)) = clusters.next() {
        let next_is_narrow = clusters
            .peek()
            .is_some_and(|(_, next)| kind(next) == Kind::Narrow);
        match (run, kind(cluster)) {
            (None, Kind::Other) => {}
            (None, found) => run = Some(found),
            (Some(run), found) if run == found => {}
            (Some(Kind::Narrow), _) if next_is_narrow && joins(cluster) => {}
            (Some(_), _) => return start,
        }
        start = at;
    }
    0
}

/// The end of the word after this byte; the end of the text if there is none.
pub(super) fn end_after(text: &str, byte: usize) -> usize {
    let mut run = None;
    let mut clusters = text
        .get(byte..)
        .unwrap_or_default()
        .grapheme_indices(true)
        .peekable();
    while let Some((at, cluster)) = clusters.next() {
        let next_is_narrow = clusters
            .peek()
            .is_some_and(|(_, next)| kind(next) == Kind::Narrow);
        match (run, kind(cluster)) {
            (None, Kind::Other) => {}
            (None, found) => run = Some(found),
            (Some(run), found) if run == found => {}
            (Some(Kind::Narrow), _) if next_is_narrow && joins(cluster) => {}
            (Some(_), _) => return byte + at,
        }
    }
    text.len()
}

/// The word that a byte stands in or at the edge of; none between marks.
pub(super) fn around(text: &str, byte: usize) -> Option<std::ops::Range<usize>> {
    let is_word = |cluster: &str| kind(cluster) != Kind::Other;
    let (before, after) = text.split_at_checked(byte)?;
    let end = if after.graphemes(true).next().is_some_and(is_word) {
        end_after(text, byte)
    } else if before.graphemes(true).next_back().is_some_and(is_word) {
        byte
    } else {
        return None;
    };
    Some(start_before(text, end)..end)
}

/// The start of the next word after this byte; the end of the text if there is none.
pub(super) fn start_after(text: &str, byte: usize) -> usize {
    let inside = text.get(byte..).unwrap_or_default();
    let stands_in_word = inside
        .graphemes(true)
        .next()
        .is_some_and(|cluster| kind(cluster) != Kind::Other);
    let from = if stands_in_word {
        end_after(text, byte)
    } else {
        byte
    };
    let rest = text.get(from..).unwrap_or_default();
    let start = rest
        .grapheme_indices(true)
        .find(|(_, cluster)| kind(cluster) != Kind::Other);
    start.map_or(text.len(), |(at, _)| from + at)
}

fn kind(cluster: &str) -> Kind {
    match cluster.chars().next() {
        Some(c) if c == '_' || c.is_alphanumeric() => {
            if cluster_columns(cluster, AmbiguousWidth::One) == 2 {
                Kind::Wide
            } else {
                Kind::Narrow
            }
        }
        _ => Kind::Other,
    }
}

fn joins(cluster: &str) -> bool {
    matches!(cluster, "." | "," | "'" | "’")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` marks the stops of a motion through the text.
    fn stops(marked: &str, next: impl Fn(&str, usize) -> usize, from_end: bool) -> String {
        let text = marked.replace('|', "");
        let mut byte = if from_end { text.len() } else { 0 };
        let mut found = Vec::new();
        loop {
            let to = next(&text, byte);
            if to == byte {
                break;
            }
            found.push(to);
            byte = to;
        }
        let mut shown = text.clone();
        found.sort_unstable();
        for at in found.into_iter().rev() {
            shown.insert(at, '|');
        }
        shown
    }

    #[test]
    fn words_start_and_end() {
        let starts_back = [
            "|一是，|学习不够深",
            "|学习不够深，|思考不够细。",
            "|用|PPT|讲",
            "|don’t |stop, |3.5% |of |a.b",
            "|增长|3.5|万元",
            "|a_b-|c",
            "|，。",
            "|カタカナ、|かな",
        ];
        for marked in starts_back {
            assert_eq!(stops(marked, start_before, true), marked);
        }
        let starts_forward = [
            "一是，|学习不够深|",
            "“|学习”，|思考。|",
            "用|PPT|讲|",
            "don’t |stop, |3.5% |of|",
            "，。|",
        ];
        for marked in starts_forward {
            assert_eq!(stops(marked, start_after, false), marked);
        }
        let ends_forward = [
            "一是|，学习不够深|",
            "“学习|”，思考|。|",
            "用|PPT|讲|",
            "don’t| stop|, 3.5|% of|",
            "，。|",
        ];
        for marked in ends_forward {
            assert_eq!(stops(marked, end_after, false), marked);
        }
    }
}
