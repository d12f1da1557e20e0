//! Answers that are written line by line.

use super::questionnaires::KINDS;
use super::talk::{Events, Talk, hear};
use tigang::answers::Value;

/// The answer to `opening.story` on the disk, and whether it is a draft.
fn story(talk: &Talk) -> Option<(String, bool)> {
    let loaded = talk.loaded();
    let place = tigang::answers::Place::parse("opening.story").unwrap();
    let answer = loaded.session.answers.answer(&place)?;
    match &answer.value {
        Value::Text(text) => Some((text.clone(), answer.draft)),
        other => panic!("{other:?}"),
    }
}

/// Waits for what the saving thread does while the program waits for a line.
fn comes_to_be(is_so: impl Fn() -> bool) {
    let begin = std::time::Instant::now();
    while !is_so() {
        assert!(begin.elapsed().as_secs() < 20, "it never came to be");
        std::thread::yield_now();
    }
}

#[test]
fn lines_become_paragraphs_up_to_a_lone_full_stop() {
    for (before, lines, after) in [
        ("", "先学后做。\n.", Some("先学后做。")),
        ("", "先学\n\n　　后做 \n。", Some("先学\n\n　　后做 ")),
        ("", "先学\n..\n...\n。。\n．．\n．", Some("先学\n.\n...\n。\n．")),
        ("", "..\n.", Some(".")),
        ("", "::先学\n：：后做\n.", Some(":先学\n：后做")),
        ("", "//quit\n/tmp\n.", Some("/quit\n/tmp")),
        ("", "先学\n:没有这个\n后做\n.", Some("先学\n:没有这个\n后做")),
        ("", "先学\r\n后做\u{2028}再学\r\n.\r", Some("先学\n后做\n再学")),
        // Nothing but the end, or an empty line, is no answer and takes none away.
        ("", ".", None),
        ("旧的", "。", Some("旧的")),
        ("旧的", "", Some("旧的")),
        ("旧的", "新的\n.", Some("新的")),
        ("旧的", ":续写\n新的\n.", Some("旧的\n新的")),
        ("旧的", ":append\n.", Some("旧的")),
        // A command that begins the answer is a command; one that does more than show something ends it first.
        ("旧的", ":清空\n", None),
        ("", "先学\n:上一题\n", Some("先学")),
        ("", "先学\n:quit\n不再读", Some("先学")),
        // The input ends before the answer does: it was given all the same.
        ("", "先学\n后做", Some("先学\n后做")),
    ] {
        let answers = match before {
            "" => String::new(),
            text => format!("[opening]\nstory = \"{text}\""),
        };
        let talk = Talk::on(KINDS, &answers);
        talk.hear(&format!(":到 opening.story\n{lines}\n"));
        let after = after.map(|text| (text.to_owned(), false));
        assert_eq!(story(&talk), after, "{before} {lines:?}");
    }
}

#[test]
fn what_only_shows_something_leaves_the_answer_going() {
    let talk = Talk::on(KINDS, "");
    let heard =
        talk.hear(":到 opening.story\n先学\n:帮助\n:大纲\n:重看\n:save\n后做\n.\n:到 opening.story\n");
    heard.says(&[
        "回答：",
        ":下一题：往下走",
        "接着写；单独一个句点结束。",
        "经过：草稿",
        "接着写",
        "现在的回答，还没写完：先学",
        "接着写",
        "已保存",
        "接着写",
        "记下了，4 字。",
        "现在的回答：\n先学\n后做\n",
    ]);
    assert_eq!(story(&talk), Some(("先学\n后做".to_owned(), false)));
}

#[test]
fn every_line_is_saved_without_an_end_of_the_answer() {
    let talk = Talk::on(KINDS, "");
    let lines = Events::default()
        .lines(":到 opening.story\n先学\n")
        .then(|| comes_to_be(|| story(&talk) == Some(("先学".to_owned(), true))))
        .lines("后做\n")
        .then(|| comes_to_be(|| story(&talk) == Some(("先学\n后做".to_owned(), true))))
        .lines(".\n")
        .then(|| assert_eq!(story(&talk), Some(("先学\n后做".to_owned(), false))));
    hear(talk.options(), lines);
}

#[test]
fn words_of_the_answer_are_replaced_where_they_stand_once() {
    for (answer, lines, said, after) in [
        ("甲乙丙", "乙\n丁\n", "换好了。", "甲丁丙"),
        ("甲乙丙丁戊", "乙\n\n", "换好了。", "甲丙丁戊"),
        ("甲乙乙丙", "乙\n乙丙\n丁\n", "“乙”在回答里有 2 处", "甲乙丁"),
        ("甲乙丙", "丁\n\n", "回答里没有“丁”", "甲乙丙"),
        ("甲乙丙", ":quit\n", "没有填写", "甲乙丙"),
        ("甲乙丙", "", "没有填写", "甲乙丙"),
    ] {
        let talk = Talk::on(KINDS, &format!("[opening]\nstory = \"{answer}\""));
        talk.hear(&format!(":到 opening.story\n:替换\n{lines}"))
            .says(&[said]);
        assert_eq!(story(&talk), Some((after.to_owned(), false)), "{lines:?}");
    }
    let talk = Talk::on(KINDS, "");
    talk.hear(":到 opening.story\n:替换\n:续写\n:到 plan.way\n:续写\n")
        .says(&[
            "这里没有写下的文字。",
            "这里没有写下的文字。",
            "这里没有写下的文字。",
        ]);
    // The default can be reworded.
    talk.hear(":到 plan.title\n:replace\n下步\n明年\n");
    assert!(talk.saved().contains("title = \"明年打算\""), "{}", talk.saved());
}

#[test]
fn an_answer_that_was_ended_is_no_draft_although_nothing_else_changed() {
    let source = "format = 1\ntitle = \"空\"\nlanguage = \"zh-CN\"\n[a]\nask = \"甲？\"\nkind = \"prose\"\n";
    let talk = Talk::on(source, "a = \"旧的\"");
    talk.hear("\n");
    let before = talk.saved();
    talk.hear(":续写\n.\n");
    assert_eq!(talk.saved(), before);
}
