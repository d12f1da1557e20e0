//! A node's one name: its dotted place in the tree.

use std::fmt;
use std::sync::Arc;

/// The last part of a path: `[a-z][a-z0-9_]*`, so that it is a name in templates as well.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeName(Arc<str>);

impl NodeName {
    /// Checks the form `[a-z][a-z0-9_]*`.
    pub fn new(name: &str) -> Option<Self> {
        let mut characters = name.chars();
        let starts = characters.next().is_some_and(|first| first.is_ascii_lowercase());
        let goes_on = characters.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        (starts && goes_on).then(|| Self(name.into()))
    }

    /// A name for a node whose own is unusable, so that reading can go on and find more mistakes.
    pub(super) fn stand_in() -> Self {
        Self("unnamed".into())
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for NodeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A dotted path such as `problems.cause.why`; the root's is empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodePath(Arc<str>);

impl NodePath {
    /// The path of the root.
    pub fn root() -> Self {
        Self("".into())
    }

    /// The path of a child of this node.
    pub fn child(&self, name: &NodeName) -> Self {
        if self.0.is_empty() {
            Self(name.0.clone())
        } else {
            Self(format!("{}.{name}", self.0).into())
        }
    }

    /// The path of the node around this one, and this one's own name; `None` for the root.
    pub fn split_last(&self) -> Option<(Self, &str)> {
        match self.0.rsplit_once('.') {
            Some((around, name)) => Some((Self(around.into()), name)),
            None if self.0.is_empty() => None,
            None => Some((Self::root(), &self.0)),
        }
    }

    /// Reads a dotted path; each part must be a [`NodeName`].
    pub fn parse(text: &str) -> Option<Self> {
        let sound = text.is_empty() || text.split('.').all(|part| NodeName::new(part).is_some());
        sound.then(|| Self(text.into()))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The names from the root down.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.split('.').filter(|name| !name.is_empty())
    }
}

impl fmt::Display for NodePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
