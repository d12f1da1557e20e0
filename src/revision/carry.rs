//! Last year's session as the starting point of this year's.

use super::recall::recall;
use super::reshape::reshape;
use crate::answers::sift::Sieve;
use crate::answers::{Answer, Answers, InstanceId, Origin, Place, Value};
use crate::questionnaire::node::Carry;
use crate::questionnaire::{Kind, NodeId, Questionnaire};
use std::collections::{HashMap, HashSet};

/// What a new session starts with.
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    /// The answers, all marked as carried over and untouched.
    pub answers: Answers,
    /// Those of questions whose author wants the writer to decide, see [`to_decide`].
    pub to_decide: Vec<Place>,
    /// Answers that stayed behind, by the places that they have in the old session.
    pub left_behind: Vec<Place>,
    /// Answers that have no question in the new questionnaire, by the places where they are kept.
    pub orphaned: Vec<Place>,
}

/// Carries the answers of a session over to a new one, on the same questionnaire or another.
///
/// Answers go by path, and by `was`. The new questionnaire's `carry` decides; of a question that is no longer there, the
/// old one's. What was removed from the old session stays there.
pub fn carry(old: &Questionnaire, answers: &Answers, new: &Questionnaire) -> Carried {
    carry_some(old, answers, new, &|_| true)
}

/// Carries the answers of a session over as [`carry`] does; of those that the writer is to decide on, which go over is
/// for `takes` to say, by the place that an answer would have.
pub fn carry_some(
    old: &Questionnaire,
    answers: &Answers,
    new: &Questionnaire,
    takes: &dyn Fn(&Place) -> bool,
) -> Carried {
    let present = Answers::of(answers.root().clone(), []);
    let last = reshape(old, new, &present);
    let orphans: HashMap<&Place, &Place> = last
        .orphans
        .iter()
        .map(|orphan| (&orphan.at, &orphan.from))
        .collect();
    let goes_over = |place: &Place| match orphans.get(place) {
        Some(from) => carry_of(old, from) != Some(Carry::No),
        None => {
            let may_go = match carry_of(new, place) {
                Some(Carry::No) => false,
                Some(Carry::Ask) => takes(place),
                Some(Carry::Yes) | None => true,
            };
            may_go && comes_from(new, place).is_none()
        }
    };
    let mut needed = Needed::default();
    last.answers.visit(|place, answer| {
        if goes_over(&place) && !answer.value.is_blank() {
            needed.answer(new, &place, &answer.value);
        }
    });
    let mut sieve = GoesOver {
        goes_over: &goes_over,
        needed: &needed.instances,
    };
    let mut answers = last.answers.sifted(&mut sieve);
    let mut ways: Vec<(&Place, &Place)> = last
        .landings
        .iter()
        .map(|landing| (&landing.from, &landing.to))
        .collect();
    ways.extend(last.orphans.iter().map(|orphan| (&orphan.from, &orphan.at)));
    let went_over: HashSet<&Place> = ways
        .iter()
        .filter(|(_, to)| goes_over(to))
        .map(|(from, _)| *from)
        .collect();
    let mut seen = HashSet::new();
    let stayed = ways.iter().map(|(from, _)| *from);
    let stayed = stayed.filter(|from| !went_over.contains(from) && seen.insert(*from));
    let left_behind = stayed.cloned().collect();
    let orphaned = last
        .orphans
        .iter()
        .filter(|orphan| went_over.contains(&orphan.from));
    let orphaned = orphaned.map(|orphan| orphan.at.clone()).collect();
    recall(new, &last.answers, &mut answers);
    Carried {
        to_decide: to_decide(new, &answers),
        left_behind,
        orphaned,
        answers,
    }
}

/// The answers that were carried over and are to be decided on: kept, changed or cleared. One that the writer has looked
/// at is decided.
pub fn to_decide(questionnaire: &Questionnaire, answers: &Answers) -> Vec<Place> {
    let mut places = Vec::new();
    answers.visit(|place, answer| {
        let is_open = answer.origin == Origin::Carried && !answer.touched;
        if is_open && carry_of(questionnaire, &place) == Some(Carry::Ask) {
            places.push(place);
        }
    });
    places
}

/// What the author says of the answer at a place; `None` where there is no question.
fn carry_of(questionnaire: &Questionnaire, place: &Place) -> Option<Carry> {
    let node = questionnaire.find(&place.path()?)?;
    Some(questionnaire.node(node).question()?.carry)
}

/// The node at or around a place that takes what it holds from elsewhere in the last session.
fn comes_from(questionnaire: &Questionnaire, place: &Place) -> Option<NodeId> {
    let mut at = place.path().and_then(|path| questionnaire.find(&path));
    while let Some(id) = at {
        let node = questionnaire.node(id);
        let question = node.question().and_then(|question| question.from);
        let section = node.section().and_then(|section| section.from);
        if question.or(section).is_some() {
            return Some(id);
        }
        at = node.parent;
    }
    None
}

/// The instances that must go over, so that what goes over has its place, its pair and its links.
#[derive(Default)]
struct Needed {
    instances: HashSet<Place>,
}

impl Needed {
    fn answer(&mut self, questionnaire: &Questionnaire, place: &Place, value: &Value) {
        let mut at = place.parent();
        while let Some(around) = at {
            if around.instance().is_some() && !self.instances.contains(&around) {
                self.instance(questionnaire, &around);
            }
            at = around.parent();
        }
        let node = place.path().and_then(|path| questionnaire.find(&path));
        let kind = node
            .and_then(|node| questionnaire.node(node).question())
            .map(|question| &question.kind);
        if let (Some(Kind::Links { to, .. }), Value::Texts(ids)) = (kind, value) {
            let group = place.look_up(&questionnaire.node(*to).path);
            for id in ids.iter().filter_map(|id| InstanceId::new(id)) {
                self.instance(questionnaire, &group.with_instance(&id));
            }
        }
    }

    /// An instance, and the one that it is paired with.
    fn instance(&mut self, questionnaire: &Questionnaire, instance: &Place) {
        self.instances.insert(instance.clone());
        let node = instance.path().and_then(|path| questionnaire.find(&path));
        let root = node.map(|node| questionnaire.pair_root(node));
        if let (Some(root), Some(id)) = (root.filter(|root| Some(*root) != node), instance.instance()) {
            let pair = instance.look_up(&questionnaire.node(root).path).with_instance(id);
            self.instances.insert(pair);
        }
    }
}

struct GoesOver<'a> {
    goes_over: &'a dyn Fn(&Place) -> bool,
    needed: &'a HashSet<Place>,
}

impl Sieve for GoesOver<'_> {
    fn answer(&mut self, place: &Place, answer: &Answer) -> Option<Answer> {
        let goes_over = (self.goes_over)(place) && !answer.value.is_blank();
        goes_over.then(|| Answer::untouched(answer.value.clone(), Origin::Carried))
    }

    fn keeps_empty(&mut self, instance: &Place) -> bool {
        self.needed.contains(instance)
    }
}
