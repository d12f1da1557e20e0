//! The question tree: node types, reading from TOML with spans, and diagnostics of authors' mistakes.
//!
//! One rule carries the format: a TOML table is a node; the keys in it are its attributes; the order of the tables in
//! the file is the order of the document. A [`Questionnaire`] that exists has been checked whole: every name, path,
//! type and choice in it is known to be right, so evaluation has no error cases for them.

use std::collections::HashMap;
use std::sync::Arc;

pub mod condition;
pub mod date;
pub mod diagnostic;
pub mod kind;
pub mod language;
pub mod mistake;
pub mod node;
pub mod numbering;
pub mod numerals;
pub mod path;
pub mod read;
pub mod render;
pub mod settings;
pub mod shipped;
pub mod template;
pub mod vocabulary;

pub use condition::{Condition, Reference, Test};
pub use date::PartialDate;
pub use diagnostic::Diagnostic;
pub use kind::{Choice, Kind};
pub use language::Language;
pub use mistake::Mistake;
pub use node::{
    Align, Body, HeadingStyle, Layout, LengthLimits, Node, NodeId, Question, Repetition, Section,
};
pub use numbering::NumberPattern;
pub use path::{NodeName, NodePath};
pub use read::{read, read_bytes};
pub use render::render;
pub use settings::Settings;
pub use template::Template;

/// A question tree that has been read and checked.
#[derive(Debug)]
pub struct Questionnaire {
    /// What the root table says of the document as a whole.
    pub settings: Settings,
    nodes: Vec<Node>,
    by_path: HashMap<NodePath, NodeId>,
    engine: template::Engine,
    source: Arc<str>,
}

impl Questionnaire {
    /// The root node, whose path is empty.
    pub const ROOT: NodeId = NodeId::ROOT;

    /// Whether there are answers that are not to be seen by everybody.
    pub fn has_sensitive(&self) -> bool {
        self.nodes()
            .any(|(_, node)| node.question().is_some_and(|question| question.sensitive))
    }

    /// The node of an id. Ids are only made for nodes of this questionnaire.
    pub fn node(&self, id: NodeId) -> &Node {
        #[allow(
            clippy::indexing_slicing,
            reason = "a NodeId is made only by the reader, for a node that exists"
        )]
        &self.nodes[id.index()]
    }

    /// The node at a path, if there is one.
    pub fn find(&self, path: &NodePath) -> Option<NodeId> {
        self.by_path.get(path).copied()
    }

    /// All nodes in the order of the document; the root comes first.
    pub fn nodes(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        self.nodes
            .iter()
            .enumerate()
            .map(|(index, node)| (NodeId::new(index), node))
    }

    /// How many nodes there are, the root included.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is no node but the root.
    pub fn is_empty(&self) -> bool {
        self.nodes.len() <= 1
    }

    /// The compiled templates.
    pub fn engine(&self) -> &template::Engine {
        &self.engine
    }

    /// The exact text that this questionnaire was read from.
    pub fn source(&self) -> &Arc<str> {
        &self.source
    }

    /// The section that a section has its instances from: itself, or where the pairs lead that it is the end of.
    pub fn pair_root(&self, section: NodeId) -> NodeId {
        let mut root = section;
        while let Some(Repetition::ForEach(source)) =
            self.node(root).section().map(|section| section.repetition)
        {
            root = source;
        }
        root
    }

    /// The sections on the way from the root (excluded) to a node (excluded) that can have several instances.
    pub fn repeating_ancestors(&self, id: NodeId) -> Vec<NodeId> {
        let mut chain = Vec::new();
        let mut at = self.node(id).parent;
        while let Some(ancestor) = at {
            if self.node(ancestor).is_repeating() {
                chain.push(ancestor);
            }
            at = self.node(ancestor).parent;
        }
        chain.reverse();
        chain
    }
}
