//! Questions that want an answer and have none, or one that nobody has finished or looked at.

use super::{Finding, Problem};
use crate::outline::{Item, Outline, Standing};

pub(super) fn finding(outline: &Outline, item: &Item) -> Option<Finding> {
    outline.node(item).question()?;
    let problem = match item.standing {
        Standing::Unanswered => Problem::Unanswered,
        Standing::Draft => Problem::Draft,
        Standing::Untouched => Problem::Untouched,
        Standing::Nothing
        | Standing::Answered
        | Standing::Optional
        | Standing::Default
        | Standing::Invalid => return None,
    };
    Some(Finding {
        place: item.place.clone(),
        problem,
    })
}
