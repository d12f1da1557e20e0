//! A session without the answers to sensitive questions: what leaves the machine unless the person asks for more.

use super::files::{FileName, Files};
use super::library;
use super::state::Flaw;
use crate::answers::sensitive::Sensitive;
use crate::answers::{Answers, Place};
use crate::interview::Work;
use crate::questionnaire::Questionnaire;
use std::sync::Arc;

/// Where records stand that this version could not read. They may hold anything.
const UNREAD: &str = "removed_unread";

/// Answers without those to sensitive questions.
#[derive(Debug, Clone, PartialEq)]
pub struct Withheld {
    /// What is left.
    pub answers: Arc<Answers>,
    /// Where something was left out, removed answers not counted.
    pub places: Vec<Place>,
}

impl Withheld {
    /// What may be handed on of answers.
    pub fn of(answers: &Arc<Answers>, sensitive: &Sensitive) -> Self {
        Self {
            answers: Arc::new(sensitive.left_out_of(answers)),
            places: sensitive.places(answers),
        }
    }
}

/// A session's files of which something may have been left out.
#[derive(Debug, Clone)]
pub struct Part {
    /// The files.
    pub files: Files,
    /// Where something was left out of the present state.
    pub places: Vec<Place>,
    /// Earlier states that make no sense, and so may hold anything: they were left out as a whole.
    pub unreadable: usize,
}

impl Files {
    /// All states without the answers to sensitive questions. A state that holds none stays byte for byte.
    ///
    /// # Errors
    /// [`Flaw`], where the present state makes no sense.
    pub fn without_sensitive(&self) -> Result<Part, Flaw> {
        let questionnaires = self.questionnaires();
        let mut part = Part {
            files: Files::default(),
            places: Vec::new(),
            unreadable: 0,
        };
        for (name, bytes) in self.iter() {
            let is_present = *name == FileName::Session;
            if !name.is_state() {
                part.files.put(name.clone(), bytes.to_vec());
                continue;
            }
            match self.part_of_state(name, bytes, &questionnaires) {
                Ok((bytes, places)) => {
                    part.files.put(name.clone(), bytes);
                    if is_present {
                        part.places = places;
                    }
                }
                Err(flaw) if is_present => return Err(flaw),
                Err(_) => part.unreadable = part.unreadable.saturating_add(1),
            }
        }
        Ok(part)
    }

    fn part_of_state(
        &self,
        name: &FileName,
        bytes: &[u8],
        questionnaires: &[Arc<Questionnaire>],
    ) -> Result<(Vec<u8>, Vec<Place>), Flaw> {
        let (reading, questionnaire) = self.state(name)?;
        let mut session = reading.session;
        let sensitive = Sensitive::of(&questionnaire, questionnaires);
        let withheld = Withheld::of(&session.answers, &sensitive);
        let had_unread = session.unknown.remove(UNREAD).is_some();
        if withheld.answers == session.answers && !had_unread {
            return Ok((bytes.to_vec(), withheld.places));
        }
        session.answers = withheld.answers;
        let work = Work::new(&questionnaire, session.answers.clone());
        let text = library::sealed(&session, work.outline());
        Ok((text.into_bytes(), withheld.places))
    }
}
