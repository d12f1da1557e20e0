//! Findings on a document: what is still open in it, what is wrong with it, what may be a slip. One rule a file.
//!
//! [`check()`] is one pure function; the full screen's review, the plain mode's lists and the command line all show what
//! it finds, so nothing is open in one and finished in another. No finding ever stops anybody from handing a text in.

mod budgets;
mod copied;
mod faults;
pub mod finding;
mod links;
mod orphans;
mod standings;
mod summary;
mod templates;
mod terms;

pub use budgets::{Budget, budget, budget_around, printed};
pub use finding::{Finding, Kind, Problem, Severity};
pub use summary::summary;

use crate::document::Document;
use crate::outline::{Item, Outline};

/// Everything that is found, in the order of the document; at one place, what is wrong before what is open.
pub fn check(outline: &Outline, document: &Document) -> Vec<Finding> {
    let mut findings: Vec<Finding> = outline
        .items()
        .flat_map(|(_, item)| of_item(outline, item))
        .collect();
    findings.extend(budgets::findings(outline, document));
    findings.extend(links::findings(outline));
    findings.extend(terms::findings(outline));
    findings.extend(copied::findings(outline));
    findings.extend(templates::findings(document));
    findings.extend(orphans::findings(outline));
    findings.sort_by_key(|finding| (outline.nearest(&finding.place), finding.kind()));
    findings
}

/// What is found on an answer by itself, or on the number of a section's instances.
pub fn of_item(outline: &Outline, item: &Item) -> Vec<Finding> {
    let faults = faults::findings(item);
    // What is wrong has to be mended first; that it is a draft as well says nothing more.
    let standing = standings::finding(outline, item).filter(|_| faults.is_empty());
    faults.into_iter().chain(standing).collect()
}
