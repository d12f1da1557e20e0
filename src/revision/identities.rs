//! Which instance of a newer questionnaire an instance of an older one becomes. Ids stay what they are unless two
//! sections have become one and both have used the same.

use super::routes::Routes;
use crate::answers::{Answers, Entry, Group, InstanceId, Place};
use crate::questionnaire::{NodeId, NodePath, Questionnaire};
use std::collections::{HashMap, HashSet};

/// The instances of older answers as those of a newer questionnaire.
#[derive(Debug)]
pub(super) struct Identities<'q> {
    old: &'q Questionnaire,
    new: &'q Questionnaire,
    routes: &'q Routes<'q>,
    /// By the old section or instance, and the repeated section that it has become an instance of.
    assigned: HashMap<(Place, NodeId), InstanceId>,
    taken: HashSet<(Place, InstanceId)>,
}

impl<'q> Identities<'q> {
    pub(super) fn new(
        old: &'q Questionnaire,
        new: &'q Questionnaire,
        routes: &'q Routes<'q>,
        answers: &Answers,
    ) -> Self {
        let mut identities = Self {
            old,
            new,
            routes,
            assigned: HashMap::new(),
            taken: HashSet::new(),
        };
        let sections = sections(answers);
        // Ids that are there come before ids that are made up.
        let mut reserved = HashSet::new();
        for place in &sections {
            if let Some(id) = place.instance() {
                reserved.extend(identities.repeated(place).into_iter().map(|to| (to, id.clone())));
            }
        }
        for place in &sections {
            for section in identities.repeated(place) {
                identities.assign(place, section, &reserved);
            }
        }
        identities
    }

    /// The sections that the writer repeats, of which an old section or instance becomes an instance.
    fn repeated(&self, place: &Place) -> Vec<NodeId> {
        let sections = place.path().map(|path| self.routes.sections(&path));
        let is_repeated = |id: &NodeId| self.is_root(*id);
        sections
            .unwrap_or_default()
            .into_iter()
            .filter(is_repeated)
            .collect()
    }

    /// Whether a section has instances of its own, not those of another one.
    fn is_root(&self, section: NodeId) -> bool {
        let node = self.new.node(section);
        node.is_repeating() && self.new.pair_root(section) == section
    }

    fn assign(&mut self, place: &Place, section: NodeId, reserved: &HashSet<(NodeId, InstanceId)>) {
        let Some(group) = self.around(place, section) else {
            return;
        };
        let free = |id: &InstanceId| !self.taken.contains(&(group.clone(), id.clone()));
        let own = place.instance().filter(|id| free(id)).cloned();
        let id = own.or_else(|| {
            let first = self.ordinal(place, section);
            let made_up = (first..).map(InstanceId::of_position);
            made_up
                .take(reserved.len() + self.taken.len() + 1)
                .find(|id| free(id) && !reserved.contains(&(section, id.clone())))
        });
        if let Some(id) = id {
            self.taken.insert((group, id.clone()));
            self.assigned.insert((place.clone(), section), id);
        }
    }

    /// Which of the former paths of a node a place has, from 1.
    fn ordinal(&self, place: &Place, node: NodeId) -> usize {
        let path = place.path();
        let was = &self.new.node(node).was;
        was.iter()
            .position(|former| Some(former) == path.as_ref())
            .unwrap_or(0)
            + 1
    }

    /// Where a repeated section stands as a whole, for what stood at an old place.
    fn around(&self, from: &Place, section: NodeId) -> Option<Place> {
        let node = self.new.node(section);
        let around = self.place(from, node.parent?)?;
        Some(around.child(node.name.as_ref()?.as_str()))
    }

    /// Where a node of the new questionnaire stands for what stood at an old place. `None` where it cannot be told in
    /// which instance.
    pub(super) fn place(&self, from: &Place, target: NodeId) -> Option<Place> {
        Place::of_node(self.new, target, |section| {
            self.instance(from, section, target).map(Some)
        })
    }

    /// Which instance of a repeated section around a node, for what stood at an old place.
    fn instance(&self, from: &Place, section: NodeId, target: NodeId) -> Option<InstanceId> {
        let root = self.new.pair_root(section);
        let mut at = Some(from.clone());
        while let Some(place) = at {
            let own = [
                (place.clone(), section),
                (place.clone(), root),
                (self.pair_root(&place), root),
            ];
            let assigned = own.iter().find_map(|key| self.assigned.get(key));
            if let Some(id) = assigned.or_else(|| self.unchanged(&place, section, root)) {
                return Some(id.clone());
            }
            at = place.parent();
        }
        // A question that was asked once is asked in a repeated section now: each of its former paths is an instance.
        let was_once = from.steps().iter().all(|step| step.instance.is_none());
        (section == root && was_once).then(|| InstanceId::of_position(self.ordinal(from, target)))
    }

    /// The id of an instance that is not in the tree, as of one that was removed or whose pair was.
    fn unchanged<'p>(&self, place: &'p Place, section: NodeId, root: NodeId) -> Option<&'p InstanceId> {
        let id = place.instance()?;
        let path = place.path()?;
        if !self.routes.sections(&path).contains(&section) {
            return None;
        }
        let known = self.old.find(&path);
        let old_root = known.map(|known| self.old.node(self.old.pair_root(known)).path.clone());
        let paired_alike =
            |old_root: &NodePath| *old_root != path && self.routes.sections(old_root).contains(&root);
        (section == root || old_root.as_ref().is_none_or(paired_alike)).then_some(id)
    }

    /// The instance that an old instance is paired with, through all pairs; itself where it is paired with none.
    fn pair_root(&self, place: &Place) -> Place {
        let (Some(id), Some(path)) = (place.instance(), place.path()) else {
            return place.clone();
        };
        let Some(section) = self.old.find(&path) else {
            return place.clone();
        };
        let root = self.old.pair_root(section);
        if root == section {
            return place.clone();
        }
        place.look_up(&self.old.node(root).path).with_instance(id)
    }

    /// The instance that a link leads to now. `None` where the instance is not in the tree.
    pub(super) fn link(
        &self,
        from: &Place,
        to: NodeId,
        now_to: NodeId,
        id: &InstanceId,
    ) -> Option<&InstanceId> {
        let linked = from.look_up(&self.old.node(to).path).with_instance(id);
        let root = self.new.pair_root(now_to);
        self.assigned
            .get(&(linked.clone(), root))
            .or_else(|| self.assigned.get(&(self.pair_root(&linked), root)))
    }

    /// The instances of the new questionnaire that an old one becomes, empty as it may be.
    pub(super) fn instances(&self, instance: &Place) -> Vec<Place> {
        let sections = instance.path().map(|path| self.routes.sections(&path));
        let repeating = sections
            .unwrap_or_default()
            .into_iter()
            .filter(|section| self.new.node(*section).is_repeating());
        repeating
            .filter_map(|section| self.place(instance, section))
            .collect()
    }
}

/// All sections and instances that a tree of answers holds, from the outside inwards.
pub(super) fn sections(answers: &Answers) -> Vec<Place> {
    fn walk(group: &Group, at: &Place, found: &mut Vec<Place>) {
        for (name, entry) in group.entries() {
            let place = at.child(name);
            match entry {
                Entry::Answer(_) => {}
                Entry::Group(group) => {
                    found.push(place.clone());
                    walk(group, &place, found);
                }
                Entry::Instances(instances) => {
                    for (id, group) in instances {
                        let place = place.with_instance(id);
                        found.push(place.clone());
                        walk(group, &place, found);
                    }
                }
            }
        }
    }
    let mut found = Vec::new();
    walk(answers.root(), &Place::root(), &mut found);
    found
}
