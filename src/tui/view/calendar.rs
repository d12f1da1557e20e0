//! The calendar, over the lower part of the screen.

use super::super::app::{App, Looks};
use super::super::field::{Calendar, CalendarCell};
use super::super::layout::dialog::calendar as lay_out;
use super::super::paint::Canvas;
use super::dialog::draw_panel;
use crate::messages::Locale;
use crate::questionnaire::{Language, PartialDate};
use crate::text::width::columns;
use ratatui::layout::{Position, Rect};

/// Draws a calendar and gives where the cursor belongs.
pub(super) fn draw(app: &App, calendar: &Calendar, above: Rect, canvas: &mut Canvas) -> Option<Position> {
    let (theme, locale) = (app.looks.theme, app.looks.locale);
    let areas = lay_out(calendar, above);
    draw_panel(app, &title(calendar, &app.looks), &areas.panel, canvas);
    for (name, area) in locale.calendar_weekdays().split(' ').zip(&areas.names) {
        right(canvas, *area, name, theme.dim);
    }
    let mut cursor = None;
    for (area, cell) in &areas.cells {
        let style = match cell {
            CalendarCell {
                is_welcome: false, ..
            } => theme.dim,
            CalendarCell { is_today: true, .. } => theme.strong,
            _ => theme.text,
        };
        let taken = right(canvas, *area, &name(cell.date, locale), style);
        if cell.is_cursor {
            let written = Rect {
                x: area.right().saturating_sub(taken),
                width: taken,
                ..*area
            };
            canvas.fill(written.intersection(areas.panel.inside), theme.selected);
            cursor = Some(Position {
                x: written.x,
                y: written.y,
            });
        }
    }
    cursor
}

/// Writes at the right edge of a cell, and gives the columns that it took.
fn right(canvas: &mut Canvas, cell: Rect, text: &str, style: ratatui::style::Style) -> u16 {
    let area = Rect {
        width: cell
            .width
            .max(u16::try_from(columns(text, canvas.ambiguous)).unwrap_or(cell.width)),
        ..cell
    };
    canvas.right(area, text, style)
}

fn title(calendar: &Calendar, looks: &Looks) -> String {
    let language = Language::of(looks.locale);
    let (first, last) = calendar.title();
    let shown = |date: Option<PartialDate>| date.map(|date| language.format_date(date)).unwrap_or_default();
    match last {
        Some(_) => format!("{} {} {}", shown(first), looks.glyphs.to(), shown(last)),
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
