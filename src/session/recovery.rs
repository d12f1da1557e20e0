//! What can be done about a session whose file makes no sense: it is set aside, and the newest earlier state that does
//! make sense, or what can be made out of the file itself, takes its place – once the person has agreed.

use super::difference::{Difference, differences_under};
use super::directory::SessionDirectory;
use super::editions::States;
use super::format::{Reading, Session};
use super::generations::Generation;
use super::library::{self, Examined, LibraryError, Loaded, Reason};
use super::open::{Access, Contents, OpenError, Want};
use super::state::Flaw;
use super::store::Store;
use crate::answers::sensitive::Sensitive;
use crate::interview::Work;
use crate::outline::Veil;
use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

/// What can be done about a session whose file makes no sense.
#[derive(Debug)]
pub struct Recovery {
    /// The file.
    pub file: PathBuf,
    /// What is wrong with it.
    pub flaw: Flaw,
    /// The newest earlier state that makes sense.
    pub earlier: Option<Generation>,
    /// Whether the file itself still has answers that can be made out.
    pub can_salvage: bool,
    /// What can be made out of the file that the earlier state has not, or has otherwise; and as cleared what only the
    /// earlier state has. Empty where one of the two is missing.
    pub differences: Vec<Difference>,
    /// Which answers are sensitive. The names of the differences say nothing of them.
    pub sensitive: Arc<Sensitive>,
}

/// What takes the place of a file that makes no sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replacement {
    /// An earlier state. Answers that can be made out of the file and that it has not are among what was removed.
    Earlier(Generation),
    /// What can be made out of the file itself.
    Salvaged,
}

/// What recovering a session did.
#[derive(Debug)]
pub struct Recovered {
    /// Where the file that makes no sense is now; `None` if there was none.
    pub set_aside: Option<PathBuf>,
    /// The session, open for writing.
    pub loaded: Loaded,
}

/// What can be done about a session's file; `None` where it makes sense, and where it is of a newer version and so not
/// for this one to mend. Nothing is locked or changed.
///
/// # Errors
/// [`LibraryError`], above all if the file cannot be read: then nothing is known about it.
pub fn recovery(store: &Store, directory: SessionDirectory) -> Result<Option<Recovery>, LibraryError> {
    let examined = library::examine(store, directory, Want::Read)?;
    let salvaged = salvage(&examined);
    let Examined {
        opened,
        questionnaire,
        sensitive,
        reading,
    } = examined;
    let flaw = match reading {
        Ok(_) | Err(Flaw::Newer(_)) => return Ok(None),
        Err(Flaw::Disk(error)) => return Err(OpenError::Disk(error).into()),
        Err(flaw) => flaw,
    };
    let offered = library::newest_state(&**store.disk(), &opened.directory, &questionnaire);
    let differences = match (&offered, &salvaged) {
        (Some((_, earlier)), Some(salvaged)) => differences_under(
            &Veil::Drawn(sensitive.clone()),
            &questionnaire,
            &earlier.session.answers,
            &salvaged.session.answers,
        ),
        _ => Vec::new(),
    };
    Ok(Some(Recovery {
        file: opened.directory.session_file(),
        flaw,
        earlier: offered.map(|(generation, _)| generation),
        can_salvage: salvaged.is_some(),
        differences,
        sensitive,
    }))
}

/// Puts a session's file that makes no sense aside, under a name of its own, and goes on with something else. A file
/// that does make sense is left alone, and the session opened as it is.
///
/// # Errors
/// [`LibraryError`]; the file is where it was then.
pub fn recover(
    store: &Store,
    directory: SessionDirectory,
    replacement: Replacement,
) -> Result<Recovered, LibraryError> {
    let examined = library::examine(store, directory, Want::Write)?;
    let salvaged = salvage(&examined);
    let Examined {
        mut opened,
        questionnaire,
        sensitive,
        reading,
    } = examined;
    let file = opened.directory.session_file();
    let flaw = match reading {
        Ok(reading) => {
            return Ok(Recovered {
                set_aside: None,
                loaded: Loaded::new(opened, questionnaire, sensitive, reading),
            });
        }
        Err(Flaw::Disk(error)) => return Err(OpenError::Disk(error).into()),
        Err(flaw) => flaw,
    };
    let unreadable = |flaw| LibraryError::Unreadable {
        file,
        flaw,
        earlier: None,
    };
    if matches!(flaw, Flaw::Newer(_)) {
        return Err(unreadable(flaw));
    }
    let writer = match opened.access {
        Access::Writable(ref mut writer) => writer,
        Access::ReadOnly(reason) => return Err(LibraryError::ReadOnly(Reason::Store(reason))),
    };
    let (mut chosen, questionnaire) = match replacement {
        Replacement::Earlier(generation) => {
            let file = opened.directory.generations().path(&generation);
            let mut states = States::new(&**store.disk(), &opened.directory, &questionnaire);
            let (earlier, asked) = states
                .read(&file)
                .map_err(|flaw| LibraryError::State { file, flaw })?;
            (with_what_was_salvaged(earlier, salvaged), asked)
        }
        Replacement::Salvaged => (salvaged.ok_or_else(|| unreadable(flaw))?, questionnaire),
    };
    let now = SystemTime::now();
    let set_aside = match opened.contents {
        Contents::Missing => None,
        Contents::Whole(_) | Contents::Damaged { .. } => Some(writer.set_aside(now)?),
    };
    let work = Work::new(&questionnaire, chosen.session.answers.clone());
    chosen.session.answers = work.answers().clone();
    writer.save(library::sealed(&chosen.session, work.outline()).as_bytes(), now)?;
    let mut loaded = Loaded::new(opened, questionnaire, sensitive, chosen);
    loaded.edited_by_hand = false;
    Ok(Recovered { set_aside, loaded })
}

/// An earlier state; what it has not of the answers that could be made out is among what was removed.
fn with_what_was_salvaged(mut earlier: Reading, salvaged: Option<Reading>) -> Reading {
    if let Some(salvaged) = salvaged {
        let answers = &salvaged.session.answers;
        let back = answers.gone_back_to(&earlier.session.answers, super::time::now());
        earlier.session.answers = Arc::new(back);
    }
    earlier
}

/// What can be made out of a file that makes no sense; `None` if that is no answer.
fn salvage(examined: &Examined) -> Option<Reading> {
    let text = match (&examined.opened.contents, &examined.reading) {
        (Contents::Whole(unsealed), Err(_)) => Cow::from(&unsealed.text),
        (Contents::Damaged { bytes, .. }, _) => String::from_utf8_lossy(bytes),
        _ => return None,
    };
    let mut reading = Session::salvage(&text, &examined.questionnaire);
    reading.session.edition.clone_from(&examined.opened.edition);
    let mut has_answers = false;
    reading.session.answers.visit(|_, _| has_answers = true);
    has_answers.then_some(reading)
}
