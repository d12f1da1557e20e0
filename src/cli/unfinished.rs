//! What a document that was written still lacks, in a word on standard error.

use super::console;
use super::context::Context;
use super::failure::{DONE, FAILED};
use crate::document::Document;
use crate::messages::Locale;
use crate::outline::{Outline, Standing};

/// Says what is still open, and gives the exit code. That answers are missing is no failure: whoever writes prints what
/// is there so far. That the questionnaire's own template fails is one.
pub(super) fn report(context: &Context, outline: &Outline, document: &Document) -> u8 {
    let locale = context.locale;
    let count = |standing| {
        let questions = outline.questions();
        questions.filter(|(_, item, _)| item.standing == standing).count()
    };
    let faulty: Vec<_> = outline
        .items()
        .filter(|(_, item)| !item.faults.is_empty())
        .collect();
    let open = [
        (
            count(Standing::Unanswered),
            Locale::unfinished_unanswered as fn(Locale, usize) -> String,
        ),
        (count(Standing::Draft), Locale::unfinished_drafts),
        (count(Standing::Untouched), Locale::unfinished_untouched),
        (faulty.len(), Locale::unfinished_invalid),
    ];
    let parts: Vec<String> = open
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, say)| say(locale, count))
        .collect();
    if !parts.is_empty() {
        console::complain(&locale.unfinished(parts.join(locale.unfinished_separator())));
    }
    for (_, item) in faulty {
        for fault in &item.faults {
            console::complain(&locale.answer_fault(&item.place, fault.message(locale, outline)));
        }
    }
    let orphaned = outline.orphaned().len();
    if orphaned > 0 {
        console::complain(&locale.answers_without_question(orphaned));
    }
    for failure in &document.failures {
        console::complain(&locale.template_failed(&failure.place, &failure.reason));
    }
    if document.failures.is_empty() {
        DONE
    } else {
        FAILED
    }
}

/// How many places are named at most.
const NAMED: usize = 5;

/// Says which answers were not printed although there is a question for them: in a session that is as it should be, in
/// a file of answers it may be a slip.
pub(super) fn report_parked(context: &Context, outline: &Outline) {
    let parked = outline.parked();
    if parked.is_empty() {
        return;
    }
    let mut named: Vec<String> = parked.iter().take(NAMED).map(ToString::to_string).collect();
    if parked.len() > NAMED {
        named.push("…".to_owned());
    }
    let separator = context.locale.unfinished_separator();
    console::complain(&context.locale.answers_parked(parked.len(), named.join(separator)));
}
