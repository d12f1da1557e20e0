//! A new session that starts with the answers of an earlier one.

use super::super::action::Purpose;
use super::super::app::{App, Screen};
use super::super::command::{Command, Context};
use super::super::dialog::{Dialog, Menu, MenuRow};
use super::super::effect::Effect;
use super::super::home::{Carrying, Home, Selected};
use super::super::step::Step;
use super::drawers::WORDS;
use crate::answers::Place;
use crate::outline::{MASK, Veil, outline};
use crate::session::names;
use std::sync::Arc;

/// Asks for what is not selected: the session, or the questionnaire.
pub(super) fn begin(app: &mut App) -> Vec<Effect> {
    let locale = app.looks.locale;
    let Screen::Home(home) = &app.screen else {
        return Vec::new();
    };
    let (title, rows): (String, Vec<MenuRow>) = match home.selected() {
        Some(Selected::Session(session)) => {
            let rows = home.starts.iter().enumerate();
            let rows = rows.filter(|(_, start)| !start.name.is_empty());
            let mut rows: Vec<(bool, MenuRow)> = rows
                .map(|(position, start)| {
                    let step = Step::Carry(session.directory.clone(), position);
                    let is_same = start.name == session.questionnaire;
                    (is_same, MenuRow::step(&start.title, &start.name, step))
                })
                .collect();
            // The same questionnaire again is what most will want.
            rows.sort_by_key(|(is_same, _)| !is_same);
            (
                locale.carry_which_questionnaire(&session.name),
                rows.into_iter().map(|(_, row)| row).collect(),
            )
        }
        Some(Selected::Start(position, start)) => {
            let rows = home.sessions.iter().map(|session| {
                let step = Step::Carry(session.directory.clone(), position);
                MenuRow::step(&session.name, &session.saved, step)
            });
            (locale.carry_which_session(&start.title), rows.collect())
        }
        None => return Vec::new(),
    };
    let menu = Menu::new(title, locale.carry_no_session().to_owned(), rows);
    app.dialogs.push(Dialog::Menu(menu));
    Vec::new()
}

/// Session and questionnaire are known: has the session read.
pub(super) fn read(app: &App, directory: std::path::PathBuf, position: usize) -> Vec<Effect> {
    match &app.screen {
        Screen::Home(home) => {
            let start = home.starts.get(position).cloned();
            let effect = start.map(|start| Effect::ReadEarlier(directory, Box::new(start)));
            effect.into_iter().collect()
        }
        Screen::Interview(_) => Vec::new(),
    }
}

/// The earlier session was read: where the author wants the writer to decide, they are asked; else for a name.
pub(super) fn offer(app: &mut App, carrying: Box<Carrying>) {
    let Screen::Home(home) = &mut app.screen else {
        return;
    };
    let asks = !carrying.all.to_decide.is_empty();
    home.carrying = Some(carrying);
    match asks {
        true => app.dialogs.extend(question(app, 0)),
        false => ask_name(app),
    }
}

fn carrying(app: &App) -> Option<&Carrying> {
    match &app.screen {
        Screen::Home(Home { carrying, .. }) => carrying.as_deref(),
        Screen::Interview(_) => None,
    }
}

/// The answers to decide on, each with whether it goes over.
fn question(app: &App, selected: usize) -> Option<Dialog> {
    let locale = app.looks.locale;
    let carrying = carrying(app)?;
    let answers = Arc::new(carrying.all.answers.clone());
    let sensitive = carrying.earlier.sensitive(&carrying.entry.questionnaire);
    let outline = outline(&carrying.entry.questionnaire, &answers).under(Veil::Drawn(Arc::new(sensitive)));
    let rows = carrying.all.to_decide.iter().map(|place| {
        let mark = app.looks.glyphs.chosen(carrying.takes.contains(place), true);
        let title = outline.title(outline.nearest(place));
        let words = answers.answer(place).map(|answer| match outline.hides(place) {
            true => MASK.to_owned(),
            false => answer.value.first_words(WORDS),
        });
        let text = format!("{mark} {title}");
        MenuRow::step(
            text,
            words.unwrap_or_default(),
            Step::ToggleCarried(place.clone()),
        )
    });
    let go_on = MenuRow::step(locale.carry_go_on(), String::new(), Step::NameCarried);
    let rows = rows.chain([go_on]).collect();
    let mut menu = Menu::new(locale.carry_decide_title().to_owned(), String::new(), rows)
        .saying(locale.carry_decide_said(app.key_of(Command::Choose, Context::Menu)));
    menu.select(selected);
    Some(Dialog::Menu(menu))
}

/// Has an answer go over, or no longer.
pub(super) fn toggle(app: &mut App, place: &Place) {
    let Screen::Home(home) = &mut app.screen else {
        return;
    };
    let Some(carrying) = &mut home.carrying else {
        return;
    };
    if !carrying.takes.remove(place) {
        carrying.takes.insert(place.clone());
    }
    let selected = carrying.all.to_decide.iter().position(|other| other == place);
    app.dialogs.extend(question(app, selected.unwrap_or(0)));
}

/// Asks for the name of the new session.
pub(super) fn ask_name(app: &mut App) {
    let locale = app.looks.locale;
    let Screen::Home(home) = &app.screen else {
        return;
    };
    if let Some(carrying) = &home.carrying {
        let suggestion = names::free_name(carrying.suggestion.clone(), &home.names());
        super::home::prompt(app, locale.prompt_name_new(), &suggestion, Purpose::NameCarried);
    }
}

/// Has the session started.
pub(super) fn start(app: &mut App, name: String) -> Vec<Effect> {
    let Screen::Home(home) = &mut app.screen else {
        return Vec::new();
    };
    let carrying = home.carrying.take();
    let effect = carrying.map(|carrying| Effect::StartCarried(carrying, name));
    effect.into_iter().collect()
}
