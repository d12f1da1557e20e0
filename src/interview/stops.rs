//! Where an interview stops, in order: at every live question, and after the instances of each repeated section, to ask
//! for another one.

use crate::answers::Place;
use crate::outline::{Form, ItemId, Outline, Standing};
use crate::questionnaire::Repetition;

/// The stops of an outline in the order of the interview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stops(Vec<ItemId>);

/// The stops of an outline.
pub fn stops(outline: &Outline) -> Stops {
    let mut found = Vec::new();
    walk(outline, Outline::ROOT, &mut found);
    Stops(found)
}

fn walk(outline: &Outline, id: ItemId, found: &mut Vec<ItemId>) {
    let Some(item) = outline.get(id) else { return };
    for (child, _) in outline.children(id) {
        walk(outline, child, found);
    }
    let asks = match item.form {
        Form::Question => true,
        Form::Group => accepts_another(outline, id),
        Form::Section | Form::Instance { .. } | Form::Text => false,
    };
    if asks {
        found.push(id);
    }
}

/// Whether the writer can add an instance to a group: it is repeated, not paired, and not full.
pub fn accepts_another(outline: &Outline, group: ItemId) -> bool {
    let Some(item) = outline.get(group).filter(|item| item.form == Form::Group) else {
        return false;
    };
    let repetition = outline.node(item).section().map(|section| section.repetition);
    match repetition {
        Some(Repetition::Repeat { max, .. }) => max.is_none_or(|max| outline.children(group).count() < max),
        _ => false,
    }
}

impl Stops {
    /// The first stop.
    pub fn first(&self) -> Option<ItemId> {
        self.0.first().copied()
    }

    /// The stop at a position, from 0.
    pub fn get(&self, position: usize) -> Option<ItemId> {
        self.0.get(position).copied()
    }

    /// How many stops there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The position of a place, from 0, and how many stops there are.
    pub fn position(&self, outline: &Outline, place: &Place) -> Option<(usize, usize)> {
        let id = outline.find(place)?;
        Some((self.0.iter().position(|stop| *stop == id)?, self.0.len()))
    }

    /// The stop after one.
    pub fn next(&self, from: ItemId) -> Option<ItemId> {
        let at = self.0.iter().position(|stop| *stop == from)?;
        self.0.get(at + 1).copied()
    }

    /// The stop before one.
    pub fn previous(&self, from: ItemId) -> Option<ItemId> {
        let at = self.0.iter().position(|stop| *stop == from)?;
        self.0.get(at.checked_sub(1)?).copied()
    }

    /// The next question after one that still wants something from the writer, going round past the end.
    pub fn next_open(&self, outline: &Outline, from: Option<ItemId>) -> Option<ItemId> {
        let at = from
            .and_then(|from| self.0.iter().position(|stop| *stop == from))
            .map_or(0, |at| at + 1);
        let (before, after) = self.0.split_at_checked(at)?;
        after.iter().chain(before).copied().find(|id| {
            outline.get(*id).is_some_and(|item| {
                item.form == Form::Question
                    && matches!(
                        item.standing,
                        Standing::Unanswered | Standing::Invalid | Standing::Draft | Standing::Untouched
                    )
            })
        })
    }

    /// The stop that a place leads to: itself, or the first one inside it, or else the first one after it, or the
    /// last of all.
    pub fn nearest(&self, outline: &Outline, place: &Place) -> Option<ItemId> {
        let id = outline.nearest(place);
        let end = outline.get(id)?.end;
        // Stops are ordered by the end of what they hold: a group comes after its instances.
        let exact = self.0.iter().copied().find(|stop| *stop == id);
        let inside = || self.0.iter().copied().find(|stop| *stop > id && *stop < end);
        let after = || self.0.iter().copied().find(|stop| *stop >= id);
        exact
            .or_else(inside)
            .or_else(after)
            .or_else(|| self.0.last().copied())
    }
}
