//! Answers as TOML: a repeated section is an array of tables whose `id` (or `for`, in a section that is paired with
//! another) ties them together; a file written by hand may leave both out, and pairs then go by position.

use super::tree::{Entry, Group};
use super::{Answer, Answers, InstanceId, Origin, Place, Removal, Removed, Value};
use crate::questionnaire::{NodeId, Questionnaire, Repetition};
use indexmap::IndexMap;
use std::collections::BTreeMap;
use std::sync::Arc;
use toml::Table;

/// The key of an instance's own id.
const ID: &str = "id";
/// The key of the id of the instance that it is paired with.
const FOR: &str = "for";

/// Something in an answers file that the questionnaire has no place for. It is kept all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// No node has this path.
    Unknown {
        /// Where it stands.
        place: Place,
    },
    /// A node has this path, but of another form: an answer where a section is, or the other way round.
    Misplaced {
        /// Where it stands.
        place: Place,
    },
    /// The same id twice; the later instance was given another.
    DuplicateId {
        /// The second instance.
        place: Place,
    },
}

/// Answers read from a file, and what was odd about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The answers, all of them.
    pub answers: Answers,
    /// What the questionnaire has no place for.
    pub remarks: Vec<Remark>,
}

/// Reads a table in the shape of the tree. Each answer gets the given origin.
pub fn read(mut table: Table, questionnaire: &Questionnaire, origin: Origin) -> Reading {
    let mut reader = Reader {
        questionnaire,
        origin,
        answers: Answers::default(),
        remarks: Vec::new(),
    };
    reader.section(&mut table, Some(Questionnaire::ROOT), &Place::root());
    Reading {
        answers: reader.answers,
        remarks: reader.remarks,
    }
}

struct Reader<'a> {
    questionnaire: &'a Questionnaire,
    origin: Origin,
    answers: Answers,
    remarks: Vec<Remark>,
}

impl Reader<'_> {
    /// Reads the entries of a section: first those that the questionnaire knows, in its order, so that a section
    /// comes before the ones paired with it; then the others.
    fn section(&mut self, table: &mut Table, node: Option<NodeId>, place: &Place) {
        let questionnaire = self.questionnaire;
        let children = node
            .map(|id| questionnaire.node(id).children.as_slice())
            .unwrap_or_default();
        let mut known = Vec::with_capacity(children.len());
        for &child in children {
            let Some(name) = questionnaire.node(child).name.as_ref() else {
                continue;
            };
            known.push(name.as_str());
            if let Some(value) = table.get_mut(name.as_str()) {
                self.entry(value, Some(child), &place.child(name.as_str()));
            }
        }
        let known: std::collections::HashSet<&str> = known.into_iter().collect();
        for (name, value) in table.iter_mut() {
            let is_tie = place.instance().is_some() && (name == ID || name == FOR);
            if !known.contains(name.as_str()) && !is_tie {
                let at = place.child(name);
                if node.is_some() {
                    self.remarks.push(Remark::Unknown { place: at.clone() });
                }
                self.entry(value, None, &at);
            }
        }
    }

    /// Reads an entry, and takes the value out of it: a session is nearly all values.
    fn entry(&mut self, value: &mut toml::Value, node: Option<NodeId>, place: &Place) {
        let is_section = node.map(|id| self.questionnaire.node(id).section().is_some());
        let repeats = node.map(|id| self.questionnaire.node(id).is_repeating());
        match value {
            toml::Value::Table(table) if is_section != Some(false) && repeats != Some(true) => {
                self.section(table, node, place);
            }
            toml::Value::Array(items)
                if repeats != Some(false) && !items.is_empty() && items.iter().all(toml::Value::is_table) =>
            {
                self.instances(items, node, place);
            }
            toml::Value::Array(items) if repeats == Some(true) && items.is_empty() => {}
            _ => {
                if is_section == Some(true) {
                    self.remarks.push(Remark::Misplaced { place: place.clone() });
                }
                let value = std::mem::replace(value, toml::Value::Boolean(false));
                let value = Value::from(value);
                let answer = match self.origin {
                    Origin::Typed => Answer::typed(value),
                    origin => Answer::untouched(value, origin),
                };
                if !answer.value.is_blank() {
                    self.answers.put(place, answer);
                }
            }
        }
    }

    fn instances(&mut self, items: &mut [toml::Value], node: Option<NodeId>, place: &Place) {
        let partners = node.and_then(|id| self.partners(id, place));
        // Positions beyond those in the file are free for ids that are there twice.
        let mut next = items.len();
        for (index, table) in items.iter_mut().filter_map(toml::Value::as_table_mut).enumerate() {
            let tie = table.get(ID).or_else(|| table.get(FOR));
            let given = tie.and_then(|tie| match tie {
                toml::Value::String(text) => InstanceId::new(text),
                toml::Value::Integer(number) => InstanceId::new(&number.to_string()),
                _ => None,
            });
            let by_position = || match &partners {
                Some(partners) => partners.get(index).cloned(),
                None => Some(InstanceId::of_position(index + 1)),
            };
            let mut id = given
                .or_else(by_position)
                .unwrap_or_else(|| InstanceId::of_position(index + 1));
            if !self.answers.add_instance(place, id.clone(), usize::MAX) {
                self.remarks.push(Remark::DuplicateId {
                    place: place.with_instance(&id),
                });
                id = self.free_id(place, &mut next);
                self.answers.add_instance(place, id.clone(), usize::MAX);
            }
            self.section(table, node, &place.with_instance(&id));
        }
    }

    /// An id that no instance of the section has: the first position after `last` that is none.
    fn free_id(&self, section: &Place, last: &mut usize) -> InstanceId {
        loop {
            *last += 1;
            let id = InstanceId::of_position(*last);
            if self.answers.group(&section.with_instance(&id)).is_none() {
                return id;
            }
        }
    }

    /// The instances that a section is paired with, in their order.
    fn partners(&self, node: NodeId, place: &Place) -> Option<Vec<InstanceId>> {
        let source = self.questionnaire.pair_root(node);
        if source == node {
            return None;
        }
        let path = &self.questionnaire.node(source).path;
        Some(self.answers.instances(&place.look_up(path)))
    }
}

/// What a file holds of answers: the values in the shape of the tree, and apart from them what is known about them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tables {
    /// The values.
    pub answers: Table,
    /// By place: origin, and whether touched or a draft; only of answers that are not simply typed.
    pub marks: Table,
    /// What was removed, oldest first.
    pub removed: Vec<toml::Value>,
}

/// Writes answers, in the order of the questionnaire; those that it has no place for come last.
pub fn write(answers: &Answers, questionnaire: &Questionnaire) -> Tables {
    let removed = answers
        .removed()
        .map(|record| removed_table(record, questionnaire))
        .collect();
    Tables {
        answers: write_group(answers.root(), questionnaire, Some(Questionnaire::ROOT)),
        marks: marks(answers.root(), &Place::root()),
        removed,
    }
}

fn write_group(group: &Group, questionnaire: &Questionnaire, node: Option<NodeId>) -> Table {
    let children = node
        .map(|id| questionnaire.node(id).children.as_slice())
        .unwrap_or_default();
    let mut entries: IndexMap<&str, (Option<NodeId>, &Entry)> = IndexMap::new();
    for &child in children {
        let Some(name) = questionnaire.node(child).name.as_ref() else {
            continue;
        };
        if let Some(entry) = group.entries.get(name.as_str()) {
            entries.insert(name.as_str(), (Some(child), entry));
        }
    }
    for (name, entry) in &group.entries {
        entries.entry(name).or_insert((None, entry));
    }
    let mut table = Table::new();
    for (name, (node, entry)) in entries {
        let value = match entry {
            Entry::Answer(answer) => toml::Value::from(&answer.value),
            Entry::Group(group) => {
                let table = write_group(group, questionnaire, node);
                // Of what nothing is left, nothing is written; it would not be read either.
                if table.is_empty() {
                    continue;
                }
                toml::Value::Table(table)
            }
            Entry::Instances(instances) if instances.is_empty() => continue,
            Entry::Instances(instances) => {
                let paired = node
                    .and_then(|id| questionnaire.node(id).section())
                    .is_some_and(|section| matches!(section.repetition, Repetition::ForEach(_)));
                let tie = if paired { FOR } else { ID };
                let item = |(id, group): (&InstanceId, &Arc<Group>)| {
                    let mut table = Table::new();
                    table.insert(tie.to_owned(), toml::Value::String(id.to_string()));
                    table.extend(write_group(group, questionnaire, node));
                    toml::Value::Table(table)
                };
                toml::Value::Array(instances.iter().map(item).collect())
            }
        };
        table.insert(name.to_owned(), value);
    }
    table
}

/// What is to be said of the answers in a group apart from their values, by place. In order, so that the same answers
/// give the same text however they came to be.
fn marks(group: &Group, at: &Place) -> Table {
    let mut marks = BTreeMap::new();
    group.visit(at, &mut |place, answer| {
        if let Some(mark) = mark(answer) {
            marks.insert(place.to_string(), mark);
        }
    });
    marks.into_iter().collect()
}

/// What is to be said of an answer apart from its value; nothing where the writer simply typed it.
fn mark(answer: &Answer) -> Option<toml::Value> {
    let mut mark = Table::new();
    if answer.origin != Origin::Typed {
        mark.insert("origin".to_owned(), answer.origin.name().into());
        mark.insert("touched".to_owned(), answer.touched.into());
    }
    if answer.draft {
        mark.insert("draft".to_owned(), true.into());
    }
    (!mark.is_empty()).then_some(toml::Value::Table(mark))
}

/// Puts the marks of [`Tables`] back on answers that have just been read.
pub fn apply_marks(answers: &mut Answers, marks: &Table) {
    let mut places = Vec::new();
    answers.visit(|place, answer| places.push((place, answer.clone())));
    for (place, mut answer) in places {
        let mark = marks.get(&place.to_string()).and_then(toml::Value::as_table);
        let origin = mark
            .and_then(|mark| mark.get("origin")?.as_str())
            .and_then(Origin::from_name);
        let flag = |name: &str| mark.and_then(|mark| mark.get(name)?.as_bool());
        answer.origin = origin.unwrap_or(Origin::Typed);
        // What the writer typed has been looked at; nor is it known where else it could have come from.
        answer.touched = answer.origin == Origin::Typed || flag("touched").unwrap_or(true);
        answer.draft = flag("draft").unwrap_or(false);
        answers.put(&place, answer);
    }
}

fn removed_table(record: &Removed, questionnaire: &Questionnaire) -> toml::Value {
    let mut table = Table::new();
    table.insert("at".to_owned(), record.at.into());
    match &record.what {
        Removal::Answer { place, answer } => {
            table.insert("answer".to_owned(), place.to_string().into());
            table.insert("value".to_owned(), toml::Value::from(&answer.value));
            if let Some(mark) = mark(answer) {
                table.insert("mark".to_owned(), mark);
            }
        }
        Removal::Instance {
            section,
            id,
            position,
            group,
        } => {
            let node = section.path().and_then(|path| questionnaire.find(&path));
            let place = section.with_instance(id);
            table.insert("instance".to_owned(), place.to_string().into());
            table.insert(
                "position".to_owned(),
                i64::try_from(*position).unwrap_or(i64::MAX).into(),
            );
            table.insert(
                "holds".to_owned(),
                toml::Value::Table(write_group(group, questionnaire, node)),
            );
            let marks = marks(group, &place);
            if !marks.is_empty() {
                table.insert("marks".to_owned(), toml::Value::Table(marks));
            }
        }
    }
    toml::Value::Table(table)
}

/// Reads the records of [`Tables::removed`] back into answers; those of a form that is not known are given back.
pub fn read_removed(
    answers: &mut Answers,
    records: &[toml::Value],
    questionnaire: &Questionnaire,
) -> Vec<toml::Value> {
    records
        .iter()
        .filter_map(|record| match read_record(record, questionnaire) {
            Some(removed) => {
                answers.push_removed(removed);
                None
            }
            None => Some(record.clone()),
        })
        .collect()
}

fn read_record(record: &toml::Value, questionnaire: &Questionnaire) -> Option<Removed> {
    let at = record.get("at")?.as_integer()?;
    let place_of = |key: &str| Place::parse(record.get(key)?.as_str()?);
    if let Some(place) = place_of("answer") {
        let mut holder = Answers::default();
        holder.put(&place, Answer::typed(Value::from(record.get("value")?.clone())));
        if let Some(mark) = record.get("mark") {
            apply_marks(
                &mut holder,
                &Table::from_iter([(place.to_string(), mark.clone())]),
            );
        }
        let answer = Arc::new(holder.answer(&place)?.clone());
        return Some(Removed {
            what: Removal::Answer { place, answer },
            at,
        });
    }
    let place = place_of("instance")?;
    let (section, id) = (place.without_instance(), place.instance()?.clone());
    let position = usize::try_from(record.get("position")?.as_integer()?).ok()?;
    let node = section.path().and_then(|path| questionnaire.find(&path));
    let mut reader = Reader {
        questionnaire,
        origin: Origin::Typed,
        answers: Answers::default(),
        remarks: Vec::new(),
    };
    // A record that cannot be read is kept as it is, so it is not taken apart.
    let mut holds = record.get("holds")?.as_table()?.clone();
    reader.section(&mut holds, node, &place);
    let mut answers = reader.answers;
    let marks = record.get("marks").and_then(toml::Value::as_table);
    apply_marks(&mut answers, marks.unwrap_or(&Table::new()));
    let group = Arc::new(answers.group(&place).cloned().unwrap_or_default());
    Some(Removed {
        what: Removal::Instance {
            section,
            id,
            position,
            group,
        },
        at,
    })
}
