//! Two copies of one session become one again: a directory that was copied, a packed one that comes back, a file that a
//! tool which synchronises folders has set beside the session's own.

use super::change::{self, Changed};
use super::directory::SessionDirectory;
use super::disk::FileSystem;
use super::files::{FileName, Files, mark};
use super::format::Session;
use super::library::{self, LibraryError, Loaded};
use super::names;
use super::open::{OpenError, Want};
use super::state::Flaw;
use super::store::Store;
use super::time;
use super::trouble::{Attempt, DiskError};
use crate::answers::sensitive::Sensitive;
use crate::answers::sift::Sieve;
use crate::answers::{Answer, Answers, Place, Removed};
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
    files: Files,
}

impl Copy {
    /// A session in a directory. Nothing is locked or changed.
    ///
    /// # Errors
    /// [`LibraryError`]
    pub fn in_directory(store: &Store, directory: SessionDirectory) -> Result<Self, LibraryError> {
        let loaded = library::open(store, directory, Want::Read)?;
        Ok(Self {
            files: Files::read(&**store.disk(), &loaded.directory)?,
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
        let mut files = Files::default();
        for (name, source) in Files::read(disk, of)?.iter() {
            if matches!(name, FileName::Questionnaire(_)) {
                files.put(name.clone(), source.to_vec());
            }
        }
        files.put(FileName::Session, bytes);
        Self::of_files(files).map_err(|flaw| LibraryError::State {
            file: file.to_owned(),
            flaw,
        })
    }

    /// The files of a session that was packed.
    ///
    /// # Errors
    /// [`Flaw`], where its present state makes no sense.
    pub fn of_files(files: Files) -> Result<Self, Flaw> {
        let (reading, questionnaire) = files.state(&FileName::Session)?;
        Ok(Self {
            name: reading.session.name,
            questionnaire,
            answers: reading.session.answers,
            files,
        })
    }
}

/// The newest state of ours that the other copy comes from, or of theirs that ours does, with its questionnaire.
fn common_state(ours: &Files, theirs: &Files) -> Option<(Answers, Arc<Questionnaire>)> {
    let newest_known = |files: &Files, known: &HashSet<String>| {
        let is_known = |name: &&FileName| files.get(name).is_some_and(|state| known.contains(&mark(state)));
        files.state(files.states().find(is_known)?).ok()
    };
    let common = newest_known(ours, &theirs.lineage()).or_else(|| newest_known(theirs, &ours.lineage()));
    common.map(|(reading, questionnaire)| (Arc::unwrap_or_clone(reading.session.answers), questionnaire))
}

/// A common state without the answers to sensitive questions that one of the copies lacks: they were left out on the way
/// to it, and not removed.
fn without_withheld(base: &Answers, copies: [&Answers; 2], sensitive: &Sensitive) -> Answers {
    let stripped = sensitive.left_out_of(base);
    let is_in_both = |record: &Removed| {
        copies
            .iter()
            .all(|copy| copy.removed().any(|other| other == record))
    };
    let removed: Vec<Removed> = base
        .removed()
        .filter(|record| stripped.removed().any(|kept| kept == *record) || is_in_both(record))
        .cloned()
        .collect();
    let missing = sensitive
        .places(base)
        .into_iter()
        .filter(|place| copies.iter().any(|copy| copy.answer(place).is_none()));
    let mut sieve = AllBut(missing.collect());
    Answers::of(base.root().sifted(&Place::root(), &mut sieve), removed)
}

/// All answers but those at some places.
struct AllBut(HashSet<Place>);

impl Sieve for AllBut {
    fn answer(&mut self, place: &Place, answer: &Answer) -> Option<Answer> {
        (!self.0.contains(place)).then(|| answer.clone())
    }

    fn keeps_empty(&mut self, _instance: &Place) -> bool {
        true
    }
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

/// Merges the other copy with a session into a new session, and leaves both as they are.
///
/// # Errors
/// [`LibraryError`]; there is no half session then.
pub fn into_new(
    store: &Store,
    ours: SessionDirectory,
    theirs: &Copy,
    name: &str,
    decide: impl FnMut(&Conflict, &Loaded) -> Result<Option<Side>, LibraryError>,
) -> Result<(Loaded, Vec<Conflict>), LibraryError> {
    // Before anybody has decided on a hundred answers.
    names::require_free(store, name, None)?;
    let loaded = library::open(store, ours, Want::Read)?;
    let proposal = merged(&**store.disk(), &loaded, theirs);
    let (answers, undecided) = settled(proposal.merged, &loaded, decide)?;
    let session = Session {
        name: name.to_owned(),
        created: time::now(),
        answers: Arc::new(answers),
        ..loaded.session
    };
    let started = library::start(store, &loaded.questionnaire, session)?;
    Ok((started, undecided))
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
    // Where our own states cannot be read, none is known.
    let files = Files::read(disk, &ours.directory).unwrap_or_default();
    let base = common_state(&files, &theirs.files);
    let base = base.map(|(answers, asked)| in_our_shape(&asked, &answers));
    let theirs = in_our_shape(&theirs.questionnaire, &theirs.answers);
    let base = base.map(|base| {
        let copies = [&*ours.session.answers, &theirs];
        without_withheld(&base, copies, &ours.sensitive)
    });
    Proposal {
        merged: merge(base.as_ref(), &ours.session.answers, &theirs),
        has_base: base.is_some(),
        questionnaire,
    }
}
