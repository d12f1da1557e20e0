//! The review: what is found, the way there and back.

use super::desk::Desk;
use super::widgets::drive;
use tigang::messages::Locale;
use tigang::text::AmbiguousWidth;

const QUESTIONNAIRE: &str = r#"
format = 1
title = "小结"
min_length = 100
max_length = 400
terms = { "职工" = ["员工"] }

[opening]
heading = "开头"
max_length = 12
[opening.since]
ask = "何时任职？"
kind = "month"
[opening.body]
ask = "由谁任命？"
[problems]
heading = "问题"
[problems.problem]
label = "问题"
repeat = true
heading = "{{ name }}"
heading_style = "run-in"
[problems.problem.name]
ask = "哪里不够？"
text = ""
[problems.problem.facts]
ask = "有何表现？"
kind = "prose"
min_length = 10
[measures]
heading = "打算"
[measures.measure]
label = "措施"
repeat = true
[measures.measure.title]
ask = "怎么办？"
[measures.measure.answers]
ask = "回应哪些问题？"
kind = "links"
to = "problems.problem"
text = ""
"#;

const ANSWERS: &str = r#"
[opening]
since = "去年"
body = "由县委任命为县政府办公室主任"
[[problems.problem]]
id = "a"
name = "学习不深"
facts = "员工读书少。"
[[problems.problem]]
id = "b"
name = "调研不实"
[[measures.measure]]
id = "m"
title = "多读书。"
answers = ["a"]
"#;

const SOUND: &str = r#"
[opening]
since = "2021-07"
body = "县委"
[[problems.problem]]
id = "a"
name = "学习不深"
facts = "年初定的十二本书只读完三本，笔记记了不到二十页，讲课的时候只能照着稿子念。年初定的十二本书只读完三本，笔记记了不到二十页，讲课的时候只能照着稿子念。"
[[measures.measure]]
id = "m"
title = "每个月读完一本书，月底交一篇笔记。"
answers = ["a"]
"#;

fn desk(answers: &str, size: (u16, u16)) -> Desk {
    Desk::on(QUESTIONNAIRE, answers, size, AmbiguousWidth::One)
}

/// The rows of the review that have something to go to.
fn rows(desk: &mut Desk) -> Vec<String> {
    let screen = desk.screen();
    let below = screen
        .lines()
        .skip_while(|row| !row.contains("还有什么未完"))
        .skip(1);
    let rows = below.filter(|row| row.contains(" · ") || row.contains("全文") || row.contains("节"));
    rows.map(|row| {
        row.replace('▸', " ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    })
    .collect()
}

#[test]
fn the_review_on_the_screen() {
    for (name, size) in [("120x36", (120, 36)), ("80x24", (80, 24)), ("40x12", (40, 12))] {
        let mut desk = desk(ANSWERS, size);
        let (screen, cursor) = desk.press("Ctrl+R Down").look();
        insta::assert_snapshot!(format!("review-{name}"), format!("{screen}\ncursor {cursor:?}"));
    }
    let mut ascii = Desk::on(QUESTIONNAIRE, ANSWERS, (80, 24), AmbiguousWidth::Two);
    insta::assert_snapshot!("review-ascii", ascii.press("Ctrl+R").screen());
    let mut english = desk(ANSWERS, (80, 24));
    english.app.looks.locale = Locale::En;
    insta::assert_snapshot!("review-en", english.press("Ctrl+R").screen());
    let mut sound = desk(SOUND, (80, 24));
    insta::assert_snapshot!("review-nothing", sound.press("Ctrl+R").screen());
}

#[test]
fn what_is_found_is_gone_to_and_mended_and_the_review_comes_back() {
    let mut desk = desk(ANSWERS, (120, 36));
    desk.press("Ctrl+R");
    let before = rows(&mut desk);
    // The second row: facts that are too short.
    desk.press("Down Enter");
    assert_eq!(desk.at(), "problems.problem[a].facts");
    assert!(desk.screen().contains("Esc 回到检查"), "{}", desk.screen());
    // Nothing mended: the list as it was, the cursor where it was.
    desk.press("Esc Enter");
    assert_eq!(desk.at(), "problems.problem[a].facts");
    drive(&mut desk, "年初定的书只读完三本。<Esc>");
    let after = rows(&mut desk);
    assert_eq!(before.len() - 1, after.len(), "{before:#?}\n{after:#?}");
    // What comes next stands where the mended one stood.
    desk.press("Enter");
    assert_eq!(desk.at(), "problems.problem[b].facts");
    // Wherever the writer goes from there, a step back leads to the review, and then out of it.
    desk.press("Tab Esc");
    assert!(desk.screen().contains("还有什么未完"), "{}", desk.screen());
    desk.press("Esc");
    assert!(!desk.screen().contains("还有什么未完"), "{}", desk.screen());
    desk.effects.clear();
    desk.press("Esc");
    assert!(!desk.effects.is_empty(), "the session is let go of");
}

#[test]
fn the_review_is_narrowed_by_typing() {
    for (typed, at) in [
        ("hsrz", "opening.since"),
        ("员工", "problems.problem[a].facts"),
        ("youhe", "problems.problem[a].facts"),
    ] {
        let mut desk = desk(ANSWERS, (80, 24));
        desk.press("Ctrl+R").write(typed).press("Enter");
        assert_eq!(desk.at(), at, "{typed}");
        // It comes back as it was narrowed.
        assert!(desk.press("Esc").screen().contains(typed), "{}", desk.screen());
    }
}

#[test]
fn budgets_stand_where_the_writer_looks() {
    let mut desk = desk(ANSWERS, (80, 24));
    let screen = desk.press("Tab").screen();
    // The section's, over its budget, below the way to the question; the document's at the top.
    assert!(screen.contains("一、开头  18 / 12 字"), "{screen}");
    assert!(screen.contains("/ 100–400 字"), "{screen}");
    drive(&mut desk, "<Ctrl+A>");
    desk.press("Alt+a Backspace").write("县委");
    desk.act(tigang::tui::action::Action::Pause);
    assert!(desk.screen().contains("一、开头  6 / 12 字"), "{}", desk.screen());
    // Words, for a text that is counted in words.
    let english = QUESTIONNAIRE.replace("title = \"小结\"", "title = \"t\"\nlanguage = \"en\"");
    let mut desk = Desk::on(
        &english,
        "[opening]\nbody = \"Appointed by the county committee.\"\n",
        (80, 24),
        AmbiguousWidth::One,
    );
    desk.app.looks.locale = Locale::En;
    let screen = desk.press("Tab").screen();
    assert!(
        screen.contains("/ 12 words") && screen.contains("/ 100–400 words"),
        "{screen}"
    );
}

#[test]
fn the_review_says_which_of_how_many_the_cursor_is_on() {
    for size in [(120, 36), (80, 24), (40, 12)] {
        let mut desk = desk(ANSWERS, size);
        let count = rows(desk.press("Ctrl+R")).len();
        let rule = |desk: &mut Desk| {
            let screen = desk.screen();
            let above = screen.lines().take_while(|row| !row.contains("还有什么未完"));
            above.last().unwrap_or_default().to_owned()
        };
        let mut places = Vec::new();
        for key in ["Home", "Down", "End"] {
            let rule = rule(desk.press(key));
            places.push(rule.trim_matches('─').trim().to_owned());
        }
        let (_, of) = places[0].split_once('/').unwrap_or_default();
        assert_eq!(
            places,
            [format!("1/{of}"), format!("2/{of}"), format!("{of}/{of}")]
        );
        // On a small screen not all of them are in view.
        let of: usize = of.parse().unwrap();
        assert!(of >= count && of > 3, "{of} {count}");
        let narrowed = rule(desk.write("hsrz"));
        assert!(narrowed.contains(" 1/1 "), "{narrowed}");
    }
}
