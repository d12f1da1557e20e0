//! Putting text into the cells of the screen.
//!
//! A cluster takes as many cells as [`crate::text::width`] says, which is what the person's terminal does with it.

mod run;
mod sheet;

pub use sheet::{Changed, Sheet};

use crate::text::width::{AmbiguousWidth, columns};
use crate::text::{fit, wrap};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use run::Run;

/// A sheet with the width that ambiguous characters have on this terminal.
pub struct Canvas<'a> {
    /// What is drawn on.
    pub sheet: &'a mut Sheet,
    /// How wide ambiguous characters are.
    pub ambiguous: AmbiguousWidth,
    /// What stands where a text is cut short.
    pub ellipsis: &'static str,
}

impl Canvas<'_> {
    /// Writes as much of a text as fits into `room` columns, from a cell on, and gives the columns that it took.
    /// Control characters are made visible.
    pub fn text(&mut self, x: u16, y: u16, room: u16, text: &str, style: Style) -> u16 {
        self.run((x, y), room, text, "", [style, Style::new()])
    }

    /// [`text`](Self::text), with a second style on top of the first for what stands for invisible characters.
    pub fn marked_text(&mut self, x: u16, y: u16, room: u16, text: &str, styles: [Style; 2]) -> u16 {
        self.run((x, y), room, text, "", styles)
    }

    fn run(
        &mut self,
        at: (u16, u16),
        room: u16,
        text: &str,
        ellipsis: &'static str,
        [style, invisible]: [Style; 2],
    ) -> u16 {
        let run = Run {
            text,
            room,
            ellipsis,
            style,
            invisible,
            ambiguous: self.ambiguous,
        };
        self.sheet.text(Position::from(at), run)
    }

    /// Writes a text that ends at the right edge of `area`'s first row, and gives the columns that it took.
    pub fn right(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        let short = fit::truncate(text, usize::from(area.width), self.ambiguous, "");
        let width = u16::try_from(columns(&short, self.ambiguous)).unwrap_or(area.width);
        self.text(area.right().saturating_sub(width), area.y, width, &short, style)
    }

    /// Writes a text into the first row of `area`, cut short with an ellipsis where it does not fit.
    pub fn line(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        self.run(
            (area.x, area.y),
            area.width,
            text,
            self.ellipsis,
            [style, Style::new()],
        )
    }

    /// Gives all cells of an area a style.
    pub fn fill(&mut self, area: Rect, style: Style) {
        self.sheet.fill(area, style);
    }

    /// Empties an area.
    pub fn clear(&mut self, area: Rect) {
        self.sheet.clear(area);
    }
}

/// A text's rows at a width; its line breaks start rows of their own.
pub fn wrapped(text: &str, width: u16, ambiguous: AmbiguousWidth) -> Vec<String> {
    let rows = text.lines().flat_map(|paragraph| {
        let row = |row: wrap::Row| paragraph.get(row.range).unwrap_or_default().to_owned();
        wrap::rows(paragraph, usize::from(width), ambiguous)
            .map(row)
            .collect::<Vec<_>>()
    });
    rows.collect()
}
