//! From an action to the next state. Nothing here touches a file, a clock or the terminal: what is to be done outside is
//! an effect.

mod dialog;
mod edit;
mod field;
mod home;
mod interview;
mod outcome;
mod pairs;
mod pointer;

use super::action::Action;
use super::app::{App, Leaving, Screen};
use super::command::Command;
use super::dialog::{Confirm, Confirmed, Dialog};
use super::effect::Effect;
use super::home::Home;
use super::interview::Saving;

/// Takes an action and gives what is to be done.
pub fn update(app: &mut App, action: Action) -> Vec<Effect> {
    if is_of_the_person(&action) {
        app.notice = None;
    }
    match action {
        Action::Command(command) => obey(app, command),
        Action::Type(_) | Action::Paste(_) => edit::typed(app, action),
        Action::Click(column, row) => pointer::click(app, column, row, false),
        Action::Drag(column, row) => pointer::click(app, column, row, true),
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
        Action::Restore(index) => interview::restore(app, index),
        Action::RemoveInstance(place) => interview::remove_instance(app, &place),
        Action::DeleteSession(directory) => vec![Effect::Delete(directory)],
        Action::Fill(text) => field::fill(app, &text),
        Action::Submit(purpose, line) => dialog::submit(app, purpose, line),
        Action::Overwrite(path) => interview::export(app, path, true),
        Action::LeaveUnsaved => leave_unsaved(app),
        outcome => outcome::take(app, outcome),
    }
}

/// Whether the person did it, so that what was said to them has been seen.
fn is_of_the_person(action: &Action) -> bool {
    matches!(
        action,
        Action::Command(_) | Action::Type(_) | Action::Paste(_) | Action::Click(..) | Action::Visit(_)
    )
}

fn obey(app: &mut App, command: Command) -> Vec<Effect> {
    match command {
        Command::Help => dialog::help(app),
        Command::Palette if app.dialogs.is_empty() => dialog::palette(app),
        Command::Quit => leave(app, Leaving::Quit),
        Command::Back => back(app),
        _ if matches!(app.dialogs.last(), Some(Dialog::Table(_))) => pairs::obey(app, command),
        _ if !app.dialogs.is_empty() => dialog::obey(app, command),
        _ => match app.screen {
            Screen::Home(_) => home::obey(app, command),
            Screen::Interview(_) => interview::obey(app, command),
        },
    }
}

/// A step back: out of a dialog, out of a pane, out of the session, out of the program.
fn back(app: &mut App) -> Vec<Effect> {
    if app.dialogs.pop().is_some() {
        return Vec::new();
    }
    match &mut app.screen {
        Screen::Home(_) => leave(app, Leaving::Quit),
        Screen::Interview(interview) if interview.focus != super::interview::Focus::Answer => {
            interview.focus = super::interview::Focus::Answer;
            Vec::new()
        }
        Screen::Interview(interview) => {
            if field::back(interview) {
                Vec::new()
            } else {
                leave(app, Leaving::ToHome)
            }
        }
    }
}

/// Lets go of the session in hand, all saved, and goes on from there.
fn leave(app: &mut App, leaving: Leaving) -> Vec<Effect> {
    app.dialogs.clear();
    app.leaving = Some(leaving);
    let now = app.now;
    match &mut app.screen {
        Screen::Home(_) => match leaving {
            Leaving::Quit => vec![Effect::Quit],
            Leaving::ToHome => Vec::new(),
        },
        Screen::Interview(interview) => {
            interview.commit(now);
            let mut effects = interview::save(app);
            effects.push(Effect::Close);
            effects
        }
    }
}

/// The session has been let go of.
fn left(app: &mut App) -> Vec<Effect> {
    match app.leaving.take() {
        Some(Leaving::Quit) => vec![Effect::Quit],
        Some(Leaving::ToHome) | None => {
            app.screen = Screen::Home(Home::default());
            vec![Effect::List]
        }
    }
}

/// The last words could not be saved: nobody leaves without having been told.
fn leave_failed(app: &mut App, reason: String) -> Vec<Effect> {
    if let Some(interview) = app.interview_mut() {
        interview.saving = Saving::Failed(reason.clone());
    }
    let question = app.looks.locale.leave_unsaved(reason);
    app.dialogs.push(Dialog::Confirm(Confirm {
        question,
        then: Confirmed::LeaveUnsaved,
    }));
    Vec::new()
}

fn leave_unsaved(app: &mut App) -> Vec<Effect> {
    let mut effects = vec![Effect::Abandon];
    effects.extend(left(app));
    effects
}
