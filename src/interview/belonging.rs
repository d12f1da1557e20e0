//! Changes to what belongs together: adding and linking across sections.

use super::pairs::{Linking, blank};
use super::stops::accepts_another;
use super::work::Work;
use crate::answers::{Answer, InstanceId, Place, Value};

impl Work {
    /// Adds an instance that is linked to another one, and gives its place. One that is there and holds no answer yet is
    /// taken first.
    pub fn add_linked(&mut self, linking: &Linking, to: &InstanceId, id: InstanceId) -> Option<Place> {
        let group = &linking.group;
        let blank = blank(self.outline(), group);
        if blank.is_none() && !accepts_another(self.outline(), self.outline().find(group)?) {
            return None;
        }
        let is_new = blank.is_none();
        let id = blank.unwrap_or(id);
        let instance = group.with_instance(&id);
        let link = Answer::typed(Value::Texts(vec![to.as_str().to_owned()]));
        let at = if is_new { group } else { &instance };
        let added = self.change(at, |answers| {
            (!is_new || answers.add_instance(group, id, usize::MAX))
                && answers
                    .put(&instance.child(linking.question.as_str()), link)
                    .is_none()
        });
        added.then_some(instance)
    }

    /// Links an instance to another one as well.
    pub fn link(&mut self, linking: &Linking, instance: &Place, to: &InstanceId) -> bool {
        self.relink(linking, instance, |ids| ids.push(to.as_str().to_owned()))
    }

    /// Takes the link from an instance to another one away; what else it is linked to stays.
    pub fn unlink(&mut self, linking: &Linking, instance: &Place, from: &InstanceId) -> bool {
        self.relink(linking, instance, |ids| ids.retain(|id| id != from.as_str()))
    }

    /// Changes what an instance is linked to. What is no list of links is left alone.
    fn relink(&mut self, linking: &Linking, instance: &Place, change: impl FnOnce(&mut Vec<String>)) -> bool {
        let question = instance.child(linking.question.as_str());
        let present = match self.answers().answer(&question).map(|answer| &answer.value) {
            Some(Value::Texts(ids)) => ids.clone(),
            Some(value) if !value.is_blank() => return false,
            _ => Vec::new(),
        };
        let mut ids = present.clone();
        change(&mut ids);
        if ids == present {
            return false;
        }
        self.change(instance, |answers| {
            answers.put(&question, Answer::typed(Value::Texts(ids)));
            true
        })
    }
}
