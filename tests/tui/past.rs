//! Earlier states: the list of them, what was different, and the way back.

use super::desk::{Desk, QUESTIONNAIRE};
use std::sync::Arc;
use tigang::answers::{Answers, Origin, file};
use tigang::outline::Progress;
use tigang::session::difference::differences;
use tigang::session::generations::Generation;
use tigang::session::history::State;
use tigang::session::state::Flaw;
use tigang::text::AmbiguousWidth;
use tigang::tui::action::Action;
use tigang::tui::effect::Effect;

const NOW: &str = r#"
[opening]
since = "2021-07"
body = "由县委任命，说“是”——不是……由县委任命，说“是”——不是……"
[[problems.problem]]
id = "a"
name = "学习不深"
facts = "今年到县里调研六次，每次半天，看现场多，坐下来谈得少；入户座谈只有两次，其中一次是陪同检查时顺路。"
"#;

const THEN: &str = r#"
[opening]
body = "由县委任命，说“不是”，而是另有所指，长得足以在窄的屏幕上折成好几行，也就看得出折行对不对。"
[[problems.problem]]
id = "a"
name = "学习不深"
facts = "今年到县里调研五次。"
[[problems.problem]]
id = "b"
name = "作风不实"
"#;

fn desk(size: (u16, u16)) -> Desk {
    Desk::on(QUESTIONNAIRE, NOW, size, AmbiguousWidth::One)
}

fn answers(desk: &Desk, text: &str) -> Arc<Answers> {
    let questionnaire = desk.app.interview().unwrap().outline().questionnaire();
    let table: toml::Table = toml::from_str(text).unwrap();
    Arc::new(file::read(table, questionnaire, Origin::Typed).answers)
}

/// Three earlier states: one that is as it is now, one with differences, one that cannot be used.
fn states(desk: &Desk) -> Vec<Arc<State>> {
    let interview = desk.app.interview().unwrap();
    let now = interview.work.answers();
    let state = |number: u64, progress, until_now| {
        Arc::new(State {
            generation: Generation {
                number,
                saved_at: 1_784_116_800 + number * 100,
                length: 0,
            },
            progress,
            until_next: Vec::new(),
            until_now,
            questionnaire: None,
        })
    };
    let some = Progress {
        answered: 4,
        total: 9,
    };
    let then = answers(desk, THEN);
    let since = differences(interview.outline().questionnaire(), &then, now);
    vec![
        state(3, Ok(some), Vec::new()),
        state(2, Ok(some), since),
        state(1, Err(Flaw::Missing), Vec::new()),
    ]
}

fn open(size: (u16, u16)) -> Desk {
    let mut desk = desk(size);
    desk.press("F12");
    let states = states(&desk);
    desk.act(Action::Timeline(states));
    desk
}

#[test]
fn earlier_states_at_three_sizes() {
    for size in [(120, 36), (80, 24), (40, 12)] {
        let mut desk = open(size);
        let mut screens = vec![desk.screen()];
        desk.press("Enter Down Down");
        screens.push(desk.screen());
        desk.press("Enter");
        screens.push(desk.screen());
        desk.press("PageDown");
        screens.push(desk.screen());
        let mut screens = screens.join("\n════\n");
        // Whatever the time zone.
        for state in states(&desk) {
            let saved_at = i64::try_from(state.generation.saved_at).unwrap();
            screens = screens.replace(&tigang::session::time::shown(saved_at), "2026-07-15 12:00");
        }
        insta::assert_snapshot!(format!("timeline-{}x{}", size.0, size.1), screens);
    }
}

#[test]
fn one_answer_is_brought_back_and_what_it_replaced_is_kept() {
    for (keys, place, text) in [
        // Changed, added since and gone since.
        ("由谁", "opening.body", "另有所指"),
        ("何时", "opening.since", ""),
        ("作风", "problems.problem[b].name", "作风不实"),
    ] {
        let mut desk = open((80, 24));
        desk.press("Enter").write(keys).press("Enter");
        desk.press("Enter");
        assert!(desk.screen().contains("换回"), "{}", desk.screen());
        desk.press("y");
        assert_eq!(desk.at(), place, "{}", desk.screen());
        let answers = desk.app.interview().unwrap().work.answers().clone();
        let at = tigang::answers::Place::parse(place).unwrap();
        let now = answers
            .answer(&at)
            .map(|answer| answer.value.to_typed())
            .unwrap_or_default();
        assert!(now.contains(text) && now.is_empty() == text.is_empty(), "{now}");
        let kept = usize::from(place.starts_with("opening"));
        assert_eq!(answers.removed().len(), kept, "{place}");
        desk.press("Ctrl+Z");
        let before = desk.app.interview().unwrap().work.answers().clone();
        assert_eq!(before.removed().len(), 0, "{place}");
    }
}

#[test]
fn all_is_brought_back_once_that_is_confirmed() {
    let mut desk = open((80, 24));
    desk.press("Enter Enter");
    assert!(
        !desk
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::TakeState(_)))
    );
    desk.press("y");
    let taken = desk.effects.pop();
    assert!(
        matches!(taken, Some(Effect::TakeState(generation)) if generation.number == 2),
        "{taken:?}"
    );
}

#[test]
fn a_state_that_cannot_be_used_says_why() {
    let mut desk = open((80, 24));
    desk.press("End Enter");
    assert!(desk.screen().contains("这个状态用不了"), "{}", desk.screen());
}

#[test]
fn undoing_at_the_beginning_names_the_timeline_and_takes_no_keys() {
    let mut desk = desk((80, 24));
    desk.effects.clear();
    desk.press("Ctrl+Z");
    let screen = desk.screen();
    assert!(
        screen.contains("没有可以撤销的了") && screen.contains("F12"),
        "{screen}"
    );
    let at = desk.at();
    desk.write("又写").press("Tab Shift+Tab");
    assert_eq!(desk.at(), at);
    assert!(desk.screen().contains("又写"), "{}", desk.screen());
    desk.press("F12");
    let asked = desk.effects.pop();
    assert!(matches!(asked, Some(Effect::ReadTimeline { .. })), "{asked:?}");
}
