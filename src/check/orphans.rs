//! Answers that are kept although the questionnaire has no question for them.

use super::{Finding, Problem};
use crate::outline::Outline;

pub(super) fn findings(outline: &Outline) -> impl Iterator<Item = Finding> {
    outline.orphaned().into_iter().map(|place| Finding {
        place,
        problem: Problem::Orphaned,
    })
}
