//! Going back to an earlier state of the answers without losing the present one.

use super::tree::{Entry, Group};
use super::{Answer, Answers, Place, Removal, Removed};
use indexmap::IndexMap;
use std::collections::HashMap;
use std::sync::Arc;

impl Answers {
    /// The answers of an earlier state. Whatever these ones hold that it does not, or holds otherwise, is among what
    /// was removed, and comes back from there. `at` is in seconds since 1970.
    pub fn gone_back_to(&self, earlier: &Answers, at: i64) -> Answers {
        let mut lost = Vec::new();
        lose(self.root(), Some(earlier.root()), &Place::root(), &mut lost);
        let mut back = earlier.clone();
        let mut known: HashMap<Place, Vec<Removal>> = HashMap::new();
        for record in earlier.removed() {
            known
                .entry(record.what.place())
                .or_default()
                .push(record.what.clone());
        }
        let present = self.removed().cloned();
        // A state that was gone back to twice has lost the same things twice.
        for record in present.chain(lost.into_iter().map(|what| Removed { what, at })) {
            let at_place = known.entry(record.what.place()).or_default();
            if !at_place.contains(&record.what) {
                at_place.push(record.what.clone());
                back.push_removed(record);
            }
        }
        back
    }

    /// Takes what stands at a place from an earlier state. Whatever is there now and is not the same is recorded as
    /// removed; `at` is in seconds since 1970. False where there is nothing at the place, neither now nor then.
    pub fn go_back_at(&mut self, earlier: &Answers, place: &Place, at: i64) -> bool {
        let (then, now) = (earlier.within(place), self.within(place));
        if then.is_empty() && now.is_empty() {
            return false;
        }
        let then_instances = earlier.instances_within(place);
        for instance in self.instances_within(place) {
            if let Some(id) = instance.instance()
                && !then_instances.contains(&instance)
            {
                self.remove_instance(&instance.without_instance(), id, at);
            }
        }
        for instance in &then_instances {
            let section = instance.without_instance();
            if let Some(id) = instance.instance() {
                let position = earlier.instances(&section).iter().position(|other| other == id);
                self.add_instance(&section, id.clone(), position.unwrap_or(usize::MAX));
            }
        }
        for gone in now.iter().filter(|(place, _)| !then.contains_key(*place)) {
            self.clear(gone.0, at);
        }
        for (place, answer) in then {
            let is_same = self
                .answer(&place)
                .is_some_and(|present| present.value == answer.value);
            if !is_same {
                self.clear(&place, at);
                self.put(&place, answer);
            }
        }
        true
    }

    /// The answers at and below a place.
    fn within(&self, around: &Place) -> IndexMap<Place, Answer> {
        let mut found = IndexMap::new();
        self.visit(|place, answer| {
            if place.is_within(around) || place.is_instance_within(around) {
                found.insert(place, answer.clone());
            }
        });
        found
    }

    /// The instances that hold an answer at or below a place, itself included.
    fn instances_within(&self, around: &Place) -> Vec<Place> {
        let mut found = Vec::new();
        for place in self.within(around).into_keys() {
            let mut ways: Vec<Place> = std::iter::successors(Some(place), Place::parent)
                .take_while(|place| place.is_within(around) || place.is_instance_within(around))
                .filter(|place| place.instance().is_some() && !found.contains(place))
                .collect();
            ways.reverse();
            found.extend(ways);
        }
        found
    }
}

/// What `present` holds that `earlier` does not, or holds otherwise; an instance in one piece.
fn lose(present: &Group, earlier: Option<&Group>, at: &Place, lost: &mut Vec<Removal>) {
    for (name, entry) in &present.entries {
        let place = at.child(name);
        match entry {
            Entry::Answer(answer) => {
                let stays = earlier
                    .and_then(|earlier| earlier.answer(name))
                    .is_some_and(|stays| stays.value == answer.value);
                if !stays && !answer.value.is_blank() {
                    let answer = Arc::clone(answer);
                    lost.push(Removal::Answer { place, answer });
                }
            }
            Entry::Group(group) => {
                let earlier = earlier.and_then(|earlier| earlier.group(name));
                lose(group, earlier, &place, lost);
            }
            Entry::Instances(instances) => {
                for (position, (id, group)) in instances.iter().enumerate() {
                    match earlier.and_then(|earlier| earlier.instance(name, id)) {
                        Some(earlier) => lose(group, Some(earlier), &place.with_instance(id), lost),
                        None if group.first_answer().is_none() => {}
                        None => lost.push(Removal::Instance {
                            section: place.clone(),
                            id: id.clone(),
                            position,
                            group: Arc::clone(group),
                        }),
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::{InstanceId, Value};

    fn answers(pairs: &[(&str, &str)]) -> Answers {
        let mut answers = Answers::default();
        for (place, text) in pairs {
            let text = Value::Text((*text).to_owned());
            answers.put(&Place::parse(place).unwrap(), Answer::typed(text));
        }
        answers
    }

    fn values(answers: &Answers) -> Vec<(String, String)> {
        let mut values = Vec::new();
        answers.visit(|place, answer| values.push((place.to_string(), answer.value.to_typed())));
        values
    }

    #[test]
    fn what_goes_comes_back_from_what_was_removed() {
        let earlier = answers(&[("a", "旧"), ("same", "x"), ("p[k1].name", "一")]);
        let present = answers(&[
            ("a", "新"),
            ("same", "x"),
            ("b", "后加"),
            ("blank", " "),
            ("p[k1].name", "一"),
            ("p[k1].why", "因为"),
            ("p[k2].name", "二"),
        ]);
        let mut back = present.gone_back_to(&earlier, 7);
        assert_eq!(values(&back), values(&earlier));
        let removed: Vec<_> = back
            .removed()
            .map(|record| (record.what.place().to_string(), record.at))
            .collect();
        let expected = ["a", "b", "p[k1].why", "p[k2]"].map(|place| (place.to_owned(), 7));
        assert_eq!(removed, expected);
        while back.removed().len() > 1 {
            back.restore(1, 8).unwrap();
        }
        // The one that is left holds what stood in the way, and what was in its way is recorded in turn.
        assert_eq!(back.restore(0, 8).unwrap(), Place::parse("a").unwrap());
        let mut back = values(&back);
        let mut expected = values(&present);
        expected.retain(|(place, _)| place != "blank");
        back.sort();
        expected.sort();
        assert_eq!(back, expected);
    }

    #[test]
    fn going_back_and_forth_records_each_loss_once() {
        let mut present = answers(&[("a", "新")]);
        present.add_instance(&Place::parse("p").unwrap(), InstanceId::new("k1").unwrap(), 0);
        let earlier = answers(&[("a", "旧")]);
        let mut now = present.clone();
        for at in 0..10 {
            now = now.gone_back_to(&earlier, at);
            now = now.gone_back_to(&present, at);
        }
        let removed: Vec<_> = now.removed().map(|record| record.at).collect();
        assert_eq!(
            removed,
            [0, 0],
            "“新” and “旧”, and no instance without an answer"
        );
        assert_eq!(values(&now), values(&present));
    }
}
