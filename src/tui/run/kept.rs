//! What is kept of the session in hand on the disk: its earlier states.

use super::super::action::Action;
use super::Program;
use crate::answers::Answers;
use crate::session::directory::SessionDirectory;
use crate::session::generations::Generation;
use crate::session::history;
use crate::session::library::{self, LibraryError};
use crate::session::open::Want;
use crate::session::store::StoreError;
use std::path::Path;
use std::sync::Arc;

impl Program {
    /// The earlier states; none of a session that is in memory only.
    pub(super) fn read_timeline(&self, present: &Arc<Answers>, is_offer: bool) -> Vec<Action> {
        let locale = self.app.looks.locale;
        let (Some(directory), Some(interview)) = (&self.directory, self.app.interview()) else {
            return vec![Action::Timeline(Vec::new(), is_offer)];
        };
        let questionnaire = interview.outline().questionnaire();
        let disk = &**self.store.disk();
        vec![
            match history::states(disk, directory, questionnaire, Some(present)) {
                Ok(states) => Action::Timeline(states.into_iter().map(Arc::new).collect(), is_offer),
                Err(error) => Action::Failed(error.message(locale)),
            },
        ]
    }

    /// Goes back to an earlier state, as whoever has no window open on the session would: it is let go of, changed, and
    /// taken up again.
    pub(super) fn take_state(&mut self, generation: Generation) -> Vec<Action> {
        let locale = self.app.looks.locale;
        let Some(directory) = self.directory.clone() else {
            return Vec::new();
        };
        if let Err(error) = self.in_hand.close() {
            return vec![Action::Failed(error.message(locale))];
        }
        let done = history::restore_state(&self.store, directory.clone(), &generation);
        let mut actions = self.reopen(directory);
        actions.push(match done {
            Ok(_) => Action::WentBack(generation),
            Err(error) => Action::Failed(error.message(locale)),
        });
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
            deleted.map(|deleted| self.store.restore(&deleted)).transpose()
        });
        self.listed_after(
            done.map_err(LibraryError::from)
                .map(|restored| restored.map(|_| locale.trash_restored().to_owned())),
        )
    }

    /// Takes up a session again that was let go of; where that fails, the first screen comes back.
    fn reopen(&mut self, directory: SessionDirectory) -> Vec<Action> {
        match library::open(&self.store, directory, Want::Write) {
            Ok(loaded) => self.opened(Ok(loaded)),
            Err(error) => vec![Action::Left, Action::Failed(error.message(self.app.looks.locale))],
        }
    }
}
