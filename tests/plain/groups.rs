//! Repeated sections: adding, removing, bringing back, moving; the pairs follow.

use super::questionnaires::GROUPS;
use super::talk::Talk;

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

const BOTH: &str =
    "　　（一）学习不深。读书少。\n　　（二）调研不实。\n　　（一）不重视。\n　　（二）图省事。\n";
const TURNED: &str =
    "　　（一）调研不实。\n　　（二）学习不深。读书少。\n　　（一）图省事。\n　　（二）不重视。\n";
const FIRST_GONE: &str = "　　（一）调研不实。\n　　（一）图省事。\n";
const THIRD: &str = "　　（一）学习不深。读书少。\n　　（二）调研不实。\n　　（三）作风不硬。\n　　（一）不重视。\n　　（二）图省事。\n";
const BETWEEN: &str = "　　（一）学习不深。读书少。\n　　（二）作风不硬。\n　　（三）调研不实。\n　　（一）不重视。\n　　（三）图省事。\n";

#[test]
fn pairs_follow_their_problems() {
    for (script, text) in [
        ("", BOTH),
        (":下移\n", TURNED),
        (":到 3\n:move up\n", TURNED),
        (":上移\n", BOTH),
        (":下移\n:撤销\n", BOTH),
        (":下移\n:撤销\n:重做\n", TURNED),
        (":移除\n是\n", FIRST_GONE),
        (":移除\n\n", BOTH),
        (":移除\n否\n", BOTH),
        (":移除\n什么？\ny\n", FIRST_GONE),
        (":移除\n", BOTH),
        (":移除\n是\n:undo\n", BOTH),
        (":移除\n是\n:找回 1\n", BOTH),
        // The stop after the instances: yes, or the command, with a mark or without.
        (":到 5\n是\n作风不硬\n", THIRD),
        (":到 5\nyes\n作风不硬\n", THIRD),
        (":到 5\n添加\n作风不硬\n", THIRD),
        (":到 5\n:add\n作风不硬\n", THIRD),
        (":到 5\n否\n", BOTH),
        (":到 5\n\n作风不硬\n", &BOTH.replace("不重视", "作风不硬")),
        (":到 5\n再说\n", BOTH),
        // From inside an instance another is added behind it.
        (":添加\n作风不硬\n", BETWEEN),
    ] {
        let talk = Talk::on(GROUPS, TWO);
        let heard = talk.hear(script);
        assert_eq!(
            talk.exported(),
            format!("　　一、问题\n{text}"),
            "{script:?}\n{}",
            heard.text
        );
    }
}

#[test]
fn another_is_offered_until_the_group_is_full() {
    let talk = Talk::on(GROUPS, TWO);
    let heard = talk.hear(":到 5\n是\n作风不硬\n\n\n:back\n:add\n:back\n:add\n");
    heard.says(&[
        "第 5 步，共 9 步；一、问题\n“问题”现有 2 项。还要再加一项吗？\n怎么答：“是”再加一项；“否”或空行往下走。\n是或否：",
        "第 5 步，共 11 步；一、问题；问题 3，第 3 项，共 3 项\n哪里不够？\n",
        "有何表现？",
        // The third is the last: from its last question the way leads on to the causes.
        "第 7 步，共 11 步；一、问题；（一）不重视，第 1 项，共 3 项\n",
        // Nor can one be added for a cause.
        "最多 3 项，已经满了。",
        "最多 3 项，已经满了。",
    ]);
}

#[test]
fn a_repeated_section_is_introduced_once() {
    let talk = Talk::on(GROUPS, TWO);
    let text = talk.hear(&"\n".repeat(7)).text;
    assert_eq!(text.matches("一个一个说。").count(), 1, "{text}");
    let text = talk.hear(":到 plan.last\n:到 3\n").text;
    assert_eq!(text.matches("一个一个说。").count(), 1, "{text}");
}

#[test]
fn what_cannot_be_done_is_said() {
    for (script, said) in [
        (":到 plan.last\n:移除\n", "这里没有可以移除的项。"),
        (":到 plan.last\n:添加\n", "这里不能添加；能添加的有："),
        (":到 plan.last\n:上移\n", "这里没有可以移动的项。"),
        (":上移\n", "已经是第一项。"),
        (":下移\n:下移\n", "已经是最后一项。"),
        (":下移\n", "现在是第 2 项，共 2 项。"),
        (":到 5\n也许\n", "请写“是”或“否”"),
        (":到 5\n到\n", ":到 后面要写编号、路径或标题里的词。"),
        (":撤销\n", "没有可以撤销的了。"),
        (":重做\n", "没有可以重做的了。"),
        (":找回\n", "没有移除过什么。"),
        (":找回 1\n", "没有“1”这一项，编号从 1 到 0。"),
        (
            ":清空\n:清空\n",
            "已清空；:找回 或 :撤销 可以恢复。\n\n第 1 步，共 9 步",
        ),
        (":清空\n:清空\n", "这里没有回答可清。"),
        (":移除\n是\n:清空\n:找回\n", "1. 判断：调研不实 "),
        (":移除\n是\n:清空\n:找回\n", "2. 问题 的一项：学习不深 "),
        (
            ":清空\n:到 plan.last\n:找回 1\n",
            "已找回。\n\n第 1 步，共 9 步；一、问题；（一）学习不深",
        ),
        (":移除 1\n", ":移除 后面不能写别的，什么也没做。"),
    ] {
        Talk::on(GROUPS, TWO).hear(script).says(&[said]);
    }
}

#[test]
fn what_follows_others_is_added_and_removed_where_they_are() {
    let talk = Talk::on(GROUPS, TWO);
    for (script, number) in [
        (":到 6\n:添加\n", 1),
        (":到 7\n:添加\n", 3),
        (":到 6\n:移除\n", 1),
    ] {
        let said =
            format!("“原因”与“问题”成对，要到那边添加或移除：先写 :到 {number}，再写 :添加 或 :移除。");
        talk.hear(script).says(&[&said]);
    }
    // What goes with an instance is said before it goes.
    talk.hear(":到 1\n:移除\n\n").says(&[
        "移除“（一）学习不深”和其中的回答，连同成对的“原因”？",
        "没有移除。",
    ]);
}
