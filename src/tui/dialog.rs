//! Dialogs: a stack of one enum.

use super::action::{Action, Purpose};
use super::comparison::Comparison;
use super::editor::Editor;
use super::field::Calendar;
use super::find::Find;
pub use super::menu::{Menu, MenuChoice, MenuLine, MenuRow};
pub use super::reading::Reading;
use super::step::{Sensitive, Step};
pub use super::table::{Entry, Table};
use crate::answers::Place;
use std::path::PathBuf;

/// Something that stands over the screen until it is answered or left.
#[derive(Debug)]
pub enum Dialog {
    /// A text to read.
    Reading(Reading),
    /// A question that is answered by yes or no.
    Confirm(Confirm),
    /// A line to fill in.
    Prompt(Box<Prompt>),
    /// A list to choose from.
    Menu(Menu),
    /// What belongs together across sections.
    Table(Table),
    /// What to find, and what to put in its place.
    Find(Box<Find>),
    /// A calendar to pick from.
    Calendar(Calendar),
    /// An answer as it was, and as it is.
    Comparison(Comparison),
}

/// A question that is answered by yes or no.
#[derive(Debug)]
pub struct Confirm {
    /// The question, with what will happen.
    pub question: String,
    /// What is done on yes.
    pub then: Confirmed,
}

/// What a yes does.
#[derive(Debug, Clone)]
pub enum Confirmed {
    /// Removes an instance.
    RemoveInstance(Place),
    /// Deletes a session.
    DeleteSession(PathBuf),
    /// Writes over a file.
    Overwrite(PathBuf, Sensitive),
    /// Leaves although the last words are not saved.
    LeaveUnsaved,
    /// Takes a step with what is kept.
    Step(Step),
}

impl From<Confirmed> for Action {
    fn from(confirmed: Confirmed) -> Self {
        match confirmed {
            Confirmed::RemoveInstance(place) => Self::RemoveInstance(place),
            Confirmed::DeleteSession(directory) => Self::DeleteSession(directory),
            Confirmed::Overwrite(path, with) => Self::Overwrite(path, with),
            Confirmed::LeaveUnsaved => Self::LeaveUnsaved,
            Confirmed::Step(step) => Self::Step(step),
        }
    }
}

/// A line to fill in.
#[derive(Debug)]
pub struct Prompt {
    /// What is to be filled in.
    pub title: String,
    /// The line.
    pub editor: Editor,
    /// What it is for.
    pub purpose: Purpose,
}
