//! Every mistake that an author can make in a questionnaire.

mod code;
mod toml_words;
mod words;

pub use code::CODES;

use crate::text::toml_excess::Excess;

/// What is wrong. Each mistake has a stable name, says what is wrong and, where it can, how to mend it.
#[derive(Debug, Clone, PartialEq)]
pub enum Mistake {
    /// The file is not UTF-8.
    NotUtf8,
    /// The file is too long.
    FileTooLarge {
        /// The greatest size, in bytes.
        limit: usize,
    },
    /// There are too many nodes.
    TooManyNodes {
        /// The greatest number.
        limit: usize,
    },
    /// There are too many names, values and marks in the file.
    TooManyWords {
        /// The greatest number.
        limit: usize,
    },
    /// The file jumps back and forth between too many tables.
    TooScattered,
    /// There are more mistakes than are shown.
    TooManyMistakes {
        /// How many are shown.
        limit: usize,
    },
    /// There are too many different patterns.
    TooManyPatterns {
        /// The greatest number.
        limit: usize,
    },
    /// Nodes are nested too deep.
    TooDeep {
        /// The greatest depth.
        limit: usize,
    },
    /// The file is not TOML.
    Syntax {
        /// What the TOML parser says.
        detail: String,
    },
    /// The file is not TOML, as a mark of its syntax is a full-width one.
    FullWidth {
        /// The mark.
        mark: char,
        /// The one that is meant.
        meant: char,
    },
    /// The root has no `format`.
    MissingFormat,
    /// The file is of a format that this version does not know.
    NewerFormat {
        /// The format of the file.
        found: i64,
    },
    /// A table's name is not of the form of an id.
    BadId {
        /// The name.
        id: String,
    },
    /// An id has a meaning of its own.
    ReservedId {
        /// The id.
        id: String,
    },
    /// Two nodes have the same path.
    DuplicateId,
    /// An attribute is given twice.
    DuplicateAttribute,
    /// A node is written as an array of tables.
    ArrayOfTables {
        /// Its id.
        id: String,
    },
    /// A table is neither section nor question nor text.
    EmptyNode,
    /// There is no node at all.
    EmptyQuestionnaire,
    /// A node has `ask` as well as child nodes.
    QuestionWithChildren,
    /// No node of any form takes this attribute.
    UnknownAttribute {
        /// The attribute.
        name: String,
        /// One that may have been meant.
        suggestion: Option<String>,
        /// All that can stand there.
        takes: Vec<&'static str>,
    },
    /// This form or kind of node does not take this attribute.
    MisplacedAttribute {
        /// The attribute.
        name: String,
        /// What does not take it.
        holder: Holder,
        /// All that it takes.
        takes: Vec<&'static str>,
    },
    /// An attribute that means nothing without another one.
    LoneAttribute {
        /// The attribute.
        name: &'static str,
        /// The one that it needs.
        needs: &'static str,
    },
    /// Two attributes that exclude each other.
    ConflictingAttributes {
        /// One.
        first: &'static str,
        /// The other.
        second: &'static str,
    },
    /// An attribute is missing.
    MissingAttribute {
        /// The attribute.
        name: &'static str,
        /// What needs it.
        holder: Holder,
    },
    /// A value is not of the type that is wanted.
    WrongType {
        /// What is wanted.
        expected: Expected,
        /// The TOML type that stands there.
        found: &'static str,
    },
    /// A value is not among the words that an attribute takes.
    UnknownValue {
        /// The value.
        value: String,
        /// The words that it takes.
        known: &'static [&'static str],
        /// One that may have been meant.
        suggestion: Option<String>,
    },
    /// There is no such kind of question.
    UnknownKind {
        /// The kind.
        value: String,
        /// One that may have been meant.
        suggestion: Option<String>,
    },
    /// A lower bound is above the upper one.
    MinAboveMax {
        /// The lower bound's attribute.
        min: &'static str,
        /// The upper bound's.
        max: &'static str,
    },
    /// A pattern is not a regular expression.
    BadRegex {
        /// What the parser of regular expressions says.
        detail: String,
    },
    /// A pattern of heading numbers shows no sample numeral.
    BadNumbering {
        /// The pattern.
        pattern: String,
    },
    /// A date is none, or not of the precision that is wanted.
    BadDate {
        /// An example of what is wanted.
        example: &'static str,
    },
    /// A language tag is none.
    BadLanguage {
        /// The tag.
        tag: String,
    },
    /// There is nothing to choose from.
    TooFewChoices,
    /// A choice stands twice.
    DuplicateChoice {
        /// The choice's value.
        value: String,
    },
    /// There is no such choice.
    UnknownChoice {
        /// The value.
        value: String,
        /// One that may have been meant.
        suggestion: Option<String>,
        /// What there is to choose from.
        known: Vec<String>,
    },
    /// A default is no answer to its question.
    BadDefault {
        /// The question.
        holder: Holder,
    },
    /// A template is not one.
    TemplateSyntax {
        /// What the template engine says.
        detail: String,
    },
    /// A template is too long or too involved.
    TemplateTooLong {
        /// The greatest number of words and signs in one tag.
        limit: usize,
    },
    /// A template uses a tag that is of no use in a questionnaire, as `include`.
    TemplateTag {
        /// The tag.
        tag: String,
    },
    /// Templates have no such filter.
    UnknownFilter {
        /// The filter.
        name: String,
        /// One that may have been meant.
        suggestion: Option<String>,
    },
    /// Templates have no such test.
    UnknownTemplateTest {
        /// The test.
        name: String,
        /// One that may have been meant.
        suggestion: Option<String>,
    },
    /// Templates have no such function.
    UnknownFunction {
        /// The function.
        name: String,
        /// One that may have been meant.
        suggestion: Option<String>,
    },
    /// A name refers to no node.
    UnknownName {
        /// The name.
        name: String,
        /// One that may have been meant.
        suggestion: Option<String>,
    },
    /// `answer` stands elsewhere than in a question's own `text`.
    MisplacedAnswer,
    /// `each` stands outside a section that has `for_each`.
    MisplacedEach,
    /// A name refers to a node that comes later.
    LaterReference {
        /// The name.
        name: String,
    },
    /// A name refers to a section around the node, whose answers are not all given yet.
    EnclosingReference {
        /// The name.
        name: String,
    },
    /// A name refers into a repeated section from outside of it.
    InsideRepeat {
        /// The name.
        name: String,
        /// The path of the repeated section.
        section: String,
        /// The path from there to the node.
        rest: String,
        /// Whether `each` leads there.
        paired: bool,
        /// Whether the name stands in a condition.
        in_condition: bool,
    },
    /// A name refers to something that has no answer: a text, or in a condition a section that is there once.
    NoAnswer {
        /// The name.
        name: String,
    },
    /// `for_each` or `to` names something that is not a repeated section.
    NotRepeated {
        /// The name.
        name: String,
    },
    /// `for_each` names a section that is around the node.
    ForEachAround {
        /// The name.
        name: String,
    },
    /// `from` names the node itself, or one around or inside of it.
    FromItself {
        /// The name.
        name: String,
    },
    /// `from` refers into a repeated section from outside of what comes from there.
    FromInsideRepeat {
        /// The name.
        name: String,
        /// The path of the repeated section.
        section: String,
    },
    /// A condition asks nothing.
    EmptyCondition,
    /// Conditions have no such test.
    UnknownTest {
        /// The test.
        name: String,
        /// One that may have been meant.
        suggestion: Option<String>,
    },
    /// A condition asks of a node what cannot be asked of its kind.
    InapplicableTest {
        /// The test; `None` for the comparison with a value.
        test: Option<&'static str>,
        /// What it is asked of.
        holder: Holder,
        /// What can be asked of it.
        applicable: Vec<&'static str>,
    },
}

impl From<Excess> for Mistake {
    fn from(excess: Excess) -> Self {
        match excess {
            Excess::Bytes(limit) => Self::FileTooLarge { limit },
            Excess::Tables(limit) => Self::TooManyNodes { limit },
            Excess::Tokens(limit) => Self::TooManyWords { limit },
            Excess::Scattered => Self::TooScattered,
        }
    }
}

/// What takes or needs an attribute, or is asked something by a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// The root table.
    Root,
    /// A section.
    Section,
    /// A repeated section.
    RepeatedSection,
    /// A text.
    Text,
    /// A question of some kind.
    Question(&'static str),
    /// An item of `choices`.
    Choice,
}

/// What type of value is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A string.
    String,
    /// A boolean.
    Boolean,
    /// A whole number that is not negative.
    Count,
    /// A whole number from 1.
    PositiveCount,
    /// A number.
    Number,
    /// The number 1, as the format's version.
    Format,
    /// An array.
    Array,
    /// An array of strings.
    Strings,
    /// A table.
    Table,
    /// A string or a table with `value` and `label`.
    Choice,
    /// A date.
    Date,
    /// A string, or one of the booleans.
    Carry,
    /// A string, a number or a boolean.
    Scalar,
}
