#![allow(
    clippy::string_slice,
    reason = "a slice off a boundary fails the test, as it should"
)]

use super::opportunities::{NEVER_FIRST, NEVER_LAST, Opportunities, Place};
use super::*;
use crate::text::arbitrary::{chinese_text, nasty_text};
use crate::text::columns;
use proptest::prelude::*;
use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation;

const ONE: AmbiguousWidth = AmbiguousWidth::One;
const TWO: AmbiguousWidth = AmbiguousWidth::Two;

const PROSE: &[&str] = &[
    "一是学习不够深。对“三会一课”“主题党日”等制度，往往满足于“学过了”“记下了”，没有做到学懂弄通；二是方法不够新——看现场多，\
     坐下来谈得少……全年到县里调研6次，入户座谈只有2次（其中1次是陪同检查），《调查研究工作办法》中“带着问题下去、\
     带着答案回来”的要求没有落实。",
    "有人问：“你为什么不早说？”我答道：“当时想的是‘多一事不如少一事’……”——这正是【责任心】不强的表现！【注】见「附件」『一』。",
    "　　2021年7月，县委决定我担任局长。我用PPT（PowerPoint）讲了“十四五”规划，增长3.5%～4%，达1,234.5万元／年，阿凡提·买买提同志参加。",
    "（（（《《《“““‘‘‘甲’’’”””》》》）））。。。",
];

fn texts(text: &str, width: usize, ambiguous: AmbiguousWidth) -> Vec<&str> {
    rows(text, width, ambiguous).map(|row| &text[row.range]).collect()
}

#[test]
fn rows_end_where_they_should() {
    let table: &[(&str, usize, &[&str])] = &[
        ("", 10, &[""]),
        ("一二三四五六", 4, &["一二", "三四", "五六"]),
        ("一二三四五六", 5, &["一二", "三四", "五六"]),
        ("一二，三四", 4, &["一", "二，", "三四"]),
        ("一二。”三", 4, &["一", "二。", "”三"]),
        ("他说“好”“行”吗", 5, &["他说", "“好”", "“行”", "吗"]),
        ("一二“三”", 5, &["一二", "“三”"]),
        ("一二——三", 5, &["一", "二——", "三"]),
        ("一二……三", 5, &["一", "二……", "三"]),
        ("一二（三）", 5, &["一二", "（三", "）"]),
        ("买买提·阿凡提", 6, &["买买", "提·阿", "凡提"]),
        ("one two three", 8, &["one two ", "three"]),
        ("one   two", 3, &["one   ", "two"]),
        ("one two", 7, &["one two"]),
        ("one    ", 3, &["one    "]),
        ("      ", 3, &["      "]),
        ("用PPT（幻灯片）讲", 8, &["用PPT", "（幻灯", "片）讲"]),
        ("用“PPT”讲", 6, &["用", "“PPT”", "讲"]),
        ("it’s a dog’s life", 5, &["it’s ", "a ", "dog’s ", "life"]),
        ("abcdefgh", 3, &["abc", "def", "gh"]),
        ("ab cdefgh", 4, &["ab ", "cdef", "gh"]),
        ("中文abcdefgh", 5, &["中文", "abcde", "fgh"]),
        ("abcdef，甲", 6, &["abcde", "f，甲"]),
        ("一二", 1, &["一", "二"]),
        ("一，二", 1, &["一", "，", "二"]),
        ("一二", 0, &["一", "二"]),
        ("a一", 2, &["a", "一"]),
        ("👨‍👩‍👧👨‍👩‍👧", 3, &["👨‍👩‍👧", "👨‍👩‍👧"]),
        ("🇨🇳🇺🇸🇫🇷", 4, &["🇨🇳🇺🇸", "🇫🇷"]),
        ("葛\u{e0100}飾", 2, &["葛\u{e0100}", "飾"]),
        ("e\u{301}e\u{301}e\u{301}", 2, &["e\u{301}e\u{301}", "e\u{301}"]),
        ("——————", 4, &["————", "——"]),
        (
            "http://example.com/a-long/path",
            12,
            &["http://", "example.com/", "a-long/path"],
        ),
    ];
    for (text, width, expected) in table {
        assert_eq!(&texts(text, *width, ONE), expected, "{text:?} at {width}");
    }
}

#[test]
fn ambiguous_characters_take_the_columns_of_the_setting() {
    assert_eq!(texts("他说“好”", 8, ONE), ["他说“好”"]);
    assert_eq!(texts("他说“好”", 8, TWO), ["他说", "“好”"]);
    assert_eq!(texts("一二……三", 8, TWO), ["一二……", "三"]);
    assert_eq!(texts("一二……三", 7, TWO), ["一", "二……", "三"]);
}

#[test]
fn a_row_tells_its_columns() {
    let table: &[(&str, usize, &[usize])] = &[
        ("", 10, &[0]),
        ("一二三", 5, &[4, 2]),
        ("one two three", 8, &[8, 5]),
        ("one   two", 3, &[3, 3]),
        ("      ", 3, &[3]),
        ("ab  ", 9, &[4]),
        ("一二", 1, &[2, 2]),
        ("一  ", 1, &[2]),
    ];
    for (text, width, expected) in table {
        let found: Vec<_> = rows(text, *width, ONE).map(|row| row.columns).collect();
        assert_eq!(&found, expected, "{text:?} at {width}");
    }
}

#[test]
fn chinese_rows_start_and_end_as_they_may() {
    for width in 10..=60 {
        for ambiguous in [ONE, TWO] {
            // `事’……”——` cannot be parted, and if “ is wide it is wider than a narrow row.
            if ambiguous == TWO && width < 14 {
                continue;
            }
            for prose in PROSE.iter().take(3) {
                let rows = texts(prose, width, ambiguous);
                for pair in rows.windows(2) {
                    let last = pair[0].trim_end().chars().next_back().unwrap_or(' ');
                    let first = pair[1].chars().next().unwrap_or(' ');
                    assert!(
                        !NEVER_LAST.contains(last),
                        "row ends with {last} at {width}: {rows:#?}"
                    );
                    assert!(
                        !NEVER_FIRST.contains(first),
                        "row starts with {first} at {width}: {rows:#?}"
                    );
                }
                // What the rules push down is little: rows stay well filled.
                let filled = rows
                    .iter()
                    .rev()
                    .skip(1)
                    .all(|row| columns(row, ambiguous) + 16 > width);
                assert!(filled, "a row is left too empty at {width}: {rows:#?}");
            }
        }
    }
}

/// The code points of a line of the conformance file, and where it allows a break.
fn conformance_case(line: &str) -> (String, Vec<usize>) {
    let mut text = String::new();
    let mut allowed = Vec::new();
    for item in line.split_whitespace() {
        match item {
            "×" => {}
            "÷" => allowed.push(text.len()),
            hex => text.extend(u32::from_str_radix(hex, 16).ok().and_then(char::from_u32)),
        }
    }
    (text, allowed)
}

/// The library implements the standard as it is; the file expects numbers as in its example 7, wide brackets
/// by their width (here [`opportunities`] sees to that), and emoji that do not exist yet (which no cluster is
/// ever broken in).
#[test]
fn unicode_conformance() {
    const DATA: &str = include_str!("../../../tests/cases/unicode/LineBreakTest.txt");
    let mut tried = 0;
    for line in DATA.lines().filter(|line| !line.starts_with('#')) {
        let (text, allowed) = conformance_case(line);
        let mut opportunities = Opportunities::after(&text, 0);
        for (offset, next) in text.char_indices().skip(1) {
            let by_library = opportunities.is_at(offset);
            if by_library == allowed.contains(&offset) {
                continue;
            }
            let previous = text[..offset].chars().rfind(|c| *c != '\u{308}').unwrap_or(' ');
            let in_number = "},/.%)\\".contains(previous) && (next.is_ascii_digit() || "%(${".contains(next));
            let wide_bracket = "〈（\u{2329}".contains(next);
            let future_emoji = next == '\u{1f3ff}';
            assert!(
                in_number || wide_bracket || future_emoji,
                "{line}: {text:?} at {offset}: {by_library}"
            );
        }
        tried += 1;
    }
    assert_eq!(tried, 1491);
}

proptest! {
    #[test]
    fn rows_are_the_paragraph(text in nasty_text(), width in 1_usize..30) {
        for ambiguous in [ONE, TWO] {
            let rows: Vec<_> = rows(&text, width, ambiguous).collect();
            let joined: String = rows.iter().map(|row| &text[row.range.clone()]).collect();
            prop_assert_eq!(&joined, &text);
            let clusters: Vec<_> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
            for row in &rows {
                let within = &text[row.range.clone()];
                prop_assert!(!within.is_empty() || text.is_empty());
                prop_assert!(clusters.contains(&row.range.end), "a cluster is split after {:?}", within);
                let visible = within.trim_end_matches(opportunities::HANGING);
                prop_assert!(row.columns <= width || visible.graphemes(true).count() == 1,
                    "{:?} takes {} of {}", within, row.columns, width);
            }
        }
    }

    #[test]
    fn a_row_ends_badly_only_if_it_cannot_end_well(text in chinese_text(), width in 8_usize..40) {
        let rows: Vec<_> = rows(&text, width, ONE).map(|row| row.range).collect();
        for pair in rows.windows(2) {
            let (above, below) = (&text[pair[0].clone()], &text[pair[1].clone()]);
            let bad = |above: &str, below: &str| {
                let last = above.trim_end_matches(opportunities::HANGING).chars().next_back();
                NEVER_FIRST.contains(below.chars().next().unwrap_or('甲'))
                    || NEVER_LAST.contains(last.unwrap_or('甲'))
            };
            if bad(above, below) {
                let better = above.char_indices().skip(1).any(|(at, c)| !opportunities::HANGING.contains(&c)
                    && c != '\u{e0100}' && !bad(&above[..at], &above[at..]));
                prop_assert!(!better, "{:?} | {:?}", above, below);
            }
        }
    }

    /// Reading on from a row start must find what a reading from the paragraph's start finds.
    #[test]
    fn opportunities_do_not_depend_on_where_the_reading_began(text in nasty_text()) {
        let whole: Vec<_> = linebreaks(&text).map(|(offset, _)| offset).collect();
        for (start, _) in text.char_indices() {
            let mut opportunities = Opportunities::after(&text, start);
            let found: Vec<_> =
                (start + 1..=text.len()).filter(|offset| opportunities.is_at(*offset)).collect();
            let expected: Vec<_> = whole.iter().copied().filter(|offset| *offset > start).collect();
            prop_assert_eq!(found, expected, "from {} of {:?}", start, text);
        }
    }

    /// However a paragraph was edited, the rows kept are the rows of the paragraph as it is now.
    #[test]
    fn kept_rows_are_fresh_rows(
        text in nasty_text(),
        edits in prop::collection::vec(
            (any::<prop::sample::Index>(), 0_usize..6, nasty_text(), 0_usize..8),
            1..12,
        ),
        width in 1_usize..24,
    ) {
        let mut text = text;
        let mut kept = RowStarts::new(width, TWO);
        for (at, removed, inserted, asked) in edits {
            let starts: Vec<_> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let from = at.index(starts.len());
            let to = (from + removed).min(starts.len() - 1);
            text.replace_range(starts[from]..starts[to], &inserted);
            kept.invalidate_from(starts[from]);
            kept.row(&text, asked);
            let fresh: Vec<_> = rows(&text, width, TWO).collect();
            prop_assert_eq!(kept.known(), &fresh[..kept.known().len()], "in {:?}", text);
            let byte = (starts[from] + inserted.len()).min(text.len());
            let index = kept.index_of(&text, byte);
            let is_last = index + 1 == fresh.len();
            prop_assert!(fresh[index].range.contains(&byte) || (byte == text.len() && is_last));
        }
        prop_assert_eq!(kept.count(&text), rows(&text, width, TWO).count());
    }
}

#[test]
fn only_what_is_asked_for_is_wrapped() {
    let text = "学而时习之，不亦说乎？".repeat(5_000);
    let mut kept = RowStarts::new(40, ONE);
    kept.row(&text, 30);
    assert_eq!(kept.known().len(), 31);
    assert!(!kept.is_complete());
    let all = kept.count(&text);
    assert!(kept.is_complete());
    kept.invalidate_from(text.len());
    assert_eq!(
        kept.known().len(),
        all - 1,
        "typing at the end drops the last row only"
    );
}

#[test]
fn a_place_without_anything_before_it_adds_nothing_to_the_standard() {
    assert!(Place::default().break_before("“", true));
    assert!(!Place::default().break_before("“", false));
    assert!(!Place::default().forbids_break_before("甲"));
}
