//! What a person does to the answers of a session, at random: answers, clears, adds, removes, moves, brings back, undoes.

use super::dice::Dice;
use super::words;
use tigang::answers::{InstanceId, Place, Value};
use tigang::interview::Work;
use tigang::outline::Form;

/// Something that a person does.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Deed {
    Commit(Place, Value),
    Draft(Place, Value),
    Add(Place, Option<InstanceId>),
    Remove(Place),
    Move(Place, isize),
    Restore(usize),
    Undo,
    Redo,
}

/// Something that can be done to a work, if there is anything.
pub(super) fn deed(work: &Work, dice: &mut Dice) -> Option<Deed> {
    let outline = work.outline();
    let places = |form: fn(Form) -> bool| -> Vec<Place> {
        outline
            .items()
            .filter(|(_, item)| form(item.form))
            .map(|(_, item)| item.place.clone())
            .collect()
    };
    let question = |dice: &mut Dice| dice.pick(&places(|form| form == Form::Question)).cloned();
    let instance = |dice: &mut Dice| {
        let instances = places(|form| matches!(form, Form::Instance { .. }));
        let around = |place: &Place| work.instance_around(outline.find(place)?);
        dice.pick(&instances).and_then(around)
    };
    match dice.roll(10) {
        0..4 => Some(Deed::Commit(question(dice)?, value(dice))),
        4 => Some(Deed::Draft(question(dice)?, value(dice))),
        5 => {
            let group = dice.pick(&places(|form| form == Form::Group)).cloned()?;
            let after = dice.pick(&work.answers().instances(&group)).cloned();
            Some(Deed::Add(group, after))
        }
        6 => Some(Deed::Remove(instance(dice)?)),
        7 => Some(Deed::Move(instance(dice)?, if dice.chance(50) { 1 } else { -2 })),
        8 => match work.answers().removed().len() {
            0 => None,
            removed => Some(Deed::Restore(dice.roll(removed))),
        },
        _ if dice.chance(30) => Some(Deed::Redo),
        _ => Some(Deed::Undo),
    }
}

/// Does it. Whether anything came of it.
pub(super) fn perform(work: &mut Work, deed: &Deed, now: i64) -> bool {
    match deed {
        Deed::Commit(place, value) => {
            let before = work.answers().clone();
            work.commit(place, value.clone(), now);
            before != *work.answers()
        }
        Deed::Draft(place, value) => {
            work.draft(place, value.clone(), 0);
            true
        }
        Deed::Add(group, after) => {
            let taken = work.answers().instances(group);
            let mut bits = u32::try_from(now).unwrap_or(0);
            let id = loop {
                let id = InstanceId::from_bits(bits);
                if !taken.contains(&id) {
                    break id;
                }
                bits += 1;
            };
            work.add_instance(group, after.as_ref(), id).is_some()
        }
        Deed::Remove(instance) => work.remove_instance(instance, now),
        Deed::Move(instance, by) => work.move_instance(instance, *by),
        Deed::Restore(index) => work.restore(*index, now).is_some(),
        Deed::Undo => work.undo().is_some(),
        Deed::Redo => work.redo().is_some(),
    }
}

/// Anything that a widget can give.
fn value(dice: &mut Dice) -> Value {
    match dice.roll(8) {
        0..4 => Value::Text(words::text(dice)),
        4 => Value::Text(String::new()),
        5 => Value::Integer(i64::try_from(dice.roll(2_000)).unwrap_or(0) - 9),
        6 => Value::Boolean(dice.chance(50)),
        _ => Value::Texts((0..dice.roll(4)).map(|_| words::line(dice)).collect()),
    }
}
