//! The review: everything that is found on the document, sort by sort, to go to and mend.

use super::super::amount;
use super::super::app::App;
use super::super::command::{Command, Context};
use super::super::dialog::{Dialog, Menu, MenuChoice, MenuRow};
use super::super::effect::Effect;
use super::super::interview::{Interview, ReviewCursor};
use super::super::theme::Glyphs;
use super::interview::{commit_and_save, visit};
use crate::answers::Place;
use crate::check::{Finding, Kind, Problem, Severity, check};
use crate::messages::Locale;
use crate::outline::{Outline, Standing};

/// Opens the review.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    reopen(app, ReviewCursor::default())
}

/// Opens the review where it was left, as things stand now: what was mended is gone from it.
pub(super) fn reopen(app: &mut App, left_at: ReviewCursor) -> Vec<Effect> {
    let effects = commit_and_save(app);
    let Some(interview) = app.interview() else {
        return effects;
    };
    let mut menu = menu(app, interview);
    if !left_at.filter.is_empty() {
        menu.narrow_to(&left_at.filter);
    }
    menu.select(left_at.position);
    app.dialogs.push(Dialog::Menu(menu));
    effects
}

/// Goes to where something was found. A step back leads to the review again.
pub(super) fn mend(app: &mut App, place: &Place) -> Vec<Effect> {
    let left_at = match app.dialogs.last() {
        Some(Dialog::Menu(menu)) => ReviewCursor {
            filter: menu.filter().to_owned(),
            position: menu.selected(),
        },
        _ => ReviewCursor::default(),
    };
    let effects = visit(app, place);
    if let Some(interview) = app.interview_mut() {
        interview.review = Some(left_at);
    }
    let said = app
        .looks
        .locale
        .review_way_back(app.key_of(Command::Back, Context::Interview));
    app.say(said);
    effects
}

fn menu(app: &App, interview: &Interview) -> Menu {
    let (looks, outline) = (app.looks, interview.outline());
    let findings = check(outline, interview.work.document());
    let group = |kind: Kind| {
        let rows = findings.iter().filter(|finding| finding.kind() == kind);
        let rows = rows.map(|finding| row(finding, outline, looks.glyphs, looks.locale));
        (kind.title(looks.locale).to_owned(), rows.collect::<Vec<_>>())
    };
    let groups = Kind::ALL.map(group);
    let limits = outline
        .get(Outline::ROOT)
        .map(|root| outline.node(root).length)
        .unwrap_or_default();
    let by = outline.questionnaire().settings.count_by;
    let length = amount::length(&looks, interview.length, limits, by);
    let title = looks.locale.review_title(findings.len(), length);
    let empty = looks.locale.nothing_open().to_owned();
    Menu::grouped(title, empty, groups.into())
}

fn row(finding: &Finding, outline: &Outline, glyphs: Glyphs, locale: Locale) -> MenuRow {
    let standing = match (&finding.problem, finding.severity()) {
        (Problem::Draft, _) => Standing::Draft,
        (Problem::Untouched, _) => Standing::Untouched,
        (_, Severity::Wrong) => Standing::Invalid,
        (_, Severity::Open) => Standing::Unanswered,
        (_, Severity::Advice) => Standing::Optional,
    };
    MenuRow {
        text: format!(
            "{} {}",
            glyphs.standing(standing),
            finding.subject(locale, outline, glyphs.joint())
        ),
        note: finding.message(locale, outline),
        choice: MenuChoice::Mend(finding.place.clone()),
    }
}
