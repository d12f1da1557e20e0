use super::*;
use Motion::*;

#[test]
fn motions() {
    // Six columns: 一二三 / 四五六 / 七八 / (paragraph) / 九。
    let text = "一二三四五六七八\n九";
    let table: &[(&str, &[Motion], &str)] = &[
        ("|一二三四五六七八\n九", &[Left], "|一二三四五六七八\n九"),
        ("一|二三四五六七八\n九", &[Left], "|一二三四五六七八\n九"),
        ("一二三四五六七八\n|九", &[Left], "一二三四五六七八|\n九"),
        ("一二三四五六七八|\n九", &[Right], "一二三四五六七八\n|九"),
        ("一二三四五六七八\n九|", &[Right], "一二三四五六七八\n九|"),
        ("一二三四五六七八\n九|", &[RowUp], "一二三四五六七|八\n九"),
        (
            "一二三四五六七八\n九|",
            &[RowUp, RowUp, RowUp, RowUp],
            "一|二三四五六七八\n九",
        ),
        ("一二|三四五六七八\n九", &[RowDown], "一二三四五|六七八\n九"),
        (
            "一二|三四五六七八\n九",
            &[RowDown, RowDown, RowDown],
            "一二三四五六七八\n九|",
        ),
        (
            "一二|三四五六七八\n九",
            &[RowDown, RowDown, RowDown, RowUp],
            "一二三四五六七八|\n九",
        ),
        (
            "一二|三四五六七八\n九",
            &[RowDown, RowDown, RowDown, RowUp, RowUp],
            "一二三四五|六七八\n九",
        ),
        ("一二三四|五六七八\n九", &[RowStart], "一二三|四五六七八\n九"),
        ("一二三四|五六七八\n九", &[RowEnd], "一二三四五六|七八\n九"),
        (
            "一二三四|五六七八\n九",
            &[RowEnd, RowEnd],
            "一二三四五六|七八\n九",
        ),
        (
            "一二三四|五六七八\n九",
            &[RowEnd, RowStart],
            "一二三|四五六七八\n九",
        ),
        ("一二三四|五六七八\n九", &[RowEnd, RowUp], "一二三|四五六七八\n九"),
        ("一二三四|五六七八\n九", &[RowEnd, Left], "一二三四五|六七八\n九"),
        ("一二三四五六七八|\n九", &[RowEnd], "一二三四五六七八|\n九"),
        ("一|二三四五六七八\n九", &[TextEnd], "一二三四五六七八\n九|"),
        (
            "一|二三四五六七八\n九",
            &[TextEnd, TextStart],
            "|一二三四五六七八\n九",
        ),
        ("一|二三四五六七八\n九", &[WordRight], "一二三四五六七八|\n九"),
        (
            "一|二三四五六七八\n九",
            &[WordRight, WordRight],
            "一二三四五六七八\n|九",
        ),
        ("一|二三四五六七八\n九", &[WordLeft], "|一二三四五六七八\n九"),
        ("一二三四五六七八\n|九", &[WordLeft], "一二三四五六七八|\n九"),
        ("一|二三四五六七八\n九", &[PageDown], "一二三四|五六七八\n九"),
        (
            "一|二三四五六七八\n九",
            &[PageDown, PageDown, PageDown],
            "一二三四五六七八\n九|",
        ),
        (
            "一|二三四五六七八\n九",
            &[PageDown, PageDown, PageUp],
            "一二三四|五六七八\n九",
        ),
    ];
    for (before, motions, after) in table {
        let mut editor = editor(before);
        assert_eq!(editor.text(), text);
        editor.view(size(6, 2));
        for motion in *motions {
            editor.move_to(*motion, false);
            editor.view(size(6, 2));
        }
        assert_eq!(&marked(&editor), after, "{before} {motions:?}");
    }
}

#[test]
fn a_motion_tells_whether_it_moved() {
    let mut editor = editor("一|");
    for (motion, moved) in [
        (Right, false),
        (RowDown, false),
        (RowUp, false),
        (Left, true),
        (Left, false),
        (TextEnd, true),
    ] {
        assert_eq!(editor.move_to(motion, false), moved, "{motion:?}");
    }
}

/// Motions, and whether each extends the selection.
type Motions = &'static [(Motion, bool)];

#[test]
fn selections() {
    let table: &[(&str, Motions, &str)] = &[
        ("一|二三", &[(Right, true)], "一^二|三"),
        ("一|二三", &[(Right, true), (Left, true)], "一|二三"),
        ("一|二三", &[(Left, true)], "|一^二三"),
        ("一^二|三", &[(Left, false)], "一|二三"),
        ("一^二|三", &[(Right, false)], "一二|三"),
        ("一|二^三", &[(Right, false)], "一二|三"),
        ("一|二\n三四", &[(TextEnd, true)], "一^二\n三四|"),
        ("一|二\n三四", &[(RowDown, true)], "一^二\n三|四"),
        ("一|二\n三四", &[(RowEnd, true)], "一^二|\n三四"),
        ("一^二|\n三四", &[(TextStart, true)], "|一^二\n三四"),
    ];
    for (before, motions, after) in table {
        let mut editor = editor(before);
        for (motion, extend) in *motions {
            editor.move_to(*motion, *extend);
        }
        assert_eq!(&marked(&editor), after, "{before} {motions:?}");
    }
    let mut editor = editor("一|二\n三四");
    editor.select_all();
    assert_eq!(marked(&editor), "^一二\n三四|");
    assert_eq!(editor.selected_text().as_deref(), Some("一二\n三四"));
}

#[test]
fn clicks() {
    let table = [
        (0, 0, "|一二三四\n五"),
        (0, 1, "一|二三四\n五"),
        (0, 2, "一|二三四\n五"),
        (0, 3, "一二|三四\n五"),
        (0, 5, "一二三|四\n五"),
        (0, 99, "一二三|四\n五"),
        (1, 0, "一二三|四\n五"),
        (1, 99, "一二三四|\n五"),
        (2, 0, "一二三四\n|五"),
        (99, 99, "一二三四\n五|"),
    ];
    for (row, column, after) in table {
        let mut editor = editor("|一二三四\n五");
        editor.view(size(6, 5));
        editor.click(row, column, false);
        assert_eq!(marked(&editor), after, "{row} {column}");
        let caret = editor.view(size(6, 5)).caret.unwrap();
        assert_eq!(
            caret.row,
            row.min(2),
            "the caret is in the row that was clicked: {column}"
        );
    }
    let mut editor = editor("一|二三四\n五");
    editor.click(1, 2, true);
    assert_eq!(marked(&editor), "一^二三四\n五|");
}

#[test]
fn the_goal_column_is_kept_over_short_rows() {
    let mut editor = editor("一二三四|五\n六\n\n七八九十、");
    editor.view(size(20, 9));
    let mut columns = Vec::new();
    for _ in 0..3 {
        editor.move_to(RowDown, false);
        columns.push(editor.view(size(20, 9)).caret.unwrap().column);
    }
    assert_eq!(columns, [2, 0, 8]);
    editor.move_to(RowUp, false);
    editor.move_to(Left, false);
    editor.move_to(RowUp, false);
    assert_eq!(
        editor.view(size(20, 9)).caret.unwrap().column,
        2,
        "a motion sideways sets another"
    );
}
