//! Between the bytes of a row and its columns.

use crate::text::cluster_indices;
use crate::text::width::{AmbiguousWidth, cluster_columns};

/// A row's clusters: where each starts, in bytes and in columns, and how wide it is.
fn places(row: &str, ambiguous: AmbiguousWidth) -> impl Iterator<Item = (usize, usize, usize)> {
    cluster_indices(row).scan(0, move |column, (at, cluster)| {
        let columns = cluster_columns(cluster, ambiguous);
        let start = *column;
        *column += columns;
        Some((at, start, columns))
    })
}

/// The column of a caret at this byte of the row, always within the width.
///
/// What stands behind the last column – hanging spaces, and the end of a full row – has none of its own:
/// there the caret is on the last cluster that has one.
pub(super) fn column_of(row: &str, byte: usize, width: usize, ambiguous: AmbiguousWidth) -> usize {
    let mut last = 0;
    let mut end = 0;
    for (at, start, columns) in places(row, ambiguous) {
        if at >= byte {
            end = start;
            break;
        }
        if start < width {
            last = start;
        }
        end = start + columns;
    }
    if end < width.max(1) { end } else { last }
}

/// The last boundary in the row that is not right of this column. The end of the row counts if `with_end`.
pub(super) fn byte_at(row: &str, column: usize, with_end: bool, ambiguous: AmbiguousWidth) -> usize {
    let mut byte = 0;
    let mut end = 0;
    for (at, start, columns) in places(row, ambiguous) {
        if start > column {
            return byte;
        }
        byte = at;
        end = start + columns;
    }
    if with_end && end <= column {
        row.len()
    } else {
        byte
    }
}

/// The boundary where a click on this column puts the caret: before the cluster that was hit, or behind it if
/// its right half was hit.
pub(super) fn byte_clicked(row: &str, column: usize, ambiguous: AmbiguousWidth) -> usize {
    places(row, ambiguous)
        .find(|(_, start, columns)| column < start + columns.div_ceil(2))
        .map_or(row.len(), |(at, _, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: AmbiguousWidth = AmbiguousWidth::One;

    #[test]
    fn the_caret_has_a_column_within_the_width() {
        let table = [
            ("", 0, 8, 0),
            ("中文", 3, 8, 2),
            ("中文", 6, 8, 4),
            ("中文", 6, 4, 2),
            ("ab", 2, 2, 1),
            ("ab    ", 6, 4, 3),
            ("中", 3, 1, 0),
            ("e\u{301}x", 3, 8, 1),
            ("👨‍👩‍👧x", 18, 8, 2),
            ("\u{202e}x", 3, 20, 8),
            ("\u{202e}x", 3, 4, 0),
        ];
        for (row, byte, width, column) in table {
            assert_eq!(
                column_of(row, byte, width, ONE),
                column,
                "{row:?} at {byte} in {width}"
            );
        }
    }

    #[test]
    fn a_column_has_a_byte() {
        let table = [
            // row, column, not right of it, the same with the end, nearest
            ("", 3, 0, 0, 0),
            ("中文", 0, 0, 0, 0),
            ("中文", 1, 0, 0, 3),
            ("中文", 2, 3, 3, 3),
            ("中文", 3, 3, 3, 6),
            ("中文", 4, 3, 6, 6),
            ("中文", 9, 3, 6, 6),
            ("ab", 0, 0, 0, 0),
            ("ab", 1, 1, 1, 1),
            ("ab", 2, 1, 2, 2),
            ("\u{202e}x", 3, 0, 0, 0),
            ("\u{202e}x", 4, 0, 0, 3),
        ];
        for (row, column, floor, with_end, nearest) in table {
            assert_eq!(byte_at(row, column, false, ONE), floor, "{row:?} at {column}");
            assert_eq!(
                byte_at(row, column, true, ONE),
                with_end,
                "{row:?} at {column} with its end"
            );
            assert_eq!(
                byte_clicked(row, column, ONE),
                nearest,
                "{row:?} nearest {column}"
            );
        }
    }
}
