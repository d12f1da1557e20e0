//! Undo and redo, and what is said of them.

use super::super::app::App;
use super::super::command::{Command, Context};
use super::super::effect::Effect;
use super::interview::{commit_and_save, save};
use crate::answers::{Answers, Place};
use crate::messages::Locale;
use crate::session::difference::Counts;

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
pub(super) fn say_undone(app: &mut App, command: Command, place: &Place, before: &Answers) {
    let Some(interview) = app.interview() else { return };
    let (outline, locale) = (interview.outline(), app.looks.locale);
    let counts = Counts::between(before, interview.work.answers());
    let words = [
        Locale::answers_came,
        Locale::answers_changed,
        Locale::answers_went,
    ];
    let effects = (counts.total() > 1).then(|| counts.in_words(locale, words, locale.enumeration_joint()));
    let title = || outline.title(outline.nearest(place));
    app.say(match command {
        Command::Undo => {
            let redo = app.key_of(Command::Redo, Context::Interview);
            match effects {
                Some(effects) => locale.undone_several(effects, redo),
                None => locale.undone(title(), redo),
            }
        }
        _ => {
            let undo = app.key_of(Command::Undo, Context::Interview);
            match effects {
                Some(effects) => locale.redone_several(effects, undo),
                None => locale.redone(title(), undo),
            }
        }
    });
}
