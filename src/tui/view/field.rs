//! The answer: the widget that takes it, and the line below with what is to be said of it.

use super::super::amount;
use super::super::app::App;
use super::super::editor::{self, View};
use super::super::field::{Field, Picker, PickerRow, Shape, TextField};
use super::super::interview::Interview;
use super::super::layout::{MARK_COLUMNS, QuestionLayout};
use super::super::paint::Canvas;
use super::cursor_in;
use crate::answers::Value;
use crate::outline::{MASK, Meaning, meaning};
use crate::questionnaire::Kind;
use crate::questionnaire::kind::Size;
use crate::text::width::columns;
use ratatui::layout::{Position, Rect};

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
        Field::Another => {
            let line = first_row(areas.field);
            canvas.line(line, app.looks.locale.another_hint(), app.looks.theme.dim);
            None
        }
        Field::Nothing => None,
    }
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
    if let Some(line) = areas.filter {
        let label = canvas.text(line.x, line.y, line.width, locale.filter_line(), theme.dim);
        let room = line.width.saturating_sub(label);
        let typed = canvas.text(line.x + label, line.y, room, picker.filter(), theme.accent);
        // An input method opens its window where the next letter goes.
        cursor = Some(cursor_in(line, 0, usize::from(label + typed)));
        if !picker.rows().any(|row| row != PickerRow::Other) {
            let said = if picker.other.is_some() {
                locale.filter_other()
            } else {
                locale.filter_nothing()
            };
            let x = line.x + label + typed + 2;
            let width = line.right().saturating_sub(x);
            canvas.line(Rect { x, width, ..line }, said, theme.dim);
        }
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
        PickerRow::Option(index) => picker
            .options
            .get(index)
            .map_or(("", false), |option| (option.label.as_str(), option.chosen)),
        PickerRow::Other => (app.looks.locale.other_words(), picker.has_own_words()),
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
    let taken = canvas.line(room, label, style);
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

/// What is wrong with the answer, or what it is read as; at the right how much of it there is, with its bounds.
pub(super) fn draw_status(app: &App, state: &Interview, areas: &QuestionLayout, canvas: &mut Canvas) {
    let area = areas.status;
    let (theme, locale) = (app.looks.theme, app.looks.locale);
    let outline = state.outline();
    let Some((_, item)) = state.stop() else { return };
    let node = outline.node(item);
    let mut amounts = Vec::new();
    if app.typing_aid && matches!(state.field, Field::Text(_)) {
        amounts.push(locale.typing_aid().to_owned());
    }
    let mut over = false;
    if let Some((count, size)) = count(state) {
        over |= size.max.is_some_and(|max| count > max);
        let limits = limits(app, size);
        amounts.push(match state.field {
            Field::Picker(_) => locale.chosen_count(count, limits),
            _ => locale.item_count(count, limits),
        });
    }
    if let (Some(length), Some(question)) = (areas.length, node.question())
        && matches!(question.kind, Kind::Line | Kind::Prose | Kind::List(_))
    {
        over |= amount::is_over(length, node.length);
        let by = outline.questionnaire().settings.count_by;
        amounts.push(amount::length(&app.looks, length, node.length, by));
    }
    let style = if over { theme.wrong } else { theme.dim };
    let taken = canvas.right(area, &amounts.join("  "), style);
    let left = Rect {
        width: area.width.saturating_sub(taken + 2),
        ..area
    };
    let language = &outline.questionnaire().settings.language;
    let value = node
        .question()
        .filter(|_| is_short(&state.field))
        .map(|question| (question, state.field.value(&question.kind)));
    let faults = match &value {
        Some((_, value)) => outline.faults(item, value),
        None if state.dirty => Vec::new(),
        None => item.faults.clone(),
    };
    let stands = |value: &Value| value.is_blank() || item.default.as_ref() == Some(value);
    let is_default = item.default.is_some() && value.as_ref().is_none_or(|(_, value)| stands(value));
    let reading = value
        .as_ref()
        .and_then(|(question, value)| match meaning::read(&question.kind, value) {
            Ok(Meaning::Date(date)) => Some(language.format_date(date)),
            _ => None,
        });
    if state.is_veiled() {
        canvas.line(left, locale.veiled_hint(), theme.dim);
    } else if state.is_untouched() && !state.dirty {
        canvas.line(left, locale.untouched_hint(), theme.accent);
    } else if let Some(fault) = faults.first() {
        canvas.line(left, &fault.message(locale, outline, &item.place), theme.wrong);
    } else if is_default {
        canvas.line(left, locale.default_stands(), theme.dim);
    } else if let Some(reading) = reading {
        let arrow = if app.looks.glyphs.ascii { "->" } else { "→" };
        canvas.line(left, &format!("{arrow} {reading}"), theme.dim);
    } else if let Some(question) = node.question() {
        canvas.line(left, &locale.kind_hint(question, language), theme.dim);
    }
}

/// Whether what is in the widget is looked through at every key: all but prose, which is looked through at a pause.
fn is_short(field: &Field) -> bool {
    match field {
        Field::Text(field) => field.shape != Shape::Prose,
        Field::Picker(_) => true,
        Field::Another | Field::Nothing => false,
    }
}

/// How many things are chosen or listed, where their number has bounds or says something.
fn count(state: &Interview) -> Option<(usize, Size)> {
    let size = match &state.question()?.kind {
        Kind::Choices { size, .. } | Kind::Links { size, .. } | Kind::List(size) => *size,
        _ => return None,
    };
    let count = match &state.field {
        Field::Picker(picker) => picker.count(),
        Field::Text(field) => {
            let lines = field.editor.paragraphs().iter();
            lines.filter(|line| !line.trim().is_empty()).count()
        }
        Field::Another | Field::Nothing => return None,
    };
    Some((count, size))
}

/// Bounds behind a number: ` / 1–3`.
fn limits(app: &App, size: Size) -> String {
    let (least, most, to) = if app.looks.glyphs.ascii {
        (">=", "<=", "-")
    } else {
        ("≥", "≤", "–")
    };
    match (size.min, size.max) {
        (None, None) => String::new(),
        (Some(min), None) => format!(" / {least}{min}"),
        (None, Some(max)) => format!(" / {most}{max}"),
        (Some(min), Some(max)) if min == max => format!(" / {min}"),
        (Some(min), Some(max)) => format!(" / {min}{to}{max}"),
    }
}
