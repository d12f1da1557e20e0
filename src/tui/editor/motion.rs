//! Moving the caret.

use super::layout::RowId;
use super::{Caret, Editor, Position, clusters, columns, words};

/// A way to move the caret.
///
/// *Row* is what stands on one line of the screen. *Word* is a run of letters and digits, or of Han
/// characters up to the next mark: in Chinese, a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Motion {
    /// Over the cluster before, or to the end of the paragraph above. With a selection: to its start.
    Left,
    /// Over the cluster behind, or to the start of the paragraph below. With a selection: to its end.
    Right,
    /// To the start of the word before, or to the end of the paragraph above.
    WordLeft,
    /// To the start of the next word, or to the start of the paragraph below.
    WordRight,
    /// Up a row, in the column where the first of such motions began.
    RowUp,
    /// Down a row, likewise.
    RowDown,
    /// To the start of the row.
    RowStart,
    /// To the end of the row, and there it is shown, not at the start of the row below.
    RowEnd,
    /// Up by one row less than the pane has, and the view with it.
    PageUp,
    /// Down by one row less than the pane has, and the view with it.
    PageDown,
    /// To the start of the text.
    TextStart,
    /// To the end of the text.
    TextEnd,
}

impl Editor {
    /// Moves the caret, and extends the selection with it or drops it. Tells whether the caret has moved.
    pub fn move_to(&mut self, motion: Motion, extend_selection: bool) -> bool {
        let before = (self.caret.position, self.caret.before_wrap, self.selection());
        match motion {
            Motion::RowUp => self.move_by_rows(-1, extend_selection),
            Motion::RowDown => self.move_by_rows(1, extend_selection),
            Motion::PageUp => self.move_by_pages(-1, extend_selection),
            Motion::PageDown => self.move_by_pages(1, extend_selection),
            Motion::RowEnd => {
                let row = self.layout.row_of_caret(&self.buffer, self.caret);
                let end = self
                    .layout
                    .row(&self.buffer, self.caret, row)
                    .map_or(0, |row| row.range.end);
                self.place_caret(self.in_paragraph(end), extend_selection);
                self.caret.before_wrap = true;
            }
            _ => {
                let target = self.target(motion, extend_selection);
                self.place_caret(target, extend_selection);
            }
        }
        before != (self.caret.position, self.caret.before_wrap, self.selection())
    }

    /// Selects everything.
    pub fn select_all(&mut self) {
        self.place_caret(self.buffer.end(), false);
        self.anchor = Some(Position::default());
    }

    /// Selects the word that the caret is in or beside, if there is one.
    pub fn select_word(&mut self) {
        let caret = self.caret.position;
        if let Some(word) = words::around(self.buffer.paragraph(caret.paragraph), caret.byte) {
            self.select_range(self.in_paragraph(word.start)..self.in_paragraph(word.end));
        }
    }

    /// Selects the paragraph that the caret is in.
    pub fn select_paragraph(&mut self) {
        let end = self.buffer.paragraph(self.caret.position.paragraph).len();
        self.select_range(self.in_paragraph(0)..self.in_paragraph(end));
    }

    /// Puts the caret where the person has clicked: a row and a column of the pane as last seen.
    pub fn click(&mut self, row: usize, column: usize, extend_selection: bool) {
        let top = self.layout.top();
        let rows = row.min(self.layout.size().height).cast_signed();
        let id = self.layout.away(&self.buffer, self.caret, top, rows);
        let Some(found) = self.layout.row(&self.buffer, self.caret, id) else {
            return;
        };
        let ambiguous = self.layout.size().ambiguous;
        let text = self.buffer.paragraph(id.paragraph);
        let clicked = text.get(found.range.clone()).unwrap_or_default();
        let byte = found.range.start + columns::byte_clicked(clicked, column, ambiguous);
        let position = Position {
            paragraph: id.paragraph,
            byte,
        };
        self.place_caret(position, extend_selection);
        self.caret.before_wrap = byte == found.range.end && !found.range.is_empty();
    }

    /// Moves the view by this many rows, down if positive, and leaves the caret where it is. The next motion
    /// or edit brings the caret back into view.
    pub fn scroll_by(&mut self, rows: isize) {
        self.layout.scroll(&self.buffer, self.caret, rows);
        self.layout.settle(&self.buffer, self.caret);
    }

    fn in_paragraph(&self, byte: usize) -> Position {
        Position {
            byte,
            ..self.caret.position
        }
    }

    fn target(&mut self, motion: Motion, extend_selection: bool) -> Position {
        let caret = self.caret.position;
        let selection = self.selection().filter(|_| !extend_selection);
        let text = self.buffer.paragraph(caret.paragraph);
        let above = caret.paragraph.checked_sub(1).map(|paragraph| Position {
            paragraph,
            byte: self.buffer.paragraph(paragraph).len(),
        });
        let paragraph = caret.paragraph + 1;
        let below = (paragraph < self.buffer.paragraphs().len()).then_some(Position { paragraph, byte: 0 });
        let here = |byte| Position { byte, ..caret };
        match motion {
            Motion::Left => match selection {
                Some(range) => range.start,
                None => clusters::before(text, caret.byte)
                    .map(here)
                    .or(above)
                    .unwrap_or(caret),
            },
            Motion::Right => match selection {
                Some(range) => range.end,
                None => clusters::after(text, caret.byte)
                    .map(here)
                    .or(below)
                    .unwrap_or(caret),
            },
            Motion::WordLeft if caret.byte == 0 => above.unwrap_or(caret),
            Motion::WordLeft => here(words::start_before(text, caret.byte)),
            Motion::WordRight if caret.byte == text.len() => below.unwrap_or(caret),
            Motion::WordRight => here(words::start_after(text, caret.byte)),
            Motion::TextEnd => self.buffer.end(),
            Motion::RowStart => {
                let row = self.layout.row_of_caret(&self.buffer, self.caret);
                let row = self.layout.row(&self.buffer, self.caret, row);
                here(row.map_or(0, |row| row.range.start))
            }
            _ => Position::default(),
        }
    }

    fn move_by_pages(&mut self, pages: isize, extend_selection: bool) {
        let rows = self.layout.size().height.saturating_sub(1).max(1).cast_signed();
        self.layout.scroll(&self.buffer, self.caret, pages * rows);
        self.move_by_rows(pages * rows, extend_selection);
    }

    fn move_by_rows(&mut self, rows: isize, extend_selection: bool) {
        let from = self.layout.row_of_caret(&self.buffer, self.caret);
        let to = self.layout.away(&self.buffer, self.caret, from, rows);
        let goal = self.caret.goal.unwrap_or_else(|| self.column_in(from));
        let (target, before_wrap) = if to == from {
            (self.caret.position, self.caret.before_wrap)
        } else {
            self.place_in_row(to, goal)
        };
        self.place_caret(target, extend_selection);
        self.caret = Caret {
            goal: Some(goal),
            before_wrap,
            ..self.caret
        };
    }

    /// The caret's column in the row that it stands in.
    pub(super) fn column_in(&mut self, id: RowId) -> usize {
        let size = self.layout.size();
        let Some(row) = self.layout.row(&self.buffer, self.caret, id) else {
            return 0;
        };
        let text = self
            .buffer
            .paragraph(id.paragraph)
            .get(row.range.clone())
            .unwrap_or_default();
        let byte = self.caret.position.byte.saturating_sub(row.range.start);
        columns::column_of(text, byte, size.width, size.ambiguous)
    }

    /// The place in a row at a column or left of it, and whether that is its end.
    fn place_in_row(&mut self, id: RowId, column: usize) -> (Position, bool) {
        let ambiguous = self.layout.size().ambiguous;
        let paragraph = id.paragraph;
        let Some(row) = self.layout.row(&self.buffer, self.caret, id) else {
            return (self.caret.position, self.caret.before_wrap);
        };
        let text = self.buffer.paragraph(paragraph);
        let text = text.get(row.range.clone()).unwrap_or_default();
        let byte = row.range.start + columns::byte_at(text, column, ambiguous);
        let is_end = byte == row.range.end && !row.range.is_empty();
        (Position { paragraph, byte }, is_end)
    }
}
