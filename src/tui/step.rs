//! Steps with what a session keeps: its earlier states, what was removed, hidden or orphaned. Menus, confirmations and
//! comparisons give them.

use crate::answers::{Place, Value};
use crate::session::catalogue::Entry;
use crate::session::history::State;
use crate::session::recovery::{Recovery, Replacement};
use std::path::PathBuf;
use std::sync::Arc;

/// Whether answers to sensitive questions go into a file that is handed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sensitive {
    /// They do.
    Included,
    /// They do not.
    LeftOut,
}

/// One such step.
#[derive(Debug, Clone)]
pub enum Step {
    /// Shows what an earlier state holds otherwise than the present one.
    ShowState(Arc<State>),
    /// Shows one answer as it was in an earlier state and as it is, by its position among the differences.
    ShowDifference(Arc<State>, usize),
    /// Asks whether one answer is to be as it was.
    AskTakeAnswer(Arc<State>, usize),
    /// Makes one answer what it was; `None` where there was none.
    TakeAnswer(Place, Option<Value>),
    /// Asks whether all is to be as it was.
    AskTakeState(Arc<State>),
    /// Makes all what it was.
    TakeState(Arc<State>),
    /// Brings back a deleted session, by its directory.
    RestoreSession(PathBuf),
    /// Goes on with something else instead of the file of the session in a directory.
    Recover(PathBuf, Replacement),
    /// Shows what a damaged file still holds otherwise than the earlier state that is offered.
    ShowSalvage(Arc<Recovery>),
    /// Shows one answer in both, by its position among the differences.
    ShowSalvaged(Arc<Recovery>, usize),
    /// Brings back what was removed, by its position among the records.
    BringBack(usize),
    /// Shows the questions that an orphaned answer can be moved to.
    ShowTargets(Place),
    /// Moves an orphaned answer to a question.
    MoveOrphan(Place, Place),
    /// Asks whether to move to a newer questionnaire.
    AskTakeNewer(Arc<Entry>),
    /// Moves to a newer questionnaire.
    TakeNewer(Arc<Entry>),
    /// Reads the session in a directory, to start with its answers on the questionnaire in this row of the first screen.
    Carry(PathBuf, usize),
    /// Has an answer go over to the new session, or no longer.
    ToggleCarried(Place),
    /// Asks for the name of the new session.
    NameCarried,
    /// Writes the text to a file.
    Export(PathBuf, Sensitive),
    /// Does nothing: the row only says something.
    Stay,
}

impl Step {
    /// Whether it only shows or asks something, over the list that it was chosen from.
    pub fn looks_closer(&self) -> bool {
        matches!(
            self,
            Self::ShowState(_)
                | Self::ShowDifference(..)
                | Self::AskTakeAnswer(..)
                | Self::AskTakeState(_)
                | Self::ShowSalvage(_)
                | Self::ShowSalvaged(..)
                | Self::ShowTargets(_)
                | Self::AskTakeNewer(_)
                | Self::Stay
        )
    }
}
