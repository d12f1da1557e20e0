//! The typing aid for Chinese: half-width marks typed beside a Han character become full-width ones.
//!
//! For those who type with the input method's half-width marks. It is off unless turned on. The mark that was
//! typed and what became of it are two steps: one undo gives the mark back as it was typed.

/// How far back an opening mark is looked for.
const REACH: usize = 400;

/// What stands in the place of what was typed, and of the marks just before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Better {
    /// How many bytes before what was typed go as well.
    pub back: usize,
    /// What stands there instead of those.
    pub text: &'static str,
    /// Whether what was typed stays behind it.
    pub keeps_typed: bool,
}

impl Better {
    const fn instead(text: &'static str) -> Option<Self> {
        Some(Self {
            back: 0,
            text,
            keeps_typed: false,
        })
    }
}

/// What becomes of a character that was typed between `before` and `after`, the two parts of a paragraph; `None` if it
/// stays.
///
/// `, . ; : ? ! (` become full-width behind a Han character or a full-width closing mark, and a third `.` an ellipsis.
/// `)` does there, or where a `（` is open. Quotes become `“` or `”`, `‘` or `’`, whichever pairs up; an apostrophe behind a
/// letter stays unless a `‘` is open. A half-width `, ; : ? !`, or a `(` or quote that opens, becomes full-width before a
/// Han character too, whichever of the two is typed last; a `.` does not: it also stands behind the number of an item.
/// What closes a mark that has stayed half-width stays so too.
pub fn full_width(before: &str, typed: char, after: &str) -> Option<Better> {
    if is_han(typed) {
        return before_han(before);
    }
    let before_chinese = after.chars().next().is_some_and(is_han);
    let behind_chinese = before.chars().next_back().is_some_and(is_chinese);
    let full = match typed {
        ',' => "，",
        '.' if before.ends_with("。。") => {
            return Some(Better {
                back: "。。".len(),
                text: "……",
                keeps_typed: false,
            });
        }
        '.' => "。",
        ';' => "；",
        ':' => "：",
        '?' => "？",
        '!' => "！",
        '(' => "（",
        ')' => match last_of(before, ['（', '）', '(', ')']) {
            Some('（') => return Better::instead("）"),
            Some('(') => return None,
            _ => "）",
        },
        '"' if last_of(before, ['“', '”']) == Some('“') => return Better::instead("”"),
        '"' if is_unpaired(before, '"') => return None,
        '"' => "“",
        '\'' if last_of(before, ['‘', '’']) == Some('‘') => return Better::instead("’"),
        '\'' if is_unpaired(before, '\'') => return None,
        '\'' => "‘",
        _ => return None,
    };
    let fits_what_follows = match typed {
        ',' | ';' | ':' | '?' | '!' => true,
        '(' | '"' | '\'' => stands_free(before),
        _ => false,
    };
    (behind_chinese || (before_chinese && fits_what_follows)).then_some(())?;
    Better::instead(full)
}

/// What becomes of a half-width mark before a Han character.
fn before_han(before: &str) -> Option<Better> {
    let mut chars = before.chars();
    let mark = chars.next_back()?;
    let text = match mark {
        // It has become full-width there already, and was taken back.
        ',' | ';' | ':' | '?' | '!' if chars.as_str().ends_with(is_chinese) => return None,
        ',' => "，",
        ';' => "；",
        ':' => "：",
        '?' => "？",
        '!' => "！",
        _ if !stands_free(chars.as_str()) => return None,
        '(' => "（",
        '"' if is_unpaired(before, '"') => "“",
        '\'' if is_unpaired(before, '\'') => "‘",
        _ => return None,
    };
    Some(Better {
        back: mark.len_utf8(),
        text,
        keeps_typed: true,
    })
}

/// Whether what opens here can belong to what follows. Behind a letter it belongs to that.
fn stands_free(before: &str) -> bool {
    before
        .chars()
        .next_back()
        .is_none_or(|before| !before.is_ascii_alphanumeric())
}

/// The last of some marks.
fn last_of<const N: usize>(before: &str, marks: [char; N]) -> Option<char> {
    before.chars().rev().take(REACH).find(|c| marks.contains(c))
}

/// Whether there is an odd number of a mark that both opens and closes. An apostrophe within a word does neither.
fn is_unpaired(before: &str, mark: char) -> bool {
    let mut behind = None;
    let mut count = 0;
    for c in before.chars().rev().take(REACH) {
        if behind == Some(mark) && !(mark == '\'' && c.is_ascii_alphanumeric()) {
            count += 1;
        }
        behind = Some(c);
    }
    count += usize::from(behind == Some(mark));
    count % 2 == 1
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3fffd}')
}

/// A Han character, or a mark that only Chinese text has.
fn is_chinese(c: char) -> bool {
    is_han(c) || "々〇”’…—，。、；：？！）》〉】」』".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands there when all of it has been typed, character by character.
    fn typed(all: &str) -> String {
        let mut text = String::new();
        for c in all.chars() {
            let better = full_width(&text, c, "");
            if let Some(better) = better {
                text.truncate(text.len() - better.back);
                text.push_str(better.text);
            }
            if better.is_none_or(|better| better.keeps_typed) {
                text.push(c);
            }
        }
        text
    }

    #[test]
    fn marks_become_full_width_beside_chinese() {
        let table = [
            ("学习,", "学习，"),
            ("学习.", "学习。"),
            ("学习;", "学习；"),
            ("学习:", "学习："),
            ("学习?", "学习？"),
            ("学习!", "学习！"),
            ("学习...", "学习……"),
            ("学习(上)", "学习（上）"),
            ("用(PPT)", "用（PPT）"),
            ("(甲)PPT)", "（甲）PPT)"),
            ("他说:\"好.\"", "他说：“好。”"),
            ("他说:\"PPT\"", "他说：“PPT”"),
            ("\"甲\"和\"乙\"", "“甲”和“乙”"),
            ("\"他说:'好'\"", "“他说：‘好’”"),
            ("don't", "don't"),
            ("don't说'好'", "don't说‘好’"),
            ("say \"hi\" (so)", "say \"hi\" (so)"),
            ("\"hi\"是", "\"hi\"是"),
            ("3.5", "3.5"),
            ("第3,", "第3,"),
            ("《论语》,", "《论语》，"),
            ("\"改革\"是\"大事\".第1项", "“改革”是“大事”。第1项"),
            ("(一)摸底", "（一）摸底"),
            ("12.5,\"引号\"(括号)", "12.5,“引号”（括号）"),
            ("f(中)", "f(中)"),
            ("\"a,改革\"", "\"a，改革\""),
            ("增长5%,比", "增长5%，比"),
            ("Word,中", "Word，中"),
            ("5%;中a:中b?中c!中", "5%；中a：中b？中c！中"),
            ("1.加强", "1.加强"),
            ("1,200元", "1,200元"),
            ("12:30开会", "12:30开会"),
            ("学习-a", "学习-a"),
        ];
        for (all, expected) in table {
            assert_eq!(typed(all), expected, "{all}");
        }
    }

    #[test]
    fn what_stands_behind_the_caret_counts_as_well() {
        let table = [
            // before, typed, after, what stands before the caret then
            ("增长5%", ",", "比去年", "增长5%，"),
            ("Word", "!", "中", "Word！"),
            ("Word", ".", "中", "Word."),
            ("", "\"", "今天GDP增长", "“"),
            ("“今天GDP增长", "\"", "", "“今天GDP增长”"),
            ("“今天GDP", "\"", "增长", "“今天GDP”"),
            ("", "'", "今天", "‘"),
            ("", "(", "今天", "（"),
            ("don", "'", "今天", "don'"),
            ("", "\"", "GDP", "\""),
            ("a", ",", "b", "a,"),
        ];
        for (before, mark, after, expected) in table {
            let better = mark
                .chars()
                .next()
                .and_then(|mark| full_width(before, mark, after));
            let stands = better.map_or(mark, |better| better.text);
            assert_eq!(format!("{before}{stands}"), expected, "{before}|{after}");
        }
    }
}
