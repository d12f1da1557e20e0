//! A list to choose from, narrowed by typing.

use super::action::{Action, Departure};
use super::command::{self, Command};
use super::filter::{self, Searchable};
use super::step::Step;
use super::table::CellStep;
use crate::answers::Place;

/// A list to choose from, narrowed by typing: words, or the pinyin of Chinese ones.
#[derive(Debug)]
pub struct Menu {
    /// The title.
    pub title: String,
    /// What is said above the list; empty where the title says enough.
    pub said: String,
    /// What stands where there is nothing to choose.
    pub empty: String,
    /// All rows.
    rows: Vec<MenuRow>,
    searchable: Vec<Searchable>,
    /// Where groups of rows begin, with their headings; none in a plain list.
    groups: Vec<(usize, String)>,
    filter: String,
    /// The rows that the filter leaves: the best first, or group by group and in each the best first.
    shown: Vec<usize>,
    /// The selected row, among those that are shown.
    selected: usize,
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
    /// Goes to where something was found, to mend it and come back.
    Mend(Place),
    /// Gives a command.
    Command(Command),
    /// Says what is to be done about words that could not be saved.
    Depart(Departure),
    /// Takes a step with what is kept.
    Step(Step),
    /// Does something in the cell of the table below.
    Cell(CellStep),
}

/// A line of a menu as it is shown.
#[derive(Debug, Clone, Copy)]
pub enum MenuLine<'a> {
    /// The heading of a group, with the number of its rows that are shown.
    Heading(&'a str, usize),
    /// A row, with its position among those that are shown.
    Row(usize, &'a MenuRow),
}

impl From<MenuChoice> for Action {
    fn from(choice: MenuChoice) -> Self {
        match choice {
            MenuChoice::Visit(place) => Self::Visit(place),
            MenuChoice::Mend(place) => Self::Mend(place),
            MenuChoice::Command(command) => Self::Command(command),
            MenuChoice::Depart(departure) => Self::Depart(departure),
            MenuChoice::Step(step) => Self::Step(step),
            MenuChoice::Cell(step) => Self::Cell(step),
        }
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

    /// What a filter is held against: a command is found by the name that it has in the table of keys as well.
    fn searchable(&self) -> Searchable {
        let name = match self.choice {
            MenuChoice::Command(command) => command::row(command).map(command::Row::config_name),
            _ => None,
        };
        match name {
            Some(name) => Searchable::new(&format!("{} {name}", self.text)),
            None => Searchable::new(&format!("{} {}", self.text, self.note)),
        }
    }
}

impl Menu {
    /// A menu of rows.
    pub fn new(title: String, empty: String, rows: Vec<MenuRow>) -> Self {
        let mut menu = Self {
            title,
            said: String::new(),
            empty,
            searchable: rows.iter().map(MenuRow::searchable).collect(),
            rows,
            groups: Vec::new(),
            filter: String::new(),
            shown: Vec::new(),
            selected: 0,
        };
        menu.narrow();
        menu
    }

    /// The same with something said above the list.
    pub fn saying(self, said: impl Into<String>) -> Self {
        Self {
            said: said.into(),
            ..self
        }
    }

    /// A menu of groups of rows, each below its heading.
    pub fn grouped(title: String, empty: String, groups: Vec<(String, Vec<MenuRow>)>) -> Self {
        let mut rows = Vec::new();
        let mut headings = Vec::new();
        for (heading, group) in groups.into_iter().filter(|(_, group)| !group.is_empty()) {
            headings.push((rows.len(), heading));
            rows.extend(group);
        }
        let mut menu = Self::new(title, empty, rows);
        menu.groups = headings;
        menu
    }

    /// What was typed to narrow the list.
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// Narrows the list to what fits, the cursor on the first that does.
    pub fn narrow_to(&mut self, filter: &str) {
        self.filter = filter.chars().filter(|c| !c.is_control()).collect();
        self.selected = 0;
        self.narrow();
    }

    /// Adds to what narrows the list.
    pub fn narrow_by(&mut self, typed: &str) {
        self.narrow_to(&format!("{}{typed}", self.filter));
    }

    /// Takes the last character of the filter away.
    pub fn delete_back(&mut self) {
        self.narrow_to(&filter::without_last(&self.filter));
    }

    fn narrow(&mut self) {
        self.shown = filter::fitting(&self.filter, self.searchable.iter());
        let groups = &self.groups;
        self.shown.sort_by_key(|row| group_of(groups, *row));
    }

    /// The lines that the filter leaves.
    pub fn lines(&self) -> Vec<MenuLine<'_>> {
        let mut lines = Vec::new();
        let mut before = None;
        for (position, index) in self.shown.iter().enumerate() {
            let group = group_of(&self.groups, *index);
            if group != before
                && let Some((_, heading)) = group.and_then(|group| self.groups.get(group))
            {
                let in_group = |row: &&usize| group_of(&self.groups, **row) == group;
                lines.push(MenuLine::Heading(
                    heading,
                    self.shown.iter().filter(in_group).count(),
                ));
            }
            before = group;
            lines.extend(self.rows.get(*index).map(|row| MenuLine::Row(position, row)));
        }
        lines
    }

    /// The rows that the filter leaves.
    pub fn shown(&self) -> impl Iterator<Item = &MenuRow> {
        self.shown.iter().filter_map(|index| self.rows.get(*index))
    }

    /// The position of the selected row, among those that are shown.
    pub fn selected(&self) -> usize {
        self.selected
    }

    /// Which of the rows that are shown is selected, from 1, and how many they are; `None` where there are none.
    pub fn place(&self) -> Option<(usize, usize)> {
        let of = self.shown.len();
        (of > 0).then(|| (self.selected + 1, of))
    }

    /// Whether its rows stand in groups.
    pub fn is_grouped(&self) -> bool {
        !self.groups.is_empty()
    }

    /// The selected row.
    pub fn choice(&self) -> Option<&MenuRow> {
        self.shown().nth(self.selected)
    }

    /// Selects a row by its position among those that are shown, or the last one.
    pub fn select(&mut self, position: usize) {
        self.selected = position.min(self.shown.len().saturating_sub(1));
    }

    /// Moves the selection, stopping at both ends.
    pub fn move_by(&mut self, by: isize) {
        self.select(self.selected.saturating_add_signed(by));
    }
}

/// The group that a row belongs to.
fn group_of(groups: &[(usize, String)], row: usize) -> Option<usize> {
    groups.partition_point(|(start, _)| *start <= row).checked_sub(1)
}
