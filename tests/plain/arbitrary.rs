//! Whatever is typed: the program goes on, the answers stay readable, nothing raw is shown.

use super::questionnaires::{GROUPS, KINDS};
use super::talk::Talk;
use proptest::prelude::*;
use tigang::plain::command::TABLE;

fn line() -> impl Strategy<Value = String> {
    let words: Vec<&str> = TABLE
        .iter()
        .filter(|row| row.english.first() != Some(&"quit") && row.english.first() != Some(&"home"))
        .flat_map(|row| row.chinese.iter().chain(row.english).copied())
        .collect();
    let command =
        (prop::sample::select(words), "[ 0-9]{0,3}").prop_map(|(word, rest)| format!(":{word}{rest}"));
    prop_oneof![
        4 => command,
        1 => Just(String::new()),
        2 => Just(".".to_owned()),
        2 => Just("是".to_owned()),
        2 => "[0-9 、]{1,4}",
        2 => "[甲乙丙:：/.。\u{1b}\u{202e}\u{2028}\u{301}👨‍👩‍👧a-c ]{0,6}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_lines_leave_a_sound_session(
        source in prop::sample::select(vec![KINDS, GROUPS]),
        lines in prop::collection::vec(line(), 1..30),
    ) {
        let talk = Talk::on(source, "");
        let heard = talk.hear(&lines.join("\n"));
        prop_assert!(!heard.text.contains(|c: char| c.is_control() && c != '\n'), "{:?}", heard.text);
        let loaded = talk.loaded();
        prop_assert_eq!(&loaded.remarks, &[]);
        // Nothing is a draft any more: whatever was begun was given.
        loaded.session.answers.visit(|place, answer| assert!(!answer.draft, "{place}"));
        // Exports that were asked for without a name are answered by the lines that follow, and may fail.
        prop_assert!(heard.code <= 1);
    }
}
