//! The mouse: what a click or a turn of the wheel means is found in the layout of the screen.

use super::super::app::{App, Screen};
use super::super::effect::Effect;
use super::super::field::Field;
use super::super::interview::Focus;
use super::super::layout::{self, InterviewLayout, Layout};
use super::super::page;
use super::{home, interview};
use ratatui::layout::{Position, Rect};

/// The rows that one turn of the wheel scrolls.
const WHEEL_ROWS: isize = 3;

pub(super) fn click(app: &mut App, column: u16, row: u16, drag: bool) -> Vec<Effect> {
    if !app.dialogs.is_empty() {
        return Vec::new();
    }
    match layout::lay_out(app) {
        Layout::TooSmall => Vec::new(),
        Layout::Home { body } => click_home(app, body, column, row, drag),
        Layout::Interview(areas) => click_interview(app, &areas, Position { x: column, y: row }, drag),
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
    if let Some(question) = &areas.question
        && question.field.contains(at)
    {
        let (row, column) = (
            usize::from(at.y - question.field.y),
            usize::from(at.x - question.field.x),
        );
        let Some(interview) = app.interview_mut() else {
            return Vec::new();
        };
        interview.focus = Focus::Answer;
        match &mut interview.field {
            Field::Text(field) => field.editor.click(row, column, drag),
            Field::Picker(_) if !drag => {
                let list = question.list;
                if list.contains(at) {
                    super::field::click(app, question.picker_top + usize::from(at.y - list.y));
                }
            }
            _ => {}
        }
        return Vec::new();
    }
    if drag {
        return Vec::new();
    }
    if let Some(area) = within(areas.outline) {
        let row = areas.outline_top + usize::from(at.y - area.y);
        let place = app
            .interview()
            .and_then(|interview| interview.outline_pane.rows.get(row))
            .map(|row| row.place.clone());
        return place
            .map(|place| interview::visit(app, &place))
            .unwrap_or_default();
    }
    if let Some(area) = within(areas.page) {
        let block = areas
            .page_rows
            .get(usize::from(at.y - area.y))
            .and_then(|row| row.block);
        let place = block.and_then(|block| page::place_of(app.interview()?.work.document(), block));
        return place
            .map(|place| interview::visit(app, &place))
            .unwrap_or_default();
    }
    Vec::new()
}

pub(super) fn wheel(app: &mut App, column: u16, row: u16, by: isize) -> Vec<Effect> {
    let at = Position { x: column, y: row };
    if !app.dialogs.is_empty() {
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
                    Field::Another | Field::Nothing => {}
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
