//! The keys of the widgets that are more than text.

use super::super::action::Action;
use super::super::app::App;
use super::super::command::Command;
use super::super::dialog::Dialog;
use super::super::effect::Effect;
use super::super::field::{Calendar, Field, Picker, Shape};
use super::super::interview::Interview;
use super::edit::changed;
use super::interview::refuse_read_only;
use crate::interview::Unmoved;
use crate::outline::Fault;
use crate::questionnaire::date::Precision;
use crate::questionnaire::{Kind, PartialDate};
use crate::session::time;

/// A command on the widget of the present question. `None` where it is none of the widget's own.
pub(super) fn obey(app: &mut App, command: Command) -> Option<Vec<Effect>> {
    let height = isize::try_from(app.size.height).unwrap_or(24) / 2;
    let interview = app.interview_mut()?;
    let read_only = interview.is_read_only() || interview.is_veiled();
    if command == Command::Toggle && interview.is_veiled() {
        app.say(app.hints.veiled.clone());
        return Some(Vec::new());
    }
    match &mut interview.field {
        Field::Picker(_) => in_picker(app, command, height, read_only),
        Field::Text(field) => match (field.shape, command) {
            (Shape::Number, Command::Up) => step_number(app, 1),
            (Shape::Number, Command::Down) => step_number(app, -1),
            (Shape::Date, Command::Calendar) => open_calendar(app),
            (Shape::List, Command::MoveUp) => move_item(app, -1),
            (Shape::List, Command::MoveDown) => move_item(app, 1),
            _ => None,
        },
        Field::Another | Field::Missing | Field::Nothing => None,
    }
}

/// Adds to a whole number, up to its bounds. What is no whole number is left alone.
fn step_number(app: &mut App, by: i64) -> Option<Vec<Effect>> {
    let interview = app.interview()?;
    let Kind::Number { min, max, .. } = interview.question()?.kind else {
        return None;
    };
    let Field::Text(field) = &interview.field else {
        return None;
    };
    let present = field.editor.text().trim().parse::<i64>().ok();
    let next = present
        .and_then(|present| present.checked_add(by))
        .filter(|next| {
            // Bounds of a number that a person counts to are small enough for this.
            #[expect(clippy::cast_precision_loss, reason = "only compared")]
            let next = *next as f64;
            let passes_bound = if by > 0 {
                max.is_some_and(|max| next > max)
            } else {
                min.is_some_and(|min| next < min)
            };
            !passes_bound
        });
    Some(next.map(|next| fill(app, &next.to_string())).unwrap_or_default())
}

/// Opens a calendar at what is typed.
fn open_calendar(app: &mut App) -> Option<Vec<Effect>> {
    let today = time::day(app.now);
    let interview = app.interview().filter(|interview| !interview.is_read_only())?;
    let (precision, period) = match interview.question()?.kind {
        Kind::Date(period) => (Precision::Day, period),
        Kind::Month(period) => (Precision::Month, period),
        Kind::Year(period) => (Precision::Year, period),
        _ => return None,
    };
    let Field::Text(field) = &interview.field else {
        return None;
    };
    let typed = PartialDate::parse(&field.editor.text());
    let calendar = Calendar::new(precision, period, typed, today);
    app.dialogs.push(Dialog::Calendar(calendar));
    Some(Vec::new())
}

/// A command in the calendar, and what comes of it.
///
/// # Errors
/// Why the question does not take what is chosen.
pub(super) fn in_calendar(calendar: &mut Calendar, command: Command) -> Result<Option<Action>, Fault> {
    let row = calendar.columns();
    match command {
        Command::Left => calendar.move_by(-1),
        Command::Right => calendar.move_by(1),
        Command::Up => calendar.move_by(-row),
        Command::Down => calendar.move_by(row),
        Command::PageBack => calendar.turn(-1),
        Command::PageOn => calendar.turn(1),
        Command::YearBack => calendar.turn_years(-1),
        Command::YearOn => calendar.turn_years(1),
        Command::ToStart => calendar.to_first(),
        Command::ToEnd => calendar.to_last(),
        Command::Today => calendar.to_today(),
        Command::Choose => {
            let chosen = calendar.choose()?;
            return Ok(chosen.map(|date| Action::Fill(date.to_string())));
        }
        _ => {}
    }
    Ok(None)
}

/// Puts a text in the place of the answer that is typed, as one step.
pub(super) fn fill(app: &mut App, text: &str) -> Vec<Effect> {
    let locale = app.looks.locale;
    if refuse_read_only(app) {
        return Vec::new();
    }
    let Some(interview) = app.interview_mut() else {
        return Vec::new();
    };
    let Field::Text(field) = &mut interview.field else {
        return Vec::new();
    };
    field.editor.select_all();
    match field.editor.paste(text) {
        Ok(()) => changed(app),
        Err(refusal) => app.complain(refusal.message(locale)),
    }
    Vec::new()
}

/// Moves the item under the caret. In a list these keys move items and nothing else, at its ends too: whoever holds them
/// down does not move the section around it by one press too many.
fn move_item(app: &mut App, by: isize) -> Option<Vec<Effect>> {
    let interview = app.interview_mut()?;
    let Field::Text(field) = &mut interview.field else {
        return None;
    };
    if field.editor.move_paragraph(by) == Ok(true) {
        changed(app);
    } else {
        app.say(Unmoved::at_end(by).message(app.looks.locale));
    }
    Some(Vec::new())
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
            if !read_only && picker.take() {
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
        Command::DeleteToStart if !writes => {
            picker.clear_filter();
        }
        _ => return None,
    }
    Some(Vec::new())
}

/// Something typed or pasted where there is no line of text for it.
pub(super) fn typed(app: &mut App, action: &Action) {
    if app.interview().is_some_and(Interview::is_veiled) {
        app.say(app.hints.veiled.clone());
        return;
    }
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
    let read_only = interview.is_read_only() || interview.is_veiled();
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
