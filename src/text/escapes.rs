//! The sequences with which programs talk to terminals: what is copied from a terminal may hold them.
//!
//! As ECMA-48 has them: a control sequence `ESC [ … m`, a control string `ESC ] …` up to BEL or `ESC \`, and an escape
//! sequence of `ESC` and one or more characters; each also with its introducer as one character, from U+0080 on.

use std::borrow::Cow;

const ESCAPE: char = '\u{1b}';
const BELL: char = '\u{7}';
const STRING_END: char = '\u{9c}';

/// The text without the sequences in it. What begins like one and is none loses only the `ESC`: of a sequence that is
/// cut off, nothing that follows is taken for a part of it.
pub fn without_escapes(text: &str) -> Cow<'_, str> {
    if !text.contains(is_introducer) {
        return Cow::Borrowed(text);
    }
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(is_introducer) {
        left.push_str(before);
        let introducer = rest.get(before.len()..).and_then(|from| from.chars().next());
        rest = behind_sequence(introducer.unwrap_or(ESCAPE), behind);
    }
    left.push_str(rest);
    Cow::Owned(left)
}

fn is_introducer(c: char) -> bool {
    matches!(c, ESCAPE | '\u{80}'..='\u{9f}') && c != '\u{85}'
}

/// What follows a sequence, of which `rest` stands behind the introducer.
fn behind_sequence(introducer: char, rest: &str) -> &str {
    match introducer {
        ESCAPE => behind_escape(rest).unwrap_or(rest),
        '\u{9b}' => behind_control(rest).unwrap_or(rest),
        '\u{90}' | '\u{98}' | '\u{9d}'..='\u{9f}' => behind_string(rest).unwrap_or(rest),
        _ => rest,
    }
}

fn behind_escape(rest: &str) -> Option<&str> {
    let mut chars = rest.chars();
    match chars.next()? {
        '[' => behind_control(chars.as_str()),
        ']' | 'P' | 'X' | '^' | '_' => behind_string(chars.as_str()),
        '0'..='~' => Some(chars.as_str()),
        ' '..='/' => behind_final(chars.as_str(), ' '..='/', '0'),
        _ => None,
    }
}

/// Parameters, then what is between, then one final character.
fn behind_control(rest: &str) -> Option<&str> {
    let rest = rest.trim_start_matches(|c| matches!(c, '0'..='?'));
    behind_final(rest, ' '..='/', '@')
}

fn behind_final(rest: &str, between: std::ops::RangeInclusive<char>, first_final: char) -> Option<&str> {
    let rest = rest.trim_start_matches(|c| between.contains(&c));
    rest.strip_prefix(|c| (first_final..='~').contains(&c))
}

/// A string that nothing but its end ends; a line end or another sequence in it says that the end is missing.
fn behind_string(rest: &str) -> Option<&str> {
    let end = rest.find(|c: char| c.is_control())?;
    let (_, rest) = rest.split_at_checked(end)?;
    rest.strip_prefix([BELL, STRING_END])
        .or_else(|| rest.strip_prefix("\u{1b}\\"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;

    #[test]
    fn whole_sequences_go() {
        let table = [
            ("\u{1b}[31m红\u{1b}[0m", "红"),
            ("\u{1b}[1;38;5;196m红\u{1b}[m的", "红的"),
            ("\u{1b}]0;t\u{7}题", "题"),
            ("\u{1b}]8;;https://a.cn\u{1b}\\甲\u{1b}]8;;\u{1b}\\乙", "甲乙"),
            ("\u{1b}]2;标题\u{9c}甲", "甲"),
            ("甲\u{1b}[200~乙\u{1b}[201~", "甲乙"),
            ("\u{1b}P1$r0m\u{1b}\\甲\u{1b}_x\u{1b}\\", "甲"),
            ("\u{1b}c甲\u{1b}7乙\u{1b}(B丙", "甲乙丙"),
            ("\u{9b}31m甲\u{9d}0;t\u{7}", "甲"),
            ("\u{1b}[?25l甲\u{1b}[2 q", "甲"),
            // Cut off, or none: what stands there stays.
            ("甲\u{1b}", "甲"),
            ("甲\u{1b}[31", "甲[31"),
            ("\u{1b}[31红", "[31红"),
            ("\u{1b}中", "中"),
            ("\u{1b}]0;题\n甲\u{7}", "]0;题\n甲\u{7}"),
            ("\u{1b}]0;题\u{1b}[31m红", "]0;题红"),
            ("\u{85}甲", "\u{85}甲"),
            ("中文 plain [31m", "中文 plain [31m"),
        ];
        for (text, left) in table {
            assert_eq!(without_escapes(text), left, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn only_sequences_go(
            pieces in prop::collection::vec((
                "[甲乙丙a-z0-9;:\\[\\]~，。 \n]{0,8}",
                select(vec![
                    "\u{1b}[31m", "\u{1b}[0;1m", "\u{1b}[K", "\u{1b}]0;标题\u{7}", "\u{1b}]8;;a\u{1b}\\", "\u{1b}(B",
                    "\u{1b}7", "\u{9b}2J", "\u{1b}[200~", "\u{1b}_甲\u{9c}",
                ]),
            ), 0..12),
        ) {
            let with: String = pieces.iter().map(|(text, sequence)| format!("{text}{sequence}")).collect();
            let without: String = pieces.iter().map(|(text, _)| text.as_str()).collect();
            prop_assert_eq!(without_escapes(&with), without);
        }

        #[test]
        fn what_is_cut_off_swallows_nothing(
            begun in select(vec!["\u{1b}", "\u{1b}[", "\u{1b}[3", "\u{1b}]0;", "\u{1b}P", "\u{1b}_", "\u{9b}", "\u{9d}"]),
            text in "[甲乙丙，。\n][甲乙丙，。\\[\\];m0-9 \n]{0,40}",
        ) {
            let left = without_escapes(&format!("{begun}{text}")).into_owned();
            prop_assert!(left.ends_with(&text), "{:?}", left);
        }

        #[test]
        fn nothing_is_left_to_begin_one(text in crate::text::arbitrary::nasty_text()) {
            prop_assert!(!without_escapes(&text).contains(is_introducer));
        }
    }
}
