//! What is kept and not printed: removed, cleared, hidden, unpaired, or without a question – and the way back for each.

use super::super::app::App;
use super::super::command::{Command, Context};
use super::super::dialog::{Dialog, Menu, MenuChoice, MenuRow};
use super::super::effect::Effect;
use super::super::interview::Interview;
use super::super::step::Step;
use super::interview::{commit_and_save, refuse_read_only, save, visit};
use crate::answers::{Place, Removed, Value};
use crate::interview::aside::{Aside, Why, aside};
use crate::interview::said;
use crate::messages::Locale;
use crate::outline::{MASK, Outline};
use crate::questionnaire::{Condition, Reference};
use crate::revision::fitting_targets;
use crate::session::time;

/// Characters of an answer that a row shows.
pub(super) const WORDS: usize = 30;

/// Shows everything that is kept and not printed.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    let effects = commit_and_save(app);
    let locale = app.looks.locale;
    let Some(interview) = app.interview() else {
        return effects;
    };
    let all = aside(interview.outline());
    let rows = all.iter().map(|aside| row(app, interview, aside, &all));
    let menu = Menu::new(
        locale.drawers_title().to_owned(),
        locale.drawers_empty().to_owned(),
        rows.collect(),
    );
    app.dialogs.push(Dialog::Menu(menu));
    effects
}

fn row(app: &App, interview: &Interview, aside: &Aside, all: &[Aside]) -> MenuRow {
    let locale = app.looks.locale;
    let outline = interview.outline();
    let words = aside
        .answer
        .as_ref()
        .map(|(place, answer)| match outline.hides(place) {
            true => MASK.to_owned(),
            false => {
                Value::Text(said(outline, place, &answer.value, locale.linked_item_gone())).first_words(WORDS)
            }
        })
        .unwrap_or_default();
    let when = |at: i64| match at {
        Removed::AT_NO_KNOWN_TIME => String::new(),
        at => format!("  {}", time::shown(at)),
    };
    let around = &aside.around;
    let (text, note, choice) = match &aside.why {
        Why::Removed { record, at } => (
            match words.is_empty() {
                true => locale.removed_instance_row(around, locale.holds_nothing()),
                false => locale.removed_instance_row(around, words),
            },
            locale.drawer_removed(when(*at)),
            MenuChoice::Step(Step::BringBack(*record)),
        ),
        Why::Cleared { record, at } => (
            named(locale, around, words),
            locale.drawer_cleared(when(*at)),
            MenuChoice::Step(Step::BringBack(*record)),
        ),
        Why::Hidden { by } => {
            let decides = deciding(outline, by);
            let title = decides.as_ref().and_then(|place| outline.title_at(place));
            let note = match title {
                Some(title) => locale.drawer_hidden(title),
                None => locale.drawer_hidden_somehow().to_owned(),
            };
            let to = decides.unwrap_or_else(|| by.clone());
            (named(locale, around, words), note, MenuChoice::Visit(to))
        }
        Why::Unpaired { instance } => {
            let partner = all.iter().find_map(|other| match other.why {
                Why::Removed { record, .. } if is_partner(outline, instance, &other.place) => Some(record),
                _ => None,
            });
            let choice = match partner {
                Some(record) => MenuChoice::Step(Step::BringBack(record)),
                None => MenuChoice::Visit(instance.clone()),
            };
            (
                named(locale, around, words),
                locale.drawer_unpaired().to_owned(),
                choice,
            )
        }
        Why::Orphaned => (
            named(
                locale,
                &outline.names(&aside.place).join(app.looks.glyphs.joint()),
                words,
            ),
            locale.drawer_orphaned(app.key_of(Command::Choose, Context::Menu)),
            MenuChoice::Step(Step::ShowTargets(aside.place.clone())),
        ),
    };
    MenuRow { text, note, choice }
}

/// The words of an answer behind the name of its question, which may end in a mark of its own.
fn named(locale: Locale, around: &str, words: String) -> String {
    match around.ends_with(['？', '?']) {
        true => locale.removed_answer_asked(around, words),
        false => locale.removed_answer_row(around, words),
    }
}

/// The question that decides whether what stands at a place is hidden; where several do, the first.
fn deciding(outline: &Outline, hidden: &Place) -> Option<Place> {
    let node = outline.questionnaire().find(&hidden.path()?)?;
    let when = outline.questionnaire().node(node).when.as_ref()?;
    outline.resolve(hidden, subject(when)?)
}

fn subject(condition: &Condition) -> Option<Reference> {
    match condition {
        Condition::All(all) | Condition::Any(all) => all.iter().find_map(subject),
        Condition::Not(condition) => subject(condition),
        Condition::Answer { subject, .. } => Some(*subject),
    }
}

/// Whether the instance at `place` is the one that `instance` was paired with.
fn is_partner(outline: &Outline, instance: &Place, place: &Place) -> bool {
    let questionnaire = outline.questionnaire();
    let node = |place: &Place| questionnaire.find(&place.path()?);
    let root = node(instance).map(|node| questionnaire.pair_root(node));
    root.is_some() && root == node(place) && instance.instance() == place.instance()
}

/// Brings back what was removed. What has taken its place meanwhile is kept in turn.
pub(super) fn bring_back(app: &mut App, record: usize) -> Vec<Effect> {
    let (locale, now) = (app.looks.locale, app.now);
    app.dialogs.clear();
    if refuse_read_only(app) {
        return Vec::new();
    }
    let Some(interview) = app.interview_mut() else {
        return Vec::new();
    };
    match interview.work.restore(record, now) {
        Some(place) => {
            interview.refresh();
            interview.visit(&place);
            app.say(locale.restored());
            save(app)
        }
        None => {
            app.complain(locale.restore_failed());
            Vec::new()
        }
    }
}

/// Shows the questions that an orphaned answer can be moved to.
pub(super) fn show_targets(app: &mut App, orphan: &Place) {
    let locale = app.looks.locale;
    let Some(interview) = app.interview() else { return };
    let outline = interview.outline();
    let rows = fitting_targets(outline, orphan).into_iter().filter_map(|target| {
        let id = outline.find(&target.place)?;
        let around = outline.get(id)?.parent.map(|parent| outline.title(parent));
        let text = match around {
            Some(around) => format!("{around}{}{}", app.looks.glyphs.joint(), outline.title(id)),
            None => outline.title(id),
        };
        let note = match target.is_answered {
            true => locale.drawer_target_answered(),
            false => "",
        };
        let step = Step::MoveOrphan(orphan.clone(), target.place);
        Some(MenuRow::step(text, note, step))
    });
    let words = outline
        .answers()
        .answer(orphan)
        .map(|answer| match outline.hides(orphan) {
            true => MASK.to_owned(),
            false => answer.value.first_words(WORDS),
        });
    let menu = Menu::new(
        locale.drawer_targets_title(words.unwrap_or_default()),
        locale.drawer_targets_empty().to_owned(),
        rows.collect(),
    );
    app.dialogs.push(Dialog::Menu(menu));
}

/// Moves an orphaned answer to a question.
pub(super) fn move_orphan(app: &mut App, orphan: &Place, to: &Place) -> Vec<Effect> {
    let (locale, now) = (app.looks.locale, app.now);
    app.dialogs.clear();
    if refuse_read_only(app) {
        return Vec::new();
    }
    let Some(interview) = app.interview_mut() else {
        return Vec::new();
    };
    if !interview.work.move_orphan(orphan, to, now) {
        app.complain(locale.restore_failed());
        return Vec::new();
    }
    interview.load_field();
    let effects = visit(app, to);
    app.say(locale.drawer_moved(app.key_of(Command::Undo, Context::Interview)));
    effects
}
