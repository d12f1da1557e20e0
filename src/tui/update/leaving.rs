//! Letting go of the session in hand, and what is done when its last words cannot be saved.

use super::super::action::{Departure, Purpose};
use super::super::app::{App, Leaving, Screen};
use super::super::command::{Command, Context};
use super::super::dialog::{Confirm, Confirmed, Dialog, Menu, MenuChoice, MenuRow};
use super::super::effect::Effect;
use super::super::home::Home;
use super::super::interview::Saving;
use crate::output::file_name;
use crate::session::refusal::Refusal;
use crate::session::seal::seal;
use std::path::PathBuf;

/// Lets go of the session in hand, all saved, and goes on from there.
pub(super) fn leave(app: &mut App, leaving: Leaving) -> Vec<Effect> {
    app.dialogs.clear();
    app.leaving = Some(leaving);
    let now = app.now;
    match &mut app.screen {
        Screen::Home(_) => match leaving {
            Leaving::Quit => vec![Effect::Quit],
            Leaving::ToHome => Vec::new(),
        },
        Screen::Interview(interview) => {
            interview.commit(now);
            let mut effects = super::interview::save(app);
            effects.push(Effect::Close);
            effects
        }
    }
}

/// The session has been let go of.
pub(super) fn left(app: &mut App) -> Vec<Effect> {
    match app.leaving.take() {
        Some(Leaving::Quit) => vec![Effect::Quit],
        Some(Leaving::ToHome) | None => {
            app.screen = Screen::Home(Home::default());
            vec![Effect::List]
        }
    }
}

/// The last words could not be saved: nobody leaves without having been told, and asked where to put them.
pub(super) fn failed(app: &mut App, refusal: Refusal) -> Vec<Effect> {
    let locale = app.looks.locale;
    let row = |text: &str, departure| MenuRow {
        text: text.to_owned(),
        note: String::new(),
        choice: MenuChoice::Depart(departure),
    };
    let rows = vec![
        row(locale.depart_elsewhere(), Departure::Elsewhere),
        row(locale.depart_try_again(), Departure::TryAgain),
        row(
            &locale.depart_stay(app.key_of(Command::Export, Context::Interview)),
            Departure::Stay,
        ),
        row(locale.depart_anyway(), Departure::Anyway),
    ];
    let title = locale.depart_title().to_owned();
    app.complain(refusal.whole.clone());
    if let Some(interview) = app.interview_mut().filter(|interview| !interview.is_read_only()) {
        interview.saving = Saving::Failed(refusal);
    }
    app.dialogs
        .push(Dialog::Menu(Menu::new(title, String::new(), rows)));
    Vec::new()
}

/// The person has chosen what is to be done about it.
pub(super) fn depart(app: &mut App, departure: Departure) -> Vec<Effect> {
    match departure {
        Departure::TryAgain => leave(app, app.leaving.unwrap_or(Leaving::ToHome)),
        Departure::Stay => Vec::new(),
        Departure::Elsewhere => {
            let Some(interview) = app.interview() else {
                return Vec::new();
            };
            let name = file_name::of(&interview.session.name, app.looks.locale.document_file());
            let path = PathBuf::from(&app.export_directory).join(name);
            let title = app.looks.locale.prompt_elsewhere();
            super::home::prompt(app, title, &path.display().to_string(), Purpose::Elsewhere);
            Vec::new()
        }
        Departure::Anyway => {
            let reason = match app.interview().map(|interview| &interview.saving) {
                Some(Saving::Failed(refusal)) => refusal.whole.clone(),
                _ => String::new(),
            };
            let question = app
                .looks
                .locale
                .leave_unsaved(reason, app.key_of(Command::No, Context::Confirm));
            let then = Confirmed::LeaveUnsaved;
            app.dialogs.push(Dialog::Confirm(Confirm { question, then }));
            Vec::new()
        }
    }
}

/// The effect that writes the whole session to a place that the person named.
pub(super) fn elsewhere(app: &mut App, path: PathBuf) -> Vec<Effect> {
    let Some(interview) = app.interview_mut() else {
        return Vec::new();
    };
    let source = interview.outline().questionnaire().source();
    vec![Effect::Elsewhere {
        path,
        questionnaire: source.as_bytes().to_vec(),
        session: seal(&super::interview::text(interview)()).into_bytes(),
    }]
}

/// The session was written there: the program lets go of it, and says where it is, if need be after its end.
pub(super) fn written(app: &mut App, path: PathBuf) -> Vec<Effect> {
    let said = app.looks.locale.written_elsewhere(path.display());
    let mut effects = leave_unsaved(app);
    if effects.iter().any(|effect| matches!(effect, Effect::Quit)) {
        // After the abandoning, so that it is there when the screen is left.
        effects.insert(0, Effect::Farewell(said));
    } else {
        app.say(said);
    }
    effects
}

/// Lets go of the session although its last words are not saved where they belong.
pub(super) fn leave_unsaved(app: &mut App) -> Vec<Effect> {
    let mut effects = vec![Effect::Abandon];
    effects.extend(left(app));
    effects
}
