//! The whole way, once: from the first screen to the file that is handed in, with a kill on the way.

use super::{Exit, Home, Modes, Program, Terminal};

/// Every kind of question, a repeated section with its pairs, and a question that depends on another.
const QUESTIONNAIRE: &str = r#"
format = 1
title = "履职小结"
heading = "履职小结"
language = "zh-CN"

[post]
layout = "paragraph"
[post.since]
ask = "哪年哪月任现职？"
kind = "month"
text = "{{ answer }}起，"
[post.name]
ask = "任什么职务？"
text = "我担任{{ answer }}。"

[done]
heading = "履行职责"
[done.facts]
ask = "今年做了哪些工作？"
kind = "prose"
[done.visits]
ask = "下乡几次？"
kind = "number"
text = "下乡{{ answer | han }}次。"
[done.ways]
ask = "用了哪些方式？"
kind = "choices"
choices = ["座谈", "走访", "问卷"]
other = true
text = "方式是{{ answer | join }}。"
[done.results]
ask = "有哪些成果？"
kind = "list"

[problems]
heading = "存在的问题及原因"
[problems.lead]
text = '我在{{ "两" if problem | length == 2 else problem | length | han }}个方面还有不足。'
[problems.problem]
label = "问题"
repeat = true
heading = "{{ name }}"
heading_style = "run-in"
[problems.problem.name]
ask = "哪一方面做得不够？"
text = ""
[problems.problem.facts]
ask = "有哪些表现？"
kind = "prose"
[problems.cause]
label = "原因"
for_each = "problems.problem"
heading = "{{ why }}"
heading_style = "run-in"
[problems.cause.why]
ask = "“{{ each.name }}”，原因何在？"
text = ""

[plan]
heading = "下步打算"
[plan.measure]
ask = "打算怎么做？"
[plan.answers]
ask = "这回应哪些问题？"
kind = "links"
to = "problems.problem"
text = "以上回应前述{{ answer | length }}个问题。"
[plan.until]
ask = "哪一年做完？"
kind = "year"
text = "{{ answer }}内完成。"
[plan.public]
ask = "结果是否公开？"
kind = "yes-no"
text = ""
[plan.place]
ask = "在哪里公开？"
kind = "choice"
choices = ["公示栏", "网站"]
text = "结果在{{ answer }}公开。"
when = { "plan.public" = true }
[plan.day]
ask = "哪一天写成？"
kind = "date"
align = "right"
"#;

/// The file that is handed in.
const HANDED_IN: &str = "履职小结
　　2021年7月起，我担任副局长。
　　一、履行职责
　　下乡调研，“蹲点”看实情。
　　走进六个村，
　　开了三场座谈会。
　　下乡十二次。
　　方式是座谈、问卷、暗访。
　　修好两条路
　　建成一座桥
　　二、存在的问题及原因
　　我在两个方面还有不足。
　　（一）学习不深。读书少。
　　（二）调研不实。看得多，问得少。
　　（一）忙于事务。
　　（二）图省事。
　　三、下步打算
　　每月读一本书。
　　以上回应前述2个问题。
　　2027年内完成。
　　结果在网站公开。
2026年12月1日
";

/// Answers a question: waits for it, types, and goes on with the keys.
#[track_caller]
fn answer(terminal: &mut Terminal, ask: &str, typed: &str, keys: &str) {
    terminal.wait_for_text(ask);
    terminal.type_text(typed);
    terminal.keys(keys);
}

#[test]
fn from_the_first_screen_to_the_file_with_a_kill_on_the_way() {
    let home = Home::new();
    let own = home.path().join("data/tigang/questionnaires");
    std::fs::create_dir_all(&own).unwrap();
    std::fs::write(own.join("summary.toml"), QUESTIONNAIRE).unwrap();

    let mut terminal = Program::tigang().in_home(&home).size(36, 120).spawn();
    terminal.wait_for_text("履职小结");
    terminal.keys("end enter");
    terminal.wait_for_text("给这一份起个名字：");
    terminal.keys("ctrl+w ctrl+w ctrl+w");
    terminal.type_text("小结");
    terminal.wait_for(|screen| screen.contains("小结") && !screen.contains("履职小结 20"));
    terminal.keys("enter");
    answer(&mut terminal, "哪年哪月任现职？", "2021-07", "enter");
    answer(&mut terminal, "任什么职务？", "副局长", "enter");
    answer(
        &mut terminal,
        "今年做了哪些工作？",
        "下乡调研，“蹲点”看实情。",
        "enter",
    );
    terminal.wait_for_text("下乡调研，“蹲点”看实情。");
    terminal.paste("走进六个村，\r\n开了三场座谈会。");
    terminal.wait_for(|screen| screen.contains("开了三场座谈会。") && screen.contains("已保存"));
    terminal.kill9();
    assert!(matches!(terminal.exit_status(), Exit::Signal(_)));

    // The list shows the session first; it goes on at the same question, behind the last word.
    let mut terminal = Program::tigang().in_home(&home).size(36, 120).spawn();
    terminal.wait_for(|screen| screen.contains("继续") && screen.contains("小结"));
    terminal.keys("enter");
    let screen = terminal.wait_for_text("今年做了哪些工作？");
    for saved in [
        "2021年7月起，",
        "我担任副局长。",
        "“蹲点”看实情。",
        "走进六个村，",
    ] {
        assert!(screen.contains(saved), "{saved} in\n{screen}");
    }
    // In the pane of the answer, not on the page.
    let (row, column) = screen.find("│   开了三场座谈会。").unwrap();
    assert_eq!(screen.cursor(), Some((row, column + 20)), "{screen}");

    terminal.keys("tab");
    answer(&mut terminal, "下乡几次？", "12", "enter");
    answer(&mut terminal, "用了哪些方式？", "13暗访", "enter enter");
    answer(&mut terminal, "有哪些成果？", "修好两条路\n建成一座桥", "tab");
    terminal.wait_for_text("还要再加一项吗？");
    terminal.keys("enter");
    answer(&mut terminal, "哪一方面做得不够？", "学习不深", "enter");
    answer(&mut terminal, "有哪些表现？", "读书少。", "tab");
    terminal.wait_for_text("现有 1 项");
    terminal.keys("enter");
    answer(&mut terminal, "哪一方面做得不够？", "调研不实", "enter");
    answer(&mut terminal, "有哪些表现？", "看得多，问得少。", "tab");
    terminal.wait_for_text("现有 2 项");
    terminal.keys("tab");
    answer(&mut terminal, "“学习不深”，原因何在？", "忙于事务", "enter");
    answer(&mut terminal, "“调研不实”，原因何在？", "图省事", "enter");
    answer(&mut terminal, "打算怎么做？", "每月读一本书。", "enter");
    answer(&mut terminal, "这回应哪些问题？", "12", "enter");
    answer(&mut terminal, "哪一年做完？", "2027", "enter");
    answer(&mut terminal, "结果是否公开？", "y", "enter");
    answer(&mut terminal, "在哪里公开？", "2", "enter");
    answer(&mut terminal, "哪一天写成？", "2026-12-01", "ctrl+r");
    terminal.wait_for_text("没有未完的问题。");
    // An Esc that something follows at once would be Alt.
    terminal.keys("esc");
    terminal.wait_for(|screen| !screen.contains("没有未完的问题。"));
    terminal.keys("ctrl+e");
    terminal.wait_for_text("导出到：");
    terminal.keys("enter");
    terminal.wait_for_text("已导出到");
    terminal.keys("ctrl+q");
    assert_eq!(terminal.exit_status(), Exit::Code(0));
    assert_eq!(terminal.left_behind(), Modes::default());

    let handed_in = std::fs::read_to_string(home.path().join("小结.txt")).unwrap();
    assert_eq!(handed_in, HANDED_IN);
}
