//! Answers that are the questionnaire's own example or placeholder, word for word: left over from trying out.

use super::{Finding, Problem};
use crate::outline::Outline;
use crate::questionnaire::Kind;

pub(super) fn findings(outline: &Outline) -> Vec<Finding> {
    let found = outline.questions().filter_map(|(_, item, question)| {
        let given = outline.answers().answer(&item.place)?.value.to_typed();
        let is_given = |words: &Option<String>| {
            let words = words.as_deref().map(str::trim).filter(|words| !words.is_empty());
            words == Some(given.trim())
        };
        let is_text = matches!(question.kind, Kind::Line | Kind::Prose | Kind::List(_));
        let problem = match is_text {
            true if is_given(&question.example) => Problem::Example,
            true if is_given(&question.placeholder) => Problem::Placeholder,
            _ => return None,
        };
        Some(Finding {
            place: item.place.clone(),
            problem,
        })
    });
    found.collect()
}
