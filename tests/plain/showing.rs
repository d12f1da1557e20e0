//! What is shown, and what is not.

use super::questionnaires::KINDS;
use super::talk::{Talk, hear};
use crate::declaration::{ANSWERS, QUESTIONNAIRE};
use std::io::Write;
use tigang::plain::Options;
use tigang::session::open::Want;

#[test]
fn nothing_from_a_file_or_an_answer_reaches_the_terminal_raw() {
    let source = KINDS
        .replace("由谁任命？", "由谁\\u001b[2J任命\\u202e？")
        .replace("某县县委", "某\\r县委")
        .replace("座谈", "座\\u0007谈");
    let answers = "[opening]\nbody = \"县\\u001b]0;x\\u0007\"\nsince = \"\\u202e\"\n";
    let script = ":大纲\n:未完\n:文稿\n\n\n:到 plan.way\n\u{1b}[31m\n:\u{1b}c\n:导出 a\u{1b}b.txt\n";
    for echo in [false, true] {
        let talk = Talk::on(&source, answers);
        let options = Options {
            echo,
            ..talk.options()
        };
        let heard = hear(options, script.as_bytes());
        let is_raw = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}');
        assert!(!heard.text.contains(is_raw), "{:?}", heard.text);
        heard.says(&["由谁␛[2J任命⟨U+202E⟩？", "例：某␍县委", "县␛]0;x␇", "1. 座␇谈"]);
    }
}

#[test]
fn lines_that_nobody_sees_being_typed_are_echoed() {
    let mut talk = Talk::on(KINDS, "");
    talk.echo = true;
    talk.hear("2021-07\n县委\n先学\n后做\n.\n:到 11\n一百元\n:到 11\n:上一题\n")
        .says(&[
            "回答：2021-07\n记下了：2021年7月\n",
            "回答：县委\n\n第 3 步",
            "回答：先学\n后做\n.\n记下了，4 字。",
            "存款多少？",
            "回答：（不显示）\n",
            "标题？",
            "回答：:到 11\n",
            "回答：:上一题\n",
        ]);
}

#[test]
fn an_answer_that_others_must_not_see_is_shown_only_when_asked_for() {
    let mut talk = Talk::on(KINDS, "[plan]\nsecret = \"一百元\"\n");
    talk.echo = true;
    talk.hear(":到 11\n:大纲\n")
        .does_not_say("一百元")
        .says(&["现在的回答：不显示；:重看 可以显示\n"]);
    talk.hear(":到 11\n:重看\n")
        .says(&["不显示", "现在的回答：一百元"]);
    talk.hear(":到 11\n二百元\n").does_not_say("二百元");
    assert!(talk.saved().contains("二百元"));
}

#[test]
fn a_session_that_is_only_to_be_read_says_so_and_stays_as_it_is() {
    let talk = Talk::on(KINDS, "[opening]\nbody = \"县委\"\n");
    let other_window =
        tigang::session::library::open(&talk.store, talk.session.clone(), Want::Write).unwrap();
    let before = talk.saved();
    let why = "只读打开：这份记录已在别处打开";
    for (script, said, code) in [
        ("", "何时", 0),
        ("\n\n:大纲\n:文稿\n:到 11\n", "存款多少？", 0),
        ("2021-07\n", why, 1),
        (":到 3\n先学\n", why, 1),
        ("\n:清空\n", why, 1),
        (":撤销\n", why, 1),
        (":保存\n", why, 0),
        (":退出\n", "", 0),
    ] {
        let heard = talk.hear(script);
        // It is said when the session is opened, and again to whoever wants to change something.
        heard.says(&[why, said]).does_not_say("全部内容都已保存");
        assert_eq!(heard.code, code, "{script:?}");
        assert_eq!(talk.saved(), before, "{script:?}");
    }
    talk.hear(":导出 a.txt\n").says(&["已导出到"]);
    assert_eq!(
        std::fs::read_to_string(talk.file("a.txt")).unwrap(),
        talk.exported()
    );
    drop(other_window);
}

#[test]
fn bytes_that_are_no_text_are_replaced_and_that_is_said() {
    let talk = Talk::on(KINDS, "");
    let mut input = Vec::new();
    input.write_all(b"\n\xcf\xd8\xce\xaf\n").unwrap();
    hear(talk.options(), &*input).says(&["这一行有不是 UTF-8 的字节，已换成 �；请核对。"]);
    assert!(talk.saved().contains('�'));
}

#[test]
fn a_line_as_long_as_a_terminal_takes_may_have_been_cut() {
    let cut = "这一行到了终端一行的上限，收到 5000 个字符，到“aaaaaaaaaaaa”为止";
    for (length, echo, is_said) in [(10, false, false), (5_000, false, true), (5_000, true, false)] {
        let mut talk = Talk::on(KINDS, "");
        talk.echo = echo;
        let heard = talk.hear(&format!("\n{}\n", "a".repeat(length)));
        assert_eq!(heard.text.contains(cut), is_said, "{length}");
        assert!(talk.saved().contains(&"a".repeat(length)));
    }
}

#[test]
fn a_character_that_was_cut_through_gets_into_no_answer() {
    for (start, rest) in [("a", 2), ("aa", 1)] {
        let kept = format!("{start}{}一二三", "字".repeat(1_361));
        let talk = Talk::on(KINDS, "");
        let mut input = b"\n".to_vec();
        input.extend(format!("{kept}四").bytes().take(kept.len() + rest));
        input.push(b'\n');
        let heard = hear(talk.options(), &*input);
        heard
            .says(&["个字符，到“字字字字字字字字字一二三”为止"])
            .does_not_say("�");
        assert!(talk.saved().contains(&format!("\"{kept}\"")), "{rest}");
    }
    // Where nothing may be seen of it, only its length is said.
    let heard = Talk::on(KINDS, "").hear(&format!(":jump plan.secret\n{}\n", "密".repeat(1_400)));
    heard.says(&["收到 1400 个字符，后面"]).does_not_say("密密");
}

#[test]
fn what_was_carried_over_is_looked_at_by_going_on() {
    use std::sync::Arc;
    use tigang::answers::{Origin, Place, file};
    let questionnaire = Arc::new(tigang::questionnaire::read(KINDS).unwrap());
    let table = toml::from_str("[opening]\nsince = \"2021-07\"\nbody = \"县委\"\n").unwrap();
    let answers = file::read(table, &questionnaire, Origin::Carried).answers;
    let disk = Arc::new(tigang::session::real_disk::RealDisk);
    for (script, touched) in [
        ("", 0),
        (":大纲\n", 0),
        ("\n", 1),
        (":下一处未完\n", 1),
        ("\n\n", 2),
        ("\n:退出\n", 1),
    ] {
        let talk = Talk::with(disk.clone(), &questionnaire, answers.clone());
        talk.hear(script)
            .says(&["沿用旧稿，还没看过，空行保留：2021年7月"]);
        let loaded = talk.loaded();
        let is_touched = |path: &&str| {
            let answer = loaded.session.answers.answer(&Place::parse(path).unwrap());
            answer.unwrap().touched
        };
        let count = ["opening.since", "opening.body"]
            .iter()
            .filter(|path| is_touched(path))
            .count();
        assert_eq!(count, touched, "{script:?}");
    }
}

#[test]
fn nothing_sensitive_is_said_until_it_is_asked_for() {
    let answers = ANSWERS.replace("两处", "秘密处");
    let script = "\n\n\n\n\n\n\n:大纲\n:未完\n:文稿\n:到 1\n:清空\n:到 5\n:移除\n是\n:找回\n:到 3\n乙\n";
    let mut talk = Talk::on(QUESTIONNAIRE, &answers);
    talk.echo = true;
    talk.hear(script)
        .does_not_say("秘密")
        .says(&["****何时出生？", "不在选项之中"]);
    let talk = Talk::on(QUESTIONNAIRE, &answers);
    talk.hear(":显示\n:文稿\n:大纲\n:显示\n:文稿\n").says(&[
        "敏感回答现在都显示",
        "王秘密的申报",
        "“秘密处”不在选项之中",
        "敏感回答已遮住。",
        "一、****的申报",
    ]);
    // One question by itself, and then no more.
    let heard = Talk::on(QUESTIONNAIRE, ANSWERS).hear(":重看\n\n");
    heard.says(&["王秘密的申报", "现在的回答：王秘密", "****何时出生？"]);
}

#[test]
fn sensitive_answers_are_written_to_a_file_only_where_that_is_agreed_to() {
    for (answer, is_in, said) in [
        ("是\n", true, ""),
        ("否\n", false, "略去了 6 个敏感问题的回答。"),
        ("\n", false, "略去了 6 个敏感问题的回答。"),
        // Nobody is there to agree.
        ("", false, "略去了 6 个敏感问题的回答。"),
    ] {
        let talk = Talk::on(QUESTIONNAIRE, ANSWERS);
        let heard = talk.hear(&format!(":导出 a.txt\n{answer}"));
        heard.says(&["有 6 个敏感问题的回答，要写进文稿吗？", said, "已导出到"]);
        assert_eq!(heard.code, 0, "{}", heard.text);
        let written = std::fs::read_to_string(talk.file("a.txt")).unwrap();
        assert_eq!(written.contains("秘密"), is_in, "{answer:?}: {written}");
        assert!(written.contains("没有别的"), "{written}");
    }
}
