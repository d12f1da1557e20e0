//! Answers being worked on: what is done can be undone, what is undone can be done again, and nothing that was given is
//! ever gone without a record.

use super::case::{Case, case};
use super::cases;
use super::dice::{Dice, dice};
use super::person::{Deed, deed, perform};
use super::scrawl::scrawl;
use super::words::{self, Tokens};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;
use tigang::answers::{Answer, Origin, Place, Removed, Value, file};
use tigang::interview::Work;
use tigang::outline::Form;

/// What answers come to: every answer, every instance in its order, every record. Groups in which nothing is left count
/// for nothing.
#[derive(Debug, PartialEq)]
struct State {
    answers: BTreeMap<Place, Answer>,
    instances: Vec<Place>,
    removed: Vec<Removed>,
}

fn state(work: &Work) -> State {
    let answers = work.answers();
    let mut all = BTreeMap::new();
    answers.visit(|place, answer| {
        all.insert(place, answer.clone());
    });
    let outline = work.outline();
    State {
        answers: all,
        instances: outline
            .items()
            .filter(|(_, item)| matches!(item.form, Form::Instance { .. }))
            .map(|(_, item)| item.place.clone())
            .collect(),
        removed: answers.removed().cloned().collect(),
    }
}

fn work(case: &Case) -> Work {
    Work::new(&case.questionnaire, case.answers.clone())
}

/// Some deeds that change something for good: no drafts, no undoing.
fn changes(work: &mut Work, dice: &mut Dice, count: usize) -> Vec<(Deed, State)> {
    let mut done = Vec::new();
    let mut tokens = Tokens::beyond(1_000);
    for now in 0..i64::try_from(count).unwrap_or(0) {
        let Some(deed) = deed(work, dice, &mut tokens) else {
            continue;
        };
        if !matches!(deed, Deed::Draft(..) | Deed::Undo | Deed::Redo) && perform(work, &deed, now) {
            done.push((deed, state(work)));
        }
    }
    done
}

/// All that can be found in answers and in what was removed from them.
fn holdings(work: &Work) -> String {
    format!("{:?}", work.answers())
}

/// All that can be found in a work, far back and far ahead.
fn all_holdings(work: &Work) -> String {
    let mut work = work.clone();
    let mut found = holdings(&work);
    while work.undo().is_some() {
        found.push_str(&holdings(&work));
    }
    while work.redo().is_some() {
        found.push_str(&holdings(&work));
    }
    found
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn undoing_leads_back_and_redoing_forth(case in case(), mut dice in dice(200)) {
        let mut work = work(&case);
        let before = state(&work);
        let done = changes(&mut work, &mut dice, 12);
        let states: Vec<&State> = std::iter::once(&before).chain(done.iter().map(|(_, state)| state)).collect();
        for state_before in states.iter().rev().skip(1) {
            prop_assert!(work.undo().is_some());
            prop_assert_eq!(&state(&work), *state_before, "{:?}", done);
        }
        prop_assert!(work.undo().is_none());
        for state_after in states.iter().skip(1) {
            prop_assert!(work.redo().is_some());
            prop_assert_eq!(&state(&work), *state_after, "{:?}", done);
        }
        prop_assert!(work.redo().is_none());
    }

    #[test]
    fn what_is_removed_comes_back_as_it_was(case in case(), mut dice in dice(200)) {
        let mut work = work(&case);
        changes(&mut work, &mut dice, 5);
        let before = state(&work);
        let instances: Vec<Place> = work
            .outline()
            .items()
            .filter(|(_, item)| matches!(item.form, Form::Instance { .. }))
            .filter_map(|(id, _)| work.instance_around(id))
            .collect();
        for instance in instances {
            prop_assert!(work.remove_instance(&instance, 1_000), "{}", instance);
            let record = work.answers().removed().len() - 1;
            prop_assert_eq!(work.restore(record, 2_000), Some(instance.clone()), "{}", instance);
            prop_assert_eq!(&state(&work), &before, "{}", instance);
        }
    }

    #[test]
    fn what_is_removed_comes_back_in_any_order(case in case(), mut dice in dice(250)) {
        let mut work = work(&case);
        changes(&mut work, &mut dice, 10);
        let tokens = words::tokens(&holdings(&work));
        for now in 0..8 {
            let removed = work.answers().removed().len();
            if removed == 0 {
                break;
            }
            let index = dice.roll(removed);
            let record = format!("{:?}", work.answers().removed().nth(index));
            prop_assert!(work.restore(index, 1_000 + now).is_some(), "{}", record);
            let found = holdings(&work);
            for token in &tokens {
                prop_assert!(found.contains(token), "{} after {}", token, record);
            }
        }
    }

    #[test]
    fn nothing_given_is_gone_without_a_record(case in case(), mut dice in dice(200)) {
        let mut work = work(&case);
        let mut tokens = Tokens::beyond(1_000);
        let mut given = words::tokens(&holdings(&work));
        let mut deeds = Vec::new();
        for now in 0..12 {
            let Some(deed) = deed(&work, &mut dice, &mut tokens) else { continue };
            perform(&mut work, &deed, now);
            if let Deed::Commit(_, value) = &deed {
                given.extend(words::tokens(&format!("{value:?}")));
            }
            deeds.push(deed);
        }
        let found = all_holdings(&work);
        for token in given {
            prop_assert!(found.contains(&token), "{} after {:#?}", token, deeds);
        }
    }

    #[test]
    fn what_is_given_is_there_whatever_stood_in_its_way(case in case(), mut dice in dice(400)) {
        let mut tokens = Tokens::beyond(1_000);
        let table = scrawl(&case.form, &mut dice, &mut tokens, 0);
        let answers = file::read(table.clone(), &case.questionnaire, Origin::Typed).answers;
        let mut work = Work::new(&case.questionnaire, Arc::new(answers));
        let stood = words::tokens(&holdings(&work));
        let questions: Vec<Place> = work.outline().questions().map(|(_, item, _)| item.place.clone()).collect();
        for (now, place) in (0..).zip(questions) {
            let value = Value::Text(tokens.text());
            work.commit(&place, value.clone(), now);
            let given = work.answers().answer(&place).map(|answer| answer.value.clone());
            prop_assert_eq!(given, Some(value), "{} in\n{}", place, table);
        }
        let found = all_holdings(&work);
        for token in stood {
            prop_assert!(found.contains(&token), "{} of\n{}", token, table);
        }
    }

    #[test]
    fn what_is_given_is_there(case in case(), mut dice in dice(200)) {
        let mut work = work(&case);
        let mut tokens = Tokens::beyond(1_000);
        for now in 0..12 {
            let Some(deed) = deed(&work, &mut dice, &mut tokens) else { continue };
            perform(&mut work, &deed, now);
            if let Deed::Commit(place, value) = &deed {
                let given = work.answers().answer(place).map(|answer| answer.value.clone());
                prop_assert_eq!(given, Some(value.clone()).filter(|value| !value.is_blank()), "{}", place);
            }
        }
    }
}
