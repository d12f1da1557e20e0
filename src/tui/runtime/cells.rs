//! Cells on their way to the terminal, in as few bytes as they take: over a slow line these are what a key costs.
//!
//! crossterm's own backend moves the cursor before every Han character, because it expects a cell to take one column, and
//! ends each frame with five sequences whether they change anything or not. Here the cursor is moved only where it is
//! not known to stand already – it is known behind characters of which all terminals think alike –, and colours are
//! set only where they change, the sixteen basic ones as every terminal knows them. The row in which the cursor stood is
//! written last: behind a letter that was typed it often stands where it belongs. Nothing else is taken over from one frame
//! to the next but whether the cursor is shown, so that whatever else has written to the terminal does no lasting harm.

use std::fmt::Write as _;
use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Cell, CellDiffOption};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

/// A backend over another one, which it asks for all that is not drawn.
#[derive(Debug)]
pub(super) struct Cells<W: Write> {
    inner: CrosstermBackend<W>,
    /// Whether the cursor is shown, where it is known.
    shows_cursor: Option<bool>,
    /// Where the cursor was put last.
    cursor: Option<Position>,
    /// Where it stands within this frame, where it is known.
    at: Option<Position>,
}

impl<W: Write> Cells<W> {
    pub(super) fn new(writer: W) -> Self {
        Self {
            inner: CrosstermBackend::new(writer),
            shows_cursor: None,
            cursor: None,
            at: None,
        }
    }

    /// Somebody else has had the terminal: nothing is known of it.
    pub(super) fn forget(&mut self) {
        self.shows_cursor = None;
    }

    fn show(&mut self, shows: bool) -> io::Result<()> {
        if self.shows_cursor.replace(shows) == Some(shows) {
            return Ok(());
        }
        match shows {
            true => self.inner.write_all(b"\x1b[?25h"),
            false => self.inner.write_all(b"\x1b[?25l"),
        }
    }
}

impl<W: Write> Backend for Cells<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut bytes = String::new();
        let mut at = None;
        let mut pen = None;
        let mut write = |(x, y, cell): (u16, u16, &Cell)| {
            if at != Some(Position { x, y }) {
                move_to(&mut bytes, Position { x, y });
            }
            let own = Pen::of(cell);
            own.set(pen, &mut bytes);
            pen = Some(own);
            bytes.push_str(cell.symbol());
            at = sure_columns(cell).map(|columns| Position {
                x: x.saturating_add(columns),
                y,
            });
        };
        let row = self.cursor.map(|cursor| cursor.y);
        let mut in_row = Vec::new();
        for drawn in content {
            if Some(drawn.1) == row {
                in_row.push(drawn);
            } else {
                write(drawn);
            }
        }
        in_row.into_iter().for_each(&mut write);
        self.at = at;
        self.inner.write_all(bytes.as_bytes())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.show(false)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.show(true)
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        self.cursor = Some(position);
        if self.at.replace(position) == Some(position) {
            return Ok(());
        }
        let mut bytes = String::new();
        move_to(&mut bytes, position);
        self.inner.write_all(bytes.as_bytes())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        // Cleared cells take the colours of the moment.
        self.inner.write_all(b"\x1b[m")?;
        self.inner.clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        // Asked before each frame, for which crossterm opens the terminal anew.
        #[cfg(unix)]
        if let Some(size) = super::tty::size_of_output() {
            return Ok(size);
        }
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        self.at = None;
        Backend::flush(&mut self.inner)
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

fn move_to(bytes: &mut String, Position { x, y }: Position) {
    // Writing to a string cannot fail.
    let _ = write!(bytes, "\x1b[{};{}H", u32::from(y) + 1, u32::from(x) + 1);
}

/// By how many columns the cursor moves on, where every terminal moves it alike.
fn sure_columns(cell: &Cell) -> Option<u16> {
    let mut chars = cell.symbol().chars();
    let forced = match cell.diff_option {
        CellDiffOption::ForcedWidth(width) => Some(width.get()),
        _ => None,
    };
    match (chars.next(), chars.next(), forced) {
        (Some(' '..='~'), None, None) => Some(1),
        (
            Some('\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{3029}' | '\u{ff01}'..='\u{ff5e}'),
            None,
            None | Some(2),
        ) => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    /// A cell to be drawn: column, row, text, style.
    type Drawn = (u16, u16, &'static str, Style);

    fn drawn(cells: &[Drawn]) -> String {
        let made: Vec<(u16, u16, Cell)> = cells
            .iter()
            .map(|(x, y, symbol, style)| {
                let mut cell = Cell::default();
                cell.set_symbol(symbol).set_style(*style);
                (*x, *y, cell)
            })
            .collect();
        let mut bytes = Vec::new();
        let mut backend = Cells::new(&mut bytes);
        backend
            .draw(made.iter().map(|(x, y, cell)| (*x, *y, cell)))
            .unwrap();
        String::from_utf8(bytes).unwrap().replace('\x1b', "^")
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
                    (0, 0, "中", plain),
                    (2, 0, "，", plain),
                    (4, 0, "a", plain),
                    (5, 0, "b", plain),
                ],
                "^[1;1H^[0m中，ab",
            ),
            // Of these not every terminal thinks alike.
            (&[(0, 0, "“", plain), (1, 0, "a", plain)], "^[1;1H^[0m“^[1;2Ha"),
            (&[(0, 0, "👍🏽", plain), (2, 0, "a", plain)], "^[1;1H^[0m👍🏽^[1;3Ha"),
            (&[(0, 0, "a", plain), (3, 0, "b", plain)], "^[1;1H^[0ma^[1;4Hb"),
            (&[(1, 0, "a", plain), (0, 1, "b", plain)], "^[1;2H^[0ma^[2;1Hb"),
            (&[(0, 0, "a", dim), (1, 0, "b", plain)], "^[1;1H^[0;90ma^[39mb"),
            (
                &[(0, 0, "a", plain), (1, 0, "b", strong), (2, 0, "c", dim)],
                "^[1;1H^[0ma^[1mb^[0;90mc",
            ),
            (
                &[(0, 0, "a", cyan), (1, 0, "b", far)],
                "^[1;1H^[0;36ma^[38;5;208mb",
            ),
        ];
        for (cells, bytes) in table {
            assert_eq!(drawn(cells), bytes);
        }
    }

    #[test]
    fn the_cursors_row_is_written_last_and_the_cursor_is_moved_only_if_it_must() {
        let cell = |symbol: &str| {
            let mut cell = Cell::default();
            cell.set_symbol(symbol);
            cell
        };
        let (letter, count) = (cell("我"), cell("7"));
        let mut bytes = Vec::new();
        let mut backend = Cells::new(&mut bytes);
        let mut frame = |cursor: (u16, u16)| {
            backend
                .draw([(0, 0, &letter), (5, 1, &count)].into_iter())
                .unwrap();
            backend.set_cursor_position(cursor).unwrap();
            Backend::flush(&mut backend).unwrap();
        };
        for cursor in [(2, 0), (2, 0), (3, 0)] {
            frame(cursor);
        }
        let frames = [
            "^[1;1H^[0m我^[2;6H7^[1;3H",
            "^[2;6H^[0m7^[1;1H我",
            "^[2;6H^[0m7^[1;1H我^[1;4H",
        ];
        let bytes = String::from_utf8(bytes).unwrap().replace('\x1b', "^");
        assert_eq!(bytes, frames.concat());
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
        let mut bytes = Vec::new();
        let mut backend = Cells::new(&mut bytes);
        backend.show_cursor().unwrap();
        backend.show_cursor().unwrap();
        backend.forget();
        backend.show_cursor().unwrap();
        backend.hide_cursor().unwrap();
        assert_eq!(bytes, b"\x1b[?25h\x1b[?25h\x1b[?25l");
    }
}
