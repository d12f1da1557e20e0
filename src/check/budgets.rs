//! The budgets of sections, of texts and of the whole document: what they print, counted as the questionnaire counts. The
//! budget of a question is for its answer, and the outline sees to that.

use super::{Finding, Problem};
use crate::answers::Place;
use crate::document::Document;
use crate::outline::{Fault, Form, ItemId, Outline};
use crate::questionnaire::LengthLimits;
use crate::text::count::{CountBy, count};

/// How much of its budget something takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// What it is the budget of.
    pub of: ItemId,
    /// The length of what is printed, in the questionnaire's way of counting.
    pub length: usize,
    /// The budget itself.
    pub limits: LengthLimits,
}

impl Budget {
    /// What is wrong with the length. What prints nothing at all is not too short: it is unanswered, or left out.
    pub fn fault(&self) -> Option<Fault> {
        let is = self.length;
        let short = self.limits.min.filter(|min| 0 < is && is < *min);
        let long = self.limits.max.filter(|max| is > *max);
        short
            .map(|min| Fault::TooShort { is, min })
            .or(long.map(|max| Fault::TooLong { is, max }))
    }
}

/// The length of what a place prints, all that is inside it included: the numbers of headings and what joins runs too, as
/// a word processor counts them. The root's is that of the whole document.
pub fn printed(document: &Document, place: &Place, by: CountBy) -> usize {
    let length = |block: &crate::document::Block| {
        let own = block.spans.iter().filter(|span| span.place.is_within(place));
        let text: String = own.map(|span| span.text.as_str()).collect();
        count(&text, by)
    };
    document.blocks.iter().map(length).sum()
}

/// How an item stands to its budget; `None` where it has none. A question's is for its answer, not for what it prints.
pub fn budget(outline: &Outline, document: &Document, of: ItemId) -> Option<Budget> {
    let item = outline.get(of)?;
    let limits = outline.node(item).length;
    let is_one = matches!(item.form, Form::Section | Form::Instance { .. } | Form::Text);
    if !is_one || limits == LengthLimits::default() {
        return None;
    }
    let by = outline.questionnaire().settings.count_by;
    Some(Budget {
        of,
        length: printed(document, &item.place, by),
        limits,
    })
}

/// The budget of the nearest section around an item that has one, short of the whole document.
pub fn budget_around(outline: &Outline, document: &Document, id: ItemId) -> Option<Budget> {
    let mut around = outline.get(id)?.parent;
    while let Some(id) = around.filter(|id| *id != Outline::ROOT) {
        if let Some(budget) = budget(outline, document, id) {
            return Some(budget);
        }
        around = outline.get(id)?.parent;
    }
    None
}

pub(super) fn findings<'a>(
    outline: &'a Outline,
    document: &'a Document,
) -> impl Iterator<Item = Finding> + 'a {
    outline.items().filter_map(|(id, item)| {
        let fault = budget(outline, document, id)?.fault()?;
        Some(Finding {
            place: item.place.clone(),
            problem: Problem::Budget(fault),
        })
    })
}
