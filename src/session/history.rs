//! The earlier states of a session, what has changed since each of them, and the way back.

use super::difference::{Difference, differences};
use super::directory::SessionDirectory;
use super::disk::FileSystem;
use super::generations::Generation;
use super::library::{self, LibraryError, Reason};
use super::open::{OpenError, ReadOnly, Want};
use super::state::{self, Flaw};
use super::store::Store;
use crate::answers::Answers;
use crate::interview::Work;
use crate::outline::{Outline, Progress, outline};
use crate::questionnaire::Questionnaire;
use std::sync::Arc;
use std::time::SystemTime;

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
}

/// The earlier states of a session, the newest first. Nothing is locked or changed.
///
/// # Errors
/// [`LibraryError`], if the session's questionnaire is missing or the directory cannot be read.
pub fn history(store: &Store, directory: &SessionDirectory) -> Result<Vec<State>, LibraryError> {
    let disk = &**store.disk();
    let questionnaire = library::questionnaire_of(disk, directory)?;
    let present = state::read(disk, &directory.session_file(), &questionnaire);
    let present = present.ok().map(|reading| reading.session.answers);
    Ok(states(disk, directory, &questionnaire, present.as_ref()).map_err(OpenError::from)?)
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
) -> Result<Vec<State>, super::trouble::DiskError> {
    let generations = directory.generations();
    let mut next = present.cloned();
    let all = generations.list(disk)?.into_iter();
    let states = all.map(|generation| {
        let read = state::read(disk, &generations.path(&generation), questionnaire);
        let (progress, answers) = match read {
            Ok(reading) => {
                let answers = reading.session.answers;
                let progress = progress(&outline(questionnaire, &answers));
                (Ok(progress), Some(answers))
            }
            Err(flaw) => (Err(flaw), None),
        };
        let until = |later: Option<&Arc<Answers>>| match (&answers, later) {
            (Some(answers), Some(later)) => differences(questionnaire, answers, later),
            _ => Vec::new(),
        };
        let (until_next, until_now) = (until(next.as_ref()), until(present));
        next = answers.or_else(|| next.take());
        State {
            generation,
            progress,
            until_next,
            until_now,
        }
    });
    Ok(states.collect())
}

/// What going back to an earlier state did.
#[derive(Debug)]
pub struct GoneBack {
    /// The generation that the state from before became; `None` if it was one already.
    pub kept: Option<Generation>,
    /// What is different now from before.
    pub differences: Vec<Difference>,
}

/// Goes back to the answers of an earlier state. The present state becomes a generation first, and what it holds that
/// the earlier one does not is also among what was removed, so nothing is lost. Name and questionnaire stay.
///
/// # Errors
/// [`LibraryError`]; nothing has changed then.
pub fn restore_state(
    store: &Store,
    directory: SessionDirectory,
    generation: &Generation,
) -> Result<GoneBack, LibraryError> {
    let mut loaded = library::open(store, directory, Want::Write)?;
    let Some(mut writer) = loaded.writer.take() else {
        let reason = loaded.read_only.unwrap_or(Reason::Store(ReadOnly::Asked));
        return Err(LibraryError::ReadOnly(reason));
    };
    let file = loaded.directory.generations().path(generation);
    let earlier = state::read(&**store.disk(), &file, &loaded.questionnaire)
        .map_err(|flaw| LibraryError::State { file, flaw })?
        .session;
    let now = SystemTime::now();
    let kept = writer.keep(now)?;
    let present = loaded.session.answers;
    loaded.session.answers = Arc::new(present.gone_back_to(&earlier.answers, super::time::now()));
    loaded.session.at = earlier.at;
    let work = Work::new(&loaded.questionnaire, loaded.session.answers.clone());
    loaded.session.answers = work.answers().clone();
    writer.save(library::sealed(&loaded.session, work.outline()).as_bytes(), now)?;
    let differences = differences(&loaded.questionnaire, &present, work.answers());
    // What was saved is saved.
    let _ = writer.close(now);
    Ok(GoneBack { kept, differences })
}

fn progress(outline: &Outline) -> Progress {
    outline
        .get(Outline::ROOT)
        .map(|root| root.progress)
        .unwrap_or_default()
}
