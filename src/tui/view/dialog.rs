//! Dialogs: a rule, a title, and what belongs to them, over the lower part of the screen.

use super::super::app::App;
use super::super::dialog::{Confirm, Dialog, Prompt, Reading, Table};
use super::super::editor::{self, EditorStyles};
use super::super::layout::dialog::{self as layout, Panel};
use super::super::layout::top_of;
use super::super::paint::{Canvas, wrapped};
use super::cursor_in;
use crate::text::width::columns;
use ratatui::layout::{Position, Rect};

/// The least columns of a cell in a table.
const NARROWEST_CELL: u16 = 18;

/// Draws a dialog over what is above the footer, and gives where the cursor belongs.
pub(super) fn draw(app: &App, dialog: &Dialog, above: Rect, canvas: &mut Canvas) -> Option<Position> {
    match dialog {
        Dialog::Reading(reading) => {
            draw_reading(app, reading, above, canvas);
            None
        }
        Dialog::Confirm(confirm) => {
            draw_confirm(app, confirm, above, canvas);
            None
        }
        Dialog::Prompt(prompt) => draw_prompt(app, prompt, above, canvas),
        Dialog::Menu(menu) => super::menu::draw(app, menu, above, canvas),
        Dialog::Table(table) => draw_table(app, table, above, canvas),
        Dialog::Find(find) => super::find::draw(app, find, above, canvas),
        Dialog::Comparison(comparison) => {
            super::comparison::draw(app, comparison, above, canvas);
            None
        }
        Dialog::Calendar(calendar) => super::calendar::draw(app, calendar, above, canvas),
    }
}

/// A panel of so many rows at the bottom, emptied, with its rule and its title; gives what is inside.
pub(super) fn panel(app: &App, title: &str, rows: usize, above: Rect, canvas: &mut Canvas) -> Rect {
    let panel = layout::panel(rows, above);
    draw_panel(app, title, &panel, canvas);
    panel.inside
}

/// A panel, emptied, with its rule and its title.
pub(super) fn draw_panel(app: &App, title: &str, panel: &Panel, canvas: &mut Canvas) {
    let area = panel.area;
    canvas.clear(area);
    let rule = app.looks.glyphs.line();
    let mut x = area.x;
    while x < area.right() {
        let taken = canvas.text(x, area.y, area.right() - x, rule, app.looks.theme.dim);
        if taken == 0 {
            break;
        }
        x += taken;
    }
    canvas.line(panel.title, title, app.looks.theme.accent);
}

fn draw_reading(app: &App, reading: &Reading, above: Rect, canvas: &mut Canvas) {
    let inside = panel(app, &reading.title, usize::from(above.height), above, canvas);
    let left = reading
        .rows
        .iter()
        .map(|(left, _)| columns(left, canvas.ambiguous))
        .max()
        .unwrap_or(0);
    let left = u16::try_from(left).unwrap_or(u16::MAX).min(inside.width / 2);
    for ((key, help), y) in reading
        .rows
        .iter()
        .skip(reading.top)
        .zip(inside.top()..inside.bottom())
    {
        canvas.line(
            Rect {
                y,
                height: 1,
                width: left,
                ..inside
            },
            key,
            app.looks.theme.strong,
        );
        let x = inside.x + left + 2;
        let width = inside.right().saturating_sub(x);
        canvas.line(
            Rect {
                x,
                y,
                width,
                height: 1,
            },
            help,
            app.looks.theme.text,
        );
    }
}

fn draw_confirm(app: &App, confirm: &Confirm, above: Rect, canvas: &mut Canvas) {
    let rows = wrapped(&confirm.question, above.width.saturating_sub(2), canvas.ambiguous);
    let inside = panel(app, app.looks.locale.confirm_title(), rows.len(), above, canvas);
    for (row, y) in rows.iter().zip(inside.top()..inside.bottom()) {
        canvas.text(inside.x, y, inside.width, row, app.looks.theme.text);
    }
}

fn draw_prompt(app: &App, prompt: &Prompt, above: Rect, canvas: &mut Canvas) -> Option<Position> {
    let inside = panel(app, &prompt.title, 1, above, canvas);
    let line = Rect {
        height: 1.min(inside.height),
        ..inside
    };
    // Finding what part of a long line is in view is the editor's affair; it is asked on a copy, so that drawing
    // changes nothing.
    let size = editor::Size {
        width: usize::from(line.width),
        height: usize::from(line.height),
        ambiguous: canvas.ambiguous,
    };
    let view = prompt.editor.clone().view(size);
    editor::draw(&view, line, canvas, styles(app));
    view.caret.map(|caret| cursor_in(line, caret.row, caret.column))
}

/// Rows of cells in columns of the same width; on a narrow screen only the columns around the cursor.
fn draw_table(app: &App, table: &Table, above: Rect, canvas: &mut Canvas) -> Option<Position> {
    let theme = app.looks.theme;
    let title = app
        .looks
        .locale
        .pairs_title(table.columns.first().map_or("", |column| column.title.as_str()));
    let inside = panel(app, &title, table.rows.len() + 2, above, canvas);
    let columns = table.columns.len().max(1);
    let fitting = usize::from(inside.width / NARROWEST_CELL).clamp(1, columns);
    let first = table.cursor.1.saturating_sub(fitting - 1);
    let width = inside.width / u16::try_from(fitting).unwrap_or(1).max(1);
    let cell_area = |column: usize, y: u16| {
        let offset = u16::try_from(column - first).unwrap_or(0).saturating_mul(width);
        Rect {
            x: inside.x + offset,
            y,
            width: width.saturating_sub(2),
            height: 1,
        }
    };
    for (column, shown) in table.columns.iter().enumerate().skip(first).take(fitting) {
        canvas.line(cell_area(column, inside.y), &shown.title, theme.dim);
    }
    let body = Rect {
        y: inside.y + 1,
        height: inside.height.saturating_sub(1),
        ..inside
    };
    let top = top_of(table.cursor.0, table.rows.len(), usize::from(body.height));
    let mut cursor = None;
    for ((index, row), y) in table
        .rows
        .iter()
        .enumerate()
        .skip(top)
        .zip(body.top()..body.bottom())
    {
        for (column, cell) in row.iter().enumerate().skip(first).take(fitting) {
            let area = cell_area(column, y);
            let gap = cell.place.is_none();
            let text = if gap {
                app.looks.locale.pairs_gap()
            } else {
                cell.text.as_str()
            };
            let style = if gap || cell.open { theme.wrong } else { theme.text };
            canvas.line(area, text, style);
            if (index, column) == table.cursor {
                canvas.fill(area, theme.selected);
                cursor = Some(Position { x: area.x, y });
            }
        }
    }
    cursor
}

/// How text that is typed is coloured.
pub(super) fn styles(app: &App) -> EditorStyles {
    EditorStyles {
        text: app.looks.theme.text,
        selection: app.looks.theme.selected,
        invisible: app.looks.theme.wrong,
    }
}
