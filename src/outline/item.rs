//! One live node of one instance.

use super::Fault;
use crate::answers::{Place, Value};
use crate::questionnaire::NodeId;

/// An item's place in the order of an outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ItemId(u32);

impl ItemId {
    pub(super) const ROOT: Self = Self(0);

    pub(super) fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    pub(super) fn index(self) -> usize {
        self.0 as usize
    }

    /// Whether this item comes right after another.
    pub fn follows(self, other: Self) -> bool {
        self.0 == other.0.saturating_add(1)
    }
}

/// A live node of an instance.
#[derive(Debug)]
pub struct Item {
    /// Which node of the questionnaire.
    pub node: NodeId,
    /// The node with the instances around it.
    pub place: Place,
    /// The item around this one; `None` for the root.
    pub parent: Option<ItemId>,
    /// The first item after this one that is not inside it.
    pub end: ItemId,
    /// How many items are around it.
    pub depth: usize,
    /// What it is.
    pub form: Form,
    /// The number of its heading, if that is numbered.
    pub number: Option<Number>,
    /// How many headings are around it, its own included: 1 for the highest below the title.
    pub level: usize,
    /// How its answer stands; of a section, the worst of what is in it.
    pub standing: Standing,
    /// How far the writer is with what is in it.
    pub progress: Progress,
    /// What is wrong with its answer.
    pub faults: Vec<Fault>,
    /// The questionnaire's default, where the writer has given no answer.
    pub default: Option<Value>,
}

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A section that is there once. The root is one.
    Section,
    /// A repeated section as a whole; its children are its instances.
    Group,
    /// One instance of a repeated section.
    Instance {
        /// Its position, from 1.
        position: usize,
        /// How many there are.
        of: usize,
    },
    /// A question.
    Question,
    /// A text.
    Text,
}

/// The number of a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The number, from 1.
    pub ordinal: usize,
    /// The number as it stands before the heading, if its level has a pattern.
    pub written: Option<String>,
}

/// How an answer stands. Ordered: of several, the greatest is what a section shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// There is nothing to answer.
    Nothing,
    /// Answered, and nothing is wrong with it.
    Answered,
    /// Unanswered, and need not be answered.
    Optional,
    /// The questionnaire's default stands.
    Default,
    /// Carried over or imported, and not looked at since.
    Untouched,
    /// Still being typed when last saved.
    Draft,
    /// Unanswered, and the document is unfinished without it.
    Unanswered,
    /// Something is wrong with it.
    Invalid,
}

/// How far the writer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Live questions with an answer that nothing is wrong with.
    pub answered: usize,
    /// Live questions that are answered or should be. A default asks for nothing.
    pub total: usize,
}

impl Progress {
    /// Whether nothing is left to do.
    pub fn is_complete(self) -> bool {
        self.answered >= self.total
    }

    /// Counts a part of it in another way.
    pub(super) fn exchange(&mut self, part: Self, other: Self) {
        self.answered = (self.answered + other.answered).saturating_sub(part.answered);
        self.total = (self.total + other.total).saturating_sub(part.total);
    }
}

impl std::ops::AddAssign for Progress {
    fn add_assign(&mut self, other: Self) {
        self.answered += other.answered;
        self.total += other.total;
    }
}
