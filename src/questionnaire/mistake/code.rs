//! The stable names of mistakes, and how they bear on one another.

use super::Mistake;

impl Mistake {
    /// The mistake's stable name.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotUtf8 => "not-utf-8",
            Self::FileTooLarge { .. }
            | Self::TooManyNodes { .. }
            | Self::TooManyWords { .. }
            | Self::TooScattered
            | Self::TooManyPatterns { .. } => "too-large",
            Self::TooManyMistakes { .. } => "too-many-mistakes",
            Self::TooDeep { .. } => "too-deep",
            Self::Syntax { .. } | Self::FullWidth { .. } => "syntax",
            Self::MissingFormat => "missing-format",
            Self::NewerFormat { .. } => "newer-format",
            Self::BadId { .. } => "bad-id",
            Self::ReservedId { .. } => "reserved-id",
            Self::DuplicateId => "duplicate-id",
            Self::DuplicateAttribute => "duplicate-attribute",
            Self::ArrayOfTables { .. } => "array-of-tables",
            Self::EmptyNode | Self::EmptyQuestionnaire => "empty-node",
            Self::QuestionWithChildren => "question-with-children",
            Self::UnknownAttribute { .. } | Self::MisplacedAttribute { .. } => "unknown-attribute",
            Self::LoneAttribute { .. } => "lone-attribute",
            Self::ConflictingAttributes { .. } => "conflicting-attributes",
            Self::MissingAttribute { .. } => "missing-attribute",
            Self::WrongType { .. } => "wrong-type",
            Self::UnknownValue { .. } => "unknown-value",
            Self::UnknownKind { .. } => "unknown-kind",
            Self::MinAboveMax { .. } => "min-above-max",
            Self::BadRegex { .. } => "bad-regex",
            Self::BadNumbering { .. } => "bad-numbering",
            Self::BadDate { .. } => "bad-date",
            Self::BadLanguage { .. } => "bad-language",
            Self::TooFewChoices => "too-few-choices",
            Self::DuplicateChoice { .. } => "duplicate-choice",
            Self::UnknownChoice { .. } => "unknown-choice",
            Self::BadDefault { .. } => "bad-default",
            Self::TemplateSyntax { .. } => "template-syntax",
            Self::TemplateTooLong { .. } => "template-too-long",
            Self::TemplateTag { .. } => "template-tag",
            Self::UnknownFilter { .. } => "unknown-filter",
            Self::UnknownTemplateTest { .. } => "unknown-template-test",
            Self::UnknownFunction { .. } => "unknown-function",
            Self::UnknownName { .. } | Self::MisplacedAnswer | Self::MisplacedEach => "unknown-name",
            Self::LaterReference { .. } | Self::EnclosingReference { .. } => "later-reference",
            Self::InsideRepeat { .. } | Self::FromInsideRepeat { .. } => "inside-repeat",
            Self::NoAnswer { .. } => "no-answer",
            Self::NotRepeated { .. } => "not-repeated",
            Self::ForEachAround { .. } => "for-each-around",
            Self::FromItself { .. } => "from-itself",
            Self::EmptyCondition => "empty-condition",
            Self::UnknownTest { .. } => "unknown-test",
            Self::InapplicableTest { .. } => "inapplicable-test",
        }
    }

    /// Whether some of the file could not be read because of it.
    pub(in super::super) fn loses_text(&self) -> bool {
        matches!(self, Self::Syntax { .. } | Self::FullWidth { .. })
    }

    /// Whether it says that something is missing, which may come from text that could not be read.
    pub(in super::super) fn may_follow_from_lost_text(&self) -> bool {
        matches!(
            self,
            Self::MissingFormat
                | Self::EmptyNode
                | Self::EmptyQuestionnaire
                | Self::LoneAttribute { .. }
                | Self::MissingAttribute { .. }
                | Self::MisplacedAttribute { .. }
                | Self::TooFewChoices
                | Self::UnknownChoice { .. }
                | Self::BadDefault { .. }
                | Self::UnknownName { .. }
                | Self::MisplacedEach
                | Self::InsideRepeat { .. }
                | Self::FromInsideRepeat { .. }
                | Self::NoAnswer { .. }
                | Self::NotRepeated { .. }
                | Self::EmptyCondition
                | Self::InapplicableTest { .. }
        )
    }
}

/// All codes, in the order of [`Mistake`].
pub const CODES: &[&str] = &[
    "not-utf-8",
    "too-large",
    "too-many-mistakes",
    "too-deep",
    "syntax",
    "missing-format",
    "newer-format",
    "bad-id",
    "reserved-id",
    "duplicate-id",
    "duplicate-attribute",
    "array-of-tables",
    "empty-node",
    "question-with-children",
    "unknown-attribute",
    "lone-attribute",
    "conflicting-attributes",
    "missing-attribute",
    "wrong-type",
    "unknown-value",
    "unknown-kind",
    "min-above-max",
    "bad-regex",
    "bad-numbering",
    "bad-date",
    "bad-language",
    "too-few-choices",
    "duplicate-choice",
    "unknown-choice",
    "bad-default",
    "template-syntax",
    "template-too-long",
    "template-tag",
    "unknown-filter",
    "unknown-template-test",
    "unknown-function",
    "unknown-name",
    "later-reference",
    "inside-repeat",
    "no-answer",
    "not-repeated",
    "for-each-around",
    "from-itself",
    "empty-condition",
    "unknown-test",
    "inapplicable-test",
];
