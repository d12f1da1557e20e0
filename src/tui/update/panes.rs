//! The panes beside the question: how wide they are, and whether they are shown.

use super::super::app::App;
use super::super::command::{Command, Context};
use super::super::effect::Effect;
use super::super::interview::Focus;
use super::super::layout::panes::{Side, columns, dragged};
use crate::settings::panes::Panes;

/// Moves the rule beside the pane that has the keys, by so many steps, to the right where positive.
pub(super) fn move_rule(app: &mut App, steps: i32) -> Vec<Effect> {
    let locale = app.looks.locale;
    let Some(interview) = app.interview() else {
        return Vec::new();
    };
    let focus = interview.focus;
    let columns = columns(&app.panes, app.size.width, focus, interview.prefers_page);
    match columns.rule(focus) {
        Some(side) => {
            let moved = columns.moved(app.panes, side, steps, app.size.width);
            set(app, moved)
        }
        None => {
            app.say(locale.no_rule());
            Vec::new()
        }
    }
}

/// Gives the panes the widths that the screen suggests.
pub(super) fn reset(app: &mut App) -> Vec<Effect> {
    app.say(app.looks.locale.usual_widths());
    set(app, app.panes.with_usual_widths())
}

/// Hides a pane, or shows it again.
pub(super) fn hide(app: &mut App, side: Side) -> Vec<Effect> {
    let locale = app.looks.locale;
    let mut panes = app.panes;
    let (hides, of_pane) = match side {
        Side::Outline => (&mut panes.hides_outline, Focus::Outline),
        Side::Page => (&mut panes.hides_page, Focus::Page),
    };
    *hides = !*hides;
    let said = match (side, *hides) {
        (Side::Outline, true) => locale.outline_hidden(app.key_of(Command::FocusOutline, Context::Interview)),
        (Side::Outline, false) => locale.outline_shown().to_owned(),
        (Side::Page, true) => locale.page_hidden(app.key_of(Command::FocusPage, Context::Interview)),
        (Side::Page, false) => locale.page_shown().to_owned(),
    };
    if let Some(interview) = app.interview_mut().filter(|interview| interview.focus == of_pane) {
        interview.focus_on(Focus::Answer);
    }
    app.say(said);
    set(app, panes)
}

/// Puts the rule that the mouse holds at a column. It is remembered once the mouse lets go.
pub(super) fn drag_rule(app: &mut App, side: Side, column: u16) {
    let panes = dragged(app.panes, side, column, app.size.width);
    change(app, panes);
}

/// Has the panes remembered as they are.
pub(super) fn remember(app: &App) -> Vec<Effect> {
    vec![Effect::Remember(app.panes)]
}

fn set(app: &mut App, panes: Panes) -> Vec<Effect> {
    change(app, panes);
    remember(app)
}

fn change(app: &mut App, panes: Panes) {
    app.panes = panes;
    if let Some(interview) = app.interview_mut() {
        interview.page.turn_again();
    }
}
