//! Finding and replacing.

use super::super::app::App;
use super::super::command::{Command, Context};
use super::super::dialog::Dialog;
use super::super::editor::Position;
use super::super::effect::Effect;
use super::super::field::Field;
use super::super::find::{self, Find, Scope};
use super::super::interview::{Focus, Interview};
use super::edit;
use super::interview::refuse_read_only;

/// Asks what to find. Where the present answer is no text, in all answers.
pub(super) fn open(app: &mut App, scope: Scope) -> Vec<Effect> {
    let effects = super::interview::commit_and_save(app);
    let Some(interview) = app.interview_mut() else {
        return effects;
    };
    interview.focus_on(Focus::Answer);
    let find = match &interview.field {
        Field::Text(field) => {
            let selection = field.editor.selection();
            let origin = selection.map_or(field.editor.caret(), |range| range.start);
            // In the line it would be seen.
            let selected = field.editor.selected_text().filter(|_| !interview.is_veiled());
            let selected = selected.filter(|text| !text.contains('\n'));
            Find::new(scope, origin, &selected.unwrap_or_default())
        }
        _ => Find::new(Scope::Everywhere, Position::default(), ""),
    };
    app.dialogs.push(Dialog::Find(Box::new(find)));
    renew(app);
    effects
}

/// What is to be found has changed: finds it from where the caret was, or everywhere.
pub(super) fn renew(app: &mut App) {
    let glyphs = app.looks.glyphs;
    with(app, |find, interview| match find.scope {
        Scope::Everywhere => {
            find.hits = find::hits(interview.outline(), &find.pattern.text(), glyphs);
            find.move_by(0);
        }
        Scope::Answer => {
            if let Field::Text(field) = &mut interview.field {
                let pattern = find.pattern.text();
                match field.editor.find(&pattern, find.origin, true) {
                    Some(range) => field.editor.select_range(range),
                    None => field.editor.place_caret(find.origin, false),
                }
                find.occurrence = field.editor.occurrence(&pattern);
            }
        }
    });
}

/// Does something with the dialog and the interview below it.
fn with<T>(app: &mut App, act: impl FnOnce(&mut Find, &mut Interview) -> T) -> Option<T> {
    let mut dialog = app.dialogs.pop()?;
    let done = match (&mut dialog, app.interview_mut()) {
        (Dialog::Find(find), Some(interview)) => Some(act(find, interview)),
        _ => None,
    };
    app.dialogs.push(dialog);
    done
}

pub(super) fn obey(app: &mut App, command: Command) -> Vec<Effect> {
    let clipboard = app.clipboard.clone();
    let height = isize::try_from(app.size.height).unwrap_or(24) / 2;
    let Some(Dialog::Find(find)) = app.dialogs.last_mut() else {
        return Vec::new();
    };
    let after_step = match command {
        Command::Undo => find.replaced.back(),
        Command::Redo => find.replaced.on(),
        _ => None,
    };
    if let Some(after) = after_step {
        find.replaced = after;
        return undo(app, command);
    }
    match command {
        Command::FindNext if find.on_replacement => return replace(app),
        Command::FindNext => step(app, true),
        Command::FindPrevious => step(app, false),
        Command::FindSwitch => find.switch_line(),
        Command::FindEverywhere => {
            find.scope = match find.scope {
                Scope::Answer => Scope::Everywhere,
                Scope::Everywhere => Scope::Answer,
            };
            if !matches!(
                app.interview().map(|interview| &interview.field),
                Some(Field::Text(_))
            ) && let Some(Dialog::Find(find)) = app.dialogs.last_mut()
            {
                find.scope = Scope::Everywhere;
            }
            let effects = super::interview::commit_and_save(app);
            renew(app);
            return effects;
        }
        Command::ReplaceAll if find.replacement.is_none() => find.switch_line(),
        Command::ReplaceAll => return replace_all(app),
        Command::Choose => return visit(app),
        Command::Up => find.move_by(-1),
        Command::Down => find.move_by(1),
        Command::PageBack => find.move_by(-height),
        Command::PageOn => find.move_by(height),
        _ => {
            let before = find.pattern.text();
            edit::in_prompt(find.line_mut(), command, &clipboard);
            if find.pattern.text() != before {
                renew(app);
            }
        }
    }
    Vec::new()
}

fn step(app: &mut App, on: bool) {
    with(app, |find, interview| {
        if let Field::Text(field) = &mut interview.field {
            let pattern = find.pattern.text();
            if on {
                field.editor.find_next(&pattern);
            } else {
                field.editor.find_previous(&pattern);
            }
            find.occurrence = field.editor.occurrence(&pattern);
        }
    });
}

/// Replaces what is selected, and goes to the next occurrence.
fn replace(app: &mut App) -> Vec<Effect> {
    if refuse_read_only(app) {
        return Vec::new();
    }
    let replaced = with(app, |find, interview| {
        let Field::Text(field) = &mut interview.field else {
            return Ok(false);
        };
        let (pattern, text) = (find.pattern.text(), replacement(find));
        let replaced = field.editor.replace(&pattern, &text);
        find.occurrence = field.editor.occurrence(&pattern);
        if replaced == Ok(true) {
            find.replaced.count();
        }
        replaced
    });
    match replaced {
        Some(Ok(true)) => edit::changed(app),
        Some(Err(refusal)) => app.complain(refusal.message(app.looks.locale)),
        Some(Ok(false)) | None => {}
    }
    Vec::new()
}

fn replacement(find: &Find) -> String {
    find.replacement
        .as_ref()
        .map(super::super::editor::Editor::text)
        .unwrap_or_default()
}

/// Replaces all occurrences as one step: of the editor in the present answer, of the work's history in all answers.
fn replace_all(app: &mut App) -> Vec<Effect> {
    if refuse_read_only(app) {
        return Vec::new();
    }
    let (locale, now) = (app.looks.locale, app.now);
    let mut effects = super::interview::commit_and_save(app);
    let replaced = with(app, |find, interview| {
        let (pattern, text) = (find.pattern.text(), replacement(find));
        match (find.scope, &mut interview.field) {
            (Scope::Answer, Field::Text(field)) => {
                let count = field.editor.replace_all(&pattern, &text);
                find.occurrence = field.editor.occurrence(&pattern);
                count.map(|count| (count, usize::from(count > 0)))
            }
            (Scope::Answer, _) => Ok((0, 0)),
            (Scope::Everywhere, _) => {
                let (values, count) = find::replaced(interview.outline(), &pattern, &text);
                let answers = values.len();
                let at = interview.at.clone();
                if interview.work.rewrite(&at, values, now) {
                    interview.refresh();
                    interview.stay();
                }
                Ok((count, answers))
            }
        }
    });
    match replaced {
        Some(Ok((0, _))) | None => app.say(locale.find_none()),
        Some(Ok((count, answers))) => {
            let scope = with(app, |find, _| {
                find.replaced.count();
                find.scope
            });
            if scope == Some(Scope::Everywhere) {
                renew(app);
                effects.extend(super::interview::save(app));
            } else {
                edit::changed(app);
            }
            let undo = app.key_of(Command::Undo, Context::Interview);
            app.say(locale.replaced_all(answers, count, undo));
        }
        Some(Err(refusal)) => app.complain(refusal.message(locale)),
    }
    effects
}

/// Takes back the last replacement that was made from here, or makes it once more.
fn undo(app: &mut App, command: Command) -> Vec<Effect> {
    let before = app.interview().map(|interview| interview.at.clone());
    let dialog = app.dialogs.pop();
    let effects = super::undoing::undo(app, command);
    app.dialogs.extend(dialog);
    with(app, |find, interview| {
        if before.as_ref() != Some(&interview.at) {
            find.origin = Position::default();
        }
    });
    renew(app);
    effects
}

/// Goes to the hit under the cursor and goes on finding there.
fn visit(app: &mut App) -> Vec<Effect> {
    let Some(Dialog::Find(mut find)) = app.dialogs.pop() else {
        return Vec::new();
    };
    let Some(hit) = find.hits.get(find.selected).cloned() else {
        app.dialogs.push(Dialog::Find(find));
        return Vec::new();
    };
    let effects = super::interview::visit(app, &hit.place);
    find.scope = Scope::Answer;
    find.origin = hit.start;
    app.dialogs.push(Dialog::Find(find));
    renew(app);
    effects
}
