//! The full-screen program under random hands: keys, typing, pastes, clicks, other sizes of the terminal, pauses.

use super::case::{case, rich_case};
use super::cases;
use super::dice::dice;
use super::hands::{Hands, holdings};
use super::strokes::{Stroke, strokes};
use crate::tui::desk::Desk;
use proptest::prelude::*;
use std::collections::BTreeMap;
use tigang::answers::{Answers, Place, Value};
use tigang::session::Session;
use tigang::session::library::Reason;
use tigang::text::AmbiguousWidth;
use tigang::tui::app::Screen;

fn values(answers: &Answers) -> BTreeMap<Place, Value> {
    let mut all = BTreeMap::new();
    answers.visit(|place, answer| {
        all.insert(place, answer.value.clone());
    });
    all
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn whatever_hands_do_the_program_holds(
        case in rich_case(),
        strokes in strokes(),
        world in dice(60),
    ) {
        let mut hands = Hands::on(&case, world);
        hands.check();
        for stroke in &strokes {
            if hands.over {
                return Ok(());
            }
            hands.do_one(stroke);
            hands.check();
        }
        hands.desk.app.dialogs.clear();
        hands.do_one(&Stroke::Press("Ctrl+S".to_owned()));
        hands.settle();
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn what_is_only_to_be_read_stays_as_it_is(
        case in rich_case(),
        strokes in strokes(),
        world in dice(60),
    ) {
        let mut hands = Hands::on(&case, world);
        let mut session = Session::new("名".to_owned(), "卷".to_owned(), 0);
        session.answers = case.answers.clone();
        let action = hands.opened(session, Some(Reason::Newer(9)));
        hands.desk.act(action);
        let before = hands.desk.app.interview().map(|interview| holdings(interview.work.answers()));
        for stroke in &strokes {
            hands.do_one(stroke);
            hands.check();
            prop_assert_eq!(&hands.saved, &None);
            match hands.desk.app.interview() {
                Some(interview) if !hands.over => {
                    prop_assert_eq!(Some(holdings(interview.work.answers())), before.clone());
                }
                _ => return Ok(()),
            }
        }
    }

    #[test]
    fn to_look_at_an_answer_changes_nothing(case in case()) {
        let mut desk = Desk::on(&case.source, &case.table.to_string(), (80, 24), AmbiguousWidth::One);
        let answers = |desk: &Desk| match &desk.app.screen {
            Screen::Interview(interview) => values(interview.work.answers()),
            Screen::Home(_) => BTreeMap::new(),
        };
        let before = answers(&desk);
        for _ in 0..40 {
            desk.press("Tab");
        }
        for _ in 0..40 {
            desk.press("Shift+Tab");
        }
        prop_assert_eq!(answers(&desk), before);
    }
}
