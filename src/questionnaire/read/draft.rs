//! Nodes that have been read one by one, before the names in them are looked up.

use super::super::kind::Size;
use super::super::node::{Carry, Pattern};
use super::super::template::Parsed;
use super::super::{Align, HeadingStyle, Kind, Layout, LengthLimits, NodeId, NodeName, NodePath};
use toml::Spanned;
use toml::de::DeValue;

/// A node whose names have not been looked up.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    pub(super) path: NodePath,
    /// The id as it stands in the file.
    pub(super) id: &'a str,
    /// `None` for the root.
    pub(super) name: Option<NodeName>,
    pub(super) parent: Option<NodeId>,
    pub(super) children: Vec<NodeId>,
    /// One past the last node below this one, so that a subtree is a range of ids.
    pub(super) end: usize,
    pub(super) when: Option<&'a Spanned<DeValue<'a>>>,
    pub(super) text: Option<TemplateDraft>,
    pub(super) label: Option<String>,
    pub(super) help: Option<String>,
    pub(super) align: Option<Align>,
    pub(super) length: LengthLimits,
    pub(super) was: Vec<NodePath>,
    pub(super) body: BodyDraft<'a>,
}

/// What form of node it is.
#[derive(Debug)]
pub(super) enum BodyDraft<'a> {
    Section(SectionDraft<'a>),
    Question(Box<QuestionDraft<'a>>),
    Text,
    /// Not to be known; mistakes that come of that are not reported.
    Broken,
}

#[derive(Debug)]
pub(super) struct SectionDraft<'a> {
    pub(super) heading: Option<TemplateDraft>,
    pub(super) heading_style: HeadingStyle,
    pub(super) layout: Layout,
    pub(super) numbered: bool,
    pub(super) repetition: RepetitionDraft<'a>,
    pub(super) from: Option<Spanned<&'a str>>,
}

#[derive(Debug)]
pub(super) enum RepetitionDraft<'a> {
    Once,
    Repeat {
        min: usize,
        max: Option<usize>,
    },
    ForEach(Spanned<&'a str>),
    /// Repeated, but not to be known how.
    Broken,
}

#[derive(Debug)]
pub(super) struct QuestionDraft<'a> {
    pub(super) ask: Option<TemplateDraft>,
    /// `None` where it could not be read.
    pub(super) kind: Option<KindDraft<'a>>,
    pub(super) example: Option<String>,
    pub(super) placeholder: Option<String>,
    pub(super) default: Option<TemplateDraft>,
    pub(super) required: bool,
    pub(super) pattern: Option<Pattern>,
    pub(super) sensitive: bool,
    pub(super) carry: Carry,
    pub(super) from: Option<Spanned<&'a str>>,
}

#[derive(Debug)]
pub(super) enum KindDraft<'a> {
    Known(Kind),
    Links { to: Spanned<&'a str>, size: Size },
}

impl KindDraft<'_> {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Known(kind) => kind.name(),
            Self::Links { .. } => "links",
        }
    }
}

/// A template that has been parsed, with its place in the file.
#[derive(Debug)]
pub(super) struct TemplateDraft {
    pub(super) parsed: Parsed,
    /// The dotted names that it uses and does not set itself.
    pub(super) names: Vec<String>,
    pub(super) place: super::place::Place,
}

impl Draft<'_> {
    pub(super) fn is_repeating(&self) -> bool {
        matches!(&self.body, BodyDraft::Section(section)
            if !matches!(section.repetition, RepetitionDraft::Once))
    }

    /// Whether it is a section whose instances come from an earlier session.
    pub(super) fn is_from_earlier_session(&self) -> bool {
        matches!(&self.body, BodyDraft::Section(section) if section.from.is_some())
    }

    pub(super) fn is_broken(&self) -> bool {
        matches!(self.body, BodyDraft::Broken)
    }
}
