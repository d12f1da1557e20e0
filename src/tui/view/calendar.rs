//! The calendar, over the lower part of the screen.

use super::super::app::App;
use super::super::field::{Calendar, CalendarCell};
use super::super::paint::Canvas;
use super::dialog::panel;
use crate::messages::Locale;
use crate::questionnaire::date::Precision;
use crate::questionnaire::{Language, PartialDate};
use crate::text::width::columns;
use ratatui::layout::{Position, Rect};

/// The columns of a cell, by what it stands for.
fn cell_columns(precision: Precision) -> u16 {
    match precision {
        Precision::Day => 4,
        Precision::Month | Precision::Year => 7,
    }
}

/// Draws a calendar and gives where the cursor belongs.
pub(super) fn draw(app: &App, calendar: &Calendar, above: Rect, canvas: &mut Canvas) -> Option<Position> {
    let (theme, locale) = (app.looks.theme, app.looks.locale);
    let rows = calendar.rows();
    let has_names = calendar.precision() == Precision::Day;
    let inside = panel(
        app,
        &title(calendar, locale),
        rows.len() + usize::from(has_names),
        above,
        canvas,
    );
    let width = cell_columns(calendar.precision());
    let mut lines = inside.top()..inside.bottom();
    if has_names && let Some(y) = lines.next() {
        for (name, x) in locale.calendar_weekdays().split(' ').zip(cells(inside, width)) {
            right(canvas, x, y, 2, name, theme.dim);
        }
    }
    let mut cursor = None;
    for (row, y) in rows.iter().zip(lines) {
        for (cell, x) in row.iter().zip(cells(inside, width)) {
            let Some(cell) = cell else { continue };
            let style = match cell {
                CalendarCell { is_today: true, .. } => theme.accent,
                CalendarCell {
                    is_welcome: false, ..
                } => theme.dim,
                _ => theme.text,
            };
            let taken = right(canvas, x, y, width - 2, &name(cell.date, locale), style);
            if cell.is_cursor {
                let area = Rect {
                    x: x + width - 2 - taken,
                    y,
                    width: taken,
                    height: 1,
                };
                canvas.fill(area.intersection(inside), theme.selected);
                cursor = Some(Position { x: area.x, y });
            }
        }
    }
    cursor
}

/// The left edges of the cells of a row.
fn cells(area: Rect, width: u16) -> impl Iterator<Item = u16> {
    (area.x..area.right()).step_by(usize::from(width))
}

/// Writes at the right edge of a cell, and gives the columns that it took.
fn right(canvas: &mut Canvas, x: u16, y: u16, width: u16, text: &str, style: ratatui::style::Style) -> u16 {
    let area = Rect {
        x,
        y,
        width: width.max(u16::try_from(columns(text, canvas.ambiguous)).unwrap_or(width)),
        height: 1,
    };
    canvas.right(area, text, style)
}

fn title(calendar: &Calendar, locale: Locale) -> String {
    let language = match locale {
        Locale::Zh => Language::default(),
        Locale::En => Language::from_tag("en").unwrap_or_default(),
    };
    let (first, last) = calendar.title();
    let shown = |date: Option<PartialDate>| date.map(|date| language.format_date(date)).unwrap_or_default();
    match last {
        Some(_) => format!("{} – {}", shown(first), shown(last)),
        None => shown(first),
    }
}

/// What stands in a cell.
fn name(date: PartialDate, locale: Locale) -> String {
    match (date.month(), date.day()) {
        (_, Some(day)) => day.to_string(),
        (Some(month), None) => usize::try_from(month - 1)
            .ok()
            .and_then(|index| locale.calendar_months().split(' ').nth(index))
            .unwrap_or_default()
            .to_owned(),
        (None, None) => date.year().to_string(),
    }
}
