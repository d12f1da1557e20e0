//! Makes forms at random: first the tree with all that may only refer to earlier nodes, then the templates, which may
//! refer to any.

mod conditions;
mod templates;

use super::dice::Dice;
use super::form::{Body, Form, Id, Kind, Node, Precision, Question, Repetition, Section, Subject, Template};
use super::words::Tokens;

/// How deep sections nest at most.
const DEPTH: usize = 4;
const LANGUAGES: &[&str] = &["zh-CN", "en", "ja"];

/// A form of some ten nodes.
pub(super) fn form(dice: &mut Dice, tokens: &mut Tokens) -> Form {
    let form = Form {
        language: dice.pick(LANGUAGES).copied().unwrap_or("zh-CN"),
        numbered: !dice.chance(20),
        nodes: Vec::new(),
    };
    let mut maker = Maker { form, dice, tokens };
    maker.section(None, 0);
    for id in maker.form.ids() {
        maker.templates(id);
    }
    maker.form
}

struct Maker<'a> {
    form: Form,
    dice: &'a mut Dice,
    tokens: &'a mut Tokens,
}

impl Maker<'_> {
    fn node(&mut self, parent: Option<Id>, body: Body) -> Id {
        let id = self.form.nodes.len();
        let when = parent
            .filter(|_| self.dice.chance(30))
            .and_then(|parent| self.condition(parent, 0));
        let align = if self.dice.chance(5) { Some("right") } else { None };
        self.form.nodes.push(Node {
            name: format!("n{id}"),
            parent,
            children: Vec::new(),
            when,
            align: align.filter(|_| parent.is_some()),
            body,
        });
        if let Some(parent) = parent {
            self.form.nodes[parent].children.push(id);
        }
        id
    }

    fn section(&mut self, parent: Option<Id>, depth: usize) -> Id {
        let repetition = match parent {
            Some(parent) if self.dice.chance(45) => self.repetition(parent),
            _ => Repetition::Once,
        };
        let layout = [None, Some("paragraph"), Some("paragraphs")];
        let section = Section {
            heading: None,
            style: None,
            layout: *self.dice.pick(&layout).unwrap_or(&None),
            number: !self.dice.chance(10),
            repetition,
            text: None,
        };
        let id = self.node(parent, Body::Section(section));
        let mut wanted = if parent.is_none() { 6 } else { 3 };
        loop {
            if depth < DEPTH && self.dice.chance(40) {
                self.section(Some(id), depth + 1);
            } else if self.dice.chance(10) {
                self.node(Some(id), Body::Text(Template::default()));
            } else {
                self.question(id);
            }
            wanted -= 1;
            if wanted == 0 || self.dice.is_used_up() {
                return id;
            }
        }
    }

    fn repetition(&mut self, parent: Id) -> Repetition {
        let sources = self.sources(parent);
        if self.dice.chance(45)
            && let Some(source) = self.dice.pick(&sources)
        {
            return Repetition::ForEach(*source);
        }
        let min = self.dice.roll(3);
        let max = self.dice.chance(30).then(|| min.max(1) + self.dice.roll(3));
        Repetition::Repeat { min, max }
    }

    fn question(&mut self, parent: Id) {
        let sources = self.sources(parent);
        let mut kinds = vec![
            Kind::Line,
            Kind::Prose,
            Kind::Number { unit: false },
            Kind::YesNo,
            Kind::Choice { other: false },
            Kind::Choice { other: true },
            Kind::Choices { other: true },
            Kind::List,
            Kind::Date(Precision::Year),
            Kind::Date(Precision::Month),
            Kind::Date(Precision::Day),
            Kind::Number { unit: true },
        ];
        kinds.extend(sources.iter().map(|source| Kind::Links(*source)));
        let question = Question {
            kind: *self.dice.pick(&kinds).unwrap_or(&Kind::Line),
            required: !self.dice.chance(20),
            ask: Template::plain("？"),
            default: None,
            text: None,
        };
        self.node(Some(parent), Body::Question(question));
    }

    /// The repeated sections that a child of `parent` that comes next can be paired with or link to.
    fn sources(&self, parent: Id) -> Vec<Id> {
        let around: Vec<Id> = self.form.around(parent).collect();
        let earlier = self
            .form
            .ids()
            .filter(|id| self.form.repeats(*id) && !around.contains(id));
        earlier.filter(|id| self.is_reachable(parent, *id)).collect()
    }

    /// Whether no repeated section stands around `target` that does not stand around a child of `parent`.
    fn is_reachable(&self, parent: Id, target: Id) -> bool {
        let around: Vec<Id> = self.form.around(parent).collect();
        let mut holders = self
            .form
            .around(target)
            .filter(|id| *id != target && self.form.repeats(*id));
        holders.all(|holder| around.contains(&holder))
    }

    /// A name for `target` that a child of `parent` can use: its path from some section that is around both.
    fn name(&mut self, parent: Id, target: Id) -> String {
        let path = self.form.path(target);
        let shared = self
            .form
            .path(parent)
            .iter()
            .zip(&path)
            .take_while(|(a, b)| a == b)
            .count();
        let skipped = self.dice.roll(shared.min(path.len() - 1) + 1);
        path[skipped..].join(".")
    }

    /// What can be named by `each` from within `parent`.
    fn each(&self, parent: Id) -> Vec<(Subject, String)> {
        let paired = self
            .form
            .around(parent)
            .find_map(|id| match self.form.repetition(id) {
                Repetition::ForEach(source) => Some(source),
                _ => None,
            });
        let Some(of) = paired else { return Vec::new() };
        let inside = |id: &Id| {
            *id != of
                && self.form.around(*id).any(|around| around == of)
                && (self.form.question(*id).is_some() || self.form.repeats(*id))
                && self.is_reachable(of, *id)
        };
        let depth = self.form.path(of).len();
        let named = |node: Id| {
            (
                Subject::Each { node, of },
                format!("each.{}", self.form.path(node)[depth..].join(".")),
            )
        };
        self.form.ids().filter(inside).map(named).collect()
    }
}
