//! Undo and redo, and what is said of them.

use super::super::app::App;
use super::super::command::{Command, Context};
use super::super::effect::Effect;
use super::interview::{commit_and_save, save};
use crate::answers::{Answers, Place};
use crate::messages::Locale;
use crate::session::difference::{Counts, Difference, differences_under};
use std::sync::Arc;

/// Takes the last change back, or makes it once more.
pub(super) fn undo(app: &mut App, command: Command) -> Vec<Effect> {
    // First what was typed at this question, then what was answered before.
    let is_done_here = app.interview().is_some_and(|interview| match command {
        Command::Undo => interview.is_undone_here(),
        _ => interview.is_redone_here(),
    });
    if !is_done_here && let Some(effects) = super::edit::obey(app, command) {
        return effects;
    }
    let (locale, now) = (app.looks.locale, app.now);
    let mut effects = commit_and_save(app);
    let Some(interview) = app.interview_mut().filter(|interview| !interview.is_read_only()) else {
        return effects;
    };
    let before = interview.work.answers().clone();
    let place = match command {
        Command::Undo => interview.undo(now),
        _ => interview.redo(now),
    };
    match place {
        Some(place) => {
            say_undone(app, command, &place, &before);
            effects.extend(save(app));
        }
        None if command == Command::Undo => {
            let timeline = app.key_of(Command::Timeline, Context::Interview);
            app.say(locale.undo_goes_on(timeline));
        }
        None => app.say(locale.nothing_to_redo()),
    }
    effects
}

/// Says what was undone or made again: it may be a change to something that is out of view.
pub(super) fn say_undone(app: &mut App, command: Command, place: &Place, before: &Arc<Answers>) {
    let Some(interview) = app.interview() else { return };
    let outline = interview.outline();
    let locale = app.looks.locale;
    let (questionnaire, now) = (outline.questionnaire(), interview.work.answers());
    let differences = differences_under(outline.veil(), questionnaire, before, now);
    let reversed = match command {
        Command::Undo => Command::Redo,
        _ => Command::Undo,
    };
    let key = app.key_of(reversed, Context::Interview);
    app.say(match (differences.as_slice(), command) {
        ([] | [_], Command::Undo) => locale.undone(outline.title(outline.nearest(place)), key),
        ([] | [_], _) => locale.redone(outline.title(outline.nearest(place)), key),
        (several, Command::Undo) => locale.undone_several(effects_of(locale, several), key),
        (several, _) => locale.redone_several(effects_of(locale, several), key),
    });
}

/// What has come of a step that changed several answers.
fn effects_of(locale: Locale, differences: &[Difference]) -> String {
    let counts = Counts::of(differences);
    let effects = [
        (counts.added, Locale::answers_came as fn(Locale, usize) -> String),
        (counts.changed, Locale::answers_changed),
        (counts.cleared, Locale::answers_went),
    ];
    let effects = effects.into_iter().filter(|(count, _)| *count > 0);
    let effects: Vec<String> = effects.map(|(count, words)| words(locale, count)).collect();
    effects.join(locale.enumeration_joint())
}
