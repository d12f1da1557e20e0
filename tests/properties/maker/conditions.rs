//! Conditions: what a node can ask about, and what it asks.

use super::Maker;
use crate::properties::form::{CHOICES, Condition, Id, Kind, Precision, Subject, Test};
use toml::Value;

impl Maker<'_> {
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

    pub(super) fn condition(&mut self, parent: Id, depth: usize) -> Option<Condition> {
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
}
