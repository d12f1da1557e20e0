//! Narrowing whichever list has the keys and takes letters for commands.

use super::super::app::{App, Screen};
use super::super::command::Command;
use super::super::dialog::Dialog;
use super::super::interview::Focus;
use super::super::narrowing::Narrowed;

/// The list that has the keys.
fn list(app: &mut App) -> Option<&mut dyn Narrowed> {
    match (app.dialogs.last_mut(), &mut app.screen) {
        (Some(Dialog::Table(table)), _) => Some(table),
        (Some(_), _) => None,
        (None, Screen::Home(home)) => Some(home),
        (None, Screen::Interview(interview)) if interview.focus == Focus::Outline => Some(interview.as_mut()),
        (None, Screen::Interview(_)) => None,
    }
}

/// A command that narrows the list or widens it again. Tells whether there is such a list.
pub(super) fn obey(app: &mut App, command: Command) -> bool {
    let Some(list) = list(app) else { return false };
    match command {
        Command::Filter => list.narrow_by(""),
        Command::DeleteToStart => list.delete_all(),
        _ => list.delete_back(),
    }
    true
}

/// Letters that give no command narrow the list, if there is one.
pub(super) fn typed(app: &mut App, typed: &str) {
    if let Some(list) = list(app) {
        list.narrow_by(typed);
    }
}

/// Shows the whole list again. Tells whether one was narrowed.
pub(super) fn end(app: &mut App) -> bool {
    list(app).is_some_and(|list| list.end_narrowing())
}
