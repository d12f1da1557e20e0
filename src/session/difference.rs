//! What is different between two states of the answers, question by question.

use crate::answers::{Answers, InstanceId, Place, Value};
use crate::messages::Locale;
use crate::outline::{Outline, Veil, outline};
use crate::questionnaire::Questionnaire;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// One question that is answered otherwise in a later state, or one repeated section that is in another order.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Where.
    pub place: Place,
    /// The short name of the section around it.
    pub around: String,
    /// Its own short name.
    pub title: String,
    /// In which way.
    pub change: Change,
}

/// How an answer differs.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Only the later state has it.
    Added {
        /// What it holds.
        after: Value,
    },
    /// Both have it, but not the same.
    Changed {
        /// What the earlier state holds.
        before: Value,
        /// What the later state holds.
        after: Value,
    },
    /// Only the earlier state has it.
    Cleared {
        /// What it holds.
        before: Value,
    },
    /// The instances of a repeated section stand in another order.
    Reordered,
}

/// How many differences of each kind there are, for a line in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Answers that only the later state has.
    pub added: usize,
    /// Answers that are not the same, and sections in another order.
    pub changed: usize,
    /// Answers that only the earlier state has.
    pub cleared: usize,
}

impl Counts {
    /// Counts them.
    pub fn of(differences: &[Difference]) -> Self {
        Self::of_changes(differences.iter().map(|difference| &difference.change))
    }

    /// Counts what a later state holds otherwise than an earlier one, as [`differences`] would, which takes much longer to
    /// find the names.
    pub fn between(before: &Answers, after: &Answers) -> Self {
        Self::of_changes(changes(before, after).iter().map(|(_, change)| change))
    }

    fn of_changes<'a>(changes: impl Iterator<Item = &'a Change>) -> Self {
        let mut counts = Self::default();
        for change in changes {
            let count = match change {
                Change::Added { .. } => &mut counts.added,
                Change::Changed { .. } | Change::Reordered => &mut counts.changed,
                Change::Cleared { .. } => &mut counts.cleared,
            };
            *count = count.saturating_add(1);
        }
        counts
    }

    /// All of them together.
    pub fn total(self) -> usize {
        self.added
            .saturating_add(self.changed)
            .saturating_add(self.cleared)
    }

    /// Each kind of which there is any in words: those for what was added, changed and cleared.
    pub fn in_words(self, locale: Locale, words: [Words; 3], joint: &str) -> String {
        let counts = [self.added, self.changed, self.cleared];
        let present = counts.into_iter().zip(words).filter(|(count, _)| *count > 0);
        let said: Vec<String> = present.map(|(count, words)| words(locale, count)).collect();
        said.join(joint)
    }
}

/// A number of answers in words.
pub type Words = fn(Locale, usize) -> String;

/// What a later state of the answers holds otherwise than an earlier one, in the order in which the answers stand.
/// Blank answers count as none.
pub fn differences(
    questionnaire: &Arc<Questionnaire>,
    before: &Arc<Answers>,
    after: &Arc<Answers>,
) -> Vec<Difference> {
    differences_under(&Veil::Lifted, questionnaire, before, after)
}

/// The same, named so that nothing is said of what a veil hides. The values are there whole.
pub fn differences_under(
    veil: &Veil,
    questionnaire: &Arc<Questionnaire>,
    before: &Arc<Answers>,
    after: &Arc<Answers>,
) -> Vec<Difference> {
    let changes = changes(before, after);
    if changes.is_empty() {
        return Vec::new();
    }
    let outlines = [after, before].map(|answers| outline(questionnaire, answers).under(veil.clone()));
    changes
        .into_iter()
        .map(|(place, change)| {
            let (around, title) = names(&outlines, &place);
            Difference {
                place,
                around,
                title,
                change,
            }
        })
        .collect()
}

fn changes(before: &Answers, after: &Answers) -> Vec<(Place, Change)> {
    let (old, new) = (answered(before), answered(after));
    let new_places: HashSet<&Place> = new.iter().map(|(place, _)| place).collect();
    let old_values: HashMap<&Place, &Value> = old.iter().map(|(place, value)| (place, *value)).collect();
    let mut changes = Vec::new();
    // Those that are gone are told after the one that they stood behind.
    let mut left = old.iter().peekable();
    let mut passed = HashSet::new();
    let tell_if_gone = |(place, value): &(Place, &Value), changes: &mut Vec<(Place, Change)>| {
        if !new_places.contains(place) {
            let before = (*value).clone();
            changes.push((place.clone(), Change::Cleared { before }));
        }
    };
    for (place, value) in &new {
        let after = (*value).clone();
        match old_values.get(place) {
            None => changes.push((place.clone(), Change::Added { after })),
            Some(was) => {
                while !passed.contains(place)
                    && let Some(next) = left.next()
                {
                    passed.insert(&next.0);
                    tell_if_gone(next, &mut changes);
                }
                if was != value {
                    let before = (*was).clone();
                    changes.push((place.clone(), Change::Changed { before, after }));
                }
            }
        }
        while let Some(gone) = left.next_if(|(place, _)| !new_places.contains(place)) {
            tell_if_gone(gone, &mut changes);
        }
    }
    for gone in left {
        tell_if_gone(gone, &mut changes);
    }
    changes.extend(
        reordered(before, after, &old, &new)
            .into_iter()
            .map(|section| (section, Change::Reordered)),
    );
    changes
}

fn answered(answers: &Answers) -> Vec<(Place, &Value)> {
    let mut found = Vec::new();
    answers.visit(|place, answer| {
        if !answer.value.is_blank() {
            found.push((place, &answer.value));
        }
    });
    found
}

/// The repeated sections whose instances, as far as both states have them, stand in another order.
fn reordered(
    before: &Answers,
    after: &Answers,
    old: &[(Place, &Value)],
    new: &[(Place, &Value)],
) -> Vec<Place> {
    let mut seen = HashSet::new();
    let mut sections = Vec::new();
    for (place, _) in new.iter().chain(old) {
        let mut at = Some(place.clone());
        while let Some(place) = at {
            if place.instance().is_some() {
                let section = place.without_instance();
                if seen.insert(section.clone()) {
                    sections.push(section);
                }
            }
            at = place.parent();
        }
    }
    sections.retain(|section| {
        let (was, is) = (before.instances(section), after.instances(section));
        let common = |these: &[InstanceId], others: &[InstanceId]| -> Vec<InstanceId> {
            let others: HashSet<&InstanceId> = others.iter().collect();
            these.iter().filter(|id| others.contains(id)).cloned().collect()
        };
        common(&was, &is) != common(&is, &was)
    });
    sections
}

/// The short name of the section around a place and of the place itself, from the first outline in which it is live.
/// What is in none (a hidden or an unknown question) is called by its path.
fn names(outlines: &[Outline], place: &Place) -> (String, String) {
    for outline in outlines {
        let Some((id, item)) = outline.find(place).and_then(|id| Some((id, outline.get(id)?))) else {
            continue;
        };
        let around = item.parent.map(|parent| outline.title(parent));
        return (around.unwrap_or_default(), outline.title(id));
    }
    (String::new(), place.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::{Answer, Origin, file};
    use crate::questionnaire::read;

    const QUESTIONNAIRE: &str = r#"
format = 1
title = "自查"
[opening]
heading = "开头"
[opening.since]
ask = "何时任职？"
[opening.post]
ask = "什么职务？"
[problems]
heading = "问题"
[problems.problem]
repeat = true
heading = "{{ name }}"
[problems.problem.name]
ask = "哪方面？"
"#;

    fn answers(questionnaire: &Questionnaire, text: &str) -> Arc<Answers> {
        let table: toml::Table = toml::from_str(text).unwrap();
        Arc::new(file::read(table, questionnaire, Origin::Typed).answers)
    }

    #[test]
    fn differences_are_told_in_order_with_the_names_of_the_questions() {
        let questionnaire = Arc::new(read(QUESTIONNAIRE).unwrap());
        let before = answers(
            &questionnaire,
            r#"
opening = { since = "2021-07", post = "科长" }
problems.problem = [{ id = "a", name = "学习" }, { id = "b", name = "作风" }, { id = "c", name = "纪律" }]
"#,
        );
        let after = answers(
            &questionnaire,
            r#"
opening = { since = "2021-08" }
orphan = "x"
problems.problem = [{ id = "c", name = "纪律" }, { id = "a", name = "学习" }, { id = "d", name = "廉洁" }]
"#,
        );
        let told: Vec<String> = differences(&questionnaire, &before, &after)
            .iter()
            .map(|difference| {
                let change = match &difference.change {
                    Change::Added { after } => format!("+{}", after.to_typed()),
                    Change::Changed { before, after } => {
                        format!("{}→{}", before.to_typed(), after.to_typed())
                    }
                    Change::Cleared { before } => format!("-{}", before.to_typed()),
                    Change::Reordered => "↕".to_owned(),
                };
                format!("{} · {} {change}", difference.around, difference.title)
            })
            .collect();
        let expected = [
            "一、开头 · 何时任职？ 2021-07→2021-08",
            "一、开头 · 什么职务？ -科长",
            "（二）作风 · 哪方面？ -作风",
            "（三）廉洁 · 哪方面？ +廉洁",
            " · orphan +x",
            "二、问题 · problem ↕",
        ];
        assert_eq!(told, expected);
        assert_eq!(
            Counts::of(&differences(&questionnaire, &before, &after)),
            Counts {
                added: 2,
                changed: 2,
                cleared: 2
            }
        );
    }

    #[test]
    fn what_a_person_does_not_see_is_no_difference() {
        let questionnaire = Arc::new(read(QUESTIONNAIRE).unwrap());
        let before = answers(&questionnaire, "opening = { since = \"2021-07\" }");
        let mut after = Answers::clone(&before);
        after.put(
            &Place::parse("opening.since").unwrap(),
            Answer {
                draft: true,
                ..Answer::untouched(crate::answers::Value::Text("2021-07".into()), Origin::Carried)
            },
        );
        after.put(
            &Place::parse("opening.post").unwrap(),
            Answer::typed(crate::answers::Value::Text(" ".into())),
        );
        assert_eq!(differences(&questionnaire, &before, &Arc::new(after)), []);
    }
}
