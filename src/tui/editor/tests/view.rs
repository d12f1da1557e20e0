use super::*;
use crate::tui::paint::{Canvas, Sheet};
use ratatui::style::{Modifier, Style};

fn texts(view: &View) -> Vec<&str> {
    view.rows.iter().map(|row| row.text.as_str()).collect()
}

fn caret(view: &View) -> (usize, usize) {
    let cell = view.caret.expect("the caret is in view");
    (cell.row, cell.column)
}

#[test]
fn rows_in_view() {
    let mut editor = editor("一二^三四五\n\n六|七");
    let view = editor.view(size(6, 9));
    assert_eq!(texts(&view), ["一二三", "四五", "", "六七"]);
    let starts: Vec<_> = view.rows.iter().map(|row| row.starts_paragraph).collect();
    assert_eq!(starts, [true, false, true, true]);
    let selections: Vec<_> = view.rows.iter().map(|row| row.selection.clone()).collect();
    assert_eq!(selections, [Some(6..9), Some(0..6), None, Some(0..3)]);
    let ends: Vec<_> = view.rows.iter().map(|row| row.selects_paragraph_end).collect();
    assert_eq!(ends, [false, true, true, false]);
    assert_eq!(caret(&view), (3, 2));
    assert!(!view.has_more_above && !view.has_more_below);
}

#[test]
fn typing_at_the_bottom_makes_room() {
    // A pane of eight rows of two characters: two rows are left free below a caret that was typed out of view.
    let typed = |editor: &mut Editor, keys: usize| {
        (0..keys).for_each(|_| editor.insert("一").unwrap());
        let view = editor.view(size(4, 8));
        (view.rows.len(), view.caret.map(|caret| caret.row))
    };
    let mut editor = editor("一|");
    assert_eq!(typed(&mut editor, 14), (8, Some(7)), "it still fits");
    for (keys, expected) in [(1, (6, 5)), (1, (6, 5)), (2, (7, 6)), (2, (8, 7)), (2, (6, 5))] {
        let (rows, row) = expected;
        assert_eq!(typed(&mut editor, keys), (rows, Some(row)));
    }
    // What goes from the end takes nothing of the room, and a motion makes none.
    editor.delete_back().unwrap();
    editor.delete_back().unwrap();
    assert_eq!(typed(&mut editor, 0), (6, Some(5)));
    editor.move_to(Motion::TextStart, false);
    editor.view(size(4, 8));
    editor.move_to(Motion::TextEnd, false);
    assert_eq!(typed(&mut editor, 0), (8, Some(7)));
}

#[test]
fn the_caret_has_a_place_in_the_pane() {
    let table = [
        // At a soft wrap: the start of the lower row; after End, behind the last cluster of the upper one.
        ("一二三|四五", None, (1, 0)),
        ("一|二三四五", Some(Motion::RowEnd), (0, 6)),
        ("一|二三四五六七", Some(Motion::RowEnd), (0, 6)),
        // A full last row: what is typed next goes to the row below, and so the caret is there; after End, it is on
        // the row that it was on.
        ("一二三|", None, (1, 0)),
        ("一|二三", Some(Motion::RowEnd), (0, 6)),
        ("一二三|\n四", None, (1, 0)),
        ("abcdef|", None, (1, 0)),
        ("abcde|", None, (0, 5)),
        ("", None, (0, 0)),
        // Spaces hang over the edge, and the caret stays behind it.
        ("abcd    |", None, (1, 0)),
        ("abcd    |ef", None, (1, 0)),
        ("abcd   | ef", None, (0, 6)),
        ("👨‍👩‍👧|x", None, (0, 2)),
        ("葛\u{e0100}|城", None, (0, 2)),
        ("e\u{301}|", None, (0, 1)),
        ("\u{1b}|", None, (0, 1)),
        ("\u{202e}|", None, (1, 0)),
    ];
    for (text, motion, expected) in table {
        let mut editor = if text.is_empty() {
            Editor::new("")
        } else {
            editor(text)
        };
        editor.view(size(6, 4));
        if let Some(motion) = motion {
            editor.move_to(motion, false);
        }
        assert_eq!(caret(&editor.view(size(6, 4))), expected, "{text:?} {motion:?}");
    }
}

#[test]
fn up_and_down_and_a_click_lead_to_the_end_of_a_full_row_as_well() {
    let mut editor = editor("一|二三四五六七八九");
    let mut caret_after = |motion: Option<Motion>| {
        match motion {
            Some(motion) => {
                editor.move_to(motion, false);
            }
            None => editor.click(1, 6, false),
        }
        caret(&editor.view(size(6, 4)))
    };
    caret_after(Some(Motion::RowStart));
    assert_eq!(caret_after(Some(Motion::RowEnd)), (0, 6));
    assert_eq!(caret_after(Some(Motion::RowDown)), (1, 6));
    assert_eq!(caret_after(Some(Motion::RowDown)), (2, 6));
    assert_eq!(caret_after(Some(Motion::RowUp)), (1, 6));
    assert_eq!(caret_after(Some(Motion::RowStart)), (1, 0));
    assert_eq!(caret_after(None), (1, 6));
    editor.insert("十").unwrap();
    assert_eq!(
        texts(&editor.view(size(6, 4))),
        ["一二三", "四五六", "十七八", "九"]
    );
}

#[test]
fn a_spare_row_stands_only_under_the_caret() {
    let mut editor = editor("一二三|\n四");
    assert_eq!(texts(&editor.view(size(6, 4))), ["一二三", "", "四"]);
    assert!(!editor.view(size(6, 4)).rows[1].starts_paragraph);
    editor.move_to(Motion::RowUp, false);
    assert_eq!(texts(&editor.view(size(6, 4))), ["一二三", "四"]);
    let mut editor = super::editor("一二三|\n四");
    editor.view(size(6, 4));
    editor.move_to(Motion::RowDown, false);
    assert_eq!(marked(&editor), "一二三\n|四");
    editor.move_to(Motion::Left, false);
    assert_eq!(caret(&editor.view(size(6, 1))), (0, 0));
    assert_eq!(texts(&editor.view(size(6, 1))), [""]);
}

#[test]
fn the_view_follows_the_caret_and_not_the_wheel() {
    let text: Vec<_> = (0..30).map(|n| n.to_string()).collect();
    let mut editor = Editor::new(&text.join("\n"));
    assert_eq!(texts(&editor.view(size(10, 3))), ["0", "1", "2"]);
    assert!(editor.view(size(10, 3)).has_more_below);
    for _ in 0..4 {
        editor.move_to(Motion::RowDown, false);
    }
    assert_eq!(texts(&editor.view(size(10, 3))), ["2", "3", "4"]);
    editor.move_to(Motion::RowUp, false);
    assert_eq!(texts(&editor.view(size(10, 3))), ["2", "3", "4"]);
    editor.scroll_by(10);
    let view = editor.view(size(10, 3));
    assert_eq!(texts(&view), ["12", "13", "14"]);
    assert_eq!(view.caret, None);
    editor.scroll_by(100);
    assert_eq!(
        texts(&editor.view(size(10, 3))),
        ["27", "28", "29"],
        "it stops at the end"
    );
    editor.scroll_by(-100);
    assert_eq!(texts(&editor.view(size(10, 3))), ["0", "1", "2"]);
    editor.insert("x").unwrap();
    assert_eq!(texts(&editor.view(size(10, 3))), ["2", "x3", "4"]);
    editor.move_to(Motion::PageDown, false);
    assert_eq!(texts(&editor.view(size(10, 3))), ["4", "5", "6"]);
    editor.move_to(Motion::TextEnd, false);
    assert_eq!(texts(&editor.view(size(10, 3))), ["27", "28", "29"]);
    for _ in 0..4 {
        editor.delete_back().unwrap();
    }
    assert_eq!(
        texts(&editor.view(size(10, 3))),
        ["26", "27", "2"],
        "no blank rows while there is text above"
    );
    assert_eq!(texts(&editor.view(size(10, 5))), ["24", "25", "26", "27", "2"]);
}

#[test]
fn another_width_keeps_the_caret_in_view() {
    let mut editor = Editor::new(&"一二三四五六七八九十".repeat(40));
    editor.move_to(Motion::TextEnd, false);
    for _ in 0..150 {
        editor.move_to(Motion::Left, false);
    }
    for width in (1..90).chain((1..90).rev()) {
        let view = editor.view(size(width, 5));
        let (row, column) = caret(&view);
        let byte = editor.caret().byte - view.rows[row].start.byte;
        assert_eq!(column, if width > 1 { byte / 3 * 2 } else { 0 }, "at {width}");
    }
    assert_eq!(editor.view(size(0, 5)).caret, None);
    assert_eq!(editor.view(size(5, 0)).caret, None);
    assert_eq!(editor.view(size(5, 0)).rows, []);
}

fn drawn(view: &View, width: u16, height: u16) -> Sheet {
    let mut sheet = Sheet::blank(ratatui::layout::Size { width, height });
    let styles = EditorStyles {
        selection: Style::new().reversed(),
        invisible: Style::new().dim(),
        ..EditorStyles::default()
    };
    let area = sheet.area();
    let canvas = &mut Canvas {
        sheet: &mut sheet,
        ambiguous: view.size.ambiguous,
        ellipsis: "…",
    };
    draw(view, area, canvas, styles);
    sheet.finish().for_each(drop);
    sheet
}

#[test]
fn drawing() {
    let mut editor = editor("甲^\u{1b}👨‍👩‍👧乙\u{202e}\n|");
    let view = editor.view(size(20, 3));
    let sheet = drawn(&view, 20, 3);
    let row = sheet.row(0);
    let line: String = row.iter().map(|cell| cell.symbol()).collect();
    assert_eq!(line, "甲␛👨‍👩‍👧乙⟨U+202E⟩     ");
    let has = |modifier| row.iter().map(move |cell| cell.modifier.contains(modifier));
    let reversed: Vec<_> = has(Modifier::REVERSED).collect();
    let expected: Vec<_> = (0..20).map(|x| (2..16).contains(&x)).collect();
    assert_eq!(
        reversed, expected,
        "the selected text and the end of the paragraph"
    );
    let dim: Vec<_> = has(Modifier::DIM).take(4).collect();
    assert_eq!(dim, [false, false, true, false]);
    // A pane that has become smaller since the view was made.
    drawn(&view, 1, 1);
    drawn(&view, 0, 0);
}

#[test]
fn wide_ambiguous_characters_take_two_cells() {
    let mut editor = editor("“甲”|");
    let size = Size {
        ambiguous: AmbiguousWidth::Two,
        ..size(10, 1)
    };
    let view = editor.view(size);
    assert_eq!(caret(&view), (0, 6));
    let sheet = drawn(&view, 10, 1);
    let symbols: Vec<_> = sheet.row(0).iter().map(|cell| cell.symbol()).collect();
    assert_eq!(symbols, ["“", "", "甲", "", "”", "", " ", " ", " ", " "]);
}

#[test]
fn a_key_costs_what_is_in_view() {
    let pane = size(40, 20);
    let mut editor = Editor::new(&"学而时习之，不亦说乎？".repeat(4_000));
    editor.view(pane);
    for _ in 0..50 {
        editor.insert("字").unwrap();
        editor.view(pane);
        assert!(
            editor.layout.known_rows(0) <= 22,
            "at the start, only the rows in view are found"
        );
    }
    editor.move_to(Motion::TextEnd, false);
    editor.view(pane);
    let all = editor.layout.known_rows(0);
    for _ in 0..50 {
        editor.insert("字").unwrap();
        assert!(
            editor.layout.known_rows(0) + 2 >= all,
            "at the end, all but the last rows are kept"
        );
        editor.view(pane);
    }
}
