//! Drawing. It decides nothing and changes nothing but cells: what stands where is in the layout.

mod calendar;
mod comparison;
mod dialog;
mod field;
mod find;
pub mod home;
mod interview;
mod menu;
mod more;
mod narrowing;
mod table;

use super::app::{App, Notice, Screen};
use super::layout::{self, Layout, SMALLEST, inset};
use super::paint::{Canvas, Sheet};
use ratatui::layout::{Position, Rect};

/// Draws the screen and gives where the cursor belongs.
pub fn draw(app: &App, layout: &Layout, sheet: &mut Sheet) -> Option<Position> {
    let area = sheet.area();
    let mut canvas = Canvas {
        sheet,
        ambiguous: app.looks.ambiguous,
        ellipsis: app.looks.glyphs.ellipsis(),
    };
    let mut cursor = match (layout, &app.screen) {
        (Layout::TooSmall, _) => {
            too_small(app, area, &mut canvas);
            None
        }
        (Layout::Home { body }, Screen::Home(state)) => home::draw(app, state, *body, &mut canvas),
        (Layout::Interview(areas), Screen::Interview(state)) => {
            interview::draw(app, state, areas, &mut canvas)
        }
        _ => None,
    };
    if !matches!(layout, Layout::TooSmall) {
        if let Some(dialog) = app.dialogs.last() {
            cursor = dialog::draw(app, dialog, layout::footer(app, area).0, &mut canvas);
        }
        match &app.notice {
            Some(notice) => draw_notice(app, notice, area, &mut canvas),
            None => draw_footer(app, layout::footer(app, area).1, &mut canvas),
        }
    }
    cursor
}

fn too_small(app: &App, area: Rect, canvas: &mut Canvas) {
    let said = app.looks.locale.too_small(SMALLEST.0, SMALLEST.1);
    for (row, line) in super::paint::wrapped(&said, area.width, canvas.ambiguous)
        .iter()
        .enumerate()
    {
        let y = u16::try_from(row).unwrap_or(u16::MAX);
        if y < area.height {
            canvas.text(area.x, area.y + y, area.width, line, app.looks.theme.text);
        }
    }
}

/// A word to the person, in as many of the lowest rows of a screen as it takes.
fn draw_notice(app: &App, notice: &Notice, screen: Rect, canvas: &mut Canvas) {
    let theme = app.looks.theme;
    let style = if notice.wrong { theme.wrong } else { theme.strong };
    let area = layout::footer(app, screen).1;
    let inside = inset(area);
    let shown = layout::lowest::notice_rows(app, notice, screen.as_size());
    canvas.clear(area);
    for (row, y) in shown.rows.iter().zip(area.top()..area.bottom()) {
        canvas.text(inside.x, y, inside.width, row, style);
    }
}

/// The keys that can be pressed.
fn draw_footer(app: &App, area: Rect, canvas: &mut Canvas) {
    let theme = app.looks.theme;
    for item in app.footer.items() {
        let x = area.x + item.column;
        let taken = canvas.text(x, area.y, item.width, &item.key, theme.strong) + 1;
        canvas.text(
            x + taken,
            area.y,
            item.width.saturating_sub(taken),
            &item.help,
            theme.dim,
        );
    }
}

/// The cursor at a column of a row, inside its area even where the column is behind its end.
fn cursor_in(area: Rect, row: usize, column: usize) -> Position {
    let clamp = |value: usize, most: u16| {
        u16::try_from(value)
            .unwrap_or(u16::MAX)
            .min(most.saturating_sub(1))
    };
    Position {
        x: area.x + clamp(column, area.width),
        y: area.y + clamp(row, area.height),
    }
}
