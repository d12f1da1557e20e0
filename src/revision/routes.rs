//! Which nodes of a newer questionnaire an older path leads to.

use crate::questionnaire::{NodeId, NodePath, Questionnaire};
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

/// The ways from older paths to the nodes of a questionnaire.
///
/// A path leads to the nodes that name it in `was`; if none does, to the node of the same name wherever the section
/// around it has gone; if there is none, to the node that has the path now.
#[derive(Debug)]
pub(super) struct Routes<'q> {
    questionnaire: &'q Questionnaire,
    /// The nodes that name a path in `was`, in the order of the document.
    claims: HashMap<&'q NodePath, Vec<NodeId>>,
    known: RefCell<HashMap<NodePath, Arc<[NodeId]>>>,
}

impl<'q> Routes<'q> {
    pub(super) fn new(questionnaire: &'q Questionnaire) -> Self {
        let mut claims: HashMap<&NodePath, Vec<NodeId>> = HashMap::new();
        for (id, node) in questionnaire.nodes() {
            for path in &node.was {
                let nodes = claims.entry(path).or_default();
                if !nodes.contains(&id) {
                    nodes.push(id);
                }
            }
        }
        Self {
            questionnaire,
            claims,
            known: RefCell::default(),
        }
    }

    /// Where a path leads to. Several nodes where it was split, none where it is gone.
    pub(super) fn targets(&self, path: &NodePath) -> Arc<[NodeId]> {
        if let Some(known) = self.known.borrow().get(path) {
            return known.clone();
        }
        let found: Arc<[NodeId]> = self.find(path).into();
        self.known.borrow_mut().insert(path.clone(), found.clone());
        found
    }

    fn find(&self, path: &NodePath) -> Vec<NodeId> {
        if let Some(claims) = self.claims.get(path) {
            return claims.clone();
        }
        let Some((around, name)) = path.split_last() else {
            return vec![Questionnaire::ROOT];
        };
        let child = |section: &NodeId| {
            let children = &self.questionnaire.node(*section).children;
            children.iter().copied().find(|child| {
                let own = self.questionnaire.node(*child).name.as_ref();
                own.is_some_and(|own| own.as_str() == name)
            })
        };
        let found: Vec<NodeId> = self.targets(&around).iter().filter_map(child).collect();
        if found.is_empty() {
            self.questionnaire.find(path).into_iter().collect()
        } else {
            found
        }
    }

    /// Where a path leads to among questions.
    pub(super) fn questions(&self, path: &NodePath) -> Vec<NodeId> {
        self.among(path, |id| self.questionnaire.node(id).question().is_some())
    }

    /// Where a path leads to among sections.
    pub(super) fn sections(&self, path: &NodePath) -> Vec<NodeId> {
        self.among(path, |id| self.questionnaire.node(id).section().is_some())
    }

    fn among(&self, path: &NodePath, fits: impl Fn(NodeId) -> bool) -> Vec<NodeId> {
        let targets = self.targets(path);
        targets.iter().copied().filter(|id| fits(*id)).collect()
    }

    /// Whether a node names a path in `was`.
    pub(super) fn is_claimed(&self, path: &NodePath, by: NodeId) -> bool {
        self.claims.get(path).is_some_and(|nodes| nodes.contains(&by))
    }
}
