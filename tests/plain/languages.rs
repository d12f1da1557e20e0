//! The same in English, with the commands of both languages.

use super::questionnaires::{GROUPS, KINDS};
use super::talk::Talk;

#[test]
fn everything_is_said_in_the_language_of_the_interface() {
    let talk = Talk::on(KINDS, "").in_english();
    talk.hear("2021-07\n去年\n:下一题\n:帮助\nten\n:上一题\n:quit\n").says(&[
        "小结: 0 of 10 answered\n",
        "Commands begin with a colon",
        "1 of 12; 一、开头\n先交代清楚。\n何时任职？\nTakes: A month, such as 2021-07; not after 2026年1月.\nAnswer: Taken: 2021年7月\n",
        "Note: 写单位全称。\nFor example: 某县县委\nTakes: one line of text; at most 10 zi.\n",
        "ended by a line with only a full stop",
        ":next: goes on, as an empty line does\n",
        ":jump NUMBER, PATH or WORDS of a title: goes there\n",
        ":export FILE: ",
    ]);
    let talk = Talk::on(GROUPS, "[[problems.problem]]\nname = \"a\"\n").in_english();
    talk.hear(":到 3\nno\n:到 3\n是\nb\n:移除\nyes\n:removed\n:找回 1\n:list\n:open\n").says(&[
        "“问题”: 1 so far. Add another?\nTakes: yes adds another; no or an empty line goes on.\nYes or no: ",
        "一、问题; 问题 2, 2 of 2\n",
        "Remove “（二）b” with the answers in it, and what is paired with it (原因)? They are kept; :removed brings them back.\nYes or no: ",
        "Removed; :removed or :undo brings it back.",
        "1. One of 问题: b ",
        "Brought back.",
        "判断: answered",
        "    3. 判断: answered, you are here\n",
        "  5. another “问题”\n",
        "9. 还有什么？: unanswered, optional\n",
        "2. 一、问题; （一）a, 1 of 2; 表现: unanswered\n",
    ]);
}

#[test]
fn every_command_that_a_message_names_is_one() {
    let source = include_str!("../../src/messages/plain.rs");
    let chinese = regex::Regex::new(r"[：；，。“ ]:(\p{Han}+)").unwrap();
    let english = regex::Regex::new(r"[“ (]:([a-z]+)").unwrap();
    let mut count = 0;
    for found in chinese.captures_iter(source).chain(english.captures_iter(source)) {
        let words = &found[1];
        let is_command = [words.to_owned(), format!("{words} 1")]
            .iter()
            .any(|words| tigang::plain::command::parse(words).is_ok());
        assert!(is_command, "{words}");
        count += 1;
    }
    assert!(count > 20, "{count}");
}

#[test]
fn the_help_names_every_command_in_either_language() {
    for talk in [Talk::on(KINDS, ""), Talk::on(KINDS, "").in_english()] {
        let help = talk.hear(":help\n").text;
        for row in tigang::plain::command::TABLE {
            assert!(help.contains(&row.shown(talk.locale)), "{:?}", row.command);
        }
    }
}
