//! The mouse: what a click or a turn of the wheel means is found in the layout of the screen.

mod dialog;

use super::super::app::{App, Screen};
use super::super::command::Command;
use super::super::effect::Effect;
use super::super::field::Field;
use super::super::interview::Focus;
use super::super::layout::{self, InterviewLayout, Layout};
use super::super::page;
use super::{home, interview, panes};
use ratatui::layout::{Position, Rect};

/// The rows that one turn of the wheel scrolls.
const WHEEL_ROWS: isize = 3;

pub(super) fn click(app: &mut App, column: u16, row: u16, drag: bool) -> Vec<Effect> {
    let at = Position { x: column, y: row };
    if !app.dialogs.is_empty() {
        return if drag { Vec::new() } else { dialog::click(app, at) };
    }
    match (app.held_rule, drag) {
        (Some(side), true) => {
            panes::drag_rule(app, side, column);
            return Vec::new();
        }
        _ => app.held_rule = None,
    }
    match layout::lay_out(app) {
        Layout::TooSmall => Vec::new(),
        Layout::Home { body } => click_home(app, body, column, row, drag),
        Layout::Interview(areas) => click_interview(app, &areas, at, drag),
    }
}

/// The command that stands in the lowest row at a cell.
pub(super) fn command_at(app: &App, column: u16, row: u16) -> Option<Command> {
    let is_lowest = row.checked_add(1) == Some(app.size.height);
    is_lowest.then(|| app.footer.command_at(column)).flatten()
}

/// The mouse lets go of what it holds.
pub(super) fn release(app: &mut App) -> Vec<Effect> {
    match app.held_rule.take() {
        Some(_) => panes::remember(app),
        None => Vec::new(),
    }
}

fn click_home(app: &mut App, body: Rect, _column: u16, row: u16, drag: bool) -> Vec<Effect> {
    let Screen::Home(home) = &app.screen else {
        return Vec::new();
    };
    let clicked = super::super::view::home::row_at(app, home, body, row);
    let Screen::Home(home) = &mut app.screen else {
        return Vec::new();
    };
    match clicked {
        // A second click on what is selected chooses it.
        Some(index) if index == home.selected && !drag => home::choose(app),
        Some(index) => {
            home.selected = index;
            Vec::new()
        }
        None => Vec::new(),
    }
}

fn click_interview(app: &mut App, areas: &InterviewLayout, at: Position, drag: bool) -> Vec<Effect> {
    let within = |area: Option<Rect>| area.filter(|area| area.contains(at));
    if drag {
        if let Some(question) = &areas.question {
            drag_to(app, question.field, at);
        }
        return Vec::new();
    }
    if let Some(interview) = app.interview_mut()
        && let Field::Text(field) = &mut interview.field
    {
        field.holds_mouse = false;
    }
    if let Some((side, _)) = areas.rules.iter().find(|(_, rule)| rule.contains(at)) {
        app.held_rule = Some(*side);
        return Vec::new();
    }
    if let Some(question) = &areas.question
        && question.field.contains(at)
    {
        let (row, column) = (
            usize::from(at.y - question.field.y),
            usize::from(at.x - question.field.x),
        );
        let now = app.now;
        let Some(interview) = app.interview_mut() else {
            return Vec::new();
        };
        interview.focus_on(Focus::Answer);
        match &mut interview.field {
            Field::Text(field) => {
                field.holds_mouse = true;
                field.editor.click(row, column, false);
                match field.clicks.click(at, now) {
                    2 => field.editor.select_word(),
                    3 => field.editor.select_paragraph(),
                    _ => {}
                }
            }
            Field::Picker(_) => {
                let list = question.list;
                if list.contains(at) {
                    super::field::click(app, question.picker_top + usize::from(at.y - list.y));
                }
            }
            _ => {}
        }
        return Vec::new();
    }
    if let Some(area) = within(areas.outline) {
        let row = areas.outline_top + usize::from(at.y - area.y);
        let pane = app.interview_mut().map(|interview| &mut interview.outline_pane);
        return match pane.filter(|pane| row < pane.rows.len()) {
            Some(pane) => {
                pane.cursor = row;
                interview::choose_in_outline(app)
            }
            None => Vec::new(),
        };
    }
    if let Some(area) = within(areas.page) {
        let row = areas.page_rows.get(usize::from(at.y - area.y));
        let column = usize::from((at.x - area.x).saturating_sub(layout::BESIDE_COLUMNS));
        let room = usize::from(area.width.saturating_sub(layout::BESIDE_COLUMNS));
        let span = row.and_then(|row| row.span_at(column, room, app.looks.ambiguous));
        let place = span.and_then(|span| page::place_of(app.interview()?.work.document(), span));
        return place
            .map(|place| interview::visit(app, &place))
            .unwrap_or_default();
    }
    Vec::new()
}

/// Selects as far as the mouse has gone. Beyond the upper and the lower edge the text moves along; a drag that began
/// elsewhere selects nothing.
fn drag_to(app: &mut App, area: Rect, at: Position) {
    let Some(Field::Text(field)) = app.interview_mut().map(|interview| &mut interview.field) else {
        return;
    };
    if !field.holds_mouse || area.is_empty() {
        return;
    }
    if at.y < area.y {
        field.editor.scroll_by(-1);
    }
    let column = usize::from(at.x.clamp(area.x, area.right() - 1) - area.x);
    // The row below the last is the next one of the text.
    let row = usize::from(at.y.clamp(area.y, area.bottom()) - area.y);
    field.editor.click(row, column, true);
}

pub(super) fn wheel(app: &mut App, column: u16, row: u16, by: isize) -> Vec<Effect> {
    let at = Position { x: column, y: row };
    if !app.dialogs.is_empty() {
        dialog::wheel(app, by);
        return Vec::new();
    }
    match layout::lay_out(app) {
        Layout::Interview(areas) => {
            let Some(interview) = app.interview_mut() else {
                return Vec::new();
            };
            if areas.page.is_some_and(|area| area.contains(at)) {
                interview.page.scroll(by * WHEEL_ROWS);
            } else if areas.outline.is_some_and(|area| area.contains(at)) {
                interview.outline_pane.move_by(by * WHEEL_ROWS);
            } else {
                match &mut interview.field {
                    Field::Text(field) => field.editor.scroll_by(by * WHEEL_ROWS),
                    Field::Picker(picker) => picker.move_by(by),
                    Field::Another | Field::Missing | Field::Nothing => {}
                }
            }
        }
        Layout::Home { .. } => {
            if let Screen::Home(home) = &mut app.screen {
                home.move_by(by);
            }
        }
        Layout::TooSmall => {}
    }
    Vec::new()
}
