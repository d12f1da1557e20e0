//! What names in a template stand for.
//!
//! Only what a template names is looked up, and every name in it is known to refer to a node. An unanswered or hidden
//! question is an empty text (an empty list where several answers are taken), so that a template can ask
//! `{% if name %}` and never fails for want of an answer.

use super::{Evaluation, Form, ItemId, Meaning, title};
use crate::answers::Place;
use crate::answers::sensitive::Sensitive;
use crate::questionnaire::template::{DateValue, Piece};
use crate::questionnaire::{Body, Kind, NodeId, Question, Reference, Template};
use minijinja::Value;
use minijinja::value::{Enumerator, Object, ObjectRepr};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How answers are looked at.
#[derive(Debug, Clone, Copy)]
struct Look<'a> {
    links: Links,
    /// Answers that are to look as if they had not been given.
    without: Option<&'a Sensitive>,
}

/// Whether the instances that a link names are given whole, or only by their short names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Links {
    /// With all their answers.
    Whole,
    /// By short name, so that links to links stay small.
    Named,
}

impl Evaluation {
    /// Renders a template at an item, as if some answers had not been given.
    pub(super) fn render(
        &self,
        id: ItemId,
        template: &Template,
        without: Option<&Sensitive>,
    ) -> Result<Vec<Piece>, minijinja::Error> {
        let context = if template.is_plain() {
            Value::UNDEFINED
        } else {
            let links = Links::Whole;
            self.context(id, template, Look { links, without })
        };
        let mut pieces = self.questionnaire.engine().render(template, context)?;
        for piece in pieces
            .iter_mut()
            .filter(|piece| piece.is_bare && !piece.text.is_empty())
        {
            let cited = piece.cites.first().and_then(|cited| self.cited_place(id, *cited));
            let item = cited.and_then(|place| self.item(*self.by_place.get(&place)?));
            if let Some(Meaning::Number { written, .. }) = item.and_then(|item| self.meaning(item)) {
                piece.text = written;
            }
        }
        Ok(pieces)
    }

    /// Where a reference in a template of an item points to.
    pub(super) fn cited_place(&self, id: ItemId, reference: Reference) -> Option<Place> {
        self.place_of(&self.item(id)?.place, reference)
    }

    fn context(&self, id: ItemId, template: &Template, look: Look) -> Value {
        let mut tree = Branch::default();
        for (name, reference) in template.references() {
            let depth = self.depth_of_node(name, reference);
            let value = self.reference_value(id, reference, look);
            tree.insert(name.split('.').take(depth), value);
        }
        tree.into_value()
    }

    /// How many parts of a dotted name lead to the node; what follows is an attribute of its value (`since.year`).
    fn depth_of_node(&self, name: &str, reference: Reference) -> usize {
        let parts: Vec<&str> = name.split('.').collect();
        let (node, skipped) = match reference {
            Reference::Answer => return 1,
            Reference::Node(node) => (self.node(node), 0),
            Reference::Each(node) => (self.node(node), 1),
        };
        let path: Vec<&str> = node.path.names().collect();
        // A node may be called as a part of its answer is: of `month.month` the first one may be the node.
        (skipped..=parts.len())
            .rev()
            .find(|depth| {
                parts
                    .get(skipped..*depth)
                    .is_some_and(|parts| path.ends_with(parts))
            })
            .map_or(1, |depth| depth.max(1))
    }

    fn reference_value(&self, id: ItemId, reference: Reference, look: Look) -> Value {
        let place = self.cited_place(id, reference);
        let target = place.and_then(|place| self.by_place.get(&place).copied());
        match (target, reference) {
            (Some(target), _) => self.item_value(target, Some(id), look),
            (None, Reference::Node(node) | Reference::Each(node)) => self.blank(node),
            (None, Reference::Answer) => Value::from(""),
        }
    }

    /// The value of a live item. `from` is where it is looked at, which tells a group its present instance.
    fn item_value(&self, id: ItemId, from: Option<ItemId>, look: Look) -> Value {
        let Some(item) = self.item(id) else {
            return Value::from("");
        };
        let node = self.node(item.node);
        match (&node.body, item.form) {
            (Body::Text, _) => Value::from(""),
            (Body::Question(question), _) => self.answer_value(id, question, look),
            (Body::Section(_), Form::Group) => {
                let items = self
                    .child_ids(id)
                    .map(|child| self.item_value(child, None, look))
                    .collect();
                let around = from.and_then(|from| self.item(from));
                let present = around.and_then(|around| {
                    let is_around = |child: &ItemId| {
                        self.item(*child)
                            .is_some_and(|instance| around.place.is_within(&instance.place))
                    };
                    self.child_ids(id).find(is_around)
                });
                let present = present.map(|present| self.item_value(present, None, look));
                Value::from_object(GroupValue { items, present })
            }
            (Body::Section(_), _) => {
                let mut fields: BTreeMap<String, Value> = BTreeMap::new();
                for &child in &node.children {
                    let Some(name) = self.node(child).name.as_ref() else {
                        continue;
                    };
                    let live = self.by_place.get(&item.place.child(name.as_str()));
                    let value =
                        live.map_or_else(|| self.blank(child), |live| self.item_value(*live, None, look));
                    fields.insert(name.to_string(), value);
                }
                Value::from_pairs(fields)
            }
        }
    }

    fn answer_value(&self, id: ItemId, question: &Question, look: Look) -> Value {
        let Some(item) = self.item(id) else {
            return Value::from("");
        };
        let is_hidden = |without: &Sensitive| without.has(&self.node(item.node).path);
        if look.without.is_some_and(is_hidden) {
            return self.blank(item.node);
        }
        let Some(meaning) = self.meaning(item) else {
            return self.blank(item.node);
        };
        let language = &self.questionnaire.settings.language;
        match meaning {
            Meaning::Text(text) | Meaning::Choice(text) => Value::from(text),
            Meaning::Number { written, value } => number_value(&written, value),
            Meaning::Date(date) => Value::from_object(DateValue {
                date,
                language: language.clone(),
            }),
            Meaning::YesNo(yes) => Value::from(yes),
            Meaning::Texts(texts) => texts.into_iter().map(Value::from).collect(),
            Meaning::Links(ids) => {
                let Kind::Links { to, .. } = question.kind else {
                    return Value::from("");
                };
                let group = self.place_of(&item.place, Reference::Node(to));
                let group = group.and_then(|group| self.by_place.get(&group).copied());
                // In the order of the linked section, whichever was chosen first.
                let linked = group
                    .into_iter()
                    .flat_map(|group| self.child_ids(group))
                    .filter(|child| {
                        self.item(*child)
                            .and_then(|item| item.place.instance())
                            .is_some_and(|id| ids.contains(id))
                    });
                let named = Look {
                    links: Links::Named,
                    ..look
                };
                let value = |target| match look.links {
                    Links::Whole => self.item_value(target, None, named),
                    Links::Named => Value::from(title::of_answers(self, target, look.without)),
                };
                linked.map(value).collect()
            }
        }
    }

    /// What a question or section that is not answered or not live looks like to a template.
    fn blank(&self, node: NodeId) -> Value {
        let node = self.node(node);
        match &node.body {
            Body::Section(_) if node.is_repeating() => Value::from_iter(Vec::<Value>::new()),
            Body::Section(_) => {
                let named =
                    |child: &NodeId| Some((self.node(*child).name.as_ref()?.to_string(), self.blank(*child)));
                Value::from_pairs(node.children.iter().filter_map(named).collect::<Vec<_>>())
            }
            Body::Question(question) => match question.kind {
                Kind::Choices { .. } | Kind::List(_) | Kind::Links { .. } => {
                    Value::from_iter(Vec::<Value>::new())
                }
                _ => Value::from(""),
            },
            Body::Text => Value::from(""),
        }
    }
}

/// A number to reckon with. Where a template does no more than name it, it prints as it was typed.
fn number_value(written: &str, value: f64) -> Value {
    // Beyond this a float does not tell whole numbers apart.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if let Ok(integer) = written.parse::<i64>() {
        return Value::from(integer);
    }
    #[expect(clippy::cast_possible_truncation, reason = "it is whole and small enough")]
    let whole = (value.fract() == 0.0 && value.abs() < EXACT).then_some(value as i64);
    whole.map_or_else(|| Value::from(value), Value::from)
}

/// Dotted names and their values, as a tree of maps.
#[derive(Debug, Default)]
struct Branch {
    value: Option<Value>,
    below: BTreeMap<String, Branch>,
}

impl Branch {
    fn insert<'a>(&mut self, mut parts: impl Iterator<Item = &'a str>, value: Value) {
        match parts.next() {
            Some(part) => self
                .below
                .entry(part.to_owned())
                .or_default()
                .insert(parts, value),
            None => self.value = Some(value),
        }
    }

    /// A section named as a whole holds all that is below it already.
    fn into_value(self) -> Value {
        self.value.unwrap_or_else(|| {
            Value::from_pairs(
                self.below
                    .into_iter()
                    .map(|(name, branch)| (name, branch.into_value()))
                    .collect::<Vec<_>>(),
            )
        })
    }
}

/// A repeated section: a list of its instances; seen from inside one of them, also that instance's own answers.
#[derive(Debug)]
struct GroupValue {
    items: Vec<Value>,
    present: Option<Value>,
}

impl Object for GroupValue {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Seq
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        match key.as_usize() {
            Some(index) => self.items.get(index).cloned(),
            None => self.present.as_ref()?.get_item(key).ok(),
        }
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Seq(self.items.len())
    }
}
