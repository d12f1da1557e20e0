//! Older answers in the shape of a newer questionnaire. Nothing is left out: what has no place is orphaned.

use super::fit::{Fit, fitted};
use super::identities::{self, Identities};
use super::routes::Routes;
use super::stand_in::stand_in;
use crate::answers::{Answer, Answers, Origin, Place, Removal, Removed, Value};
use crate::questionnaire::{Kind, NodeId, Questionnaire};
use std::collections::HashMap;
use std::sync::Arc;

/// Answers that have been brought into the shape of another questionnaire.
#[derive(Debug)]
pub(super) struct Reshaped {
    pub(super) answers: Answers,
    /// Every answer that came to a question, in the order of the older answers.
    pub(super) landings: Vec<Landing>,
    pub(super) orphans: Vec<Orphan>,
}

/// An answer that came to a question.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Landing {
    pub(super) from: Place,
    pub(super) to: Place,
    pub(super) fit: Fit,
}

/// An answer that the questionnaire has no place for. It is kept where it stood, or beside that if something else
/// stands there now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orphan {
    /// Where it stood.
    pub from: Place,
    /// Where it is kept.
    pub at: Place,
}

/// Brings answers to one questionnaire into the shape of another.
pub(super) fn reshape(old: &Questionnaire, new: &Questionnaire, answers: &Answers) -> Reshaped {
    let routes = Routes::new(new);
    let identities = Identities::new(old, new, &routes, answers);
    let mut reshaper = Reshaper {
        old,
        new,
        routes: &routes,
        identities: &identities,
        answers: Answers::default(),
        landings: Vec::new(),
        first_at: HashMap::new(),
    };
    reshaper.instances(answers);
    let homeless = reshaper.land(answers);
    let orphans = reshaper.orphan(homeless);
    for record in answers.removed() {
        let moved = reshaper.record(record);
        reshaper.answers.push_removed(moved);
    }
    Reshaped {
        answers: reshaper.answers,
        landings: reshaper.landings,
        orphans,
    }
}

struct Reshaper<'q> {
    old: &'q Questionnaire,
    new: &'q Questionnaire,
    routes: &'q Routes<'q>,
    identities: &'q Identities<'q>,
    answers: Answers,
    landings: Vec<Landing>,
    /// Where the first answer came from that landed at a place.
    first_at: HashMap<Place, Place>,
}

/// An answer at a question that it may come to.
struct Candidate {
    to: Place,
    kind: Kind,
    value: Value,
    fit: Fit,
}

impl Reshaper<'_> {
    /// Adds all instances, in their order, so that those without answers are there too.
    fn instances(&mut self, answers: &Answers) {
        for place in identities::sections(answers) {
            if place.instance().is_none() {
                continue;
            }
            for instance in self.identities.instances(&place) {
                if let Some(id) = instance.instance() {
                    let section = instance.without_instance();
                    self.answers.add_instance(&section, id.clone(), usize::MAX);
                }
            }
        }
    }

    /// Puts every answer at its questions, and gives back those that have none.
    fn land<'a>(&mut self, answers: &'a Answers) -> Vec<(Place, &'a Answer)> {
        let mut homeless = Vec::new();
        answers.visit(|place, answer| {
            let candidates = self.candidates(&place, &answer.value);
            let is_split = candidates.len() > 1;
            let mut has_landed = false;
            for candidate in candidates {
                has_landed |= self.put(&place, answer, candidate, is_split);
            }
            if !has_landed && !answer.value.is_blank() {
                homeless.push((place, answer));
            }
        });
        homeless
    }

    /// The questions that an answer may come to, with what it becomes there.
    fn candidates(&self, from: &Place, value: &Value) -> Vec<Candidate> {
        let Some(path) = from.path() else {
            return Vec::new();
        };
        let old_kind = self
            .old
            .find(&path)
            .and_then(|node| self.old.node(node).question());
        let old_kind = old_kind.map(|question| &question.kind);
        let candidate = |target: NodeId| {
            let kind = &self.new.node(target).question()?.kind;
            let to = self.identities.place(from, target)?;
            let (value, fit) = self.linked(from, old_kind, value, kind)?;
            Some(Candidate {
                to,
                kind: kind.clone(),
                value,
                fit,
            })
        };
        self.routes
            .questions(&path)
            .into_iter()
            .filter_map(candidate)
            .collect()
    }

    /// A value as an answer to a question of the new kind; of links, with the ids that the instances have now.
    fn linked(&self, from: &Place, old: Option<&Kind>, value: &Value, new: &Kind) -> Option<(Value, Fit)> {
        let (Some(Kind::Links { to, .. }), Kind::Links { to: now_to, .. }) = (old, new) else {
            return fitted(old, value, new);
        };
        let (value, fit) = fitted(old, value, new)?;
        if !self.routes.sections(&self.old.node(*to).path).contains(now_to) {
            return Some((value, Fit::Unreadable));
        }
        let now = |text: &String| {
            let id = crate::answers::InstanceId::new(text)?;
            let now = self.identities.link(from, *to, *now_to, &id)?;
            Some(now.to_string())
        };
        let now = |text: &String| now(text).unwrap_or_else(|| text.clone());
        let value = match &value {
            Value::Texts(texts) => Value::Texts(texts.iter().map(now).collect()),
            Value::Text(text) => Value::Text(now(text)),
            _ => value,
        };
        Some((value, fit))
    }

    /// Puts an answer at a question. False where another one stands there that it cannot be joined with.
    fn put(&mut self, from: &Place, answer: &Answer, candidate: Candidate, is_split: bool) -> bool {
        let Candidate { to, kind, value, fit } = candidate;
        // What is no longer just as the writer left it is to be looked at.
        let as_given = |value: Value| Answer {
            value,
            ..answer.clone()
        };
        let to_look_at = |value: Value| Answer::untouched(value, Origin::Carried);
        let present = self.answers.answer(&to).map(|present| present.value.clone());
        let now = match present.filter(|present| !present.is_blank()) {
            None if is_split || fit == Fit::Converted => to_look_at(value),
            None => as_given(value),
            Some(present) if present == value => {
                self.landings.push(Landing {
                    from: from.clone(),
                    to,
                    fit,
                });
                return true;
            }
            // Several instances of one question are not run together; several questions are.
            Some(_)
                if self
                    .first_at
                    .get(&to)
                    .is_some_and(|first| first.path() == from.path()) =>
            {
                return false;
            }
            Some(present) => match joined(&kind, present, &value) {
                Some(value) => to_look_at(value),
                None => return false,
            },
        };
        self.answers.put(&to, now);
        self.first_at.entry(to.clone()).or_insert_with(|| from.clone());
        self.landings.push(Landing {
            from: from.clone(),
            to,
            fit,
        });
        true
    }

    fn orphan(&mut self, homeless: Vec<(Place, &Answer)>) -> Vec<Orphan> {
        let mut orphans = Vec::new();
        for (from, answer) in homeless {
            let at = stand_in(self.new, &self.answers, &from);
            self.answers.put(&at, answer.clone());
            orphans.push(Orphan { from, at });
        }
        orphans
    }

    /// A record of something removed, with the place to which it would come back.
    fn record(&self, record: &Removed) -> Removed {
        let moved = match &record.what {
            Removal::Answer { place, answer } => self
                .candidates(place, &answer.value)
                .into_iter()
                .next()
                .map(|candidate| Removal::Answer {
                    place: candidate.to,
                    answer: Arc::new(Answer {
                        value: candidate.value,
                        ..(**answer).clone()
                    }),
                }),
            Removal::Instance { .. } => self.instance_record(&record.what),
        };
        Removed {
            what: moved.unwrap_or_else(|| record.what.clone()),
            at: record.at,
        }
    }

    /// A removed instance with all that it holds as an instance of the new questionnaire; `None` where it does not
    /// become one as a whole.
    fn instance_record(&self, what: &Removal) -> Option<Removal> {
        let Removal::Instance {
            section,
            id,
            position,
            group,
        } = what
        else {
            return None;
        };
        let place = section.with_instance(id);
        let mut held = Answers::default();
        held.add_instance(section, id.clone(), 0);
        let mut count = 0;
        group.visit(&place, &mut |place, answer| {
            count += 1;
            held.put(&place, answer.clone());
        });
        let now = self.identities.instances(&place).into_iter().next()?;
        let reshaped = reshape(self.old, self.new, &held);
        let is_whole = reshaped.orphans.is_empty()
            && reshaped.landings.len() == count
            && reshaped.landings.iter().all(|landing| landing.to.is_within(&now));
        let group = reshaped.answers.group(&now).filter(|_| is_whole)?;
        Some(Removal::Instance {
            section: now.without_instance(),
            id: now.instance()?.clone(),
            position: *position,
            group: Arc::new(group.clone()),
        })
    }
}

/// Two answers that have come to one question, as one. `None` where its kind takes only one.
fn joined(kind: &Kind, first: Value, second: &Value) -> Option<Value> {
    match (kind, first, second) {
        (Kind::Prose, Value::Text(first), Value::Text(second)) => {
            Some(Value::Text(format!("{first}\n{second}")))
        }
        (
            Kind::List(_) | Kind::Choices { .. } | Kind::Links { .. },
            Value::Texts(mut first),
            Value::Texts(second),
        ) => {
            for text in second {
                if !first.contains(text) {
                    first.push(text.clone());
                }
            }
            Some(Value::Texts(first))
        }
        _ => None,
    }
}
