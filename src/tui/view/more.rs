//! The marks that say that there is more to see out of view.

use super::super::app::App;
use super::super::layout::more::More;
use super::super::paint::Canvas;
use ratatui::layout::Rect;

/// Marks the first and the last of the rows that are shown, in the column at their right, which is free beside every list
/// and every text. In one row the way down comes first.
pub(super) fn draw(app: &App, more: More, rows: Rect, canvas: &mut Canvas) {
    if rows.is_empty() {
        return;
    }
    let glyphs = app.looks.glyphs;
    let mut mark = |y, glyph| canvas.text(rows.right(), y, 1, glyph, app.looks.theme.accent);
    if more.before {
        mark(rows.top(), glyphs.above());
    }
    if more.behind {
        mark(rows.bottom() - 1, glyphs.below());
    }
}

/// Marks the row of the titles of columns, in the columns at both sides, which are free.
pub(super) fn draw_beside(app: &App, more: More, titles: Rect, canvas: &mut Canvas) {
    if titles.is_empty() {
        return;
    }
    let glyphs = app.looks.glyphs;
    let mut mark = |x, glyph| canvas.text(x, titles.y, 1, glyph, app.looks.theme.accent);
    if more.before {
        mark(titles.x.saturating_sub(1), glyphs.to_the_left());
    }
    if more.behind {
        mark(titles.right(), glyphs.pointer());
    }
}
