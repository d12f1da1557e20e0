//! The typing aid for Chinese: half-width marks typed after a Han character become full-width ones.
//!
//! For those who type with the input method's half-width marks. It is off unless turned on. The mark that was
//! typed and what became of it are two steps: one undo gives the mark back as it was typed.

/// How far back an opening mark is looked for.
const REACH: usize = 400;

/// What a mark becomes that was typed behind `before`, a paragraph up to the caret; `None` if it stays.
///
/// `, . ; : ? ! (` do so behind a Han character or a full-width closing mark. `)` does there, or where a `（`
/// is open. Quotes become `“` or `”`, `‘` or `’`, whichever pairs up; an apostrophe behind a letter stays
/// unless a `‘` is open.
pub fn full_width(before: &str, typed: char) -> Option<char> {
    let behind_chinese = before.chars().next_back().is_some_and(is_chinese);
    let open = |opening, closing| is_open(before, opening, closing);
    let full = match typed {
        ',' => '，',
        '.' => '。',
        ';' => '；',
        ':' => '：',
        '?' => '？',
        '!' => '！',
        '(' => '（',
        ')' => return (behind_chinese || open('（', '）')).then_some('）'),
        '"' if open('“', '”') => return Some('”'),
        '"' => '“',
        '\'' if open('‘', '’') => return Some('’'),
        '\'' => '‘',
        _ => return None,
    };
    behind_chinese.then_some(full)
}

fn is_open(before: &str, opening: char, closing: char) -> bool {
    let last = before
        .chars()
        .rev()
        .take(REACH)
        .find(|c| *c == opening || *c == closing);
    last == Some(opening)
}

/// A Han character, or a mark that only Chinese text has.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
        || matches!(c, '\u{20000}'..='\u{3fffd}')
        || "々〇”’…—，。、；：？！）》〉】」』".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_full_width_behind_chinese() {
        let table = [
            ("学习", ',', Some('，')),
            ("学习", '.', Some('。')),
            ("学习", ';', Some('；')),
            ("学习", ':', Some('：')),
            ("学习", '?', Some('？')),
            ("学习", '!', Some('！')),
            ("学习", '(', Some('（')),
            ("学习（上", ')', Some('）')),
            ("用（PPT", ')', Some('）')),
            ("PPT", ')', None),
            ("（甲）PPT", ')', None),
            ("他说：", '"', Some('“')),
            ("他说：“好", '"', Some('”')),
            ("他说：“好。", '"', Some('”')),
            ("他说：“PPT", '"', Some('”')),
            ("“甲”和", '"', Some('“')),
            ("“他说：", '\'', Some('‘')),
            ("“他说：‘好", '\'', Some('’')),
            ("don", '\'', None),
            ("", '"', None),
            ("say ", '"', None),
            ("3", '.', None),
            ("第3", ',', None),
            ("《论语》", ',', Some('，')),
            ("“好”", ',', Some('，')),
            ("学习", 'a', None),
            ("学习", '-', None),
        ];
        for (before, typed, expected) in table {
            assert_eq!(full_width(before, typed), expected, "{typed} behind {before:?}");
        }
    }
}
