//! Two copies of one session become one again: a directory that was copied, a packed one that comes back, a file that a
//! tool which synchronises folders has set beside the session's own.

use super::change::{self, Changed};
use super::directory::SessionDirectory;
use super::disk::FileSystem;
use super::files::{FileName, Files};
use super::header::Header;
use super::library::{self, LibraryError, Loaded};
use super::open::{OpenError, Want};
use super::sensitive::{PART_OF, mark};
use super::state::Flaw;
use super::store::Store;
use super::time;
use super::trouble::{Attempt, DiskError};
use crate::answers::Answers;
use crate::questionnaire::Questionnaire;
use crate::revision::{Conflict, Merged, Side, merge, rebase};
use std::collections::HashMap;
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

/// The newest state of ours that the other copy has as well, with its questionnaire. Where one of the two is a part of
/// the other, because something sensitive was left out on the way, it is the part: what was left out was not removed.
fn common_state(ours: &Files, theirs: &Files) -> Option<(Answers, Arc<Questionnaire>)> {
    let mut known: HashMap<String, &FileName> = HashMap::new();
    for name in theirs.states() {
        for mark in marks(theirs, name) {
            known.entry(mark).or_insert(name);
        }
    }
    ours.states().find_map(|name| {
        let marks = marks(ours, name);
        let other = marks.iter().find_map(|mark| known.get(mark))?;
        let (reading, questionnaire) = match marks.as_slice() {
            [_] => theirs.state(other),
            _ => ours.state(name),
        }
        .ok()?;
        let answers = Arc::unwrap_or_clone(reading.session.answers);
        Some((answers, questionnaire))
    })
}

/// By what a state is known: itself, and the state that it is a part of.
fn marks(files: &Files, name: &FileName) -> Vec<String> {
    let bytes = files.get(name).unwrap_or_default();
    let head = Header::parse(&String::from_utf8_lossy(bytes));
    let whole = head.and_then(|head| Some(head.table.get(PART_OF)?.as_str()?.to_owned()));
    [mark(bytes)].into_iter().chain(whole).collect()
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
    // Where our own states cannot be read, none is known.
    let files = Files::read(disk, &ours.directory).unwrap_or_default();
    let base = common_state(&files, &theirs.files);
    let base = base.map(|(answers, asked)| in_our_shape(&asked, &answers));
    let theirs = in_our_shape(&theirs.questionnaire, &theirs.answers);
    Proposal {
        merged: merge(base.as_ref(), &ours.session.answers, &theirs),
        has_base: base.is_some(),
        questionnaire,
    }
}
