//! What can be wrong with an answer. None of it ever stops the writer from moving on.

use super::{Evaluation, Item, Meaning, meaning};
use crate::answers::Value;
use crate::questionnaire::kind::{Period, Size};
use crate::questionnaire::{Kind, PartialDate, Question};
use crate::text::count::count;
use std::cmp::Ordering;

/// One thing that is wrong with an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// The kind takes text.
    NotText,
    /// The kind takes several texts.
    NotTexts,
    /// The kind takes a number.
    NotANumber,
    /// A number with commas that part it into neither thousands nor 万.
    WronglyGrouped,
    /// The year has no month of this number.
    NoSuchMonth(i32),
    /// This month has no such day.
    NoSuchDay(PartialDate),
    /// The kind takes a day.
    NotADay,
    /// The kind takes a month of a year.
    NotAMonth,
    /// The kind takes a year.
    NotAYear,
    /// The kind takes yes or no.
    NotYesOrNo,
    /// Not among the choices.
    NotAChoice(String),
    /// No live instance has this id.
    NotAnInstance(String),
    /// Shorter than the least length.
    TooShort {
        /// Its length.
        is: usize,
        /// The least.
        min: usize,
    },
    /// Longer than the greatest length.
    TooLong {
        /// Its length.
        is: usize,
        /// The greatest.
        max: usize,
    },
    /// Below the least number.
    BelowMin(f64),
    /// Above the greatest number.
    AboveMax(f64),
    /// Before the earliest date.
    TooEarly(PartialDate),
    /// After the latest date.
    TooLate(PartialDate),
    /// Fewer than the least count.
    TooFew {
        /// How many there are.
        is: usize,
        /// The least.
        min: usize,
    },
    /// More than the greatest count.
    TooMany {
        /// How many there are.
        is: usize,
        /// The greatest.
        max: usize,
    },
    /// Not of the form that the questionnaire wants; with its hint.
    Pattern(Option<String>),
}

impl Fault {
    /// Whether it only says that something is missing as yet.
    pub fn is_too_little(&self) -> bool {
        matches!(self, Self::TooShort { .. } | Self::TooFew { .. })
    }
}

/// Everything that is wrong with a value given to a question.
pub(super) fn faults(evaluation: &Evaluation, item: &Item, question: &Question, value: &Value) -> Vec<Fault> {
    let meaning = match meaning::read(&question.kind, value) {
        Ok(meaning) => meaning,
        Err(fault) => return vec![fault],
    };
    let mut faults = Vec::new();
    match (&meaning, &question.kind) {
        (Meaning::Number { value, .. }, Kind::Number { min, max, .. }) => {
            faults.extend(min.filter(|min| value < min).map(Fault::BelowMin));
            faults.extend(max.filter(|max| value > max).map(Fault::AboveMax));
        }
        (Meaning::Date(date), Kind::Date(period) | Kind::Month(period) | Kind::Year(period)) => {
            within(*period, *date, &mut faults);
        }
        (Meaning::Texts(texts), Kind::Choices { size, .. } | Kind::List(size)) => {
            sized(*size, texts.len(), &mut faults);
        }
        (Meaning::Links(ids), Kind::Links { to, size }) => {
            sized(*size, ids.len(), &mut faults);
            let gone = ids
                .iter()
                .filter(|id| !evaluation.is_live_instance(&item.place, *to, id));
            faults.extend(gone.map(|id| Fault::NotAnInstance(id.to_string())));
        }
        _ => {}
    }
    if let Meaning::Text(text) | Meaning::Choice(text) = &meaning {
        faults.extend(
            question
                .pattern
                .iter()
                .filter(|pattern| !pattern.regex.is_match(text))
                .map(|pattern| Fault::Pattern(pattern.hint.clone())),
        );
    }
    let limits = evaluation.node(item.node).length;
    if limits.min.is_some() || limits.max.is_some() {
        let settings = &evaluation.questionnaire.settings;
        let is = count(
            &meaning.print(&question.kind, &settings.language),
            settings.count_by,
        );
        faults.extend(
            limits
                .min
                .filter(|min| is < *min)
                .map(|min| Fault::TooShort { is, min }),
        );
        faults.extend(
            limits
                .max
                .filter(|max| is > *max)
                .map(|max| Fault::TooLong { is, max }),
        );
    }
    faults
}

fn within(period: Period, date: PartialDate, faults: &mut Vec<Fault>) {
    let early = period.min.filter(|min| date.compare(min) == Ordering::Less);
    let late = period.max.filter(|max| date.compare(max) == Ordering::Greater);
    faults.extend(early.map(Fault::TooEarly));
    faults.extend(late.map(Fault::TooLate));
}

fn sized(size: Size, is: usize, faults: &mut Vec<Fault>) {
    faults.extend(
        size.min
            .filter(|min| is < *min)
            .map(|min| Fault::TooFew { is, min }),
    );
    faults.extend(
        size.max
            .filter(|max| is > *max)
            .map(|max| Fault::TooMany { is, max }),
    );
}
