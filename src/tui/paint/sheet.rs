//! What stands on the screen, kept from one frame to the next.
//!
//! Each frame is drawn whole, as strokes one over the other. From one key to the next nearly all of them are what they
//! were, and cost a comparison; a row's cells are made and compared anew only under the strokes that are not.

use super::run::{COVERED, Run};
use crate::text::width::WIDEST_CLUSTER;
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;
use std::ops::Range;

/// The strokes and cells of a screen.
#[derive(Debug, Default)]
pub struct Sheet {
    size: Size,
    rows: Vec<Row>,
    /// Cells for the next row that is made.
    spare: Vec<Cell>,
}

/// A cell that is not what it was, and the columns that its cluster takes.
#[derive(Debug, Clone, Copy)]
pub struct Changed<'a> {
    /// Where it is.
    pub at: Position,
    /// What it holds.
    pub cell: &'a Cell,
    /// How many columns are covered by it.
    pub columns: u16,
}

#[derive(Debug, Default)]
struct Row {
    strokes: Vec<Stroke>,
    /// How many of the strokes have been drawn in this frame; the others are of the last one.
    drawn: usize,
    /// The columns under strokes that have come or gone.
    stale: Option<Range<usize>>,
    cells: Vec<Cell>,
    changed: Vec<u16>,
}

#[derive(Debug)]
struct Stroke {
    columns: Range<usize>,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    /// Cells in the place of those below.
    Text {
        text: String,
        /// The run without its text.
        of: Run<'static>,
        cells: Vec<Cell>,
    },
    /// A style on top of that of the cells below.
    Fill(Style),
    /// Blanks in the place of the cells below.
    Clear,
}

impl Sheet {
    /// A screen on which nothing stands.
    pub fn blank(size: Size) -> Self {
        let row = |_| Row {
            cells: vec![Cell::EMPTY; usize::from(size.width)],
            ..Row::default()
        };
        Self {
            size,
            rows: (0..size.height).map(row).collect(),
            spare: Vec::new(),
        }
    }

    /// Columns and rows.
    pub fn size(&self) -> Size {
        self.size
    }

    /// The whole of it.
    pub fn area(&self) -> Rect {
        Rect::from((Position::ORIGIN, self.size))
    }

    /// What a row holds, as it was when the last frame was finished; no cell is missing from it.
    pub fn row(&self, y: u16) -> &[Cell] {
        self.rows.get(usize::from(y)).map_or(&[], |row| &row.cells)
    }

    /// Draws a run from a cell on, as far as it fits, and gives the columns that it took.
    pub(super) fn text(&mut self, at: Position, run: Run) -> u16 {
        let room = run.room.min(self.size.width.saturating_sub(at.x));
        let run = Run { room, ..run };
        let Some(row) = self.rows.get_mut(usize::from(at.y)) else {
            return 0;
        };
        let taken = row.text(usize::from(at.x), run);
        u16::try_from(taken).unwrap_or(room)
    }

    /// Gives all cells of an area a style.
    pub(super) fn fill(&mut self, area: Rect, style: Style) {
        self.each_row(area, |row, columns| row.fill(columns, style));
    }

    /// Empties an area.
    pub(super) fn clear(&mut self, area: Rect) {
        self.each_row(area, Row::clear);
    }

    fn each_row(&mut self, area: Rect, act: impl Fn(&mut Row, Range<usize>)) {
        let area = area.intersection(self.area());
        let columns = usize::from(area.left())..usize::from(area.right());
        let rows = self.rows.iter_mut().skip(usize::from(area.y));
        for row in rows.take(usize::from(area.height)) {
            act(row, columns.clone());
        }
    }

    /// Ends the frame, and gives the cells that are not what they were at the end of the last one.
    pub fn finish(&mut self) -> impl Iterator<Item = Changed<'_>> {
        for row in &mut self.rows {
            row.finish(&mut self.spare);
        }
        (0..)
            .zip(&self.rows)
            .flat_map(|(y, row)| row.changed.iter().filter_map(move |x| row.changed_at(*x, y)))
    }
}

impl Row {
    fn text(&mut self, x: usize, run: Run) -> usize {
        let of = Run { text: "", ..run };
        let next = self.strokes.get_mut(self.drawn);
        if let Some(Stroke { columns, kind }) = next
            && let Kind::Text {
                text,
                of: known,
                cells,
            } = kind
        {
            // What the next stroke was made of is made of again what is not the same.
            if columns.start != x || *known != of || text != run.text {
                let before = columns.clone();
                *known = of;
                run.text.clone_into(text);
                run.cells(cells);
                *columns = x..x + cells.len();
                let now = columns.clone();
                self.touch(before);
                self.touch(now);
            }
        } else {
            let mut cells = Vec::new();
            run.cells(&mut cells);
            let text = run.text.to_owned();
            let columns = x..x + cells.len();
            let kind = Kind::Text { text, of, cells };
            self.put(Stroke { columns, kind });
        }
        let taken = self.strokes.get(self.drawn);
        let taken = taken.map_or(0, |stroke| stroke.columns.len());
        self.drawn += 1;
        taken
    }

    fn fill(&mut self, columns: Range<usize>, style: Style) {
        let is_same = self.next_is(
            &columns,
            |kind| matches!(kind, Kind::Fill(known) if *known == style),
        );
        if !is_same {
            let kind = Kind::Fill(style);
            self.put(Stroke { columns, kind });
        }
        self.drawn += 1;
    }

    fn clear(&mut self, columns: Range<usize>) {
        if !self.next_is(&columns, |kind| matches!(kind, Kind::Clear)) {
            let kind = Kind::Clear;
            self.put(Stroke { columns, kind });
        }
        self.drawn += 1;
    }

    fn next_is(&self, columns: &Range<usize>, is_same: impl Fn(&Kind) -> bool) -> bool {
        let next = self.strokes.get(self.drawn);
        next.is_some_and(|next| next.columns == *columns && is_same(&next.kind))
    }

    /// Puts a stroke in the place of the next one.
    fn put(&mut self, stroke: Stroke) {
        self.touch(stroke.columns.clone());
        match self.strokes.get_mut(self.drawn) {
            Some(next) => {
                let before = std::mem::replace(next, stroke);
                self.touch(before.columns);
            }
            None => self.strokes.push(stroke),
        }
    }

    fn touch(&mut self, columns: Range<usize>) {
        if columns.is_empty() {
            return;
        }
        self.stale = Some(match self.stale.take() {
            Some(stale) => stale.start.min(columns.start)..stale.end.max(columns.end),
            None => columns,
        });
    }

    /// Makes the cells anew if any stroke has come or gone, and finds out which of them are not what they were.
    fn finish(&mut self, spare: &mut Vec<Cell>) {
        self.changed.clear();
        while self.strokes.len() > self.drawn {
            if let Some(gone) = self.strokes.pop() {
                self.touch(gone.columns);
            }
        }
        self.drawn = 0;
        let Some(stale) = self.stale.take() else { return };
        spare.clear();
        spare.resize(self.cells.len(), Cell::EMPTY);
        for stroke in &self.strokes {
            stroke.paint(spare);
        }
        // A wide cluster may have been cut in two, or be whole again, whose other half is not under a stroke.
        let start = stale.start.saturating_sub(WIDEST_CLUSTER - 1);
        let end = stale.end + WIDEST_CLUSTER - 1;
        let goes_on = |row: &[Cell], x: usize| row.get(x + 1).is_some_and(|cell| cell.symbol() == COVERED);
        let pairs = spare.iter().zip(&self.cells).enumerate();
        for (x, (now, before)) in pairs.take(end).skip(start) {
            let is_same = now == before && goes_on(spare, x) == goes_on(&self.cells, x);
            if !is_same && now.symbol() != COVERED {
                self.changed.push(u16::try_from(x).unwrap_or(u16::MAX));
            }
        }
        std::mem::swap(spare, &mut self.cells);
    }

    fn changed_at(&self, x: u16, y: u16) -> Option<Changed<'_>> {
        let from = self.cells.get(usize::from(x)..)?;
        let (cell, behind) = from.split_first()?;
        let covered = behind.iter().take_while(|cell| cell.symbol() == COVERED);
        Some(Changed {
            at: Position { x, y },
            cell,
            columns: u16::try_from(1 + covered.count()).unwrap_or(u16::MAX),
        })
    }
}

impl Stroke {
    fn paint(&self, row: &mut [Cell]) {
        if let Kind::Fill(style) = self.kind {
            let cells = row.get_mut(self.columns.clone());
            cells.into_iter().flatten().for_each(|cell| {
                cell.set_style(style);
            });
            return;
        }
        if self.columns.is_empty() {
            return;
        }
        sever(row, self.columns.start);
        sever(row, self.columns.end);
        let cells = row.get_mut(self.columns.clone()).into_iter().flatten();
        match &self.kind {
            Kind::Text { cells: own, .. } => cells.zip(own).for_each(|(cell, own)| cell.clone_from(own)),
            Kind::Clear => cells.for_each(|cell| *cell = Cell::EMPTY),
            Kind::Fill(_) => {}
        }
    }
}

/// Blanks a cluster that reaches over the left edge of a column: a half of it cannot stand.
fn sever(row: &mut [Cell], at: usize) {
    let Some((before, behind)) = row.split_at_mut_checked(at) else {
        return;
    };
    let is_covered = |cell: &&mut Cell| cell.symbol() == COVERED;
    let halves = behind.iter_mut().take_while(is_covered);
    if halves.map(|cell| cell.set_symbol(" ")).count() == 0 {
        return;
    }
    for cell in before.iter_mut().rev() {
        let is_first = cell.symbol() != COVERED;
        cell.set_symbol(" ");
        if is_first {
            break;
        }
    }
}

#[cfg(test)]
mod tests;
