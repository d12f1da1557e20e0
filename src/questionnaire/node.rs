//! A node of the tree: a section, a question or a text.

use super::{Condition, Kind, NodeName, NodePath, Template};
use regex::Regex;

/// A node's place in the order of the document; only the reader makes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(u32);

impl NodeId {
    pub(super) const ROOT: Self = Self(0);

    pub(super) fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// What all nodes have, and the body that tells them apart.
#[derive(Debug)]
pub struct Node {
    /// Its path, the one name by which it is known.
    pub path: NodePath,
    /// The last part of the path; `None` for the root.
    pub name: Option<NodeName>,
    /// The node around it; `None` for the root.
    pub parent: Option<NodeId>,
    /// Its child nodes in the order of the file.
    pub children: Vec<NodeId>,
    /// The condition under which the node is part of the document.
    pub when: Option<Condition>,
    /// Prints the node instead of its default. An empty template prints nothing.
    pub text: Option<Template>,
    /// A short name for outlines.
    pub label: Option<String>,
    /// Guidance for the writer.
    pub help: Option<String>,
    /// How its lines stand between the margins.
    pub align: Option<Align>,
    /// The budget of what the node prints.
    pub length: LengthLimits,
    /// Paths that the node had in earlier versions of the questionnaire.
    pub was: Vec<NodePath>,
    /// Section, question or text.
    pub body: Body,
}

impl Node {
    /// The question in this node, if it is one.
    pub fn question(&self) -> Option<&Question> {
        match &self.body {
            Body::Question(question) => Some(question),
            Body::Section(_) | Body::Text => None,
        }
    }

    /// The section in this node, if it is one.
    pub fn section(&self) -> Option<&Section> {
        match &self.body {
            Body::Section(section) => Some(section),
            Body::Question(_) | Body::Text => None,
        }
    }

    /// Whether the node is a section that can have several instances.
    pub fn is_repeating(&self) -> bool {
        self.section()
            .is_some_and(|section| section.repetition != Repetition::Once)
    }
}

/// What kind of node it is.
#[derive(Debug)]
pub enum Body {
    /// Has child nodes.
    Section(Section),
    /// Has `ask`. Boxed because it is far larger than the others.
    Question(Box<Question>),
    /// Has only `text`.
    Text,
}

/// A node with child nodes.
#[derive(Debug)]
pub struct Section {
    /// The heading's template; `None` where there is no heading.
    pub heading: Option<Template>,
    /// How the heading stands.
    pub heading_style: HeadingStyle,
    /// How the children follow one another.
    pub layout: Layout,
    /// Whether the heading carries a number.
    pub numbered: bool,
    /// How many instances there are.
    pub repetition: Repetition,
    /// The repeated section whose instances of an earlier session become instances of this one.
    pub from: Option<NodeId>,
}

/// How a heading stands to the text below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadingStyle {
    /// A line of its own.
    Block,
    /// A sentence at the start of the first paragraph; ends in a full stop.
    RunIn,
    /// Not printed.
    None,
}

/// How the children of a section follow one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Each begins a paragraph.
    Paragraphs,
    /// They run on in one paragraph.
    Paragraph,
}

/// How many instances a section has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repetition {
    /// Exactly one.
    Once,
    /// As many as the writer adds.
    Repeat {
        /// As many are there from the start; fewer are a finding.
        min: usize,
        /// No more can be added.
        max: Option<usize>,
    },
    /// One per instance of another repeated section, for as long as that instance lives.
    ForEach(NodeId),
}

/// How lines stand between the margins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Flush left, as text usually stands.
    Left,
    /// Centred, as a title stands.
    Center,
    /// Flush right, as a signature stands.
    Right,
}

/// A budget, in the questionnaire's way of counting (字, words or characters). Both ends are included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LengthLimits {
    /// The least length.
    pub min: Option<usize>,
    /// The greatest length.
    pub max: Option<usize>,
}

/// A node that asks.
#[derive(Debug)]
pub struct Question {
    /// The question as the writer reads it.
    pub ask: Template,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// An example answer: shown, never inserted.
    pub example: Option<String>,
    /// Dim words in the empty field.
    pub placeholder: Option<String>,
    /// The answer that stands until the writer gives another.
    pub default: Option<Template>,
    /// Whether the document is unfinished without an answer.
    pub required: bool,
    /// A form that the answer must have.
    pub pattern: Option<Pattern>,
    /// Masked on screen until revealed.
    pub sensitive: bool,
    /// Whether an answer goes over into a new session made from an old one.
    pub carry: Carry,
    /// The question whose answer of an earlier session is what this one begins with.
    pub from: Option<NodeId>,
}

/// A regular expression that an answer must match, and what to tell the writer where it does not.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// The expression; it must match the whole answer only if it says so itself (`^…$`).
    pub regex: Regex,
    /// What the writer is told.
    pub hint: Option<String>,
}

/// What becomes of an answer when a new session starts from an old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Carry {
    /// It goes over, marked as untouched.
    #[default]
    Yes,
    /// It stays behind.
    No,
    /// The writer is asked.
    Ask,
}
