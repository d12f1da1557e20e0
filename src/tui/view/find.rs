//! What to find, what to put in its place, and where it was found.

use super::super::app::App;
use super::super::editor::{self, Editor};
use super::super::find::{Find, Hit, Scope};
use super::super::layout::dialog::hits as lay_out;
use super::super::paint::Canvas;
use super::cursor_in;
use super::dialog::{draw_panel, styles};
use ratatui::layout::{Position, Rect};

/// Draws the lines and, where all answers are looked through, the hits; gives where the cursor belongs.
pub(super) fn draw(app: &App, find: &Find, above: Rect, canvas: &mut Canvas) -> Option<Position> {
    let (theme, locale) = (app.looks.theme, app.looks.locale);
    let (title, count) = match (find.scope, find.occurrence) {
        (Scope::Everywhere, _) => (locale.find_everywhere_title(), find.hits.len().to_string()),
        (Scope::Answer, (Some(which), of)) => (locale.find_title(), format!("{which}/{of}")),
        (Scope::Answer, (None, of)) => (locale.find_title(), of.to_string()),
    };
    let areas = lay_out(find, above);
    draw_panel(app, &format!("{title}  {count}"), &areas.panel, canvas);
    let inside = areas.panel.inside;
    let row = |y: u16| Rect {
        y,
        height: 1,
        ..inside
    };
    let mut rows = (inside.top()..inside.bottom()).map(row);
    let mut cursor = None;
    let pattern = Some((locale.find_line(), &find.pattern, !find.on_replacement));
    let replacement = find.replacement.as_ref();
    let replacement = replacement.map(|line| (locale.replacement_line(), line, find.on_replacement));
    for (label, line, has_keys) in pattern.into_iter().chain(replacement) {
        let Some(area) = rows.next() else { break };
        let at = draw_line(app, label, line, area, canvas);
        cursor = if has_keys { at } else { cursor };
    }
    let rows = (areas.rows.top()..areas.rows.bottom()).map(row);
    for ((index, hit), area) in find.hits.iter().enumerate().skip(areas.top).zip(rows) {
        let is_selected = index == find.selected;
        if is_selected {
            canvas.text(area.x, area.y, 2, app.looks.glyphs.pointer(), theme.accent);
        }
        draw_hit(app, hit, is_selected, area, canvas);
    }
    super::more::draw(app, areas.more(), areas.rows, canvas);
    cursor
}

fn draw_line(app: &App, label: &str, line: &Editor, area: Rect, canvas: &mut Canvas) -> Option<Position> {
    let taken = canvas.text(area.x, area.y, area.width, label, app.looks.theme.dim);
    let room = Rect {
        x: area.x + taken,
        width: area.width.saturating_sub(taken),
        ..area
    };
    let size = editor::Size::in_pane(room.width, 1, canvas.ambiguous);
    // A copy is asked what part of a long line is in view, so that drawing changes nothing.
    let view = line.clone().view(size);
    editor::draw(&view, room, canvas, styles(app));
    view.caret.map(|caret| cursor_in(room, caret.row, caret.column))
}

fn draw_hit(app: &App, hit: &Hit, is_selected: bool, area: Rect, canvas: &mut Canvas) {
    let theme = app.looks.theme;
    let title = Rect {
        x: area.x + 2,
        width: (area.width / 3).saturating_sub(2),
        ..area
    };
    canvas.line(
        title,
        &hit.title,
        if is_selected { theme.strong } else { theme.dim },
    );
    let mut x = title.right() + 2;
    for (text, style) in [
        (&hit.before, theme.text),
        (&hit.found, theme.strong),
        (&hit.after, theme.text),
    ] {
        x += canvas.text(x, area.y, area.right().saturating_sub(x), text, style);
    }
}
