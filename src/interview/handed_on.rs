//! A document as it may be handed on.

use crate::answers::sensitive::Sensitive;
use crate::document::{Document, assemble};
use crate::outline::{Outline, outline};
use std::sync::Arc;

/// The document without the answers that are sensitive.
pub fn handed_on(whole: &Outline, sensitive: &Sensitive) -> Document {
    let kept = Arc::new(sensitive.left_out_of(whole.answers()));
    assemble(&outline(whole.questionnaire(), &kept))
}
