//! How large a questionnaire may be. Looked at before the file is parsed, and cheaply.

use super::super::Mistake;
use super::tables::MAX_NODES;
use crate::text::toml_excess::{Limits, excess};
use std::ops::Range;

/// How large a file may be, in bytes.
pub const MAX_FILE_SIZE: usize = 4 << 20;

/// How much there may be in a file. A hundred words are enough for a question with all its attributes.
const LIMITS: Limits = Limits {
    bytes: MAX_FILE_SIZE,
    tables: MAX_NODES,
    tokens: 100 * MAX_NODES,
};

/// What is too much about a file, and where it becomes so.
pub(super) fn too_much(source: &str) -> Option<(Range<usize>, Mistake)> {
    let (at, excess) = excess(source, LIMITS)?;
    let end = source
        .get(at..)
        .and_then(|rest| rest.chars().next())
        .map_or(at, |c| at + c.len_utf8());
    Some((at..end, excess.into()))
}
