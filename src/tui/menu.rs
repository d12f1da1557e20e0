//! A list to choose from, narrowed by typing.

use super::action::{Action, Departure};
use super::command::Command;
use super::step::Step;
use crate::answers::Place;

/// A list to choose from, narrowed by typing.
#[derive(Debug)]
pub struct Menu {
    /// The title.
    pub title: String,
    /// What is said above the list; empty where the title says enough.
    pub said: String,
    /// What stands where there is nothing to choose.
    pub empty: String,
    /// All rows.
    pub rows: Vec<MenuRow>,
    /// What was typed to narrow the list.
    pub filter: String,
    /// The selected row, among those that are shown.
    pub selected: usize,
}

/// A row of a menu.
#[derive(Debug, Clone)]
pub struct MenuRow {
    /// The row's text.
    pub text: String,
    /// What stands dim at its right.
    pub note: String,
    /// What choosing it does.
    pub choice: MenuChoice,
}

/// What choosing a row of a menu does.
#[derive(Debug, Clone)]
pub enum MenuChoice {
    /// Goes to a place.
    Visit(Place),
    /// Gives a command.
    Command(Command),
    /// Says what is to be done about words that could not be saved.
    Depart(Departure),
    /// Takes a step with what is kept.
    Step(Step),
}

impl From<MenuChoice> for Action {
    fn from(choice: MenuChoice) -> Self {
        match choice {
            MenuChoice::Visit(place) => Self::Visit(place),
            MenuChoice::Command(command) => Self::Command(command),
            MenuChoice::Depart(departure) => Self::Depart(departure),
            MenuChoice::Step(step) => Self::Step(step),
        }
    }
}

impl Menu {
    /// A menu of rows.
    pub fn new(title: String, empty: String, rows: Vec<MenuRow>) -> Self {
        Self {
            title,
            said: String::new(),
            empty,
            rows,
            filter: String::new(),
            selected: 0,
        }
    }

    /// The same with something said above the list.
    pub fn saying(self, said: impl Into<String>) -> Self {
        Self {
            said: said.into(),
            ..self
        }
    }

    /// The rows that the filter leaves.
    pub fn shown(&self) -> impl Iterator<Item = &MenuRow> {
        let wanted = self.filter.to_lowercase();
        self.rows.iter().filter(move |row| {
            row.text.to_lowercase().contains(&wanted) || row.note.to_lowercase().contains(&wanted)
        })
    }

    /// The selected row.
    pub fn choice(&self) -> Option<&MenuRow> {
        self.shown().nth(self.selected)
    }

    /// Moves the selection, stopping at both ends.
    pub fn move_by(&mut self, by: isize) {
        let last = self.shown().count().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }
}

impl MenuRow {
    /// A row that takes a step.
    pub fn step(text: impl Into<String>, note: impl Into<String>, step: Step) -> Self {
        Self {
            text: text.into(),
            note: note.into(),
            choice: MenuChoice::Step(step),
        }
    }
}
