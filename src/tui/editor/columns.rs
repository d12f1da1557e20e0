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

/// The column of a caret at this byte of the row: the one where the next cluster is drawn, or would be.
///
/// Behind a full row that is the column behind the width, which stays free for it. Hanging spaces have none of their
/// own: there the caret is in that one too.
pub(super) fn column_of(row: &str, byte: usize, width: usize, ambiguous: AmbiguousWidth) -> usize {
    let before = places(row, ambiguous).take_while(|(at, _, _)| *at < byte);
    let end = before.last().map_or(0, |(_, start, columns)| start + columns);
    end.min(width)
}

/// The last boundary in the row that is not right of this column.
pub(super) fn byte_at(row: &str, column: usize, ambiguous: AmbiguousWidth) -> usize {
    let mut byte = 0;
    let mut end = 0;
    for (at, start, columns) in places(row, ambiguous) {
        if start > column {
            return byte;
        }
        byte = at;
        end = start + columns;
    }
    if end <= column { row.len() } else { byte }
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
    fn the_caret_is_in_the_column_that_is_drawn_next() {
        let table = [
            ("", 0, 8, 0),
            ("中文", 3, 8, 2),
            ("中文", 6, 8, 4),
            ("中文", 6, 4, 4),
            ("ab", 2, 2, 2),
            ("ab    ", 6, 4, 4),
            ("中", 3, 1, 1),
            ("e\u{301}x", 3, 8, 1),
            ("👨‍👩‍👧x", 18, 8, 2),
            ("\u{202e}x", 3, 20, 8),
            ("\u{202e}x", 3, 4, 4),
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
            // row, column, not right of it, nearest
            ("", 3, 0, 0),
            ("中文", 0, 0, 0),
            ("中文", 1, 0, 3),
            ("中文", 2, 3, 3),
            ("中文", 3, 3, 6),
            ("中文", 4, 6, 6),
            ("中文", 9, 6, 6),
            ("ab", 0, 0, 0),
            ("ab", 1, 1, 1),
            ("ab", 2, 2, 2),
            ("\u{202e}x", 3, 0, 0),
            ("\u{202e}x", 4, 0, 3),
        ];
        for (row, column, floor, nearest) in table {
            assert_eq!(byte_at(row, column, ONE), floor, "{row:?} at {column}");
            assert_eq!(
                byte_clicked(row, column, ONE),
                nearest,
                "{row:?} nearest {column}"
            );
        }
    }
}
