//! A newer questionnaire for the session in hand: the report of what it changes, and moving to it.

use super::super::app::App;
use super::super::command::{Command, Context};
use super::super::dialog::{Confirm, Confirmed, Dialog, Menu, MenuRow};
use super::super::effect::Effect;
use super::super::step::Step;
use super::interview::commit_and_save;
use crate::answers::Place;
use crate::messages::Locale;
use crate::outline::{Outline, outline};
use crate::questionnaire::NodePath;
use crate::revision::{Change, Names, rebase};
use crate::session::catalogue::Entry;
use std::sync::Arc;

/// There is one: says so, and no more.
pub(super) fn found(app: &mut App, entry: Arc<Entry>) {
    let said = app
        .looks
        .locale
        .newer_found(app.key_of(Command::NewerQuestionnaire, Context::Interview));
    if let Some(interview) = app.interview_mut() {
        interview.newer = Some(entry);
        app.insist(said, false);
    }
}

/// Shows what moving to it would change.
pub(super) fn report(app: &mut App) -> Vec<Effect> {
    let effects = commit_and_save(app);
    let locale = app.looks.locale;
    let Some(interview) = app.interview() else {
        return effects;
    };
    let Some(entry) = interview.newer.clone() else {
        app.say(locale.newer_none());
        return effects;
    };
    let present = interview.outline();
    let report = rebase::plan(present.questionnaire(), &entry.questionnaire, present.answers());
    let mut rows = vec![MenuRow::step(
        locale.newer_take(),
        String::new(),
        Step::AskTakeNewer(entry.clone()),
    )];
    let joint = app.looks.glyphs.joint();
    let moved = outline(&entry.questionnaire, &Arc::new(report.apply())).under(present.veil().clone());
    let changes = report
        .changes
        .iter()
        .map(|change| said(change, (present, &moved), joint, locale));
    let orphaned = report
        .orphaned
        .iter()
        .map(|orphan| locale.newer_orphaned(present.names(&orphan.from).join(joint)));
    rows.extend(
        changes
            .chain(orphaned)
            .map(|text| MenuRow::step(text, String::new(), Step::Stay)),
    );
    let said = match report.is_empty() {
        true => locale.newer_small(),
        false => locale.newer_said(),
    };
    let menu = Menu::new(locale.newer_title().to_owned(), String::new(), rows).saying(said);
    app.dialogs.push(Dialog::Menu(menu));
    effects
}

/// What is different in it, with nodes called by their titles; a path that has changed, where the title has not, by both.
fn said(change: &Change, (before, after): (&Outline, &Outline), joint: &str, locale: Locale) -> String {
    let title = |outline: &Outline, place: &Place| match outline.names(place) {
        names if names.is_empty() => place.to_string(),
        names => names.join(joint),
    };
    if let Change::Renamed { from, to } = change {
        let place = |path: &NodePath| {
            let names = path.as_str().split('.');
            names.fold(Place::root(), |around, name| around.child(name))
        };
        let (had, has) = (title(before, &place(from)), title(after, &place(to)));
        if had == has {
            return locale.change_renamed(format!("{had}  {from}"), to);
        }
    }
    let names = Names {
        before: &|place| title(before, place),
        after: &|place| title(after, place),
    };
    change.message_with(locale, &names)
}

/// Asks whether to move to it.
pub(super) fn ask(app: &mut App, entry: Arc<Entry>) {
    let question = app.looks.locale.confirm_newer().to_owned();
    let then = Confirmed::Step(Step::TakeNewer(entry));
    app.dialogs.push(Dialog::Confirm(Confirm { question, then }));
}

/// Moves to it.
pub(super) fn take(app: &mut App, entry: Arc<Entry>) -> Vec<Effect> {
    app.dialogs.clear();
    let mut effects = commit_and_save(app);
    effects.push(Effect::TakeNewer(entry));
    effects
}
