//! An answer that is picked from a list: choices, links, yes or no.

use crate::answers::Value;
use crate::questionnaire::{Choice, Kind};

/// Something that can be picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choosable {
    /// What is kept.
    pub value: String,
    /// What is shown.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Choosable {
    /// Something that is not chosen yet.
    pub fn new(value: String, label: String) -> Self {
        Self {
            value,
            label,
            chosen: false,
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

/// A list to pick from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picker {
    /// What can be picked.
    pub options: Vec<Choosable>,
    /// Whether several can be.
    pub several: bool,
    /// The writer's own words, where those are welcome. They stand in a row of their own, below the options.
    pub other: Option<String>,
    /// The row under the cursor.
    pub cursor: usize,
}

impl Picker {
    /// A list of which one is picked.
    pub fn one(options: Vec<Choosable>, given: Option<&Value>, other: bool) -> Self {
        Self::new(options, given, other, false)
    }

    /// A list of which several can be picked.
    pub fn several(options: Vec<Choosable>, given: Option<&Value>, other: bool) -> Self {
        Self::new(options, given, other, true)
    }

    fn new(mut options: Vec<Choosable>, given: Option<&Value>, other: bool, several: bool) -> Self {
        let picked: Vec<String> = match given {
            Some(Value::Texts(texts)) => texts.clone(),
            Some(value) => vec![value.to_typed()],
            None => Vec::new(),
        };
        for option in &mut options {
            option.chosen = picked.contains(&option.value);
        }
        let own: Vec<&str> = picked
            .iter()
            .filter(|pick| !options.iter().any(|option| option.value == **pick))
            .map(String::as_str)
            .collect();
        // What is not among the options is kept in view even where the questionnaire does not welcome it.
        let other = (other || !own.is_empty()).then(|| own.join("\n"));
        let cursor = options.iter().position(|option| option.chosen).unwrap_or(0);
        Self {
            options,
            several,
            other,
            cursor,
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.options.len() + usize::from(self.other.is_some())
    }

    /// Whether there is nothing to pick.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the cursor is on the row for the writer's own words.
    pub fn is_on_other(&self) -> bool {
        self.other.is_some() && self.cursor == self.options.len()
    }

    /// Moves the cursor, stopping at both ends.
    pub fn move_by(&mut self, by: isize) {
        self.cursor = self
            .cursor
            .saturating_add_signed(by)
            .min(self.len().saturating_sub(1));
    }

    /// Chooses what is under the cursor, or no longer.
    pub fn toggle(&mut self) {
        let cursor = self.cursor;
        for (index, option) in self.options.iter_mut().enumerate() {
            if index == cursor {
                option.chosen = !option.chosen;
            } else if !self.several {
                option.chosen = false;
            }
        }
        if !self.several
            && cursor < self.options.len()
            && let Some(other) = &mut self.other
        {
            other.clear();
        }
    }

    /// Takes a typed character: into the writer's own words, or as the number of a row. False where it means nothing.
    pub fn type_character(&mut self, c: char) -> bool {
        if self.is_on_other() {
            if let Some(other) = &mut self.other {
                other.push(c);
            }
            if !self.several {
                self.options.iter_mut().for_each(|option| option.chosen = false);
            }
            return true;
        }
        let row = c
            .to_digit(10)
            .and_then(|digit| usize::try_from(digit).ok())
            .filter(|digit| *digit > 0);
        match row.filter(|row| *row <= self.options.len()) {
            Some(row) => {
                self.cursor = row - 1;
                self.toggle();
                true
            }
            None => false,
        }
    }

    /// Takes the last character of the writer's own words away.
    pub fn delete_back(&mut self) {
        if self.is_on_other()
            && let Some(other) = &mut self.other
        {
            use unicode_segmentation::UnicodeSegmentation;
            let keep = other
                .grapheme_indices(true)
                .next_back()
                .map_or(0, |(index, _)| index);
            other.truncate(keep);
        }
    }

    /// The answer.
    pub fn value(&self, kind: &Kind) -> Value {
        let own = self
            .other
            .iter()
            .flat_map(|other| other.lines())
            .filter(|line| !line.trim().is_empty());
        let chosen = self
            .options
            .iter()
            .filter(|option| option.chosen)
            .map(|option| option.value.as_str());
        let mut picked: Vec<String> = chosen.chain(own).map(str::to_owned).collect();
        match kind {
            Kind::YesNo => match picked.first().map(String::as_str) {
                Some("true") => Value::Boolean(true),
                Some("false") => Value::Boolean(false),
                other => Value::Text(other.unwrap_or_default().to_owned()),
            },
            _ if self.several => Value::Texts(picked),
            _ => Value::Text(picked.pop().unwrap_or_default()),
        }
    }
}
