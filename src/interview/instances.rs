//! Changes to repeated sections: adding, removing and moving instances, and what is around an item to do that to.

use super::stops;
use super::work::Work;
use crate::answers::{InstanceId, Place};
use crate::outline::{Form, ItemId};
use crate::questionnaire::Repetition;

impl Work {
    /// Adds an instance to a group, after one of its instances or at the end, and gives its place.
    pub fn add_instance(
        &mut self,
        group: &Place,
        after: Option<&InstanceId>,
        id: InstanceId,
    ) -> Option<Place> {
        let item = self.outline().find(group)?;
        if !stops::accepts_another(self.outline(), item) {
            return None;
        }
        let present = self.answers().instances(group);
        let position = after
            .and_then(|after| present.iter().position(|id| id == after))
            .map(|at| at + 1);
        let added = self.change(group, |answers| {
            answers.add_instance(group, id.clone(), position.unwrap_or(usize::MAX))
        });
        added.then(|| group.with_instance(&id))
    }

    /// An id that no instance of a group has, nor one that was removed from it and may come back, from random bits.
    pub fn free_id(&self, group: &Place, mut bits: impl FnMut() -> u32) -> InstanceId {
        loop {
            let id = InstanceId::from_bits(bits());
            if !self.answers().has_had_instance(group, &id) {
                return id;
            }
        }
    }

    /// Takes out an instance of a repeated section; it is kept among what was removed. `at` is in seconds since 1970.
    pub fn remove_instance(&mut self, instance: &Place, at: i64) -> bool {
        let Some(id) = instance.instance().cloned() else {
            return false;
        };
        let group = instance.without_instance();
        let before = self.answers().instances(&group);
        self.stand_ins.remove(instance);
        let removed = self.change(instance, |answers| answers.remove_instance(&group, &id, at));
        let present = self.answers().instances(&group);
        if let Some(stand_in) = present.into_iter().find(|id| !before.contains(id)) {
            self.stand_ins.insert(instance.clone(), stand_in);
        }
        removed
    }

    /// Moves an instance of a repeated section by so many places.
    pub fn move_instance(&mut self, instance: &Place, by: isize) -> bool {
        let Some(id) = instance.instance().cloned() else {
            return false;
        };
        let group = instance.without_instance();
        let present = self.answers().instances(&group);
        let Some(from) = present.iter().position(|other| *other == id) else {
            return false;
        };
        let to = from
            .saturating_add_signed(by)
            .min(present.len().saturating_sub(1));
        self.change(instance, |answers| answers.move_instance(&group, &id, to))
    }

    /// The nearest instance around an item (itself included) that the writer can remove or move: one of a section that
    /// is repeated, not paired.
    pub fn instance_around(&self, id: ItemId) -> Option<Place> {
        let mut at = Some(id);
        while let Some(id) = at {
            let item = self.outline().get(id)?;
            if let (Form::Instance { .. }, Some(section)) = (item.form, self.outline().node(item).section())
                && matches!(section.repetition, Repetition::Repeat { .. })
            {
                return Some(item.place.clone());
            }
            at = item.parent;
        }
        None
    }

    /// The group that an item is, belongs to, or lies in, if instances can be added to it.
    pub fn group_around(&self, id: ItemId) -> Option<Place> {
        let item = self.outline().get(id)?;
        if stops::accepts_another(self.outline(), id) {
            return Some(item.place.clone());
        }
        let group = self
            .outline()
            .find(&self.instance_around(id)?.without_instance())?;
        let accepts = stops::accepts_another(self.outline(), group);
        self.outline()
            .get(group)
            .filter(|_| accepts)
            .map(|item| item.place.clone())
    }

    /// How many instances there may be in the group that an item is, or lies in, where there are as many.
    pub fn limit_reached(&self, id: ItemId) -> Option<usize> {
        let around = || {
            let instance = self.instance_around(id)?;
            self.outline().find(&instance.without_instance())
        };
        stops::limit_reached(self.outline(), id).or_else(|| stops::limit_reached(self.outline(), around()?))
    }
}
