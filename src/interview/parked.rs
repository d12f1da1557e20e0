//! Answers that are kept although their question is not part of the document at present.

use crate::answers::{Group, Place};
use crate::outline::{ItemId, Outline};

/// Something that a condition hides, or whose pair is gone, with answers in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parked {
    /// The outermost question, section or instance that is not part of the document.
    pub place: Place,
    /// The item around it, which is.
    pub around: ItemId,
    /// Its short name.
    pub title: String,
    /// The first words of the first answer in it; none where others must not see them.
    pub words: Option<String>,
}

/// Characters of a question or an answer that are shown at most.
const LENGTH: usize = 40;

/// All that is parked, each once, in the order in which the answers stand.
pub fn parked(outline: &Outline) -> Vec<Parked> {
    let mut found: Vec<Parked> = Vec::new();
    for answer in outline.parked() {
        let around = outline.nearest(&answer);
        let depth = outline.get(around).map_or(0, |item| item.place.steps().len());
        let place: Place = answer.steps().iter().take(depth + 1).cloned().collect();
        if found.iter().any(|parked| parked.place == place) {
            continue;
        }
        let words = outline.answers().answer(&answer);
        let words = words.map(|answer| answer.value.to_typed()).unwrap_or_default();
        // Blank answers are nothing to come back to.
        let holds_words = outline
            .answers()
            .group(&place)
            .map_or(!words.trim().is_empty(), |group| {
                Group::first_answer(group).is_some()
            });
        if holds_words {
            found.push(Parked {
                title: outline.names(&place).pop().unwrap_or_default(),
                place,
                around,
                words: (!outline.hides(&answer)).then(|| first_words(&words)),
            });
        }
    }
    found
}

fn first_words(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    let short: String = line.chars().take(LENGTH).collect();
    if short.len() < text.trim().len() {
        format!("{short}…")
    } else {
        short
    }
}
