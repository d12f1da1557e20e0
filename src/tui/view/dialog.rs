//! Dialogs: a rule, a title, and what belongs to them, over the lower part of the screen.

use super::super::app::App;
use super::super::dialog::{Confirm, Dialog, Prompt, Reading};
use super::super::editor::{self, EditorStyles};
use super::super::layout::dialog::{self as layout, Panel};
use super::super::paint::{Canvas, wrapped};
use super::super::reading::GAP;
use super::cursor_in;
use ratatui::layout::{Position, Rect};

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
        Dialog::Table(table) => super::table::draw(app, table, above, canvas),
        Dialog::Find(find) => super::find::draw(app, find, above, canvas),
        Dialog::Comparison(comparison) => {
            super::comparison::draw(app, comparison, above, canvas);
            None
        }
        Dialog::Calendar(calendar) => super::calendar::draw(app, calendar, above, canvas),
    }
}

/// A panel, emptied, with its rule and its title.
pub(super) fn draw_panel(app: &App, title: &str, panel: &Panel, canvas: &mut Canvas) {
    draw_titled(app, &[], panel, canvas);
    canvas.line(panel.title, title, app.looks.theme.strong);
}

/// A panel, emptied, with its rule and the rows of its title.
pub(super) fn draw_titled(app: &App, title: &[String], panel: &Panel, canvas: &mut Canvas) {
    let (area, theme) = (panel.area, app.looks.theme);
    canvas.clear(area);
    let rule = app.looks.glyphs.line();
    let mut x = area.x;
    while x < area.right() {
        let taken = canvas.text(x, area.y, area.right() - x, rule, theme.dim);
        if taken == 0 {
            break;
        }
        x += taken;
    }
    let rows = panel.title.top()..panel.title.bottom();
    for (row, y) in title.iter().zip(rows) {
        canvas.text(panel.title.x, y, panel.title.width, row, theme.strong);
    }
}

fn draw_reading(app: &App, reading: &Reading, above: Rect, canvas: &mut Canvas) {
    let shown = reading.rows(above.width.saturating_sub(2), canvas.ambiguous);
    let areas = layout::text(shown.rows.len(), reading.top, above);
    draw_panel(app, &reading.title, &areas.panel, canvas);
    super::more::draw(app, areas.more(), areas.rows, canvas);
    let inside = areas.rows;
    let rows = shown.rows.iter().skip(reading.top);
    for ((beside, text), y) in rows.zip(inside.top()..inside.bottom()) {
        let row = Rect {
            y,
            height: 1,
            ..inside
        };
        let left = Rect {
            width: shown.left.saturating_sub(GAP),
            ..row
        };
        canvas.line(left, beside, app.looks.theme.strong);
        let x = row.x + shown.left;
        let room = row.right().saturating_sub(x);
        canvas.text(x, y, room, text, app.looks.theme.text);
    }
}

fn draw_confirm(app: &App, confirm: &Confirm, above: Rect, canvas: &mut Canvas) {
    let rows = wrapped(&confirm.question, above.width.saturating_sub(2), canvas.ambiguous);
    let panel = layout::panel(rows.len(), above);
    draw_panel(app, app.looks.locale.confirm_title(), &panel, canvas);
    let inside = panel.inside;
    for (row, y) in rows.iter().zip(inside.top()..inside.bottom()) {
        canvas.text(inside.x, y, inside.width, row, app.looks.theme.text);
    }
}

fn draw_prompt(app: &App, prompt: &Prompt, above: Rect, canvas: &mut Canvas) -> Option<Position> {
    let title = wrapped(&prompt.title, above.width.saturating_sub(2), canvas.ambiguous);
    // Finding what part of a long line is in view is the editor's affair; it is asked on a copy, so that drawing
    // changes nothing. A long line is broken into as many rows as there is room for.
    let view = |height: u16| {
        let size = editor::Size::in_pane(above.width.saturating_sub(2), height, canvas.ambiguous);
        prompt.editor.clone().view(size)
    };
    let rows = view(above.height).rows.len().max(1);
    let panel = layout::titled(title.len(), rows, above);
    let inside = panel.inside;
    let view = view(inside.height);
    draw_titled(app, &title, &panel, canvas);
    editor::draw(&view, inside, canvas, styles(app));
    view.caret.map(|caret| cursor_in(inside, caret.row, caret.column))
}

/// How text that is typed is coloured.
pub(super) fn styles(app: &App) -> EditorStyles {
    EditorStyles {
        text: app.looks.theme.text,
        selection: app.looks.theme.selected,
        invisible: app.looks.theme.wrong,
    }
}
