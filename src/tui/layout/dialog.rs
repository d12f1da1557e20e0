//! Where the parts of a dialog stand: for drawing it, and for understanding clicks.

use super::more::More;
use super::{split_top, top_of};
use crate::questionnaire::date::Precision;
use crate::text::width::columns;
use crate::text::{AmbiguousWidth, fit};
use crate::tui::dialog::{Menu, MenuLine, MenuRow, Table};
use crate::tui::field::{Calendar, CalendarCell};
use crate::tui::find::{Find, Scope};
use crate::tui::paint::wrapped;
use crate::tui::table::{Cursor, lines_of};
use ratatui::layout::{Position, Rect};

/// A panel over the lower part of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Panel {
    /// All of it; its first row is the rule.
    pub area: Rect,
    /// The title's rows.
    pub title: Rect,
    /// What is below the title.
    pub inside: Rect,
}

/// A panel that has so many rows inside, where there is room for them.
pub fn panel(rows: usize, above: Rect) -> Panel {
    titled(1, rows, above)
}

/// A panel whose title takes so many rows, with so many rows inside, where there is room for them.
pub fn titled(title: usize, rows: usize, above: Rect) -> Panel {
    let title = u16::try_from(title).unwrap_or(u16::MAX);
    let height = u16::try_from(rows)
        .unwrap_or(u16::MAX)
        .saturating_add(title)
        .saturating_add(1)
        .min(above.height);
    let area = Rect {
        y: above.bottom() - height,
        height,
        ..above
    };
    let (_, below_rule) = split_top(super::inset(area), 1);
    let (title, inside) = split_top(below_rule, title);
    Panel { area, title, inside }
}

/// A list, or a text of many rows, in a panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct List {
    /// The panel.
    pub panel: Panel,
    /// The rows of the list.
    pub rows: Rect,
    /// The first line of the list that is shown.
    pub top: usize,
    /// How many lines it has.
    pub len: usize,
}

impl List {
    /// What is out of view.
    pub fn more(&self) -> More {
        More::of(self.len, self.top, usize::from(self.rows.height))
    }

    /// The line of the list that stands at a cell.
    pub fn line_at(&self, at: Position) -> Option<usize> {
        let is_inside = self.rows.contains(at);
        is_inside.then(|| self.top + usize::from(at.y - self.rows.y))
    }
}

/// A menu.
#[derive(Debug)]
pub struct MenuLayout<'a> {
    /// Whether it has more rows than there is room for.
    pub is_longer: bool,
    /// The rows of the title; what narrows the list stands at the end of the last one.
    pub title: Vec<String>,
    /// Which row is selected and of how many, at the end of the rule: where not all of them are in view at a glance.
    pub place: Option<(usize, usize)>,
    /// The column behind it, where the next letter goes.
    pub typed_to: usize,
    /// The rows of what is said above the list, as many as there is room for.
    pub said: Vec<String>,
    /// The list.
    pub list: List,
    /// The rows of the list, from its first one on.
    pub rows: Vec<MenuPart<'a>>,
}

/// One row of a menu on the screen. The selected one is shown whole, in as many as it takes; all others in one each, or
/// where that is too narrow for a text and a note in one for each of the two.
#[derive(Debug)]
pub enum MenuPart<'a> {
    /// The heading of a group, with the number of its rows.
    Heading(&'a str, usize),
    /// A row that stands in one line.
    Row(usize, &'a MenuRow),
    /// The text of a row of which the note stands below.
    Text(usize, &'a str),
    /// The note of a row, below its text.
    Note(usize, &'a str),
    /// A line of the selected row, where it takes several; whether it is of its note.
    Piece(usize, String, bool),
}

impl MenuPart<'_> {
    /// The row that it belongs to, by its position among those that are shown.
    pub fn row(&self) -> Option<usize> {
        match self {
            Self::Heading(..) => None,
            Self::Row(position, _)
            | Self::Text(position, _)
            | Self::Note(position, _)
            | Self::Piece(position, ..) => Some(*position),
        }
    }
}

/// The columns before a row of a menu, for the mark of the selected one.
pub const MENU_MARK: u16 = 2;

/// Where the text and the note of a row stand in its line. Of a list that is longer than its area, a column stays free
/// behind them: a note is often a key, which the mark for more below must not touch.
pub fn row_in(line: Rect, is_longer: bool) -> Rect {
    let gap = MENU_MARK + u16::from(is_longer);
    Rect {
        x: line.x + MENU_MARK.min(line.width),
        width: line.width.saturating_sub(gap),
        ..line
    }
}

/// Lays a menu out.
pub fn menu(menu: &Menu, above: Rect, ambiguous: AmbiguousWidth) -> MenuLayout<'_> {
    let line = super::inset(above);
    let width = line.width;
    let (title, typed_to) = heading(menu, width, ambiguous);
    let mut said = wrapped(&menu.said, width, ambiguous);
    let frame = u16::try_from(title.len()).unwrap_or(u16::MAX).saturating_add(1);
    let room = usize::from(above.height.saturating_sub(frame));
    let most = room.min(usize::from(above.height) * 3 / 4);
    let mut rows = parts(menu, row_in(line, false).width, ambiguous);
    let is_longer = said.len() + rows.len() > most;
    if is_longer {
        rows = parts(menu, row_in(line, true).width, ambiguous);
    }
    if menu.filter().is_empty() && rows.is_empty() {
        said.extend(wrapped(&menu.empty, width, ambiguous));
    }
    let inside = (said.len() + rows.len().max(usize::from(said.is_empty()))).clamp(1, most.max(1));
    let panel = titled(title.len(), inside, above);
    let is_selected = |part: &MenuPart| part.row() == Some(menu.selected());
    let first = rows.iter().position(is_selected).unwrap_or(0);
    let selected = rows.iter().filter(|part| is_selected(part)).count();
    // The list keeps at least a row besides the selected one.
    if !rows.is_empty() {
        said.truncate(usize::from(panel.inside.height).saturating_sub(1 + selected));
    }
    let (_, area) = split_top(panel.inside, u16::try_from(said.len()).unwrap_or(u16::MAX));
    let height = usize::from(area.height);
    // All of the selected row is in view where that can be, its first line in any case.
    let top = top_of(first, rows.len(), height).max((first + selected).saturating_sub(height));
    let list = List {
        panel,
        rows: area,
        top: top.min(first),
        len: rows.len(),
    };
    MenuLayout {
        is_longer,
        title,
        place: menu.place().filter(|_| is_longer || menu.is_grouped()),
        typed_to,
        said,
        list,
        rows,
    }
}

/// The rows of a menu, each at a width in columns.
fn parts(menu: &Menu, width: u16, ambiguous: AmbiguousWidth) -> Vec<MenuPart<'_>> {
    let lines = menu.lines().into_iter();
    lines
        .flat_map(|line| match line {
            MenuLine::Heading(heading, count) => vec![MenuPart::Heading(heading, count)],
            MenuLine::Row(position, row) if position == menu.selected() => {
                whole(position, row, width, ambiguous)
            }
            MenuLine::Row(position, row) if is_cramped(row, width, ambiguous) => vec![
                MenuPart::Text(position, &row.text),
                MenuPart::Note(position, &row.note),
            ],
            MenuLine::Row(position, row) => vec![MenuPart::Row(position, row)],
        })
        .collect()
}

/// The rows of a menu's title with what narrows the menu behind it, or below where there is no room; and the column where
/// that goes on.
fn heading(menu: &Menu, width: u16, ambiguous: AmbiguousWidth) -> (Vec<String>, usize) {
    let mut rows = wrapped(&menu.title, width, ambiguous);
    let taken = rows.last().map_or(0, |row| columns(row, ambiguous)) + TYPED_GAP;
    let typed = columns(menu.filter(), ambiguous);
    if typed == 0 || taken + typed < usize::from(width) {
        if let Some(last) = rows.last_mut().filter(|_| typed > 0) {
            last.push_str(&" ".repeat(TYPED_GAP));
            last.push_str(menu.filter());
        }
        return (rows, taken + typed);
    }
    let end = fit::end(menu.filter(), usize::from(width.saturating_sub(1)), ambiguous);
    let typed_to = columns(&end, ambiguous);
    rows.push(end);
    (rows, typed_to)
}

/// The columns between a menu's title and what narrows it.
const TYPED_GAP: usize = 2;

/// Below so many columns, a text and its note that do not fit in one line stand in one each: of both in one, neither could
/// be read.
const ROOMY: u16 = 60;

/// Whether a row has too little room in one line.
fn is_cramped(row: &MenuRow, width: u16, ambiguous: AmbiguousWidth) -> bool {
    let taken = columns(&row.text, ambiguous) + 2 + columns(&row.note, ambiguous);
    width < ROOMY && !row.note.is_empty() && taken > usize::from(width)
}

/// The selected row: in one line with its note at the right where both fit, else its text and then its note.
fn whole(position: usize, row: &MenuRow, width: u16, ambiguous: AmbiguousWidth) -> Vec<MenuPart<'_>> {
    let taken = |text: &str| columns(text, ambiguous);
    let gap = if row.note.is_empty() { 0 } else { 2 };
    if taken(&row.text) + gap + taken(&row.note) <= usize::from(width) {
        return vec![MenuPart::Row(position, row)];
    }
    let pieces = |text: &str, is_note: bool| {
        let lines = wrapped(text, width, ambiguous).into_iter();
        lines.map(move |line| MenuPart::Piece(position, line, is_note))
    };
    pieces(&row.text, false).chain(pieces(&row.note, true)).collect()
}

/// The least columns of a cell in a table.
const NARROWEST_CELL: u16 = 18;

/// A table.
#[derive(Debug)]
pub struct TableLayout {
    /// The panel.
    pub panel: Panel,
    /// The line in which is typed what narrows it; none while nothing is.
    pub filter: Option<Rect>,
    /// The titles of the columns that are shown.
    pub titles: Vec<(usize, Rect)>,
    /// The row in which they stand.
    pub titles_row: Rect,
    /// What is out of view of the columns.
    pub columns_more: More,
    /// What is shown in the cells, each thing in a line of its own, and a line for a gap.
    pub cells: Vec<(Cursor, Rect)>,
    /// Where the rows of cells stand.
    pub body: Rect,
    /// What is out of view of the lines.
    pub more: More,
}

/// A table: columns of the same width; on a narrow screen only those around the cursor.
pub fn table(table: &Table, above: Rect) -> TableLayout {
    let lines: usize = table.rows().map(lines_of).sum();
    let is_narrowed = table.filter().is_some();
    let panel = panel(lines.max(1) + 1 + usize::from(is_narrowed), above);
    let (filter, inside) = match is_narrowed {
        true => {
            let (line, below) = split_top(panel.inside, 1);
            (Some(line), below)
        }
        false => (None, panel.inside),
    };
    let columns = table.columns.len().max(1);
    let fitting = usize::from(inside.width / NARROWEST_CELL).clamp(1, columns);
    let first = table.cursor.column.saturating_sub(fitting - 1);
    let width = inside.width / u16::try_from(fitting).unwrap_or(1).max(1);
    let cell = |(column, y): (usize, u16)| {
        let offset = u16::try_from(column - first).unwrap_or(0).saturating_mul(width);
        Rect::new(inside.x + offset, y, width.saturating_sub(2), 1)
    };
    let shown = first..(first + fitting).min(columns);
    let (titles, body) = split_top(inside, 1);
    let above_cursor: usize = table.rows().take(table.cursor.row).map(lines_of).sum();
    let top = top_of(above_cursor + table.cursor.nth, lines, usize::from(body.height));
    let in_lines = table.rows().enumerate().flat_map(|(row, cells)| {
        let in_line = move |nth: usize| (row, nth, cells);
        (0..lines_of(cells)).map(in_line)
    });
    let mut cells = Vec::new();
    for ((row, nth, found), y) in in_lines.skip(top).zip(body.top()..body.bottom()) {
        let stands = |column: &usize| nth < found.get(*column).map_or(0, Vec::len).max(1);
        cells.extend(
            shown
                .clone()
                .filter(stands)
                .map(|column| (Cursor { row, column, nth }, cell((column, y)))),
        );
    }
    TableLayout {
        panel,
        filter,
        more: More::of(lines, top, usize::from(body.height)),
        body,
        columns_more: More::of(columns, first, fitting),
        titles_row: titles,
        cells,
        titles: match titles.is_empty() {
            true => Vec::new(),
            false => shown
                .clone()
                .map(|column| (column, cell((column, titles.y))))
                .collect(),
        },
    }
}

/// A text of so many rows, shown from row `top` on.
pub fn text(len: usize, top: usize, above: Rect) -> List {
    let panel = panel(len, above);
    List {
        panel,
        rows: panel.inside,
        top,
        len,
    }
}

/// What was found, below the lines that say what to find.
pub fn hits(find: &Find, above: Rect) -> List {
    let len = match find.scope {
        Scope::Answer => 0,
        Scope::Everywhere => find.hits.len(),
    };
    let panel = panel(find.lines() + len.min(usize::from(above.height) / 2), above);
    let lines = u16::try_from(find.lines()).unwrap_or(u16::MAX);
    let (_, rows) = split_top(panel.inside, lines);
    List {
        panel,
        rows,
        top: top_of(find.selected, len, usize::from(rows.height)),
        len,
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
