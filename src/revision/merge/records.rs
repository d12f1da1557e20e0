//! What two copies have removed.

use crate::answers::{Answers, Removed};

/// The records of both copies, the oldest first. One that a copy has brought back is gone.
pub(super) fn merged(base: Option<&Answers>, ours: &Answers, theirs: &Answers) -> Vec<Removed> {
    let all = |answers: &Answers| answers.removed().cloned().collect::<Vec<Removed>>();
    let (ours, theirs) = (all(ours), all(theirs));
    let base = base.map(all).unwrap_or_default();
    let new_in = |copy: &[Removed]| without(copy, &base);
    let gone = [without(&base, &ours), without(&base, &theirs)].concat();
    let mut records = without(&base, &gone);
    let mut added = new_in(&ours);
    // What both have removed in the same moment is one thing: without a common ancestor, all that is old.
    added.extend(without(&new_in(&theirs), &added));
    added.sort_by_key(|record| record.at);
    records.extend(added);
    records
}

/// The records of a list that are not in another one, each as often as it is there more often.
fn without(records: &[Removed], others: &[Removed]) -> Vec<Removed> {
    let mut others: Vec<&Removed> = others.iter().collect();
    let mut left = Vec::new();
    for record in records {
        match others.iter().position(|other| *other == record) {
            Some(position) => {
                others.swap_remove(position);
            }
            None => left.push(record.clone()),
        }
    }
    left
}
