//! The rows of the first screen, as the store and the catalogue give them.

use super::action::Action;
use super::home::{SessionRow, StartRow, TrashRow};
use crate::messages::Locale;
use crate::session::header::Header;
use crate::session::store::{Listed, Store};
use crate::session::trash::Deleted;
use crate::session::{catalogue, format, time};

/// The list of sessions and questionnaires; and what the person is to be told where it could not be read, or where
/// nothing could be saved.
pub(super) fn list(store: &Store, locale: Locale) -> Vec<Action> {
    let listed = store.list();
    let refused = match &listed {
        Err(error) => Some(error.message(locale)),
        Ok(_) => {
            let check = store.check_writable();
            check
                .err()
                .map(|error| locale.store_not_writable(error.message(locale)))
        }
    };
    let sessions = listed.unwrap_or_default().into_iter().map(session_row);
    let year = time::year(time::now());
    let starts = catalogue::headings_in(store.place())
        .into_iter()
        .map(|entry| match entry {
            Ok(heading) => StartRow {
                suggestion: format!("{} {year}", heading.title),
                name: heading.name,
                title: heading.title,
                about: heading.about,
            },
            Err(error) => StartRow {
                name: String::new(),
                title: locale.broken_questionnaire().to_owned(),
                about: Some(error.message(locale)),
                suggestion: String::new(),
            },
        });
    let listed = Action::Listed(sessions.collect(), starts.collect());
    [listed].into_iter().chain(refused.map(Action::Failed)).collect()
}

/// The deleted sessions, the last deleted first.
pub(super) fn trash(store: &Store, locale: Locale) -> Vec<Action> {
    let row = |deleted: Deleted| TrashRow {
        name: name(deleted.header.as_ref()).unwrap_or_else(|| deleted.id.clone()),
        deleted: time::shown(i64::try_from(deleted.at).unwrap_or(i64::MAX)),
        progress: deleted
            .header
            .as_ref()
            .and_then(|header| format::head_progress(&header.table)),
        is_damaged: is_damaged(deleted.header.as_ref()),
        directory: deleted.directory.path().to_owned(),
    };
    vec![match store.deleted() {
        Ok(all) => Action::Trashed(all.into_iter().map(row).collect()),
        Err(error) => Action::Failed(error.message(locale)),
    }]
}

/// The name that a person gave a session.
fn name(header: Option<&Header>) -> Option<String> {
    header
        .map(|header| header.name.clone())
        .filter(|name| !name.is_empty())
}

/// Whether a session's file cannot be read, whatever of its name could be found.
fn is_damaged(header: Option<&Header>) -> bool {
    header.is_none_or(|header| header.is_damaged)
}

fn session_row(listed: Listed) -> SessionRow {
    let header = listed.header.as_ref();
    let questionnaire = header.and_then(|header| header.table.get("questionnaire")?.as_str());
    let saved = listed.saved_at.map(crate::session::disk::unix_seconds);
    SessionRow {
        name: name(header).unwrap_or_else(|| listed.directory.id()),
        questionnaire: questionnaire.unwrap_or_default().to_owned(),
        saved: saved
            .map(|at| time::shown(i64::try_from(at).unwrap_or(0)))
            .unwrap_or_default(),
        progress: header.and_then(|header| format::head_progress(&header.table)),
        is_damaged: is_damaged(header),
        directory: listed.directory.path().to_owned(),
    }
}
