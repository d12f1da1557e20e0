//! What comes back from effects.

use super::super::action::Action;
use super::super::app::{App, Screen};
use super::super::dialog::{Confirm, Confirmed, Dialog};
use super::super::effect::Effect;
use super::super::interview::{Interview, Saving};
use super::super::runtime::external_editor::Edited;
use crate::check::{check, summary};
use crate::interview::Work;
use crate::session::library::Loaded;
use std::path::Path;

/// Takes what came back.
pub(super) fn take(app: &mut App, outcome: Action) -> Vec<Effect> {
    match outcome {
        Action::Listed(sessions, starts) => {
            if let Screen::Home(home) = &mut app.screen {
                home.list(sessions, starts);
            }
        }
        Action::Mark(directory) => {
            if let Screen::Home(home) = &mut app.screen {
                home.mark(&directory);
            }
        }
        Action::Opened(loaded) => open(app, *loaded),
        Action::Saved(time) => saving(app, Saving::Saved(time)),
        Action::SaveFailed(reason) => saving(app, Saving::Failed(reason)),
        Action::LeaveFailed(reason) => return super::leaving::failed(app, reason),
        Action::Written(path) => return super::leaving::written(app, path),
        Action::Exported(path) => exported(app, &path),
        Action::ExportFailed(path, reason) => super::interview::export_failed(app, &path, reason),
        Action::ExportExists(path, with) => {
            let question = app.looks.locale.export_overwrite(path.display());
            app.dialogs.push(Dialog::Confirm(Confirm {
                question,
                then: Confirmed::Overwrite(path, with),
            }));
        }
        Action::Timeline(states) => super::timeline::show(app, states),
        Action::Newer(entry) => super::newer::found(app, entry),
        Action::EarlierRead(carrying) => super::carrying::offer(app, carrying),
        Action::Trashed(rows) => super::trash::show(app, rows),
        Action::Damaged(directory, recovery) => super::recovery::offer(app, directory, recovery),
        Action::WentBack(generation) => super::timeline::went_back(app, &generation),
        Action::Edited(text) => return edited(app, text),
        Action::Left => return super::leaving::left(app),
        Action::Said(text) => app.say(text),
        Action::Insisted(text, wrong) => app.insist(text, wrong),
        Action::Failed(reason) => app.complain(reason),
        Action::Terminate => return super::leaving::leave(app, super::Leaving::Quit),
        _ => {}
    }
    Vec::new()
}

/// The text was written: says what is still open in it, and where it is. A long path comes last, so that it hides nothing.
fn exported(app: &mut App, path: &Path) {
    let locale = app.looks.locale;
    let open = app.interview().and_then(|interview| {
        let findings = check(interview.outline(), interview.work.document());
        summary(&findings, locale)
    });
    let is_read_only = app.interview().is_some_and(Interview::is_read_only);
    if is_read_only {
        app.insist(locale.exported_as_opened(path.display()), false);
        return;
    }
    app.say(match open {
        Some(open) => locale.exported_unfinished(path.display(), open),
        None => locale.exported(path.display()),
    });
}

fn saving(app: &mut App, saving: Saving) {
    // Where the session has been let go of, the report of its last save says that it may be left.
    if let Some(interview) = app.interview_mut()
        && !interview.is_read_only()
    {
        // What was typed meanwhile is not in it.
        interview.saving = match saving {
            Saving::Saved(_) if interview.dirty => Saving::Unsaved,
            saving => saving,
        };
    }
}

fn open(app: &mut App, loaded: Loaded) {
    let locale = app.looks.locale;
    let saving = match loaded.read_only.as_ref() {
        Some(reason) => Saving::ReadOnly(reason.message(locale)),
        None => Saving::Unchanged,
    };
    let work = Work::new(&loaded.questionnaire, loaded.session.answers.clone());
    let interview = Interview::new(loaded.session, work, loaded.sensitive, saving);
    if let Saving::ReadOnly(reason) = &interview.saving {
        let said = locale.opened_read_only(reason);
        app.insist(said, true);
    } else if loaded.edited_by_hand {
        app.insist(locale.opened_edited(), false);
    }
    app.screen = Screen::Interview(Box::new(interview));
    app.dialogs.clear();
}

/// The text that the person's own editor left becomes the answer in the widget, as one step that can be undone. Its file
/// goes only then; else the person is told where it is.
fn edited(app: &mut App, edited: Edited) -> Vec<Effect> {
    let locale = app.looks.locale;
    let Edited { text, copy } = edited;
    let editor = app
        .interview_mut()
        .filter(|interview| !interview.is_read_only())
        .and_then(|interview| interview.field.editor_mut());
    let became = match editor {
        Some(editor) => editor
            .become_text(&text)
            .map_err(|refusal| refusal.message(locale)),
        None => Err(locale.editor_no_place().to_owned()),
    };
    let has_changed = match became {
        Ok(has_changed) => has_changed,
        Err(reason) => {
            app.insist(locale.editor_not_taken(reason, copy.file().display()), true);
            return Vec::new();
        }
    };
    let mut effects = Vec::new();
    if has_changed {
        if let Some(interview) = app.interview_mut() {
            interview.dirty = true;
        }
        effects = super::interview::pause(app);
    }
    effects.push(Effect::DiscardCopy(copy));
    effects
}
