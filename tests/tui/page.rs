//! The page beside the question.

use super::desk::Desk;
use tigang::text::AmbiguousWidth;
use tigang::tui::layout::{self, Layout};

/// The page pane's part of the screen, at 120 columns.
fn page(desk: &mut Desk) -> String {
    let screen = desk.screen();
    screen
        .lines()
        .filter_map(|row| row.rsplit('│').next())
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_page_shows_what_is_typed_at_once() {
    // An answer that prints as it stands, a heading, a second paragraph, nothing left.
    let mut desk = Desk::new("");
    desk.press("Tab").write("由县");
    assert!(page(&mut desk).contains("┃ 　　由县"), "{}", page(&mut desk));
    desk.press("Enter").write("委任");
    assert!(page(&mut desk).contains("┃ 　　委任"), "{}", page(&mut desk));
    desk.press("Alt+a Backspace");
    assert!(!page(&mut desk).contains('委'), "{}", page(&mut desk));
    let mut desk = Desk::new("[[problems.problem]]\nid = \"a\"\n");
    desk.press("Tab Tab");
    desk.effects.clear();
    desk.write("学习");
    assert!(page(&mut desk).contains("（一）学习。"), "{}", page(&mut desk));
    assert_eq!(desk.saved(), None, "typing saves at a pause, not at each key");
}

#[test]
fn a_list_that_a_template_prints_is_on_the_page_as_it_prints() {
    let source = r#"
format = 1
title = "Report"
language = "en"
[authors]
ask = "Who?"
kind = "list"
text = 'Authors: {{ answer | join(", ") }}'
"#;
    let mut desk = Desk::on(source, "", (120, 36), AmbiguousWidth::One);
    desk.write("Wang").press("Enter").write("Li");
    assert!(
        page(&mut desk).contains("Authors: Wang, Li"),
        "{}",
        page(&mut desk)
    );
    desk.act(tigang::tui::action::Action::Pause);
    assert!(
        page(&mut desk).contains("Authors: Wang, Li"),
        "{}",
        page(&mut desk)
    );
}

#[test]
fn blanks_around_a_paragraph_are_not_on_the_page() {
    let mut desk = Desk::new("");
    desk.press("Tab").write("  县委");
    assert!(page(&mut desk).contains("┃ 　　县委"), "{}", page(&mut desk));
    desk.write("。").press("Tab Shift+Tab").write("x");
    assert!(page(&mut desk).contains("┃ 　　县委。x"), "{}", page(&mut desk));
}

#[test]
fn the_page_follows_the_caret_through_a_long_answer() {
    let mut desk = Desk::new("");
    desk.press("Tab");
    for number in 0..400 {
        desk.write(&format!("第{number}句。"));
    }
    desk.write("尾");
    assert!(page(&mut desk).contains('尾'), "{}", page(&mut desk));
    desk.press("Ctrl+Home");
    assert!(page(&mut desk).contains("第0句"), "{}", page(&mut desk));
    desk.press("Ctrl+End");
    assert!(page(&mut desk).contains('尾'), "{}", page(&mut desk));
    desk.press("Ctrl+Home").write("头");
    assert!(page(&mut desk).contains('头'), "{}", page(&mut desk));
}

/// One paragraph out of three answers, and one that a template prints.
const LONG: &str = r#"
format = 1
title = "短文"
[one]
layout = "paragraph"
[one.first]
ask = "一？"
kind = "prose"
[one.second]
ask = "二？"
[one.third]
ask = "三？"
[two]
heading = "尾"
[two.line]
ask = "四？"
text = "第四：{{ answer }}。"
"#;

/// As many numbered sentences.
fn sentences(mark: &str, count: usize) -> String {
    (0..count)
        .map(|number| format!("{mark}{number:03}句。"))
        .collect()
}

fn long(size: (u16, u16)) -> Desk {
    let answers = format!(
        "[one]\nfirst = \"{}\"\nsecond = \"乙一。\"\nthird = \"{}\"\n[two]\nline = \"{}\"\n",
        sentences("甲", 150),
        sentences("丙", 150),
        sentences("丁", 20),
    );
    Desk::on(LONG, &answers, size, AmbiguousWidth::One)
}

const SIZES: [(u16, u16); 3] = [(120, 36), (80, 24), (40, 12)];

/// The rows of the page as they are seen, each without the mark beside it.
fn page_rows(desk: &mut Desk) -> Vec<String> {
    let Layout::Interview(areas) = layout::lay_out(&mut desk.app) else {
        panic!("a session")
    };
    let text = |row: &tigang::tui::page::PageRow| -> String {
        row.pieces.iter().map(|piece| piece.text.as_str()).collect()
    };
    areas.page_rows.iter().map(text).collect()
}

#[test]
fn the_whole_page_is_seen_by_keyboard() {
    for size in SIZES {
        let mut desk = long(size);
        let whole: String = desk.text().split_whitespace().collect();
        for (start, key, back) in [
            ("Home", "Down", false),
            ("Ctrl+Home", "PageDown", false),
            ("End", "Up", true),
            ("Ctrl+End", "PageUp", true),
        ] {
            desk.press("Esc Ctrl+P").press(start);
            let mut seen: Vec<String> = page_rows(&mut desk);
            for _ in 0..1_000 {
                let before = desk.look();
                desk.press(key);
                let rows = page_rows(&mut desk);
                assert!(desk.look().1.is_some(), "the cursor is in view");
                // What was seen before and what is seen now touch.
                let overlap = |n: &usize| match back {
                    false => seen.ends_with(&rows[..*n]),
                    true => seen.starts_with(&rows[rows.len() - *n..]),
                };
                let shared = (1..=rows.len())
                    .rev()
                    .find(overlap)
                    .unwrap_or_else(|| panic!("{size:?} {key}: skipped"));
                match back {
                    false => seen.extend_from_slice(&rows[shared..]),
                    true => drop(seen.splice(0..0, rows[..rows.len() - shared].to_vec())),
                }
                if desk.look() == before {
                    break;
                }
            }
            let seen: String = seen.concat().split_whitespace().collect();
            assert_eq!(seen, whole, "{size:?} {key}");
        }
    }
}

#[test]
fn words_on_the_page_lead_to_their_own_question() {
    for size in SIZES {
        for (needle, at) in [
            ("甲100", "one.first"),
            ("乙一", "one.second"),
            ("丙020", "one.third"),
            ("丁005", "two.line"),
        ] {
            let mut desk = long(size);
            desk.press("Ctrl+P Home");
            let seen = |desk: &mut Desk| {
                let screen = desk.screen();
                screen.lines().enumerate().find_map(|(row, line)| {
                    let page = line.rsplit('│').next()?;
                    let in_page = page.find(needle)?;
                    let before = line.get(..line.len() - page.len() + in_page)?;
                    let column = tigang::text::width::columns(before, AmbiguousWidth::One);
                    Some((u16::try_from(column).unwrap(), u16::try_from(row).unwrap()))
                })
            };
            let mut place = seen(&mut desk);
            for _ in 0..1_000 {
                if place.is_some() {
                    break;
                }
                desk.press("Down");
                place = seen(&mut desk);
            }
            let (column, row) = place.unwrap_or_else(|| panic!("{needle} {size:?}"));
            desk.click(column, row);
            assert_eq!(desk.at(), at, "{size:?}");
        }
    }
}

#[test]
fn the_cursor_of_the_page_goes_from_answer_to_answer_in_its_row() {
    let answers = "[one]\nfirst = \"甲。\"\nsecond = \"乙。\"\nthird = \"丙。\"\n[two]\nline = \"丁\"\n";
    for (keys, at) in [
        ("Enter", "one.first"),
        ("Right Enter", "one.second"),
        ("Right Right Enter", "one.third"),
        ("Right Right Right Left Enter", "one.second"),
        ("Left Enter", "one.first"),
        ("End Enter", "two.line"),
        ("Down Down Up Up Right Enter", "one.second"),
    ] {
        let mut desk = Desk::on(LONG, answers, (120, 36), AmbiguousWidth::One);
        desk.press("Tab Tab Tab Ctrl+P Home").press(keys);
        assert_eq!(desk.at(), at, "{keys}");
    }
    // In a row where no other words begin, the one that goes through it; else the first that begins there.
    let mut desk = long((120, 36));
    desk.press("Ctrl+P Home Down Down Enter");
    assert_eq!(desk.at(), "one.first");
    let mut desk = long((120, 36));
    desk.press("Tab Tab Ctrl+P Enter");
    assert_eq!(desk.at(), "one.third");
}

#[test]
fn the_page_follows_the_caret_where_a_template_prints_the_answer() {
    for size in [(120, 36), (80, 24)] {
        let mut desk = Desk::on(LONG, "", size, AmbiguousWidth::One);
        desk.press("Ctrl+P Esc Tab Tab Tab").paste(&sentences("丁", 700));
        desk.write("末");
        assert!(page(&mut desk).contains('末'), "{}", page(&mut desk));
        desk.press("Ctrl+Home").write("首");
        assert!(page(&mut desk).contains('首'), "{}", page(&mut desk));
        desk.press("Ctrl+End").write("终");
        assert!(page(&mut desk).contains('终'), "{}", page(&mut desk));
    }
}
