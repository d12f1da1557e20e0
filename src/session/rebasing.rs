//! A session moves to a newer questionnaire: first the person sees what would change, then, if they agree, it is done.
//! Going back to the state from before ([`history`](super::history)) takes it back, questionnaire and all.

use super::catalogue::{self, Entry};
use super::change::{self, Changed};
use super::directory::SessionDirectory;
use super::editions;
use super::library::{self, LibraryError};
use super::open::{OpenError, Want};
use super::store::Store;
use crate::questionnaire::Questionnaire;
use crate::revision::rebase::{self, Report};
use std::ffi::OsStr;
use std::path::Path;
use std::sync::Arc;

/// The questionnaire that has the name of a session's own, if it is another one by now: it ships with a newer version
/// of the program, or its author has changed the file.
pub fn newer(root: Option<&Path>, name: &str, present: &Questionnaire) -> Option<Entry> {
    if name.is_empty() {
        return None;
    }
    let entry = catalogue::find_other_in(root, OsStr::new(name), present.source()).ok()??;
    // Its file may have marks that are no part of it.
    (entry.questionnaire.source() != present.source()).then_some(entry)
}

/// What it would mean to move a session to another questionnaire. Nothing is locked or changed.
///
/// # Errors
/// [`LibraryError`]
pub fn propose(
    store: &Store,
    directory: SessionDirectory,
    newer: &Questionnaire,
) -> Result<Report, LibraryError> {
    let loaded = library::open(store, directory, Want::Read)?;
    Ok(rebase::plan(
        &loaded.questionnaire,
        newer,
        &loaded.session.answers,
    ))
}

/// What moving a session to another questionnaire did.
#[derive(Debug)]
pub struct Rebased {
    /// What changed between the questionnaires.
    pub report: Report,
    /// What changed in the session.
    pub changed: Changed,
}

/// Moves a session to another questionnaire, which it is called after from then on.
///
/// # Errors
/// [`LibraryError`]; nothing has changed then.
pub fn apply(store: &Store, directory: SessionDirectory, newer: &Entry) -> Result<Rebased, LibraryError> {
    let mut report = Report::default();
    let changed = change::change(store, directory, |loaded| {
        report = rebase::plan(
            &loaded.questionnaire,
            &newer.questionnaire,
            &loaded.session.answers,
        );
        let source = newer.questionnaire.source().as_bytes();
        let edition = editions::put(&**store.disk(), &loaded.directory, source).map_err(OpenError::from)?;
        loaded.session.answers = Arc::new(report.apply());
        loaded.session.edition = edition;
        loaded.session.questionnaire.clone_from(&newer.name);
        loaded.questionnaire = newer.questionnaire.clone();
        Ok(())
    })?;
    Ok(Rebased { report, changed })
}
