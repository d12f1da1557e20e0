//! Putting text into the cells of the screen.
//!
//! A cluster takes as many cells as [`crate::text::width`] says, which is what the person's terminal does with it; ratatui is told where its
//! own idea of that differs.

use crate::text::sanitise::visible;
use crate::text::width::{AmbiguousWidth, cluster_columns, columns};
use crate::text::{clusters, fit, wrap};
use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::num::NonZeroU16;
use unicode_width::UnicodeWidthStr;

/// A buffer with the width that ambiguous characters have on this terminal.
pub struct Canvas<'a> {
    /// The cells.
    pub buffer: &'a mut Buffer,
    /// How wide ambiguous characters are.
    pub ambiguous: AmbiguousWidth,
}

impl Canvas<'_> {
    /// Writes as much of a text as fits into `room` columns, from a cell on, and gives the columns that it took.
    /// Control characters are made visible.
    pub fn text(&mut self, x: u16, y: u16, room: u16, text: &str, style: Style) -> u16 {
        let shown = visible(text);
        let mut taken = 0;
        for cluster in clusters(&shown) {
            let width = u16::try_from(cluster_columns(cluster, self.ambiguous))
                .unwrap_or(2)
                .max(1);
            if taken + width > room {
                break;
            }
            put(self.buffer, (x.saturating_add(taken), y), width, cluster, style);
            taken += width;
        }
        taken
    }

    /// Writes a text that ends at the right edge of `area`'s first row, and gives the columns that it took.
    pub fn right(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        let short = fit::truncate(text, usize::from(area.width), self.ambiguous, "");
        let width = u16::try_from(columns(&short, self.ambiguous)).unwrap_or(area.width);
        self.text(area.right().saturating_sub(width), area.y, width, &short, style)
    }

    /// Writes a text into the first row of `area`, cut short with an ellipsis where it does not fit.
    pub fn line(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        let short = fit::truncate(text, usize::from(area.width), self.ambiguous, "…");
        self.text(area.x, area.y, area.width, &short, style)
    }

    /// Gives all cells of an area a style.
    pub fn fill(&mut self, area: Rect, style: Style) {
        self.buffer.set_style(area, style);
    }

    /// Empties an area.
    pub fn clear(&mut self, area: Rect) {
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.reset();
                }
            }
        }
    }
}

/// Puts one cluster into a cell and those behind it that it takes.
pub(super) fn put(buffer: &mut Buffer, (x, y): (u16, u16), width: u16, cluster: &str, style: Style) {
    for behind in 0..width {
        if let Some(cell) = buffer.cell_mut((x.saturating_add(behind), y)) {
            cell.reset();
            cell.set_style(style);
            if behind > 0 {
                continue;
            }
            cell.set_symbol(cluster);
            // The terminal may take other columns for it than ratatui believes.
            if let (false, Some(width)) = (is_agreed(cluster, width), NonZeroU16::new(width)) {
                cell.set_diff_option(CellDiffOption::ForcedWidth(width));
            }
        }
    }
}

/// Whether ratatui finds out by itself, and quickly, that a cluster takes so many columns. Most are letters and digits, for
/// which it does, or lone Han characters and marks: it would look those up anew in each frame, so it is told.
fn is_agreed(cluster: &str, width: u16) -> bool {
    match (cluster.as_bytes(), width) {
        ([0x20..=0x7e], 1) => true,
        ([0xe0..=0xef, _, _], 2) => false,
        _ => cluster.width() == usize::from(width),
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
