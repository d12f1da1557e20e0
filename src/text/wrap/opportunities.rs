//! Where a row may end: UAX #14, and what Chinese typesetting adds to it.
//!
//! UAX #14 knows `“` and `”` only as quotation marks of unknown direction and keeps both their sides
//! together, so that Chinese prose full of quotes breaks far too early; and it lets a row start with `——`.
//! Here, by GB/T 15834—2011, 5.1:
//!
//! - no row starts with a closing or pausing mark, with `—` or `…` (which keeps `——` and `……` whole), with
//!   `·`, `～` or `／`, not even after a space;
//! - no row ends with an opening mark, not even with a space behind it;
//! - a row may end before `“ ‘` that follow something wide, and after `” ’` that something wide follows;
//! - a row may end before `（ 《` and their like after a letter or digit. (UAX #14 says so as well, in LB30,
//!   but the library does not look at widths.)

use std::iter::Peekable;

use unicode_linebreak::{linebreaks, split_at_safe};

use crate::text::width::{AmbiguousWidth, cluster_columns};

/// Spaces that take no room at the end of a row.
pub(super) const HANGING: [char; 3] = [' ', '\u{3000}', '\t'];

/// Marks that no row starts with.
pub(super) const NEVER_FIRST: &str = "，。、；：？！．）］｝〕〉》」』】〗”’…⋯—―·・‧～－／";

/// Marks that no row ends with.
pub(super) const NEVER_LAST: &str = "“‘（［｛〔〈《「『【〖";

/// Opening marks that are full-width wherever they stand.
pub(super) const WIDE_OPENING: &str = "（［｛〔〈《「『【〖\u{2329}";

/// Whether the cluster is a space that hangs over the edge of a row.
pub(super) fn hangs(cluster: &str) -> bool {
    HANGING
        .iter()
        .any(|space| cluster.strip_prefix(*space).is_some_and(str::is_empty))
}

/// The opportunities of UAX #14 in a paragraph, asked for in ascending order.
pub(super) struct Opportunities<'a> {
    offsets: Peekable<Box<dyn Iterator<Item = usize> + 'a>>,
}

impl<'a> Opportunities<'a> {
    /// Opportunities behind `start`. What stands before can have a say in them (spaces, numbers, flags), so
    /// the reading begins at a point from which on it has none.
    pub(super) fn after(paragraph: &'a str, start: usize) -> Self {
        let safe = paragraph
            .get(..start)
            .map_or(0, |before| split_at_safe(before).0.len());
        let offsets =
            linebreaks(paragraph.get(safe..).unwrap_or_default()).map(move |(offset, _)| safe + offset);
        let offsets: Box<dyn Iterator<Item = usize>> = Box::new(offsets);
        Self {
            offsets: offsets.peekable(),
        }
    }

    /// Whether a line break is allowed at this offset; offsets before it are forgotten.
    pub(super) fn is_at(&mut self, offset: usize) -> bool {
        while self.offsets.next_if(|known| *known < offset).is_some() {}
        self.offsets.peek() == Some(&offset)
    }
}

/// What stands right before a boundary, in the same row.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place<'a> {
    previous: Option<&'a str>,
    /// The same, spaces passed over.
    visible: Option<&'a str>,
}

impl<'a> Place<'a> {
    /// Moves on behind a cluster.
    pub(super) fn pass(&mut self, cluster: &'a str, hangs: bool) {
        self.previous = Some(cluster);
        if !hangs {
            self.visible = Some(cluster);
        }
    }

    /// Whether a row that ended here would break a rule of Chinese typesetting.
    pub(super) fn forbids_break_before(&self, next: &str) -> bool {
        starts_with_one_of(next, NEVER_FIRST)
            || self
                .visible
                .is_some_and(|visible| starts_with_one_of(visible, NEVER_LAST))
    }

    /// Whether a row may end here that breaks none of those rules, given what UAX #14 says.
    pub(super) fn break_before(&self, next: &str, by_standard: bool) -> bool {
        let Some(previous) = self.previous else {
            return by_standard;
        };
        let opens =
            starts_with_one_of(next, "“‘") && (is_wide(previous) || starts_with_one_of(previous, "”’—…"));
        let closes = starts_with_one_of(previous, "”’") && is_wide(next);
        let brackets = starts_with_one_of(next, WIDE_OPENING) && is_letter_or_digit(previous);
        by_standard || opens || closes || brackets
    }
}

fn starts_with_one_of(cluster: &str, marks: &str) -> bool {
    // None of the marks is ASCII or Han, and a text is mostly these.
    if matches!(cluster.as_bytes(), [..=0x7f | 0xe4..=0xe9, ..]) {
        return false;
    }
    cluster.chars().next().is_some_and(|first| marks.contains(first))
}

fn is_letter_or_digit(cluster: &str) -> bool {
    cluster.chars().next().is_some_and(char::is_alphanumeric)
}

fn is_wide(cluster: &str) -> bool {
    cluster_columns(cluster, AmbiguousWidth::One) == 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_found() {
        for marks in [NEVER_FIRST, NEVER_LAST, WIDE_OPENING, "“‘", "”’—…"] {
            let is_found = |mark: char| starts_with_one_of(mark.encode_utf8(&mut [0; 4]), marks);
            assert!(marks.chars().all(is_found), "{marks}");
        }
    }
}
