//! What a document that was written still lacks, in a word on standard error.

use super::console;
use super::context::Context;
use super::failure::{DONE, FAILED};
use crate::answers::Place;
use crate::check::{Finding, Kind, Problem, check, summary};
use crate::document::Document;
use crate::messages::Locale;
use crate::outline::{Form, Outline};

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
            console::complain(&locale.answer_fault(named(outline, finding, locale), said));
        }
    }
    let orphaned = findings.iter().filter(|finding| finding.kind() == Kind::Orphaned);
    match orphaned.count() {
        0 => {}
        count => console::complain(&locale.answers_without_question(count)),
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

/// The place of a finding as a path, with each instance by its position: nobody knows it by its id.
pub(super) fn named(outline: &Outline, finding: &Finding, locale: Locale) -> String {
    let steps = finding.place.steps();
    let named = steps.iter().enumerate().map(|(depth, step)| {
        let around: Place = steps.iter().take(depth + 1).cloned().collect();
        let form = outline
            .find(&around)
            .and_then(|id| outline.get(id))
            .map(|item| item.form);
        match (form, &step.instance) {
            (Some(Form::Instance { position, .. }), _) => format!("{}[{position}]", step.name),
            (_, Some(id)) => format!("{}[{id}]", step.name),
            (_, None) => step.name.to_string(),
        }
    });
    match named.collect::<Vec<_>>().join(".") {
        root if root.is_empty() => locale.whole_document().to_owned(),
        place => place,
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
    console::complain(&context.locale.answers_parked(named.join(separator)));
}
