//! The answers in the shape of the tree.
//!
//! Groups are shared between copies, so that a copy for undo or for the writer thread costs next to nothing.

use super::{Answer, InstanceId, Place, Removal, Removed, Step};
use indexmap::IndexMap;
use std::sync::Arc;

/// All answers of a session, with what was removed from them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answers {
    root: Arc<Group>,
    removed: Vec<Arc<Removed>>,
}

/// The answers inside one section.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Group {
    pub(super) entries: IndexMap<String, Entry>,
}

/// What stands under one name.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// The answer to a question.
    Answer(Arc<Answer>),
    /// A section that is there once.
    Group(Arc<Group>),
    /// The instances of a repeated section, in their order.
    Instances(IndexMap<InstanceId, Arc<Group>>),
}

impl FromIterator<(String, Entry)> for Group {
    fn from_iter<I: IntoIterator<Item = (String, Entry)>>(entries: I) -> Self {
        Self {
            entries: entries.into_iter().collect(),
        }
    }
}

impl Group {
    /// What stands in it, under which name.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = (&str, &Entry)> {
        self.entries.iter().map(|(name, entry)| (name.as_str(), entry))
    }

    /// What stands under a name.
    pub fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.get(name)
    }

    /// The answer to the question of this name.
    pub fn answer(&self, name: &str) -> Option<&Answer> {
        match self.entries.get(name)? {
            Entry::Answer(answer) => Some(answer),
            Entry::Group(_) | Entry::Instances(_) => None,
        }
    }

    /// The section of this name that is not repeated.
    pub fn group(&self, name: &str) -> Option<&Group> {
        match self.entries.get(name)? {
            Entry::Group(group) => Some(group),
            Entry::Answer(_) | Entry::Instances(_) => None,
        }
    }

    /// The instance of this id of the repeated section of this name.
    pub fn instance(&self, name: &str, id: &InstanceId) -> Option<&Group> {
        match self.entries.get(name)? {
            Entry::Instances(instances) => instances.get(id).map(|group| &**group),
            Entry::Answer(_) | Entry::Group(_) => None,
        }
    }

    /// The instances of the repeated section of this name, in their order.
    pub fn instances(&self, name: &str) -> impl Iterator<Item = &InstanceId> {
        let instances = match self.entries.get(name) {
            Some(Entry::Instances(instances)) => Some(instances),
            _ => None,
        };
        instances.into_iter().flat_map(|instances| instances.keys())
    }

    /// The first answer in it, by which a person knows it again.
    pub fn first_answer(&self) -> Option<&Answer> {
        self.entries.values().find_map(|entry| match entry {
            Entry::Answer(answer) => Some(&**answer),
            Entry::Group(group) => group.first_answer(),
            Entry::Instances(instances) => instances.values().find_map(|group| group.first_answer()),
        })
    }

    fn step(&self, step: &Step) -> Option<&Group> {
        match &step.instance {
            Some(id) => self.instance(&step.name, id),
            None => self.group(&step.name),
        }
    }

    /// The group at a step down, made where it is missing. An answer in the way is `None`: it is not overwritten.
    fn step_mut(&mut self, step: &Step) -> Option<&mut Group> {
        let entry = self
            .entries
            .entry(step.name.to_string())
            .or_insert_with(|| match step.instance {
                Some(_) => Entry::Instances(IndexMap::new()),
                None => Entry::Group(Arc::default()),
            });
        match (entry, &step.instance) {
            (Entry::Group(group), None) => Some(Arc::make_mut(group)),
            (Entry::Instances(instances), Some(id)) => {
                Some(Arc::make_mut(instances.entry(id.clone()).or_default()))
            }
            _ => None,
        }
    }

    /// Every answer in it with its place, given the group's own.
    pub fn visit<'a>(&'a self, at: &Place, visitor: &mut dyn FnMut(Place, &'a Answer)) {
        for (name, entry) in &self.entries {
            let place = at.child(name);
            match entry {
                Entry::Answer(answer) => visitor(place, answer),
                Entry::Group(group) => group.visit(&place, visitor),
                Entry::Instances(instances) => {
                    for (id, group) in instances {
                        group.visit(&place.with_instance(id), visitor);
                    }
                }
            }
        }
    }
}

impl Answers {
    /// Answers that were put together from a tree and what was removed, the oldest first.
    pub fn of(root: Group, removed: impl IntoIterator<Item = Removed>) -> Self {
        Self {
            root: Arc::new(root),
            removed: removed.into_iter().map(Arc::new).collect(),
        }
    }

    /// The answers at the top of the tree.
    pub fn root(&self) -> &Group {
        &self.root
    }

    /// The group of a section (of an instance).
    pub fn group(&self, place: &Place) -> Option<&Group> {
        place
            .steps()
            .iter()
            .try_fold(&*self.root, |group, step| group.step(step))
    }

    /// The answer at a place.
    pub fn answer(&self, place: &Place) -> Option<&Answer> {
        let (last, front) = place.steps().split_last()?;
        front
            .iter()
            .try_fold(&*self.root, |group, step| group.step(step))?
            .answer(&last.name)
    }

    /// Every answer with its place, in the order in which they stand.
    pub fn visit<'a>(&'a self, mut visitor: impl FnMut(Place, &'a Answer)) {
        self.root.visit(&Place::root(), &mut visitor);
    }

    /// Puts an answer at a place and gives back the one that stood there. Where a section stands in the way, nothing
    /// is changed and the new answer is given back. An answer where a section must be, from a file that somebody has
    /// written by hand, makes way and is recorded as removed.
    pub fn put(&mut self, place: &Place, answer: Answer) -> Option<Answer> {
        if self.parent_mut(place).is_none() {
            self.make_way(place.parent());
        }
        let Some((last, group)) = self.parent_mut(place) else {
            return Some(answer);
        };
        match group.entries.get_mut(&*last) {
            Some(Entry::Answer(present)) => {
                Some(Arc::unwrap_or_clone(std::mem::replace(present, Arc::new(answer))))
            }
            Some(_) => Some(answer),
            None => {
                group
                    .entries
                    .insert(last.to_string(), Entry::Answer(Arc::new(answer)));
                None
            }
        }
    }

    /// Takes an answer out and keeps a record of it. `at` is in seconds since 1970. Blank answers leave no record.
    pub fn clear(&mut self, place: &Place, at: i64) -> bool {
        if self.answer(place).is_none() {
            return false;
        }
        let Some((last, group)) = self.parent_mut(place) else {
            return false;
        };
        let Some(Entry::Answer(answer)) = group.entries.shift_remove(&*last) else {
            return false;
        };
        if !answer.value.is_blank() {
            self.removed.push(Arc::new(Removed {
                what: Removal::Answer {
                    place: place.clone(),
                    answer,
                },
                at,
            }));
        }
        true
    }

    /// The instances of a repeated section, in their order.
    pub fn instances(&self, section: &Place) -> Vec<InstanceId> {
        let found = section.steps().split_last().and_then(|(last, front)| {
            let around = front
                .iter()
                .try_fold(&*self.root, |group, step| group.step(step))?;
            Some(around.instances(&last.name).cloned().collect())
        });
        found.unwrap_or_default()
    }

    /// Adds an empty instance at a position, the end where it is past it. False where the id is there already.
    pub fn add_instance(&mut self, section: &Place, id: InstanceId, position: usize) -> bool {
        self.insert_group(section, id, position, Arc::default())
    }

    /// Copies an instance with all that it holds, right behind it. False where it is not there, or the new id is taken.
    pub fn copy_instance(&mut self, section: &Place, id: &InstanceId, new: InstanceId) -> bool {
        let Some(instances) = self.instances_mut(section) else {
            return false;
        };
        let Some((position, _, group)) = instances.get_full(id) else {
            return false;
        };
        let group = group.clone();
        self.insert_group(section, new, position + 1, group)
    }

    /// Takes an instance out and keeps a record of it. `at` is in seconds since 1970.
    pub fn remove_instance(&mut self, section: &Place, id: &InstanceId, at: i64) -> bool {
        let Some(instances) = self.instances_mut(section) else {
            return false;
        };
        let Some((position, id, group)) = instances.shift_remove_full(id) else {
            return false;
        };
        let what = Removal::Instance {
            section: section.clone(),
            id,
            position,
            group,
        };
        self.removed.push(Arc::new(Removed { what, at }));
        true
    }

    /// Moves an instance to another position. False where it does not stand there.
    pub fn move_instance(&mut self, section: &Place, id: &InstanceId, to: usize) -> bool {
        let Some(instances) = self.instances_mut(section) else {
            return false;
        };
        let Some(from) = instances.get_index_of(id) else {
            return false;
        };
        let to = to.min(instances.len().saturating_sub(1));
        instances.move_index(from, to);
        from != to
    }

    /// What was removed, oldest first.
    pub fn removed(&self) -> impl DoubleEndedIterator<Item = &Removed> + ExactSizeIterator {
        self.removed.iter().map(|removed| &**removed)
    }

    /// Whether a section has an instance of this id, or had one that can be brought back.
    pub fn has_had_instance(&self, section: &Place, id: &InstanceId) -> bool {
        let was = |removed: &Removed| match &removed.what {
            Removal::Instance {
                section: of,
                id: removed,
                ..
            } => of == section && removed == id,
            Removal::Answer { .. } => false,
        };
        self.group(&section.with_instance(id)).is_some() || self.removed().any(was)
    }

    /// Brings back what was removed and gives its place. What has taken its place meanwhile is recorded as removed in
    /// turn. `None` where there is no such record or no place for it any more.
    pub fn restore(&mut self, index: usize, at: i64) -> Option<Place> {
        let record = self.removed.get(index)?.clone();
        match &record.what {
            Removal::Answer { place, answer } => {
                self.clear(place, at);
                if self.put(place, (**answer).clone()).is_some() {
                    return None;
                }
            }
            Removal::Instance {
                section,
                id,
                position,
                group,
            } => {
                self.remove_instance(section, id, at);
                if !self.insert_group(section, id.clone(), *position, group.clone()) {
                    return None;
                }
            }
        }
        self.removed.retain(|kept| !Arc::ptr_eq(kept, &record));
        Some(record.what.place())
    }

    /// Lets go of the record of a text that was never finished, and so never an answer. False where the record is of
    /// something else: from that an answer comes back.
    pub fn discard_unfinished(&mut self, index: usize) -> bool {
        let is_unfinished = self
            .removed
            .get(index)
            .is_some_and(|record| record.is_unfinished());
        if is_unfinished {
            self.removed.remove(index);
        }
        is_unfinished
    }

    /// Takes an instance out without a record, if it holds no answer.
    pub fn drop_blank_instance(&mut self, section: &Place, id: &InstanceId) -> bool {
        let group = self.group(&section.with_instance(id));
        if group.is_none_or(|group| group.first_answer().is_some()) {
            return false;
        }
        let instances = self.instances_mut(section);
        instances.is_some_and(|instances| instances.shift_remove(id).is_some())
    }

    /// Puts something on record as removed that is not, or no longer, in the tree.
    pub fn push_removed(&mut self, removed: Removed) {
        self.removed.push(Arc::new(removed));
    }

    /// Inserts a group as an instance. False where the id is there already or an answer is in the way.
    pub(super) fn insert_group(
        &mut self,
        section: &Place,
        id: InstanceId,
        position: usize,
        group: Arc<Group>,
    ) -> bool {
        if self.instances_mut(section).is_none() {
            self.make_way(Some(section.clone()));
        }
        let Some(instances) = self.instances_mut(section) else {
            return false;
        };
        if instances.contains_key(&id) {
            return false;
        }
        instances.shift_insert(position.min(instances.len()), id, group);
        true
    }

    /// Takes out the answers that stand where a section and those around it must be.
    fn make_way(&mut self, section: Option<Place>) {
        let mut around = section;
        while let Some(place) = around {
            self.clear(&place.without_instance(), Removed::AT_NO_KNOWN_TIME);
            around = place.parent();
        }
    }

    fn parent_mut(&mut self, place: &Place) -> Option<(Arc<str>, &mut Group)> {
        let (last, front) = place.steps().split_last()?;
        let root = Arc::make_mut(&mut self.root);
        let group = front.iter().try_fold(root, |group, step| group.step_mut(step))?;
        Some((last.name.clone(), group))
    }

    fn instances_mut(&mut self, section: &Place) -> Option<&mut IndexMap<InstanceId, Arc<Group>>> {
        let (name, group) = self.parent_mut(section)?;
        let entry = group
            .entries
            .entry(name.to_string())
            .or_insert_with(|| Entry::Instances(IndexMap::new()));
        match entry {
            Entry::Instances(instances) => Some(instances),
            Entry::Answer(_) | Entry::Group(_) => None,
        }
    }
}
