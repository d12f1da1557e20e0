//! A session whose file makes no sense: what can take its place, and what is different between the two.

use super::super::app::App;
use super::super::dialog::{Dialog, Menu, MenuRow};
use super::super::step::Step;
use super::differences::{self, counts};
use crate::session::recovery::{Recovery, Replacement};
use crate::session::time;
use std::path::PathBuf;
use std::sync::Arc;

/// Says what is wrong, and offers what can be done about it.
pub(super) fn offer(app: &mut App, directory: PathBuf, recovery: Arc<Recovery>) {
    let locale = app.looks.locale;
    let mut rows = Vec::new();
    if let Some(earlier) = recovery.earlier {
        let step = Step::Recover(directory.clone(), Replacement::Earlier(earlier));
        rows.push(MenuRow::step(
            locale.damaged_earlier(saved_at(&recovery)),
            String::new(),
            step,
        ));
    }
    if recovery.can_salvage {
        let step = Step::Recover(directory, Replacement::Salvaged);
        rows.push(MenuRow::step(locale.damaged_salvage(), String::new(), step));
    }
    if recovery.earlier.is_some() && recovery.can_salvage {
        let note = counts(locale, &recovery.differences);
        let step = Step::ShowSalvage(recovery.clone());
        rows.push(MenuRow::step(locale.damaged_differences(), note, step));
    }
    let why = recovery.flaw.message(locale);
    let why = why.trim_end_matches(['。', '.']);
    let said = locale.damaged_said(recovery.file.display(), why);
    let title = locale.damaged_title().to_owned();
    let menu = Menu::new(title, locale.damaged_nothing().to_owned(), rows).saying(said);
    app.dialogs.push(Dialog::Menu(menu));
}

/// When the earlier state that is offered was saved.
fn saved_at(recovery: &Recovery) -> String {
    let saved_at = recovery.earlier.map(|earlier| i64::try_from(earlier.saved_at));
    saved_at.and_then(Result::ok).map(time::shown).unwrap_or_default()
}

/// What the file still holds otherwise than the earlier state.
pub(super) fn show_salvage(app: &mut App, recovery: &Arc<Recovery>) {
    let locale = app.looks.locale;
    let rows = differences::rows(app.looks, None, &recovery.differences, |index| {
        Step::ShowSalvaged(recovery.clone(), index)
    });
    let title = locale.damaged_differences_title(saved_at(recovery));
    let menu = Menu::new(title, locale.timeline_same().to_owned(), rows);
    app.dialogs.push(Dialog::Menu(menu));
}

/// One answer, as it is in the earlier state and in the file.
pub(super) fn show_salvaged(app: &mut App, recovery: &Recovery, index: usize) {
    let locale = app.looks.locale;
    if let Some(difference) = recovery.differences.get(index) {
        let titles = (saved_at(recovery), locale.damaged_in_file().to_owned());
        let mut comparison = differences::comparison(app.looks, None, difference, titles, None);
        if recovery.sensitive.holds(&difference.place) {
            comparison.veil();
        }
        app.dialogs.push(Dialog::Comparison(comparison));
    }
}
