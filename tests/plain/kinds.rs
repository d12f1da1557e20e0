//! What is written is the answer, for each kind of question.

use super::questionnaires::{GROUPS, KINDS};
use super::talk::Talk;

/// Several answers as a session's file sets them, in one line.
fn in_one_line(saved: &str) -> String {
    saved
        .replace("[\n    ", "[")
        .replace(",\n    ", ", ")
        .replace(",\n]", "]")
}

#[test]
fn each_kind_takes_what_people_write() {
    for (at, written, saved, said) in [
        (
            "opening.since",
            "2021年7月",
            "since = \"2021-07\"",
            "记下了：2021年7月",
        ),
        ("opening.since", "去年", "since = \"去年\"", "不过：这里需要年月"),
        (
            "opening.since",
            "2027-01",
            "since = \"2027-01\"",
            "不过：不能晚于 2026年1月",
        ),
        ("opening.body", "县委", "body = \"县委\"", "回答："),
        ("opening.body", "　县委 ", "body = \"　县委 \"", "回答："),
        (
            "opening.body",
            "某某县某某局党组会议决定",
            "党组会议决定",
            "已有 12 字，最多 10 字",
        ),
        ("opening.body", "::县委", "body = \":县委\"", "回答："),
        ("opening.body", "/etc/hosts", "body = \"/etc/hosts\"", "回答："),
        ("opening.body", "a\u{1b}[31mb\u{202e}", "body = \"ab\"", "回答："),
        ("opening.times", "12", "times = 12", "记下了：12次"),
        ("opening.times", "３．５", "times = \"3.5\"", "记下了：3.5次"),
        ("opening.times", "１２", "times = 12", "记下了：12次"),
        ("opening.times", "1,200", "times = 1200", "记下了：1200次"),
        ("opening.times", "12,0000", "times = 120000", "记下了：120000次"),
        ("opening.times", "34次", "times = 34", "记下了：34次"),
        ("opening.times", "３４ 次", "times = 34", "记下了：34次"),
        ("opening.times", "1,2", "times = \"1,2\"", "不过：逗号只用来分位"),
        (
            "opening.times",
            "1，20，300",
            "times = \"1，20，300\"",
            "不过：逗号只用来分位",
        ),
        ("opening.times", "1 2", "times = \"1 2\"", "不过：逗号只用来分位"),
        (
            "opening.since",
            "2021年07月份",
            "since = \"2021-07\"",
            "记下了：2021年7月",
        ),
        (
            "opening.since",
            "202107",
            "since = \"2021-07\"",
            "记下了：2021年7月",
        ),
        (
            "opening.since",
            "2021-13",
            "since = \"2021-13\"",
            "不过：没有 13 月",
        ),
        (
            "opening.day",
            "20210703",
            "day = \"2021-07-03\"",
            "记下了：2021年7月3日",
        ),
        (
            "opening.day",
            "2021-02-30",
            "day = \"2021-02-30\"",
            "不过：2021年2月只有 28 天",
        ),
        ("opening.times", "0", "times = 0", "不过：不能小于 1"),
        (
            "opening.times",
            "十几次",
            "times = \"十几次\"",
            "不过：这里需要数字",
        ),
        (
            "opening.day",
            "2021.7.3",
            "day = \"2021-07-03\"",
            "记下了：2021年7月3日",
        ),
        ("opening.year", "２０２１", "year = 2021", "记下了：2021年"),
        ("plan.public", "是", "public = true", "记下了：是"),
        ("plan.public", "No", "public = false", "记下了：否"),
        (
            "plan.public",
            "也许",
            "public = \"也许\"",
            "不过：这里需要“是”或“否”",
        ),
        ("plan.way", "2", "way = \"走访\"", "记下了：走访"),
        ("plan.way", "座谈", "way = \"座谈\"", "记下了：座谈"),
        ("plan.way", "３", "way = \"３\"", "不过：“３”不在选项之中"),
        (
            "plan.ways",
            "2 1",
            "ways = [\"talk\", \"visit\"]",
            "记下了：座谈、走访",
        ),
        (
            "plan.ways",
            "1、３",
            "ways = [\"talk\", \"read\"]",
            "记下了：座谈、读书、看报",
        ),
        (
            "plan.ways",
            "读书、看报",
            "ways = [\"read\"]",
            "记下了：读书、看报",
        ),
        (
            "plan.ways",
            "走访，上门 家访",
            "ways = [\"visit\", \"上门 家访\"]",
            "记下了：走访、上门 家访",
        ),
        ("plan.ways", "1,1", "ways = [\"talk\"]", "记下了：座谈"),
        (
            "plan.points",
            "一\n二\n.",
            "points = [\"一\", \"二\"]",
            "记下了，2 字",
        ),
        (
            "plan.points",
            "一\n二\n三\n四\n。",
            "\"四\"",
            "不过：现有 4 项，最多 3 项",
        ),
        ("plan.title", "明年打算", "title = \"明年打算\"", "回答："),
    ] {
        let talk = Talk::on(KINDS, "");
        let heard = talk.hear(&format!(":jump {at}\n{written}\n"));
        assert!(
            in_one_line(&talk.saved()).contains(saved),
            "{at} {written}: {saved} in\n{}",
            talk.saved()
        );
        heard.says(&[said]);
        // Whatever is wrong with it, the interview goes on.
        assert!(
            talk.at() != at || heard.text.contains("已经到最后了。"),
            "{written}"
        );
        assert_eq!(heard.code, 0);
    }
}

#[test]
fn an_empty_line_changes_nothing() {
    let answers = "[opening]\nsince = \"去年\"\nstory = \"甲\\n乙\"\n[plan]\npublic = true\n";
    let talk = Talk::on(KINDS, answers);
    let before = talk.saved();
    talk.hear(&"\n".repeat(12)).says(&[
        "现在的回答：去年",
        "还不对：这里需要年月",
        "现在的回答：\n甲\n乙\n",
        "现在的回答：是",
        "问卷的默认文字，空行保留：下步打算",
        "已经到最后了。",
    ]);
    assert_eq!(talk.saved(), before);
}

#[test]
fn links_go_by_number_and_by_words() {
    // The ids are numbers too, and other ones than the positions.
    let answers = r#"
        [[problems.problem]]
        id = "2"
        name = "学习不深"
        [[problems.problem]]
        id = "9"
        name = "调研不实"
    "#;
    for (written, saved, said) in [
        ("1", "answers = [\"2\"]", "记下了：（一）学习不深"),
        (
            "2、1",
            "answers = [\"2\", \"9\"]",
            "记下了：（一）学习不深、（二）调研不实",
        ),
        ("调研", "answers = [\"9\"]", "记下了：（二）调研不实"),
        ("（一）学习不深", "answers = [\"2\"]", "记下了：（一）学习不深"),
        ("9", "answers = [\"#9\"]", "不过：所关联的“#9”已不存在"),
        ("不", "answers = [\"不\"]", "不过：所关联的“不”已不存在"),
    ] {
        let talk = Talk::on(GROUPS, answers);
        let heard = talk.hear(&format!(":到 plan.answers\n{written}\n"));
        heard.says(&["1. （一）学习不深\n2. （二）调研不实\n", said]);
        assert!(
            in_one_line(&talk.saved()).contains(saved),
            "{written}: {}",
            talk.saved()
        );
    }
    Talk::on(GROUPS, "")
        .hear(":到 plan.answers\n")
        .says(&["还没有可选的内容"]);
}

#[test]
fn a_command_word_without_its_mark_is_an_answer_and_that_is_said() {
    let talk = Talk::on(KINDS, "");
    let heard = talk.hear(":到 opening.body\n退出\nquit\n.\n");
    heard.says(&[
        "“退出”已当作回答；要用命令，请写 :退出。",
        "“quit”已当作回答；要用命令，请写 :退出。",
    ]);
    assert!(talk.saved().contains("body = \"退出\""), "{}", talk.saved());
    assert!(talk.saved().contains("story = \"quit\""), "{}", talk.saved());
    assert_eq!(
        talk.exported(),
        "　　一、开头\n　　退出\n　　quit\n　　二、打算\n　　下步打算\n"
    );
}

#[test]
fn a_command_without_its_mark_is_noticed_whatever_people_call_it() {
    for (word, command) in [
        ("返回", ":上一题"),
        ("跳转", ":到"),
        ("列表", ":大纲"),
        ("保存", ":保存"),
        ("退出", ":退出"),
        ("帮助", ":帮助"),
    ] {
        let heard = Talk::on(KINDS, "")
            .hear(&format!(":jump opening.body\n{word}\n"))
            .text;
        let said = format!("“{word}”已当作回答；要用命令，请写 {command}。");
        assert!(heard.contains(&said), "{word}: {heard}");
    }
    // What ends answers of many lines, where there is only one.
    for stop in [".", "。", "．"] {
        let talk = Talk::on(KINDS, "");
        let heard = talk.hear(&format!(":jump opening.body\n{stop}\n")).text;
        let said = format!("“{stop}”已当作回答；这一问只写一行");
        assert!(heard.contains(&said), "{stop}: {heard}");
        assert!(talk.saved().contains(&format!("body = \"{stop}\"")), "{stop}");
        let heard = Talk::on(KINDS, "")
            .hear(&format!(":jump opening.story\n甲\n{stop}\n"))
            .text;
        assert!(!heard.contains("已当作回答"), "{stop}: {heard}");
    }
    let heard = Talk::on(KINDS, "").hear(":列出\n").text;
    assert!(heard.contains("没有“列出”这个命令，是不是 :大纲？"), "{heard}");
}

#[test]
fn undoing_says_what_was_undone() {
    let heard = Talk::on(KINDS, "")
        .hear(":jump opening.times\n12\n:撤销\n:重做\n")
        .text;
    assert!(heard.contains("已撤销对“"), "{heard}");
    assert!(heard.contains("已重做对“"), "{heard}");
}
