//! Dialogs.

use super::super::action::{Action, Purpose};
use super::super::app::{App, Screen};
use super::super::command::{Command, Context, Row, TABLE};
use super::super::dialog::{Confirmed, Dialog, Menu, MenuChoice, MenuRow, Reading};
use super::super::effect::Effect;
use super::super::key::Key;
use super::super::layout;
use super::super::outline_pane::Mark;
use super::super::theme::Glyphs;
use super::edit;
use crate::messages::Locale;
use crate::outline::{Fault, Standing};
use std::path::PathBuf;

pub(super) fn obey(app: &mut App, command: Command) -> Vec<Effect> {
    if matches!(app.dialogs.last(), Some(Dialog::Find(_))) {
        return super::find::obey(app, command);
    }
    let height = isize::try_from(app.size.height).unwrap_or(24) / 2;
    let by = match command {
        Command::Up => -1,
        Command::Down => 1,
        Command::PageBack => -height,
        Command::PageOn => height,
        Command::ToStart => isize::MIN + 1,
        Command::ToEnd => isize::MAX,
        _ => 0,
    };
    let (inside, ambiguous) = (layout::inside_dialog(app.size), app.looks.ambiguous);
    let Some(dialog) = app.dialogs.last_mut() else {
        return Vec::new();
    };
    let action: Option<Action> = match (dialog, command) {
        (Dialog::Reading(reading), _) => {
            reading.scroll(by, inside, ambiguous);
            None
        }
        (Dialog::Confirm(confirm), Command::Yes) => Some(confirm.then.clone().into()),
        (Dialog::Confirm(confirm), Command::No) => {
            let declined = confirm.then.clone();
            app.dialogs.pop();
            // Another name may do.
            if let Confirmed::Overwrite(path, _) = declined {
                super::interview::ask_path(app, &path);
            }
            None
        }
        (Dialog::Prompt(prompt), Command::Choose) => {
            Some(Action::Submit(prompt.purpose.clone(), prompt.editor.text()))
        }
        (Dialog::Prompt(prompt), _) => {
            edit::in_prompt(&mut prompt.editor, command, &app.clipboard);
            None
        }
        (Dialog::Calendar(calendar), _) => match super::field::in_calendar(calendar, command) {
            Ok(action) => action,
            Err(fault) => {
                refuse(app, &fault);
                None
            }
        },
        (Dialog::Comparison(comparison), Command::BringBack) => comparison.then.clone().map(Action::Step),
        (Dialog::Comparison(comparison), _) => {
            comparison.scroll(by, inside, ambiguous);
            None
        }
        (Dialog::Menu(menu), Command::Choose) => menu.choice().map(|row| row.choice.clone().into()),
        (Dialog::Menu(menu), Command::DeleteBack) => {
            menu.delete_back();
            None
        }
        (Dialog::Menu(menu), Command::DeleteToStart) => {
            menu.narrow_to("");
            None
        }
        (Dialog::Menu(menu), _) => {
            menu.move_by(by);
            None
        }
        _ => None,
    };
    match action {
        // Where the review is left is found in it.
        Some(action @ Action::Mend(_)) => super::update(app, action),
        Some(action) => {
            // Whoever looks closer at something comes back to the list.
            let looks_closer = matches!(&action, Action::Step(step) if step.looks_closer());
            let is_refused =
                matches!(&action, Action::Submit(purpose, name) if super::home::is_taken(app, purpose, name));
            if is_refused {
                // What was typed stays there to be changed.
                return Vec::new();
            }
            if !looks_closer {
                app.dialogs.pop();
            }
            super::update(app, action)
        }
        None => Vec::new(),
    }
}

/// A prompt's line was filled in.
pub(super) fn submit(app: &mut App, purpose: Purpose, line: String) -> Vec<Effect> {
    let line = line.trim().to_owned();
    if line.is_empty() {
        let said = app.looks.locale.nothing_filled_in();
        app.say(said);
        return Vec::new();
    }
    match purpose {
        Purpose::NameNew(position) => {
            let Screen::Home(home) = &app.screen else {
                return Vec::new();
            };
            let start = home.starts.get(position).cloned();
            start
                .map(|start| vec![Effect::Start(Box::new(start), line)])
                .unwrap_or_default()
        }
        Purpose::NameCarried => super::carrying::start(app, line),
        Purpose::Rename(directory) => vec![Effect::Rename(directory, line)],
        Purpose::NameCopy(directory) => vec![Effect::Duplicate(directory, line)],
        Purpose::Elsewhere => super::leaving::elsewhere(app, PathBuf::from(line)),
        Purpose::ExportTo => super::interview::ask_sensitive(app, PathBuf::from(line)),
    }
}

/// All commands with their keys: those that can be given here, then those of every other place below its name.
pub(super) fn help(app: &mut App) -> Vec<Effect> {
    if matches!(app.dialogs.last(), Some(Dialog::Reading(_))) {
        app.dialogs.pop();
        return Vec::new();
    }
    let locale = app.looks.locale;
    let contexts = app.contexts();
    let shown = |row: &Row, keys: Vec<Key>| {
        let keys: Vec<String> = keys.iter().map(Key::to_string).collect();
        (keys.join("  "), (row.help)(locale).to_owned())
    };
    let here = TABLE
        .iter()
        .map(|row| (row, app.keys().of(row.command, &contexts)))
        .filter(|(_, keys)| !keys.is_empty());
    let mut rows: Vec<(String, String)> = here.map(|(row, keys)| shown(row, keys)).collect();
    let heading = |text: &str| [(String::new(), String::new()), (String::new(), text.to_owned())];
    rows.extend(heading(locale.legend_title()));
    rows.extend(legend(app.looks.glyphs, locale));
    for context in Context::all().filter(|context| !contexts.contains(context)) {
        rows.extend(heading(context.title(locale)));
        let own = app.keys().own(context).into_iter();
        rows.extend(own.map(|(row, keys)| shown(row, keys)));
    }
    let help = Reading::new(locale.help_title(), rows);
    app.dialogs.push(Dialog::Reading(help));
    Vec::new()
}

/// Shows the whole of what was said, which has no room in the lowest rows.
pub(super) fn read_notice(app: &mut App) -> Vec<Effect> {
    if let Some(notice) = app.notice.take() {
        let text = vec![(String::new(), notice.text)];
        let reading = Reading::new(app.looks.locale.notice_title(), text);
        app.dialogs.push(Dialog::Reading(reading));
    }
    Vec::new()
}

/// What the marks of the outline mean.
fn legend(glyphs: Glyphs, locale: Locale) -> impl Iterator<Item = (String, String)> {
    let marks = [
        (Mark::Standing(Standing::Answered), locale.legend_answered()),
        (Mark::Begun, locale.legend_begun()),
        (Mark::Standing(Standing::Unanswered), locale.legend_unanswered()),
        (Mark::Standing(Standing::Optional), locale.legend_optional()),
        (Mark::Standing(Standing::Draft), locale.legend_draft()),
        (Mark::Standing(Standing::Untouched), locale.legend_untouched()),
        (Mark::Standing(Standing::Invalid), locale.legend_invalid()),
        (Mark::Parked, locale.legend_parked()),
    ];
    marks
        .into_iter()
        .map(move |(mark, meaning)| (glyphs.mark(mark).to_owned(), meaning.to_owned()))
}

/// All commands that can be given here, by name.
pub(super) fn palette(app: &mut App) -> Vec<Effect> {
    let (locale, contexts) = (app.looks.locale, app.contexts());
    let rows = TABLE
        .iter()
        .filter(|row| row.command != Command::Palette)
        .filter_map(|row| {
            let keys = app.keys().of(row.command, &contexts);
            let text = (row.help)(locale).to_owned();
            let note = keys.first().map(|key| key.short(app.looks.glyphs.ascii))?;
            Some(MenuRow {
                text,
                note,
                choice: MenuChoice::Command(row.command),
            })
        });
    let menu = Menu::new(
        locale.palette_title().to_owned(),
        locale.palette_empty().to_owned(),
        rows.collect(),
    );
    app.dialogs.push(Dialog::Menu(menu));
    Vec::new()
}

/// Says why the present question does not take what was chosen for it.
fn refuse(app: &mut App, fault: &Fault) {
    let locale = app.looks.locale;
    let said = app
        .interview()
        .map(|interview| fault.message(locale, interview.outline(), &interview.at));
    if let Some(said) = said {
        app.complain(said);
    }
}
