//! A session in hand.

use super::super::action::Purpose;
use super::super::app::App;
use super::super::command::{Command, Context};
use super::super::dialog::{Dialog, Menu, MenuRow};
use super::super::effect::Effect;
use super::super::field::Field;
use super::super::interview::{Focus, Interview, Saving};
use super::super::layout::{self, panes::Side};
use super::super::page;
use super::super::step::{Sensitive, Step};
use crate::answers::Place;
use crate::export::{Format, PlainText};
use crate::interview::handed_on;
use crate::outline::ItemId;
use crate::output::file_name;
use std::path::{Path, PathBuf};

pub(super) fn obey(app: &mut App, command: Command) -> Vec<Effect> {
    if changes_answers(command) && refuse_read_only(app) {
        return Vec::new();
    }
    let focus = app.interview().map(|interview| interview.focus);
    if focus == Some(Focus::Answer)
        && let Some(effects) = super::field::obey(app, command)
    {
        return effects;
    }
    match command {
        Command::Next => step(app, |interview, from| interview.stops.next(from)),
        Command::Previous => step(app, |interview, from| interview.stops.previous(from)),
        Command::NextOpen => next_open(app),
        Command::FocusOutline => focus_on(app, Focus::Outline),
        Command::FocusPage => focus_on(app, Focus::Page),
        Command::Review => super::review::open(app),
        Command::RuleLeft => super::panes::move_rule(app, -1),
        Command::RuleRight => super::panes::move_rule(app, 1),
        Command::UsualWidths => super::panes::reset(app),
        Command::HideOutline => super::panes::hide(app, Side::Outline),
        Command::HidePage => super::panes::hide(app, Side::Page),
        Command::Pairs => super::pairs::open(app),
        Command::PairOrder => super::pairs::switch_order(app),
        Command::Timeline => super::timeline::open(app),
        Command::Removed => super::drawers::open(app),
        Command::NewerQuestionnaire => super::newer::report(app),
        Command::Keep => keep(app),
        Command::Reveal => reveal(app),
        Command::Export => ask_export(app),
        Command::Save => commit_and_save(app),
        Command::AddInstance => super::instances::add(app),
        Command::RemoveInstance => super::instances::ask_remove(app),
        Command::MoveUp => super::instances::move_by(app, -1),
        Command::MoveDown => super::instances::move_by(app, 1),
        Command::Undo | Command::Redo => super::undoing::undo(app, command),
        Command::ExternalEditor => external_editor(app),
        Command::TypingAid => {
            app.typing_aid = !app.typing_aid;
            let locale = app.looks.locale;
            app.say(match app.typing_aid {
                true => locale.typing_aid_on(app.key_of(Command::Undo, Context::Interview)),
                false => locale.typing_aid_off().to_owned(),
            });
            Vec::new()
        }
        _ => match focus {
            Some(Focus::Outline) => in_outline(app, command),
            Some(Focus::Page) => in_page(app, command),
            Some(Focus::Answer) => super::edit::obey(app, command).unwrap_or_default(),
            None => Vec::new(),
        },
    }
}

/// Takes what is typed into the answers and has it saved.
pub(super) fn commit_and_save(app: &mut App) -> Vec<Effect> {
    let now = app.now;
    let Some(interview) = app.interview_mut() else {
        return Vec::new();
    };
    let before = interview.work.answers().clone();
    interview.commit(now);
    let unsaved = matches!(interview.saving, Saving::Unsaved | Saving::Failed(_));
    let parked = interview.newly_parked();
    if std::sync::Arc::ptr_eq(&before, interview.work.answers()) && !unsaved {
        return Vec::new();
    }
    if parked > 0 {
        let removed = app.key_of(Command::Removed, Context::Interview);
        app.say(app.looks.locale.newly_parked(parked, removed));
    }
    save(app)
}

/// The effect that saves the session as it is.
pub(super) fn save(app: &mut App) -> Vec<Effect> {
    let Some(interview) = app.interview_mut().filter(|interview| !interview.is_read_only()) else {
        return Vec::new();
    };
    vec![Effect::Save(Box::new(text(interview)))]
}

/// What makes the text of the session as it is, on whichever thread.
pub(super) fn text(interview: &mut Interview) -> impl FnOnce() -> String + Send + use<> {
    interview.session.answers = interview.work.answers().clone();
    let session = interview.session.clone();
    let outline = interview.work.outline().clone();
    move || {
        let progress = outline
            .get(crate::outline::Outline::ROOT)
            .map(|root| root.progress)
            .unwrap_or_default();
        session.to_text(outline.questionnaire(), progress)
    }
}

/// The person has paused: what is typed is saved, and the page follows.
pub(super) fn pause(app: &mut App) -> Vec<Effect> {
    let now = app.now;
    let Some(interview) = app.interview_mut().filter(|interview| interview.dirty) else {
        return Vec::new();
    };
    if let Field::Text(field) = &mut interview.field {
        field.editor.break_undo_run();
    }
    interview.draft(now);
    save(app)
}

/// Commits what is typed, then goes to the stop that `to` gives for the present one.
fn step(app: &mut App, to: impl FnOnce(&Interview, ItemId) -> Option<ItemId>) -> Vec<Effect> {
    let mut effects = commit_and_save(app);
    let locale = app.looks.locale;
    let Some(interview) = app.interview_mut() else {
        return effects;
    };
    let from = interview.stops.at(interview.outline(), &interview.at);
    match from.and_then(|from| to(interview, from)) {
        Some(stop) => {
            interview.focus_on(Focus::Answer);
            interview.stand_at(Some(stop));
            effects.extend(save(app));
        }
        None => {
            let review = app.key_of(Command::Review, Context::Interview);
            let export = app.key_of(Command::Export, Context::Interview);
            app.say(locale.no_further_stop(review, export));
        }
    }
    effects
}

fn next_open(app: &mut App) -> Vec<Effect> {
    let mut effects = commit_and_save(app);
    let locale = app.looks.locale;
    let Some(interview) = app.interview_mut() else {
        return effects;
    };
    let from = interview.outline().find(&interview.at);
    let open = interview.stops.next_open(interview.outline(), from);
    match open
        .and_then(|id| interview.outline().get(id))
        .map(|item| item.place.clone())
    {
        Some(place) => effects.extend(visit(app, &place)),
        None => app.say(locale.nothing_open()),
    }
    effects
}

/// Commits what is typed and goes to the stop nearest to a place.
pub(super) fn visit(app: &mut App, place: &Place) -> Vec<Effect> {
    let mut effects = commit_and_save(app);
    app.dialogs.clear();
    if let Some(interview) = app.interview_mut() {
        interview.focus_on(Focus::Answer);
        interview.visit(place);
        effects.extend(save(app));
    }
    effects
}

fn focus_on(app: &mut App, focus: Focus) -> Vec<Effect> {
    let effects = commit_and_save(app);
    if let Some(interview) = app.interview_mut() {
        let is_there = interview.focus == focus;
        interview.focus_on(if is_there { Focus::Answer } else { focus });
        match focus {
            Focus::Page => interview.prefers_page = true,
            Focus::Outline => interview.prefers_page = false,
            Focus::Answer => {}
        }
        interview.page.turn_again();
    }
    effects
}

fn in_outline(app: &mut App, command: Command) -> Vec<Effect> {
    let height = isize::try_from(app.size.height).unwrap_or(24) - 4;
    let Some(interview) = app.interview_mut() else {
        return Vec::new();
    };
    let pane = &mut interview.outline_pane;
    match command {
        Command::Up => pane.move_by(-1),
        Command::Down => pane.move_by(1),
        Command::PageBack => pane.move_by(-height),
        Command::PageOn => pane.move_by(height),
        Command::ToStart => pane.move_by(isize::MIN + 1),
        Command::ToEnd => pane.move_by(isize::MAX),
        Command::Fold => pane.toggle_fold(interview.work.outline(), &interview.at),
        Command::ShowParked => pane.toggle_parked(interview.work.outline(), &interview.at),
        Command::Choose => return choose_in_outline(app),
        _ => {}
    }
    Vec::new()
}

/// Goes to what is under the cursor. What is parked cannot be gone to; it is said what is kept there.
pub(super) fn choose_in_outline(app: &mut App) -> Vec<Effect> {
    let locale = app.looks.locale;
    let Some(row) = app.interview().and_then(|interview| interview.outline_pane.row()) else {
        return Vec::new();
    };
    match &row.parked {
        Some(kept) => {
            let said = match &kept.words {
                Some(words) => locale.parked_row(words),
                None => locale.parked_row_hidden().to_owned(),
            };
            app.say(said);
            Vec::new()
        }
        None => {
            let place = row.place.clone();
            visit(app, &place)
        }
    }
}

fn in_page(app: &mut App, command: Command) -> Vec<Effect> {
    // The cursor goes by rows, which the screen's size makes.
    layout::lay_out(app);
    let Some(interview) = app.interview_mut() else {
        return Vec::new();
    };
    let page = &mut interview.page;
    match command {
        Command::Up => page.move_by(-1),
        Command::Down => page.move_by(1),
        Command::PageBack => page.turn_screen(false),
        Command::PageOn => page.turn_screen(true),
        Command::ToStart => page.move_to_start(),
        Command::ToEnd => page.move_to_end(),
        Command::Left => page.move_in_row(false),
        Command::Right => page.move_in_row(true),
        Command::Choose => {
            let span = page.span_at_cursor();
            let place = span.and_then(|span| page::place_of(interview.work.document(), span));
            return place.map(|place| visit(app, &place)).unwrap_or_default();
        }
        _ => {}
    }
    Vec::new()
}

/// Shows answers to sensitive questions, or no longer.
fn reveal(app: &mut App) -> Vec<Effect> {
    let effects = commit_and_save(app);
    let locale = app.looks.locale;
    let shown = app.interview_mut().map(Interview::turn_veil);
    app.say(match shown {
        Some(true) => locale.veil_lifted(app.key_of(Command::Reveal, Context::Interview)),
        _ => locale.veil_drawn().to_owned(),
    });
    effects
}

/// Keeps an answer that was carried over as it is: the writer has looked at it. Then goes on. Where nothing waits to be
/// looked at, goes on to where something does.
fn keep(app: &mut App) -> Vec<Effect> {
    let now = app.now;
    let Some(interview) = app.interview_mut().filter(|interview| !interview.is_read_only()) else {
        return Vec::new();
    };
    if !interview.is_untouched() {
        return next_to_keep(app);
    }
    interview.keep(now);
    let mut effects = save(app);
    effects.extend(step(app, |interview, from| interview.stops.next(from)));
    effects
}

/// Goes to the next answer that was carried over and waits to be looked at; where none does, says which key leads on.
fn next_to_keep(app: &mut App) -> Vec<Effect> {
    let mut effects = commit_and_save(app);
    let locale = app.looks.locale;
    let Some(interview) = app.interview() else {
        return effects;
    };
    let outline = interview.outline();
    let waits = interview
        .stops
        .next_untouched(outline, outline.find(&interview.at))
        .and_then(|id| outline.get(id))
        .map(|item| item.place.clone());
    match waits {
        Some(place) => {
            effects.extend(visit(app, &place));
            app.say(locale.next_to_keep(app.key_of(Command::Keep, Context::Interview)));
        }
        None => app.say(locale.nothing_to_keep(app.key_of(Command::NextOpen, Context::Interview))),
    }
    effects
}

fn ask_export(app: &mut App) -> Vec<Effect> {
    let effects = commit_and_save(app);
    let locale = app.looks.locale;
    let path = PathBuf::from(&app.export_directory).join(export_file_name(app));
    let path = path.display().to_string();
    super::home::prompt(app, locale.prompt_export(), &path, Purpose::ExportTo);
    effects
}

/// Says that nothing can be changed, why, and what to do about it, where that is so.
pub(super) fn refuse_read_only(app: &mut App) -> bool {
    let said = match app.interview().map(|interview| &interview.saving) {
        Some(Saving::ReadOnly(reason)) => app.looks.locale.opened_read_only(reason),
        _ => return false,
    };
    app.complain(said);
    true
}

/// Whether a command changes answers wherever it is given in a session.
pub(super) fn changes_answers(command: Command) -> bool {
    matches!(
        command,
        Command::AddInstance
            | Command::RemoveInstance
            | Command::DuplicateInstance
            | Command::MoveUp
            | Command::MoveDown
            | Command::Undo
            | Command::Redo
            | Command::Keep
            | Command::Toggle
            | Command::ExternalEditor
    )
}

/// The name that the text's file gets by itself.
pub(in crate::tui) fn export_file_name(app: &App) -> String {
    let session = app.interview().map(|interview| interview.session.name.as_str());
    let name = file_name::of(session.unwrap_or_default(), app.looks.locale.document_file());
    format!("{name}.{}", Format::Text.extension())
}

/// The text could not be written there: another place can be named at once.
pub(super) fn export_failed(app: &mut App, path: &Path, reason: String) {
    ask_path(app, path);
    app.complain(reason);
}

/// Asks where the text is to go, with a place to go on from.
pub(super) fn ask_path(app: &mut App, path: &Path) {
    let path = path.display().to_string();
    super::home::prompt(app, app.looks.locale.prompt_export(), &path, Purpose::ExportTo);
}

/// Has the text written to a file. Where it holds answers to sensitive questions, it is asked first whether they are to
/// be in it.
pub(super) fn ask_sensitive(app: &mut App, path: PathBuf) -> Vec<Effect> {
    let locale = app.looks.locale;
    let Some(interview) = app.interview() else {
        return Vec::new();
    };
    let outline = interview.outline();
    let held = interview.sensitive.places(outline.answers()).len();
    if held == 0 {
        return export(app, path, false, Sensitive::Included);
    }
    let row = |text: &str, choice| MenuRow::step(text, String::new(), Step::Export(path.clone(), choice));
    let rows = vec![
        row(locale.export_without_sensitive(), Sensitive::LeftOut),
        row(locale.export_with_sensitive(), Sensitive::Included),
    ];
    let menu = Menu::new(locale.export_sensitive_title(held), String::new(), rows);
    app.dialogs.push(Dialog::Menu(menu));
    Vec::new()
}

/// The effect that writes the text to a file.
pub(super) fn export(app: &App, path: PathBuf, overwrite: bool, with: Sensitive) -> Vec<Effect> {
    let Some(interview) = app.interview() else {
        return Vec::new();
    };
    let options = PlainText::default();
    let bytes = match with {
        Sensitive::Included => Format::Text.export(interview.work.document(), &options),
        Sensitive::LeftOut => {
            let document = handed_on(interview.outline(), &interview.sensitive);
            Format::Text.export(&document, &options)
        }
    };
    vec![Effect::Export {
        path,
        bytes,
        overwrite,
        with,
    }]
}

fn external_editor(app: &mut App) -> Vec<Effect> {
    if app.interview().is_some_and(Interview::is_veiled) {
        app.say(app.hints.veiled.clone());
        return Vec::new();
    }
    let Some(interview) = app.interview().filter(|interview| !interview.is_read_only()) else {
        return Vec::new();
    };
    match &interview.field {
        Field::Text(field) => vec![Effect::ExternalEditor(field.editor.text())],
        _ => Vec::new(),
    }
}
