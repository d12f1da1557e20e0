//! The earlier states of the session in hand, and the way back to them.

use super::super::app::App;
use super::super::command::{Command, Context};
use super::super::dialog::{Confirm, Confirmed, Dialog, Menu, MenuRow};
use super::super::effect::Effect;
use super::super::interview::Interview;
use super::super::step::Step;
use super::differences::{self, counts, name, sides};
use super::interview::{commit_and_save, save};
use crate::answers::{Place, Value};
use crate::messages::Locale;
use crate::outline::Outline;
use crate::session::difference::{Change, Difference};
use crate::session::generations::Generation;
use crate::session::history::State;
use crate::session::time;
use std::sync::Arc;

/// Has the earlier states read, to show them.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    let mut effects = commit_and_save(app);
    if let Some(interview) = app.interview() {
        effects.push(Effect::ReadTimeline {
            present: interview.work.answers().clone(),
        });
    }
    effects
}

/// The earlier states were read. The cursor is on the newest that is not as the present one, which is no way back to
/// anything.
pub(super) fn show(app: &mut App, states: Vec<Arc<State>>) {
    let locale = app.looks.locale;
    let is_other = |state: &Arc<State>| {
        state.progress.is_err() || !state.until_now.is_empty() || state.questionnaire.is_some()
    };
    let newest = states.iter().position(is_other).unwrap_or(0);
    let rows = states.into_iter().map(|state| row(locale, state));
    let title = locale.timeline_title().to_owned();
    let mut menu = Menu::new(title, locale.timeline_empty().to_owned(), rows.collect());
    menu.select(newest);
    app.dialogs.push(Dialog::Menu(menu));
}

fn row(locale: Locale, state: Arc<State>) -> MenuRow {
    let (progress, note) = match &state.progress {
        Ok(progress) => (
            format!("{}/{}", progress.answered, progress.total),
            counts(locale, &state.until_now),
        ),
        Err(flaw) => (String::new(), flaw.message(locale)),
    };
    let text = format!("{}  {progress}", saved_at(&state));
    MenuRow::step(text, note, Step::ShowState(state))
}

fn saved_at(state: &State) -> String {
    time::shown(i64::try_from(state.generation.saved_at).unwrap_or(i64::MAX))
}

/// Asks whether all is to be as it was.
pub(super) fn ask_take_state(app: &mut App, state: Arc<State>) {
    let question = app.looks.locale.confirm_take_state(saved_at(&state));
    let then = Confirmed::Step(Step::TakeState(state));
    app.dialogs.push(Dialog::Confirm(Confirm { question, then }));
}

/// Makes all what it was.
pub(super) fn take_state(app: &mut App, state: &State) -> Vec<Effect> {
    app.dialogs.clear();
    let mut effects = commit_and_save(app);
    effects.push(Effect::TakeState(state.generation));
    effects
}

/// Whether what an answer holds is not to be shown.
fn hides(app: &App, difference: &Difference) -> bool {
    app.interview()
        .is_some_and(|interview| interview.outline().hides(&difference.place))
}

fn present(app: &App) -> Option<&Outline> {
    app.interview().map(Interview::outline)
}

fn can_change(app: &App) -> bool {
    app.interview().is_some_and(|interview| !interview.is_read_only())
}

/// Shows what an earlier state holds otherwise than the present one.
pub(super) fn show_state(app: &mut App, state: Arc<State>) {
    let locale = app.looks.locale;
    if let Err(flaw) = &state.progress {
        let reason = flaw.message(locale);
        app.complain(locale.timeline_unusable(reason));
        return;
    }
    let mut rows = Vec::new();
    if can_change(app) && !state.until_now.is_empty() {
        let note = counts(locale, &state.until_now);
        rows.push(MenuRow::step(
            locale.timeline_take_all(),
            note,
            Step::AskTakeState(state.clone()),
        ));
    }
    rows.extend(differences::rows(
        app.looks,
        present(app),
        &state.until_now,
        |index| Step::ShowDifference(state.clone(), index),
    ));
    let title = locale.timeline_state_title(saved_at(&state));
    let menu = Menu::new(title, locale.timeline_same().to_owned(), rows);
    app.dialogs.push(Dialog::Menu(menu));
}

/// Shows one answer as it was and as it is.
pub(super) fn show_difference(app: &mut App, state: &Arc<State>, index: usize) {
    let locale = app.looks.locale;
    let Some(difference) = state.until_now.get(index) else {
        return;
    };
    if difference.change == Change::Reordered {
        app.say(locale.timeline_order_whole());
        return;
    }
    let then = can_change(app).then(|| Step::AskTakeAnswer(state.clone(), index));
    let titles = (saved_at(state), locale.comparison_now().to_owned());
    let mut comparison = differences::comparison(app.looks, present(app), difference, titles, then);
    if hides(app, difference) {
        comparison.veil();
    }
    app.dialogs.push(Dialog::Comparison(comparison));
}

/// Asks whether one answer is to be as it was.
pub(super) fn ask_take_answer(app: &mut App, state: &State, index: usize) {
    let Some(difference) = state.until_now.get(index) else {
        return;
    };
    let (before, _) = sides(&difference.change);
    let question = app.looks.locale.confirm_take_answer(
        name(present(app), difference, app.looks.glyphs),
        saved_at(state),
        app.key_of(Command::Removed, Context::Interview),
    );
    let then = Confirmed::Step(Step::TakeAnswer(difference.place.clone(), before.cloned()));
    app.dialogs.push(Dialog::Confirm(Confirm { question, then }));
}

/// Makes one answer what it was. What stands there now is kept among what was removed.
pub(super) fn take_answer(app: &mut App, place: &Place, value: Option<Value>) -> Vec<Effect> {
    let (locale, now) = (app.looks.locale, app.now);
    app.dialogs.clear();
    let mut effects = commit_and_save(app);
    let Some(interview) = app.interview_mut().filter(|interview| !interview.is_read_only()) else {
        return effects;
    };
    if interview.work.put_back(place, value, now) {
        interview.refresh();
        interview.visit(place);
        effects.extend(save(app));
        let undo = app.key_of(Command::Undo, Context::Interview);
        let removed = app.key_of(Command::Removed, Context::Interview);
        app.say(locale.timeline_answer_taken(undo, removed));
    }
    effects
}

/// All is as it was in an earlier state.
pub(super) fn went_back(app: &mut App, generation: &Generation) {
    let at = i64::try_from(generation.saved_at).unwrap_or(i64::MAX);
    let timeline = app.key_of(Command::Timeline, Context::Interview);
    let said = app.looks.locale.timeline_state_taken(time::shown(at), timeline);
    app.say(said);
}
