//! The outline and the table of pairs, narrowed by typing; cells and commands that are clicked.

use super::desk::{Desk, QUESTIONNAIRE};
use ratatui::layout::Position;
use tigang::text::AmbiguousWidth;
use tigang::text::width::columns;
use tigang::tui::dialog::Dialog;

const ANSWERS: &str = r#"
[[problems.problem]]
id = "a"
name = "学习不深"
[[problems.problem]]
id = "b"
name = "调研不实"
[[problems.problem]]
id = "c"
name = "落实不力"
[[problems.cause]]
for = "b"
why = "图省事"
"#;

fn desk(size: (u16, u16)) -> Desk {
    Desk::on(QUESTIONNAIRE, ANSWERS, size, AmbiguousWidth::One)
}

/// Where a text stands on the screen, the lowest place.
fn find(desk: &mut Desk, text: &str) -> (u16, u16) {
    let screen = desk.screen();
    let found = screen
        .lines()
        .enumerate()
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .find_map(|(y, line)| Some((y, line.split_once(text)?.0.to_owned())));
    let (y, before) = found.unwrap_or_else(|| panic!("no {text} in\n{screen}"));
    let x = columns(&before, AmbiguousWidth::One);
    (u16::try_from(x).unwrap(), u16::try_from(y).unwrap())
}

/// What stands in the outline.
fn outline(desk: &Desk) -> Vec<String> {
    let pane = &desk.app.interview().unwrap().outline_pane;
    pane.rows.iter().map(|row| row.title.clone()).collect()
}

#[test]
fn the_outline_is_narrowed_with_what_is_around() {
    for (typed, rows, under_cursor) in [
        (
            "调研",
            vec!["二、问题", "（二）调研不实", "（二）图省事", "“调研不实”的原因？"],
            "（二）调研不实",
        ),
        // Pinyin, and questions of sections that are folded.
        ("bnsx", vec![], ""),
        ("gk", vec!["三、打算", "是否公开？"], "是否公开？"),
        ("无此", vec![], ""),
    ] {
        let mut desk = desk((120, 36));
        desk.press("Ctrl+G /").write(typed);
        assert_eq!(outline(&desk), rows, "{typed}");
        let pane = &desk.app.interview().unwrap().outline_pane;
        let title = pane.row().map_or("", |row| row.title.as_str());
        assert_eq!(title, under_cursor, "{typed}");
    }
}

#[test]
fn a_narrowed_outline_leads_to_what_was_found_and_is_whole_again() {
    let mut desk = desk((120, 36));
    let all = outline(&desk);
    let (screen, cursor) = desk.press("Ctrl+G /").write("gk").look();
    assert!(screen.contains(" 查找：gk"), "{screen}");
    assert_eq!(cursor, Some(Position { x: 9, y: 2 }));
    // Letters that are commands otherwise are letters.
    assert_eq!(desk.press("Backspace").write("d").app.dialogs.len(), 0);
    desk.press("Backspace Backspace").write("gk").press("Enter");
    assert_eq!(desk.at(), "plan.public");
    assert!(!desk.screen().contains("查找："));
    // A step back leaves the cursor on what was found, and the keys with the outline.
    desk.press("Ctrl+G /").write("调研").press("Esc");
    let pane = &desk.app.interview().unwrap().outline_pane;
    assert_eq!(pane.row().map(|row| row.title.as_str()), Some("（二）调研不实"));
    desk.press("Home Enter");
    assert_eq!(outline(&desk), all);
    // Going elsewhere ends it as well.
    desk.press("Ctrl+G /").write("调研").press("Ctrl+G");
    assert_eq!(outline(&desk), all);
    desk.press("Ctrl+G /").write("调研").press("Tab");
    assert!(outline(&desk).len() >= all.len(), "{:?}", outline(&desk));
}

fn table(desk: &Desk) -> (Vec<String>, (usize, usize)) {
    let Some(Dialog::Table(table)) = desk.app.dialogs.last() else {
        panic!("no table");
    };
    let rows = table.rows().map(|row| row[0][0].text.clone());
    (rows.collect(), (table.cursor.row, table.cursor.column))
}

#[test]
fn the_table_is_narrowed_by_any_of_its_cells() {
    for (typed, rows) in [
        ("xuexi", vec!["（一）学习不深"]),
        ("图省事", vec!["（二）调研不实"]),
        ("buyao", vec![]),
    ] {
        let mut desk = desk((80, 24));
        desk.press("Ctrl+T /").write(typed);
        assert_eq!(
            table(&desk),
            (rows.into_iter().map(str::to_owned).collect(), (0, 0)),
            "{typed}"
        );
    }
    let mut desk = desk((80, 24));
    desk.press("Ctrl+T /").write("tsshi").press("Right");
    let (screen, _) = desk.look();
    assert!(screen.contains(" 查找：tsshi  "), "{screen}");
    desk.press("Backspace Backspace Backspace");
    // A step back shows all rows, the cursor on the same; another one leaves the table.
    desk.press("Esc");
    assert_eq!(table(&desk).0.len(), 3);
    assert_eq!(table(&desk).1, (1, 1));
    // What is done there keeps to the rows that are found.
    desk.press("/").write("图省事").press("Enter");
    assert_eq!(desk.at(), "problems.cause[b].why");
    assert!(desk.press("Ctrl+T Esc").app.dialogs.is_empty());
}

#[test]
fn the_table_narrowed_at_three_sizes() {
    for size in [(120, 36), (80, 24), (40, 12)] {
        let mut desk = desk(size);
        let (screen, cursor) = desk.press("Ctrl+T /").write("shi").look();
        let name = format!("table-narrowed-{}x{}", size.0, size.1);
        insta::assert_snapshot!(name, format!("{screen}\ncursor {cursor:?}"));
    }
}

#[test]
fn the_outline_narrowed_at_three_sizes() {
    for size in [(120, 36), (80, 24), (40, 12)] {
        let mut desk = desk(size);
        let (screen, cursor) = desk.press("Ctrl+G /").write("表现").look();
        let name = format!("outline-narrowed-{}x{}", size.0, size.1);
        insta::assert_snapshot!(name, format!("{screen}\ncursor {cursor:?}"));
    }
}

#[test]
fn a_cell_is_clicked_to_select_it_and_again_to_go_there() {
    for (text, cell, at) in [
        ("调研不实   ", (1, 0), "problems.problem[b].name"),
        ("图省事", (1, 1), "problems.cause[b].why"),
        ("（三）落实不力   ", (2, 0), "problems.problem[c].name"),
    ] {
        let mut desk = desk((80, 24));
        desk.press("Ctrl+T");
        let (x, y) = find(&mut desk, text);
        desk.click(x, y);
        assert_eq!(table(&desk).1, cell, "{text}");
        desk.click(x, y);
        assert!(desk.app.dialogs.is_empty(), "{text}");
        assert_eq!(desk.at(), at);
    }
    // Beside the cells nothing happens.
    let mut desk = desk((80, 24));
    desk.press("Ctrl+T");
    let (x, y) = find(&mut desk, "对应表：");
    desk.click(x, y).click(x, y);
    assert_eq!(table(&desk).1, (0, 0));
}

#[test]
fn commands_in_the_lowest_row_are_clicked() {
    let mut desk = desk((120, 36));
    let from = desk.at();
    let (x, y) = find(&mut desk, " 下一题  ");
    desk.click(x, y);
    assert_ne!(desk.at(), from);
    let (x, y) = find(&mut desk, "上一题");
    desk.click(x, y);
    assert_eq!(desk.at(), from);
    let (x, y) = find(&mut desk, "帮助");
    desk.click(x, y);
    assert!(matches!(desk.app.dialogs.last(), Some(Dialog::Reading(_))));
    let (x, y) = find(&mut desk, "返回  ");
    desk.click(x, y);
    assert!(desk.app.dialogs.is_empty());
    // What is said covers the row: the click takes it away, and does no more.
    desk.app.say("看这里");
    let (x, y) = find(&mut desk, "看这里");
    desk.click(x, y);
    assert_eq!((desk.at(), desk.app.notice.is_none()), (from, true));
}

#[test]
fn what_is_said_covers_neither_a_dialog_nor_the_answer() {
    let said = "问卷有了新版本，这句话长得一行放不下，要占去最下面的好几行，可是谁也没有被它盖住，这就对了。";
    for size in [(80, 24), (40, 12)] {
        let mut desk = desk(size);
        desk.press("Tab").write(&"一二三四五六七八九十".repeat(30));
        desk.app.now = 1;
        desk.app.insist(said, false);
        // Where the writer types is in view, above what is said.
        let (screen, cursor) = desk.look();
        let rows: Vec<&str> = screen.lines().collect();
        let first = rows
            .iter()
            .position(|row| row.starts_with(" 问卷有了新版本"))
            .unwrap();
        assert!(first < rows.len() - 1, "{screen}");
        assert!(usize::from(cursor.unwrap().y) < first, "{screen}");
        // A list stands above it as well, and a click finds the row that is seen.
        desk.press("Ctrl+T");
        let (x, y) = find(&mut desk, "落实不力");
        let below = find(&mut desk, "问卷有了新版本").1;
        assert!(y < below);
        desk.click(x, y);
        assert_eq!(table(&desk).1, (2, 0));
        desk.click(x, y);
        assert_eq!(desk.at(), "problems.problem[c].name");
    }
}

#[test]
fn a_question_that_is_cut_short_says_so() {
    let long = "说明".repeat(80);
    let source = format!("format = 1\ntitle = '甲'\n[one]\nask = '问？'\nhelp = '{long}'\n");
    let screen = Desk::on(&source, "", (40, 12), AmbiguousWidth::One).screen();
    assert!(
        screen
            .lines()
            .any(|row| row.ends_with("说明…") || row.ends_with("说…")),
        "{screen}"
    );
    let screen = Desk::on(&source, "", (120, 36), AmbiguousWidth::One).screen();
    assert!(!screen.contains('…'), "{screen}");
}
