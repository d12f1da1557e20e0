//! The table of what belongs together.

use super::super::app::App;
use super::super::layout::dialog::table as lay_out;
use super::super::paint::Canvas;
use super::super::table::{Cell, Entry, Table};
use super::dialog::draw_panel;
use super::narrowing;
use ratatui::layout::{Position, Rect};

/// The columns before what stands in a cell, for its mark.
const MARK: u16 = 2;

/// Draws the columns that fit and gives where the cursor belongs: behind what narrows the table, else on a cell.
pub(super) fn draw(app: &App, table: &Table, above: Rect, canvas: &mut Canvas) -> Option<Position> {
    let (theme, locale) = (app.looks.theme, app.looks.locale);
    let areas = lay_out(table, above);
    let own = table.columns.first().map_or("", |column| column.title.as_str());
    draw_panel(app, &locale.pairs_title(own), &areas.panel, canvas);
    let mut cursor = None;
    for (column, area) in &areas.titles {
        if let Some(column) = table.columns.get(*column) {
            canvas.line(*area, &column.title, theme.dim);
        }
    }
    let rows: Vec<&[Cell]> = table.rows().collect();
    for (at, area) in &areas.cells {
        let Some(cell) = rows.get(at.row).and_then(|row| row.get(at.column)) else {
            continue;
        };
        let is_unlinked = rows.get(at.row).is_some_and(|row| is_unlinked(row));
        // Of what is linked to nothing, that is what is missing, and nothing else.
        if !cell.is_empty() || at.column == 0 || !is_unlinked {
            draw_entry(app, cell.get(at.nth), *area, canvas);
        }
        if *at == table.cursor {
            canvas.fill(*area, theme.selected);
            cursor = Some(Position { x: area.x, y: area.y });
        }
    }
    super::more::draw(app, areas.more, areas.body, canvas);
    super::more::draw_beside(app, areas.columns_more, areas.titles_row, canvas);
    if let (true, None, Some((_, title))) = (rows.is_empty(), table.filter(), areas.titles.first()) {
        let below = Rect {
            y: title.y + 1,
            ..*title
        };
        canvas.line(
            below.intersection(areas.panel.inside),
            locale.pairs_empty(),
            theme.dim,
        );
    }
    match (table.filter(), areas.filter) {
        (Some(typed), Some(area)) => {
            let nothing_fits = rows.is_empty().then_some(locale.filter_nothing());
            Some(narrowing::draw(app, typed, nothing_fits, area, canvas))
        }
        _ => cursor,
    }
}

/// Whether a row is that of what is linked to nothing.
fn is_unlinked(row: &[Cell]) -> bool {
    row.first().is_some_and(Vec::is_empty)
}

fn draw_entry(app: &App, entry: Option<&Entry>, area: Rect, canvas: &mut Canvas) {
    let theme = app.looks.theme;
    let room = Rect {
        x: area.x + MARK,
        width: area.width.saturating_sub(MARK),
        ..area
    };
    let Some(entry) = entry else {
        canvas.line(room, app.looks.locale.pairs_gap(), theme.wrong);
        return;
    };
    canvas.text(area.x, area.y, MARK, app.looks.glyphs.mark(entry.mark), theme.dim);
    canvas.line(room, &entry.text, theme.text);
}
