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
        "请接着写，最后一行只写一个句号。",
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
            "这里还没有写下文字。",
            "这里还没有写下文字。",
            "这里还没有写下文字。",
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

/// What lies in the drawer of `opening.story`, the oldest first, and whether it is a draft.
fn drawer(talk: &Talk) -> Vec<(String, bool)> {
    let loaded = talk.loaded();
    let found = loaded.session.answers.removed().filter_map(|removed| {
        let (place, answer) = removed.what.first_answer()?;
        (place.to_string() == "opening.story").then(|| (answer.value.to_typed(), answer.draft))
    });
    found.collect()
}

const OLD: &str = "[opening]\nstory = \"旧的一段\"";

fn old() -> Option<(String, bool)> {
    Some(("旧的一段".to_owned(), false))
}

/// What was to take its place and has no end.
fn new() -> Vec<(String, bool)> {
    vec![("新的半句".to_owned(), true)]
}

#[test]
fn an_answer_stands_until_the_one_that_replaces_it_has_ended() {
    // Killed at any time: what is on the disk then.
    let talk = Talk::on(KINDS, OLD);
    let lines = Events::default()
        .lines(":到 opening.story\n新的半句\n")
        .then(|| comes_to_be(|| drawer(&talk) == new() && story(&talk) == old()))
        .lines(":重看\n")
        .then(|| comes_to_be(|| drawer(&talk) == new() && story(&talk) == old()))
        .lines("又半句\n.\n")
        .then(|| {
            assert_eq!(
                (story(&talk), drawer(&talk)),
                (Some(("新的半句\n又半句".to_owned(), false)), vec![])
            )
        });
    hear(talk.options(), lines);
    // The input ends, after something was shown as well.
    for lines in ["新的半句\n", "新的半句\n:重看\n"] {
        let talk = Talk::on(KINDS, OLD);
        let heard = talk.hear(&format!(":到 opening.story\n{lines}"));
        heard.says(&["没有写完，原来的回答没有动", "全部内容都已保存"]);
        assert_eq!(heard.code, 1, "what was written is not the answer");
        assert_eq!((story(&talk), drawer(&talk)), (old(), new()), "{lines:?}");
        // It is said when the session is opened again, and can be put there.
        talk.hear(":找回\n:找回 1\n").says(&["没写完的文字", "新的半句"]);
        assert_eq!(story(&talk), Some(("新的半句".to_owned(), true)));
        assert_eq!(drawer(&talk), [("旧的一段".to_owned(), false)]);
    }
    // The input breaks.
    for (answers, stands, kept) in [
        (OLD, old(), new()),
        ("", Some(("新的半句".to_owned(), true)), vec![]),
    ] {
        let talk = Talk::on(KINDS, answers);
        let lines = Events::default()
            .lines(":到 opening.story\n新的半句\n")
            .fails(std::io::ErrorKind::Other);
        tigang::plain::run(talk.options(), lines, Vec::new()).unwrap_err();
        assert_eq!((story(&talk), drawer(&talk)), (stands, kept), "{answers}");
    }
}

#[test]
fn a_question_mark_alone_asks_for_help_where_it_can_hardly_be_the_answer() {
    for (answers, place, mark, is_help) in [
        (OLD, "opening.story", "?", true),
        (OLD, "opening.story", "？", true),
        ("", "opening.story", "？", false),
        ("[opening]\nbody = \"县委\"", "opening.body", "？", true),
        ("", "opening.body", "?", false),
        ("", "opening.since", "?", true),
        ("", "plan.public", "？", true),
    ] {
        let talk = Talk::on(KINDS, answers);
        let before = talk
            .loaded()
            .session
            .answers
            .answer(&tigang::answers::Place::parse(place).unwrap())
            .cloned();
        let heard = talk.hear(&format!(":到 {place}\n{mark}\n:退出\n"));
        assert_eq!(
            heard.text.contains(":下一题："),
            is_help,
            "{place} {mark}\n{}",
            heard.text
        );
        let after = talk
            .loaded()
            .session
            .answers
            .answer(&tigang::answers::Place::parse(place).unwrap())
            .cloned();
        assert_eq!(
            before.map(|answer| answer.value) == after.map(|answer| answer.value),
            is_help,
            "{place} {mark}"
        );
    }
}

#[test]
fn a_command_word_that_was_taken_as_the_answer_is_taken_back_as_is_said() {
    let talk = Talk::on(KINDS, "[opening]\nbody = \"县委\"");
    talk.hear(":跳到 opening.body\n帮助\n:撤销\n")
        .says(&["“帮助”已当作回答；要用命令，请写 :帮助。写 :撤销 就收回这个回答。"]);
    assert!(talk.saved().contains("body = \"县委\""), "{}", talk.saved());
}

#[test]
fn a_text_that_was_not_finished_is_thrown_away_once_that_is_agreed_to() {
    let unfinished = || {
        let talk = Talk::on(KINDS, OLD);
        talk.hear(":到 opening.story\n新的半句\n");
        assert_eq!(drawer(&talk), new());
        talk
    };
    // Without agreement it stays, and is told again.
    for script in [":丢弃\n否\n", ":丢弃\n\n", ":丢弃\n", ":丢弃 1\n否\n"] {
        let talk = unfinished();
        talk.hear(script).says(&[
            "不要了，写 :丢弃",
            "丢弃这段没写完的文字？",
            "新的半句",
            "没有丢弃。",
        ]);
        assert_eq!((story(&talk), drawer(&talk)), (old(), new()), "{script:?}");
        talk.hear("").says(&["不要了，写 :丢弃"]);
    }
    for script in [":丢弃\n是\n", ":找回\n:discard 1\ny\n"] {
        let talk = unfinished();
        talk.hear(script)
            .says(&["丢弃这段没写完的文字？", "新的半句", "已丢弃"]);
        assert_eq!((story(&talk), drawer(&talk)), (old(), vec![]), "{script:?}");
        talk.hear("").does_not_say("没写完");
    }
    // It can be taken back.
    let talk = unfinished();
    talk.hear(":丢弃\n是\n:撤销\n");
    assert_eq!((story(&talk), drawer(&talk)), (old(), new()));
    // What was cleared is not thrown away.
    let talk = Talk::on(KINDS, OLD);
    let cleared = vec![("旧的一段".to_owned(), false)];
    talk.hear(":到 opening.story\n:清空\n:丢弃\n:丢弃 1\n:丢弃 9\n")
        .says(&["没有没写完的文字", "没有没写完的文字", "没有“9”这一项"]);
    assert_eq!((story(&talk), drawer(&talk)), (None, cleared));
}
