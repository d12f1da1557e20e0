//! Answers gone through one by one: some are changed, some left out.

use super::{Answer, Answers, Entry, Group, Place};
use std::sync::Arc;

/// What becomes of answers and instances when they are gone through.
pub trait Sieve {
    /// What an answer becomes; `None` leaves it out.
    fn answer(&mut self, place: &Place, answer: &Answer) -> Option<Answer>;

    /// Whether an instance stays in which nothing is left. A section that is there once and holds nothing never does.
    fn keeps_empty(&mut self, instance: &Place) -> bool;
}

impl Answers {
    /// The answers that pass a sieve. What was removed stays on record as it is.
    pub fn sifted(&self, sieve: &mut dyn Sieve) -> Self {
        let root = self.root().sifted(&Place::root(), sieve);
        Self::of(root, self.removed().cloned())
    }
}

impl Group {
    /// What passes a sieve, given the group's own place.
    pub fn sifted(&self, at: &Place, sieve: &mut dyn Sieve) -> Self {
        self.entries()
            .filter_map(|(name, entry)| {
                let place = at.child(name);
                Some((name.to_owned(), entry.sifted(&place, sieve)?))
            })
            .collect()
    }

    fn is_empty(&self) -> bool {
        self.entries().len() == 0
    }
}

impl Entry {
    fn sifted(&self, place: &Place, sieve: &mut dyn Sieve) -> Option<Self> {
        match self {
            Self::Answer(answer) => {
                let sifted = sieve.answer(place, answer)?;
                Some(Self::Answer(if sifted == **answer {
                    answer.clone()
                } else {
                    Arc::new(sifted)
                }))
            }
            Self::Group(group) => {
                let sifted = group.sifted(place, sieve);
                (!sifted.is_empty()).then(|| Self::Group(Arc::new(sifted)))
            }
            Self::Instances(instances) => {
                let mut kept = indexmap::IndexMap::new();
                for (id, group) in instances {
                    let place = place.with_instance(id);
                    let sifted = group.sifted(&place, sieve);
                    if !sifted.is_empty() || sieve.keeps_empty(&place) {
                        kept.insert(id.clone(), Arc::new(sifted));
                    }
                }
                (!kept.is_empty()).then_some(Self::Instances(kept))
            }
        }
    }
}
