//! Why something cannot be moved among its like.

use super::pairs::following_around;
use super::work::Work;
use crate::messages::Locale;
use crate::outline::{ItemId, Outline};

/// Why something cannot be moved among its like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unmoved {
    /// There is nothing here that has a place among others.
    Nothing,
    /// It stands where what it is paired with stands: the titles of both groups.
    Following {
        /// Its own group.
        own: String,
        /// The group whose order it follows.
        source: String,
    },
    /// It is the first one already.
    First,
    /// It is the last one already.
    Last,
}

impl Unmoved {
    /// Why what is at an item, or around it, was not moved by so many places.
    pub fn of(work: &Work, id: Option<ItemId>, by: isize) -> Self {
        let Some(id) = id else { return Self::Nothing };
        match work.instance_around(id) {
            Some(_) => Self::at_end(by),
            None => Self::following(work.outline(), id),
        }
    }

    /// What stands at the end of a list already, towards which it was to be moved by so many places.
    pub fn at_end(by: isize) -> Self {
        if by < 0 { Self::First } else { Self::Last }
    }

    fn following(outline: &Outline, id: ItemId) -> Self {
        following_around(outline, id).map_or(Self::Nothing, |following| Self::Following {
            own: outline.title(following.own),
            source: outline.title(following.source),
        })
    }

    /// What the person is told.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::Nothing => locale.nothing_to_move().to_owned(),
            Self::Following { own, source } => locale.moved_elsewhere(own, source),
            Self::First => locale.already_first().to_owned(),
            Self::Last => locale.already_last().to_owned(),
        }
    }
}
