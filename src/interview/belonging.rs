//! Changes to what belongs together: adding, linking and copying across sections.

use super::pairs::{Linking, blank, followed_up, paired_with};
use super::stops::accepts_another;
use super::work::Work;
use crate::answers::{Answer, Answers, InstanceId, Place, Value};

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

    /// Copies an instance of a repeated section with all that it holds and with what is paired with it, links to the copy what
    /// is linked to it, and gives the copy's place.
    pub fn copy_instance(&mut self, instance: &Place, new: InstanceId) -> Option<Place> {
        let id = instance.instance()?.clone();
        let group = instance.without_instance();
        if !accepts_another(self.outline(), self.outline().find(&group)?) {
            return None;
        }
        let paired = self.paired_groups(instance);
        let links = self.links_to(instance);
        let copied = self.change(instance, |answers| {
            for group in &paired {
                answers.copy_instance(group, &id, new.clone());
            }
            for question in links {
                link_copy(answers, &question, &id, &new);
            }
            answers.copy_instance(&group, &id, new.clone())
        });
        copied.then(|| group.with_instance(&new))
    }

    /// The sections in which something is there only because an instance is, as wholes.
    fn paired_groups(&self, instance: &Place) -> Vec<Place> {
        let outline = self.outline();
        let mut found = Vec::new();
        let mut around = vec![instance.clone()];
        while let Some(instance) = around.pop() {
            let paired = paired_with(outline, &instance);
            let places = paired.into_iter().filter_map(|id| outline.get(id));
            for place in places.map(|item| item.place.clone()) {
                found.push(place.without_instance());
                around.push(place);
            }
        }
        found
    }

    /// The answers by which something is linked to an instance.
    fn links_to(&self, instance: &Place) -> Vec<Place> {
        let outline = self.outline();
        let followed_up = followed_up(outline, instance).into_iter();
        let links = followed_up.filter_map(|(column, ids)| Some((column.linking?, ids)));
        links
            .flat_map(|(linking, ids)| {
                let question = move |id| Some(outline.get(id)?.place.child(linking.question.as_str()));
                ids.into_iter().filter_map(question)
            })
            .collect()
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

/// Has what is linked to an instance linked to its copy as well, right behind it.
fn link_copy(answers: &mut Answers, question: &Place, id: &InstanceId, copy: &InstanceId) {
    let Some(mut answer) = answers.answer(question).cloned() else {
        return;
    };
    if let Value::Texts(ids) = &mut answer.value
        && let Some(position) = ids.iter().position(|linked| linked == id.as_str())
    {
        ids.insert(position + 1, copy.as_str().to_owned());
        answers.put(question, answer);
    }
}
