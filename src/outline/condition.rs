//! Whether a condition holds at a place.

use super::{Evaluation, Form, Item, ItemId, Meaning, meaning};
use crate::answers::Place;
use crate::questionnaire::{Condition, PartialDate, Reference, Test};
use std::cmp::Ordering;

impl Evaluation {
    /// Whether a condition of the node at `place` holds. All that it refers to has been evaluated already.
    pub(super) fn holds(&self, condition: &Condition, place: &Place) -> bool {
        match condition {
            Condition::All(conditions) => conditions.iter().all(|condition| self.holds(condition, place)),
            Condition::Any(conditions) => conditions.iter().any(|condition| self.holds(condition, place)),
            Condition::Not(condition) => !self.holds(condition, place),
            Condition::Answer { subject, test } => self.passes(*subject, test, place),
        }
    }

    fn passes(&self, subject: Reference, test: &Test, place: &Place) -> bool {
        let subject_place = self.place_of(place, subject);
        // What came from an earlier session is there before anything is evaluated, wherever it stands.
        if let (Reference::Node(node) | Reference::Each(node), Some(place)) = (subject, &subject_place)
            && self
                .node(node)
                .section()
                .is_some_and(|section| section.from.is_some())
        {
            return self.count_passes(test, self.answers.instances(place).len());
        }
        let subject = subject_place.and_then(|place| self.item(*self.by_place.get(&place)?));
        let Some(item) = subject else {
            return *test == Test::Answered(false);
        };
        match item.form {
            Form::Group => self.count_passes(test, self.count_instances(item)),
            _ => self.answer_passes(test, item),
        }
    }

    /// How many instances a group has. The group that the condition stands in is not closed yet, so its first instance
    /// is asked.
    fn count_instances(&self, group: &Item) -> usize {
        let Some(id) = self.by_place.get(&group.place) else {
            return 0;
        };
        let first = self.item(ItemId::new(id.index() + 1));
        match first
            .filter(|item| item.parent == Some(*id))
            .map(|item| item.form)
        {
            Some(Form::Instance { of, .. }) => of,
            _ => 0,
        }
    }

    fn count_passes(&self, test: &Test, count: usize) -> bool {
        let size = count as f64;
        match test {
            Test::Answered(wanted) => (count > 0) == *wanted,
            Test::NumberIn(numbers) => numbers.contains(&size),
            Test::Min(min) => size >= *min,
            Test::Max(max) => size <= *max,
            _ => false,
        }
    }

    fn answer_passes(&self, test: &Test, item: &Item) -> bool {
        let Some(meaning) = self.meaning(item) else {
            return *test == Test::Answered(false);
        };
        let value = self.value(item);
        match (test, &meaning) {
            (Test::Answered(wanted), _) => *wanted,
            (Test::Is(wanted), Meaning::YesNo(yes)) => yes == wanted,
            // A choice is compared by its value, never by its label.
            (Test::OneOf(texts), Meaning::Choice(_) | Meaning::Text(_)) => value
                .and_then(meaning::text)
                .is_some_and(|text| texts.contains(&text)),
            (Test::NumberIn(numbers), Meaning::Number { value, .. }) => numbers.contains(value),
            (Test::Min(min), Meaning::Number { value, .. }) => value >= min,
            (Test::Max(max), Meaning::Number { value, .. }) => value <= max,
            (Test::Min(min), Meaning::Texts(texts)) => texts.len() as f64 >= *min,
            (Test::Max(max), Meaning::Texts(texts)) => texts.len() as f64 <= *max,
            (Test::Min(min), Meaning::Links(ids)) => ids.len() as f64 >= *min,
            (Test::Max(max), Meaning::Links(ids)) => ids.len() as f64 <= *max,
            (Test::DateIn(dates), Meaning::Date(date)) => {
                dates.iter().any(|other| is(date, other, Ordering::Equal))
            }
            (Test::Before(other), Meaning::Date(date)) => is(date, other, Ordering::Less),
            (Test::After(other), Meaning::Date(date)) => is(date, other, Ordering::Greater),
            (Test::Contains(part), Meaning::Text(text)) => text.contains(part.as_str()),
            (Test::Contains(part), Meaning::Texts(_)) => value
                .and_then(meaning::texts)
                .is_some_and(|texts| texts.contains(part)),
            _ => false,
        }
    }
}

fn is(date: &PartialDate, other: &PartialDate, order: Ordering) -> bool {
    date.compare(other) == order
}
