//! A questionnaire compared with a newer one.

use super::reshape::Reshaped;
use super::routes::Routes;
use super::{Change, Fit};
use crate::answers::{Answers, Place, Value};
use crate::questionnaire::{Kind, Node, NodeId, NodePath, Question, Questionnaire};
use std::collections::HashMap;

/// Every change, in the order of the newer questionnaire; what is gone comes last.
pub(super) fn changes(
    old: &Questionnaire,
    new: &Questionnaire,
    answers: &Answers,
    reshaped: &Reshaped,
) -> Vec<Change> {
    let mut comparison = Comparison {
        old,
        new,
        answers,
        reshaped,
        routes: Routes::new(new),
        changes: Vec::new(),
    };
    comparison.nodes();
    comparison.gone();
    comparison.found();
    comparison.changes
}

struct Comparison<'q> {
    old: &'q Questionnaire,
    new: &'q Questionnaire,
    answers: &'q Answers,
    reshaped: &'q Reshaped,
    routes: Routes<'q>,
    changes: Vec<Change>,
}

impl Comparison<'_> {
    /// The nodes of the newer questionnaire of the same form that an old node leads to.
    fn targets(&self, node: &Node) -> Vec<NodeId> {
        if node.question().is_some() {
            self.routes.questions(&node.path)
        } else if node.section().is_some() {
            self.routes.sections(&node.path)
        } else {
            Vec::new()
        }
    }

    fn nodes(&mut self) {
        let mut sources: HashMap<NodeId, Vec<NodeId>> = HashMap::new();
        for (id, node) in self.old.nodes().skip(1) {
            for target in self.targets(node) {
                sources.entry(target).or_default().push(id);
            }
        }
        let new = self.new;
        for (id, node) in new.nodes().skip(1) {
            let sources = sources.remove(&id).unwrap_or_default();
            self.node(id, node, &sources);
        }
    }

    fn node(&mut self, id: NodeId, node: &Node, sources: &[NodeId]) {
        let old = self.old;
        let paths = || sources.iter().map(|source| old.node(*source).path.clone());
        let claims = paths().any(|path| self.routes.is_claimed(&path, id));
        match sources {
            [] if node.question().is_some() => self.changes.push(Change::New {
                path: node.path.clone(),
            }),
            [] => {}
            [source] => {
                let source = old.node(*source);
                if claims && source.path != node.path && self.targets(source).len() == 1 {
                    self.changes.push(Change::Renamed {
                        from: source.path.clone(),
                        to: node.path.clone(),
                    });
                }
                self.pair(source, node);
            }
            _ if claims => self.changes.push(Change::Merged {
                from: paths().collect(),
                into: node.path.clone(),
            }),
            _ => {}
        }
    }

    /// What is different in a node that comes from one other.
    fn pair(&mut self, source: &Node, node: &Node) {
        if source.section().is_some() {
            self.repetition(source, node);
        }
        let (Some(before), Some(now)) = (source.question(), node.question()) else {
            return;
        };
        if before.ask.source() != now.ask.source() {
            self.changes.push(Change::Reworded {
                path: node.path.clone(),
            });
        }
        if let (Kind::Links { to: before, .. }, Kind::Links { to: now, .. }) = (&before.kind, &now.kind) {
            if !self.leads_to(*before, *now) {
                self.changes.push(Change::LinksElsewhere {
                    path: node.path.clone(),
                });
            }
        } else if before.kind.name() == now.kind.name() {
            self.choices(source, before, node, now);
        } else {
            self.changes.push(Change::KindChanged {
                path: node.path.clone(),
                from: before.kind.name(),
                to: now.kind.name(),
                answers: self.fits(source, node),
            });
        }
    }

    fn repetition(&mut self, source: &Node, node: &Node) {
        let path = node.path.clone();
        match (source.is_repeating(), node.is_repeating()) {
            (false, true) => self.changes.push(Change::BecameRepeated { path }),
            (true, false) => self.changes.push(Change::BecameSingle {
                path,
                instances: self.most_instances(&source.path),
            }),
            (true, true) => {
                let paired = |questionnaire: &Questionnaire, path: &NodePath| {
                    let section = questionnaire.find(path)?;
                    let root = questionnaire.pair_root(section);
                    (root != section).then_some(root)
                };
                let (before, now) = (paired(self.old, &source.path), paired(self.new, &node.path));
                let alike = match (before, now) {
                    (None, None) => true,
                    (Some(before), Some(now)) => self.leads_to(before, now),
                    _ => false,
                };
                if !alike {
                    self.changes.push(Change::PairedOtherwise { path });
                }
            }
            (false, false) => {}
        }
    }

    /// Whether a section of the older questionnaire has become one of the newer.
    fn leads_to(&self, before: NodeId, now: NodeId) -> bool {
        self.routes.sections(&self.old.node(before).path).contains(&now)
    }

    fn choices(&mut self, source: &Node, before: &Question, node: &Node, now: &Question) {
        let is_sensitive = before.sensitive || now.sensitive;
        let (
            Kind::Choice { choices: before, .. } | Kind::Choices { choices: before, .. },
            Kind::Choice { choices: now, other }
            | Kind::Choices {
                choices: now, other, ..
            },
        ) = (&before.kind, &now.kind)
        else {
            return;
        };
        for choice in before {
            // What may be put in freely may still be put in.
            if *other || now.iter().any(|still| still.value == choice.value) {
                continue;
            }
            let chose = |value: &Value| match value {
                Value::Text(text) => *text == choice.value,
                Value::Texts(texts) => texts.contains(&choice.value),
                _ => false,
            };
            let mut answers = Vec::new();
            self.answers.visit(|place, answer| {
                if chose(&answer.value) && place.path().as_ref() == Some(&source.path) {
                    answers.push(self.landing(&place, node).map_or(place, |landing| landing.0));
                }
            });
            self.changes.push(Change::ChoiceGone {
                path: node.path.clone(),
                choice: choice.label.clone(),
                answers,
                is_sensitive,
            });
        }
    }

    /// Where the answer at an old place has come to in a node, and how it fits.
    fn landing(&self, from: &Place, node: &Node) -> Option<(Place, Fit)> {
        let landings = self.reshaped.landings.iter();
        let mut here = landings
            .filter(|landing| landing.from == *from && landing.to.path().as_ref() == Some(&node.path));
        here.next().map(|landing| (landing.to.clone(), landing.fit))
    }

    fn fits(&self, source: &Node, node: &Node) -> Vec<(Place, Option<Fit>)> {
        let mut fits = Vec::new();
        self.answers.visit(|place, _| {
            if place.path().as_ref() == Some(&source.path) {
                let fit = self.landing(&place, node).map(|(_, fit)| fit);
                fits.push((place, fit));
            }
        });
        fits
    }

    fn most_instances(&self, section: &NodePath) -> usize {
        let mut counts: HashMap<Place, usize> = HashMap::new();
        for place in super::identities::sections(self.answers) {
            if place.instance().is_some() && place.path().as_ref() == Some(section) {
                *counts.entry(place.without_instance()).or_default() += 1;
            }
        }
        counts.into_values().max().unwrap_or(0)
    }

    /// What has been split or is gone.
    fn gone(&mut self) {
        for (_, node) in self.old.nodes().skip(1) {
            let targets = self.targets(node);
            match targets.as_slice() {
                [] if node.question().is_some() => {
                    let orphans = self.reshaped.orphans.iter();
                    let answers = orphans
                        .filter(|orphan| orphan.from.path().as_ref() == Some(&node.path))
                        .map(|orphan| orphan.at.clone());
                    self.changes.push(Change::Removed {
                        path: node.path.clone(),
                        answers: answers.collect(),
                    });
                }
                [_, _, ..]
                    if targets
                        .iter()
                        .any(|target| self.routes.is_claimed(&node.path, *target)) =>
                {
                    self.changes.push(Change::Split {
                        from: node.path.clone(),
                        into: targets
                            .iter()
                            .map(|target| self.new.node(*target).path.clone())
                            .collect(),
                    });
                }
                _ => {}
            }
        }
    }

    /// Orphaned answers that have a question again.
    fn found(&mut self) {
        for landing in &self.reshaped.landings {
            let known = landing.from.path().and_then(|path| self.old.find(&path));
            if known.is_none_or(|known| self.old.node(known).question().is_none()) {
                self.changes.push(Change::Found {
                    from: landing.from.clone(),
                    to: landing.to.clone(),
                });
            }
        }
    }
}
