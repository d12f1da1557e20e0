//! The line in which is typed what narrows a list.

use super::super::app::App;
use super::super::paint::Canvas;
use super::cursor_in;
use ratatui::layout::{Position, Rect};

/// Draws what was typed and, where nothing fits it, what is to be said of that; gives where the cursor belongs, as an
/// input method opens its window where the next letter goes.
pub(super) fn draw(
    app: &App,
    typed: &str,
    nothing_fits: Option<&str>,
    area: Rect,
    canvas: &mut Canvas,
) -> Position {
    let (theme, locale) = (app.looks.theme, app.looks.locale);
    let label = canvas.text(area.x, area.y, area.width, locale.filter_line(), theme.dim);
    let room = area.width.saturating_sub(label);
    let taken = label + canvas.text(area.x + label, area.y, room, typed, theme.strong);
    if let Some(said) = nothing_fits {
        let rest = Rect {
            x: area.x + taken + 2,
            width: area.width.saturating_sub(taken + 2),
            ..area
        };
        canvas.line(rest, said, theme.dim);
    }
    cursor_in(area, 0, usize::from(taken))
}
