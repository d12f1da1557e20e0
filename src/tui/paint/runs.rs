//! Runs of text as cells, kept for the next frame.
//!
//! From one key to the next nearly all of a screen stays as it is, but each frame is drawn whole. Most of what that costs
//! is finding out clusters and widths; a run that stands again where it stood is copied instead.

use crate::text::sanitise::visible_cluster;
use crate::text::width::{AmbiguousWidth, cluster_columns, columns};
use crate::text::{clusters, fit};
use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::layout::Position;
use ratatui::style::Style;
use std::borrow::Cow;
use std::num::NonZeroU16;
use unicode_width::UnicodeWidthStr;

/// The runs that were drawn last, by where they begin. Whatever is in it, what is drawn is the same.
#[derive(Debug, Default)]
pub struct Runs {
    rows: Vec<Vec<Drawn>>,
}

/// What is to be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run<'a> {
    /// In one row; control characters are made visible.
    pub(super) text: &'a str,
    /// The columns that it may take.
    pub(super) room: u16,
    /// What stands at the end of a text that does not fit.
    pub(super) ellipsis: &'static str,
    pub(super) style: Style,
    /// What stands for a character that cannot be seen, on top of that.
    pub(super) invisible: Style,
    pub(super) ambiguous: AmbiguousWidth,
}

#[derive(Debug)]
struct Drawn {
    x: u16,
    text: String,
    /// The run without its text.
    of: Run<'static>,
    cells: Vec<Cell>,
}

impl Runs {
    /// Draws a run from a cell on, as far as it fits, and gives the columns that it took.
    pub(super) fn draw(&mut self, buffer: &mut Buffer, at: Position, run: Run) -> u16 {
        let cells = self.cells(at, run);
        let row = buffer.area.y..buffer.area.bottom();
        if let (true, Some(start)) = (row.contains(&at.y), at.x.checked_sub(buffer.area.x)) {
            let start = usize::from(start);
            let width = usize::from(buffer.area.width);
            let above = usize::from(at.y - buffer.area.y) * width;
            let free = buffer.content.get_mut(above + start.min(width)..above + width);
            for (cell, drawn) in free.into_iter().flatten().zip(cells) {
                cell.clone_from(drawn);
            }
        }
        u16::try_from(cells.len()).unwrap_or(run.room)
    }

    fn cells(&mut self, at: Position, run: Run) -> &[Cell] {
        let y = usize::from(at.y);
        if self.rows.len() <= y {
            self.rows.resize_with(y + 1, Vec::new);
        }
        let Some(row) = self.rows.get_mut(y) else {
            return &[];
        };
        let of = Run { text: "", ..run };
        let place = row.iter().position(|drawn| drawn.x == at.x);
        let place = place.unwrap_or_else(|| {
            row.push(Drawn {
                x: at.x,
                text: String::new(),
                of,
                cells: cells(Run { text: "", ..run }),
            });
            row.len() - 1
        });
        let Some(drawn) = row.get_mut(place) else {
            return &[];
        };
        if drawn.of != of || drawn.text != run.text {
            drawn.of = of;
            run.text.clone_into(&mut drawn.text);
            drawn.cells = cells(run);
        }
        &drawn.cells
    }
}

/// The cells of a run, one for each column that it takes.
fn cells(run: Run) -> Vec<Cell> {
    let room = usize::from(run.room);
    let mut cells = Vec::new();
    if run.ellipsis.is_empty() || columns(run.text, run.ambiguous) <= room {
        push(&mut cells, run.text, run);
    } else {
        push(
            &mut cells,
            &fit::truncate(run.text, room, run.ambiguous, run.ellipsis),
            run,
        );
    }
    cells
}

fn push(cells: &mut Vec<Cell>, text: &str, run: Run) {
    for cluster in clusters(text) {
        let fits = match visible_cluster(cluster) {
            Cow::Borrowed(shown) => push_cluster(cells, shown, run.style, run),
            Cow::Owned(shown) => {
                let is_blank = shown.trim().is_empty();
                let style = if is_blank {
                    run.style
                } else {
                    run.style.patch(run.invisible)
                };
                clusters(&shown).all(|shown| push_cluster(cells, shown, style, run))
            }
        };
        if !fits {
            break;
        }
    }
}

/// Takes one cluster into its first cell, and those behind it that it takes; unless it does not fit.
fn push_cluster(cells: &mut Vec<Cell>, cluster: &str, style: Style, run: Run) -> bool {
    let width = cluster_columns(cluster, run.ambiguous).max(1);
    if cells.len() + width > usize::from(run.room) {
        return false;
    }
    let mut empty = Cell::EMPTY;
    empty.set_style(style);
    let mut first = empty.clone();
    first.set_symbol(cluster);
    // The terminal may take other columns for it than ratatui believes.
    let told = u16::try_from(width).ok().and_then(NonZeroU16::new);
    if let (false, Some(width)) = (is_agreed(cluster, width), told) {
        first.set_diff_option(CellDiffOption::ForcedWidth(width));
    }
    cells.push(first);
    cells.extend(std::iter::repeat_n(empty, width - 1));
    true
}

/// Whether ratatui finds out by itself, and quickly, that a cluster takes so many columns. Most are letters and digits, for
/// which it does, or lone Han characters and marks: it would look those up anew in each frame, so it is told.
fn is_agreed(cluster: &str, width: usize) -> bool {
    match (cluster.as_bytes(), width) {
        ([0x20..=0x7e], 1) => true,
        ([0xe0..=0xef, _, _], 2) => false,
        _ => cluster.width() == width,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::arbitrary::nasty_text;
    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::Color;

    prop_compose! {
        fn drawing()(
            text in prop_oneof![nasty_text(), Just("今年".to_owned()), Just("今年到县里".to_owned())],
            x in 0..12_u16,
            y in 0..4_u16,
            room in 0..12_u16,
            ellipsis in prop_oneof![Just(""), Just("…")],
            colour in prop_oneof![Just(Color::Reset), Just(Color::Red)],
            ambiguous in prop_oneof![Just(AmbiguousWidth::One), Just(AmbiguousWidth::Two)],
        ) -> (Position, String, Run<'static>) {
            let style = Style::new().fg(colour);
            (Position { x, y }, text, Run { text: "", room, ellipsis, style, invisible: Style::new(), ambiguous })
        }
    }

    proptest! {
        #[test]
        fn what_is_kept_changes_nothing(drawings in proptest::collection::vec(drawing(), 1..40)) {
            let mut kept = Runs::default();
            let area = Rect::new(1, 1, 9, 3);
            for (at, text, run) in drawings {
                let run = Run { text: &text, ..run };
                let (mut first, mut second) = (Buffer::empty(area), Buffer::empty(area));
                let taken = kept.draw(&mut first, at, run);
                prop_assert!(taken <= run.room);
                prop_assert_eq!(taken, Runs::default().draw(&mut second, at, run));
                prop_assert_eq!(first, second);
            }
        }
    }
}
