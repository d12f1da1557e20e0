//! Two texts to compare.

use super::super::app::App;
use super::super::comparison::{Comparison, GAP, column};
use super::super::layout::dialog as layout;
use super::super::paint::Canvas;
use super::dialog::draw_panel;
use ratatui::layout::Rect;

/// Draws the rows from the top one down.
pub(super) fn draw(app: &App, comparison: &Comparison, above: Rect, canvas: &mut Canvas) {
    let theme = app.looks.theme;
    let rows = comparison.rows(above.width.saturating_sub(2), canvas.ambiguous);
    let areas = layout::text(rows.len(), comparison.top, above);
    draw_panel(app, &comparison.title, &areas.panel, canvas);
    super::more::draw(app, areas.more(), areas.rows, canvas);
    let inside = areas.rows;
    for (row, y) in rows
        .iter()
        .skip(comparison.top)
        .zip(inside.top()..inside.bottom())
    {
        let style = if row.is_heading { theme.dim } else { theme.text };
        match &row.right {
            None => {
                canvas.text(inside.x, y, inside.width, &row.left, style);
            }
            Some(right) => {
                let width = column(inside.width);
                canvas.text(inside.x, y, width, &row.left, style);
                canvas.text(inside.x + width + GAP, y, width, right, style);
                canvas.text(inside.x + width + 1, y, 1, app.looks.glyphs.rule(), theme.dim);
            }
        }
    }
}
