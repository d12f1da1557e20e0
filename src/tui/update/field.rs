//! The keys of the widgets that are more than text.

use super::super::action::Action;
use super::super::app::App;
use super::super::command::Command;
use super::super::effect::Effect;
use super::super::field::{Field, Picker};
use super::super::interview::Interview;
use super::edit::changed;

/// A command on the widget of the present question. `None` where it is none of the widget's own.
pub(super) fn obey(app: &mut App, command: Command) -> Option<Vec<Effect>> {
    let height = isize::try_from(app.size.height).unwrap_or(24) / 2;
    let interview = app.interview_mut()?;
    let read_only = interview.is_read_only();
    match &mut interview.field {
        Field::Picker(_) => in_picker(app, command, height, read_only),
        _ => None,
    }
}

fn picker(app: &mut App) -> Option<&mut Picker> {
    match &mut app.interview_mut()?.field {
        Field::Picker(picker) => Some(picker),
        _ => None,
    }
}

fn in_picker(app: &mut App, command: Command, height: isize, read_only: bool) -> Option<Vec<Effect>> {
    let picker = picker(app)?;
    let writes = picker.is_on_other();
    match command {
        Command::Up => picker.move_by(-1),
        Command::Down => picker.move_by(1),
        Command::PageBack => picker.move_by(-height),
        Command::PageOn => picker.move_by(height),
        Command::ToStart if !writes => picker.move_to(0),
        Command::ToEnd if !writes => picker.move_to(usize::MAX),
        Command::Toggle => {
            if !read_only {
                // Where nothing fits, a space is part of what is being typed.
                if picker.toggle() || picker.type_character(' ') {
                    changed(app);
                }
            }
        }
        Command::Take => {
            if !read_only && picker.take_found() {
                // Own words are for going on with; anything else is done.
                let goes_on = !picker.is_on_other();
                changed(app);
                if !goes_on {
                    return Some(Vec::new());
                }
            }
            return Some(super::interview::obey(app, Command::Next));
        }
        Command::DeleteBack if !writes => picker.delete_back(),
        _ => return None,
    }
    Some(Vec::new())
}

/// Something typed or pasted where there is no line of text for it.
pub(super) fn typed(app: &mut App, action: &Action) {
    let Some(picker) = picker(app) else { return };
    let chosen = match action {
        Action::Type(c) => picker.type_character(*c),
        Action::Paste(text) => {
            // A pasted digit is a text to find, not the number of a row.
            picker.narrow_to(&crate::text::sanitise::clean_paste(text));
            false
        }
        _ => false,
    };
    if chosen {
        changed(app);
    }
}

/// A row of a picker was clicked.
pub(super) fn click(app: &mut App, row: usize) {
    let Some(interview) = app.interview_mut() else {
        return;
    };
    let read_only = interview.is_read_only();
    let Some(picker) = picker(app).filter(|picker| row < picker.len()) else {
        return;
    };
    picker.move_to(row);
    if !read_only && picker.toggle() {
        changed(app);
    }
}

/// A step back inside the widget. False where there is none.
pub(super) fn back(interview: &mut Interview) -> bool {
    match &mut interview.field {
        Field::Picker(picker) => picker.clear_filter(),
        _ => false,
    }
}
