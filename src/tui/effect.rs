//! What the program has done outside itself. Effects come back as actions.

use super::home::{Carrying, StartRow};
use super::runtime::external_editor::WorkingCopy;
use super::step::Sensitive;
use crate::answers::Answers;
use crate::session::catalogue::Entry;
use crate::session::generations::Generation;
use crate::session::recovery::Replacement;
use crate::settings::panes::Panes;
use std::path::PathBuf;
use std::sync::Arc;

/// Something to be done.
pub enum Effect {
    /// Read the list of sessions and questionnaires.
    List,
    /// Open the session in a directory.
    Open(PathBuf),
    /// Start a session under a name.
    Start(Box<StartRow>, String),
    /// Give the session in a directory another name.
    Rename(PathBuf, String),
    /// Copy the session in a directory under a name.
    Duplicate(PathBuf, String),
    /// Move the session in a directory to the trash.
    Delete(PathBuf),
    /// Save the session in hand. The text is made on the thread that saves.
    Save(Box<dyn FnOnce() -> String + Send>),
    /// Save what is unsaved and let go of the session, waiting for it.
    Close,
    /// Read the list of deleted sessions.
    ListTrash,
    /// Move the session in a directory of the trash back to the others.
    RestoreSession(PathBuf),
    /// Go on with something else instead of the file of the session in a directory, which is set aside.
    Recover(PathBuf, Replacement),
    /// Give the terminal back to the shell until the person comes back.
    Suspend,
    /// Read the session in a directory, to start with its answers on a questionnaire.
    ReadEarlier(PathBuf, Box<StartRow>),
    /// Start a session under a name, with the answers of an earlier one.
    StartCarried(Box<Carrying>, String),
    /// Move the session in hand to a newer questionnaire.
    TakeNewer(Arc<Entry>),
    /// Read the earlier states of the session in hand.
    ReadTimeline {
        /// Its present answers.
        present: Arc<Answers>,
    },
    /// Make the session in hand what it was in an earlier state.
    TakeState(Generation),
    /// Let go of the session although its last words are not saved.
    Abandon,
    /// Write the whole session to a directory that the person named.
    Elsewhere {
        /// The directory.
        path: PathBuf,
        /// The source of its questionnaire.
        questionnaire: Vec<u8>,
        /// The text of its file.
        session: Vec<u8>,
    },
    /// Remember the panes for the next time.
    Remember(Panes),
    /// Say something once the screen has been left.
    Farewell(String),
    /// Write bytes to a file, over another one only where that was agreed to.
    Export {
        /// The file.
        path: PathBuf,
        /// What to write.
        bytes: Vec<u8>,
        /// Whether a file that is there may be written over.
        overwrite: bool,
        /// Whether answers to sensitive questions are in it.
        with: Sensitive,
    },
    /// Put a text on the terminal's clipboard.
    Clipboard(String),
    /// Have a text edited in the person's own editor.
    ExternalEditor(String),
    /// Remove the file of the person's own editor: what stands in it has been taken over.
    DiscardCopy(WorkingCopy),
    /// End.
    Quit,
}

impl std::fmt::Debug for Effect {
    /// The name alone: what an answer holds is nobody's affair.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::List => "List",
            Self::Open(_) => "Open",
            Self::Start(..) => "Start",
            Self::Rename(..) => "Rename",
            Self::Duplicate(..) => "Duplicate",
            Self::Delete(_) => "Delete",
            Self::Save(_) => "Save",
            Self::Close => "Close",
            Self::ReadTimeline { .. } => "ReadTimeline",
            Self::TakeState(_) => "TakeState",
            Self::ListTrash => "ListTrash",
            Self::RestoreSession(_) => "RestoreSession",
            Self::Recover(..) => "Recover",
            Self::Suspend => "Suspend",
            Self::ReadEarlier(..) => "ReadEarlier",
            Self::StartCarried(..) => "StartCarried",
            Self::TakeNewer(_) => "TakeNewer",
            Self::Abandon => "Abandon",
            Self::Elsewhere { .. } => "Elsewhere",
            Self::Remember(_) => "Remember",
            Self::Farewell(_) => "Farewell",
            Self::Export { .. } => "Export",
            Self::Clipboard(_) => "Clipboard",
            Self::ExternalEditor(_) => "ExternalEditor",
            Self::DiscardCopy(_) => "DiscardCopy",
            Self::Quit => "Quit",
        })
    }
}
