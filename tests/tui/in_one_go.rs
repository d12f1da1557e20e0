//! What belongs together, answered in one go.

use super::desk::Desk;
use tigang::answers::Place;
use tigang::text::AmbiguousWidth;
use tigang::tui::action::Action;

/// Problems, each with a cause, and measures that answer them.
pub(super) const FOLLOWED_UP: &str = r#"
format = 1
title = "整改"
[problem]
label = "问题"
repeat = true
heading = "{{ name }}"
[problem.name]
ask = "哪里不够？"
[cause]
label = "原因"
for_each = "problem"
heading = "{{ why }}"
[cause.why]
ask = "“{{ each.name }}”的原因？"
[plan.measure]
label = "措施"
repeat = true
max = 4
heading = "{{ what }}"
[plan.measure.what]
ask = "怎么改？"
[plan.measure.answers]
ask = "回应哪些问题？"
kind = "links"
to = "problem"
[end]
ask = "还有什么话？"
"#;

/// Two problems; the first has a measure.
pub(super) const HALF: &str = r#"
[[problem]]
id = "a"
name = "学习不深"
[[problem]]
id = "b"
name = "调研不实"
[[plan.measure]]
id = "m"
what = "多读书"
answers = ["a"]
"#;

pub(super) fn desk(answers: &str) -> Desk {
    Desk::on(FOLLOWED_UP, answers, (120, 36), AmbiguousWidth::One)
}

/// The stops from the first one to the last.
fn stops(desk: &mut Desk) -> Vec<String> {
    desk.act(Action::Visit(Place::parse("problem[a].name").unwrap()));
    let mut stops = vec![desk.at()];
    loop {
        let at = desk.press("Tab").at();
        if stops.last() == Some(&at) {
            return stops;
        }
        stops.push(at);
    }
}

#[test]
fn each_problem_is_followed_by_its_cause_and_its_measures() {
    let mut desk = desk(HALF);
    desk.press("F5");
    let expected = [
        "problem[a].name",
        "cause[a].why",
        "plan.measure[m].what",
        "plan.measure[m].answers",
        "problem[b].name",
        "cause[b].why",
        // Nothing answers the second problem yet: something that does is offered.
        "problem[b]",
        "problem",
        "plan.measure",
        "end",
    ];
    assert_eq!(stops(&mut desk), expected);
    // The way back is the same.
    let back: Vec<String> = expected
        .iter()
        .rev()
        .skip(1)
        .map(|stop| (*stop).to_owned())
        .collect();
    let found: Vec<String> = back.iter().map(|_| desk.press("Shift+Tab").at()).collect();
    assert_eq!(found, back);
}

#[test]
fn nothing_is_offered_where_no_more_can_be_added() {
    let full = "[[plan.measure]]\nwhat = \"甲\"\n".repeat(3);
    let mut desk = desk(&format!("{HALF}{full}"));
    desk.press("F5");
    assert!(!stops(&mut desk).contains(&"problem[b]".to_owned()));
}

/// At the offer behind the second problem.
fn at_the_offer(answers: &str) -> Desk {
    let mut desk = desk(answers);
    desk.press("F5");
    desk.act(Action::Visit(Place::parse("cause[b].why").unwrap()));
    desk.press("Tab");
    assert_eq!(desk.at(), "problem[b]");
    desk
}

/// The measures with what each is linked to.
pub(super) fn measures(desk: &Desk) -> String {
    let answers = desk.app.interview().unwrap().work.answers();
    let group = Place::parse("plan.measure").unwrap();
    let ids = answers.instances(&group);
    let linked = ids.iter().map(|id| {
        let place = group.with_instance(id);
        let of = |name: &str| {
            answers
                .answer(&place.child(name))
                .map(|answer| answer.value.to_typed())
        };
        let linked = of("answers").unwrap_or_default().replace('\n', "+");
        format!("{}:{linked}", of("what").unwrap_or_default())
    });
    linked.collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_missing_is_offered_and_made_only_when_asked_for() {
    let mut desk = at_the_offer(HALF);
    let screen = desk.screen();
    assert!(screen.contains("“二、调研不实”还没有对应的“措施”"), "{screen}");
    assert!(screen.contains("调研不实 2/2"), "{screen}");
    for (keys, found, at) in [
        ("Tab", "多读书:a", "problem"),
        ("Enter", "多读书:a :b", "plan.measure[*].what"),
        ("Ctrl+O", "多读书:a :b", "plan.measure[*].what"),
        ("Enter Ctrl+Z", "多读书:a", "plan.measure"),
        ("Ctrl+S", "多读书:a", "problem[b]"),
        // Where something is added it is gone on from.
        ("Enter Tab Tab", "多读书:a :b", "problem"),
        ("Ctrl+T J", "多读书:a", "problem[b]"),
        ("F5", "多读书:a", "problem[b].name"),
    ] {
        let mut desk = at_the_offer(HALF);
        desk.press(keys);
        assert_eq!(measures(&desk), found, "{keys}");
        let place = desk.at();
        let (head, tail) = at.split_once('*').unwrap_or((at, ""));
        assert!(
            place.starts_with(head) && place.ends_with(tail),
            "{keys}: {place}"
        );
        assert!(!tail.is_empty() || place == at, "{keys}: {place}");
    }
    // A blank one that is there is taken first.
    let mut desk = at_the_offer(&format!("{HALF}[[plan.measure]]\nid = \"n\"\n"));
    desk.press("Enter");
    assert_eq!(
        (measures(&desk).as_str(), desk.at().as_str()),
        ("多读书:a :b", "plan.measure[n].what")
    );
    // The outline leads to the problem itself.
    let mut desk = at_the_offer(HALF);
    desk.act(Action::Visit(Place::parse("problem[b]").unwrap()));
    assert_eq!(desk.at(), "problem[b].name");
}

#[test]
fn the_order_in_force_is_seen() {
    for (width, height) in [(120, 36), (80, 24), (40, 12)] {
        let mut desk = Desk::on(FOLLOWED_UP, HALF, (width, height), AmbiguousWidth::One);
        assert!(!desk.screen().contains("成对"));
        // The word may be broken into rows.
        let said = desk.press("F5").screen().replace(['\n', ' '], "");
        assert!(said.contains("每项“问题”之后，接着问它的“原因、措施”"), "{said}");
        let later = desk.press("Tab").screen();
        assert!(later.contains("成对 · 第 2/"), "{later}");
        assert!(!desk.press("F5 Tab").screen().contains("成对"));
    }
    let mut desk = Desk::on(
        "format = 1\ntitle = \"题\"\n[a]\nask = \"什么？\"\n",
        "",
        (80, 24),
        AmbiguousWidth::One,
    );
    assert!(desk.press("F5").screen().contains("没有成对的部分"));
}

#[test]
fn what_several_problems_share_says_so_where_the_writer_is_and_before_it_is_removed() {
    let shared = HALF.replace("answers = [\"a\"]", "answers = [\"a\", \"b\"]");
    for size in [(120, 36), (80, 24), (40, 12)] {
        for (answers, order, is_shared) in [
            (shared.as_str(), "Home", true),
            (&shared, "F5", true),
            (HALF, "Home", false),
        ] {
            let mut desk = Desk::on(FOLLOWED_UP, answers, size, AmbiguousWidth::One);
            desk.press(order);
            desk.act(Action::Visit(Place::parse("plan.measure[m].what").unwrap()));
            let screen = desk.screen();
            assert_eq!(
                screen.contains("对应：一、学习不深、二、调研不实"),
                is_shared,
                "{screen}"
            );
            let asked = desk.press("F8").screen();
            // However it is wrapped.
            let asked: String = asked.split_whitespace().collect();
            assert_eq!(
                asked.contains("同时对应“一、学习不深、二、调研不实”"),
                is_shared,
                "{asked}"
            );
            // What is asked elsewhere belongs to nothing.
            desk.press("n");
            desk.act(Action::Visit(Place::parse("end").unwrap()));
            assert!(!desk.screen().contains("对应："), "{}", desk.screen());
        }
        // Where they have no room each of them can still be told.
        let long = shared
            .replace("学习不深", "学习不深入不系统也不联系实际")
            .replace("调研不实", "调研不实在不经常也不解剖麻雀");
        let mut desk = Desk::on(FOLLOWED_UP, &long, size, AmbiguousWidth::One);
        desk.act(Action::Visit(Place::parse("plan.measure[m].what").unwrap()));
        let screen = desk.screen();
        let row = screen.lines().find(|row| row.contains("对应："));
        let both = |row: &str| row.contains("一、学习") && row.contains("二、调研");
        assert!(row.is_some_and(both), "{screen}");
    }
}
