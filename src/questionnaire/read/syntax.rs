//! What the TOML parser finds.

use super::super::Mistake;
use std::ops::Range;

/// The mistake behind an error of the TOML parser, and its place.
pub(super) fn mistake(error: &toml::de::Error, source: &str) -> (Range<usize>, Mistake) {
    let span = error.span().unwrap_or(0..0);
    let mistake = match error.message() {
        "duplicate key" if is_in_header(source, span.start) => Mistake::DuplicateId,
        "duplicate key" => Mistake::DuplicateAttribute,
        "recursion limit" | "cannot recurse further; max recursion depth met" => Mistake::TooDeep {
            limit: super::tables::MAX_DEPTH,
        },
        message => Mistake::Syntax {
            detail: message.to_owned(),
        },
    };
    (span, mistake)
}

/// Whether a place is in the header of a table.
fn is_in_header(source: &str, at: usize) -> bool {
    let before = source.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.trim_start().starts_with('[')
}
