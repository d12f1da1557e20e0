//! Rows of cells in columns.

use crate::text::{AmbiguousWidth, columns, pad, visible};

/// The widest that a cell makes its column; a wider one shifts the rest of its own row only.
const WIDEST: usize = 40;

/// What stands between two columns.
const GAP: &str = "  ";

/// The rows as lines, each column as wide as its widest cell. Cells come from files and answers, so they are made
/// visible.
pub(super) fn aligned(rows: &[Vec<String>], ambiguous: AmbiguousWidth) -> String {
    let mut widths: Vec<usize> = Vec::new();
    for row in rows {
        widths.resize(widths.len().max(row.len()), 0);
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = columns(cell, ambiguous).min(WIDEST).max(*width);
        }
    }
    let line = |row: &Vec<String>| {
        let cells = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| pad(&visible(cell), *width, ambiguous));
        format!("{}\n", cells.collect::<Vec<_>>().join(GAP).trim_end())
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_those_of_the_terminal() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let rows = [row(["a", "自查", "1/2"]), row(["bcd", "x\u{1b}", ""])];
        let expected = "a    自查  1/2\nbcd  x␛\n";
        assert_eq!(aligned(&rows, AmbiguousWidth::One), expected);
        let long = "长".repeat(30);
        let rows = [row([&long, "b", ""]), row(["c", "d", ""])];
        let expected = format!("{long}  b\nc{}  d\n", " ".repeat(39));
        assert_eq!(aligned(&rows, AmbiguousWidth::One), expected);
        assert_eq!(aligned(&[], AmbiguousWidth::One), "");
    }
}
