//! A list to choose from. The selected row is shown whole, the others in one line each.

use super::super::app::App;
use super::super::dialog::{Menu, MenuRow};
use super::super::layout::top_of;
use super::super::paint::{Canvas, wrapped};
use super::cursor_in;
use super::dialog::panel;
use crate::text::fit::truncate;
use crate::text::width::columns;
use ratatui::layout::{Position, Rect};

/// The columns before a row, for the mark of the selected one.
const MARK: u16 = 2;

/// Draws a menu and gives where the cursor belongs: behind what was typed to narrow it.
pub(super) fn draw(app: &App, menu: &Menu, above: Rect, canvas: &mut Canvas) -> Option<Position> {
    let theme = app.looks.theme;
    let shown: Vec<&MenuRow> = menu.shown().collect();
    let title = format!("{}  {}", menu.title, menu.filter);
    let width = above.width.saturating_sub(2);
    let said = wrapped(&menu.said, width, canvas.ambiguous);
    let selected = shown
        .get(menu.selected)
        .map(|row| whole(row, width.saturating_sub(MARK), canvas))
        .unwrap_or_default();
    let most = usize::from(above.height) * 3 / 4;
    let list = shown.len() + selected.len().saturating_sub(1);
    let rows = said.len() + list.max(1);
    let inside = panel(app, &title, rows.clamp(1, most), above, canvas);
    let filter = cursor_in(
        Rect {
            y: inside.y.saturating_sub(1),
            height: 1,
            ..inside
        },
        0,
        columns(&title, canvas.ambiguous),
    );
    // The list keeps at least a row.
    let heard = said
        .len()
        .min(usize::from(inside.height).saturating_sub(1 + selected.len()));
    let mut y = inside.y;
    for line in said.iter().take(heard) {
        canvas.text(inside.x, y, inside.width, line, theme.text);
        y += 1;
    }
    let area = Rect {
        y,
        height: inside.bottom().saturating_sub(y),
        ..inside
    };
    if shown.is_empty() {
        canvas.line(Rect { height: 1, ..area }, &menu.empty, theme.dim);
    }
    let room = usize::from(area.height).saturating_sub(selected.len().saturating_sub(1));
    let top = top_of(menu.selected, shown.len(), room.max(1));
    let mut y = area.y;
    for (index, row) in shown.iter().enumerate().skip(top) {
        if y >= area.bottom() {
            break;
        }
        let line = Rect {
            x: area.x + MARK.min(area.width),
            y,
            width: area.width.saturating_sub(MARK),
            height: 1,
        };
        if index != menu.selected {
            draw_row(app, row, line, canvas);
            y += 1;
            continue;
        }
        canvas.text(area.x, y, MARK, app.looks.glyphs.pointer(), theme.accent);
        if selected.len() == 1 {
            canvas.right(line, &row.note, theme.dim);
        }
        for (is_note, text) in &selected {
            if y >= area.bottom() {
                break;
            }
            let style = if *is_note { theme.dim } else { theme.strong };
            canvas.text(line.x, y, line.width, text, style);
            y += 1;
        }
    }
    Some(filter)
}

/// The rows of a row that is shown whole: one with its note at the right where both fit, else the text's and the note's.
/// Each says whether it is of the note.
fn whole(row: &MenuRow, width: u16, canvas: &Canvas) -> Vec<(bool, String)> {
    let taken = |text: &str| columns(text, canvas.ambiguous);
    let gap = if row.note.is_empty() { 0 } else { 2 };
    if taken(&row.text) + gap + taken(&row.note) <= usize::from(width) {
        return vec![(false, row.text.clone())];
    }
    let rows = |is_note: bool, text: &str| {
        let rows = wrapped(text, width, canvas.ambiguous).into_iter();
        rows.map(move |row| (is_note, row)).collect::<Vec<_>>()
    };
    [rows(false, &row.text), rows(true, &row.note)].concat()
}

/// A row in one line: its text, and its note at the right in at most half of the room.
fn draw_row(app: &App, row: &MenuRow, line: Rect, canvas: &mut Canvas) {
    let theme = app.looks.theme;
    let note_room = Rect {
        x: line.x + line.width / 2,
        width: line.width - line.width / 2,
        ..line
    };
    let note = truncate(&row.note, usize::from(note_room.width), canvas.ambiguous, "…");
    let note = canvas.right(note_room, &note, theme.dim);
    let room = Rect {
        width: line.width.saturating_sub(note + 2),
        ..line
    };
    canvas.line(room, &row.text, theme.text);
}
