//! Outline and document against the oracle.

use super::case::{Case, case};
use super::cases;
use super::form::{Body, Form, Id};
use super::oracle::{Oracle, label, prints_as_it_stands};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use tigang::document::{Role, assemble};
use tigang::export::{Format, PlainText};
use tigang::outline::{Form as ItemForm, Outline, outline};

fn outlined(case: &Case) -> Outline {
    outline(&case.questionnaire, &case.answers)
}

fn exported(outline: &Outline) -> String {
    let bytes = Format::Text.export(&assemble(outline), &PlainText::default());
    String::from_utf8(bytes).expect("UTF-8")
}

/// The questions whose answers are printed in their own place and nowhere else, as they stand.
fn printed_in_place(form: &Form) -> Vec<Id> {
    let cited: BTreeSet<Id> = form
        .ids()
        .flat_map(|id| form.printed_templates(id))
        .flat_map(|template| template.cites.clone())
        .collect();
    let is_replaced = |id: Id| {
        let mut around = form.around(id).chain([Form::ROOT]);
        around.any(|id| matches!(&form.nodes[id].body, Body::Section(section) if section.text.is_some()))
    };
    let in_place = |id: &Id| {
        form.question(*id).is_some_and(|question| {
            let prints_it = question.text.as_ref().is_none_or(|text| text.own);
            prints_it && prints_as_it_stands(question.kind)
        })
    };
    form.ids()
        .filter(in_place)
        .filter(|id| !cited.contains(id) && !is_replaced(*id))
        .collect()
}

fn occurrences(text: &str, part: &str) -> usize {
    text.matches(part).count()
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn what_is_hidden_is_never_printed(case in case()) {
        let text = exported(&outlined(&case));
        let oracle = Oracle::new(&case.form, &case.filling);
        for (id, around, given, live) in oracle.answers() {
            let is_wrong = matches!(given, super::filling::Given::Wrong(_));
            if live && !is_wrong {
                continue;
            }
            for token in given.tokens() {
                prop_assert!(!text.contains(&token), "{} of {} in\n{}", token, case.place(id, around), text);
            }
        }
    }

    // But for blanks around it.
    #[test]
    fn what_is_live_is_printed_once_and_unaltered(case in case()) {
        let text = exported(&outlined(&case));
        let oracle = Oracle::new(&case.form, &case.filling);
        let in_place = printed_in_place(&case.form);
        for (id, around, given, live) in oracle.answers() {
            if !live || !in_place.contains(&id) {
                continue;
            }
            for line in given.lines() {
                prop_assert_eq!(
                    occurrences(&text, label(line.trim())), 1, "{:?} of {} in\n{}", line, case.place(id, around), text
                );
            }
        }
    }

    #[test]
    fn a_default_is_printed_where_nothing_is_given(case in case()) {
        let text = exported(&outlined(&case));
        let oracle = Oracle::new(&case.form, &case.filling);
        for id in printed_in_place(&case.form) {
            let default = case.form.question(id).and_then(|question| question.default.as_ref());
            let Some(default) = default else { continue };
            let unanswered = |around: &_| !case.filling.given.contains_key(&(id, Clone::clone(around)));
            let wanted = oracle.live_places(id).into_iter().filter(unanswered).count();
            prop_assert_eq!(occurrences(&text, &default.source), wanted, "{} in\n{}", default.source, text);
        }
    }

    #[test]
    fn every_live_question_is_in_the_outline_and_no_other(case in case()) {
        let outline = outlined(&case);
        let oracle = Oracle::new(&case.form, &case.filling);
        let mut wanted = BTreeSet::new();
        for id in case.form.ids().filter(|id| case.form.question(*id).is_some()) {
            wanted.extend(oracle.live_places(id).iter().map(|around| case.place(id, around)));
        }
        let found: BTreeSet<_> = outline.questions().map(|(_, item, _)| item.place.clone()).collect();
        prop_assert_eq!(&found, &wanted);
        // What is not live is parked, and nothing is orphaned.
        let live: Vec<_> = oracle.answers().filter(|(.., live)| *live).collect();
        prop_assert_eq!(outline.parked().len(), case.filling.given.len() - live.len());
        prop_assert_eq!(outline.orphaned(), []);
    }

    #[test]
    fn every_repeated_group_is_numbered_from_one(case in case()) {
        let outline = outlined(&case);
        for (id, item) in outline.items().filter(|(_, item)| item.form == ItemForm::Group) {
            let numbers: Vec<usize> =
                outline.children(id).filter_map(|(_, child)| Some(child.number.as_ref()?.ordinal)).collect();
            let instances = outline.children(id).count();
            let positions: Vec<usize> = (1..=instances).collect();
            prop_assert!(numbers.is_empty() || numbers == positions, "{:?} of {}", numbers, item.place);
        }
        // In the text they stand in their order too; an instance without a heading is left out of it.
        let mut printed: BTreeMap<_, Vec<String>> = BTreeMap::new();
        for span in assemble(&outline).blocks.into_iter().flat_map(|block| block.spans) {
            if span.role == Role::Number && span.place.instance().is_some() {
                printed.entry(span.place.without_instance()).or_default().push(span.text);
            }
        }
        for (group, numbers) in printed {
            let sample = numbers.first().cloned().unwrap_or_default();
            let places: Vec<Option<usize>> = numbers.iter().map(|number| ordinal(number)).collect();
            prop_assert!(places.iter().all(Option::is_some), "{} of {}", sample, group);
            prop_assert!(places.is_sorted_by(|a, b| a < b), "{:?} of {}", numbers, group);
        }
    }

    #[test]
    fn every_item_can_be_named_and_asked(case in case()) {
        let outline = outlined(&case);
        for (id, item) in outline.items() {
            let (title, ask) = (outline.title(id), outline.ask(id));
            prop_assert!(!title.contains('\n'), "{:?}", title);
            prop_assert_eq!(ask.is_empty(), item.form != ItemForm::Question);
        }
        let document = assemble(&outline);
        prop_assert_eq!(&document.failures, &[]);
        for span in document.blocks.iter().flat_map(|block| &block.spans) {
            prop_assert!(!span.text.contains('\n'), "{:?}", span);
        }
    }
}

/// The number in a heading's number of one of the forms `一、` `（一）` `1.` `①`, up to ten.
fn ordinal(number: &str) -> Option<usize> {
    const HAN: &str = "一二三四五六七八九十";
    const CIRCLED: &str = "①②③④⑤⑥⑦⑧⑨⑩";
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let among = |all: &str| {
        number
            .chars()
            .find_map(|c| all.chars().position(|other| other == c))
            .map(|at| at + 1)
    };
    digits
        .parse()
        .ok()
        .or_else(|| among(HAN))
        .or_else(|| among(CIRCLED))
}
