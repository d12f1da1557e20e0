//! What a person would see.

use std::fmt;

/// The screen at one moment.
#[derive(Clone)]
pub(crate) struct Screen(vt100::Screen);

impl Screen {
    pub(super) fn new(screen: &vt100::Screen) -> Self {
        Self(screen.clone())
    }

    /// The rows from top to bottom, without the blanks at their ends. A wide character stands there once.
    pub(crate) fn rows(&self) -> Vec<String> {
        let (_, columns) = self.0.size();
        self.0
            .rows(0, columns)
            .map(|row| row.trim_end_matches(' ').to_owned())
            .collect()
    }

    /// Whether one of the rows holds the text.
    pub(crate) fn contains(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// Where the text begins: row and column from 0, the column counted in cells.
    pub(crate) fn find(&self, text: &str) -> Option<(u16, u16)> {
        let (rows, columns) = self.0.size();
        (0..rows).find_map(|row| {
            let mut line = String::new();
            let mut starts = Vec::new();
            for column in 0..columns {
                let cell = self.0.cell(row, column)?;
                if cell.is_wide_continuation() {
                    continue;
                }
                starts.push((line.len(), column));
                line.push_str(if cell.has_contents() { cell.contents() } else { " " });
            }
            let start = line.find(text)?;
            let (_, column) = starts.into_iter().find(|(offset, _)| *offset == start)?;
            Some((row, column))
        })
    }

    /// Where the cursor stands (row and column from 0), or nothing if it is hidden.
    pub(crate) fn cursor(&self) -> Option<(u16, u16)> {
        (!self.0.hide_cursor()).then(|| self.0.cursor_position())
    }

    /// Rows and columns.
    pub(crate) fn size(&self) -> (u16, u16) {
        self.0.size()
    }

    /// The cell at a row and column, with its colours and attributes.
    pub(crate) fn cell(&self, row: u16, column: u16) -> &vt100::Cell {
        self.0.cell(row, column).expect("a cell of the screen")
    }
}

/// The screen in a frame, for a person who has to find out why a test failed.
impl fmt::Display for Screen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (_, columns) = self.size();
        let rule = "─".repeat(usize::from(columns));
        writeln!(f, "┌{rule}┐")?;
        for row in self.0.rows(0, columns) {
            // Blanks for the cells that the row's text leaves free.
            let mut taken = vt100::Parser::new(1, columns, 0);
            taken.process(row.as_bytes());
            let (_, end) = taken.screen().cursor_position();
            writeln!(
                f,
                "│{row}{}│",
                " ".repeat(usize::from(columns.saturating_sub(end)))
            )?;
        }
        writeln!(f, "└{rule}┘")?;
        match self.cursor() {
            Some((row, column)) => write!(f, "cursor in row {row}, column {column}"),
            None => f.write_str("cursor hidden"),
        }
    }
}

#[test]
fn wide_characters_take_two_columns_and_stand_there_once() {
    let mut parser = vt100::Parser::new(2, 12, 0);
    parser.process("一、“学习”  \r\n\x1b[2;5H问题".as_bytes());
    let screen = Screen::new(parser.screen());
    assert_eq!(screen.rows(), ["一、“学习”", "    问题"]);
    assert_eq!(screen.find("学"), Some((0, 5)));
    assert_eq!(screen.find("问题"), Some((1, 4)));
    assert_eq!(screen.find("答"), None);
    assert_eq!(screen.cursor(), Some((1, 8)));
    assert_eq!(screen.cell(0, 5).contents(), "学");
    assert!(
        screen
            .to_string()
            .starts_with("┌────────────┐\n│一、“学习”  │\n│    问题    │\n└")
    );
}
