//! Repeated sections: adding, removing, bringing back, moving; the pairs follow.

use super::desk::Desk;

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
