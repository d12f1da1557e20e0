//! What belongs together across sections: an instance, what is paired with it, and what is linked to it.

use super::stops::accepts_another;
use crate::answers::{InstanceId, Place};
use crate::outline::{Form, ItemId, Meaning, Outline};
use crate::questionnaire::{Kind, NodeId, Reference, Repetition};
use std::collections::{HashMap, HashSet};

/// A repeated section with what other sections hold for each of its instances.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairTable {
    /// The repeated section as a whole.
    pub group: Place,
    /// The columns: the section itself, those paired with it, those that link to it.
    pub columns: Vec<Column>,
    /// One row per instance.
    pub rows: Vec<PairRow>,
    /// What is linked to no instance, in each column: the first one, of the instances themselves, stays empty.
    pub unlinked: Vec<Vec<ItemId>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its short name.
    pub title: String,
    /// How its instances are linked to those of the rows, where they are.
    pub linking: Option<Linking>,
}

/// How the instances of one section are linked to those of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linking {
    /// The section that links, as a whole.
    pub group: Place,
    /// The name of the question in it that holds the links.
    pub question: String,
}

/// An instance with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairRow {
    /// The instance.
    pub instance: Place,
    /// The instances in each column; none in a column is a gap.
    pub cells: Vec<Vec<ItemId>>,
}

/// What a repeated section is followed up in.
enum Follower {
    /// A section that has one instance for each of its own.
    Paired(ItemId),
    /// A section whose instances link to its own, by the question of this name.
    Linked(ItemId, NodeId),
}

/// All repeated sections that others are paired with or link to.
pub fn tables(outline: &Outline) -> Vec<PairTable> {
    let groups = outline.items().filter(|(_, item)| item.form == Form::Group);
    groups.filter_map(|(id, _)| table(outline, id)).collect()
}

fn table(outline: &Outline, group: ItemId) -> Option<PairTable> {
    let item = outline.get(group)?;
    let section = outline.node(item).section()?;
    if !matches!(section.repetition, Repetition::Repeat { .. }) {
        return None;
    }
    let followers = followers(outline, item.node);
    if followers.is_empty() {
        return None;
    }
    let own = Column {
        title: outline.title(group),
        linking: None,
    };
    let columns = followers.iter().map(|follower| column(outline, follower));
    let columns = [own].into_iter().chain(columns).collect();
    let mut following: Vec<ByOwner> = followers.iter().map(|follower| all(outline, follower)).collect();
    let rows = outline.children(group).filter_map(|(id, instance)| {
        let own = instance.place.instance()?;
        let found = following
            .iter_mut()
            .map(|following| following.remove(own).unwrap_or_default());
        Some(PairRow {
            instance: instance.place.clone(),
            cells: [vec![id]].into_iter().chain(found).collect(),
        })
    });
    let rows: Vec<PairRow> = rows.collect();
    let unlinked = followers.iter().zip(1..).map(|(follower, column)| {
        let linked: HashSet<ItemId> = rows
            .iter()
            .filter_map(|row| row.cells.get(column))
            .flatten()
            .copied()
            .collect();
        match follower {
            Follower::Paired(_) => Vec::new(),
            Follower::Linked(section, _) => outline
                .children(*section)
                .filter(|(id, item)| !linked.contains(id) && holds_answers(outline, &item.place))
                .map(|(id, _)| id)
                .collect(),
        }
    });
    Some(PairTable {
        group: item.place.clone(),
        columns,
        unlinked: [Vec::new()].into_iter().chain(unlinked).collect(),
        rows,
    })
}

fn column(outline: &Outline, follower: &Follower) -> Column {
    let (id, linking) = match follower {
        Follower::Paired(id) => (*id, None),
        Follower::Linked(id, question) => {
            let name = outline.questionnaire().node(*question).name.as_ref();
            let linking = outline.get(*id).zip(name).map(|(item, name)| Linking {
                group: item.place.clone(),
                question: name.as_str().to_owned(),
            });
            (*id, linking)
        }
    };
    Column {
        title: outline.title(id),
        linking,
    }
}

/// The sections that follow up a repeated section, in the order of the document.
fn followers(outline: &Outline, node: NodeId) -> Vec<Follower> {
    let groups = outline.items().filter(|(_, item)| item.form == Form::Group);
    groups
        .filter_map(|(id, item)| {
            let questionnaire = outline.questionnaire();
            if outline.node(item).section()?.repetition == Repetition::ForEach(node) {
                return Some(Follower::Paired(id));
            }
            let links = |child: &&NodeId| {
                let kind = questionnaire
                    .node(**child)
                    .question()
                    .map(|question| &question.kind);
                matches!(kind, Some(Kind::Links { to, .. }) if *to == node)
            };
            outline
                .node(item)
                .children
                .iter()
                .find(links)
                .map(|child| Follower::Linked(id, *child))
        })
        .collect()
}

/// The instances of a follower, by the instance that they belong to.
type ByOwner = HashMap<InstanceId, Vec<ItemId>>;

fn all(outline: &Outline, follower: &Follower) -> ByOwner {
    let mut all = ByOwner::new();
    let (Follower::Paired(group) | Follower::Linked(group, _)) = follower;
    for (id, item) in outline.children(*group) {
        let owners = match follower {
            Follower::Paired(_) => item.place.instance().cloned().into_iter().collect(),
            Follower::Linked(_, question) => links(outline, item, *question),
        };
        for owner in owners {
            let found = all.entry(owner).or_default();
            // It may be linked to the same one twice.
            if found.last() != Some(&id) {
                found.push(id);
            }
        }
    }
    all
}

/// The instances that are there only because an instance is: those of the sections paired with its own.
pub fn paired_with(outline: &Outline, instance: &Place) -> Vec<ItemId> {
    let group = outline.find(&instance.without_instance());
    let (Some(own), Some(group)) = (instance.instance(), group.and_then(|id| outline.get(id))) else {
        return Vec::new();
    };
    followers(outline, group.node)
        .iter()
        .filter(|follower| matches!(follower, Follower::Paired(_)))
        .flat_map(|follower| all(outline, follower).remove(own).unwrap_or_default())
        .collect()
}

/// The short names of the sections in which something is there only because an instance is.
pub fn paired_titles(outline: &Outline, instance: &Place) -> Vec<String> {
    paired_with(outline, instance)
        .into_iter()
        .filter_map(|id| outline.get(id)?.parent)
        .map(|group| outline.title(group))
        .collect()
}

/// Whether an instance holds an answer, or one that is there only because of it does.
pub fn holds_answers(outline: &Outline, instance: &Place) -> bool {
    let paired = paired_with(outline, instance).into_iter();
    let places = paired.filter_map(|id| outline.get(id)).map(|item| &item.place);
    let mut is_held = false;
    for place in [instance].into_iter().chain(places) {
        if let Some(group) = outline.answers().group(place) {
            group.visit(place, &mut |_, answer| is_held |= !answer.value.is_blank());
        }
    }
    is_held
}

/// A paired section, and the one that decides which instances it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Following {
    /// The paired section as a whole.
    pub own: ItemId,
    /// The section that decides, as a whole.
    pub source: ItemId,
    /// The instance in it that the present one is there for; none outside of any.
    pub partner: Option<ItemId>,
}

/// The nearest paired section around an item.
pub fn following_around(outline: &Outline, id: ItemId) -> Option<Following> {
    let mut at = Some(id);
    let mut instance = None;
    while let Some(id) = at {
        let item = outline.get(id)?;
        let repetition = outline.node(item).section().map(|section| section.repetition);
        match (item.form, repetition) {
            (Form::Instance { .. }, _) => instance = item.place.instance().cloned(),
            (Form::Group, Some(Repetition::ForEach(_))) => {
                let root = outline.questionnaire().pair_root(item.node);
                let source = outline.resolve(&item.place, Reference::Node(root))?;
                let partner = instance.and_then(|own| outline.find(&source.with_instance(&own)));
                return Some(Following {
                    own: id,
                    source: outline.find(&source)?,
                    partner,
                });
            }
            _ => {}
        }
        at = item.parent;
    }
    None
}

/// What an instance links to by a question of its own.
fn links(outline: &Outline, instance: &crate::outline::Item, question: NodeId) -> Vec<InstanceId> {
    let name = outline.questionnaire().node(question).name.as_ref();
    let asked = name.and_then(|name| outline.find(&instance.place.child(name.as_str())));
    match asked.and_then(|id| outline.meaning(outline.get(id)?)) {
        Some(Meaning::Links(ids)) => ids,
        _ => Vec::new(),
    }
}

/// What several instances share the nearest one around a place: the short names of those that it is linked to, where they
/// are more than one.
pub fn shared_by(outline: &Outline, place: &Place) -> Vec<String> {
    let mut at = Some(outline.nearest(place));
    while let Some((id, item)) = at.and_then(|id| Some((id, outline.get(id)?))) {
        if matches!(item.form, Form::Instance { .. }) {
            let owners = linked_to(outline, id);
            let titles = owners.into_iter().map(|owner| outline.title(owner));
            return Some(titles.collect())
                .filter(|titles: &Vec<String>| titles.len() > 1)
                .unwrap_or_default();
        }
        at = item.parent;
    }
    Vec::new()
}

/// The instances that an instance is linked to, each once.
fn linked_to(outline: &Outline, instance: ItemId) -> Vec<ItemId> {
    let Some(item) = outline.get(instance) else {
        return Vec::new();
    };
    let questionnaire = outline.questionnaire();
    let mut found = Vec::new();
    for child in &outline.node(item).children {
        let kind = questionnaire
            .node(*child)
            .question()
            .map(|question| &question.kind);
        let Some(Kind::Links { to, .. }) = kind else {
            continue;
        };
        let Some(group) = outline.resolve(&item.place, Reference::Node(*to)) else {
            continue;
        };
        for id in links(outline, item, *child) {
            if let Some(owner) = outline.find(&group.with_instance(&id))
                && !found.contains(&owner)
            {
                found.push(owner);
            }
        }
    }
    found
}

/// What is gone through with an instance, right after it.
pub(super) struct Together {
    /// The instance.
    pub(super) instance: ItemId,
    /// What follows it up, each thing with the first instance that it belongs to, so that going through all of them comes
    /// to each once.
    pub(super) followers: Vec<ItemId>,
    /// Whether something could be added that follows it up, where nothing does yet.
    pub(super) lacks: bool,
}

/// What is gone through with each instance of a section that others follow up.
pub(super) fn together(outline: &Outline) -> Vec<Together> {
    let mut taken = HashSet::new();
    let mut found = Vec::new();
    for table in tables(outline) {
        for row in &table.rows {
            let Some(instance) = outline.find(&row.instance) else {
                continue;
            };
            let followers = row.cells.iter().skip(1).flatten().copied();
            let mut columns = table.columns.iter().zip(&row.cells);
            found.push(Together {
                instance,
                followers: followers.filter(|id| taken.insert(*id)).collect(),
                lacks: columns.any(|(column, cell)| is_lacking(outline, column, cell)),
            });
        }
    }
    found
}

/// The sections that follow up an instance, each with what it holds for it.
pub fn followed_up(outline: &Outline, instance: &Place) -> Vec<(Column, Vec<ItemId>)> {
    let group = outline.find(&instance.without_instance());
    let Some(table) = group.and_then(|group| table(outline, group)) else {
        return Vec::new();
    };
    let row = table.rows.into_iter().find(|row| row.instance == *instance);
    let cells = row.map(|row| row.cells).unwrap_or_default();
    table.columns.into_iter().zip(cells).skip(1).collect()
}

/// The first column in which nothing is linked to an instance, though something could be added there.
pub fn lacking(outline: &Outline, instance: &Place) -> Option<Column> {
    let columns = followed_up(outline, instance).into_iter();
    let mut lacking = columns.filter(|(column, cell)| is_lacking(outline, column, cell));
    lacking.next().map(|(column, _)| column)
}

/// Whether a column holds nothing that is linked, though something could be added there.
fn is_lacking(outline: &Outline, column: &Column, cell: &[ItemId]) -> bool {
    let takes = |linking| takes_one(outline, linking);
    cell.is_empty() && column.linking.as_ref().is_some_and(takes)
}

/// Whether one that is linked can be added: there is room for it, or a blank one to take.
pub fn takes_one(outline: &Outline, linking: &Linking) -> bool {
    let group = outline.find(&linking.group);
    group.is_some_and(|group| accepts_another(outline, group)) || blank(outline, &linking.group).is_some()
}

/// The instances of the section that links which could be linked to an instance as well: those that hold something, and are
/// not linked to it yet.
pub fn linkable(outline: &Outline, linking: &Linking, to: &Place) -> Vec<ItemId> {
    let Some(group) = outline.find(&linking.group) else {
        return Vec::new();
    };
    let is_linked = |instance: &Place| {
        let question = outline.find(&instance.child(linking.question.as_str()));
        match question.and_then(|id| outline.meaning(outline.get(id)?)) {
            Some(Meaning::Links(ids)) => ids.iter().any(|id| Some(id) == to.instance()),
            _ => false,
        }
    };
    let holds_something = |instance: &Place| {
        let held = outline.answers().group(instance);
        held.is_some_and(|held| held.first_answer().is_some())
    };
    let found = outline.children(group);
    found
        .filter(|(_, item)| holds_something(&item.place) && !is_linked(&item.place))
        .map(|(id, _)| id)
        .collect()
}

/// The first instance of a group that holds no answer yet.
pub(super) fn blank(outline: &Outline, group: &Place) -> Option<InstanceId> {
    let answers = outline.answers();
    let is_blank = |id: &InstanceId| {
        let held = answers.group(&group.with_instance(id));
        held.is_some_and(|held| held.first_answer().is_none())
    };
    answers.instances(group).into_iter().find(is_blank)
}
