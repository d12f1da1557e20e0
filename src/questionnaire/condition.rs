//! Conditions under which a node is part of the document: data, not a language.

use super::{NodeId, PartialDate};

/// A checked condition. Every path, type and choice in it exists.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// All must hold. Several keys in one table mean all.
    All(Vec<Condition>),
    /// At least one must hold.
    Any(Vec<Condition>),
    /// It must not hold.
    Not(Box<Condition>),
    /// The answer at `subject` passes `test`.
    Answer {
        /// Whose answer; for a repeated section, its instances.
        subject: Reference,
        /// What is asked of it. An unanswered question passes only `Answered(false)`.
        test: Test,
    },
}

/// What a condition asks of one answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// Whether there is an answer (for a repeated section: an instance).
    Answered(bool),
    /// Yes or no.
    Is(bool),
    /// The answer is one of these: texts, choices, or numbers written as text.
    OneOf(Vec<String>),
    /// The number is one of these.
    NumberIn(Vec<f64>),
    /// The number, or how many there are, is at least this.
    Min(f64),
    /// The number, or how many there are, is at most this.
    Max(f64),
    /// The day, month or year is one of these.
    DateIn(Vec<PartialDate>),
    /// The day, month or year lies before this one begins.
    Before(PartialDate),
    /// The day, month or year lies after this one ends.
    After(PartialDate),
    /// The text holds this, or this is among what was chosen or listed.
    Contains(String),
}

/// A checked reference from a template or a condition to a node, as it is resolved from the place of the referring node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reference {
    /// A node; the instances around the referring node that also hold the target are kept.
    Node(NodeId),
    /// A node inside the instance that the nearest `for_each` section is paired with.
    Each(NodeId),
    /// The answer of the referring question itself.
    Answer,
}
