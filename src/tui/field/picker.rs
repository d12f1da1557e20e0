//! An answer that is picked from a list: choices, links, yes or no.
//!
//! Typing narrows the list, except on the row for the writer's own words, where it writes them. Space chooses; Enter
//! takes what a filter has found, or of which there can be one the row that the cursor was led to, and goes on.

use crate::answers::Value;
use crate::questionnaire::{Choice, Kind};
use crate::tui::editor::Editor;
use crate::tui::filter::{self, Searchable};

/// Something that can be picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choosable {
    /// What is kept.
    pub value: String,
    /// What is shown.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Whether it was removed and is still linked to; the label is what is known of it.
    pub is_gone: bool,
    searchable: Searchable,
}

impl Choosable {
    /// Something that is not chosen yet.
    pub fn new(value: String, label: String) -> Self {
        Self {
            value,
            searchable: Searchable::new(&label),
            label,
            chosen: false,
            is_gone: false,
        }
    }

    /// Something that was removed.
    pub fn gone(value: String, label: String) -> Self {
        Self {
            is_gone: true,
            ..Self::new(value, label)
        }
    }
}

/// The options of a questionnaire's choices.
pub fn options(choices: &[Choice]) -> Vec<Choosable> {
    choices
        .iter()
        .map(|choice| Choosable::new(choice.value.clone(), choice.label.clone()))
        .collect()
}

/// What a list is picked from for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// Yes or no: the letters answer, and nothing is narrowed.
    YesNo,
    /// One.
    One,
    /// Any number.
    Several,
}

/// What is under the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickerRow {
    /// An option, by its position among all.
    Option(usize),
    /// The writer's own words.
    Other,
}

/// A list to pick from.
#[derive(Debug, Clone)]
pub struct Picker {
    /// What can be picked.
    pub options: Vec<Choosable>,
    /// How many can be.
    pub pick: Pick,
    /// The writer's own words, where those are welcome. They stand in a row of their own, below the options.
    pub other: Option<Editor>,
    /// What is typed to narrow the list; nothing while nothing is looked for.
    filter: Option<String>,
    /// The options that the filter leaves, the best first.
    shown: Vec<usize>,
    /// The row under the cursor, among those shown.
    cursor: usize,
    /// Whether the person has led the cursor to its row, and done nothing with it since.
    is_led: bool,
}

impl Picker {
    /// A list with what was picked before. `other` welcomes the writer's own words.
    pub fn new(mut options: Vec<Choosable>, pick: Pick, given: Option<&Value>, other: bool) -> Self {
        let picked: Vec<String> = match given {
            Some(Value::Texts(texts)) => texts.clone(),
            Some(value) => vec![value.to_typed()],
            None => Vec::new(),
        };
        for option in &mut options {
            option.chosen = picked.contains(&option.value);
        }
        let is_own = |pick: &&String| !pick.trim().is_empty() && !options.iter().any(|o| o.value == **pick);
        let mut own: Vec<String> = picked.iter().filter(is_own).cloned().collect();
        let line = own.pop_if(|last| other && !last.contains('\n'));
        // What has no room in the line for one's own words, or is not welcome, stays in view as a row that can be unchosen.
        options.extend(own.into_iter().map(|words| Choosable {
            chosen: true,
            ..Choosable::new(words.clone(), words)
        }));
        let mut picker = Self {
            other: other.then(|| Editor::single_line(&line.unwrap_or_default())),
            options,
            pick,
            filter: None,
            shown: Vec::new(),
            cursor: 0,
            is_led: false,
        };
        picker.narrow();
        let chosen = picker.options.iter().position(|option| option.chosen);
        picker.cursor = match chosen {
            Some(chosen) => chosen,
            None if picker.has_own_words() => picker.shown.len(),
            None => 0,
        };
        picker
    }

    /// Whether several can be picked.
    pub fn takes_several(&self) -> bool {
        self.pick == Pick::Several
    }

    /// The rows that are shown.
    pub fn rows(&self) -> impl Iterator<Item = PickerRow> {
        let options = self.shown.iter().map(|index| PickerRow::Option(*index));
        options.chain(self.other.iter().map(|_| PickerRow::Other))
    }

    /// How many rows are shown.
    pub fn len(&self) -> usize {
        self.shown.len() + usize::from(self.other.is_some())
    }

    /// Whether there is nothing to pick.
    pub fn is_empty(&self) -> bool {
        self.options.is_empty() && self.other.is_none()
    }

    /// What was typed to narrow the list; `None` while nothing is looked for.
    pub fn filter(&self) -> Option<&str> {
        self.filter.as_deref()
    }

    /// The row under the cursor, among those shown.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// What is under the cursor.
    pub fn row(&self) -> Option<PickerRow> {
        self.rows().nth(self.cursor)
    }

    /// Whether typing writes the writer's own words: the cursor is on their row, and no filter is being typed.
    pub fn is_on_other(&self) -> bool {
        self.filter.is_none() && self.row() == Some(PickerRow::Other)
    }

    /// Whether the writer's own words are part of the answer.
    pub fn has_own_words(&self) -> bool {
        self.other
            .iter()
            .any(|other| other.paragraphs().iter().any(|line| !line.trim().is_empty()))
    }

    /// How many things are chosen, the writer's own words among them.
    pub fn count(&self) -> usize {
        self.options.iter().filter(|option| option.chosen).count() + usize::from(self.has_own_words())
    }

    /// Leads the cursor to a row, or to the last one.
    pub fn move_to(&mut self, row: usize) {
        self.is_led = true;
        self.set_cursor(row);
    }

    fn set_cursor(&mut self, row: usize) {
        self.cursor = row.min(self.len().saturating_sub(1));
    }

    /// Moves the cursor, stopping at both ends.
    pub fn move_by(&mut self, by: isize) {
        self.move_to(self.cursor.saturating_add_signed(by));
    }

    /// Chooses what is under the cursor, or no longer. Tells whether anything changed. A filter has then served.
    pub fn toggle(&mut self) -> bool {
        let Some(PickerRow::Option(index)) = self.row() else {
            return false;
        };
        let was_chosen = self.options.get(index).is_some_and(|option| option.chosen);
        self.choose(index, !was_chosen);
        self.clear_filter();
        true
    }

    /// Takes what the filter has found; where that is nothing, and own words are welcome, what was typed becomes those.
    /// Without a filter, takes the one thing that the person has led the cursor to: who only goes past takes nothing. Tells
    /// whether anything changed.
    pub fn take(&mut self) -> bool {
        match (self.filter().unwrap_or_default().is_empty(), self.row()) {
            (true, Some(PickerRow::Option(index))) if self.is_led && !self.takes_several() => {
                self.choose(index, true);
                true
            }
            (true, _) | (false, None) => false,
            (false, Some(PickerRow::Option(index))) => {
                self.choose(index, true);
                self.clear_filter();
                true
            }
            (false, Some(PickerRow::Other)) => {
                let filter = self.filter.take().unwrap_or_default();
                self.narrow();
                self.set_cursor(usize::MAX);
                let taken = self.other.as_mut().is_some_and(|other| {
                    other.move_to(crate::tui::editor::Motion::TextEnd, false);
                    other.insert(&filter).is_ok()
                });
                self.settle();
                taken
            }
        }
    }

    fn choose(&mut self, index: usize, chosen: bool) {
        self.is_led = false;
        let several = self.takes_several();
        for (position, option) in self.options.iter_mut().enumerate() {
            if position == index {
                option.chosen = chosen;
            } else if !several {
                option.chosen = false;
            }
        }
        if !several && let Some(other) = &mut self.other {
            other.select_all();
            other.cut();
        }
    }

    /// Of one choice, own words take the place of what was chosen. Call it after they have changed.
    pub fn settle(&mut self) {
        if !self.takes_several() && self.is_on_other() && self.has_own_words() {
            self.options.iter_mut().for_each(|option| option.chosen = false);
        }
    }

    /// Takes a character that was typed while the cursor is on no line of text. Tells whether anything was chosen.
    pub fn type_character(&mut self, c: char) -> bool {
        let letter = match c.to_lowercase().next() {
            Some('y' | '是' | '有') => Some(1),
            Some('n' | '否' | '无') => Some(2),
            _ => None,
        };
        let digit = c.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
        let number = match self.pick {
            Pick::YesNo => letter.or(digit),
            _ => digit.filter(|_| self.filter.is_none()),
        };
        let index = number
            .and_then(|number| number.checked_sub(1))
            .filter(|index| *index < self.options.len());
        match index {
            Some(index) => {
                self.cursor = index;
                match self.pick {
                    Pick::YesNo => self.choose(index, true),
                    _ => {
                        self.toggle();
                    }
                }
                true
            }
            None => {
                if self.filter.is_none() && c == ' ' {
                    return false;
                }
                // What begins to narrow other lists does so here, where any letter does.
                let begins = self.filter.is_none() && c == '/';
                let filter = match begins {
                    true => String::new(),
                    false => format!("{}{c}", self.filter().unwrap_or_default()),
                };
                self.narrow_to(&filter);
                false
            }
        }
    }

    /// Narrows the list to what fits, the cursor on the best. A yes or no has nothing to narrow.
    pub fn narrow_to(&mut self, filter: &str) {
        if self.pick != Pick::YesNo && !self.is_empty() {
            self.filter = Some(filter.chars().filter(|c| !c.is_control()).collect());
            self.cursor = 0;
            self.narrow();
        }
    }

    /// Takes the last character of the filter away.
    pub fn delete_back(&mut self) {
        let kept = self.filter.as_deref().map(filter::without_last);
        self.filter = kept.filter(|kept| !kept.is_empty());
        self.cursor = 0;
        self.narrow();
    }

    /// Shows all options again, the cursor where it was. Tells whether there was a filter.
    pub fn clear_filter(&mut self) -> bool {
        if self.filter.is_none() {
            return false;
        }
        let row = self.row();
        self.filter = None;
        self.narrow();
        let again = self.rows().position(|other| Some(other) == row);
        self.cursor = again.unwrap_or(0);
        true
    }

    fn narrow(&mut self) {
        self.shown = filter::fitting(
            self.filter.as_deref().unwrap_or_default(),
            self.options.iter().map(|option| &option.searchable),
        );
        self.set_cursor(self.cursor);
    }

    /// The answer.
    pub fn value(&self, kind: &Kind) -> Value {
        let own = self.other.iter().map(Editor::text);
        let own = own.filter(|words| !words.trim().is_empty());
        let chosen = self.options.iter().filter(|option| option.chosen);
        let mut picked: Vec<String> = chosen.map(|option| option.value.clone()).chain(own).collect();
        match kind {
            Kind::YesNo => match picked.first().map(String::as_str) {
                Some("true") => Value::Boolean(true),
                Some("false") => Value::Boolean(false),
                other => Value::Text(other.unwrap_or_default().to_owned()),
            },
            _ if self.takes_several() => Value::Texts(picked),
            _ => Value::Text(picked.pop().unwrap_or_default()),
        }
    }
}
