//! Reads the tables one by one into drafts: their form, and the attributes that all nodes have.

use super::super::diagnostic::Mistakes;
use super::super::mistake::{Holder, Mistake};
use super::super::node::{Align, LengthLimits};
use super::super::template::Engine;
use super::super::vocabulary::{
    self, COMMON_ATTRIBUTES, QUESTION_ATTRIBUTES, ROOT_ATTRIBUTES, SECTION_ATTRIBUTES, kind_attributes,
};
use super::super::{Kind, NodeId, NodeName, NodePath};
use super::attributes::Attributes;
use super::draft::{BodyDraft, Draft, TemplateDraft};
use super::patterns::Patterns;
use super::tables::{self, Table};
use super::{questions, templates};
use crate::text::similar::similar;
use std::collections::HashSet;
use toml::Spanned;
use toml::de::DeValue;

/// What reading one node after another needs and gathers.
pub(super) struct NodeReader<'a> {
    pub(super) source: &'a str,
    pub(super) engine: Engine,
    pub(super) mistakes: Mistakes,
    pub(super) patterns: Patterns,
}

/// The form of a node, by what its table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Root,
    Section,
    /// With its kind, if that is known.
    Question(Option<&'static str>),
    Text,
    Unknown,
}

/// What is often written, and the attribute that is meant.
const SYNONYMS: &[(&str, &str)] = &[
    ("title", "heading"),
    ("question", "ask"),
    ("prompt", "ask"),
    ("type", "kind"),
    ("options", "choices"),
    ("if", "when"),
    ("condition", "when"),
    ("hint", "help"),
    ("description", "help"),
    ("name", "label"),
    ("content", "text"),
    ("template", "text"),
    ("optional", "required"),
];

impl Form {
    fn takes(self, attribute: &str) -> bool {
        match self {
            Self::Root => ROOT_ATTRIBUTES.contains(&attribute),
            Self::Section => {
                COMMON_ATTRIBUTES.contains(&attribute) || SECTION_ATTRIBUTES.contains(&attribute)
            }
            Self::Question(kind) => {
                COMMON_ATTRIBUTES.contains(&attribute)
                    || QUESTION_ATTRIBUTES.contains(&attribute)
                    // Of an unknown kind nobody knows what it takes.
                    || kind.map_or_else(
                        || vocabulary::is_node_attribute(attribute),
                        |kind| kind_attributes(kind).contains(&attribute),
                    )
            }
            Self::Text => COMMON_ATTRIBUTES.contains(&attribute),
            Self::Unknown => vocabulary::is_node_attribute(attribute),
        }
    }

    fn holder(self) -> Holder {
        match self {
            Self::Root => Holder::Root,
            Self::Section | Self::Unknown => Holder::Section,
            Self::Question(kind) => Holder::Question(kind.unwrap_or("line")),
            Self::Text => Holder::Text,
        }
    }

    /// The attribute that a word of other programs stands for, if this form takes it.
    fn synonym(self, word: &str) -> Option<String> {
        let (_, meant) = SYNONYMS.iter().find(|(synonym, _)| *synonym == word)?;
        self.takes(meant).then(|| (*meant).to_owned())
    }

    /// All attributes that this form takes; of what is none yet, all that would make it one.
    fn attributes(self) -> Vec<&'static str> {
        let lists: Vec<&[&str]> = match self {
            Self::Root => vec![ROOT_ATTRIBUTES],
            Self::Section => vec![COMMON_ATTRIBUTES, SECTION_ATTRIBUTES],
            Self::Question(kind) => {
                vec![
                    COMMON_ATTRIBUTES,
                    QUESTION_ATTRIBUTES,
                    kind.map_or(&[], kind_attributes),
                ]
            }
            Self::Text => vec![COMMON_ATTRIBUTES],
            Self::Unknown => vec![COMMON_ATTRIBUTES, QUESTION_ATTRIBUTES, SECTION_ATTRIBUTES],
        };
        let mut seen = HashSet::new();
        lists
            .concat()
            .into_iter()
            .filter(|name| seen.insert(*name))
            .collect()
    }

    /// The attributes that may have been meant by an unknown one: what is a text so far may be to become something else.
    fn may_be_meant(self) -> Vec<&'static str> {
        match self {
            Self::Text => Self::Unknown.attributes(),
            form => form.attributes(),
        }
    }
}

impl<'a> NodeReader<'a> {
    /// Reads a tree of tables into nodes, in the order of the document.
    pub(super) fn read(&mut self, root: &Table<'a>) -> Vec<Draft<'a>> {
        let mut drafts = Vec::new();
        self.node(root, None, &mut drafts);
        drafts
    }

    fn node(
        &mut self,
        table: &Table<'a>,
        parent: Option<(NodeId, &NodePath)>,
        drafts: &mut Vec<Draft<'a>>,
    ) -> NodeId {
        let id = NodeId::new(drafts.len());
        let name = parent.map(|(around, _)| self.name(table, around == NodeId::ROOT));
        let path = match (parent, &name) {
            (Some((_, around)), Some(name)) => around.child(name),
            _ => NodePath::root(),
        };
        let attributes = Attributes::of(table.entries, self.source, parent.is_none());
        let body = self.body(table, attributes, parent.is_none());
        let text = self.template(attributes, "text");
        drafts.push(Draft {
            path: path.clone(),
            id: table.id,
            name,
            parent: parent.map(|(around, _)| around),
            children: Vec::new(),
            end: 0,
            when: attributes.value("when").filter(|_| parent.is_some()),
            text,
            label: attributes.owned("label", &mut self.mistakes),
            help: attributes.owned("help", &mut self.mistakes),
            align: attributes.word(
                "align",
                vocabulary::ALIGNS,
                &[Align::Left, Align::Center, Align::Right],
                &mut self.mistakes,
            ),
            length: self.length(attributes),
            was: self.former_paths(attributes),
            body,
        });
        let children = table
            .children
            .iter()
            .map(|child| self.node(child, Some((id, &path)), drafts))
            .collect();
        let end = drafts.len();
        if let Some(draft) = drafts.get_mut(id.index()) {
            draft.children = children;
            draft.end = end;
        }
        id
    }

    /// The name of a node. A bad one is reported, and another put in its place so that reading can go on.
    fn name(&mut self, table: &Table<'_>, at_root: bool) -> NodeName {
        let name = NodeName::new(table.id);
        if name.is_none() {
            self.mistakes.report(
                table.id_span.clone(),
                Mistake::BadId {
                    id: table.id.to_owned(),
                },
            );
        } else if vocabulary::is_reserved(table.id, at_root) {
            self.mistakes.report(
                table.id_span.clone(),
                Mistake::ReservedId {
                    id: table.id.to_owned(),
                },
            );
        }
        name.unwrap_or_else(NodeName::stand_in)
    }

    fn body(&mut self, table: &Table<'a>, attributes: Attributes<'a>, is_root: bool) -> BodyDraft<'a> {
        let form = if is_root {
            Form::Root
        } else if attributes.has("ask") {
            Form::Question(questions::kind_name(attributes, &mut self.mistakes))
        } else if !table.children.is_empty() {
            Form::Section
        } else if attributes.has("text") {
            Form::Text
        } else {
            Form::Unknown
        };
        let all_known = self.check_attributes(table, form, is_root);
        match form {
            Form::Root => {
                if table.children.is_empty() && self.mistakes.is_empty() {
                    self.mistakes.report(0..0, Mistake::EmptyQuestionnaire);
                }
                BodyDraft::Section(self.section(attributes, true))
            }
            Form::Section => BodyDraft::Section(self.section(attributes, false)),
            Form::Question(_) if !table.children.is_empty() => {
                if let Some(child) = table.children.first() {
                    self.mistakes
                        .report(child.id_span.clone(), Mistake::QuestionWithChildren);
                }
                BodyDraft::Broken
            }
            Form::Question(kind) => BodyDraft::Question(Box::new(self.question(attributes, kind))),
            Form::Text => BodyDraft::Text,
            Form::Unknown => {
                // An unknown attribute may well be a misspelt `ask` or `text`.
                if all_known && !table.is_cut {
                    self.mistakes.report(table.id_span.clone(), empty(attributes));
                }
                BodyDraft::Broken
            }
        }
    }

    /// Reports the attributes that a node does not take. Whether all are at least known.
    fn check_attributes(&mut self, table: &Table<'_>, form: Form, is_root: bool) -> bool {
        let mut all_known = true;
        for (key, value) in table.entries {
            let name = key.get_ref().as_ref();
            if form.takes(name) || tables::child(key, value, self.source, is_root).is_some() {
                continue;
            }
            let is_known = vocabulary::is_node_attribute(name) || ROOT_ATTRIBUTES.contains(&name);
            let mistake = if is_known && form.synonym(name).is_none() {
                Mistake::MisplacedAttribute {
                    name: name.to_owned(),
                    holder: form.holder(),
                    takes: form.attributes(),
                }
            } else if is_array_of_tables(value) {
                Mistake::ArrayOfTables { id: name.to_owned() }
            } else {
                Mistake::UnknownAttribute {
                    name: name.to_owned(),
                    suggestion: form
                        .synonym(name)
                        .or_else(|| similar(name, form.may_be_meant().into_iter())),
                    takes: form.attributes(),
                }
            };
            all_known &= matches!(mistake, Mistake::MisplacedAttribute { .. });
            self.mistakes.report(key.span(), mistake);
        }
        all_known
    }

    /// Reports an attribute that means nothing without another one, where the other one is missing.
    pub(super) fn needs(&mut self, attributes: Attributes<'_>, name: &'static str, needs: &'static str) {
        if let Some(span) = attributes.key_span(name)
            && !attributes.has(needs)
        {
            self.mistakes.report(span, Mistake::LoneAttribute { name, needs });
        }
    }

    pub(super) fn template(&mut self, attributes: Attributes<'_>, name: &str) -> Option<TemplateDraft> {
        let text = attributes.string(name, &mut self.mistakes)?;
        templates::parse(&mut self.engine, self.source, &text, &mut self.mistakes)
    }

    fn length(&mut self, attributes: Attributes<'_>) -> LengthLimits {
        let min = attributes.count("min_length", &mut self.mistakes);
        let max = attributes.count("max_length", &mut self.mistakes);
        let sound = min.zip(max).is_none_or(|(min, max)| min <= max);
        attributes.ordered("min_length", "max_length", sound, &mut self.mistakes);
        LengthLimits { min, max }
    }

    fn former_paths(&mut self, attributes: Attributes<'_>) -> Vec<NodePath> {
        let mut paths = Vec::new();
        for text in attributes.strings("was", &mut self.mistakes).unwrap_or_default() {
            match NodePath::parse(text.get_ref()).filter(|path| !path.as_str().is_empty()) {
                Some(path) => paths.push(path),
                None => self.mistakes.report(
                    text.span(),
                    Mistake::BadId {
                        id: (*text.get_ref()).to_owned(),
                    },
                ),
            }
        }
        paths
    }
}

/// The name of the kind that a node without `ask` gives.
fn kind_of(attributes: Attributes<'_>) -> &'static str {
    let kind = attributes.value("kind").and_then(|kind| kind.get_ref().as_str());
    let known = Kind::NAMES.into_iter().find(|name| Some(*name) == kind);
    known.unwrap_or("line")
}

/// What is wrong with a node that is of no form.
fn empty(attributes: Attributes<'_>) -> Mistake {
    let is_question = QUESTION_ATTRIBUTES
        .iter()
        .chain(&["choices", "to", "unit", "pattern"])
        .any(|name| attributes.has(name));
    if is_question {
        Mistake::MissingAttribute {
            name: "ask",
            holder: Holder::Question(kind_of(attributes)),
        }
    } else {
        Mistake::EmptyNode
    }
}

fn is_array_of_tables(value: &Spanned<DeValue<'_>>) -> bool {
    value
        .get_ref()
        .as_array()
        .is_some_and(|items| !items.is_empty() && items.iter().all(|item| item.get_ref().is_table()))
}
