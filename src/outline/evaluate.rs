//! The walk that makes an outline: down the tree in the order of the document, so that whatever a condition refers to
//! has been evaluated before it.

use super::{Evaluation, Fault, Form, Item, ItemId, Number, Progress, Standing, fault, meaning};
use crate::answers::{Answers, InstanceId, Origin, Place, Step};
use crate::questionnaire::{
    Body, HeadingStyle, NodeId, Question, Questionnaire, Reference, Repetition, Section,
};
use std::collections::HashMap;
use std::sync::Arc;

pub(super) fn evaluate(questionnaire: Arc<Questionnaire>, answers: Arc<Answers>) -> Evaluation {
    let mut walk = Walk {
        evaluation: Evaluation {
            questionnaire,
            answers,
            items: Vec::new(),
            by_place: HashMap::new(),
        },
    };
    let root = Around {
        parent: None,
        depth: 0,
        level: 0,
    };
    walk.section(Questionnaire::ROOT, Place::root(), Form::Section, None, root);
    walk.evaluation
}

struct Walk {
    evaluation: Evaluation,
}

/// What a node finds around itself.
#[derive(Clone, Copy)]
struct Around {
    parent: Option<ItemId>,
    depth: usize,
    level: usize,
}

impl Walk {
    fn push(&mut self, node: NodeId, place: Place, form: Form, around: Around) -> ItemId {
        let id = ItemId::new(self.evaluation.items.len());
        self.evaluation.by_place.insert(place.clone(), id);
        self.evaluation.items.push(Item {
            node,
            place,
            parent: around.parent,
            end: ItemId::new(id.index() + 1),
            depth: around.depth,
            form,
            number: None,
            level: around.level,
            standing: Standing::Nothing,
            progress: Progress::default(),
            faults: Vec::new(),
            default: None,
        });
        id
    }

    fn update(&mut self, id: ItemId, change: impl FnOnce(&mut Item)) {
        if let Some(item) = self.evaluation.items.get_mut(id.index()) {
            change(item);
        }
    }

    /// One section or one instance, with all that is in it.
    fn section(&mut self, node: NodeId, place: Place, form: Form, ordinal: Option<usize>, around: Around) {
        let questionnaire = self.evaluation.questionnaire.clone();
        let has_heading = questionnaire
            .node(node)
            .section()
            .is_some_and(|section| section.heading.is_some());
        let level = around.level + usize::from(has_heading && node != Questionnaire::ROOT);
        let id = self.push(node, place.clone(), form, Around { level, ..around });
        if let Some(ordinal) = ordinal {
            let pattern = level
                .checked_sub(1)
                .and_then(|level| questionnaire.settings.numbering.get(level));
            let written = pattern.map(|pattern| pattern.write(ordinal));
            self.update(id, |item| item.number = Some(Number { ordinal, written }));
        }
        let inside = Around {
            parent: Some(id),
            depth: around.depth + 1,
            level,
        };
        let mut numbered = 0;
        for &child in &questionnaire.node(node).children {
            let child_node = questionnaire.node(child);
            let Some(name) = child_node.name.as_ref() else {
                continue;
            };
            let place = place.child(name.as_str());
            if child_node
                .when
                .as_ref()
                .is_some_and(|when| !self.evaluation.holds(when, &place))
            {
                continue;
            }
            match &child_node.body {
                Body::Section(section) if section.repetition == Repetition::Once => {
                    let ordinal = is_numbered(section).then(|| {
                        numbered += 1;
                        numbered
                    });
                    self.section(child, place, Form::Section, ordinal, inside);
                }
                Body::Section(section) => self.group(child, section, &place, inside),
                Body::Question(question) => self.question(child, question, place, inside),
                Body::Text => {
                    self.push(child, place, Form::Text, inside);
                }
            }
        }
        self.close(id);
    }

    /// All instances of a repeated section.
    fn group(&mut self, node: NodeId, section: &Section, place: &Place, around: Around) {
        let id = self.push(node, place.clone(), Form::Group, around);
        let ids = self.instance_ids(section.repetition, place);
        let inside = Around {
            parent: Some(id),
            depth: around.depth + 1,
            ..around
        };
        let of = ids.len();
        for (index, instance) in ids.iter().enumerate() {
            let form = Form::Instance {
                position: index + 1,
                of,
            };
            let ordinal = is_numbered(section).then_some(index + 1);
            self.section(node, place.with_instance(instance), form, ordinal, inside);
        }
        if let Repetition::Repeat { min, max } = section.repetition {
            let few = (of < min).then_some(Fault::TooFew { is: of, min });
            let many = max
                .filter(|max| of > *max)
                .map(|max| Fault::TooMany { is: of, max });
            self.update(id, |item| item.faults.extend(few.into_iter().chain(many)));
        }
        self.close(id);
    }

    fn instance_ids(&self, repetition: Repetition, place: &Place) -> Vec<InstanceId> {
        match repetition {
            Repetition::Once => Vec::new(),
            Repetition::Repeat { .. } => self.evaluation.answers.instances(place),
            Repetition::ForEach(source) => {
                let source = self.evaluation.place_of(place, Reference::Node(source));
                let group = source.and_then(|source| self.evaluation.by_place.get(&source).copied());
                let instances = group
                    .into_iter()
                    .flat_map(|group| self.evaluation.child_ids(group));
                instances
                    .filter_map(|id| self.evaluation.item(id)?.place.instance().cloned())
                    .collect()
            }
        }
    }

    fn question(&mut self, node: NodeId, question: &Question, place: Place, around: Around) {
        let id = self.push(node, place.clone(), Form::Question, around);
        let answers = self.evaluation.answers.clone();
        let given = answers.answer(&place).filter(|answer| !answer.value.is_blank());
        if given.is_none()
            && let Some(template) = &question.default
        {
            let typed = self.evaluation.render(id, template, None).unwrap_or_default();
            let typed: String = typed.into_iter().map(|piece| piece.text).collect();
            let default = Some(meaning::from_typed(&question.kind, &typed)).filter(|value| !value.is_blank());
            self.update(id, |item| item.default = default);
        }
        let faults = match (self.evaluation.item(id), given) {
            (Some(item), Some(given)) => fault::faults(&self.evaluation, item, question, &given.value),
            _ => Vec::new(),
        };
        self.update(id, |item| {
            item.standing = match given {
                // What is still being typed may yet become long enough.
                Some(answer) if answer.draft && faults.iter().all(Fault::is_too_little) => Standing::Draft,
                Some(_) if !faults.is_empty() => Standing::Invalid,
                Some(answer) if answer.origin == Origin::Carried && !answer.touched => Standing::Untouched,
                Some(_) => Standing::Answered,
                None if item.default.is_some() => Standing::Default,
                None if question.required => Standing::Unanswered,
                None => Standing::Optional,
            };
            item.faults = faults;
            item.progress = Progress {
                answered: usize::from(item.standing == Standing::Answered),
                total: usize::from(!matches!(item.standing, Standing::Optional | Standing::Default)),
            };
        });
    }

    /// Ends a section: sums up what is in it.
    fn close(&mut self, id: ItemId) {
        let end = ItemId::new(self.evaluation.items.len());
        self.update(id, |item| item.end = end);
        let mut progress = Progress::default();
        let mut standing = Standing::Nothing;
        for child in self.evaluation.child_ids(id) {
            if let Some(item) = self.evaluation.item(child) {
                progress += item.progress;
                standing = standing.max(item.standing);
            }
        }
        self.update(id, |item| {
            item.progress = progress;
            item.standing = if item.faults.is_empty() {
                standing
            } else {
                Standing::Invalid
            };
        });
    }
}

fn is_numbered(section: &Section) -> bool {
    section.numbered && section.heading.is_some() && section.heading_style != HeadingStyle::None
}

impl Evaluation {
    /// The items directly below one.
    pub(super) fn child_ids(&self, id: ItemId) -> impl Iterator<Item = ItemId> {
        let end = self.item(id).map_or(0, |item| item.end.index());
        let mut next = id.index() + 1;
        std::iter::from_fn(move || {
            let child = (next < end).then(|| ItemId::new(next))?;
            next = self.item(child)?.end.index();
            Some(child)
        })
    }

    /// What a reference made at `place` points to: the instances around both are kept.
    pub(super) fn place_of(&self, place: &Place, reference: Reference) -> Option<Place> {
        match reference {
            Reference::Answer => Some(place.clone()),
            Reference::Node(node) => Some(self.place_from(place, node, None)),
            Reference::Each(node) => {
                let (source, partner) = self.partner(place)?;
                Some(self.place_from(place, node, Some((source, &partner))))
            }
        }
    }

    /// The section that the nearest `for_each` around a place is paired with, and the instance of it.
    fn partner(&self, place: &Place) -> Option<(NodeId, InstanceId)> {
        let mut around = Some(place.clone());
        while let Some(place) = around {
            let node = place.path().and_then(|path| self.questionnaire.find(&path));
            let section = node.and_then(|node| self.node(node).section());
            if let (Some(id), Some(Repetition::ForEach(source))) =
                (place.instance(), section.map(|section| section.repetition))
            {
                return Some((source, id.clone()));
            }
            around = place.parent();
        }
        None
    }

    fn place_from(&self, from: &Place, node: NodeId, paired: Option<(NodeId, &InstanceId)>) -> Place {
        let paired_depth = paired.map(|(section, _)| self.node(section).path.names().count());
        let names: Vec<&str> = self.node(node).path.names().collect();
        let mut shared = true;
        let steps = names.iter().enumerate().map(|(depth, name)| {
            let step = from
                .steps()
                .get(depth)
                .filter(|step| shared && &*step.name == *name);
            shared = step.is_some();
            let is_last = depth + 1 == names.len();
            let instance = match paired {
                Some((_, partner)) if paired_depth == Some(depth + 1) => {
                    // From here on nothing is shared: the way leads into the paired instance.
                    shared = false;
                    Some(partner.clone())
                }
                _ => step.and_then(|step| step.instance.clone()).filter(|_| !is_last),
            };
            Step {
                name: (*name).into(),
                instance,
            }
        });
        steps.collect()
    }

    /// Whether a section, seen from a place, has a live instance of this id.
    pub(super) fn is_live_instance(&self, place: &Place, section: NodeId, id: &InstanceId) -> bool {
        let group = self.place_of(place, Reference::Node(section));
        group.is_some_and(|group| self.by_place.contains_key(&group.with_instance(id)))
    }
}

/// Adds what a new or changed session lacks: live repeated sections get as many empty instances as they must have.
/// Gives `None` where nothing is missing.
pub(super) fn with_least_instances(evaluation: &Evaluation) -> Option<Answers> {
    let mut answers = (*evaluation.answers).clone();
    let mut changed = false;
    for item in evaluation.items.iter().filter(|item| item.form == Form::Group) {
        let Some(section) = evaluation.node(item.node).section() else {
            continue;
        };
        let Repetition::Repeat { min, .. } = section.repetition else {
            continue;
        };
        let mut present = answers.instances(&item.place).len();
        let mut position = 0;
        while present < min {
            position += 1;
            let id = InstanceId::of_position(position);
            // The id of an instance that was removed is kept for it, or its pairs would go to the new one.
            if answers.has_had_instance(&item.place, &id) {
                continue;
            }
            if !answers.add_instance(&item.place, id, usize::MAX) {
                // Something else stands in the way.
                break;
            }
            present += 1;
            changed = true;
        }
    }
    changed.then_some(answers)
}
