//! Conditions: data in TOML, checked against the kinds of the nodes that they name.

use super::super::NodeId;
use super::super::condition::{Condition, Reference};
use super::super::diagnostic::Mistakes;
use super::super::mistake::{Expected, Mistake};
use super::super::vocabulary::TESTS;
use super::attributes::wrong_type;
use super::comparisons::{self, Subject};
use super::draft::BodyDraft;
use super::references::earlier;
use super::tree::{Tree, Unresolved, Viewpoint};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads the condition of a node.
pub(super) fn read(
    tree: &Tree<'_, '_>,
    node: NodeId,
    value: &Spanned<DeValue<'_>>,
    mistakes: &mut Mistakes,
) -> Option<Condition> {
    let mut reader = Reader { tree, node, mistakes };
    reader.condition(value)
}

struct Reader<'t, 'd, 'a, 'm> {
    tree: &'t Tree<'d, 'a>,
    node: NodeId,
    mistakes: &'m mut Mistakes,
}

impl<'d> Reader<'_, 'd, '_, '_> {
    fn condition(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Condition> {
        let DeValue::Table(table) = value.get_ref() else {
            wrong_type(value, Expected::Table, self.mistakes);
            return None;
        };
        let mut all = Vec::new();
        self.table("", table, &mut all);
        if table.is_empty() {
            self.mistakes.report(value.span(), Mistake::EmptyCondition);
        }
        if all.len() == 1 {
            all.pop()
        } else {
            Some(Condition::All(all))
        }
    }

    /// Reads the entries of a table. `prefix` is the path that dotted keys have spelt so far.
    fn table(&mut self, prefix: &str, table: &DeTable<'_>, all: &mut Vec<Condition>) {
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "any" if prefix.is_empty() => all.extend(self.any(value)),
                "not" if prefix.is_empty() => {
                    let inner = self.condition(value);
                    all.extend(inner.map(|inner| Condition::Not(Box::new(inner))));
                }
                name if prefix.is_empty() => self.entry(name, key.span(), value, all),
                name => self.entry(&format!("{prefix}.{name}"), key.span(), value, all),
            }
        }
    }

    fn any(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Condition> {
        let Some(items) = value.get_ref().as_array() else {
            wrong_type(value, Expected::Array, self.mistakes);
            return None;
        };
        if items.is_empty() {
            self.mistakes.report(value.span(), Mistake::EmptyCondition);
        }
        Some(Condition::Any(
            items.iter().filter_map(|item| self.condition(item)).collect(),
        ))
    }

    /// Reads `path = …`.
    fn entry(
        &mut self,
        path: &str,
        span: Range<usize>,
        value: &Spanned<DeValue<'_>>,
        all: &mut Vec<Condition>,
    ) {
        let (reference, subject) = match self.subject(path) {
            Ok(found) => found,
            Err(Unresolved::Reported) => return,
            Err(Unresolved::Mistake(mistake)) => {
                match value.get_ref() {
                    // `when.opening.since = …` spells the path in tables.
                    DeValue::Table(table) if spells_path(&mistake, table) => self.table(path, table, all),
                    _ => self.mistakes.report(span, in_condition(mistake)),
                }
                return;
            }
        };
        let DeValue::Table(table) = value.get_ref() else {
            all.extend(comparisons::equals(&subject, reference, value, self.mistakes));
            return;
        };
        if table.is_empty() {
            self.mistakes.report(value.span(), Mistake::EmptyCondition);
        }
        for (key, value) in table {
            let name: &str = key.get_ref();
            if !TESTS.contains(&name) && self.has_child(reference, name) {
                self.entry(&format!("{path}.{name}"), key.span(), value, all);
            } else {
                all.extend(comparisons::named(&subject, reference, key, value, self.mistakes));
            }
        }
    }

    fn has_child(&self, reference: Reference, name: &str) -> bool {
        match reference {
            Reference::Node(id) | Reference::Each(id) => self.tree.child(id, name).is_some(),
            Reference::Answer => false,
        }
    }

    /// The node of a path, and what can be asked of it.
    fn subject(&self, path: &str) -> Result<(Reference, Subject<'d>), Unresolved> {
        let from = Viewpoint {
            node: self.node,
            within: false,
        };
        let no_answer = || Mistake::NoAnswer {
            name: path.to_owned(),
        };
        let reference = self.tree.resolve(from, path)?;
        let target = match reference {
            // The paired instance is there as long as the node is.
            Reference::Each(_) if path == "each" => return Err(no_answer().into()),
            Reference::Node(target) | Reference::Each(target) => target,
            Reference::Answer => return Err(Mistake::MisplacedAnswer.into()),
        };
        // A part of an answer, such as the year of a date, is for templates.
        if let Some((front, _)) = path.rsplit_once('.')
            && matches!(self.tree.resolve(from, front), Ok(whole) if whole == reference)
        {
            return Err(no_answer().into());
        }
        let draft = self.tree.draft(target).ok_or(Unresolved::Reported)?;
        let subject = match &draft.body {
            BodyDraft::Question(question) => {
                Subject::Question(question.kind.as_ref().ok_or(Unresolved::Reported)?)
            }
            BodyDraft::Section(_) if draft.is_repeating() => Subject::RepeatedSection,
            BodyDraft::Section(_) | BodyDraft::Text => return Err(no_answer().into()),
            BodyDraft::Broken => return Err(Unresolved::Reported),
        };
        // How many instances came from an earlier session is known before anything is asked.
        if matches!(reference, Reference::Node(_)) && !draft.is_from_earlier_session() {
            earlier(self.node, target, path)?;
        }
        Ok((reference, subject))
    }
}

/// The mistake, with the hint that fits a condition.
fn in_condition(mut mistake: Mistake) -> Mistake {
    if let Mistake::InsideRepeat { in_condition, .. } = &mut mistake {
        *in_condition = true;
    }
    mistake
}

/// Whether a table behind the path of a section goes on with the path.
fn spells_path(mistake: &Mistake, table: &DeTable<'_>) -> bool {
    let is_test = |key: &Spanned<_>| TESTS.contains(&AsRef::<str>::as_ref(key.get_ref()));
    matches!(mistake, Mistake::NoAnswer { .. }) && !table.is_empty() && !table.keys().any(is_test)
}
