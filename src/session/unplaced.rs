//! A session that has no place on the disk yet, because the disk refused it: the full-screen program goes on in memory,
//! and each save tries anew to create it.

use std::sync::Arc;
use std::time::SystemTime;

use super::directory::SessionDirectory;
use super::format::Session;
use super::keeper::Keeper;
use super::library::Loaded;
use super::store::Store;
use super::writer::{SaveError, Saved, SessionWriter};
use crate::answers::sensitive::Sensitive;
use crate::interview::Work;
use crate::questionnaire::Questionnaire;

/// A session that has no place on the disk yet.
#[derive(Debug)]
pub struct Unplaced {
    store: Store,
    questionnaire: Vec<u8>,
    /// Once it has one.
    writer: Option<SessionWriter>,
}

impl Unplaced {
    /// Starts a session in memory alone. What it is loaded as has no directory of its own yet, but where it will be.
    pub fn start(store: &Store, questionnaire: &Arc<Questionnaire>, session: Session) -> (Loaded, Self) {
        let work = Work::new(questionnaire, session.answers.clone());
        let loaded = Loaded {
            directory: SessionDirectory::new(store.sessions()),
            session: Session {
                answers: work.answers().clone(),
                ..session
            },
            questionnaire: Arc::clone(questionnaire),
            sensitive: Arc::new(Sensitive::of(questionnaire, &[])),
            writer: None,
            read_only: None,
            edited_by_hand: false,
            remarks: Vec::new(),
        };
        let source = questionnaire.source().as_bytes().to_vec();
        (loaded, Self::new(store.clone(), source))
    }

    /// A session on a questionnaire, whose source is given, that is to come into a store.
    pub fn new(store: Store, questionnaire: Vec<u8>) -> Self {
        Self {
            store,
            questionnaire,
            writer: None,
        }
    }
}

impl Keeper for Unplaced {
    fn save(&mut self, bytes: &[u8], now: SystemTime) -> Result<Saved, SaveError> {
        match &mut self.writer {
            Some(writer) => writer.save(bytes, now),
            None => {
                let created = self.store.create(&self.questionnaire, bytes);
                let created = created.map_err(SaveError::NotCreated)?;
                let placed = Some(created.directory().clone());
                self.writer = Some(created);
                Ok(Saved {
                    at: now,
                    displaced: None,
                    placed,
                })
            }
        }
    }

    fn close(self, now: SystemTime) -> Result<(), SaveError> {
        self.writer.map_or(Ok(()), |writer| writer.close(now))
    }
}
