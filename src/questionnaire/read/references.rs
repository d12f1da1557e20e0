//! Looks up the names in sections' `for_each`, questions' `to`, what comes `from` an earlier session, and all templates.

use super::super::Condition;
use super::super::NodeId;
use super::super::condition::Reference;
use super::super::diagnostic::Mistakes;
use super::super::mistake::Mistake;
use super::draft::{BodyDraft, Draft, KindDraft, RepetitionDraft, TemplateDraft};
use super::earlier_session;
use super::templates::name_span;
use super::tree::{Tree, Unresolved, Viewpoint, is_repeated_section};
use super::{conditions, items, lexer};
use std::collections::HashMap;
use toml::Spanned;

/// What the names of one node refer to.
#[derive(Debug, Default)]
pub(super) struct Resolved {
    pub(super) when: Option<Condition>,
    /// The section that `for_each` or `to` names.
    pub(super) section: Option<NodeId>,
    /// What `from` names.
    pub(super) from: Option<NodeId>,
    pub(super) heading: HashMap<String, Reference>,
    pub(super) text: HashMap<String, Reference>,
    pub(super) ask: HashMap<String, Reference>,
    pub(super) default: HashMap<String, Reference>,
}

/// Which nodes a template may refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Only those that come earlier, and are complete before this one.
    Earlier,
    /// Any.
    Any,
    /// Any, and the node's own answer.
    OwnText,
}

/// Looks up all names.
pub(super) fn resolve(drafts: &[Draft<'_>], mistakes: &mut Mistakes) -> Vec<Resolved> {
    let mut tree = Tree::new(drafts);
    let ids = || (0..drafts.len()).map(NodeId::new).zip(drafts);
    let mut all = Vec::with_capacity(drafts.len());
    // Pairs first and in the order of the document: `each` in any template needs them.
    for (id, draft) in ids() {
        let mut resolved = Resolved::default();
        match &draft.body {
            BodyDraft::Section(section) => {
                if let RepetitionDraft::ForEach(name) = &section.repetition {
                    resolved.section = for_each(&tree, id, name, mistakes);
                    tree.pair(id, resolved.section);
                } else if matches!(section.repetition, RepetitionDraft::Broken) {
                    tree.pair(id, None);
                }
            }
            BodyDraft::Question(question) => {
                if let Some(KindDraft::Links { to, .. }) = &question.kind {
                    resolved.section = repeated_section(&tree, id, to, mistakes);
                }
            }
            BodyDraft::Text | BodyDraft::Broken => {}
        }
        all.push(resolved);
    }
    let from = earlier_session::resolve(&tree, drafts, mistakes);
    let sections: Vec<Option<NodeId>> = all.iter().map(|resolved| resolved.section).collect();
    for (((id, draft), resolved), from) in ids().zip(&mut all).zip(from) {
        resolved.from = from;
        let mut names = Names {
            tree: &tree,
            sections: &sections,
            node: id,
            mistakes,
        };
        match &draft.body {
            BodyDraft::Section(section) => {
                resolved.heading = names.of(section.heading.as_ref(), true, Reach::Any);
                resolved.text = names.of(draft.text.as_ref(), true, Reach::Any);
            }
            BodyDraft::Question(question) => {
                resolved.ask = names.of(question.ask.as_ref(), false, Reach::Earlier);
                resolved.default = names.of(question.default.as_ref(), false, Reach::Earlier);
                resolved.text = names.of(draft.text.as_ref(), false, Reach::OwnText);
            }
            BodyDraft::Text => resolved.text = names.of(draft.text.as_ref(), false, Reach::Any),
            BodyDraft::Broken => {}
        }
        if let Some(when) = draft.when {
            resolved.when = conditions::read(&tree, id, when, mistakes);
        }
    }
    all
}

struct Names<'t, 'd, 'a, 'm> {
    tree: &'t Tree<'d, 'a>,
    /// The sections that questions link to.
    sections: &'t [Option<NodeId>],
    node: NodeId,
    mistakes: &'m mut Mistakes,
}

impl Names<'_, '_, '_, '_> {
    /// Looks up the names in a template.
    fn of(
        &mut self,
        template: Option<&TemplateDraft>,
        within: bool,
        reach: Reach,
    ) -> HashMap<String, Reference> {
        let mut references = HashMap::new();
        let Some(template) = template else {
            return references;
        };
        for name in &template.names {
            match self.reference(name, within, reach) {
                Ok(reference) => {
                    references.insert(name.clone(), reference);
                }
                Err(Unresolved::Mistake(mistake)) => {
                    self.mistakes.report(name_span(template, name), mistake);
                }
                Err(Unresolved::Reported) => {}
            }
        }
        let lists: HashMap<&str, NodeId> = references
            .iter()
            .filter_map(|(name, reference)| Some((name.as_str(), self.instances(*reference)?)))
            .collect();
        if !lists.is_empty() {
            let words = lexer::words(template.parsed.source()).words;
            for (span, mistake) in items::check(self.tree, &words, &lists) {
                self.mistakes.report(template.place.part(span), mistake);
            }
        }
        references
    }

    /// The section whose instances a reference stands for: a repeated section, or what a question links to.
    fn instances(&self, reference: Reference) -> Option<NodeId> {
        let target = match reference {
            Reference::Node(target) | Reference::Each(target) => target,
            Reference::Answer => self.node,
        };
        let linked = self.sections.get(target.index()).copied().flatten();
        match &self.tree.draft(target)?.body {
            BodyDraft::Section(_) => self.tree.draft(target)?.is_repeating().then_some(target),
            BodyDraft::Question(_) => linked,
            BodyDraft::Text | BodyDraft::Broken => None,
        }
    }

    fn reference(&self, name: &str, within: bool, reach: Reach) -> Result<Reference, Unresolved> {
        let (first, tail) = name.split_once('.').unwrap_or((name, ""));
        let is_answer = tail.is_empty() || self.tree.has_part(self.node, tail);
        if reach == Reach::OwnText && first == "answer" && is_answer {
            return Ok(Reference::Answer);
        }
        let from = Viewpoint {
            node: self.node,
            within,
        };
        let reference = self.tree.resolve(from, name)?;
        let target = match reference {
            Reference::Node(target) | Reference::Each(target) => target,
            Reference::Answer => return Ok(reference),
        };
        if self
            .tree
            .draft(target)
            .is_some_and(|draft| matches!(draft.body, BodyDraft::Text))
        {
            return Err(Mistake::NoAnswer {
                name: name.to_owned(),
            }
            .into());
        }
        if reach == Reach::Earlier && matches!(reference, Reference::Node(_)) {
            earlier(self.node, target, name)?;
            if self.tree.holds(target, self.node) {
                return Err(Mistake::EnclosingReference {
                    name: name.to_owned(),
                }
                .into());
            }
        }
        Ok(reference)
    }
}

/// Checks that a target comes before the node that refers to it.
pub(super) fn earlier(node: NodeId, target: NodeId, name: &str) -> Result<(), Unresolved> {
    if target < node {
        Ok(())
    } else {
        Err(Mistake::LaterReference {
            name: name.to_owned(),
        }
        .into())
    }
}

/// The section that `for_each` names.
fn for_each(
    tree: &Tree<'_, '_>,
    node: NodeId,
    name: &Spanned<&str>,
    mistakes: &mut Mistakes,
) -> Option<NodeId> {
    let section = repeated_section(tree, node, name, mistakes)?;
    if tree.holds(section, node) {
        mistakes.report(
            name.span(),
            Mistake::ForEachAround {
                name: (*name.get_ref()).to_owned(),
            },
        );
        return None;
    }
    Some(section)
}

/// The repeated section of a name that comes earlier.
fn repeated_section(
    tree: &Tree<'_, '_>,
    node: NodeId,
    name: &Spanned<&str>,
    mistakes: &mut Mistakes,
) -> Option<NodeId> {
    let found = find_repeated_section(tree, node, name.get_ref());
    if let Err(Unresolved::Mistake(mistake)) = found {
        mistakes.report(name.span(), mistake);
        return None;
    }
    found.ok()
}

fn find_repeated_section(tree: &Tree<'_, '_>, node: NodeId, name: &str) -> Result<NodeId, Unresolved> {
    let from = Viewpoint { node, within: false };
    let not_repeated = || Mistake::NotRepeated {
        name: name.to_owned(),
    };
    let Reference::Node(target) = tree.resolve(from, name)? else {
        return Err(not_repeated().into());
    };
    let draft = tree.draft(target).ok_or(Unresolved::Reported)?;
    if draft.is_broken() {
        return Err(Unresolved::Reported);
    }
    if !is_repeated_section(draft) {
        return Err(not_repeated().into());
    }
    earlier(node, target, name)?;
    Ok(target)
}
