//! What happens to the program: what the person does, and what comes back from the effects.

use super::command::Command;
use super::home::{Carrying, SessionRow, StartRow, TrashRow};
use super::runtime::external_editor::Edited;
use super::step::{Sensitive, Step};
use super::table::CellStep;
use crate::answers::Place;
use crate::session::catalogue::Entry;
use crate::session::generations::Generation;
use crate::session::history::State;
use crate::session::library::Loaded;
use crate::session::recovery::Recovery;
use crate::session::refusal::Refusal;
use std::path::PathBuf;
use std::sync::Arc;

/// Something that happened.
#[derive(Debug)]
pub enum Action {
    /// A command was given.
    Command(Command),
    /// A character was typed.
    Type(char),
    /// A text was pasted.
    Paste(String),
    /// A mouse button went down, at a column and a row from 0.
    Click(u16, u16),
    /// The mouse moved with its button down.
    Drag(u16, u16),
    /// The mouse button went up.
    Release,
    /// The wheel turned over a cell, by so many rows, down where positive.
    Wheel(u16, u16, isize),
    /// The terminal has another size.
    Resize(u16, u16),
    /// The person has paused, or typed for long enough: what is typed is to be saved.
    Pause,
    /// Goes to a place.
    Visit(Place),
    /// Goes to where something was found, to mend it; from there a step back leads to the review again.
    Mend(Place),
    /// A step with what is kept.
    Step(Step),
    /// What was chosen to be done in the cell of a table under the cursor.
    Cell(CellStep),
    /// There is a newer questionnaire for the session in hand.
    Newer(Arc<Entry>),
    /// A session was read, to start another one with its answers.
    EarlierRead(Box<Carrying>),
    /// The earlier states were read, to show them or, where undoing has come to its end, to offer them.
    Timeline(Vec<Arc<State>>),
    /// The deleted sessions were read.
    Trashed(Vec<TrashRow>),
    /// The file of the session in a directory makes no sense, with what can be done about it.
    Damaged(PathBuf, Arc<Recovery>),
    /// The session in hand is as it was in an earlier state.
    WentBack(Generation),
    /// A confirmed removal of an instance.
    RemoveInstance(Place),
    /// A confirmed deletion of a session.
    DeleteSession(PathBuf),
    /// What was picked in a calendar is to be the answer.
    Fill(String),
    /// A line of a prompt was filled in.
    Submit(Purpose, String),
    /// A confirmed export over a file that exists.
    Overwrite(PathBuf, Sensitive),
    /// Leaves although the last words are not saved.
    LeaveUnsaved,
    /// What the person wants done about words that could not be saved.
    Depart(Departure),
    /// The list of sessions and questionnaires was read.
    Listed(Vec<SessionRow>, Vec<StartRow>),
    /// The session in a directory has just come into the list.
    Mark(PathBuf),
    /// A session was opened.
    Opened(Box<Loaded>),
    /// All is saved up to a time of the day.
    Saved(String),
    /// Saving failed; it is tried again.
    SaveFailed(Refusal),
    /// The last words before leaving could not be saved.
    LeaveFailed(Refusal),
    /// The whole session was written to a directory that the person named.
    Written(PathBuf),
    /// The text was written to a file.
    Exported(PathBuf),
    /// There is such a file already.
    ExportExists(PathBuf, Sensitive),
    /// The text could not be written to a file, and why.
    ExportFailed(PathBuf, String),
    /// Another text came back from the person's own editor, in a file that is still there.
    Edited(Edited),
    /// The session in hand was let go of, all saved.
    Left,
    /// An effect has something to say.
    Said(String),
    /// An effect has something to say that the person must not miss; something went wrong where the second is set.
    Insisted(String, bool),
    /// An effect failed; what happened, where, and what to do.
    Failed(String),
    /// The program is to end, for a signal or a vanished terminal.
    Terminate,
}

/// What a prompt's line is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// The name of a new session, of the questionnaire in this row.
    NameNew(usize),
    /// The new name of the session in this directory.
    Rename(PathBuf),
    /// The name of a copy of the session in this directory.
    NameCopy(PathBuf),
    /// The name of a new session that starts with the answers of an earlier one.
    NameCarried,
    /// The file to export to.
    ExportTo,
    /// The directory to which a session that cannot be saved is written.
    Elsewhere,
}

/// What can be done when the last words before leaving could not be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Departure {
    /// Saving is tried once more.
    TryAgain,
    /// The session is written somewhere else.
    Elsewhere,
    /// The person stays.
    Stay,
    /// The words are given up.
    Anyway,
}
