//! Typing, and the commands that edit text.

use super::super::action::Action;
use super::super::app::App;
use super::super::command::Command;
use super::super::dialog::Dialog;
use super::super::editor::{Editor, Motion, Refusal};
use super::super::effect::Effect;
use super::super::field::Field;
use super::super::interview::Focus;

/// What an editing command did.
enum Edited {
    /// The command is no editing command, or nothing came of it.
    Nothing,
    /// Only the caret or the selection changed.
    Moved,
    /// The text changed.
    Changed,
    /// A text is to go to the clipboard, and the text may have changed.
    Taken(String, bool),
    /// It was refused.
    Refused(Refusal),
}

/// A character typed or a text pasted, into whatever takes text.
pub(super) fn typed(app: &mut App, action: Action) -> Vec<Effect> {
    let locale = app.looks.locale;
    let mut refusal = None;
    let typing_aid = app.typing_aid;
    let answers = answers(app);
    match app.dialogs.last_mut() {
        Some(Dialog::Prompt(prompt)) => refusal = insert(&mut prompt.editor, &action).err(),
        Some(Dialog::Find(find)) => {
            refusal = insert(find.line_mut(), &action).err();
            if !find.on_replacement {
                super::find::renew(app);
            }
        }
        Some(Dialog::Menu(menu)) => {
            if let Some(typed) = typed_text(&action) {
                menu.narrow_by(&typed);
            }
        }
        Some(Dialog::Table(_)) => narrow(app, &action),
        Some(_) => {}
        None if !answers => narrow(app, &action),
        None => {
            let Some(interview) = app.interview_mut() else {
                return Vec::new();
            };
            if interview.is_read_only() {
                super::interview::refuse_read_only(app);
                return Vec::new();
            }
            match interview.field.editor_mut() {
                Some(editor) => {
                    editor.set_typing_aid(typing_aid);
                    match insert(editor, &action) {
                        Ok(()) => changed(app),
                        Err(refused) => refusal = Some(refused),
                    }
                }
                None => super::field::typed(app, &action),
            }
        }
    }
    if let Some(refusal) = refusal {
        app.complain(refusal.message(locale));
    }
    Vec::new()
}

/// Whether what is typed goes to the answer.
fn answers(app: &App) -> bool {
    app.interview()
        .is_some_and(|interview| interview.focus == Focus::Answer)
}

/// What was typed or pasted narrows the list that has the keys, if it is one that can be narrowed.
fn narrow(app: &mut App, action: &Action) {
    if let Some(typed) = typed_text(action) {
        super::narrow::typed(app, &typed);
    }
}

/// What was typed or pasted, fit to narrow a list.
fn typed_text(action: &Action) -> Option<String> {
    match action {
        Action::Type(c) => Some(c.to_string()),
        Action::Paste(text) => Some(crate::text::sanitise::clean_paste(text)),
        _ => None,
    }
}

fn insert(editor: &mut Editor, action: &Action) -> Result<(), Refusal> {
    match action {
        Action::Type(c) => editor.insert(c.encode_utf8(&mut [0; 4])),
        Action::Paste(text) => editor.paste(text),
        _ => Ok(()),
    }
}

/// The widget holds something new: it is to be saved in a moment.
pub(super) fn changed(app: &mut App) {
    let now = app.now;
    if let Some(interview) = app.interview_mut() {
        if let Field::Picker(picker) = &mut interview.field {
            picker.settle();
        }
        interview.changed(now);
    }
}

/// An editing command on the answer that is typed. False where the command is none, or there is no such answer.
pub(super) fn obey(app: &mut App, command: Command) -> Option<Vec<Effect>> {
    let (locale, mut clipboard) = (app.looks.locale, std::mem::take(&mut app.clipboard));
    let interview = app.interview_mut()?;
    let read_only = interview.is_read_only();
    let edited = match interview.field.editor_mut() {
        Some(editor) if !(read_only && changes_text(command)) => edit(editor, command, &clipboard),
        _ => Edited::Nothing,
    };
    let mut effects = Vec::new();
    let known = !matches!(edited, Edited::Nothing);
    match edited {
        Edited::Nothing => {}
        Edited::Moved => interview.follow_caret(),
        Edited::Changed => changed(app),
        Edited::Refused(refusal) => app.complain(refusal.message(locale)),
        Edited::Taken(text, has_changed) => {
            clipboard.clone_from(&text);
            effects.push(Effect::Clipboard(text));
            if has_changed {
                changed(app);
            }
        }
    }
    app.clipboard = clipboard;
    known.then_some(effects)
}

fn changes_text(command: Command) -> bool {
    matches!(
        command,
        Command::NewLine
            | Command::DeleteBack
            | Command::DeleteForward
            | Command::DeleteWordBack
            | Command::DeleteWordForward
            | Command::DeleteToStart
            | Command::Cut
            | Command::Paste
            | Command::Undo
            | Command::Redo
    )
}

/// The motion that a command is, and whether it extends the selection.
fn motion(command: Command) -> Option<(Motion, bool)> {
    Some(match command {
        Command::Left => (Motion::Left, false),
        Command::Right => (Motion::Right, false),
        Command::Up => (Motion::RowUp, false),
        Command::Down => (Motion::RowDown, false),
        Command::WordLeft => (Motion::WordLeft, false),
        Command::WordRight => (Motion::WordRight, false),
        Command::ToStart => (Motion::RowStart, false),
        Command::ToEnd => (Motion::RowEnd, false),
        Command::TextStart => (Motion::TextStart, false),
        Command::TextEnd => (Motion::TextEnd, false),
        Command::PageBack => (Motion::PageUp, false),
        Command::PageOn => (Motion::PageDown, false),
        Command::SelectLeft => (Motion::Left, true),
        Command::SelectRight => (Motion::Right, true),
        Command::SelectUp => (Motion::RowUp, true),
        Command::SelectDown => (Motion::RowDown, true),
        Command::SelectToStart => (Motion::RowStart, true),
        Command::SelectToEnd => (Motion::RowEnd, true),
        _ => return None,
    })
}

fn edit(editor: &mut Editor, command: Command, clipboard: &str) -> Edited {
    if let Some((motion, extend)) = motion(command) {
        editor.move_to(motion, extend);
        return Edited::Moved;
    }
    let result = match command {
        Command::SelectAll => {
            editor.select_all();
            return Edited::Moved;
        }
        Command::Copy => {
            return editor
                .copy()
                .map_or(Edited::Moved, |text| Edited::Taken(text, false));
        }
        Command::Cut => {
            return editor
                .cut()
                .map_or(Edited::Moved, |text| Edited::Taken(text, true));
        }
        Command::Undo => {
            return if editor.undo() {
                Edited::Changed
            } else {
                Edited::Nothing
            };
        }
        Command::Redo => {
            return if editor.redo() {
                Edited::Changed
            } else {
                Edited::Nothing
            };
        }
        Command::NewLine => editor.newline(),
        Command::DeleteBack => editor.delete_back(),
        Command::DeleteForward => editor.delete_forward(),
        Command::DeleteWordBack => editor.delete_word_back(),
        Command::DeleteWordForward => editor.delete_word_forward(),
        Command::DeleteToStart => editor.delete_to_start(),
        Command::Paste => editor.paste(clipboard),
        _ => return Edited::Nothing,
    };
    match result {
        Ok(()) => Edited::Changed,
        Err(refusal) => Edited::Refused(refusal),
    }
}

/// An editing command on the line of a prompt.
pub(super) fn in_prompt(editor: &mut Editor, command: Command, clipboard: &str) {
    let _ = edit(editor, command, clipboard);
}
