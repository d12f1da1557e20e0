//! A questionnaire as these tests know it: its own tree, apart from the program's.

/// A node's place among the nodes of a form, in the order of the document. 0 is the root.
pub(super) type Id = usize;

/// A questionnaire.
#[derive(Debug, Clone)]
pub(super) struct Form {
    pub(super) language: &'static str,
    /// One pattern per heading level, by its text for 1, 2 and 3.
    pub(super) numbered: bool,
    pub(super) nodes: Vec<Node>,
}

/// A node.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) name: String,
    pub(super) parent: Option<Id>,
    pub(super) children: Vec<Id>,
    pub(super) when: Option<Condition>,
    pub(super) align: Option<&'static str>,
    pub(super) body: Body,
}

#[derive(Debug, Clone)]
pub(super) enum Body {
    Section(Section),
    Question(Question),
    Text(Template),
}

#[derive(Debug, Clone)]
pub(super) struct Section {
    pub(super) heading: Option<Template>,
    pub(super) style: Option<&'static str>,
    pub(super) layout: Option<&'static str>,
    pub(super) number: bool,
    pub(super) repetition: Repetition,
    /// Printed instead of the children.
    pub(super) text: Option<Template>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repetition {
    Once,
    Repeat { min: usize, max: Option<usize> },
    ForEach(Id),
}

#[derive(Debug, Clone)]
pub(super) struct Question {
    pub(super) kind: Kind,
    pub(super) required: bool,
    pub(super) ask: Template,
    pub(super) default: Option<Template>,
    pub(super) text: Option<Template>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Line,
    Prose,
    Number { unit: bool },
    Date(Precision),
    YesNo,
    Choice { other: bool },
    Choices { other: bool },
    List,
    Links(Id),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Precision {
    Day,
    Month,
    Year,
}

/// What there is to choose from, wherever something is chosen: value and label.
pub(super) const CHOICES: [(&str, &str); 3] = [("red", "红"), ("green", "绿"), ("blue", "blue")];

/// A template, as its source, with the nodes that it names.
#[derive(Debug, Clone, Default)]
pub(super) struct Template {
    pub(super) source: String,
    pub(super) cites: Vec<Id>,
    /// Whether it prints the question's own answer.
    pub(super) own: bool,
}

impl Template {
    pub(super) fn plain(source: impl Into<String>) -> Self {
        Self {
            source: source.into(),
            ..Self::default()
        }
    }
}

/// A condition.
#[derive(Debug, Clone)]
pub(super) enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    Passes {
        subject: Subject,
        /// The subject as the questionnaire writes it.
        name: String,
        test: Test,
    },
}

/// Of whom something is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    /// A node around which stand no other repeated sections than around the one that asks.
    Node(Id),
    /// A node in the instance of `of` that the nearest `for_each` section is paired with.
    Each { node: Id, of: Id },
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Test {
    Answered(bool),
    /// One of these texts, choices, numbers or dates, or yes or no, as TOML writes it.
    Is(Vec<toml::Value>),
    Min(i64),
    Max(i64),
    Before(String),
    After(String),
    Contains(String),
}

impl Form {
    pub(super) const ROOT: Id = 0;

    pub(super) fn ids(&self) -> impl Iterator<Item = Id> + use<> {
        0..self.nodes.len()
    }

    /// The names on the way to a node.
    pub(super) fn path(&self, id: Id) -> Vec<&str> {
        let mut path: Vec<&str> = self.around(id).map(|id| self.nodes[id].name.as_str()).collect();
        path.reverse();
        path
    }

    /// A node and the sections around it, without the root, from the inside out.
    pub(super) fn around(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(Some(id), |id| self.nodes[*id].parent).filter(|id| *id != Self::ROOT)
    }

    pub(super) fn repetition(&self, id: Id) -> Repetition {
        match &self.nodes[id].body {
            Body::Section(section) => section.repetition,
            _ => Repetition::Once,
        }
    }

    pub(super) fn repeats(&self, id: Id) -> bool {
        self.repetition(id) != Repetition::Once
    }

    pub(super) fn question(&self, id: Id) -> Option<&Question> {
        match &self.nodes[id].body {
            Body::Question(question) => Some(question),
            _ => None,
        }
    }

    /// All templates that end up in the text.
    pub(super) fn printed_templates(&self, id: Id) -> Vec<&Template> {
        match &self.nodes[id].body {
            Body::Section(section) => section.heading.iter().chain(&section.text).collect(),
            Body::Question(question) => question.text.iter().chain(&question.default).collect(),
            Body::Text(template) => vec![template],
        }
    }
}
