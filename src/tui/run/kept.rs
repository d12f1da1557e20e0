//! What is kept of the session in hand on the disk: its earlier states.

use super::super::action::Action;
use super::super::command::{Command, Context};
use super::super::home::{Carrying, StartRow};
use super::Program;
use crate::answers::{Answers, Place};
use crate::outline::Standing;
use crate::outline::Veil;
use crate::session::Session;
use crate::session::carrying::Earlier;
use crate::session::catalogue::{self, Entry};
use crate::session::directory::SessionDirectory;
use crate::session::generations::Generation;
use crate::session::history;
use crate::session::library::{self, LibraryError};
use crate::session::open::Want;
use crate::session::rebasing;
use crate::session::store::{Store, StoreError};
use crate::session::time;
use crate::session::trash::Deleted;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl Program {
    /// The earlier states; none of a session that is in memory only.
    pub(super) fn read_timeline(&self, present: &Arc<Answers>) -> Vec<Action> {
        let locale = self.app.looks.locale;
        let (Some(directory), Some(interview)) = (&self.directory, self.app.interview()) else {
            return vec![Action::Timeline(Vec::new())];
        };
        let questionnaire = interview.outline().questionnaire();
        let disk = &**self.store.disk();
        vec![
            match history::states(disk, directory, questionnaire, Some(present), &Veil::Lifted) {
                Ok(states) => Action::Timeline(states.into_iter().map(Arc::new).collect()),
                Err(error) => Action::Failed(error.message(locale)),
            },
        ]
    }

    /// Goes back to an earlier state, as whoever has no window open on the session would: it is let go of, changed, and
    /// taken up again.
    pub(super) fn take_state(&mut self, generation: Generation) -> Vec<Action> {
        self.change_whole(|store, directory| {
            history::restore_state(store, directory, &generation)?;
            Ok(Action::WentBack(generation))
        })
    }

    /// Moves the session to a newer questionnaire.
    pub(super) fn take_newer(&mut self, entry: &Entry) -> Vec<Action> {
        let said = self.app.looks.locale.newer_taken();
        self.change_whole(|store, directory| {
            rebasing::apply(store, directory, entry)?;
            Ok(Action::Insisted(said.to_owned(), false))
        })
    }

    /// Changes the session in hand as a whole.
    fn change_whole(
        &mut self,
        change: impl FnOnce(&Store, SessionDirectory) -> Result<Action, LibraryError>,
    ) -> Vec<Action> {
        let locale = self.app.looks.locale;
        let Some(directory) = self.directory.clone() else {
            let said = locale.session_not_placed();
            return vec![Action::Failed(said.to_owned())];
        };
        if let Err(error) = self.in_hand.close() {
            return vec![Action::Failed(error.message(locale))];
        }
        let done = change(&self.store, directory.clone());
        let mut actions = self.reopen(directory);
        actions.push(done.unwrap_or_else(|error| Action::Failed(error.message(locale))));
        actions
    }

    /// Reads a session, to start with its answers on a questionnaire.
    pub(super) fn read_earlier(&self, directory: PathBuf, row: &StartRow) -> Vec<Action> {
        let locale = self.app.looks.locale;
        let entry = match catalogue::find_in(self.store.place(), OsStr::new(&row.name)) {
            Ok(entry) => entry,
            Err(error) => return vec![Action::Failed(error.message(locale))],
        };
        vec![
            match Earlier::read(&self.store, SessionDirectory::new(directory)) {
                Ok(earlier) => Action::EarlierRead(Box::new(Carrying {
                    all: earlier.carried(&entry.questionnaire, |_| true),
                    earlier,
                    entry,
                    takes: BTreeSet::new(),
                    suggestion: row.suggestion.clone(),
                })),
                Err(error) => Action::Failed(error.message(locale)),
            },
        ]
    }

    /// Starts a session with the answers of an earlier one.
    pub(super) fn start_carried(&mut self, carrying: &Carrying, name: String) -> Vec<Action> {
        let questionnaire = &carrying.entry.questionnaire;
        let takes = |place: &Place| carrying.takes.contains(place);
        let carried = carrying.earlier.carried(questionnaire, takes);
        let mut count = 0_usize;
        carried.answers.visit(|_, _| count = count.saturating_add(1));
        let mut session = Session::new(name, carrying.entry.name.clone(), time::now());
        session.answers = Arc::new(carried.answers);
        let mut actions = self.start_on(questionnaire, session);
        let said = self.app.looks.locale.carried_over(
            count,
            self.app.looks.glyphs.standing(Standing::Untouched),
            self.app.key_of(Command::Keep, Context::Interview),
        );
        actions.push(Action::Insisted(said, false));
        actions
    }

    /// Moves a deleted session back to the others.
    pub(super) fn restore_session(&self, directory: &Path) -> Vec<Action> {
        let locale = self.app.looks.locale;
        let deleted = self.store.deleted().map_err(StoreError::from);
        let done = deleted.and_then(|all| {
            let deleted = all
                .into_iter()
                .find(|deleted| deleted.directory.path() == directory);
            let restored = deleted.map(|deleted| Ok((self.store.restore(&deleted)?, deleted)));
            restored.transpose()
        });
        let came_of_it = |restored: Option<(SessionDirectory, Deleted)>| {
            let restored = restored.map(|(directory, deleted)| {
                let said = match deleted.renamed_in(&**self.store.disk(), &directory) {
                    Some((had, has)) => Action::Insisted(locale.restored_under(had, has), false),
                    None => Action::Said(locale.trash_restored().to_owned()),
                };
                [Action::Mark(directory.path().to_owned()), said]
            });
            restored.into_iter().flatten().collect()
        };
        self.listed_after(done.map_err(LibraryError::from).map(came_of_it))
    }

    /// Takes up a session again that was let go of; where that fails, the first screen comes back.
    fn reopen(&mut self, directory: SessionDirectory) -> Vec<Action> {
        match library::open(&self.store, directory, Want::Write) {
            Ok(loaded) => self.opened(Ok(loaded)),
            Err(error) => vec![Action::Left, Action::Failed(error.message(self.app.looks.locale))],
        }
    }
}
