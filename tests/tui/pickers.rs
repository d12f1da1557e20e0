//! Answers that are picked from a list: state, keys, screen, cursor.

use super::widgets::{cell_of, desk, drive, go, saved_in_rows};
use ratatui::layout::Position;

const PICKERS: &str = r#"
format = 1
title = "小结"
[way]
ask = "用什么方式？"
kind = "choice"
choices = ["座谈", "走访调研", "问卷调查", "重点抽查", "PPT 汇报"]
other = true
[ways]
ask = "哪些方式？"
kind = "choices"
choices = ["座谈", "走访", "问卷"]
other = true
min = 2
max = 3
[public]
ask = "是否公开？"
kind = "yes-no"
[mode]
ask = "哪种？"
kind = "choice"
choices = ["甲", "乙"]
"#;

#[test]
fn pickers_are_narrowed_by_typing() {
    // (question, input, what is saved; with ! what is not)
    for (nth, input, saved) in [
        (1, "zfdy<Enter>", "way = \"走访调研\""),
        (1, "wenjuan<Enter>", "way = \"问卷调查\""),
        (1, "座<Enter>", "way = \"座谈\""),
        (1, "ppt<Enter>", "way = \"PPT 汇报\""),
        // A character of two sounds, by the rarer one.
        (1, "cdcc<Enter>", "way = \"重点抽查\""),
        // Two fit; the second is taken.
        (1, "diao<Down Enter>", "way = \"问卷调查\""),
        // Esc clears the filter, and digits choose again.
        (1, "cdcc<Esc>2<Tab>", "way = \"走访调研\""),
        (1, "zt<Backspace Backspace>3<Tab>", "way = \"问卷调查\""),
        // The key that begins to narrow other lists does so here; behind it a digit is a text to find.
        (1, "</>ppt<Enter>", "way = \"PPT 汇报\""),
        (1, "</>diao<Esc>2<Tab>", "way = \"走访调研\""),
        (1, "</><Backspace>2<Tab>", "way = \"走访调研\""),
        (1, "</>12</>15 前看<Enter Enter>", "way = \"12/15 前看\""),
        (1, "</><Enter>", "!way ="),
        (3, "</>y<Tab>", "public = true"),
        // Leaving by Tab takes nothing.
        (1, "zt<Tab>", "!way ="),
        // What fits nothing becomes the writer's own words, which a line editor takes.
        (1, "实地看 2 次<Enter Enter>", "way = \"实地看 2 次\""),
        (1, "实看<Enter Left>地<Home>先<Tab>", "way = \"先实地看\""),
        (
            1,
            "实看<Enter Backspace Backspace>摸底<Ctrl+Z Ctrl+Z Tab>",
            "way = \"实看\"",
        ),
        // Own words and a choice take each other's place.
        (1, "2<End>看<Tab>", "way = \"看\""),
        (1, "实看<Enter Up Space Tab>", "way = \"PPT 汇报\""),
        (2, "zt<Space>wj<Enter>", "ways = [\"座谈\", \"问卷\"]"),
        (2, "13<Tab>", "ways = [\"座谈\", \"问卷\"]"),
        (2, "131<Tab>", "ways = [\"问卷\"]"),
        (2, "1暗访<Enter Tab>", "ways = [\"座谈\", \"暗访\"]"),
        (3, "y<Tab>", "public = true"),
        (3, "n<Tab>", "public = false"),
        (3, "否<Tab>", "public = false"),
        (3, "是<Tab>", "public = true"),
        (3, "yn<Tab>", "public = false"),
        (3, "2<Tab>", "public = false"),
        // A second y is still a yes.
        (3, "yy<Tab>", "public = true"),
        // Where own words are not welcome, what fits nothing is nothing.
        (4, "x<Enter>", "!mode ="),
    ] {
        let mut desk = desk(PICKERS, "");
        drive(go(&mut desk, nth), input);
        let text = saved_in_rows(&mut desk);
        match saved.strip_prefix('!') {
            Some(absent) => assert!(!text.contains(absent), "{input}: {text}"),
            None => assert!(text.contains(saved), "{input}: {saved} in\n{text}"),
        }
    }
}

#[test]
fn a_filter_is_shown_only_while_there_is_one() {
    let mut desk = desk(PICKERS, "");
    let (screen, cursor) = desk.look();
    assert!(!screen.contains("查找："), "{screen}");
    assert_eq!(cursor.map(|at| at.y), Some(cell_of(&screen, "( ) 座谈").y));
    let (screen, cursor) = desk.write("diao").look();
    let typed = cell_of(&screen, "diao");
    assert_eq!(
        cursor,
        Some(Position {
            x: typed.x + 4,
            ..typed
        }),
        "{screen}"
    );
    assert!(
        screen.contains("▸ ( ) 走访调研") && !screen.contains("( ) 座谈"),
        "{screen}"
    );
    let screen = desk.write("q").screen();
    assert!(screen.contains("无此选项；回车填作“其他”"), "{screen}");
    // The way out leads back to the whole list before it leads out.
    let screen = desk.press("Esc").screen();
    assert!(
        !screen.contains("查找：") && screen.contains("( ) 座谈"),
        "{screen}"
    );
    assert_eq!(desk.effects.len(), 0);
    // Own words are written where the cursor is.
    let (screen, cursor) = desk.press("End").write("看一看").press("Left").look();
    let words = cell_of(&screen, "看一看");
    assert_eq!(
        cursor,
        Some(Position {
            x: words.x + 4,
            ..words
        }),
        "{screen}"
    );
    assert!(screen.contains("(*) 其他：看一看"), "{screen}");
}

#[test]
fn a_click_chooses_the_row_that_is_shown() {
    let mut desk = desk(PICKERS, "");
    let screen = desk.write("diao").screen();
    let at = cell_of(&screen, "( ) 问卷调查");
    desk.click(at.x, at.y).press("Tab");
    assert!(desk.saved().unwrap().contains("way = \"问卷调查\""));
}

#[test]
fn what_is_chosen_is_counted_against_its_bounds() {
    let mut desk = desk(PICKERS, "");
    go(&mut desk, 2);
    assert!(desk.screen().contains("已选 0 / 2–3 项"), "{}", desk.screen());
    desk.write("12");
    assert!(desk.screen().contains("已选 2 / 2–3 项"), "{}", desk.screen());
}

#[test]
fn words_that_are_no_option_are_kept_as_they_are() {
    // More own words than there is a line for, and own words that are not welcome, are rows that stay chosen.
    let answers = "ways = [\"甲；乙\", \"走访\", \"丙\"]\nmode = \"丁\"\n";
    let mut desk = desk(PICKERS, answers);
    let screen = go(&mut desk, 2).screen();
    for row in ["[x] 走访", "[x] 甲；乙", "[x] 其他：丙"] {
        assert!(screen.contains(row), "{row} in\n{screen}");
    }
    let screen = desk.press("Tab Tab").screen();
    assert!(screen.contains("(*) 丁"), "{screen}");
    desk.press("Shift+Tab Shift+Tab").write("2").press("Tab");
    let saved = saved_in_rows(&mut desk);
    assert!(saved.contains("ways = [\"甲；乙\", \"丙\"]"), "{saved}");
    assert!(saved.contains("mode = \"丁\""), "{saved}");
}
