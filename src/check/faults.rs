//! Answers that their questions do not take, and repeated sections with too few or too many instances: what the outline
//! finds as it is made.

use super::{Finding, Problem};
use crate::outline::{Item, Standing};

pub(super) fn findings(item: &Item) -> Vec<Finding> {
    // That an unfinished answer is too short goes without saying.
    if item.standing == Standing::Draft {
        return Vec::new();
    }
    let finding = |fault: &crate::outline::Fault| Finding {
        place: item.place.clone(),
        problem: Problem::Fault(fault.clone()),
    };
    item.faults.iter().map(finding).collect()
}
