//! What still wants something from the writer.

use crate::messages::Locale;
use crate::outline::{Fault, Item, ItemId, Outline, Standing};

/// Why an item is still open.
#[derive(Debug, Clone, PartialEq)]
pub enum Open<'a> {
    /// Something is wrong with it; the first thing that is.
    Fault(&'a Fault),
    /// It is not answered.
    Unanswered,
    /// Its answer was still being typed when it was last saved.
    Draft,
    /// Its answer was carried over, and nobody has looked at it.
    Untouched,
}

impl<'a> Open<'a> {
    /// Why an item is open; `None` where it is not.
    pub fn of(outline: &Outline, item: &'a Item) -> Option<Self> {
        if let Some(fault) = item.faults.first() {
            return Some(Self::Fault(fault));
        }
        outline.node(item).question()?;
        match item.standing {
            Standing::Unanswered => Some(Self::Unanswered),
            Standing::Draft => Some(Self::Draft),
            Standing::Untouched => Some(Self::Untouched),
            Standing::Nothing
            | Standing::Answered
            | Standing::Optional
            | Standing::Default
            | Standing::Invalid => None,
        }
    }

    /// What the writer is told.
    pub fn message(&self, locale: Locale, outline: &Outline) -> String {
        match self {
            Self::Fault(fault) => fault.message(locale, outline),
            Self::Unanswered => locale.standing_unanswered().to_owned(),
            Self::Draft => locale.standing_draft().to_owned(),
            Self::Untouched => locale.standing_untouched().to_owned(),
        }
    }
}

/// Everything that is open, in the order of the document.
pub fn open(outline: &Outline) -> impl Iterator<Item = (ItemId, &Item, Open<'_>)> {
    outline
        .items()
        .filter_map(|(id, item)| Some((id, item, Open::of(outline, item)?)))
}
