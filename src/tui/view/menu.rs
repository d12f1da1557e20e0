//! A list to choose from.

use super::super::app::App;
use super::super::layout::dialog::menu as lay_out;
use super::super::menu::{Menu, MenuLine, MenuRow};
use super::super::paint::Canvas;
use super::cursor_in;
use super::dialog::draw_panel;
use crate::text::width::columns;
use ratatui::layout::{Position, Rect};

/// Draws a menu and gives where the cursor belongs: behind what was typed to narrow it.
pub(super) fn draw(app: &App, menu: &Menu, above: Rect, canvas: &mut Canvas) -> Option<Position> {
    let theme = app.looks.theme;
    let title = format!("{}  {}", menu.title, menu.filter());
    let areas = lay_out(menu, above);
    draw_panel(app, &title, &areas.panel, canvas);
    let inside = areas.panel.inside;
    let lines = menu.lines();
    if lines.is_empty() {
        let said = match menu.filter() {
            "" => menu.empty.as_str(),
            _ => app.looks.locale.filter_nothing(),
        };
        canvas.line(Rect { height: 1, ..inside }, said, theme.dim);
    }
    for (line, y) in lines.iter().skip(areas.top).zip(inside.top()..inside.bottom()) {
        let area = Rect {
            y,
            height: 1,
            ..inside
        };
        match line {
            MenuLine::Heading(heading, count) => {
                canvas.line(area, &format!("{heading} {count}"), theme.dim);
            }
            MenuLine::Row(position, row) => draw_row(app, row, *position == menu.selected(), area, canvas),
        }
    }
    Some(cursor_in(areas.panel.title, 0, columns(&title, canvas.ambiguous)))
}

/// A row: its text, and its note at the right, in at least half of the room where it wants that much.
fn draw_row(app: &App, row: &MenuRow, is_selected: bool, area: Rect, canvas: &mut Canvas) {
    let theme = app.looks.theme;
    if is_selected {
        canvas.text(area.x, area.y, 2, app.looks.glyphs.pointer(), theme.accent);
    }
    let line = Rect {
        x: area.x + 2.min(area.width),
        width: area.width.saturating_sub(2),
        ..area
    };
    let wanted = |text: &str| u16::try_from(columns(text, canvas.ambiguous)).unwrap_or(u16::MAX);
    let beside_text = line.width.saturating_sub(wanted(&row.text).saturating_add(2));
    let note_width = wanted(&row.note).min(beside_text.max(line.width / 2));
    let note = Rect {
        x: line.right() - note_width,
        width: note_width,
        ..line
    };
    canvas.line(note, &row.note, theme.dim);
    let gap = if note_width > 0 { 2 } else { 0 };
    let room = Rect {
        width: line.width.saturating_sub(note_width + gap),
        ..line
    };
    canvas.line(
        room,
        &row.text,
        if is_selected { theme.strong } else { theme.text },
    );
}
