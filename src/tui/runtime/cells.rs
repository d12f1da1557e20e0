//! Cells on their way to the terminal, in as few bytes as they take: over a slow line these are what a key costs.
//!
//! crossterm's own backend moves the cursor before every Han character, because it expects a cell to take one column, and
//! ends each frame with five sequences whether they change anything or not. Here the cursor is moved only where it is
//! not known to stand already – it is known behind characters of which all terminals think alike –, and colours are
//! set only where they change, the sixteen basic ones as every terminal knows them. The row in which the cursor stood is
//! written last: behind a letter that was typed it often stands where it belongs. Nothing else is taken over from one frame
//! to the next but whether the cursor is shown, so that whatever else has written to the terminal does no lasting harm.

use std::fmt::Write as _;

use ratatui::buffer::Cell;
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

use crate::tui::paint::Changed;

/// What is known of the terminal from one frame to the next.
#[derive(Debug, Default)]
pub(super) struct Cells {
    /// Whether the cursor is shown, where it is known.
    shows_cursor: Option<bool>,
    /// Where the cursor was put last.
    cursor: Option<Position>,
}

impl Cells {
    /// Somebody else has had the terminal: nothing is known of it.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    /// What brings the changes of a frame to the terminal, and the cursor to its place, or out of sight.
    pub(super) fn write<'a>(
        &mut self,
        changes: impl Iterator<Item = Changed<'a>>,
        cursor: Option<Position>,
        bytes: &mut String,
    ) {
        let mut tip = Tip::default();
        let row = self.cursor.map(|cursor| cursor.y);
        let mut in_row = Vec::new();
        for changed in changes {
            if Some(changed.at.y) == row {
                in_row.push(changed);
            } else {
                tip.write(changed, bytes);
            }
        }
        for changed in in_row {
            tip.write(changed, bytes);
        }
        self.show(cursor.is_some(), bytes);
        if let Some(cursor) = cursor {
            tip.move_to(cursor, bytes);
        }
        self.cursor = cursor;
    }

    fn show(&mut self, shows: bool, bytes: &mut String) {
        if self.shows_cursor.replace(shows) != Some(shows) {
            bytes.push_str(if shows { "\x1b[?25h" } else { "\x1b[?25l" });
        }
    }
}

/// What is known within a frame.
#[derive(Debug, Default)]
struct Tip {
    /// Where the cursor stands.
    at: Option<Position>,
    pen: Option<Pen>,
}

impl Tip {
    fn write(&mut self, Changed { at, cell, columns }: Changed, bytes: &mut String) {
        self.move_to(at, bytes);
        let own = Pen::of(cell);
        own.set(self.pen, bytes);
        self.pen = Some(own);
        let symbol = cell.symbol();
        let is_joined = symbol.chars().nth(1).is_some();
        if is_joined && columns > 1 {
            // A terminal that gives it fewer columns shows nothing else in those.
            bytes.extend(std::iter::repeat_n(' ', usize::from(columns)));
            self.at = None;
            self.move_to(at, bytes);
        }
        bytes.push_str(symbol);
        let is_sure = is_sure(symbol, columns);
        self.at = is_sure.then(|| Position {
            x: at.x.saturating_add(columns),
            ..at
        });
    }

    fn move_to(&mut self, to: Position, bytes: &mut String) {
        if self.at.replace(to) != Some(to) {
            // Writing to a string cannot fail.
            let _ = write!(bytes, "\x1b[{};{}H", u32::from(to.y) + 1, u32::from(to.x) + 1);
        }
    }
}

/// What a cell is written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pen {
    foreground: Color,
    background: Color,
    modifier: Modifier,
}

/// The modifiers and the parameters that switch them on.
const MODIFIERS: [(Modifier, u8); 9] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

impl Pen {
    /// After everything was switched off.
    const PLAIN: Self = Self {
        foreground: Color::Reset,
        background: Color::Reset,
        modifier: Modifier::empty(),
    };

    fn of(cell: &Cell) -> Self {
        Self {
            foreground: cell.fg,
            background: cell.bg,
            modifier: cell.modifier,
        }
    }

    /// Changes from what is in force, or from nobody knows what.
    fn set(self, from: Option<Self>, bytes: &mut String) {
        if from == Some(self) {
            return;
        }
        bytes.push_str("\x1b[");
        let base = match from.filter(|from| self.modifier.contains(from.modifier)) {
            Some(from) => from,
            None => {
                bytes.push_str("0;");
                Self::PLAIN
            }
        };
        let added = self.modifier.difference(base.modifier);
        for (_, parameter) in MODIFIERS.iter().filter(|(modifier, _)| added.contains(*modifier)) {
            let _ = write!(bytes, "{parameter};");
        }
        if self.foreground != base.foreground {
            colour(bytes, self.foreground, 30);
        }
        if self.background != base.background {
            colour(bytes, self.background, 40);
        }
        if bytes.ends_with(';') {
            bytes.pop();
        }
        bytes.push('m');
    }
}

/// From the basic colours to their bright twins, as aixterm numbers them.
const BRIGHT: u8 = 60;

/// The parameters of a colour with a `;` behind them; `base` is 30 for the foreground, 40 for the background.
fn colour(bytes: &mut String, colour: Color, base: u8) {
    let basic = match colour {
        Color::Reset => 9,
        Color::Rgb(red, green, blue) => {
            let _ = write!(bytes, "{};2;{red};{green};{blue};", base + 8);
            return;
        }
        Color::Indexed(index) => {
            let _ = write!(bytes, "{};5;{index};", base + 8);
            return;
        }
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => BRIGHT,
        Color::LightRed => BRIGHT + 1,
        Color::LightGreen => BRIGHT + 2,
        Color::LightYellow => BRIGHT + 3,
        Color::LightBlue => BRIGHT + 4,
        Color::LightMagenta => BRIGHT + 5,
        Color::LightCyan => BRIGHT + 6,
        Color::White => BRIGHT + 7,
    };
    let _ = write!(bytes, "{};", base + basic);
}

/// Whether every terminal moves the cursor on by just these columns.
fn is_sure(symbol: &str, columns: u16) -> bool {
    let mut chars = symbol.chars();
    matches!(
        (chars.next(), chars.next(), columns),
        (Some(' '..='~'), None, 1)
            | (
                Some('\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{3029}' | '\u{ff01}'..='\u{ff5e}'),
                None,
                2,
            )
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    /// A cell to be drawn: column, row, text, its columns, style.
    type Drawn = (u16, u16, &'static str, u16, Style);

    fn cell(symbol: &str, style: Style) -> Cell {
        let mut cell = Cell::default();
        cell.set_symbol(symbol).set_style(style);
        cell
    }

    fn written(cells: &mut Cells, drawn: &[Drawn], cursor: Option<(u16, u16)>) -> String {
        let made = drawn.iter().map(|(.., symbol, _, style)| cell(symbol, *style));
        let made: Vec<Cell> = made.collect();
        let changes = drawn
            .iter()
            .zip(&made)
            .map(|((x, y, _, columns, _), cell)| Changed {
                at: Position { x: *x, y: *y },
                cell,
                columns: *columns,
            });
        let mut bytes = String::new();
        cells.write(changes, cursor.map(Position::from), &mut bytes);
        bytes.replace('\x1b', "^")
    }

    #[test]
    fn only_what_is_not_known_is_said() {
        let plain = Style::new();
        let dim = Style::new().dark_gray();
        let strong = Style::new().bold();
        let (cyan, far) = (Style::new().cyan(), Style::new().fg(Color::Indexed(208)));
        let table: [(&[Drawn], &str); 9] = [
            (&[], ""),
            // The cursor stands behind a Han character, a mark and a letter as behind a letter.
            (
                &[
                    (0, 0, "中", 2, plain),
                    (2, 0, "，", 2, plain),
                    (4, 0, "a", 1, plain),
                    (5, 0, "b", 1, plain),
                ],
                "^[1;1H^[0m中，ab",
            ),
            // Of these not every terminal thinks alike.
            (
                &[(0, 0, "“", 1, plain), (1, 0, "a", 1, plain)],
                "^[1;1H^[0m“^[1;2Ha",
            ),
            (
                &[(0, 0, "👍🏽", 2, plain), (2, 0, "a", 1, plain)],
                "^[1;1H^[0m  ^[1;1H👍🏽^[1;3Ha",
            ),
            (
                &[(0, 0, "a", 1, plain), (3, 0, "b", 1, plain)],
                "^[1;1H^[0ma^[1;4Hb",
            ),
            (
                &[(1, 0, "a", 1, plain), (0, 1, "b", 1, plain)],
                "^[1;2H^[0ma^[2;1Hb",
            ),
            (
                &[(0, 0, "a", 1, dim), (1, 0, "b", 1, plain)],
                "^[1;1H^[0;90ma^[39mb",
            ),
            (
                &[(0, 0, "a", 1, plain), (1, 0, "b", 1, strong), (2, 0, "c", 1, dim)],
                "^[1;1H^[0ma^[1mb^[0;90mc",
            ),
            (
                &[(0, 0, "a", 1, cyan), (1, 0, "b", 1, far)],
                "^[1;1H^[0;36ma^[38;5;208mb",
            ),
        ];
        for (drawn, bytes) in table {
            let mut cells = Cells::default();
            written(&mut cells, &[], None);
            assert_eq!(written(&mut cells, drawn, None), bytes);
        }
    }

    #[test]
    fn the_cursors_row_is_written_last_and_the_cursor_is_moved_only_if_it_must() {
        let plain = Style::new();
        let drawn = [(0, 0, "我", 2, plain), (5, 1, "7", 1, plain)];
        let mut cells = Cells::default();
        let frames = [
            ((2, 0), "^[1;1H^[0m我^[2;6H7^[?25h^[1;3H"),
            ((2, 0), "^[2;6H^[0m7^[1;1H我"),
            ((3, 0), "^[2;6H^[0m7^[1;1H我^[1;4H"),
        ];
        for (cursor, bytes) in frames {
            assert_eq!(written(&mut cells, &drawn, Some(cursor)), bytes);
        }
    }

    #[test]
    fn the_basic_colours_are_said_as_every_terminal_knows_them() {
        let table = [
            (Color::Reset, "39;"),
            (Color::Red, "31;"),
            (Color::DarkGray, "90;"),
            (Color::White, "97;"),
            (Color::Indexed(200), "38;5;200;"),
            (Color::Rgb(1, 2, 3), "38;2;1;2;3;"),
        ];
        for (of, said) in table {
            let mut bytes = String::new();
            colour(&mut bytes, of, 30);
            assert_eq!(bytes, said, "{of:?}");
        }
        let mut bytes = String::new();
        colour(&mut bytes, Color::LightCyan, 40);
        assert_eq!(bytes, "106;");
    }

    #[test]
    fn the_cursor_is_shown_once() {
        let mut cells = Cells::default();
        let mut frame = |cursor| written(&mut cells, &[], cursor);
        assert_eq!(frame(Some((0, 0))), "^[?25h^[1;1H");
        assert_eq!(frame(Some((0, 0))), "^[1;1H");
        assert_eq!(frame(None), "^[?25l");
        assert_eq!(frame(None), "");
        cells.forget();
        assert_eq!(written(&mut cells, &[], None), "^[?25l");
    }
}
