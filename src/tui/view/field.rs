//! The answer: the widget that takes it, and the line below with what is to be said of it.

use super::super::app::App;
use super::super::editor::{self, View};
use super::super::field::{Field, Picker, PickerRow, TextField};
use super::super::interview::Interview;
use super::super::layout::{MARK_COLUMNS, QuestionLayout};
use super::super::paint::Canvas;
use super::super::status::Tone;
use super::cursor_in;
use crate::outline::MASK;
use crate::questionnaire::Kind;
use crate::text::width::columns;
use ratatui::layout::{Position, Rect};
use std::borrow::Cow;

/// Draws the widget and gives where the cursor belongs.
pub(super) fn draw(
    app: &App,
    state: &Interview,
    areas: &QuestionLayout,
    canvas: &mut Canvas,
) -> Option<Position> {
    match &state.field {
        Field::Picker(_) if state.is_veiled() => {
            let line = first_row(areas.field);
            canvas.line(line, MASK, app.looks.theme.dim);
            None
        }
        Field::Text(text) => draw_text(app, state, text, areas, canvas),
        Field::Picker(picker) => draw_picker(app, picker, areas, canvas),
        Field::Another => draw_offer(app, &app.hints.another, areas.field, canvas),
        Field::Missing => draw_offer(app, &app.hints.missing, areas.field, canvas),
        Field::Nothing => None,
    }
}

/// What can be done where something could be added.
fn draw_offer(app: &App, hint: &str, area: Rect, canvas: &mut Canvas) -> Option<Position> {
    for (line, y) in hint.lines().zip(area.top()..area.bottom()) {
        let row = Rect { y, height: 1, ..area };
        canvas.line(row, line, app.looks.theme.dim);
    }
    None
}

fn first_row(area: Rect) -> Rect {
    Rect {
        height: 1.min(area.height),
        ..area
    }
}

fn draw_text(
    app: &App,
    state: &Interview,
    text: &TextField,
    areas: &QuestionLayout,
    canvas: &mut Canvas,
) -> Option<Position> {
    let view = areas.view.as_ref()?;
    let veiled = state.is_veiled().then(|| veiled(view, canvas));
    let view = veiled.as_ref().unwrap_or(view);
    editor::draw(view, areas.field, canvas, super::dialog::styles(app));
    let dim = app.looks.theme.dim;
    let mut width = view
        .rows
        .last()
        .map_or(0, |row| columns(&row.text, canvas.ambiguous));
    // In an empty field stands what is printed if it stays empty, or else the questionnaire's placeholder.
    let default = state.stop().and_then(|(_, item)| item.default.as_ref());
    let placeholder = default
        .map(|default| match state.is_veiled() {
            true => MASK.to_owned(),
            false => default.to_typed(),
        })
        .or_else(|| state.question().and_then(|question| question.placeholder.clone()));
    if let Some(placeholder) = placeholder.filter(|_| text.editor.is_empty()) {
        let line = placeholder.lines().next().unwrap_or_default();
        width = usize::from(canvas.line(first_row(areas.field), line, dim));
    }
    if let Some(Kind::Number { unit: Some(unit), .. }) = state.question().map(|question| &question.kind) {
        let row = view.rows.len().saturating_sub(1);
        // A column stays free for the caret.
        let at = cursor_in(areas.field, row, width + 1);
        if width + 1 + columns(unit, canvas.ambiguous) <= usize::from(areas.field.width) {
            canvas.text(at.x, at.y, areas.field.right().saturating_sub(at.x), unit, dim);
        }
    }
    view.caret
        .map(|caret| cursor_in(areas.field, caret.row, caret.column))
}

/// What is typed, with a mark for each column of it, so that the caret stands where it stood.
fn veiled(view: &View, canvas: &Canvas) -> View {
    let mut view = view.clone();
    for row in &mut view.rows {
        row.text = "*".repeat(columns(&row.text, canvas.ambiguous));
        row.selection = None;
    }
    view
}

fn draw_picker(app: &App, picker: &Picker, areas: &QuestionLayout, canvas: &mut Canvas) -> Option<Position> {
    let (theme, locale) = (app.looks.theme, app.looks.locale);
    let area = areas.list;
    let mut cursor = None;
    if let Some((line, typed)) = areas.filter.zip(picker.filter()) {
        let nothing_fits = !picker.rows().any(|row| row != PickerRow::Other);
        let said = match picker.other.is_some() {
            true => app.hints.own_words.as_str(),
            false => locale.filter_nothing(),
        };
        let said = nothing_fits.then_some(said);
        cursor = Some(super::narrowing::draw(app, typed, said, line, canvas));
    }
    if picker.is_empty() {
        canvas.line(first_row(area), locale.nothing_to_pick(), theme.dim);
    }
    let rows = picker.rows().enumerate().skip(areas.picker_top);
    for ((index, row), y) in rows.zip(area.top()..area.bottom()) {
        let line = Rect { y, height: 1, ..area };
        let is_under_cursor = index == picker.cursor();
        let column = draw_picker_row(app, picker, row, is_under_cursor, areas, line, canvas);
        if is_under_cursor {
            if let Some(x) = line.x.checked_sub(2) {
                canvas.text(x, y, 2, app.looks.glyphs.pointer(), theme.accent);
            }
            cursor = cursor.or(Some(cursor_in(line, 0, column)));
        }
    }
    cursor
}

/// Draws a row, and gives the column where the cursor belongs in it.
fn draw_picker_row(
    app: &App,
    picker: &Picker,
    row: PickerRow,
    is_under_cursor: bool,
    areas: &QuestionLayout,
    line: Rect,
    canvas: &mut Canvas,
) -> usize {
    let theme = app.looks.theme;
    let (label, chosen) = match row {
        PickerRow::Option(index) => match picker.options.get(index) {
            Some(option) if option.is_gone => {
                let label = app.looks.locale.gone_item_called(&option.label);
                (Cow::Owned(label), option.chosen)
            }
            Some(option) => (Cow::Borrowed(option.label.as_str()), option.chosen),
            None => (Cow::Borrowed(""), false),
        },
        PickerRow::Other => (
            Cow::Borrowed(app.looks.locale.other_words()),
            picker.has_own_words(),
        ),
    };
    let mark = app.looks.glyphs.chosen(chosen, picker.takes_several());
    canvas.text(
        line.x,
        line.y,
        3,
        mark,
        if chosen { theme.accent } else { theme.dim },
    );
    let indent = u16::try_from(MARK_COLUMNS).unwrap_or(4);
    let room = Rect {
        x: line.x + indent,
        width: line.width.saturating_sub(indent),
        ..line
    };
    let style = if is_under_cursor { theme.strong } else { theme.text };
    let taken = canvas.line(room, &label, style);
    let Some(view) = areas.view.as_ref().filter(|_| row == PickerRow::Other) else {
        return 1;
    };
    let words = Rect {
        x: room.x + taken,
        width: room.width.saturating_sub(taken),
        ..line
    };
    editor::draw(view, words, canvas, super::dialog::styles(app));
    let caret = view.caret.map_or(0, |caret| caret.column);
    MARK_COLUMNS + usize::from(taken) + caret
}

/// What is said of the answer, and at the right of the last row how much of it there is.
pub(super) fn draw_status(app: &App, areas: &QuestionLayout, canvas: &mut Canvas) {
    let (theme, area, status) = (app.looks.theme, areas.status_area, &areas.status);
    let style = if status.is_over { theme.wrong } else { theme.dim };
    let last = Rect {
        y: area.bottom().saturating_sub(1),
        height: 1.min(area.height),
        ..area
    };
    canvas.right(last, &status.amount, style);
    let style = match status.tone {
        Tone::Aside => theme.dim,
        Tone::Notable => theme.strong,
        Tone::Wrong => theme.wrong,
    };
    for (row, y) in status.rows.iter().zip(area.top()..area.bottom()) {
        canvas.text(area.x, y, area.width, row, style);
    }
}
