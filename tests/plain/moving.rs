//! From stop to stop, and looking around.

use super::questionnaires::{GROUPS, KINDS};
use super::talk::Talk;

#[test]
fn commands_lead_from_stop_to_stop() {
    for (script, at) in [
        ("", "opening.since"),
        ("\n", "opening.body"),
        (":next\n：下一题\n", "opening.story"),
        ("/next\n/上一题\n", "opening.since"),
        (":back\n", "opening.since"),
        (":jump 7\n", "plan.public"),
        (":到７\n", "plan.public"),
        (":到 plan\n", "plan.public"),
        (":到 plan.way\n", "plan.way"),
        (":到 存款\n", "plan.secret"),
        (":到 打算\n:到 方式\n:到 方式\n", "plan.ways"),
        (":到 0\n", "opening.since"),
        (":到 99\n", "opening.since"),
        (":到 nowhere\n", "opening.since"),
        (":下一处未完\n", "opening.body"),
        (":next open\n:next open\n", "opening.story"),
        (":没有这个\n", "opening.since"),
        ("2021-07\n县委\n经过很长。\n.\n", "opening.times"),
    ] {
        let talk = Talk::on(KINDS, "");
        talk.hear(script);
        let at_first = if talk.at().is_empty() {
            "opening.since".to_owned()
        } else {
            talk.at()
        };
        assert_eq!(at_first, at, "{script:?}");
    }
}

#[test]
fn paths_name_instances_by_id_and_by_position() {
    let answers = "[[problems.problem]]\nid = \"a\"\n[[problems.problem]]\nid = \"b\"\n";
    for (path, at) in [
        ("problems.problem[b].facts", "problems.problem[b].facts"),
        ("problems.problem[2].facts", "problems.problem[b].facts"),
        ("problems.problem.facts", "problems.problem[a].facts"),
        ("problems.problem[2]", "problems.problem[b].name"),
        ("problems.problem", "problems.problem"),
        ("problems.cause[b]", "problems.cause[b].why"),
        ("problems", "problems.problem[a].name"),
        ("plan.last", "plan.last"),
        ("problems.problem[3]", "plan.answers"),
        ("plan[1].last", "plan.answers"),
        ("problems.problem[", "plan.answers"),
    ] {
        let talk = Talk::on(GROUPS, answers);
        talk.hear(&format!(":到 plan.answers\n:到 {path}\n"));
        assert_eq!(talk.at(), at, "{path}");
    }
}

#[test]
fn a_session_is_taken_up_where_it_was_left() {
    let talk = Talk::on(KINDS, "");
    talk.hear("2021-07\n");
    talk.hear("").says(&[
        "小结：要答 10 问，已答 1 问",
        "第 2 步，共 12 步；一、开头\n先交代清楚。\n由谁任命？\n",
    ]);
    let end = talk.hear(":到 12\n\n\n").text;
    assert!(end.matches("已经到最后了。").count() == 2, "{end}");
    talk.hear(":到 12\n\n:back\n")
        .says(&["已经到最后了。", "第 12 步"]);
}

#[test]
fn a_question_is_introduced_whole_and_recalled_briefly() {
    let talk = Talk::on(KINDS, "[opening]\nbody = \"县委\"");
    talk.hear(":到 opening.body\n:帮助\n:重看\n").says(&[
        "第 1 步，共 12 步；一、开头\n先交代清楚。\n何时任职？\n怎么答：年月，如 2021-07；不能晚于 2026年1月。\n回答：",
        "第 2 步，共 12 步；一、开头\n由谁任命？\n说明：写单位全称。\n例：某县县委\n现在的回答：县委\n怎么答：一行文字；最多 10 字。\n回答：",
        "\n第 2 步，共 12 步；一、开头\n由谁任命？\n回答：",
        "由谁任命？\n说明：写单位全称。",
    ]);
}

#[test]
fn lists_say_in_words_how_everything_stands() {
    let answers = "[opening]\nsince = \"去年\"\nbody = \"县委\"\n";
    let talk = Talk::on(KINDS, answers);
    talk.hear(":大纲\n").says(&[
        "一、开头：要答 5 问，已答 1 问\n",
        "  1. 任职：这里需要年月，如 2021-07 或 2021年7月，现在写到这里\n",
        "  2. 任命：已答\n  3. 经过：未答\n",
        "  5. 哪一天？：未答，可以不答\n",
        "二、打算：",
        "  12. 标题？：默认文字\n",
    ]);
    talk.hear("/未完\n").says(&[
        "1. 一、开头；任职：这里需要年月",
        "3. 一、开头；经过：未答\n",
        ":到 加编号",
    ]);
    let talk = Talk::on(GROUPS, "[[problems.problem]]\nname = \"学习不深\"\n");
    talk.hear(":list\n").says(&[
        "一、问题：要答 3 问，已答 1 问\n  （一）学习不深：要答 2 问，已答 1 问\n    1. 判断：已答，现在写到这里\n    2. 表现：未答\n",
        "  3. 再加一项“问题”\n  原因 1：要答 1 问，已答 0 问\n    4. ",
    ]);
    talk.hear(":到 2\n")
        .says(&["第 2 步，共 6 步；一、问题；（一）学习不深，第 1 项，共 1 项\n"]);
}

#[test]
fn the_text_so_far_is_what_would_be_exported() {
    let talk = Talk::on(KINDS, "[opening]\nbody = \"县委\"\nstory = \"先学。\\n后做。\"\n");
    talk.hear(":文稿\n").says(&["回答：", &talk.exported()]);
    Talk::on(GROUPS, "").hear("/show\n").says(&["一、问题"]);
    let bare = "format = 1\ntitle = \"空\"\nlanguage = \"zh-CN\"\n[a]\nask = \"甲？\"\n";
    Talk::on(bare, "").hear("/show\n").says(&["文稿会出现在这里。"]);
}
