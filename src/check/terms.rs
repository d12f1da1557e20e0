//! House terms: words that the writer has used and for which the questionnaire wants others.

use super::{Finding, Problem};
use crate::outline::{Meaning, Outline};
use crate::questionnaire::Kind;
use crate::questionnaire::settings::Term;
use std::ops::Range;

pub(super) fn findings(outline: &Outline) -> Vec<Finding> {
    let terms = &outline.questionnaire().settings.terms;
    if terms.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (_, item, question) in outline.questions() {
        let is_text = matches!(question.kind, Kind::Line | Kind::Prose | Kind::List(_));
        // A default is in the questionnaire's words, not the writer's.
        if !is_text || outline.answers().answer(&item.place).is_none() {
            continue;
        }
        let text = match outline.meaning(item) {
            Some(Meaning::Text(text)) => text,
            Some(Meaning::Texts(texts)) => texts.join("\n"),
            _ => continue,
        };
        let text = text.to_lowercase();
        for term in terms {
            found.extend(avoided(term, &text).map(|(word, times)| Finding {
                place: item.place.clone(),
                problem: Problem::Term {
                    found: word.to_owned(),
                    preferred: term.preferred.clone(),
                    times,
                },
            }));
        }
    }
    found
}

/// The words that stand in a lower-case text though they are to be avoided, with how many times each does.
fn avoided<'a>(term: &'a Term, text: &str) -> impl Iterator<Item = (&'a str, usize)> {
    let preferred = occurrences(text, &term.preferred.to_lowercase());
    let counted = term.avoid.iter().map(move |word| {
        let found = occurrences(text, &word.to_lowercase());
        // The word to use may hold the word to avoid.
        let is_free = |at: &&Range<usize>| {
            !preferred
                .iter()
                .any(|around| around.start <= at.start && at.end <= around.end)
        };
        (word.as_str(), found.iter().filter(is_free).count())
    });
    counted
        .filter(|(_, times)| *times > 0)
        .collect::<Vec<_>>()
        .into_iter()
}

/// Where a word stands in a text. Letters and digits that are written without gaps go together, so `log` is not found in
/// `catalog`; Chinese has no gaps to go by.
fn occurrences(text: &str, word: &str) -> Vec<Range<usize>> {
    if word.is_empty() {
        return Vec::new();
    }
    let joins = |a: Option<char>, b: Option<char>| {
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        is_letter(a) && is_letter(b)
    };
    text.match_indices(word)
        .map(|(at, word)| at..at + word.len())
        .filter(|at| {
            let before = text.get(..at.start).and_then(|text| text.chars().next_back());
            let after = text.get(at.end..).and_then(|text| text.chars().next());
            !joins(before, word.chars().next()) && !joins(word.chars().next_back(), after)
        })
        .collect()
}
