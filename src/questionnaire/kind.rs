//! The kinds of answers that a question can take.

use super::{NodeId, PartialDate};

/// What kind of answer a question takes, with the bounds that belong to it.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// One line of text.
    Line,
    /// Text of many paragraphs.
    Prose,
    /// A number.
    Number {
        /// The least value.
        min: Option<f64>,
        /// The greatest value.
        max: Option<f64>,
        /// What is counted; printed after the number.
        unit: Option<String>,
    },
    /// A day.
    Date(Period),
    /// A month of a year.
    Month(Period),
    /// A year.
    Year(Period),
    /// Yes or no.
    YesNo,
    /// One of several.
    Choice {
        /// What there is to choose from.
        choices: Vec<Choice>,
        /// Whether the writer may put in something else.
        other: bool,
    },
    /// Any of several.
    Choices {
        /// What there is to choose from.
        choices: Vec<Choice>,
        /// Whether the writer may put in something else.
        other: bool,
        /// How many to choose.
        size: Size,
    },
    /// Several short lines.
    List(Size),
    /// Instances of another repeated section.
    Links {
        /// The repeated section.
        to: NodeId,
        /// How many to choose.
        size: Size,
    },
}

impl Kind {
    /// The names that `kind = "…"` takes, in the order of the reference.
    pub const NAMES: [&'static str; 11] = [
        "line", "prose", "number", "date", "month", "year", "yes-no", "choice", "choices", "list", "links",
    ];

    /// The name of this kind in a questionnaire.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Prose => "prose",
            Self::Number { .. } => "number",
            Self::Date(_) => "date",
            Self::Month(_) => "month",
            Self::Year(_) => "year",
            Self::YesNo => "yes-no",
            Self::Choice { .. } => "choice",
            Self::Choices { .. } => "choices",
            Self::List(_) => "list",
            Self::Links { .. } => "links",
        }
    }
}

/// Bounds on a day, month or year; both ends are included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    /// The earliest.
    pub min: Option<PartialDate>,
    /// The latest.
    pub max: Option<PartialDate>,
}

/// Bounds on how many there are; both ends are included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Size {
    /// The least number.
    pub min: Option<usize>,
    /// The greatest number.
    pub max: Option<usize>,
}

/// One of the things to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What stands in the answers file and in conditions.
    pub value: String,
    /// What is shown and printed; the value itself where the questionnaire gives none.
    pub label: String,
}
