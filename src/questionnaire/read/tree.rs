//! The drafts as a tree, in which names are looked up.

use super::super::NodeId;
use super::super::condition::Reference;
use super::super::kind::Kind;
use super::super::mistake::Mistake;
use super::draft::{BodyDraft, Draft, KindDraft, RepetitionDraft};
use crate::text::similar::similar;
use std::cell::Cell;
use std::collections::HashMap;

/// All drafts, by id and by name.
#[derive(Debug)]
pub(super) struct Tree<'d, 'a> {
    drafts: &'d [Draft<'a>],
    by_name: HashMap<(NodeId, &'a str), NodeId>,
    /// What each `for_each` section is paired with, as far as it is known.
    pairs: HashMap<NodeId, Option<NodeId>>,
    /// How many unknown names may still be compared with all that are known. Beyond that nobody reads on.
    suggestions: Cell<usize>,
}

/// For how many unknown names a similar one is suggested.
const MAX_SUGGESTIONS: usize = 100;

/// From where a name is looked up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Viewpoint {
    /// The referring node.
    pub(super) node: NodeId,
    /// Whether the name stands within the node's own instance: in its heading or text, not beside it.
    pub(super) within: bool,
}

/// Why a name gives no reference.
#[derive(Debug)]
pub(super) enum Unresolved {
    /// Because of a mistake of the author's.
    Mistake(Mistake),
    /// Because of a mistake that has been reported elsewhere.
    Reported,
}

impl From<Mistake> for Unresolved {
    fn from(mistake: Mistake) -> Self {
        Self::Mistake(mistake)
    }
}

impl<'d, 'a> Tree<'d, 'a> {
    pub(super) fn new(drafts: &'d [Draft<'a>]) -> Self {
        let mut by_name = HashMap::with_capacity(drafts.len());
        for (index, draft) in drafts.iter().enumerate() {
            if let Some(parent) = draft.parent {
                by_name.insert((parent, draft.id), NodeId::new(index));
            }
        }
        Self {
            drafts,
            by_name,
            pairs: HashMap::new(),
            suggestions: Cell::new(MAX_SUGGESTIONS),
        }
    }

    pub(super) fn draft(&self, id: NodeId) -> Option<&'d Draft<'a>> {
        self.drafts.get(id.index())
    }

    pub(super) fn child(&self, section: NodeId, id: &'a str) -> Option<NodeId> {
        self.by_name.get(&(section, id)).copied()
    }

    /// Notes what a `for_each` section is paired with.
    pub(super) fn pair(&mut self, section: NodeId, with: Option<NodeId>) {
        self.pairs.insert(section, with);
    }

    /// Whether a node is another one or stands around it.
    pub(super) fn holds(&self, outer: NodeId, inner: NodeId) -> bool {
        outer <= inner && self.draft(outer).is_some_and(|draft| inner.index() < draft.end)
    }

    /// Looks a dotted name up: in the section that is nearest to the viewpoint, then in those around it.
    pub(super) fn resolve(&self, from: Viewpoint, name: &str) -> Result<Reference, Unresolved> {
        let (first, rest) = name.split_once('.').unwrap_or((name, ""));
        match first {
            "answer" => return Err(Mistake::MisplacedAnswer.into()),
            "each" => return self.resolve_each(from, name, rest),
            _ => {}
        }
        let mut failure = None;
        for scope in self.scopes(from) {
            if !self.by_name.contains_key(&(scope, first)) {
                continue;
            }
            match self.walk(scope, name) {
                Ok(target) => return self.reachable(from, target, name).map(Reference::Node),
                Err(reason) => failure = failure.or(Some(reason)),
            }
        }
        Err(failure.unwrap_or_else(|| self.unknown(from, name).into()))
    }

    /// The sections in which a name is looked up, from the nearest one outwards.
    fn scopes(&self, from: Viewpoint) -> impl Iterator<Item = NodeId> {
        let parent = move |id: NodeId| self.draft(id).and_then(|draft| draft.parent);
        let first = if from.within {
            Some(from.node)
        } else {
            parent(from.node)
        };
        std::iter::successors(first, move |id| parent(*id))
    }

    /// Follows a dotted name down from a section. What is left of the name must be a part of the answer, as `year` is
    /// of a date.
    fn walk(&self, scope: NodeId, name: &str) -> Result<NodeId, Unresolved> {
        let mut at = scope;
        let mut rest = name;
        while !rest.is_empty() {
            let (id, behind) = rest.split_once('.').unwrap_or((rest, ""));
            let Some(&child) = self.by_name.get(&(at, id)) else {
                break;
            };
            at = child;
            rest = behind;
        }
        let Some(draft) = self.draft(at) else {
            return Err(Unresolved::Reported);
        };
        if rest.is_empty() || is_part(draft, rest) {
            return Ok(at);
        }
        if draft.is_broken() {
            return Err(Unresolved::Reported);
        }
        let known = draft.children.iter().filter_map(|child| self.draft(*child));
        let last = rest.split('.').next().unwrap_or(rest);
        let prefix = name.strip_suffix(rest).unwrap_or_default();
        let suggestion = self
            .similar(last, known.map(|child| child.id))
            .map(|last| format!("{prefix}{last}"));
        Err(Mistake::UnknownName {
            name: name.to_owned(),
            suggestion,
        }
        .into())
    }

    /// The node of a dotted name below an instance of a section, seen from there.
    pub(super) fn item(&self, section: NodeId, path: &str) -> Result<NodeId, Unresolved> {
        let inside = Viewpoint {
            node: section,
            within: true,
        };
        let target = self.walk(section, path)?;
        self.reachable(inside, target, path)
    }

    /// Whether a dotted tail is a part of a question's answer.
    pub(super) fn has_part(&self, question: NodeId, tail: &str) -> bool {
        self.draft(question).is_some_and(|draft| is_part(draft, tail))
    }

    /// Checks that a node is there once for the viewpoint: every repeated section around it is around the viewpoint too.
    fn reachable(&self, from: Viewpoint, target: NodeId, name: &str) -> Result<NodeId, Unresolved> {
        let mut at = self.draft(target).and_then(|draft| draft.parent);
        let mut outermost = None;
        while let Some((id, draft)) = at.and_then(|id| Some((id, self.draft(id)?))) {
            let is_around = self.holds(id, from.node) && (from.within || id != from.node);
            if draft.is_repeating() && !is_around {
                outermost = Some((id, draft));
            }
            at = draft.parent;
        }
        let Some((id, section)) = outermost else {
            return Ok(target);
        };
        let path = self
            .draft(target)
            .map(|draft| draft.path.as_str())
            .unwrap_or_default();
        let rest = path.strip_prefix(section.path.as_str()).unwrap_or_default();
        Err(Mistake::InsideRepeat {
            name: name.to_owned(),
            section: section.path.to_string(),
            rest: rest.trim_start_matches('.').to_owned(),
            paired: self.paired_section(from).is_some_and(|with| with == Some(id)),
            in_condition: false,
        }
        .into())
    }

    /// What the nearest `for_each` section around a viewpoint is paired with. The inner `None` is a pair that is not
    /// known because of a mistake reported elsewhere.
    fn paired_section(&self, from: Viewpoint) -> Option<Option<NodeId>> {
        self.scopes(from)
            .find_map(|scope| self.pairs.get(&scope).copied())
    }

    fn resolve_each(&self, from: Viewpoint, name: &str, rest: &str) -> Result<Reference, Unresolved> {
        let paired = self.paired_section(from).ok_or(Mistake::MisplacedEach)?;
        let section = paired.ok_or(Unresolved::Reported)?;
        let target = self.walk(section, rest).map_err(|reason| match reason {
            Unresolved::Mistake(Mistake::UnknownName { suggestion, .. }) => Mistake::UnknownName {
                name: name.to_owned(),
                suggestion: suggestion.map(|rest| format!("each.{rest}")),
            }
            .into(),
            other => other,
        })?;
        let inside = Viewpoint {
            node: section,
            within: true,
        };
        self.reachable(inside, target, name).map(Reference::Each)
    }

    fn similar<'n>(&self, name: &str, known: impl Iterator<Item = &'n str>) -> Option<String> {
        let left = self.suggestions.get().checked_sub(1)?;
        self.suggestions.set(left);
        similar(name, known)
    }

    fn unknown(&self, from: Viewpoint, name: &str) -> Mistake {
        let names = self
            .scopes(from)
            .filter_map(|scope| self.draft(scope))
            .flat_map(|section| &section.children)
            .filter_map(|child| self.draft(*child))
            .flat_map(|draft| [draft.id, draft.path.as_str()]);
        Mistake::UnknownName {
            name: name.to_owned(),
            suggestion: self.similar(name, names),
        }
    }
}

/// Whether a dotted tail is a part of a node's answer.
fn is_part(draft: &Draft<'_>, tail: &str) -> bool {
    let BodyDraft::Question(question) = &draft.body else {
        return false;
    };
    let parts: &[&str] = match &question.kind {
        Some(KindDraft::Known(Kind::Date(_))) => &["year", "month", "day"],
        Some(KindDraft::Known(Kind::Month(_))) => &["year", "month"],
        Some(KindDraft::Known(Kind::Year(_))) => &["year"],
        // Nobody knows what parts an answer of an unknown kind has.
        None => return true,
        _ => &[],
    };
    parts.contains(&tail)
}

/// Whether a section is repeated, for what wants to name one.
pub(super) fn is_repeated_section(draft: &Draft<'_>) -> bool {
    match &draft.body {
        BodyDraft::Section(section) => !matches!(section.repetition, RepetitionDraft::Once),
        _ => false,
    }
}
