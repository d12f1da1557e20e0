//! Where an answer stands: a node's path with the instance at each repeated section.

use crate::questionnaire::{NodeId, NodePath, Questionnaire};
use std::fmt;
use std::sync::Arc;

/// What is added to a name where something else stands in its place.
pub const SIMILAR: &str = "_before";

/// The id of one repetition of a repeated section. It stays the same for life and never says anything of position.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct InstanceId(Arc<str>);

impl InstanceId {
    /// The most characters of an id.
    pub const MAX_LENGTH: usize = 32;

    /// Checks the form: 1 to 32 of `a-z 0-9 _ -`.
    pub fn new(id: &str) -> Option<Self> {
        let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-');
        ((1..=Self::MAX_LENGTH).contains(&id.len()) && id.chars().all(sound)).then(|| Self(id.into()))
    }

    /// The id of the `position`-th instance (from 1) in a file that gives none.
    pub fn of_position(position: usize) -> Self {
        Self(position.to_string().into())
    }

    /// An id from random bits, in four characters; the caller makes sure that it is new.
    pub fn from_bits(bits: u32) -> Self {
        const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
        let letter = |shift: u32| {
            let index = usize::try_from((bits >> shift) & 31).unwrap_or_default();
            LETTERS.get(index).map_or('a', |byte| char::from(*byte))
        };
        Self([0, 5, 10, 15].map(letter).iter().collect::<String>().into())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for InstanceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One step down the tree.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Step {
    /// The node's name.
    pub name: Arc<str>,
    /// Which instance, where the node is a repeated section.
    pub instance: Option<InstanceId>,
}

/// A node of an instance: `problems.problem[k3f9].name`. The root's place has no steps. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place(Arc<[Step]>);

impl Place {
    /// The place of the root.
    pub fn root() -> Self {
        Self(Arc::from([]))
    }

    /// Reads what [`Place`]'s `Display` writes.
    pub fn parse(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::root());
        }
        let step = |part: &str| {
            let (name, instance) = match part.split_once('[') {
                Some((name, rest)) => (name, Some(InstanceId::new(rest.strip_suffix(']')?)?)),
                None => (part, None),
            };
            crate::questionnaire::NodeName::new(name)?;
            Some(Step {
                name: name.into(),
                instance,
            })
        };
        text.split('.')
            .map(step)
            .collect::<Option<Vec<_>>>()
            .map(|steps| Self(steps.into()))
    }

    /// The place of a child. For a repeated section this is the section as a whole; see [`Place::with_instance`].
    pub fn child(&self, name: &str) -> Self {
        self.0
            .iter()
            .cloned()
            .chain([Step {
                name: name.into(),
                instance: None,
            }])
            .collect()
    }

    /// The same node, in one instance of it.
    pub fn with_instance(&self, id: &InstanceId) -> Self {
        let mut steps = self.0.to_vec();
        if let Some(last) = steps.last_mut() {
            last.instance = Some(id.clone());
        }
        Self(steps.into())
    }

    /// The same node as a whole, whichever its own instance.
    pub fn without_instance(&self) -> Self {
        let mut steps = self.0.to_vec();
        if let Some(last) = steps.last_mut() {
            last.instance = None;
        }
        Self(steps.into())
    }

    /// The place around this one; `None` for the root.
    pub fn parent(&self) -> Option<Self> {
        self.0.split_last().map(|(_, front)| Self(front.into()))
    }

    /// The steps from the root down.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The last step; `None` for the root.
    pub fn last(&self) -> Option<&Step> {
        self.0.last()
    }

    /// The instance of the place's own node, if it is one instance of a repeated section.
    pub fn instance(&self) -> Option<&InstanceId> {
        self.last()?.instance.as_ref()
    }

    /// The place of a node. `instance` is asked for each repeating node on the way, itself included: which instance of it
    /// is meant, or none of them but the section as a whole. `None` where there is no answer to that.
    pub fn of_node(
        questionnaire: &Questionnaire,
        node: NodeId,
        instance: impl Fn(NodeId) -> Option<Option<InstanceId>>,
    ) -> Option<Self> {
        let mut steps = Vec::new();
        let mut at = Some(node);
        while let Some(id) = at {
            let node = questionnaire.node(id);
            if let Some(name) = &node.name {
                let instance = if node.is_repeating() { instance(id)? } else { None };
                steps.push(Step {
                    name: name.as_str().into(),
                    instance,
                });
            }
            at = node.parent;
        }
        steps.reverse();
        Some(steps.into_iter().collect())
    }

    /// The node's path, without instances.
    pub fn path(&self) -> Option<NodePath> {
        let names: Vec<&str> = self.0.iter().map(|step| &*step.name).collect();
        NodePath::parse(&names.join("."))
    }

    /// The node's path before an answer was kept under a similar name: see [`SIMILAR`].
    pub fn former_path(&self) -> Option<NodePath> {
        let former = |step: &Step| match step.name.split_once(SIMILAR) {
            Some((name, _)) => name.to_owned(),
            None => step.name.to_string(),
        };
        let names: Vec<String> = self.0.iter().map(former).collect();
        NodePath::parse(&names.join("."))
    }

    /// The node of a path as it is seen from here: in the instances that are around both. Of a repeated section this is
    /// the section as a whole.
    pub fn look_up(&self, path: &NodePath) -> Self {
        let mut shared = true;
        let steps = path.names().enumerate().map(|(depth, name)| {
            let step = self.0.get(depth).filter(|step| shared && *step.name == *name);
            shared = step.is_some();
            Step {
                name: name.into(),
                instance: step.and_then(|step| step.instance.clone()),
            }
        });
        steps.collect::<Self>().without_instance()
    }

    /// Whether this place is `around` or lies inside it.
    pub fn is_within(&self, around: &Place) -> bool {
        self.0.starts_with(&around.0)
    }

    /// Whether this place lies inside some instance of the repeated section `around` as a whole.
    pub fn is_instance_within(&self, around: &Place) -> bool {
        let depth = around.0.len();
        around.instance().is_none()
            && self.0.get(..depth).is_some_and(|front| {
                !front.is_empty()
                    && front.last().is_some_and(|last| last.instance.is_some())
                    && front.iter().cloned().collect::<Self>().without_instance() == *around
            })
    }
}

impl FromIterator<Step> for Place {
    fn from_iter<I: IntoIterator<Item = Step>>(steps: I) -> Self {
        Self(steps.into_iter().collect())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(".")?;
            }
            f.write_str(&step.name)?;
            if let Some(id) = &step.instance {
                write!(f, "[{id}]")?;
            }
        }
        Ok(())
    }
}
