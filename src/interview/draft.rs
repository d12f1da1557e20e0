//! What is being typed, and has no end to it yet.

use super::history::Step;
use crate::answers::{Answer, Answers, Place, Value};
use crate::outline::Progress;

/// What was before the writer began to type.
#[derive(Debug, Clone)]
pub(super) struct BeforeDraft {
    /// The answers, and where the writer types.
    pub(super) step: Step,
    /// How the question was counted. It goes on being counted so until what is typed is committed.
    pub(super) progress: Progress,
}

/// The answers with another one at a place: none where it is blank, the one that was there where it is the same.
pub(super) fn with_answer(before: &Answers, place: &Place, value: Value, at: i64, draft: bool) -> Answers {
    let mut answers = before.clone();
    let present = before.answer(place);
    match present {
        _ if value.is_blank() => {
            answers.clear(place, at);
        }
        // An answer that came from elsewhere and was kept as it is stays one that came from elsewhere.
        Some(present) if present.value == value => {
            answers.put(
                place,
                Answer {
                    touched: true,
                    draft: false,
                    ..present.clone()
                },
            );
        }
        _ => {
            answers.put(
                place,
                Answer {
                    draft,
                    ..Answer::typed(value)
                },
            );
        }
    }
    answers
}
