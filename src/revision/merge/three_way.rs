//! The merge itself: down both trees at once.

use super::{Conflict, Version, order};
use crate::answers::{Answer, Entry, Group, InstanceId, Place, Value};
use indexmap::IndexMap;
use std::collections::HashMap;
use std::sync::Arc;

/// Merges two groups, given what both come from and where they stand.
pub(super) fn groups(
    base: Option<&Group>,
    ours: &Group,
    theirs: &Group,
    at: &Place,
    conflicts: &mut Vec<Conflict>,
) -> Group {
    let only_theirs = theirs
        .entries()
        .map(|(name, _)| name)
        .filter(|name| ours.entry(name).is_none());
    let names: Vec<&str> = ours.entries().map(|(name, _)| name).chain(only_theirs).collect();
    let mut merged = Vec::with_capacity(names.len());
    for name in names {
        let place = at.child(name);
        let base = base.and_then(|base| base.entry(name));
        let entry = entries(base, ours.entry(name), theirs.entry(name), &place, conflicts);
        merged.extend(entry.map(|entry| (name.to_owned(), entry)));
    }
    merged.into_iter().collect()
}

fn entries(
    base: Option<&Entry>,
    ours: Option<&Entry>,
    theirs: Option<&Entry>,
    at: &Place,
    conflicts: &mut Vec<Conflict>,
) -> Option<Entry> {
    match (ours, theirs) {
        (None, None) => None,
        (Some(Entry::Answer(_)) | None, Some(Entry::Answer(_)) | None) => {
            let [base, ours, theirs] = [base, ours, theirs].map(answer);
            answers(base, ours, theirs, at, conflicts).map(Entry::Answer)
        }
        (Some(Entry::Group(_)) | None, Some(Entry::Group(_)) | None) => {
            let nothing = Group::default();
            let [base, ours, theirs] = [base, ours, theirs].map(group);
            let merged = groups(
                base,
                ours.unwrap_or(&nothing),
                theirs.unwrap_or(&nothing),
                at,
                conflicts,
            );
            Some(Entry::Group(Arc::new(merged)))
        }
        (Some(Entry::Instances(_)) | None, Some(Entry::Instances(_)) | None) => {
            let nothing = IndexMap::new();
            let [base, ours, theirs] = [base, ours, theirs].map(instances);
            let merged = sections(
                base,
                ours.unwrap_or(&nothing),
                theirs.unwrap_or(&nothing),
                at,
                conflicts,
            );
            Some(Entry::Instances(merged))
        }
        // The copies have different things under one name, as after a change by hand.
        (Some(ours), Some(theirs)) => {
            dispute(theirs, at, conflicts);
            Some(ours.clone())
        }
    }
}

fn answer(entry: Option<&Entry>) -> Option<&Arc<Answer>> {
    match entry {
        Some(Entry::Answer(answer)) => Some(answer),
        _ => None,
    }
}

fn group(entry: Option<&Entry>) -> Option<&Group> {
    match entry {
        Some(Entry::Group(group)) => Some(group),
        _ => None,
    }
}

type Instances = IndexMap<InstanceId, Arc<Group>>;

fn instances(entry: Option<&Entry>) -> Option<&Instances> {
    match entry {
        Some(Entry::Instances(instances)) => Some(instances),
        _ => None,
    }
}

/// Merges an answer. What is in dispute stays as it is in our copy, or as the one copy has it that still has it.
fn answers(
    base: Option<&Arc<Answer>>,
    ours: Option<&Arc<Answer>>,
    theirs: Option<&Arc<Answer>>,
    at: &Place,
    conflicts: &mut Vec<Conflict>,
) -> Option<Arc<Answer>> {
    let value = |answer: Option<&Arc<Answer>>| answer.map(|answer| answer.value.clone());
    if ours == theirs || theirs == base {
        return ours.cloned();
    }
    if ours == base {
        return theirs.cloned();
    }
    match (ours, theirs) {
        (Some(ours), Some(theirs)) if ours.value == theirs.value => {
            // Whoever has looked at it has looked at it for both.
            let (first, second) = if theirs.touched {
                (theirs, ours)
            } else {
                (ours, theirs)
            };
            Some(Arc::new(Answer {
                touched: first.touched || second.touched,
                draft: first.draft && second.draft,
                ..(**first).clone()
            }))
        }
        _ if value(theirs) == value(base) => ours.cloned(),
        _ if value(ours) == value(base) => theirs.cloned(),
        _ => {
            let version = |answer: Option<&Arc<Answer>>| answer.cloned().map(Version::Answer);
            conflicts.push(Conflict {
                place: at.clone(),
                ours: version(ours),
                theirs: version(theirs),
                base: version(base),
            });
            ours.or(theirs).cloned()
        }
    }
}

/// Merges the instances of a repeated section. One that was removed in one copy and changed in the other stays until
/// it is decided.
fn sections(
    base: Option<&Instances>,
    ours: &Instances,
    theirs: &Instances,
    at: &Place,
    conflicts: &mut Vec<Conflict>,
) -> Instances {
    let mut merged: Instances = IndexMap::new();
    for id in order::merged(base.map(IndexMap::keys), ours.keys(), theirs.keys()) {
        let place = at.with_instance(id);
        let before = base.and_then(|base| base.get(id));
        let group = match (ours.get(id), theirs.get(id)) {
            (Some(ours), Some(theirs)) => {
                let before = before.map(|before| &**before);
                Some(Arc::new(groups(before, ours, theirs, &place, conflicts)))
            }
            (Some(only), None) | (None, Some(only)) => match before {
                None => Some(only.clone()),
                Some(before) if holds_the_same(before, only) => None,
                Some(before) => {
                    let version = |group: Option<&Arc<Group>>| group.cloned().map(Version::Instance);
                    conflicts.push(Conflict {
                        place: place.clone(),
                        ours: version(ours.get(id)),
                        theirs: version(theirs.get(id)),
                        base: version(Some(before)),
                    });
                    Some(only.clone())
                }
            },
            (None, None) => None,
        };
        merged.extend(group.map(|group| (id.clone(), group)));
    }
    merged
}

/// Whether two groups hold the same values and instances, whatever else is known about them.
fn holds_the_same(one: &Group, other: &Group) -> bool {
    fn contents(group: &Group) -> HashMap<Place, Option<Value>> {
        let mut contents = HashMap::new();
        collect(group, &Place::root(), &mut contents);
        contents
    }
    fn collect(group: &Group, at: &Place, contents: &mut HashMap<Place, Option<Value>>) {
        for (name, entry) in group.entries() {
            let place = at.child(name);
            match entry {
                Entry::Answer(answer) => {
                    contents.insert(place, Some(answer.value.clone()));
                }
                Entry::Group(group) => collect(group, &place, contents),
                Entry::Instances(instances) => {
                    for (id, group) in instances {
                        let place = place.with_instance(id);
                        collect(group, &place, contents);
                        contents.insert(place, None);
                    }
                }
            }
        }
    }
    contents(one) == contents(other)
}

/// Every answer of the other copy that our copy has something else in the place of.
fn dispute(theirs: &Entry, at: &Place, conflicts: &mut Vec<Conflict>) {
    let mut push = |place: Place, answer: &Arc<Answer>| {
        conflicts.push(Conflict {
            place,
            ours: None,
            theirs: Some(Version::Answer(answer.clone())),
            base: None,
        });
    };
    fn walk(entry: &Entry, at: &Place, push: &mut dyn FnMut(Place, &Arc<Answer>)) {
        match entry {
            Entry::Answer(answer) => push(at.clone(), answer),
            Entry::Group(group) => {
                for (name, entry) in group.entries() {
                    walk(entry, &at.child(name), push);
                }
            }
            Entry::Instances(instances) => {
                for (id, group) in instances {
                    for (name, entry) in group.entries() {
                        walk(entry, &at.with_instance(id).child(name), push);
                    }
                }
            }
        }
    }
    walk(theirs, at, &mut push);
}
