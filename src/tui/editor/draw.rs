//! Putting a [`View`] on the screen.

use std::borrow::Cow;
use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::{View, VisibleRow};
use crate::text::sanitise::visible_cluster;
use crate::text::width::cluster_columns;
use crate::text::{AmbiguousWidth, cluster_indices, clusters};

/// How an editor is coloured.
#[derive(Debug, Clone, Copy, Default)]
pub struct EditorStyles {
    /// The text.
    pub text: Style,
    /// What is selected, on top of the above.
    pub selection: Style,
    /// What stands for a character that cannot be seen, on top of both.
    pub invisible: Style,
}

/// Draws the rows of a view from the upper left corner of an area. Whatever does not fit is left out.
///
/// Each cluster is drawn at the column that the view has counted, whatever the terminal makes of the clusters
/// before it. The caret is not drawn: the real cursor of the terminal belongs at [`View::caret`].
pub fn draw(view: &View, area: Rect, buffer: &mut Buffer, styles: EditorStyles) {
    let area = area.intersection(buffer.area);
    for (row, y) in view.rows.iter().zip(area.top()..area.bottom()) {
        draw_row(row, Line { buffer, area, y }, view.size.ambiguous, styles);
    }
}

/// The line of the screen that a row goes to.
struct Line<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
    y: u16,
}

impl Line<'_> {
    /// Puts one cluster at a column of the area, if all of it fits.
    fn put(&mut self, column: usize, symbol: &str, columns: usize, style: Style) {
        let (Ok(column), Ok(columns)) = (u16::try_from(column), u16::try_from(columns)) else {
            return;
        };
        if column.saturating_add(columns) > self.area.width {
            return;
        }
        let x = self.area.x + column;
        for x in x..x + columns {
            if let Some(cell) = self.buffer.cell_mut(Position { x, y: self.y }) {
                cell.reset();
                cell.set_style(style);
            }
        }
        if let Some(cell) = self.buffer.cell_mut(Position { x, y: self.y }) {
            cell.set_symbol(symbol);
            // The terminal may take other columns for it than ratatui believes.
            if let (true, Some(columns)) = (symbol.width() != usize::from(columns), NonZeroU16::new(columns))
            {
                cell.set_diff_option(CellDiffOption::ForcedWidth(columns));
            }
        }
    }
}

fn draw_row(row: &VisibleRow, mut line: Line, ambiguous: AmbiguousWidth, styles: EditorStyles) {
    let mut column = 0;
    for (at, cluster) in cluster_indices(&row.text) {
        let is_selected = row.selection.as_ref().is_some_and(|range| range.contains(&at));
        let style = if is_selected {
            styles.text.patch(styles.selection)
        } else {
            styles.text
        };
        match visible_cluster(cluster) {
            Cow::Borrowed(shown) => {
                let columns = cluster_columns(shown, ambiguous);
                line.put(column, shown, columns, style);
                column += columns;
            }
            Cow::Owned(shown) => {
                let style = if shown.trim().is_empty() {
                    style
                } else {
                    style.patch(styles.invisible)
                };
                for shown in clusters(&shown) {
                    let columns = cluster_columns(shown, ambiguous);
                    line.put(column, shown, columns, style);
                    column += columns;
                }
            }
        }
    }
    if row.selects_paragraph_end {
        line.put(column, " ", 1, styles.text.patch(styles.selection));
    }
}
