//! The first screen.

use super::super::action::Purpose;
use super::super::app::{App, Screen};
use super::super::command::Command;
use super::super::dialog::{Confirm, Confirmed, Dialog, Prompt};
use super::super::editor::{Editor, Motion};
use super::super::effect::Effect;
use super::super::home::Selected;
use crate::session::names;

pub(super) fn obey(app: &mut App, command: Command) -> Vec<Effect> {
    let height = isize::try_from(app.size.height).unwrap_or(24) / 2;
    let Screen::Home(home) = &mut app.screen else {
        return Vec::new();
    };
    match command {
        Command::Up => home.move_by(-1),
        Command::Down => home.move_by(1),
        Command::PageBack => home.move_by(-height),
        Command::PageOn => home.move_by(height),
        Command::ToStart => home.move_by(isize::MIN + 1),
        Command::ToEnd => home.move_by(isize::MAX),
        Command::Choose => return choose(app),
        Command::StartFrom => return super::carrying::begin(app),
        Command::Trash => return vec![Effect::ListTrash],
        Command::Rename | Command::Duplicate | Command::Delete => of_session(app, command),
        _ => {}
    }
    Vec::new()
}

/// Opens the selected session, or asks for the name of a new one.
pub(super) fn choose(app: &mut App) -> Vec<Effect> {
    let locale = app.looks.locale;
    let Screen::Home(home) = &app.screen else {
        return Vec::new();
    };
    match home.selected() {
        Some(Selected::Session(row)) => return vec![Effect::Open(row.directory.clone())],
        Some(Selected::Start(position, row)) => {
            let suggestion = names::free_name(row.suggestion.clone(), &home.names());
            prompt(
                app,
                locale.prompt_name_new(),
                &suggestion,
                Purpose::NameNew(position),
            );
        }
        None => {}
    }
    Vec::new()
}

fn of_session(app: &mut App, command: Command) {
    let locale = app.looks.locale;
    let Screen::Home(home) = &app.screen else { return };
    let Some(Selected::Session(row)) = home.selected() else {
        return;
    };
    let (name, directory) = (row.name.clone(), row.directory.clone());
    match command {
        Command::Rename => prompt(app, locale.prompt_rename(), &name, Purpose::Rename(directory)),
        Command::Duplicate => {
            let copy = names::free_name(locale.copy_of(&name), &home.names());
            prompt(
                app,
                locale.prompt_name_copy(),
                &copy,
                Purpose::NameCopy(directory),
            );
        }
        Command::Delete => {
            let question = locale.confirm_delete_session(name);
            let then = Confirmed::DeleteSession(directory);
            app.dialogs.push(Dialog::Confirm(Confirm { question, then }));
        }
        _ => {}
    }
}

/// Whether a session is to be given a name that another one has; the person is told then.
pub(super) fn is_taken(app: &mut App, purpose: &Purpose, name: &str) -> bool {
    let Screen::Home(home) = &app.screen else {
        return false;
    };
    let is_taken = match purpose {
        Purpose::NameNew(_) | Purpose::NameCopy(_) | Purpose::NameCarried => {
            names::is_taken(name, &home.names())
        }
        Purpose::Rename(directory) => names::is_taken(name, &home.names_but(directory)),
        Purpose::ExportTo | Purpose::Elsewhere => false,
    };
    if is_taken {
        let said = app.looks.locale.name_taken(name.trim());
        app.complain(said);
    }
    is_taken
}

/// Asks for a line, with something in it to go on from: the caret stands behind it. A name that is only proposed is
/// selected, so that typing takes its place.
pub(super) fn prompt(app: &mut App, title: &str, line: &str, purpose: Purpose) {
    let mut editor = Editor::single_line(line);
    match purpose {
        Purpose::NameNew(_) | Purpose::NameCopy(_) | Purpose::NameCarried => editor.select_all(),
        _ => drop(editor.move_to(Motion::TextEnd, false)),
    }
    app.dialogs.push(Dialog::Prompt(Box::new(Prompt {
        title: title.to_owned(),
        editor,
        purpose,
    })));
}
