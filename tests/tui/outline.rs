//! The outline: how each question and section stands, what is parked.

use super::desk::{Desk, QUESTIONNAIRE as GROUPS};
use std::sync::Arc;
use tigang::answers::{Answer, Origin, Place, Value};
use tigang::text::AmbiguousWidth;
use tigang::tui::action::Action;
use tigang::tui::theme::Theme;

const QUESTIONNAIRE: &str = r#"
format = 1
title = "小结"
[a]
heading = "各种情形"
[a.answered]
ask = "已答的？"
[a.open]
ask = "没答的？"
[a.optional]
ask = "可答的？"
required = false
[a.draft]
ask = "草稿的？"
[a.old]
ask = "旧稿的？"
[a.wrong]
ask = "不对的？"
kind = "month"
[a.more]
ask = "还有吗？"
kind = "yes-no"
[a.hidden]
ask = "藏起的？"
when = { more = true }
[begun]
heading = "答了一半"
[begun.one]
ask = "一？"
[begun.two]
ask = "二？"
[drafts]
heading = "只差草稿"
[drafts.one]
ask = "一？"
[gone]
heading = "整节藏起"
when = { "a.more" = true }
[gone.one]
ask = "一？"
[problem]
label = "问题"
repeat = true
heading = "{{ name }}"
[problem.name]
ask = "哪里？"
text = ""
"#;

const ANSWERS: &str = r#"
[a]
answered = "是"
wrong = "去年"
more = false
hidden = "还在"
[begun]
one = "一"
[gone]
one = "也还在"
"#;

fn desk(size: (u16, u16), ambiguous: AmbiguousWidth) -> Desk {
    let mut desk = Desk::on(QUESTIONNAIRE, ANSWERS, size, ambiguous);
    let interview = desk.app.interview_mut().unwrap();
    let mut answers = (**interview.work.answers()).clone();
    let old = Answer::untouched(Value::Text("旧".to_owned()), Origin::Carried);
    answers.put(&Place::parse("a.old").unwrap(), old);
    for place in ["a.draft", "drafts.one"] {
        let draft = Answer {
            draft: true,
            ..Answer::typed(Value::Text("半".to_owned()))
        };
        answers.put(&Place::parse(place).unwrap(), draft);
    }
    let questionnaire = interview.outline().questionnaire().clone();
    interview.work = tigang::interview::Work::new(&questionnaire, Arc::new(answers));
    interview.visit(&Place::parse("a.answered").unwrap());
    desk
}

#[test]
fn each_standing_has_a_mark_of_its_own() {
    for (ambiguous, rows) in [
        (
            AmbiguousWidth::One,
            [
                "! 一、各种情形",
                "✓ 已答的？",
                "○ 没答的？",
                "· 可答的？",
                "✎ 草稿的？",
                "↻ 旧稿的？",
                "! 不对的？",
                "◌ 藏起的？",
                "◐ 二、答了一半",
                "✎ 三、只差草稿",
                "◌ 整节藏起",
            ],
        ),
        (
            AmbiguousWidth::Two,
            [
                "! 一、各种情形",
                "v 已答的？",
                "o 没答的？",
                ". 可答的？",
                "~ 草稿的？",
                "= 旧稿的？",
                "! 不对的？",
                "- 藏起的？",
                "% 二、答了一半",
                "~ 三、只差草稿",
                "- 整节藏起",
            ],
        ),
    ] {
        let mut desk = desk((80, 24), ambiguous);
        let screen = desk.screen();
        let mut rest = screen.as_str();
        for row in rows {
            let found = rest.split_once(row);
            assert!(found.is_some(), "{row} in its place in\n{screen}");
            rest = found.unwrap().1;
        }
        // The help says what each means.
        let mut help = desk.press("F1").screen();
        for _ in 0..20 {
            help.push_str(&desk.press("PageDown").screen());
        }
        for row in ["搁置", "草稿", "沿用旧稿"] {
            assert!(help.contains(row), "{row} in\n{help}");
        }
    }
}

#[test]
fn what_is_parked_is_said_and_can_be_left_out() {
    let mut desk = desk((80, 24), AmbiguousWidth::One);
    desk.press("Ctrl+G");
    for _ in 0..30 {
        let row = desk
            .app
            .interview()
            .and_then(|interview| interview.outline_pane.row().cloned());
        if row.is_some_and(|row| row.title == "藏起的？") {
            break;
        }
        desk.press("Down");
    }
    let screen = desk.press("Enter").screen();
    assert!(screen.contains("搁置着") && screen.contains("还在"), "{screen}");
    assert_eq!(desk.at(), "a.answered", "there is nothing to go to");
    let screen = desk.press("p").screen();
    assert!(!screen.contains("藏起"), "{screen}");
    assert!(desk.press("p").screen().contains("藏起的？"));
    // The condition holds again: the answer is back, and nothing is parked.
    let mut desk = self::desk((80, 24), AmbiguousWidth::One);
    for _ in 0..6 {
        desk.press("Tab");
    }
    assert_eq!(desk.at(), "a.more");
    let screen = desk.write("y").press("Tab").screen();
    assert!(screen.contains("✓ 藏起的？") && !screen.contains('◌'), "{screen}");
}

#[test]
fn no_more_is_shown_of_what_is_parked_than_may_be_seen() {
    let source = |attribute: &str| {
        format!(
            "format = 1\ntitle = 't'\n[more]\nask = '有吗？'\nkind = 'yes-no'\n[hidden]\nask = '藏起的？'\n\
             kind = 'prose'\nwhen = {{ more = true }}\n{attribute}\n"
        )
    };
    let long = "很长的话".repeat(100);
    for (attribute, shows) in [("", true), ("sensitive = true", false)] {
        let answers = format!("more = false\nhidden = \"{long}\"\n");
        let mut desk = Desk::on(&source(attribute), &answers, (80, 24), AmbiguousWidth::One);
        let screen = desk.press("Ctrl+G Down Enter").screen();
        assert!(screen.contains("搁置着"), "{screen}");
        assert_eq!(screen.matches("很长的话").count() > 0, shows, "{screen}");
        assert!(screen.matches("很长的话").count() <= 10, "{screen}");
    }
}

#[test]
fn the_outline_on_the_screen() {
    for (name, size) in [("120x36", (120, 36)), ("80x24", (80, 24)), ("40x12", (40, 12))] {
        let mut desk = desk(size, AmbiguousWidth::One);
        insta::assert_snapshot!(format!("outline-{name}"), desk.press("Ctrl+G").screen());
    }
    insta::assert_snapshot!(
        "outline-ascii",
        desk((80, 24), AmbiguousWidth::Two).press("Ctrl+G").screen()
    );
    // Without colours nothing is lost: the marks say it all.
    let mut colourless = desk((80, 24), AmbiguousWidth::One);
    let coloured = desk((80, 24), AmbiguousWidth::One).press("Ctrl+G").screen();
    colourless.app.looks.theme = Theme::new(false);
    assert_eq!(colourless.press("Ctrl+G").screen(), coloured);
}

#[test]
fn the_lowest_row_offers_on_instances_what_can_be_done_there() {
    let offers = ["再加一项", "移除此项", "上移", "下移"];
    for (place, offered) in [
        ("opening.since", [false; 4]),
        ("problems.problem[a].name", [true; 4]),
        // What is there because of another one is not added, removed or moved by itself.
        ("problems.cause[a].why", [false; 4]),
    ] {
        let mut desk = Desk::on(GROUPS, ONE_PROBLEM, (160, 36), AmbiguousWidth::One);
        desk.act(Action::Visit(Place::parse(place).unwrap()));
        let screen = desk.press("Ctrl+G").screen();
        let row = screen.lines().last().unwrap();
        let found = offers.map(|offer| row.contains(offer));
        assert_eq!(found, offered, "{place}: {row}");
    }
    // Where nothing of that can be done there is room for the way back.
    let mut desk = Desk::on(GROUPS, ONE_PROBLEM, (80, 24), AmbiguousWidth::One);
    let screen = desk.press("Ctrl+G").screen();
    assert!(screen.lines().last().unwrap().contains("Esc 返回"), "{screen}");
}

const ONE_PROBLEM: &str = "[[problems.problem]]\nid = \"a\"\nname = \"学习\"\n";
