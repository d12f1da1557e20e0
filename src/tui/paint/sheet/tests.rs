use super::*;
use crate::text::arbitrary::nasty_text;
use crate::text::width::AmbiguousWidth;
use proptest::prelude::*;
use ratatui::style::Color;

/// What is drawn in a test.
#[derive(Debug, Clone)]
enum Drawing {
    Text(Position, String, Run<'static>),
    Fill(Rect, Style),
    Clear(Rect),
}

const SIZE: Size = Size { width: 9, height: 2 };

prop_compose! {
    fn text()(
        text in prop_oneof![
            nasty_text(),
            Just("今年".to_owned()),
            Just("今年到县里".to_owned()),
            Just("a今".to_owned()),
            Just("👨‍👩‍👧".to_owned()),
        ],
        x in 0..12_u16,
        y in 0..3_u16,
        room in 0..12_u16,
        ellipsis in prop_oneof![Just(""), Just("…")],
        style in style(),
        ambiguous in prop_oneof![Just(AmbiguousWidth::One), Just(AmbiguousWidth::Two)],
    ) -> Drawing {
        let run = Run { text: "", room, ellipsis, style, invisible: Style::new(), ambiguous };
        Drawing::Text(Position { x, y }, text, run)
    }
}

fn style() -> impl Strategy<Value = Style> {
    prop_oneof![
        Just(Style::new()),
        Just(Style::new().fg(Color::Red)),
        Just(Style::new().reversed())
    ]
}

fn area() -> impl Strategy<Value = Rect> {
    (0..10_u16, 0..3_u16, 0..10_u16, 0..3_u16)
        .prop_map(|(x, y, width, height)| Rect::new(x, y, width, height))
}

fn drawing() -> impl Strategy<Value = Drawing> {
    prop_oneof![
        4 => text(),
        1 => (area(), style()).prop_map(|(area, style)| Drawing::Fill(area, style)),
        1 => area().prop_map(Drawing::Clear),
    ]
}

fn draw(sheet: &mut Sheet, drawings: &[Drawing]) {
    for drawing in drawings {
        match drawing {
            Drawing::Text(at, text, run) => {
                let taken = sheet.text(*at, Run { text, ..*run });
                assert!(taken <= run.room);
            }
            Drawing::Fill(area, style) => sheet.fill(*area, *style),
            Drawing::Clear(area) => sheet.clear(*area),
        }
    }
}

/// A terminal: what is written covers its columns, and what it cuts in two is gone.
fn write(terminal: &mut [Vec<Cell>], sheet: &mut Sheet) {
    for Changed { at, cell, columns } in sheet.finish() {
        let row = &mut terminal[usize::from(at.y)];
        let (start, end) = (usize::from(at.x), usize::from(at.x + columns));
        sever(row, start);
        sever(row, end);
        row[start] = cell.clone();
        for covered in &mut row[start + 1..end] {
            *covered = cell.clone();
            covered.set_symbol(COVERED);
        }
    }
}

fn symbols(row: &[Cell]) -> Vec<&str> {
    row.iter().map(Cell::symbol).collect()
}

proptest! {
    /// Whatever was drawn before, a frame shows what it would show on an empty screen, and what is said to have changed is
    /// enough for a terminal to show it as well.
    #[test]
    fn what_is_kept_changes_nothing(
        frames in prop::collection::vec(prop::collection::vec(drawing(), 0..8), 1..5),
        // Frames are much like those before them.
        kept in prop::collection::vec(0..8_usize, 5),
    ) {
        let mut sheet = Sheet::blank(SIZE);
        let mut terminal = vec![vec![Cell::EMPTY; usize::from(SIZE.width)]; usize::from(SIZE.height)];
        let mut last: Vec<Drawing> = Vec::new();
        for (frame, kept) in frames.into_iter().zip(kept) {
            let mut drawings: Vec<Drawing> = last.iter().take(kept).cloned().collect();
            drawings.extend(frame);
            draw(&mut sheet, &drawings);
            write(&mut terminal, &mut sheet);
            let mut anew = Sheet::blank(SIZE);
            draw(&mut anew, &drawings);
            anew.finish().for_each(drop);
            for y in 0..SIZE.height {
                prop_assert_eq!(sheet.row(y), anew.row(y));
                let shown = &terminal[usize::from(y)];
                prop_assert_eq!(symbols(shown), symbols(anew.row(y)));
                let styles = |row: &[Cell]| -> Vec<Style> {
                    let first = row.iter().filter(|cell| cell.symbol() != COVERED);
                    first.map(Cell::style).collect()
                };
                prop_assert_eq!(styles(shown), styles(anew.row(y)));
            }
            last = drawings;
        }
    }

    #[test]
    fn the_same_frame_again_changes_nothing(drawings in prop::collection::vec(drawing(), 0..12)) {
        let mut sheet = Sheet::blank(SIZE);
        draw(&mut sheet, &drawings);
        sheet.finish().for_each(drop);
        draw(&mut sheet, &drawings);
        prop_assert_eq!(sheet.finish().count(), 0);
    }
}

#[test]
fn half_of_a_wide_cluster_does_not_stand() {
    let run = |text: &'static str| Run {
        text,
        room: 20,
        ellipsis: "",
        style: Style::new(),
        invisible: Style::new(),
        ambiguous: AmbiguousWidth::One,
    };
    let at = |x: u16| Position { x, y: 0 };
    let mut sheet = Sheet::blank(SIZE);
    let mut frame = |over: Option<(u16, &'static str)>| {
        sheet.text(at(0), run("今年到"));
        if let Some((x, text)) = over {
            sheet.text(at(x), run(text));
        }
        let changed: Vec<u16> = sheet.finish().map(|changed| changed.at.x).collect();
        (symbols(sheet.row(0)).join("|"), changed)
    };
    assert_eq!(frame(None).0, "今||年||到|| | | ");
    assert_eq!(
        frame(Some((1, "ab"))),
        (" |a|b| |到|| | | ".to_owned(), vec![0, 1, 2, 3])
    );
    assert_eq!(frame(None), ("今||年||到|| | | ".to_owned(), vec![0, 2]));
    // What does not fit into the last column is not drawn.
    assert_eq!(frame(Some((8, "今"))).1, [] as [u16; 0]);
}
