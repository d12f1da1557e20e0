//! What a document that was written still lacks, in a word on standard error.

use super::context::Context;
use super::failure::{DONE, FAILED};
use super::{console, named};
use crate::check::{Kind, Problem, check, summary};
use crate::document::Document;
use crate::outline::Outline;

/// Says what is still open in the answers, those included that were not handed on, and gives the exit code. That answers
/// are missing is no failure: whoever writes prints what
/// is there so far. That the questionnaire's own template fails is one.
pub(super) fn report(context: &Context, outline: &Outline, document: &Document) -> u8 {
    let locale = context.locale;
    let findings = check(outline, document);
    if let Some(summary) = summary(&findings, locale) {
        console::complain(&summary);
    }
    for finding in &findings {
        if let Problem::Fault(_) | Problem::Budget(_) = finding.problem {
            let said = finding.message(locale, outline);
            console::complain(&named::said(context, outline, &finding.place, &said));
        }
    }
    let orphaned = findings.iter().filter(|finding| finding.kind() == Kind::Orphaned);
    match orphaned.count() {
        0 => {}
        count => console::complain(&locale.answers_without_question(count)),
    }
    for failure in &document.failures {
        let place = named::within_sentence(context, outline, &failure.place);
        console::complain(&locale.template_failed(place, &failure.reason));
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
    let mut named: String = parked
        .iter()
        .take(NAMED)
        .map(|place| format!("\n  {}", named::with_path(context, outline, place)))
        .collect();
    if parked.len() > NAMED {
        named.push_str("\n  …");
    }
    console::complain(&context.locale.answers_parked(named));
}
