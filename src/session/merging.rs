//! Two copies of one session become one again: a directory that was copied, a packed one that comes back, a file that a
//! tool which synchronises folders has set beside the session's own.

use super::change::{self, Changed};
use super::directory::SessionDirectory;
use super::disk::FileSystem;
use super::editions::States;
use super::library::{self, LibraryError, Loaded};
use super::open::{OpenError, Want};
use super::store::Store;
use super::time;
use super::trouble::{Attempt, DiskError};
use crate::answers::Answers;
use crate::questionnaire::Questionnaire;
use crate::revision::{Conflict, Merged, Side, merge, rebase};
use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

/// The other copy.
#[derive(Debug, Clone)]
pub struct Copy {
    /// Its name.
    pub name: String,
    questionnaire: Arc<Questionnaire>,
    answers: Arc<Answers>,
    /// Its states, byte for byte, by which a common one is known.
    states: HashSet<Vec<u8>>,
}

impl Copy {
    /// A session in a directory. Nothing is locked or changed.
    ///
    /// # Errors
    /// [`LibraryError`]
    pub fn in_directory(store: &Store, directory: SessionDirectory) -> Result<Self, LibraryError> {
        let loaded = library::open(store, directory, Want::Read)?;
        let disk = &**store.disk();
        Ok(Self {
            states: states_of(disk, &loaded.directory).into_iter().collect(),
            name: loaded.session.name,
            questionnaire: loaded.questionnaire,
            answers: loaded.session.answers,
        })
    }

    /// A session's file alone, on the questionnaire of the session that it is a copy of.
    ///
    /// # Errors
    /// [`LibraryError`]
    pub fn in_file(store: &Store, file: &Path, of: &SessionDirectory) -> Result<Self, LibraryError> {
        let disk = &**store.disk();
        let (bytes, _) = disk
            .read(file)
            .map_err(DiskError::because(Attempt::Read, file))
            .map_err(OpenError::from)?;
        let questionnaire = library::questionnaire_of(disk, of)?;
        let read = States::new(disk, of, &questionnaire).parse(&bytes);
        let (reading, questionnaire) = read.map_err(|flaw| LibraryError::State {
            file: file.to_owned(),
            flaw,
        })?;
        Ok(Self {
            name: reading.session.name,
            questionnaire,
            answers: reading.session.answers,
            states: HashSet::from([bytes]),
        })
    }
}

/// The states of a session, byte for byte, the newest first.
fn states_of(disk: &dyn FileSystem, directory: &SessionDirectory) -> Vec<Vec<u8>> {
    let generations = directory.generations();
    let earlier = generations.list(disk).unwrap_or_default().into_iter();
    let files = [directory.session_file()]
        .into_iter()
        .chain(earlier.map(|generation| generations.path(&generation)));
    files
        .filter_map(|file| disk.read(&file).ok())
        .map(|(bytes, _)| bytes)
        .collect()
}

/// Two copies as one, with what they disagree about.
#[derive(Debug)]
pub struct Proposal {
    /// What came out.
    pub merged: Merged,
    /// Whether a state is known that both come from. Without one every difference is in dispute.
    pub has_base: bool,
    /// The questionnaire of our copy.
    pub questionnaire: Arc<Questionnaire>,
}

/// What a merge would come to. Nothing is locked or changed.
///
/// # Errors
/// [`LibraryError`]
pub fn propose(store: &Store, ours: SessionDirectory, theirs: &Copy) -> Result<Proposal, LibraryError> {
    let loaded = library::open(store, ours, Want::Read)?;
    Ok(merged(&**store.disk(), &loaded, theirs))
}

/// What a merge did.
#[derive(Debug)]
pub struct Joined {
    /// What changed in our copy.
    pub changed: Changed,
    /// Whether a state is known that both come from.
    pub has_base: bool,
    /// What nobody has decided on: our side stays, and theirs is kept among what was removed.
    pub undecided: Vec<Conflict>,
}

/// Merges the other copy into a session. `decide` is asked about each difference in dispute, in the order of the
/// answers, while the session is locked.
///
/// # Errors
/// [`LibraryError`]; nothing has changed then.
pub fn apply(
    store: &Store,
    ours: SessionDirectory,
    theirs: &Copy,
    decide: impl FnMut(&Conflict, &Loaded) -> Result<Option<Side>, LibraryError>,
) -> Result<Joined, LibraryError> {
    let (mut has_base, mut undecided) = (false, Vec::new());
    let changed = change::change(store, ours, |loaded| {
        let proposal = merged(&**store.disk(), loaded, theirs);
        has_base = proposal.has_base;
        let (answers, left) = settled(proposal.merged, loaded, decide)?;
        loaded.session.answers = Arc::new(answers);
        undecided = left;
        Ok(())
    })?;
    Ok(Joined {
        changed,
        has_base,
        undecided,
    })
}

/// The merged answers, once everything in dispute has been asked about; and what nobody has decided on.
fn settled(
    mut merged: Merged,
    loaded: &Loaded,
    mut decide: impl FnMut(&Conflict, &Loaded) -> Result<Option<Side>, LibraryError>,
) -> Result<(Answers, Vec<Conflict>), LibraryError> {
    let at = time::now();
    let mut next = 0;
    while let Some(conflict) = merged.conflicts.get(next) {
        match decide(conflict, loaded)? {
            Some(side) => {
                merged.resolve(next, side, at);
            }
            None => next += 1,
        }
    }
    let undecided = merged.conflicts.clone();
    Ok((merged.into_answers(at), undecided))
}

fn merged(disk: &dyn FileSystem, ours: &Loaded, theirs: &Copy) -> Proposal {
    let questionnaire = ours.questionnaire.clone();
    let in_our_shape =
        |from: &Questionnaire, answers: &Answers| rebase::plan(from, &questionnaire, answers).apply();
    let common = states_of(disk, &ours.directory)
        .into_iter()
        .find(|state| theirs.states.contains(state));
    let base = common.and_then(|bytes| {
        let mut states = States::new(disk, &ours.directory, &questionnaire);
        let (reading, asked) = states.parse(&bytes).ok()?;
        Some(in_our_shape(&asked, &reading.session.answers))
    });
    let theirs = in_our_shape(&theirs.questionnaire, &theirs.answers);
    Proposal {
        merged: merge(base.as_ref(), &ours.session.answers, &theirs),
        has_base: base.is_some(),
        questionnaire,
    }
}
