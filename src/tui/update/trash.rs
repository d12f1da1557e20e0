//! Deleted sessions.

use super::super::app::App;
use super::super::command::{Command, Context};
use super::super::dialog::{Dialog, Menu, MenuRow};
use super::super::home::{TrashRow, progress_shown};
use super::super::step::Step;

/// Shows them, to bring one back.
pub(super) fn show(app: &mut App, rows: Vec<TrashRow>) {
    let locale = app.looks.locale;
    let rows = rows.into_iter().map(|row| {
        let progress = progress_shown(row.progress, row.is_damaged, locale);
        let note = format!("{progress}  {}", row.deleted).trim_start().to_owned();
        MenuRow::step(row.name, note, Step::RestoreSession(row.directory))
    });
    let title = locale.trash_title(app.key_of(Command::Choose, Context::Menu));
    let menu = Menu::new(title, locale.trash_empty().to_owned(), rows.collect());
    app.dialogs.push(Dialog::Menu(menu));
}
