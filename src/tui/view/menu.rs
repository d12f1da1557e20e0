//! A list to choose from. The selected row is shown whole, the others in one line each or, where that is narrow, in two.

use super::super::app::App;
use super::super::layout::dialog::{MENU_MARK, MenuPart, menu as lay_out, row_in};
use super::super::menu::{Menu, MenuRow};
use super::super::paint::Canvas;
use super::dialog::draw_titled;
use super::{cursor_in, inset};
use crate::text::fit::truncate_around;
use crate::text::width::columns;
use ratatui::layout::{Position, Rect};

/// Draws a menu and gives where the cursor belongs: behind what was typed to narrow it.
pub(super) fn draw(app: &App, menu: &Menu, above: Rect, canvas: &mut Canvas) -> Option<Position> {
    let theme = app.looks.theme;
    let areas = lay_out(menu, above, canvas.ambiguous);
    let panel = areas.list.panel;
    draw_titled(app, &areas.title, &panel, canvas);
    if let Some((place, of)) = areas.place {
        let rule = Rect {
            height: 1,
            ..panel.area
        };
        canvas.right(inset(rule), &format!(" {place}/{of} "), theme.dim);
    }
    for (line, y) in areas.said.iter().zip(panel.inside.top()..) {
        canvas.text(panel.inside.x, y, panel.inside.width, line, theme.text);
    }
    let list = areas.list.rows;
    if areas.rows.is_empty() && !menu.filter().is_empty() {
        let line = list.intersection(Rect { height: 1, ..list });
        canvas.line(line, app.looks.locale.filter_nothing(), theme.dim);
    }
    let mut before = None;
    for (part, y) in areas
        .rows
        .iter()
        .skip(areas.list.top)
        .zip(list.top()..list.bottom())
    {
        let line = Rect { y, height: 1, ..list };
        let row = row_in(line, areas.is_longer);
        let is_selected = part.row() == Some(menu.selected());
        if is_selected && before != part.row() {
            canvas.text(line.x, y, MENU_MARK, app.looks.glyphs.pointer(), theme.accent);
        }
        before = part.row();
        match part {
            MenuPart::Heading(heading, count) => {
                canvas.line(line, &format!("{heading} {count}"), theme.dim);
            }
            MenuPart::Row(_, found) => draw_row(app, found, is_selected, row, canvas),
            MenuPart::Text(_, text) => {
                let width = usize::from(row.width);
                let text = truncate_around(text, width, canvas.ambiguous, canvas.ellipsis);
                canvas.text(row.x, y, row.width, &text, theme.text);
            }
            MenuPart::Note(_, note) => {
                canvas.line(row, note, theme.dim);
            }
            MenuPart::Piece(_, text, is_note) => {
                let style = if *is_note { theme.dim } else { theme.strong };
                canvas.text(row.x, y, row.width, text, style);
            }
        }
    }
    super::more::draw(app, areas.list.more(), list, canvas);
    Some(cursor_in(
        panel.title,
        areas.title.len().saturating_sub(1),
        areas.typed_to,
    ))
}

/// A row in one line: its text, and its note at the right, in half of the room or what the text leaves of it.
fn draw_row(app: &App, row: &MenuRow, is_selected: bool, line: Rect, canvas: &mut Canvas) {
    let theme = app.looks.theme;
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
    let style = if is_selected { theme.strong } else { theme.text };
    let width = usize::from(room.width);
    let text = truncate_around(&row.text, width, canvas.ambiguous, canvas.ellipsis);
    canvas.text(room.x, room.y, room.width, &text, style);
}
