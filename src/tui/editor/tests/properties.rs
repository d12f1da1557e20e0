use super::*;
use crate::text::arbitrary::nasty_text;
use crate::tui::paint::{Canvas, Sheet};
use proptest::prelude::*;
use proptest::sample::select;
use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

#[derive(Debug, Clone)]
enum Action {
    Insert(String),
    Paste(String),
    Newline,
    Delete(usize),
    Move(Motion, bool),
    Click(usize, usize, bool),
    Scroll(isize),
    Undo,
    Redo,
    Pause,
    SelectAll,
    ReplaceAll(String, String),
    View(Size),
}

const MOTIONS: [Motion; 12] = [
    Motion::Left,
    Motion::Right,
    Motion::WordLeft,
    Motion::WordRight,
    Motion::RowUp,
    Motion::RowDown,
    Motion::RowStart,
    Motion::RowEnd,
    Motion::PageUp,
    Motion::PageDown,
    Motion::TextStart,
    Motion::TextEnd,
];

fn ambiguous() -> impl Strategy<Value = AmbiguousWidth> {
    select(vec![AmbiguousWidth::One, AmbiguousWidth::Two])
}

fn action() -> impl Strategy<Value = Action> {
    prop_oneof![
        6 => nasty_text().prop_map(Action::Insert),
        1 => (nasty_text(), nasty_text()).prop_map(|(a, b)| Action::Paste(format!("{a}\r\n{b}"))),
        2 => Just(Action::Newline),
        6 => (0_usize..6).prop_map(Action::Delete),
        12 => (select(MOTIONS.to_vec()), any::<bool>())
            .prop_map(|(motion, extend)| Action::Move(motion, extend)),
        2 => (0_usize..8, 0_usize..30, any::<bool>())
            .prop_map(|(row, column, extend)| Action::Click(row, column, extend)),
        1 => (-9_isize..9).prop_map(Action::Scroll),
        3 => Just(Action::Undo),
        2 => Just(Action::Redo),
        1 => Just(Action::Pause),
        1 => Just(Action::SelectAll),
        1 => (select(vec!["我", "，", "a", "\u{301}"]), select(vec!["", "们", "\n", "word"]))
            .prop_map(|(a, b)| Action::ReplaceAll(a.to_owned(), b.to_owned())),
        4 => (0_usize..30, 0_usize..6, ambiguous())
            .prop_map(|(width, height, ambiguous)| Action::View(Size { width, height, ambiguous })),
    ]
}

fn act(editor: &mut Editor, action: &Action) {
    match action {
        Action::Insert(text) => editor.insert(text).unwrap(),
        Action::Paste(text) => editor.paste(text).unwrap(),
        Action::Newline => editor.newline().unwrap(),
        Action::Delete(0) => editor.delete_back().unwrap(),
        Action::Delete(1) => editor.delete_forward().unwrap(),
        Action::Delete(2) => editor.delete_word_back().unwrap(),
        Action::Delete(3) => editor.delete_word_forward().unwrap(),
        Action::Delete(4) => editor.delete_to_start().unwrap(),
        Action::Delete(_) => drop(editor.cut()),
        Action::Move(motion, extend) => drop(editor.move_to(*motion, *extend)),
        Action::Click(row, column, extend) => editor.click(*row, *column, *extend),
        Action::Scroll(rows) => editor.scroll_by(*rows),
        Action::Undo => drop(editor.undo()),
        Action::Redo => drop(editor.redo()),
        Action::Pause => editor.break_undo_run(),
        Action::SelectAll => editor.select_all(),
        Action::ReplaceAll(pattern, text) => drop(editor.replace_all(pattern, text).unwrap()),
        Action::View(size) => drop(editor.view(*size)),
    }
}

fn assert_sound(editor: &Editor) {
    let mut positions = vec![editor.caret()];
    positions.extend(editor.selection().map(|range| range.start));
    positions.extend(editor.selection().map(|range| range.end));
    for position in positions {
        let paragraph = &editor.paragraphs()[position.paragraph];
        assert!(
            clusters::is_boundary(paragraph, position.byte),
            "{position:?} in {paragraph:?}"
        );
    }
}

/// What a fresh editor would show with the same text, caret and top row must be shown: nothing kept is stale.
fn assert_shows_the_text(editor: &mut Editor, size: Size) {
    let view = editor.view(size);
    let fresh: Vec<_> = editor
        .paragraphs()
        .iter()
        .enumerate()
        .flat_map(|(paragraph, text)| {
            crate::text::rows(text, size.width, size.ambiguous)
                .map(move |row| (paragraph, row.range.start, text[row.range].to_owned()))
        })
        .collect();
    let shown: Vec<_> = view
        .rows
        .iter()
        .map(|row| (row.start.paragraph, row.start.byte, row.text.clone()))
        .collect();
    // The caret's spare row is no row of the text.
    let is_spare = |row: &(usize, usize, String)| row.2.is_empty() && row.1 > 0;
    let shown: Vec<_> = shown.into_iter().filter(|row| !is_spare(row)).collect();
    if let Some(first) = shown.first() {
        let from = fresh
            .iter()
            .position(|row| row == first)
            .expect("a row of the text");
        assert_eq!(&shown[..], &fresh[from..from + shown.len()]);
    }
    let blank = size.height - view.rows.len();
    assert!(blank == 0 || !view.has_more_below, "rows are left out: {view:?}");
    // A third of the pane is room for what is typed next.
    assert!(
        blank <= size.height / 3 || !view.has_more_above,
        "rows are left blank: {view:?}"
    );
}

proptest! {
    #[test]
    fn whatever_is_done_the_editor_is_sound(
        text in nasty_text(),
        actions in prop::collection::vec(action(), 1..40),
    ) {
        let mut editor = Editor::new(&text);
        for action in &actions {
            act(&mut editor, action);
            assert_sound(&editor);
            prop_assert_eq!(editor.count(CountBy::Zi), crate::text::count(&editor.text(), CountBy::Zi));
        }
        for (width, height) in [(20, 4), (7, 3), (1, 2)] {
            let size = Size { width, height, ambiguous: AmbiguousWidth::Two };
            assert_shows_the_text(&mut editor, size);
        }
    }

    #[test]
    fn undo_takes_back_and_redo_does_again(
        text in nasty_text(),
        actions in prop::collection::vec(action(), 1..30),
    ) {
        let mut editor = Editor::new(&text);
        let (before, state) = (editor.text(), editor.state());
        for action in &actions {
            act(&mut editor, action);
        }
        let after = editor.text();
        while editor.undo() {
            assert_sound(&editor);
        }
        prop_assert_eq!(editor.text(), before);
        prop_assert_eq!(editor.state(), state);
        // Redo leads past where the actions ended if they ended with undos.
        let mut states = vec![editor.text()];
        while editor.redo() {
            states.push(editor.text());
        }
        prop_assert!(states.contains(&after), "{:?} is not among {:?}", after, states);
    }
}

proptest! {
    // Each case draws once for every cluster.
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_caret_is_where_the_next_cluster_is_drawn(
        text in prop::collection::vec(nasty_text(), 1..3),
        width in 2_u16..40,
        ambiguous in ambiguous(),
    ) {
        let mut editor = Editor::new(&text.join("\n"));
        let height = 60;
        let size = Size { width: width.into(), height, ambiguous };
        let mut sheet = Sheet::blank(ratatui::layout::Size { width: width + 4, height: 62 });
        loop {
            let view = editor.view(size);
            // The pane has a column more, for the caret.
            let area = Rect::new(3, 2, width + 1, 60);
            let mut canvas = Canvas { sheet: &mut sheet, ambiguous, ellipsis: "…" };
            draw(&view, area, &mut canvas, EditorStyles::default());
            sheet.finish().for_each(drop);
            let cell = view.caret.expect("the caret is in view");
            prop_assert!(cell.row < height && cell.column <= size.width, "{:?} is outside", cell);
            let row = &view.rows[cell.row];
            let byte = editor.caret().byte - row.start.byte;
            let cluster = row.text[byte..].graphemes(true).next();
            let hangs = row.text[byte..].trim_matches([' ', '\u{3000}', '\t']).is_empty();
            if let (Some(cluster), false) = (cluster, hangs) {
                let shown = crate::text::visible(cluster).into_owned();
                let shown = shown.graphemes(true).next().unwrap_or_default();
                let x = cell.column + usize::from(area.x);
                let y = u16::try_from(cell.row).unwrap() + area.y;
                prop_assert_eq!(sheet.row(y)[x].symbol(), shown, "{:?} in {:?}", cell, row.text);
            }
            // Nothing is drawn outside.
            for y in 0..62 {
                let outside = if y < area.y { area.right() } else { area.x };
                prop_assert!(sheet.row(y).iter().take(outside.into()).all(|cell| cell.symbol() == " "));
            }
            if !editor.move_to(Motion::Right, false) {
                break;
            }
        }
    }

    #[test]
    fn a_click_on_the_caret_leaves_it_there(text in nasty_text(), steps in 0_usize..60, width in 2_usize..40) {
        let mut editor = Editor::new(&text);
        for _ in 0..steps {
            editor.move_to(Motion::Right, false);
        }
        let view = editor.view(size(width, 50));
        let cell = view.caret.expect("the caret is in view");
        let before = editor.caret();
        editor.click(cell.row, cell.column, false);
        let row = &view.rows[cell.row];
        let end_is_cut_off = crate::text::columns(&row.text, AmbiguousWidth::One) > width;
        prop_assert!(editor.caret() == before || end_is_cut_off, "{:?} {:?}", before, editor.caret());
    }
}

proptest! {
    // Each case counts some 60,000 characters for every action.
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn an_edit_is_refused_if_it_would_make_a_paragraph_too_long_and_for_nothing_else(
        free in 0_usize..8,
        actions in prop::collection::vec((0_usize..10, any::<prop::sample::Index>()), 1..30),
    ) {
        let mut editor = Editor::new(&format!("短\n{}", "长".repeat(PARAGRAPH_LIMIT - free)));
        let longest = |editor: &Editor| {
            let characters = editor.paragraphs().iter().map(|paragraph| paragraph.chars().count());
            characters.max().unwrap_or_default()
        };
        for (action, at) in actions {
            let text = ["长", "ab", "a", "长\n长", "x\ny"].get(action);
            match text {
                Some(text) => {
                    let paragraph = at.index(editor.paragraphs().len());
                    let byte = at.index(editor.paragraphs()[paragraph].len() + 1);
                    editor.place_caret(Position { paragraph, byte }, false);
                    let mut would_be = editor.text();
                    let before: usize = editor.paragraphs()[..editor.caret().paragraph].iter().map(|text| text.len() + 1).sum();
                    would_be.insert_str(before + editor.caret().byte, text);
                    let fits = would_be.split('\n').all(|paragraph| paragraph.chars().count() <= PARAGRAPH_LIMIT);
                    prop_assert_eq!(editor.paste(text).is_ok(), fits, "{:?}", text);
                }
                None if action < 7 => drop(editor.undo()),
                None if action < 8 => drop(editor.redo()),
                // Two paragraphs may be too long for one.
                None => drop(editor.delete_back()),
            }
            prop_assert!(longest(&editor) <= PARAGRAPH_LIMIT);
        }
    }
}
