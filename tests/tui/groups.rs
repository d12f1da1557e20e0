//! Repeated sections: adding, removing, bringing back, moving; the pairs follow.

use super::desk::{Desk, QUESTIONNAIRE};

const TWO: &str = r#"
[[problems.problem]]
id = "a"
name = "学习不深"
facts = "读书少。"
[[problems.problem]]
id = "b"
name = "调研不实"
[[problems.cause]]
for = "b"
why = "图省事"
[[problems.cause]]
for = "a"
why = "不重视"
"#;

#[test]
fn pairs_follow_their_problems() {
    let both = "　　（一）学习不深。读书少。\n　　（二）调研不实。\n　　（一）不重视。\n　　（二）图省事。\n";
    let turned =
        "　　（一）调研不实。\n　　（二）学习不深。读书少。\n　　（一）图省事。\n　　（二）不重视。\n";
    let first_gone = "　　（一）调研不实。\n　　（一）图省事。\n";
    for (keys, text) in [
        ("Tab", both),
        // From the second question of the first problem.
        ("Tab Tab Tab Alt+Down", turned),
        ("Tab Tab Tab Alt+Down Ctrl+Z", both),
        ("Tab Tab Tab Alt+Down Ctrl+Z Ctrl+Y", turned),
        ("Tab Tab F8 y", first_gone),
        ("Tab Tab F8 n", both),
        ("Tab Tab F8 Esc", both),
        ("Tab Tab F8 y Ctrl+Z", both),
        // What was removed comes back to its place, with its pair.
        ("Tab Tab F8 y F9 Enter", both),
    ] {
        let mut desk = Desk::new(TWO);
        let all = desk.press(keys).text();
        let problems = all
            .split("问题\n")
            .nth(1)
            .unwrap()
            .split("　　三、")
            .next()
            .unwrap();
        assert_eq!(problems, text, "{keys}");
    }
}

#[test]
fn another_is_offered_until_the_group_is_full() {
    let mut desk = Desk::new(TWO);
    desk.press("Tab Tab Tab Tab Tab Tab");
    assert_eq!(desk.at(), "problems.problem");
    assert!(desk.screen().contains("现有 2 项"));
    desk.press("Enter").write("作风不硬").press("Enter Tab");
    // The third is the last: from its last question the way leads on to the causes.
    assert_eq!(desk.at(), "problems.cause[a].why");
    assert!(desk.text().contains("（三）作风不硬。"));
    desk.press("Shift+Tab Ctrl+O");
    assert!(desk.screen().contains("这里不能添加"));
}

#[test]
fn links_name_the_instances() {
    let mut desk = Desk::new(TWO);
    desk.press("Ctrl+G End Enter Tab");
    assert_eq!(desk.at(), "plan.answers");
    let screen = desk.screen();
    assert!(
        screen.contains("[ ] （一）学习不深") && screen.contains("[ ] （二）调研不实"),
        "{screen}"
    );
    desk.press("2 Tab");
    assert!(desk.saved().unwrap().contains("answers = [\"b\"]"));
}

const LINKED: &str = r#"
[[problems.problem]]
id = "a"
name = "学习不深"
[[problems.problem]]
id = "b"
name = "调研不实"
[[problems.cause]]
for = "a"
why = "不重视"
[plan]
public = true
"#;

#[test]
fn the_table_shows_pairs_and_gaps() {
    let mut desk = Desk::on(QUESTIONNAIRE, LINKED, (80, 24), tigang::text::AmbiguousWidth::One);
    let screen = desk.press("Ctrl+T").screen();
    let row = |needle: &str| {
        screen
            .lines()
            .rfind(|row| row.contains(needle))
            .unwrap_or_default()
            .to_owned()
    };
    assert!(row("学习不深").contains("（一）不重视"), "{screen}");
    // The way to a cell, and where it leads.
    for (keys, at) in [
        ("Ctrl+T Enter", "problems.problem[a].name"),
        ("Ctrl+T Down Right Enter", "problems.cause[b].why"),
        ("Ctrl+T Down Down Down Right Right Enter", "problems.cause[b].why"),
        ("Ctrl+T Esc", "opening.since"),
    ] {
        assert_eq!(Desk::new(LINKED).press(keys).at(), at, "{keys}");
    }
}

#[test]
fn the_table_changes_rows() {
    for (keys, names) in [
        ("Ctrl+T J", "调研不实 学习不深"),
        ("Ctrl+T c", "学习不深 学习不深 调研不实"),
        ("Ctrl+T d y", "调研不实"),
        ("Ctrl+T d y Esc Ctrl+Z", "学习不深 调研不实"),
        ("Ctrl+T a", "学习不深 调研不实"),
    ] {
        let text = Desk::new(LINKED).press(keys).text();
        let problems = text
            .split("问题\n")
            .nth(1)
            .unwrap()
            .split("不重视")
            .next()
            .unwrap()
            .to_owned();
        let found: Vec<&str> = problems
            .split(['（', '）', '。', '\n'])
            .filter(|part| ["学习不深", "调研不实"].contains(part))
            .collect();
        assert_eq!(found.join(" "), names, "{keys}\n{text}");
    }
}

#[test]
fn pairs_can_be_answered_in_one_go() {
    let mut desk = Desk::new(LINKED);
    desk.press("F7 Tab Tab");
    let mut stops = Vec::new();
    for _ in 0..5 {
        stops.push(desk.at());
        desk.press("Tab");
    }
    let expected = [
        "problems.problem[a].name",
        "problems.problem[a].facts",
        "problems.cause[a].why",
        "problems.problem[b].name",
        "problems.problem[b].facts",
    ];
    assert_eq!(stops, expected);
}
