//! Putting a [`View`] on the screen.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{View, VisibleRow};
use crate::tui::paint::Canvas;

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
pub fn draw(view: &View, area: Rect, canvas: &mut Canvas, styles: EditorStyles) {
    let area = area.intersection(canvas.sheet.area());
    for (row, y) in view.rows.iter().zip(area.top()..area.bottom()) {
        draw_row(row, Rect { y, height: 1, ..area }, canvas, styles);
    }
}

fn draw_row(row: &VisibleRow, line: Rect, canvas: &mut Canvas, styles: EditorStyles) {
    let selected = styles.text.patch(styles.selection);
    let mut x = line.x;
    let mut put = |text: &str, style: Style| {
        let room = line.right().saturating_sub(x);
        x += canvas.marked_text(x, line.y, room, text, [style, styles.invisible]);
    };
    match row.selection.clone() {
        None => put(&row.text, styles.text),
        Some(range) => {
            let parts = [0..range.start, range.clone(), range.end..row.text.len()];
            for (part, style) in parts.into_iter().zip([styles.text, selected, styles.text]) {
                put(row.text.get(part).unwrap_or_default(), style);
            }
        }
    }
    if row.selects_paragraph_end {
        put(" ", selected);
    }
}
