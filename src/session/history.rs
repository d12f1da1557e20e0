//! The earlier states of a session, what has changed since each of them, and the way back.

use super::change::{self, Changed};
use super::difference::{Difference, differences_under};
use super::directory::SessionDirectory;
use super::disk::FileSystem;
use super::editions::States;
use super::format::Session;
use super::generations::Generation;
use super::library::{self, LibraryError, Loaded};
use super::open::OpenError;
use super::state::Flaw;
use super::store::Store;
use crate::answers::{Answers, Place};
use crate::outline::{Outline, Progress, Veil, outline};
use crate::questionnaire::Questionnaire;
use crate::revision::rebase;
use std::sync::Arc;

/// An earlier state of a session.
#[derive(Debug)]
pub struct State {
    /// Which one: its number, and when it was saved.
    pub generation: Generation,
    /// How far the writer was; or why it cannot be gone back to.
    pub progress: Result<Progress, Flaw>,
    /// What the next newer state holds otherwise. After the newest of them comes the present state; one that cannot be
    /// read is passed over.
    pub until_next: Vec<Difference>,
    /// What the present state holds otherwise. Empty where there is no present state that can be read.
    pub until_now: Vec<Difference>,
    /// The questionnaire that it was written for, if that is not the present one: going back brings it back too.
    pub questionnaire: Option<Arc<Questionnaire>>,
}

/// The earlier states of a session, the newest first, with nothing of what a veil hides in the names of what has changed.
/// Nothing is locked or changed.
///
/// # Errors
/// [`LibraryError`], if the session's questionnaire is missing or the directory cannot be read.
pub fn history(store: &Store, directory: &SessionDirectory, veil: &Veil) -> Result<Vec<State>, LibraryError> {
    let disk = &**store.disk();
    let questionnaire = library::questionnaire_of(disk, directory)?;
    let present = States::new(disk, directory, &questionnaire).read(&directory.session_file());
    let present = present.ok().map(|(reading, _)| reading.session.answers);
    Ok(states(disk, directory, &questionnaire, present.as_ref(), veil).map_err(OpenError::from)?)
}

/// The earlier states of a session of which the present answers are at hand, the newest first.
///
/// # Errors
/// [`DiskError`](super::trouble::DiskError), if the directory cannot be read.
pub fn states(
    disk: &dyn FileSystem,
    directory: &SessionDirectory,
    questionnaire: &Arc<Questionnaire>,
    present: Option<&Arc<Answers>>,
    veil: &Veil,
) -> Result<Vec<State>, super::trouble::DiskError> {
    let generations = directory.generations();
    let mut next = present.cloned();
    let all = generations.list(disk)?.into_iter();
    let mut states = States::new(disk, directory, questionnaire);
    let states = all.map(|generation| {
        let (progress, answers, asked) = match states.read(&generations.path(&generation)) {
            Ok((reading, asked)) => {
                let answers = reading.session.answers;
                let progress = progress(&outline(&asked, &answers));
                (Ok(progress), Some(answers), Some(asked))
            }
            Err(flaw) => (Err(flaw), None, None),
        };
        let until = |later: Option<&Arc<Answers>>| match (&answers, later) {
            (Some(answers), Some(later)) => differences_under(veil, questionnaire, answers, later),
            _ => Vec::new(),
        };
        let (until_next, until_now) = (until(next.as_ref()), until(present));
        next = answers.or_else(|| next.take());
        State {
            generation,
            progress,
            until_next,
            until_now,
            questionnaire: asked.filter(|asked| asked.source() != questionnaire.source()),
        }
    });
    Ok(states.collect())
}

/// Goes back to the answers of an earlier state, and to its questionnaire if it had another one. The present state
/// becomes a generation first, and what it holds that the earlier one does not is also among what was removed, so nothing
/// is lost. The name stays.
///
/// # Errors
/// [`LibraryError`]; nothing has changed then.
pub fn restore_state(
    store: &Store,
    directory: SessionDirectory,
    generation: &Generation,
) -> Result<Changed, LibraryError> {
    change::change(store, directory, |loaded| {
        let (earlier, questionnaire) = read(store, loaded, generation)?;
        let answers = loaded
            .session
            .answers
            .gone_back_to(&earlier.answers, super::time::now());
        loaded.session.answers = Arc::new(answers);
        loaded.session.at = earlier.at;
        loaded.session.edition = earlier.edition;
        loaded.session.questionnaire = earlier.questionnaire;
        loaded.questionnaire = questionnaire;
        Ok(())
    })
}

/// Takes what stands at a place – an answer, an instance, a section – from an earlier state. What is there now, and is
/// not the same, is kept among what was removed; everything else stays.
///
/// # Errors
/// [`LibraryError`], above all [`LibraryError::NoSuchAnswer`] where neither state has anything at the place; nothing has
/// changed then.
pub fn restore_place(
    store: &Store,
    directory: SessionDirectory,
    generation: &Generation,
    place: &Place,
) -> Result<Changed, LibraryError> {
    change::change(store, directory, |loaded| {
        let (earlier, questionnaire) = read(store, loaded, generation)?;
        let earlier = rebase::plan(&questionnaire, &loaded.questionnaire, &earlier.answers).apply();
        let mut answers = Answers::clone(&loaded.session.answers);
        if !answers.go_back_at(&earlier, place, super::time::now()) {
            return Err(LibraryError::NoSuchAnswer { place: place.clone() });
        }
        loaded.session.answers = Arc::new(answers);
        Ok(())
    })
}

/// An earlier state of a session that is open, with the questionnaire that it was written for.
fn read(
    store: &Store,
    loaded: &Loaded,
    generation: &Generation,
) -> Result<(Session, Arc<Questionnaire>), LibraryError> {
    let file = loaded.directory.generations().path(generation);
    let mut states = States::new(&**store.disk(), &loaded.directory, &loaded.questionnaire);
    match states.read(&file) {
        Ok((reading, questionnaire)) => Ok((reading.session, questionnaire)),
        Err(flaw) => Err(LibraryError::State { file, flaw }),
    }
}

fn progress(outline: &Outline) -> Progress {
    outline
        .get(Outline::ROOT)
        .map(|root| root.progress)
        .unwrap_or_default()
}
