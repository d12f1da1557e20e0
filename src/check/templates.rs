//! Templates of the questionnaire that failed, so that something is missing from the document.

use super::{Finding, Problem};
use crate::document::Document;

pub(super) fn findings(document: &Document) -> impl Iterator<Item = Finding> {
    document.failures.iter().map(|failure| Finding {
        place: failure.place.clone(),
        problem: Problem::Template {
            reason: failure.reason.clone(),
        },
    })
}
