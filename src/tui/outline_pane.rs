//! The outline pane: sections and instances with their progress, the questions of the present section.

use crate::answers::Place;
use crate::outline::{Form, Item, ItemId, Outline, Progress, Standing};
use crate::questionnaire::HeadingStyle;
use std::collections::HashSet;

/// The outline pane's state.
#[derive(Debug, Default)]
pub struct OutlinePane {
    /// The rows, from the top of the outline.
    pub rows: Vec<Row>,
    /// The row under the cursor.
    pub cursor: usize,
    /// Sections whose questions are unfolded by hand.
    unfolded: HashSet<Place>,
    /// Sections that are folded by hand.
    folded: HashSet<Place>,
}

/// A row of the outline pane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The item's place.
    pub place: Place,
    /// How far it is indented.
    pub indent: usize,
    /// Its short name.
    pub title: String,
    /// How it stands.
    pub standing: Standing,
    /// How far the writer is with what is in it; `None` for a question.
    pub progress: Option<Progress>,
    /// Whether it is a section that was begun and is not complete.
    pub begun: bool,
    /// Whether the present stop is here, or inside a section that is folded.
    pub present: bool,
}

impl OutlinePane {
    /// Makes the rows anew, and puts the cursor on the row of the present stop.
    pub fn refresh(&mut self, outline: &Outline, at: &Place) {
        self.rows.clear();
        self.walk(outline, Outline::ROOT, at, 0);
        self.cursor = self.rows.iter().rposition(|row| row.present).unwrap_or(0);
    }

    /// Moves the cursor, stopping at both ends.
    pub fn move_by(&mut self, by: isize) {
        self.cursor = self
            .cursor
            .saturating_add_signed(by)
            .min(self.rows.len().saturating_sub(1));
    }

    /// Puts the cursor on the row of a place.
    pub fn show(&mut self, place: &Place) {
        self.cursor = self
            .rows
            .iter()
            .position(|row| row.place == *place)
            .unwrap_or(self.cursor);
    }

    /// The place under the cursor.
    pub fn place(&self) -> Option<&Place> {
        self.rows.get(self.cursor).map(|row| &row.place)
    }

    /// Folds the section under the cursor, or unfolds it.
    pub fn toggle_fold(&mut self, outline: &Outline, at: &Place) {
        let Some(place) = self.place().cloned() else {
            return;
        };
        let below = self
            .rows
            .get(self.cursor + 1)
            .is_some_and(|row| row.place.is_within(&place));
        if below {
            self.unfolded.remove(&place);
            self.folded.insert(place.clone());
        } else {
            self.folded.remove(&place);
            self.unfolded.insert(place.clone());
        }
        self.refresh(outline, at);
        self.cursor = self
            .rows
            .iter()
            .position(|row| row.place == place)
            .unwrap_or(self.cursor);
    }

    fn walk(&mut self, outline: &Outline, id: ItemId, at: &Place, indent: usize) {
        for (child, item) in outline.children(id) {
            match item.form {
                Form::Text => {}
                Form::Question if !self.shows_questions(outline, item, at) => {}
                // A group is the list of its instances; it has a row of its own only where it has none.
                Form::Group if item.end.follows(child) => self.push(outline, child, item, at, indent),
                Form::Group => self.walk(outline, child, at, indent),
                Form::Section if is_plain(outline, item) => self.walk(outline, child, at, indent),
                Form::Question => self.push(outline, child, item, at, indent),
                Form::Section | Form::Instance { .. } => {
                    self.push(outline, child, item, at, indent);
                    if !self.folded.contains(&item.place) {
                        self.walk(outline, child, at, indent + 1);
                    }
                }
            }
        }
    }

    /// Questions stand in the pane where the writer is, where a section was unfolded, and at the top of the tree.
    fn shows_questions(&self, outline: &Outline, item: &Item, at: &Place) -> bool {
        let Some(around) = item.place.parent() else {
            return true;
        };
        let section = outline.nearest(&around);
        let Some(section) = outline.get(section) else {
            return true;
        };
        section.parent.is_none()
            || self.unfolded.contains(&section.place)
            || at.parent().is_some_and(|around| around == section.place)
    }

    fn push(&mut self, outline: &Outline, id: ItemId, item: &Item, at: &Place, indent: usize) {
        let is_question = item.form == Form::Question;
        self.rows.push(Row {
            place: item.place.clone(),
            indent,
            title: outline.title(id),
            standing: shown_standing(item),
            progress: (!is_question).then_some(item.progress),
            begun: !is_question && item.progress.answered > 0 && !item.progress.is_complete(),
            present: at.is_within(&item.place),
        });
    }
}

/// How an item stands: a section in which all that wants an answer has one is answered, whatever is optional in it.
fn shown_standing(item: &Item) -> Standing {
    let is_settled = matches!(item.standing, Standing::Optional | Standing::Default);
    if is_settled && item.progress.total > 0 && item.progress.is_complete() {
        Standing::Answered
    } else {
        item.standing
    }
}

/// Whether a section has neither heading nor label, so that a row of its own would say nothing.
fn is_plain(outline: &Outline, item: &Item) -> bool {
    let node = outline.node(item);
    let has_heading = node
        .section()
        .is_some_and(|section| section.heading.is_some() && section.heading_style != HeadingStyle::None);
    node.label.is_none() && !has_heading
}
