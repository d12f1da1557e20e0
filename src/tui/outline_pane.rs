//! The outline pane: sections and instances with their progress, the questions of the present section.

use super::filter::{self, Searchable};
use super::narrowing::Narrowing;
use crate::answers::Place;
use crate::interview::{Parked, parked};
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
    /// Whether what is parked is left out.
    hides_parked: bool,
    /// What narrows it. All that is folded is looked through as well.
    pub narrowing: Narrowing,
}

/// What is kept in a parked row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its first words; none where others must not see them.
    pub words: Option<String>,
}

/// The mark before a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// How an answer stands, or the worst of a section's.
    Standing(Standing),
    /// A section of which something is answered and something is not.
    Begun,
    /// Kept, but not part of the document at present.
    Parked,
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
    pub mark: Mark,
    /// How far the writer is with what is in it; `None` for a question.
    pub progress: Option<Progress>,
    /// What is kept in it, where it is parked.
    pub parked: Option<Kept>,
    /// Whether the present stop is here, or inside a section that is folded.
    pub present: bool,
    /// Whether it is only shown for what was found in it.
    pub is_around: bool,
}

impl OutlinePane {
    /// Makes the rows anew, and puts the cursor on the row of the present stop.
    pub fn refresh(&mut self, outline: &Outline, at: &Place) {
        self.rows.clear();
        let parked = match self.hides_parked {
            true => Vec::new(),
            false => parked(outline),
        };
        self.walk(outline, Outline::ROOT, at, 0, &parked);
        self.show_present();
        self.narrow();
    }

    /// Leaves the rows that fit and those around them, the cursor on what fits best.
    fn narrow(&mut self) {
        let Some(typed) = self.narrowing.typed().filter(|typed| !typed.trim().is_empty()) else {
            return;
        };
        let titles: Vec<Searchable> = self.rows.iter().map(|row| Searchable::new(&row.title)).collect();
        let fitting = filter::fitting(typed, titles.iter());
        let best = fitting.first().and_then(|best| self.rows.get(*best));
        let best = best.map(|row| row.place.clone());
        let fitting: HashSet<usize> = fitting.into_iter().collect();
        let mut kept = Vec::new();
        // From the last row up: what stands less far in than what was kept last is around that.
        let mut inside = 0;
        for (index, mut row) in std::mem::take(&mut self.rows).into_iter().enumerate().rev() {
            row.is_around = !fitting.contains(&index);
            if !row.is_around || row.indent < inside {
                inside = row.indent;
                kept.push(row);
            }
        }
        kept.reverse();
        self.rows = kept;
        self.cursor = 0;
        if let Some(best) = best {
            self.show(&best);
        }
    }

    /// Puts the cursor on the row of the present stop.
    pub fn show_present(&mut self) {
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

    /// The row under the cursor.
    pub fn row(&self) -> Option<&Row> {
        self.rows.get(self.cursor)
    }

    /// Leaves out what is parked, or shows it again.
    pub fn toggle_parked(&mut self, outline: &Outline, at: &Place) {
        self.hides_parked = !self.hides_parked;
        let place = self.place().cloned();
        self.refresh(outline, at);
        if let Some(place) = place {
            self.show(&place);
        }
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

    fn is_narrowed(&self) -> bool {
        self.narrowing.typed().is_some()
    }

    fn walk(&mut self, outline: &Outline, id: ItemId, at: &Place, indent: usize, parked: &[Parked]) {
        let Some(item) = outline.get(id) else { return };
        if item.form == Form::Group {
            for (child, item) in outline.children(id) {
                self.item(outline, child, item, at, indent, parked);
            }
            return;
        }
        // In the order of the questionnaire, so that what is parked stands where it would print.
        for node in &outline.node(item).children {
            let Some(name) = &outline.questionnaire().node(*node).name else {
                continue;
            };
            let place = item.place.child(name.as_str());
            if let Some((child, item)) = outline.find(&place).and_then(|id| Some((id, outline.get(id)?))) {
                self.item(outline, child, item, at, indent, parked);
            }
            let here = parked
                .iter()
                .filter(|parked| parked.around == id && parked.place.without_instance() == place);
            for parked in here {
                self.push_parked(outline, parked, at, indent);
            }
        }
    }

    fn item(
        &mut self,
        outline: &Outline,
        id: ItemId,
        item: &Item,
        at: &Place,
        indent: usize,
        parked: &[Parked],
    ) {
        match item.form {
            Form::Text => {}
            Form::Question if !self.shows_questions(outline, &item.place, at) => {}
            // A group is the list of its instances; it has a row of its own only where it has none.
            Form::Group if item.end.follows(id) => self.push(outline, id, item, at, indent),
            Form::Group => self.walk(outline, id, at, indent, parked),
            Form::Section if is_plain(outline, item) => self.walk(outline, id, at, indent, parked),
            Form::Question => self.push(outline, id, item, at, indent),
            Form::Section | Form::Instance { .. } => {
                self.push(outline, id, item, at, indent);
                if self.is_narrowed() || !self.folded.contains(&item.place) {
                    self.walk(outline, id, at, indent + 1, parked);
                }
            }
        }
    }

    /// Questions stand in the pane where the writer is, where a section was unfolded, and at the top of the tree.
    fn shows_questions(&self, outline: &Outline, place: &Place, at: &Place) -> bool {
        let Some(around) = place.parent().filter(|_| !self.is_narrowed()) else {
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
            mark: mark(item),
            progress: (!is_question).then_some(item.progress),
            parked: None,
            present: at.is_within(&item.place),
            is_around: false,
        });
    }

    /// A hidden question stands where its section shows questions; a hidden section or instance always does.
    fn push_parked(&mut self, outline: &Outline, parked: &Parked, at: &Place, indent: usize) {
        let node = parked
            .place
            .path()
            .and_then(|path| outline.questionnaire().find(&path));
        let is_question = node.is_some_and(|node| outline.questionnaire().node(node).question().is_some());
        if is_question && !self.shows_questions(outline, &parked.place, at) {
            return;
        }
        self.rows.push(Row {
            place: parked.place.clone(),
            indent,
            title: parked.title.clone(),
            mark: Mark::Parked,
            progress: None,
            parked: Some(Kept {
                words: parked.words.clone(),
            }),
            present: false,
            is_around: false,
        });
    }
}

/// The mark of an item: of a section the worst of what is in it, but that it was begun rather than that something in it is
/// still unanswered.
pub(super) fn mark(item: &Item) -> Mark {
    let is_begun = item.form != Form::Question && item.progress.answered > 0;
    match shown_standing(item) {
        Standing::Unanswered if is_begun => Mark::Begun,
        standing => Mark::Standing(standing),
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
