//! What the TOML parser finds.

use super::super::Mistake;
use super::super::diagnostic::Mistakes;
use super::full_width;
use std::ops::Range;

/// Reports the errors of the TOML parser.
pub(super) fn report(errors: &[toml::de::Error], source: &str, mistakes: &mut Mistakes) {
    // The attributes of a table that is there already meet those of the first one. That is no mistake of theirs.
    let mut repeated = 0..0;
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let (span, mistake) = mistake(error, source, span);
        match mistake {
            Mistake::DuplicateId => repeated = span.start..next_header(source, span.end),
            Mistake::DuplicateAttribute if repeated.contains(&span.start) => continue,
            _ => {}
        }
        mistakes.report(span, mistake);
    }
}

/// What an error means, and where.
fn mistake(error: &toml::de::Error, source: &str, span: Range<usize>) -> (Range<usize>, Mistake) {
    let mistake = match error.message() {
        "duplicate key" if is_in_header(source, span.start) => Mistake::DuplicateId,
        "duplicate key" => Mistake::DuplicateAttribute,
        "recursion limit" | "cannot recurse further; max recursion depth met" => Mistake::TooDeep {
            limit: super::tables::MAX_DEPTH,
        },
        message => {
            if let Some(found) = full_width::mark(message, source, span.start) {
                return found;
            }
            Mistake::Syntax {
                detail: message.to_owned(),
            }
        }
    };
    (span, mistake)
}

/// Where the table that holds a place ends.
fn next_header(source: &str, from: usize) -> usize {
    let rest = source.get(from..).unwrap_or_default();
    let mut at = from;
    for line in rest.split_inclusive('\n') {
        // The first line is the rest of the header itself.
        if at > from && line.trim_start().starts_with('[') {
            return at;
        }
        at += line.len();
    }
    source.len()
}

/// Whether a place is in the header of a table.
fn is_in_header(source: &str, at: usize) -> bool {
    let before = source.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.trim_start().starts_with('[')
}
