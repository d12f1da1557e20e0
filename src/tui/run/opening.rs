//! Sessions are taken in hand: opened, started, or started in memory where the disk refuses them.

use super::super::action::Action;
use super::super::home::StartRow;
use super::{Incoming, Program};
use crate::interview::Work;
use crate::questionnaire::Questionnaire;
use crate::session::directory::SessionDirectory;
use crate::session::keeper::Keeper;
use crate::session::library::{self, LibraryError, Loaded};
use crate::session::open::Want;
use crate::session::rebasing;
use crate::session::recovery::{self, Replacement};
use crate::session::refusal::Refusal;
use crate::session::saver::Saver;
use crate::session::unplaced::Unplaced;
use crate::session::writer::SessionWriter;
use crate::session::{Session, catalogue, time};
use std::ffi::OsStr;
use std::sync::Arc;

impl Program {
    pub(super) fn start(&mut self, row: &StartRow, name: String) -> Vec<Action> {
        let locale = self.app.looks.locale;
        match catalogue::find_in(self.store.place(), OsStr::new(&row.name)) {
            Ok(entry) => {
                let session = Session::new(name, entry.name, time::now());
                self.start_on(&entry.questionnaire, session)
            }
            Err(error) => vec![Action::Failed(error.message(locale))],
        }
    }

    /// Starts a session, in memory where the disk refuses it.
    pub(super) fn start_on(&mut self, questionnaire: &Arc<Questionnaire>, session: Session) -> Vec<Action> {
        match library::start(&self.store, questionnaire, session.clone()) {
            Ok(loaded) => self.opened(Ok(loaded)),
            Err(LibraryError::Store(refused)) => {
                let refusal = refused.refusal(self.app.looks.locale);
                self.start_in_memory(questionnaire, session, refusal)
            }
            Err(error) => self.opened(Err(error)),
        }
    }

    /// Goes on with a session that cannot be created: it is tried again with each save, and the person is told.
    fn start_in_memory(
        &mut self,
        questionnaire: &Arc<Questionnaire>,
        session: Session,
        refusal: Refusal,
    ) -> Vec<Action> {
        let (loaded, keeper) = Unplaced::start(&self.store, questionnaire, session);
        let work = Work::new(questionnaire, loaded.session.answers.clone());
        let text = library::sealed(&loaded.session, work.outline()).into_bytes();
        self.directory = None;
        let mut actions = self.take_up(loaded, Some(keeper));
        self.in_hand.submit(Box::new(|| text));
        let said = self.app.looks.locale.session_in_memory(&refusal.whole);
        actions.extend([Action::SaveFailed(refusal), Action::Insisted(said, true)]);
        actions
    }

    /// Opens a session; where its file makes no sense, says what can be done about it.
    pub(super) fn open(&mut self, directory: SessionDirectory) -> Vec<Action> {
        let opened = library::open(&self.store, directory.clone(), Want::Write);
        self.read(directory, opened)
    }

    /// Goes on with a session that was read, or not.
    pub(super) fn read(
        &mut self,
        directory: SessionDirectory,
        opened: Result<Loaded, LibraryError>,
    ) -> Vec<Action> {
        if let Err(LibraryError::Unreadable { .. }) = &opened
            && let Ok(Some(recovery)) = recovery::recovery(&self.store, directory.clone())
        {
            let mut actions = self.list();
            actions.push(Action::Damaged(directory.path().to_owned(), Arc::new(recovery)));
            return actions;
        }
        self.opened(opened)
    }

    /// Goes on with something else instead of a session's file that makes no sense.
    pub(super) fn recover(&mut self, directory: SessionDirectory, replacement: Replacement) -> Vec<Action> {
        let locale = self.app.looks.locale;
        match recovery::recover(&self.store, directory, replacement) {
            Ok(recovered) => {
                let said = match &recovered.set_aside {
                    Some(path) => locale.recovered_aside(path.display()),
                    None => locale.recovered().to_owned(),
                };
                let mut actions = self.opened(Ok(recovered.loaded));
                actions.push(Action::Insisted(said, false));
                actions
            }
            Err(error) => self.not_opened(error.message(locale)),
        }
    }

    pub(super) fn opened(&mut self, loaded: Result<Loaded, LibraryError>) -> Vec<Action> {
        match loaded {
            Ok(mut loaded) => {
                let writer = loaded.writer.take();
                self.directory = Some(loaded.directory.clone());
                let newer = writer.as_ref().and_then(|_| {
                    let (session, present) = (&loaded.session, &loaded.questionnaire);
                    rebasing::newer(self.store.place(), &session.questionnaire, present)
                });
                let is_locked = writer.as_ref().is_none_or(SessionWriter::is_locked);
                let mut actions = self.take_up(loaded, writer);
                if !is_locked {
                    let said = self.app.looks.locale.session_not_locked();
                    actions.push(Action::Insisted(said.to_owned(), true));
                }
                actions.extend(newer.map(|entry| Action::Newer(Arc::new(entry))));
                actions
            }
            Err(error) => self.not_opened(error.message(self.app.looks.locale)),
        }
    }

    fn take_up(&mut self, loaded: Loaded, keeper: Option<impl Keeper>) -> Vec<Action> {
        let outbox = self.outbox.clone();
        // The main loop may have ended; nobody is left to tell.
        let report = move |report| outbox.send(Incoming::Saved(report));
        match keeper.map(|keeper| Saver::start(keeper, report)).transpose() {
            Ok(saver) => {
                self.in_hand.take_up(saver, &loaded.questionnaire);
                vec![Action::Opened(Box::new(loaded))]
            }
            Err(error) => self.not_opened(error.to_string()),
        }
    }

    /// A session that was asked for on the command line has no list behind it yet.
    fn not_opened(&self, reason: String) -> Vec<Action> {
        let mut actions = self.list();
        actions.push(Action::Failed(reason));
        actions
    }
}
