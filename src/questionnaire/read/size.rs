//! How large a questionnaire may be. Looked at before the file is parsed, and cheaply.

use super::super::Mistake;
use super::scatter::scattered;
use super::tables::MAX_NODES;
use std::ops::Range;

/// How large a file may be, in bytes.
pub const MAX_FILE_SIZE: usize = 4 << 20;

/// What is too large about a file, and where it becomes so.
pub(super) fn excess(source: &str) -> Option<(Range<usize>, Mistake)> {
    if source.len() > MAX_FILE_SIZE {
        return Some((0..0, Mistake::FileTooLarge { limit: MAX_FILE_SIZE }));
    }
    let mut headers = source
        .match_indices('[')
        .filter(|(at, _)| begins_line(source, *at));
    if let Some((at, _)) = headers.nth(MAX_NODES) {
        return Some((at..at + 1, Mistake::TooManyNodes { limit: MAX_NODES }));
    }
    scattered(source).map(|at| (at..at + 1, Mistake::TooScattered))
}

/// Whether nothing but white space stands before a place on its line.
fn begins_line(source: &str, at: usize) -> bool {
    let before = source.get(..at).unwrap_or_default();
    before
        .trim_end_matches([' ', '\t'])
        .chars()
        .next_back()
        .is_none_or(|last| last == '\n')
}
