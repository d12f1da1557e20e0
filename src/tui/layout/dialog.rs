//! Where the parts of a dialog stand: for drawing it, and for understanding clicks.

use super::{split_top, top_of};
use crate::questionnaire::date::Precision;
use crate::tui::dialog::{Menu, MenuLine};
use crate::tui::field::{Calendar, CalendarCell};
use crate::tui::find::{Find, Scope};
use ratatui::layout::{Position, Rect};

/// A panel over the lower part of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Panel {
    /// All of it; its first row is the rule.
    pub area: Rect,
    /// The title's row.
    pub title: Rect,
    /// What is below the title.
    pub inside: Rect,
}

/// A panel that has so many rows inside, where there is room for them.
pub fn panel(rows: usize, above: Rect) -> Panel {
    let height = u16::try_from(rows)
        .unwrap_or(u16::MAX)
        .saturating_add(2)
        .min(above.height);
    let area = Rect {
        y: above.bottom() - height,
        height,
        ..above
    };
    let (_, below_rule) = split_top(super::inset(area), 1);
    let (title, inside) = split_top(below_rule, 1);
    Panel { area, title, inside }
}

/// A list in a panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct List {
    /// The panel.
    pub panel: Panel,
    /// The rows of the list.
    pub rows: Rect,
    /// The first line of the list that is shown.
    pub top: usize,
}

impl List {
    /// The line of the list that stands at a cell.
    pub fn line_at(&self, at: Position) -> Option<usize> {
        let is_inside = self.rows.contains(at);
        is_inside.then(|| self.top + usize::from(at.y - self.rows.y))
    }
}

/// A menu.
pub fn menu(menu: &Menu, above: Rect) -> List {
    let lines = menu.lines();
    let most = usize::from(above.height) * 3 / 4;
    let panel = panel(lines.len().clamp(1, most.max(1)), above);
    let height = usize::from(panel.inside.height);
    let is_selected = |line: &MenuLine| matches!(line, MenuLine::Row(row, _) if *row == menu.selected());
    let cursor = lines.iter().position(is_selected).unwrap_or(0);
    List {
        panel,
        rows: panel.inside,
        top: top_of(cursor, lines.len(), height),
    }
}

/// What was found, below the lines that say what to find.
pub fn hits(find: &Find, above: Rect) -> List {
    let hits = match find.scope {
        Scope::Answer => 0,
        Scope::Everywhere => find.hits.len().min(usize::from(above.height) / 2),
    };
    let panel = panel(find.lines() + hits, above);
    let lines = u16::try_from(find.lines()).unwrap_or(u16::MAX);
    let (_, rows) = split_top(panel.inside, lines);
    List {
        panel,
        rows,
        top: top_of(find.selected, find.hits.len(), usize::from(rows.height)),
    }
}

/// A calendar.
#[derive(Debug)]
pub struct CalendarLayout {
    /// The panel.
    pub panel: Panel,
    /// The names of the days of the week: a cell for each; none where no days are shown.
    pub names: Vec<Rect>,
    /// The cells, with what they stand for. What is written stands at their right edge.
    pub cells: Vec<(Rect, CalendarCell)>,
}

/// The columns between two cells of a calendar.
const GAP: u16 = 2;

/// The columns of a cell, by what it stands for, with the gap behind it.
fn cell_columns(precision: Precision) -> u16 {
    match precision {
        Precision::Day => 2 + GAP,
        Precision::Month | Precision::Year => 5 + GAP,
    }
}

/// A calendar.
pub fn calendar(calendar: &Calendar, above: Rect) -> CalendarLayout {
    let has_names = calendar.precision() == Precision::Day;
    let rows = calendar.rows();
    let panel = panel(rows.len() + usize::from(has_names), above);
    let width = cell_columns(calendar.precision());
    let in_row = |y: u16| {
        let edges = (panel.inside.x..panel.inside.right()).step_by(usize::from(width));
        edges.map(move |x| Rect::new(x, y, width - GAP, 1))
    };
    let mut lines = panel.inside.top()..panel.inside.bottom();
    let names = match has_names.then(|| lines.next()).flatten() {
        Some(y) => in_row(y)
            .take(usize::try_from(calendar.columns()).unwrap_or(0))
            .collect(),
        None => Vec::new(),
    };
    let cells = rows.iter().zip(lines).flat_map(|(row, y)| {
        let cells = row.iter().copied().zip(in_row(y));
        cells.filter_map(|(cell, area)| Some((area, cell?)))
    });
    CalendarLayout {
        panel,
        names,
        cells: cells.collect(),
    }
}
