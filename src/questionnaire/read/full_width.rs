//! Full-width marks where TOML has its own: an input method that is left on writes them, and they are hard to see.

use super::super::Mistake;
use std::ops::Range;

/// Full-width marks, and those of TOML that they look like.
const MARKS: [(char, char); 18] = [
    ('＝', '='),
    ('［', '['),
    ('］', ']'),
    ('【', '['),
    ('】', ']'),
    ('｛', '{'),
    ('｝', '}'),
    ('，', ','),
    ('．', '.'),
    ('＃', '#'),
    ('“', '"'),
    ('”', '"'),
    ('＂', '"'),
    ('‘', '\''),
    ('’', '\''),
    ('＇', '\''),
    ('－', '-'),
    ('＿', '_'),
];

/// What the parser says where a string or a remark is wrong inside, in which every mark may stand.
const INSIDE: [&str; 8] = [
    "invalid basic string",
    "invalid literal string",
    "invalid multi-line",
    "invalid string",
    "missing escaped value",
    "too few unicode value digits",
    "invalid comment character",
    "carriage return",
];

/// The first full-width mark outside of strings and remarks in the line of an error, if the error may come from it.
pub(super) fn mark(detail: &str, source: &str, at: usize) -> Option<(Range<usize>, Mistake)> {
    if INSIDE.iter().any(|inside| detail.starts_with(inside)) {
        return None;
    }
    // That a text wants straight quotation marks is said there.
    let is_unquoted = detail.starts_with("string values must be quoted");
    let (before, behind) = source.split_at_checked(at)?;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let end = behind.find('\n').map_or(source.len(), |end| at + end);
    let line = source.get(start..end)?;
    let mut quote = None;
    let mut is_escaped = false;
    for (offset, c) in line.char_indices() {
        match quote {
            Some(_) if is_escaped => is_escaped = false,
            Some('"') if c == '\\' => is_escaped = true,
            Some(open) if open == c => quote = None,
            Some(_) => {}
            None if c == '#' => return None,
            None if matches!(c, '"' | '\'') => quote = Some(c),
            None => {
                let found = MARKS.into_iter().find(|(mark, _)| *mark == c);
                if let Some((mark, meant)) =
                    found.filter(|(_, meant)| !(is_unquoted && matches!(meant, '"' | '\'')))
                {
                    let span = start + offset..start + offset + c.len_utf8();
                    return Some((span, Mistake::FullWidth { mark, meant }));
                }
            }
        }
    }
    None
}
