//! From an action to the next state. Nothing here touches a file, a clock or the terminal: what is to be done outside is
//! an effect.

mod carrying;
mod cell;
mod dialog;
mod differences;
mod drawers;
mod edit;
mod field;
mod find;
mod home;
mod instances;
mod interview;
mod leaving;
mod narrow;
mod newer;
mod outcome;
mod pairs;
mod panes;
mod pointer;
mod recovery;
mod review;
mod step;
mod timeline;
mod trash;
mod undoing;

pub(in crate::tui) use interview::export_file_name;

use super::action::Action;
use super::app::{App, Leaving, Notice, Screen};
use super::command::Command;
use super::dialog::Dialog;
use super::effect::Effect;
use super::find::Scope;
use super::layout;

/// Takes an action and gives what is to be done.
pub fn update(app: &mut App, action: Action) -> Vec<Effect> {
    if matches!(action, Action::Command(Command::Help)) && layout::lowest::cuts_notice(app) {
        return dialog::read_notice(app);
    }
    let is_read =
        |notice: &Notice| notice.until <= app.now || matches!(action, Action::Command(Command::Back));
    let was_said = app.notice.is_some();
    if is_of_the_person(&action) && app.notice.as_ref().is_some_and(is_read) {
        app.notice = None;
    }
    match action {
        Action::Command(Command::Back) => back(app, was_said),
        Action::Command(Command::Leave) if app.dialogs.is_empty() => leave(app, Leaving::Quit, was_said),
        Action::Command(command) => obey(app, command),
        Action::Type(_) | Action::Paste(_) => edit::typed(app, action),
        Action::Click(column, row) => click(app, column, row),
        Action::Drag(column, row) => pointer::click(app, column, row, true),
        Action::Release => pointer::release(app),
        Action::Wheel(column, row, by) => pointer::wheel(app, column, row, by),
        Action::Resize(width, height) => {
            app.size = ratatui::layout::Size { width, height };
            if let Some(interview) = app.interview_mut() {
                interview.page.turn_again();
            }
            Vec::new()
        }
        Action::Pause => interview::pause(app),
        Action::Visit(place) => interview::visit(app, &place),
        Action::Mend(place) => review::mend(app, &place),
        Action::Step(step) => step::take(app, step),
        Action::Cell(step) => cell::take(app, step),
        Action::RemoveInstance(place) => instances::remove(app, &place),
        Action::DeleteSession(directory) => vec![Effect::Delete(directory)],
        Action::Fill(text) => field::fill(app, &text),
        Action::Submit(purpose, line) => dialog::submit(app, purpose, line),
        Action::Overwrite(path, with) => interview::export(app, path, true, with),
        Action::LeaveUnsaved => leaving::leave_unsaved(app),
        Action::Depart(departure) => leaving::depart(app, departure),
        outcome => outcome::take(app, outcome),
    }
}

/// A click: on a command in the lowest row, unless a word to the person stands there; else on what stands above. What was
/// said is seen only now, as it takes rows of the screen that was clicked.
fn click(app: &mut App, column: u16, row: u16) -> Vec<Effect> {
    let said = app.notice.clone();
    if let Some(command) = pointer::command_at(app, column, row).filter(|_| said.is_none()) {
        return update(app, Action::Command(command));
    }
    let effects = pointer::click(app, column, row, false);
    if app.notice == said && said.is_some_and(|notice| notice.until <= app.now) {
        app.notice = None;
    }
    effects
}

/// Whether the person did it, so that what was said to them has been seen.
fn is_of_the_person(action: &Action) -> bool {
    matches!(
        action,
        Action::Command(_)
            | Action::Type(_)
            | Action::Paste(_)
            | Action::Visit(_)
            | Action::Mend(_)
            | Action::Step(_)
            | Action::Cell(_)
    )
}

fn obey(app: &mut App, command: Command) -> Vec<Effect> {
    match command {
        Command::Help => dialog::help(app),
        Command::Find if app.dialogs.is_empty() => find::open(app, Scope::Answer),
        Command::FindEverywhere if app.dialogs.is_empty() => find::open(app, Scope::Everywhere),
        Command::Palette if app.dialogs.is_empty() => dialog::palette(app),
        Command::Quit | Command::Leave => leaving::leave(app, Leaving::Quit),
        Command::Suspend => suspend(app),
        Command::Filter | Command::DeleteBack | Command::DeleteToStart if narrow::obey(app, command) => {
            Vec::new()
        }
        _ if matches!(app.dialogs.last(), Some(Dialog::Table(_))) => pairs::obey(app, command),
        _ if !app.dialogs.is_empty() => dialog::obey(app, command),
        _ => match app.screen {
            Screen::Home(_) => home::obey(app, command),
            Screen::Interview(_) => interview::obey(app, command),
        },
    }
}

/// Gives the terminal back to the shell until the person comes back.
fn suspend(app: &mut App) -> Vec<Effect> {
    let mut effects = interview::commit_and_save(app);
    effects.push(Effect::Suspend);
    effects
}

/// Leaves the session or the program. The first step after something was said only takes that away: nobody leaves for
/// having read it.
fn leave(app: &mut App, leaving: Leaving, was_said: bool) -> Vec<Effect> {
    if was_said {
        app.notice = None;
        return Vec::new();
    }
    leaving::leave(app, leaving)
}

/// A step back: out of what narrows a list, out of a dialog, out of a pane, out of the session, out of the program.
fn back(app: &mut App, was_said: bool) -> Vec<Effect> {
    if narrow::end(app) || app.dialogs.pop().is_some() {
        return Vec::new();
    }
    match &mut app.screen {
        Screen::Home(_) => leave(app, Leaving::Quit, was_said),
        Screen::Interview(interview) if interview.focus != super::interview::Focus::Answer => {
            interview.focus_on(super::interview::Focus::Answer);
            Vec::new()
        }
        Screen::Interview(interview) => {
            if field::back(interview) {
                Vec::new()
            } else if let Some(left_at) = interview.review.take() {
                review::reopen(app, left_at)
            } else {
                leave(app, Leaving::ToHome, was_said)
            }
        }
    }
}
