//! Makes forms at random: first the tree with all that may only refer to earlier nodes, then the templates, which may
//! refer to any.

use super::dice::Dice;
use super::form::{
    Body, CHOICES, Condition, Form, Id, Kind, Node, Precision, Question, Repetition, Section, Subject,
    Template, Test,
};
use super::words::Tokens;
use toml::Value;

/// How deep sections nest at most.
const DEPTH: usize = 4;
/// The words of a question, which may only name what comes earlier.
const ASK: &str = "问";
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

    /// Everything that a condition of a child of `parent` that comes next can ask about.
    fn subjects(&mut self, parent: Id) -> Vec<(Subject, String)> {
        let mut subjects = Vec::new();
        for id in self.form.ids() {
            let can_be_asked = self.form.question(id).is_some() || self.form.repeats(id);
            if can_be_asked && self.is_reachable(parent, id) {
                let name = self.name(parent, id);
                subjects.push((Subject::Node(id), name));
            }
        }
        subjects.extend(self.each(parent));
        subjects
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

    fn condition(&mut self, parent: Id, depth: usize) -> Option<Condition> {
        let subjects = self.subjects(parent);
        let mut all = Vec::new();
        let mut used = Vec::new();
        for _ in 0..=self.dice.roll(2) {
            let (subject, name) = self.dice.pick(&subjects)?.clone();
            if !used.contains(&name) {
                let test = self.test(subject);
                all.push(Condition::Passes {
                    subject,
                    name: name.clone(),
                    test,
                });
                used.push(name);
            }
        }
        if depth < 2 && self.dice.chance(20) {
            let mut any = Vec::new();
            for _ in 0..=self.dice.roll(2) {
                any.push(self.condition(parent, depth + 1)?);
            }
            all.push(Condition::Any(any));
        }
        if depth < 2 && self.dice.chance(20) {
            all.push(Condition::Not(Box::new(self.condition(parent, depth + 1)?)));
        }
        Some(Condition::All(all))
    }

    fn test(&mut self, subject: Subject) -> Test {
        let (Subject::Node(node) | Subject::Each { node, .. }) = subject;
        if self.dice.chance(25) {
            return Test::Answered(!self.dice.chance(50));
        }
        let count = i64::from(self.dice.roll(3) == 0) + 1;
        let bound = if self.dice.chance(50) {
            Test::Max(count)
        } else {
            Test::Min(count)
        };
        let kind = self.form.question(node).map(|question| question.kind);
        let choice = CHOICES[self.dice.roll(CHOICES.len())].0.to_owned();
        match kind {
            None | Some(Kind::Links(_)) => bound,
            Some(Kind::Line | Kind::Prose) => match self.dice.roll(2) {
                0 => Test::Contains("学习".to_owned()),
                _ => Test::Is(vec![Value::from("甲"), Value::from("乙")]),
            },
            Some(Kind::Number { .. }) => match self.dice.roll(3) {
                0 => Test::Min(3),
                1 => Test::Max(800_000_000),
                _ => Test::Is(vec![Value::from(3), Value::from(4)]),
            },
            Some(Kind::Date(precision)) => {
                let date = match precision {
                    Precision::Day => "2021-06-15",
                    Precision::Month => "2021-06",
                    Precision::Year => "2021",
                };
                match self.dice.roll(3) {
                    0 => Test::Before(date.to_owned()),
                    1 => Test::After("2020".to_owned()),
                    _ => Test::Is(vec![Value::from(date)]),
                }
            }
            Some(Kind::YesNo) => Test::Is(vec![Value::from(self.dice.chance(50))]),
            Some(Kind::Choice { .. }) => Test::Is(vec![Value::from(choice)]),
            Some(Kind::Choices { .. }) => match self.dice.roll(3) {
                0 => Test::Contains(choice),
                1 => bound,
                _ => Test::Is(vec![Value::from(choice), Value::from("red")]),
            },
            Some(Kind::List) => match self.dice.roll(2) {
                0 => bound,
                _ => Test::Contains("甲".to_owned()),
            },
        }
    }

    /// Gives a node its templates.
    fn templates(&mut self, id: Id) {
        let Some(parent) = self.form.nodes[id].parent else {
            let heading = self.dice.chance(50).then(|| self.cited(Form::ROOT, id, "题"));
            if let Body::Section(section) = &mut self.form.nodes[id].body {
                section.heading = heading;
            }
            return;
        };
        match self.form.nodes[id].body.clone() {
            Body::Section(mut section) => {
                section.heading = self.dice.chance(70).then(|| self.cited(id, id, "节"));
                let styles = [None, Some("run-in"), Some("block"), Some("none")];
                section.style = *self.dice.pick(&styles).unwrap_or(&None);
                section.text = self.dice.chance(5).then(|| self.cited(id, id, "代"));
                self.form.nodes[id].body = Body::Section(section);
            }
            Body::Question(mut question) => {
                question.ask = if self.dice.chance(30) {
                    self.cited(parent, id, ASK)
                } else {
                    Template::plain("问？")
                };
                question.ask.cites.clear();
                question.text = self.own_text(parent, id, question.kind);
                question.default = self.default(question.kind);
                self.form.nodes[id].body = Body::Question(question);
            }
            Body::Text(_) => self.form.nodes[id].body = Body::Text(self.cited(parent, usize::MAX, "文")),
        }
    }

    fn own_text(&mut self, parent: Id, id: Id, kind: Kind) -> Option<Template> {
        let answer = match kind {
            Kind::List | Kind::Choices { .. } => "{{ answer | join }}",
            Kind::Links(_) => "{{ answer | length }}",
            _ => "{{ answer }}",
        };
        let own = |source: String| Template {
            source,
            own: true,
            ..Template::default()
        };
        let choice = self.dice.roll(10);
        match choice {
            0..5 => None,
            5 => Some(own(answer.to_owned())),
            6 => Some(own(format!("前{answer}后"))),
            7 => Some(Template::plain("")),
            8 => Some(own(format!("{answer}")).with_cites_of(self.cited(parent, id, "引"))),
            _ => Some(own(format!("{{% if answer %}}{answer}{{% endif %}}"))),
        }
    }

    fn default(&mut self, kind: Kind) -> Option<Template> {
        let takes_text = matches!(kind, Kind::Line | Kind::Prose);
        (takes_text && self.dice.chance(15)).then(|| Template::plain(format!("缺{}省", self.tokens.text())))
    }

    /// A template for use inside `scope` that may name other nodes, those before `before` in any case.
    fn cited(&mut self, scope: Id, before: Id, words: &str) -> Template {
        if !self.dice.chance(60) {
            return Template::plain(words);
        }
        let earlier_only = words == ASK;
        let nodes = self
            .form
            .ids()
            .filter(|id| *id != before && (!earlier_only || *id < before))
            .filter(|id| self.form.question(*id).is_some() || self.form.repeats(*id))
            .filter(|id| self.is_reachable(scope, *id))
            .filter(|id| !earlier_only || !self.form.around(before).any(|around| around == *id));
        let mut targets: Vec<(Id, Option<String>)> = nodes.map(|id| (id, None)).collect();
        for (subject, name) in self.each(scope) {
            let (Subject::Node(id) | Subject::Each { node: id, .. }) = subject;
            targets.push((id, Some(name)));
        }
        let Some((target, name)) = self.dice.pick(&targets).cloned() else {
            return Template::plain(words);
        };
        let name = name.unwrap_or_else(|| self.name(scope, target));
        // What is linked would be printed with all its answers.
        let is_linking = |question: &Question| matches!(question.kind, Kind::Links(_));
        let source = match self.form.question(target) {
            Some(question) if is_linking(question) => format!("{words}{{{{ {name} | length }}}}"),
            Some(_) => format!("{words}{{{{ {name} }}}}"),
            None => {
                let questions = |id: &&Id| {
                    self.form
                        .question(**id)
                        .is_some_and(|question| !is_linking(question))
                };
                let child = self.form.nodes[target].children.iter().find(questions).copied();
                match child.filter(|_| self.dice.chance(60)) {
                    Some(child) => {
                        let inner = &self.form.nodes[child].name;
                        let source =
                            format!("{words}{{% for x in {name} %}}{{{{ x.{inner} }}}}；{{% endfor %}}");
                        return Template {
                            source,
                            cites: vec![target, child],
                            own: false,
                        };
                    }
                    None => format!("{words}{{{{ {name} | length }}}}"),
                }
            }
        };
        Template {
            source,
            cites: vec![target],
            own: false,
        }
    }
}

impl Template {
    fn with_cites_of(mut self, other: Self) -> Self {
        self.source.push_str(&other.source);
        self.cites.extend(other.cites);
        self
    }
}
