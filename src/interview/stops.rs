//! Where an interview stops, in order: at every live question, and after the instances of each repeated section, to ask
//! for another one. Where what belongs together is gone through in one go it stops also behind an instance that nothing is
//! linked to yet, to ask for something that is.

use super::pairs::{self, Together};
use crate::answers::Place;
use crate::outline::{Form, ItemId, Outline, Standing};
use crate::questionnaire::Repetition;
use std::collections::{HashMap, HashSet};

/// The stops of an outline in the order of the interview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stops(Vec<ItemId>);

/// In which order an interview goes through a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// As the document stands.
    #[default]
    Document,
    /// What belongs together in one go: an instance, what is paired with it, what links to it.
    Pairs,
}

/// The stops of an outline.
pub fn stops(outline: &Outline, order: Order) -> Stops {
    let together = match order {
        Order::Document => Vec::new(),
        Order::Pairs => pairs::together(outline),
    };
    let elsewhere = together
        .iter()
        .flat_map(|together| together.followers.iter().copied())
        .collect();
    let following = together
        .into_iter()
        .map(|together| (together.instance, together))
        .collect();
    let mut walk = Walk {
        outline,
        following,
        elsewhere,
        found: Vec::new(),
    };
    walk.item(Outline::ROOT);
    Stops(walk.found)
}

struct Walk<'a> {
    outline: &'a Outline,
    /// What is gone through right after an instance.
    following: HashMap<ItemId, Together>,
    /// What is gone through elsewhere than at its place.
    elsewhere: HashSet<ItemId>,
    found: Vec<ItemId>,
}

impl Walk<'_> {
    fn item(&mut self, id: ItemId) {
        let outline = self.outline;
        let Some(item) = outline.get(id) else { return };
        for (child, _) in outline.children(id) {
            if !self.elsewhere.contains(&child) {
                self.item(child);
            }
            self.follow(child);
        }
        let asks = match item.form {
            Form::Question => true,
            Form::Group => accepts_another(outline, id),
            Form::Section | Form::Instance { .. } | Form::Text => false,
        };
        if asks {
            self.found.push(id);
        }
    }

    /// Goes through what belongs to an instance, and to what belongs to it.
    fn follow(&mut self, instance: ItemId) {
        let Some(together) = self.following.remove(&instance) else {
            return;
        };
        for follower in together.followers {
            self.item(follower);
            self.follow(follower);
        }
        if together.lacks {
            self.found.push(instance);
        }
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

/// How many instances a group may have, where it has as many.
pub(super) fn limit_reached(outline: &Outline, group: ItemId) -> Option<usize> {
    let item = outline.get(group).filter(|item| item.form == Form::Group)?;
    match outline.node(item).section()?.repetition {
        Repetition::Repeat { max: Some(max), .. } => (outline.children(group).count() >= max).then_some(max),
        _ => None,
    }
}

/// The titles of the groups to which the writer can add.
pub fn groups_to_add_to(outline: &Outline) -> Vec<String> {
    let groups = outline.items().filter(|(id, _)| accepts_another(outline, *id));
    groups.map(|(id, _)| outline.title(id)).collect()
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
        self.next_that(outline, from, |standing| {
            matches!(
                standing,
                Standing::Unanswered | Standing::Invalid | Standing::Draft | Standing::Untouched
            )
        })
    }

    /// The next question after one whose answer was carried over and not looked at, going round past the end.
    pub fn next_untouched(&self, outline: &Outline, from: Option<ItemId>) -> Option<ItemId> {
        self.next_that(outline, from, |standing| standing == Standing::Untouched)
    }

    fn next_that(
        &self,
        outline: &Outline,
        from: Option<ItemId>,
        stands_so: impl Fn(Standing) -> bool,
    ) -> Option<ItemId> {
        let at = from
            .and_then(|from| self.0.iter().position(|stop| *stop == from))
            .map_or(0, |at| at + 1);
        let (before, after) = self.0.split_at_checked(at)?;
        after.iter().chain(before).copied().find(|id| {
            outline
                .get(*id)
                .is_some_and(|item| item.form == Form::Question && stands_so(item.standing))
        })
    }

    /// The stop at a place where somebody stands: it, or the nearest one where it is no stop any more.
    pub fn at(&self, outline: &Outline, place: &Place) -> Option<ItemId> {
        let id = outline.find(place).filter(|id| self.0.contains(id));
        id.or_else(|| self.nearest(outline, place))
    }

    /// The stop that a place leads to: itself, or the first one inside it, or else the first one after it, or the
    /// last of all. An instance leads into it, whatever is asked behind it.
    pub fn nearest(&self, outline: &Outline, place: &Place) -> Option<ItemId> {
        let id = outline.nearest(place);
        let item = outline.get(id)?;
        let end = item.end;
        let is_instance = matches!(item.form, Form::Instance { .. });
        let exact = self.0.iter().copied().find(|stop| *stop == id && !is_instance);
        let inside = || self.0.iter().copied().find(|stop| *stop > id && *stop < end);
        let after = || self.0.iter().copied().find(|stop| *stop >= id);
        exact
            .or_else(inside)
            .or_else(after)
            .or_else(|| self.0.last().copied())
    }
}
