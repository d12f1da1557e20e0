//! Answers to a form, as these tests know them: what was given where, and which instances there are.

use super::dice::Dice;
use super::form::{CHOICES, Form, Id, Kind, Precision, Repetition};
use super::words::{self, Tokens};
use std::collections::BTreeMap;
use toml::{Table, Value};

/// The instance of each repeated section around a node.
pub(super) type Around = BTreeMap<Id, String>;

/// What was given to a question.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Given {
    Text(String),
    Number(i64),
    Date(String),
    YesNo(bool),
    /// Values of choices, or the writer's own words.
    Picked(Vec<String>),
    List(Vec<String>),
    /// Ids of instances.
    Links(Vec<String>),
    /// Something that the kind does not take.
    Wrong(Value),
}

/// The answers to a form.
#[derive(Debug, Clone, Default)]
pub(super) struct Filling {
    pub(super) given: BTreeMap<(Id, Around), Given>,
    /// The instances of each repeated section, by what is around it; of a paired one those that hold answers.
    pub(super) instances: BTreeMap<(Id, Around), Vec<String>>,
}

/// Fills in a form at random: hidden parts too, and pairs whose partner is gone.
pub(super) fn filling(form: &Form, dice: &mut Dice, tokens: &mut Tokens) -> Filling {
    let mut filler = Filler {
        form,
        dice,
        tokens,
        filling: Filling::default(),
        ids: 0,
    };
    filler.section(Form::ROOT, &Around::new());
    filler.filling
}

struct Filler<'a> {
    form: &'a Form,
    dice: &'a mut Dice,
    tokens: &'a mut Tokens,
    filling: Filling,
    ids: usize,
}

impl Filler<'_> {
    fn section(&mut self, id: Id, around: &Around) {
        for &child in &self.form.nodes[id].children {
            match self.form.repetition(child) {
                Repetition::Once if self.form.question(child).is_some() => {
                    if self.dice.chance(75) {
                        let given = self.answer(child, around);
                        self.filling.given.insert((child, around.clone()), given);
                    }
                }
                Repetition::Once => self.section(child, around),
                repetition => {
                    let instances = self.instances(repetition, around);
                    self.filling
                        .instances
                        .insert((child, around.clone()), instances.clone());
                    for instance in instances {
                        let mut inside = around.clone();
                        inside.insert(child, instance);
                        self.section(child, &inside);
                    }
                }
            }
        }
    }

    fn instances(&mut self, repetition: Repetition, around: &Around) -> Vec<String> {
        match repetition {
            Repetition::ForEach(source) => {
                let mut ids = self.filling.partners(self.form, source, around);
                if self.dice.chance(30) {
                    ids.reverse();
                }
                if self.dice.chance(20) {
                    ids.pop();
                }
                if self.dice.chance(20) {
                    ids.push("gone".to_owned());
                }
                ids
            }
            _ => {
                let count = self.dice.roll(4);
                let mut id = || {
                    self.ids += 1;
                    format!("i{}", self.ids)
                };
                (0..count).map(|_| id()).collect()
            }
        }
    }

    fn answer(&mut self, id: Id, around: &Around) -> Given {
        let Some(kind) = self.form.question(id).map(|question| question.kind) else {
            return Given::Text(String::new());
        };
        if self.dice.chance(5) {
            return Given::Wrong(self.wrong(kind));
        }
        let tokens = &mut *self.tokens;
        let dice = &mut *self.dice;
        match kind {
            Kind::Line if dice.chance(20) => Given::Text("甲".to_owned()),
            Kind::Line => Given::Text(tokens.line(dice)),
            Kind::Prose => Given::Text(tokens.lines(dice)),
            Kind::Number { .. } if dice.chance(50) => Given::Number(i64::try_from(dice.roll(6)).unwrap_or(0)),
            Kind::Number { .. } => Given::Number(tokens.number()),
            Kind::Date(precision) => Given::Date(date(precision, dice)),
            Kind::YesNo => Given::YesNo(dice.chance(50)),
            Kind::Choice { other } => Given::Picked(vec![pick(other, dice, tokens)]),
            Kind::Choices { other } => {
                let count = 1 + dice.roll(3);
                Given::Picked((0..count).map(|_| pick(other, dice, tokens)).collect())
            }
            Kind::List => {
                let count = 1 + dice.roll(3);
                let item = |_| {
                    if dice.chance(20) {
                        "甲".to_owned()
                    } else {
                        tokens.line(dice)
                    }
                };
                Given::List((0..count).map(item).collect())
            }
            Kind::Links(to) => {
                let mut ids = self.filling.partners(self.form, to, around);
                ids.retain(|_| dice.chance(70));
                if ids.is_empty() {
                    ids.push("gone".to_owned());
                }
                Given::Links(ids)
            }
        }
    }

    /// Something that a question of a kind cannot take; it holds a token that must not be printed.
    fn wrong(&mut self, kind: Kind) -> Value {
        let token = self.tokens.text();
        match kind {
            Kind::Number { .. } | Kind::Date(_) | Kind::YesNo | Kind::Choice { other: false } => {
                Value::from(token)
            }
            _ => Value::Table(Table::from_iter([("inside".to_owned(), Value::from(token))])),
        }
    }
}

fn pick(other: bool, dice: &mut Dice, tokens: &mut Tokens) -> String {
    if other && dice.chance(40) {
        return tokens.line(dice);
    }
    CHOICES[dice.roll(CHOICES.len())].0.to_owned()
}

fn date(precision: Precision, dice: &mut Dice) -> String {
    let year = 2019 + dice.roll(4);
    let (month, day) = (5 + dice.roll(3), 14 + dice.roll(3));
    match precision {
        Precision::Year => format!("{year}"),
        Precision::Month => format!("{year}-{month:02}"),
        Precision::Day => format!("{year}-{month:02}-{day:02}"),
    }
}

impl Filling {
    /// The instances of a repeated section as it is seen from some place, whether they are live or not: those that the
    /// writer repeats, which a paired section has too.
    pub(super) fn partners(&self, form: &Form, section: Id, seen_from: &Around) -> Vec<String> {
        match form.repetition(section) {
            Repetition::ForEach(source) => self.partners(form, source, seen_from),
            _ => self
                .instances
                .get(&(section, shared(form, section, seen_from)))
                .cloned()
                .unwrap_or_default(),
        }
    }

    /// The answers as a table in the shape of the tree.
    pub(super) fn table(&self, form: &Form) -> Table {
        self.group(form, Form::ROOT, &Around::new())
    }

    fn group(&self, form: &Form, id: Id, around: &Around) -> Table {
        let mut table = Table::new();
        for &child in &form.nodes[id].children {
            let name = form.nodes[child].name.clone();
            let repetition = form.repetition(child);
            if repetition != Repetition::Once {
                let tie = if matches!(repetition, Repetition::ForEach(_)) {
                    "for"
                } else {
                    "id"
                };
                let mut items = Vec::new();
                for instance in self.instances.get(&(child, around.clone())).into_iter().flatten() {
                    let mut inside = around.clone();
                    inside.insert(child, instance.clone());
                    let mut item = self.group(form, child, &inside);
                    item.insert(tie.to_owned(), Value::from(instance.as_str()));
                    items.push(Value::Table(item));
                }
                table.insert(name, Value::Array(items));
            } else if form.question(child).is_some() {
                let given = self.given.get(&(child, around.clone()));
                given.map(|given| table.insert(name, given.to_toml()));
            } else if !form.nodes[child].children.is_empty() {
                table.insert(name, Value::Table(self.group(form, child, around)));
            }
        }
        table
    }
}

/// The instances around a node that are also around the place from which it is seen.
pub(super) fn shared(form: &Form, id: Id, seen_from: &Around) -> Around {
    let holders: Vec<Id> = form.around(id).filter(|around| *around != id).collect();
    seen_from
        .iter()
        .filter(|(section, _)| holders.contains(section))
        .map(|(a, b)| (*a, b.clone()))
        .collect()
}

impl Given {
    fn to_toml(&self) -> Value {
        let texts = |texts: &[String]| Value::Array(texts.iter().cloned().map(Value::String).collect());
        match self {
            Self::Text(text) | Self::Date(text) => Value::from(text.as_str()),
            Self::Number(number) => Value::from(*number),
            Self::YesNo(yes) => Value::from(*yes),
            Self::Picked(picked) if picked.len() == 1 => Value::from(picked[0].as_str()),
            Self::Picked(picked) => texts(picked),
            Self::List(items) => texts(items),
            Self::Links(ids) => texts(ids),
            Self::Wrong(value) => value.clone(),
        }
    }

    /// The lines that hold the answer's text, where it prints as it stands; each has a token of its own.
    pub(super) fn lines(&self) -> Vec<String> {
        let all: Vec<String> = match self {
            Self::Text(text) => text.split('\n').map(str::to_owned).collect(),
            Self::Picked(items) | Self::List(items) => items.clone(),
            _ => Vec::new(),
        };
        all.into_iter()
            .filter(|line| !words::tokens(line).is_empty())
            .collect()
    }

    /// Every token in it.
    pub(super) fn tokens(&self) -> Vec<String> {
        match self {
            Self::Number(number) if *number > 1_000 => vec![number.to_string()],
            other => words::tokens(&other.to_toml().to_string()),
        }
    }
}
