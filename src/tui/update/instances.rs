//! Instances of repeated sections: adding, removing, moving.

use super::super::app::App;
use super::super::command::{Command, Context};
use super::super::dialog::{Confirm, Confirmed, Dialog};
use super::super::effect::Effect;
use super::super::field::Field;
use super::super::interview::{Focus, Interview};
use super::interview::{commit_and_save, save};
use crate::answers::Place;
use crate::interview::Unmoved;
use crate::interview::pairs::{
    Following, followed_up, following_around, holds_answers, paired_titles, shared_by,
};
use crate::interview::stops::groups_to_add_to;
use crate::outline::{Form, ItemId};

/// The item that group commands act on: under the cursor of the outline pane, else the present stop.
fn subject(interview: &Interview) -> Option<ItemId> {
    let place = match interview.focus {
        Focus::Outline => interview.outline_pane.place()?,
        Focus::Answer | Focus::Page => &interview.at,
    };
    interview.outline().find(place)
}

pub(super) fn add(app: &mut App) -> Vec<Effect> {
    let is_missing =
        |interview: &Interview| interview.focus == Focus::Answer && matches!(interview.field, Field::Missing);
    if app.interview().is_some_and(is_missing) {
        return super::cell::begin_missing(app);
    }
    let mut effects = commit_and_save(app);
    let mut random = app.random.clone();
    let Some(interview) = app.interview_mut().filter(|interview| !interview.is_read_only()) else {
        return effects;
    };
    let subject = subject(interview);
    let group = subject.and_then(|id| interview.work.group_around(id));
    let after = subject.and_then(|id| interview.work.instance_around(id));
    let added = group.and_then(|group| {
        let id = interview.work.free_id(&group, || random.u32(..));
        let after = after.filter(|after| after.without_instance() == group);
        interview
            .work
            .add_instance(&group, after.as_ref().and_then(Place::instance), id)
    });
    match added {
        Some(place) => {
            interview.refresh();
            interview.focus_on(Focus::Answer);
            interview.visit(&place);
            effects.extend(save(app));
        }
        None => {
            let following = subject.and_then(|id| following_around(interview.outline(), id));
            let group = following.as_ref().map(|following| following.source).or(subject);
            let full = group.and_then(|id| interview.work.limit_reached(id));
            match following.filter(|_| full.is_none()) {
                Some(Following { own, source, .. }) => {
                    let (own, source) = (interview.outline().title(own), interview.outline().title(source));
                    app.say(app.looks.locale.paired_elsewhere(own, source));
                }
                None => refuse_to_add(app, full),
            }
        }
    }
    app.random = random;
    effects
}

/// Says why nothing can be added: the group has as many instances as it may, or there is none here.
pub(super) fn refuse_to_add(app: &mut App, limit: Option<usize>) {
    let locale = app.looks.locale;
    let Some(interview) = app.interview() else { return };
    app.say(match limit {
        Some(max) => locale.group_full(max),
        None => locale.nothing_to_add_here(&groups_to_add_to(interview.outline())),
    });
}

pub(super) fn ask_remove(app: &mut App) -> Vec<Effect> {
    let effects = commit_and_save(app);
    let instance = app.interview().and_then(|interview| {
        let id = subject(interview)?;
        interview.work.instance_around(id)
    });
    ask_remove_of(app, instance);
    effects
}

/// Asks whether an instance is to be removed, and says so where there is none.
pub(super) fn ask_remove_of(app: &mut App, instance: Option<Place>) {
    let locale = app.looks.locale;
    let Some(interview) = app.interview().filter(|interview| !interview.is_read_only()) else {
        return;
    };
    let outline = interview.outline();
    let title = instance.as_ref().and_then(|place| outline.title_at(place));
    let (Some(place), Some(title)) = (instance, title) else {
        app.say(locale.nothing_to_remove());
        return;
    };
    let paired = paired_titles(outline, &place);
    let shared_by = shared_by(outline, &place);
    let removed = app.key_of(Command::Removed, Context::Interview);
    let list = |titles: Vec<String>| titles.join(locale.enumeration_joint());
    let mut question = match (paired.is_empty(), holds_answers(outline, &place)) {
        (true, true) => locale.confirm_remove_instance(title, removed),
        (true, false) => locale.confirm_remove_blank(title, removed),
        (false, true) => locale.confirm_remove_paired(title, list(paired), removed),
        (false, false) => locale.confirm_remove_blank_paired(title, list(paired), removed),
    };
    let answered_by: Vec<String> = followed_up(outline, &place)
        .into_iter()
        .filter(|(column, cell)| column.linking.is_some() && !cell.is_empty())
        .map(|(column, cell)| locale.answered_by(cell.len(), column.title))
        .collect();
    if !answered_by.is_empty() {
        question = locale.confirm_remove_answered(list(answered_by), question);
    }
    if !shared_by.is_empty() {
        question = locale.confirm_remove_shared(list(shared_by), question);
    }
    let then = Confirmed::RemoveInstance(place);
    app.dialogs.push(Dialog::Confirm(Confirm { question, then }));
}

/// Removes an instance. The writer who was in it goes to the one that takes its place, else to the one before it.
pub(super) fn remove(app: &mut App, place: &Place) -> Vec<Effect> {
    let (locale, now) = (app.looks.locale, app.now);
    let Some(interview) = app.interview_mut().filter(|interview| !interview.is_read_only()) else {
        return Vec::new();
    };
    let group = place.without_instance();
    let before = interview.work.answers().instances(&group);
    let position = before.iter().position(|id| Some(id) == place.instance());
    if !interview.work.remove_instance(place, now) {
        return Vec::new();
    }
    let present = interview.work.answers().instances(&group);
    let neighbour = position
        .and_then(|position| present.get(position))
        .or(present.last())
        .map_or_else(|| group.clone(), |id| group.with_instance(id));
    let is_gone = interview.outline().find(&interview.at).is_none();
    interview.refresh();
    match is_gone {
        true => interview.visit(&neighbour),
        false => interview.stay(),
    }
    if interview.focus == Focus::Outline {
        interview.outline_pane.show(&neighbour);
    }
    super::pairs::renew(app, None);
    let removed = app.key_of(Command::Removed, Context::Interview);
    let undo = app.key_of(Command::Undo, Context::Interview);
    app.say(locale.removed_instance(removed, undo));
    save(app)
}

pub(super) fn move_by(app: &mut App, by: isize) -> Vec<Effect> {
    let mut effects = commit_and_save(app);
    let Some(interview) = app.interview_mut().filter(|interview| !interview.is_read_only()) else {
        return effects;
    };
    let subject = subject(interview);
    let instance = subject.and_then(|id| interview.work.instance_around(id));
    if let Some(instance) = instance
        && interview.work.move_instance(&instance, by)
    {
        interview.refresh();
        effects.extend(save(app));
        say_moved(app, &instance);
    } else {
        let why = Unmoved::of(&interview.work, subject, by);
        app.say(why.message(app.looks.locale));
    }
    effects
}

/// Says where an instance is now: it may be out of view, as may all its like.
pub(super) fn say_moved(app: &mut App, instance: &Place) {
    let Some(outline) = app.interview().map(Interview::outline) else {
        return;
    };
    let item = outline.find(instance).and_then(|id| outline.get(id));
    if let Some(Form::Instance { position, of }) = item.map(|item| item.form) {
        let title = outline.title_at(instance).unwrap_or_default();
        app.say(app.looks.locale.moved(title, position, of));
    }
}
