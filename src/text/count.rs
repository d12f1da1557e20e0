//! How long a text is, in the units that a budget is given in.
//!
//! Every count is additive over paragraphs: `count(a + "\n" + b) == count(a) + count(b)`. An editor therefore
//! counts again only the paragraph that changed.

use super::clusters;
use unicode_width::UnicodeWidthChar;

/// What a budget counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CountBy {
    /// 字数 as Word and WPS show it: see [`count`].
    Zi,
    /// Words: runs between spaces that hold a letter or a digit, and each Han character.
    Words,
    /// Grapheme clusters, spaces among them, line ends not.
    Characters,
}

/// Counts a text of any number of paragraphs.
///
/// 字数 follows Word: each Han, kana or hangul character and each full-width mark counts one; everything else
/// counts one for each run between spaces or full-width characters, whatever is in it: `3.5`, `don't`,
/// `and/or`, `2021-07`, a half-width comma between Han characters. Spaces, the full-width one too, count
/// nothing. The marks that Chinese shares with other languages – `“ ” ‘ ’ — … · ①` – are full-width ones in a
/// paragraph that has any East Asian character, as Word takes them when a Chinese input method has typed
/// them; there each counts one, except `’` and `·` between two letters or digits (`it’s`). In a paragraph
/// without, they belong to their run. An emoji counts one.
pub fn count(text: &str, by: CountBy) -> usize {
    let count = match by {
        CountBy::Zi => count_zi,
        CountBy::Words => count_words,
        CountBy::Characters => |paragraph: &str| clusters(paragraph).count(),
    };
    text.split('\n')
        .map(|paragraph| count(paragraph.strip_suffix('\r').unwrap_or(paragraph)))
        .sum()
}

fn count_zi(paragraph: &str) -> usize {
    let shared_marks_are_wide = paragraph.chars().any(is_east_asian);
    let mut total = 0;
    let mut in_run = false;
    let mut previous = None;
    let mut chars = paragraph.chars();
    while let Some(c) = chars.next() {
        if is_plain_full_width(c) && previous != Some('\u{200d}') {
            // Most of the text: no look-ups for these, nor for those that follow.
            let rest = chars.as_str();
            let following = plain_full_width(rest.as_bytes());
            total += 1 + following;
            in_run = false;
            chars = rest.get(3 * following..).unwrap_or_default().chars();
        } else if c.is_whitespace() {
            in_run = false;
        } else if continues_cluster(c, previous) {
            // Part of what was counted before.
        } else if is_full_width(c)
            || (shared_marks_are_wide
                && is_shared_mark(c)
                && !(in_run && joins_letters(c, chars.clone().next())))
        {
            total += 1;
            in_run = false;
        } else if !in_run {
            total += 1;
            in_run = true;
        }
        previous = if is_flag_half(c) && previous.is_some_and(is_flag_half) {
            None
        } else {
            Some(c)
        };
    }
    total
}

/// Han characters, and the marks that stand between them.
fn is_plain_full_width(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3001}'..='\u{3011}' | '\u{ff01}'..='\u{ff5e}')
}

/// How many of these a text begins with, each of which takes three bytes. Looked up by bytes: a text is counted whole when
/// it is opened, and decoding takes longer than all else that is done there.
fn plain_full_width(text: &[u8]) -> usize {
    text.chunks_exact(3)
        .take_while(|bytes| {
            matches!(
                bytes,
                [0xe5..=0xe9, ..]
                    | [0xe4, 0xb8..=0xbf, _]
                    | [0xe3, 0x80, 0x81..=0x91]
                    | [0xef, 0xbc, 0x81..=0xbf]
                    | [0xef, 0xbd, 0x80..=0x9e]
            )
        })
        .count()
}

fn count_words(paragraph: &str) -> usize {
    let mut total = 0;
    let mut in_word = false;
    let mut previous = None;
    for c in paragraph.chars() {
        if continues_cluster(c, previous) {
            // Part of what was counted before.
        } else if is_full_width(c) {
            total += usize::from(c.is_alphanumeric());
            in_word = false;
        } else if c.is_whitespace() {
            in_word = false;
        } else if c.is_alphanumeric() && !in_word {
            total += 1;
            in_word = true;
        }
        previous = if is_flag_half(c) && previous.is_some_and(is_flag_half) {
            None
        } else {
            Some(c)
        };
    }
    total
}

/// Combining marks, selectors and joiners; skin tones; what a joiner has tied on; the second half of a flag.
fn continues_cluster(c: char, previous: Option<char>) -> bool {
    if c < '\u{300}' {
        return false;
    }
    c.width() == Some(0)
        || matches!(c, '\u{1f3fb}'..='\u{1f3ff}')
        || previous
            .is_some_and(|previous| previous == '\u{200d}' || (is_flag_half(c) && is_flag_half(previous)))
}

fn is_flag_half(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

/// Han, kana, bopomofo, hangul, and the marks and forms that exist only for them.
fn is_east_asian(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{2fff}' | '\u{3001}'..='\u{a4cf}' | '\u{a960}'..='\u{a97f}'
        | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{fe10}'..='\u{fe1f}' | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff01}'..='\u{ffee}' | '\u{16fe0}'..='\u{18dff}' | '\u{1b000}'..='\u{1b2ff}'
        | '\u{20000}'..='\u{3fffd}')
}

fn is_full_width(c: char) -> bool {
    c > '\u{2ff}' && (is_east_asian(c) || is_flag_half(c) || c.width() == Some(2)) && !c.is_whitespace()
}

/// Marks of ambiguous width that are typed full-width in Chinese.
fn is_shared_mark(c: char) -> bool {
    matches!(c,
        '·' | '\u{2014}'..='\u{2016}' | '\u{2018}'..='\u{201f}' | '\u{2025}'..='\u{2026}' | '※' | '℃' | '№'
        | '\u{2160}'..='\u{217f}' | '\u{2460}'..='\u{24ff}' | '\u{25a0}'..='\u{25ff}' | '★' | '☆')
}

fn joins_letters(c: char, next: Option<char>) -> bool {
    matches!(c, '’' | '·') && next.is_some_and(|next| next.is_alphanumeric() && !is_full_width(next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::arbitrary::nasty_text;
    use proptest::prelude::*;

    #[test]
    fn what_is_not_looked_up_is_what_the_tables_say() {
        for c in ('\0'..=char::MAX).filter(|c| is_plain_full_width(*c)) {
            assert!(
                is_full_width(c) && !c.is_whitespace() && !continues_cluster(c, None),
                "{c}"
            );
        }
    }

    #[test]
    fn the_bytes_of_what_is_not_looked_up_are_those_of_its_characters() {
        for c in '\0'..=char::MAX {
            let found = plain_full_width(format!("{c}").as_bytes()) > 0;
            assert_eq!(found, is_plain_full_width(c), "{c:?}");
        }
    }

    #[test]
    fn counts_as_word_processors_do() {
        let table = [
            // text, 字, words, characters
            ("", 0, 0, 0),
            ("   \t　", 0, 0, 5),
            ("你好", 2, 2, 2),
            ("你好，世界。", 6, 4, 6),
            ("你好,世界", 5, 4, 5),
            ("全年调研6次", 6, 6, 6),
            ("增长3.5%左右", 5, 5, 8),
            ("don't stop", 2, 2, 10),
            ("well-known and/or", 2, 2, 17),
            ("it’s “fine” — really…", 4, 3, 21),
            ("他说it’s", 3, 3, 6),
            ("用“PPT”讲", 5, 3, 7),
            ("“PPT”很重要", 6, 4, 8),
            ("“学习”——思考……", 10, 4, 10),
            ("阿凡提·买买提", 7, 6, 7),
            ("①学习②思考", 6, 6, 6),
            ("2021年7月1日", 6, 6, 9),
            ("2021-07-01", 1, 1, 10),
            ("（一）", 3, 1, 3),
            ("ＡＢＣ", 3, 3, 3),
            ("カタカナとかな", 7, 7, 7),
            ("ｶﾀｶﾅ", 4, 4, 4),
            ("한국어", 3, 3, 3),
            ("葛\u{e0100}飾", 2, 2, 2),
            ("𠀀𠀁", 2, 2, 2),
            ("👨‍👩‍👧👍🏽🇨🇳🇺🇸", 3 + 1, 0, 4),
            ("e\u{301}tude", 1, 1, 5),
            ("a\nb\n\nc", 3, 3, 3),
            ("一\r\n二\r\n", 2, 2, 2),
        ];
        for (text, zi, words, characters) in table {
            assert_eq!(count(text, CountBy::Zi), zi, "字 of {text:?}");
            assert_eq!(count(text, CountBy::Words), words, "words of {text:?}");
            assert_eq!(
                count(text, CountBy::Characters),
                characters,
                "characters of {text:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn paragraphs_add_up(a in nasty_text(), b in nasty_text()) {
            for by in [CountBy::Zi, CountBy::Words, CountBy::Characters] {
                let both = format!("{a}\n{b}");
                prop_assert_eq!(count(&both, by), count(&a, by) + count(&b, by), "{:?}", by);
            }
        }
    }
}
