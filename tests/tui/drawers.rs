//! What is kept and not printed, and the way back for each; answers carried over; a newer questionnaire.

use super::desk::Desk;
use std::sync::Arc;
use tigang::answers::{Answer, Answers, Origin, Place, Value};
use tigang::questionnaire;
use tigang::session::catalogue::Entry;
use tigang::text::AmbiguousWidth;
use tigang::tui::action::Action;
use tigang::tui::interview::Saving;

const SOURCE: &str = r#"
format = 1
title = "年终小结"

[opening]
heading = "开头"
[opening.abroad]
ask = "今年出过国吗？"
kind = "yes-no"
[opening.where]
ask = "去了哪里？"
when = { "opening.abroad" = true }
[opening.post]
ask = "任什么职务？"
[problems]
heading = "问题"
[problems.problem]
label = "问题"
repeat = true
heading = "{{ name }}"
[problems.problem.name]
ask = "哪里不够？"
[problems.cause]
for_each = "problems.problem"
[problems.cause.why]
ask = "“{{ each.name }}”的原因？"
"#;

const ANSWERS: &str = r#"
[opening]
abroad = false
where = "一个第一次去的地方，写得长一些，看看一行放不下的时候怎样"
post = "科长"
[[problems.problem]]
id = "a"
name = "学习不深"
[[problems.problem]]
id = "b"
name = "作风不实"
[[problems.cause]]
for = "b"
why = "图省事"
"#;

/// A session in which something is in each drawer: `old.words` has no question.
fn desk(size: (u16, u16)) -> Desk {
    let mut desk = Desk::on(SOURCE, ANSWERS, size, AmbiguousWidth::One);
    let place = |text: &str| Place::parse(text).unwrap();
    put(&mut desk, |answers| {
        answers.put(
            &place("old.words"),
            Answer::typed(Value::Text("从前问过的一句话".to_owned())),
        );
        answers.clear(&place("opening.post"), 1_784_116_800);
        let instance = place("problems.problem[b]");
        answers.remove_instance(
            &instance.without_instance(),
            instance.instance().unwrap(),
            1_784_116_900,
        );
    });
    desk
}

fn put(desk: &mut Desk, change: impl FnOnce(&mut Answers)) {
    let interview = desk.app.interview_mut().unwrap();
    let mut answers = Answers::clone(interview.work.answers());
    change(&mut answers);
    let questionnaire = interview.outline().questionnaire().clone();
    interview.work = tigang::interview::Work::new(&questionnaire, Arc::new(answers));
    interview.refresh();
}

fn value(desk: &Desk, place: &str) -> Option<String> {
    let answers = desk.app.interview().unwrap().work.answers().clone();
    let answer = answers.answer(&Place::parse(place).unwrap());
    answer.map(|answer| answer.value.to_typed())
}

#[test]
fn the_drawers_at_three_sizes() {
    for size in [(120, 36), (80, 24), (40, 12)] {
        let mut desk = desk(size);
        let mut screens = vec![desk.press("F9").screen()];
        screens.push(desk.press("Down Down").screen());
        screens.push(desk.press("End Enter").screen());
        let mut screens = screens.join("\n════\n");
        // Whatever the time zone.
        for at in [1_784_116_800, 1_784_116_900] {
            screens = screens.replace(&tigang::session::time::shown(at), "2026-07-15 12:00");
        }
        insta::assert_snapshot!(format!("drawers-{}x{}", size.0, size.1), screens);
    }
}

#[test]
fn everything_in_the_drawers_has_a_way_back() {
    for (filter, keys, place, expected) in [
        ("作风", "Enter", "problems.problem[b].name", "作风不实"),
        // What belonged to it comes back with it.
        ("图省事", "Enter", "problems.cause[b].why", "图省事"),
        ("科长", "Enter", "opening.post", "科长"),
        // The question that decides is gone to, and answered.
        (
            "第一次去",
            "Enter Home Space Tab",
            "opening.where",
            "一个第一次去的地方",
        ),
        ("从前问过", "Enter Enter", "opening.post", "从前问过的一句话"),
    ] {
        let mut desk = desk((80, 24));
        desk.press("F9").write(filter).press(keys);
        assert_eq!(desk.app.dialogs.len(), 0, "{filter}");
        let now = value(&desk, place).unwrap_or_default();
        assert!(now.starts_with(expected), "{filter}: {now}");
        let interview = desk.app.interview().unwrap();
        let is_live = interview.outline().find(&Place::parse(place).unwrap()).is_some();
        assert!(is_live, "{filter}");
    }
}

#[test]
fn what_gives_way_to_an_orphan_goes_to_the_drawers() {
    let mut desk = desk((80, 24));
    desk.press("F9").write("科长").press("Enter");
    desk.press("F9").write("从前问过").press("Enter");
    assert!(
        desk.screen().contains("已有回答，会换下收好"),
        "{}",
        desk.screen()
    );
    desk.press("Enter F9").write("科长").press("Enter");
    assert_eq!(value(&desk, "opening.post").as_deref(), Some("科长"));
    desk.press("Ctrl+Z Ctrl+Z");
    assert_eq!(value(&desk, "opening.post").as_deref(), Some("科长"));
    assert_eq!(value(&desk, "old.words").as_deref(), Some("从前问过的一句话"));
}

#[test]
fn what_was_carried_over_waits_until_it_is_kept_or_changed() {
    // Keys at the first question, which was carried over; whether it has been looked at then.
    for (keys, looked_at) in [
        ("Tab", false),
        ("Tab Shift+Tab", false),
        ("Ctrl+S", false),
        ("Ctrl+N", false),
        ("Alt+K", true),
        ("x", true),
        ("x Ctrl+Z", false),
        ("Esc", false),
    ] {
        let mut desk = Desk::on(
            "format = 1\ntitle = \"小结\"\n[a]\nask = \"甲？\"\n[b]\nask = \"乙？\"\n",
            "",
            (80, 24),
            AmbiguousWidth::One,
        );
        put(&mut desk, |answers| {
            let carried = Answer::untouched(Value::Text("去年".to_owned()), Origin::Carried);
            answers.put(&Place::parse("a").unwrap(), carried);
        });
        let interview = desk.app.interview_mut().unwrap();
        interview.visit(&Place::parse("a").unwrap());
        assert!(desk.screen().contains("↻ 甲？"), "{}", desk.screen());
        assert!(desk.screen().contains("Alt+K 照旧保留"), "{}", desk.screen());
        desk.press(keys).press("Tab");
        let answers = desk.app.interview().unwrap().work.answers().clone();
        let answer = answers.answer(&Place::parse("a").unwrap()).unwrap();
        assert_eq!(answer.touched, looked_at, "{keys}");
        if keys == "Alt+K" {
            assert_eq!(answer.value.to_typed(), "去年");
            desk.press("Ctrl+Z");
            assert!(desk.screen().contains("✓ 甲？"), "{}", desk.screen());
        }
    }
}

#[test]
fn a_newer_questionnaire_is_reported_and_taken_only_when_agreed() {
    for size in [(80, 24), (40, 12)] {
        let mut desk = desk(size);
        let newer = SOURCE
            .replace("任什么职务？", "现任什么职务？")
            .replace("[opening.where]", "[opening.places]\nwas = [\"opening.where\"]")
            .replace("[problems.cause.why]\nask", "[problems.cause.reason]\nask");
        desk.act(Action::Newer(Arc::new(Entry {
            name: "test".to_owned(),
            questionnaire: Arc::new(questionnaire::read(&newer).unwrap()),
        })));
        assert!(desk.screen().contains("有了新版本"), "{}", desk.screen());
        desk.press("Tab");
        assert!(desk.screen().contains("有了新版本"), "it stays for a while");
        desk.app.now += 60;
        desk.press("Tab");
        assert!(!desk.screen().contains("有了新版本"));
        desk.press("Alt+N");
        let mut screens = vec![desk.screen()];
        // The rows that only say something do nothing.
        desk.press("Down Enter Enter End Enter");
        screens.push(desk.screen());
        desk.press("Home Enter");
        screens.push(desk.screen());
        insta::assert_snapshot!(format!("newer-{}x{}", size.0, size.1), screens.join("\n════\n"));
        assert!(
            !desk
                .effects
                .iter()
                .any(|effect| format!("{effect:?}") == "TakeNewer")
        );
        desk.press("y");
        let last = desk.effects.pop();
        assert_eq!(format!("{last:?}"), "Some(TakeNewer)");
    }
}

#[test]
fn an_answer_that_another_one_parks_is_said_to_be_kept() {
    let answers = "[opening]\nabroad = true\nwhere = \"海边\"\n";
    for (keys, said) in [("2 Tab", true), ("1 Tab", false), ("Tab", false)] {
        let mut desk = Desk::on(SOURCE, answers, (80, 24), AmbiguousWidth::One);
        let screen = desk.press(keys).screen();
        assert_eq!(screen.contains("有 1 问的回答搁置了"), said, "{keys}\n{screen}");
    }
    // In the drawer it goes by its question.
    let mut desk = Desk::on(SOURCE, answers, (80, 24), AmbiguousWidth::One);
    let screen = desk.press("2 Tab F9").screen();
    assert!(screen.contains("去了哪里？　海边"), "{screen}");
}

#[test]
fn what_is_only_to_be_read_says_so_whatever_is_tried() {
    for keys in ["1", "F8", "Ctrl+O", "Ctrl+Z", "Space", "Ctrl+T d", "Ctrl+T a"] {
        let mut desk = Desk::on(SOURCE, ANSWERS, (80, 24), AmbiguousWidth::One);
        desk.app.interview_mut().unwrap().saving = Saving::ReadOnly("请先关闭那里。".to_owned());
        let screen = desk.press(keys).screen();
        assert!(screen.contains("只读打开：请先关闭那里。"), "{keys}\n{screen}");
    }
}

#[test]
fn a_step_back_from_what_was_said_leads_nowhere_yet() {
    let mut desk = Desk::on(SOURCE, ANSWERS, (80, 24), AmbiguousWidth::One);
    desk.act(Action::Said("已导出。".to_owned())).press("Esc");
    assert!(desk.effects.is_empty() && !desk.screen().contains("已导出。"));
    desk.press("Esc");
    assert!(!desk.effects.is_empty());
}

#[test]
fn keeping_leads_on_to_what_waits_where_nothing_is_to_be_kept() {
    let source = "format = 1\ntitle = \"小结\"\n[a]\nask = \"甲？\"\ndefault = \"常\"\n[b]\nask = \"乙？\"\n[c]\nask = \"丙？\"\n";
    let mut desk = Desk::on(source, "", (80, 24), AmbiguousWidth::One);
    put(&mut desk, |answers| {
        let carried = Answer::untouched(Value::Text("去年".to_owned()), Origin::Carried);
        answers.put(&Place::parse("c").unwrap(), carried);
    });
    desk.app
        .interview_mut()
        .unwrap()
        .visit(&Place::parse("a").unwrap());
    let screen = desk.press("Alt+K").screen();
    assert_eq!(desk.at(), "c");
    assert!(screen.contains("到了下一题等着看的，Alt+K 照旧保留"), "{screen}");
    desk.press("Alt+K Home Shift+Tab Shift+Tab");
    let screen = desk.press("Alt+K").screen();
    assert_eq!(desk.at(), "a");
    assert!(screen.contains("没有等着看的旧稿了；^N 到下一处未完"), "{screen}");
}

#[test]
fn what_held_no_answers_is_said_to_be_blank() {
    let mut desk = desk((80, 24));
    desk.app
        .interview_mut()
        .unwrap()
        .visit(&Place::parse("problems.problem").unwrap());
    // Nothing stands in the one that is added here, nor in what is paired with it.
    desk.press("Ctrl+O F8");
    let screen = desk.screen();
    assert!(
        screen.contains("里面都还没有回答") && !screen.contains("其中的回答"),
        "{screen}"
    );
    let screen = desk.press("y F9").screen();
    assert!(screen.contains("问题 的一项：（空）"), "{screen}");
    desk.press("Esc");
    // What holds one is asked about as before.
    desk.press("Ctrl+O").write("作风").press("F8");
    assert!(desk.screen().contains("其中的回答"), "{}", desk.screen());
}
