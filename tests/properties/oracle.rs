//! Which answers are part of the document, found from the bottom up: a node is live where what is around it is live and
//! its condition holds. The program finds the same from the top down, in one walk.

use super::filling::{Around, Filling, Given, shared};
use super::form::{CHOICES, Condition, Form, Id, Kind, Repetition, Subject, Test};
use std::cell::RefCell;
use std::collections::HashMap;
use toml::Value;

/// A form with its answers.
pub(super) struct Oracle<'a> {
    form: &'a Form,
    filling: &'a Filling,
    known: RefCell<HashMap<(Id, Around), bool>>,
}

impl<'a> Oracle<'a> {
    pub(super) fn new(form: &'a Form, filling: &'a Filling) -> Self {
        Self {
            form,
            filling,
            known: RefCell::default(),
        }
    }

    /// Whether a node is there: a repeated section as a whole, anything else within the instances around it.
    pub(super) fn is_live(&self, id: Id, around: &Around) -> bool {
        if let Some(known) = self.known.borrow().get(&(id, around.clone())) {
            return *known;
        }
        let live = self.is_around_live(id, around)
            && self.form.nodes[id]
                .when
                .as_ref()
                .is_none_or(|when| self.holds(when, around));
        self.known.borrow_mut().insert((id, around.clone()), live);
        live
    }

    fn is_around_live(&self, id: Id, around: &Around) -> bool {
        let Some(parent) = self.form.nodes[id].parent else {
            return true;
        };
        let outside = shared(self.form, parent, around);
        self.is_live(parent, &outside)
            && match (self.form.repeats(parent), around.get(&parent)) {
                (false, _) => true,
                (true, Some(instance)) => self.instances(parent, &outside).contains(instance),
                (true, None) => false,
            }
    }

    /// The instances of a repeated section, in their order. None where it is not live.
    pub(super) fn instances(&self, id: Id, around: &Around) -> Vec<String> {
        if !self.is_live(id, around) {
            return Vec::new();
        }
        match self.form.repetition(id) {
            Repetition::ForEach(source) => self.instances(source, &shared(self.form, source, around)),
            _ => self
                .filling
                .instances
                .get(&(id, around.clone()))
                .cloned()
                .unwrap_or_default(),
        }
    }

    /// What was given to a question, if it is live.
    fn answer(&self, id: Id, around: &Around) -> Option<&Given> {
        let given = self.filling.given.get(&(id, around.clone()));
        given.filter(|_| self.is_live(id, around))
    }

    fn holds(&self, condition: &Condition, around: &Around) -> bool {
        match condition {
            Condition::All(all) => !all.iter().any(|part| !self.holds(part, around)),
            Condition::Any(any) => any.iter().any(|part| self.holds(part, around)),
            Condition::Not(inner) => !self.holds(inner, around),
            Condition::Passes { subject, test, .. } => {
                let (id, around) = self.subject(*subject, around);
                self.passes(id, &around, test)
            }
        }
    }

    fn subject(&self, subject: Subject, around: &Around) -> (Id, Around) {
        match subject {
            Subject::Node(id) => (id, shared(self.form, id, around)),
            Subject::Each { node, of } => {
                let paired = around.iter().rev().find_map(|(section, instance)| {
                    (self.form.repetition(*section) == Repetition::ForEach(of)).then(|| instance.clone())
                });
                let mut seen_from = around.clone();
                seen_from.retain(|section, _| self.form.around(of).any(|holder| holder == *section));
                seen_from.extend(paired.map(|instance| (of, instance)));
                (node, shared(self.form, node, &seen_from))
            }
        }
    }

    fn passes(&self, id: Id, around: &Around, test: &Test) -> bool {
        let Some(question) = self.form.question(id) else {
            let count = i64::try_from(self.instances(id, around).len()).unwrap_or(i64::MAX);
            return match test {
                Test::Answered(wanted) => (count > 0) == *wanted,
                Test::Min(min) => count >= *min,
                Test::Max(max) => self.is_live(id, around) && count <= *max,
                _ => false,
            };
        };
        // A default stands as long as nothing is given.
        let default = question
            .default
            .as_ref()
            .map(|default| Given::Text(default.source.clone()));
        let given = match (self.is_live(id, around), self.answer(id, around)) {
            (false, _) => None,
            (true, Some(Given::Wrong(_))) => None,
            (true, given) => given.cloned().or(default),
        };
        match (&given, test) {
            (given, Test::Answered(wanted)) => given.is_some() == *wanted,
            (Some(given), test) => given.passes(test),
            (None, _) => false,
        }
    }

    /// Every answer with whether it is part of the document.
    pub(super) fn answers(&self) -> impl Iterator<Item = (Id, &Around, &Given, bool)> {
        let all = self.filling.given.iter();
        all.map(|((id, around), given)| (*id, around, given, self.is_live(*id, around)))
    }

    /// Every place where a question is live.
    pub(super) fn live_places(&self, id: Id) -> Vec<Around> {
        let holders: Vec<Id> = self
            .form
            .around(id)
            .filter(|around| *around != id && self.form.repeats(*around))
            .collect();
        let mut places = vec![Around::new()];
        for holder in holders.into_iter().rev() {
            let mut inside = Vec::new();
            for around in places {
                for instance in self.instances(holder, &around) {
                    let mut place = around.clone();
                    place.insert(holder, instance);
                    inside.push(place);
                }
            }
            places = inside;
        }
        places.retain(|around| self.is_live(id, around));
        places
    }
}

impl Given {
    fn count(&self) -> Option<i64> {
        let count = match self {
            Self::Picked(items) | Self::List(items) | Self::Links(items) => items.len(),
            _ => return None,
        };
        i64::try_from(count).ok()
    }

    fn passes(&self, test: &Test) -> bool {
        match (self, test) {
            (Self::Number(number), Test::Min(min)) => number >= min,
            (Self::Number(number), Test::Max(max)) => number <= max,
            (Self::Number(number), Test::Is(values)) => values.contains(&Value::from(*number)),
            (Self::Text(text), Test::Is(values)) => values.contains(&Value::from(text.as_str())),
            (Self::Text(text), Test::Contains(part)) => text.contains(part),
            (Self::YesNo(yes), Test::Is(values)) => values.contains(&Value::from(*yes)),
            (Self::Picked(picked), Test::Is(values)) => picked
                .iter()
                .any(|pick| values.contains(&Value::from(pick.as_str()))),
            (Self::Picked(items) | Self::List(items), Test::Contains(part)) => items.contains(part),
            // ISO dates of one form order as texts do; what is longer is cut to the shorter.
            (Self::Date(date), Test::Is(values)) => values.iter().any(|value| value.as_str() == Some(date)),
            (Self::Date(date), Test::Before(other)) => cut(date, other) < cut(other, date),
            (Self::Date(date), Test::After(other)) => cut(date, other) > cut(other, date),
            (_, Test::Min(min)) => self.count().is_some_and(|count| count >= *min),
            (_, Test::Max(max)) => self.count().is_some_and(|count| count <= *max),
            _ => false,
        }
    }
}

fn cut<'a>(date: &'a str, other: &str) -> &'a str {
    date.get(..date.len().min(other.len())).unwrap_or(date)
}

/// How the tests name what a choice prints.
pub(super) fn label(pick: &str) -> &str {
    CHOICES
        .iter()
        .find(|(value, _)| *value == pick)
        .map_or(pick, |(_, label)| label)
}

/// Whether a question prints its answer as it stands, or in a list of such texts.
pub(super) fn prints_as_it_stands(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Line | Kind::Prose | Kind::Choice { .. } | Kind::Choices { .. } | Kind::List
    )
}
