//! The cursor of the page: it goes from row to row, and within a row from the words of one question to those of the next.

use super::{Manner, Page};

impl Page {
    /// The block and the span whose words stand at the cursor.
    pub fn span_at_cursor(&self) -> Option<(usize, usize)> {
        let (block, byte) = self.cursor;
        Some((block, self.blocks.get(block)?.span_at(byte)?))
    }

    /// Has the cursor in view.
    pub fn show_cursor(&mut self) {
        self.target = Some(self.cursor);
        self.manner = Manner::Follows;
    }

    /// Moves the cursor by so many rows, down where positive, as far as there are any.
    pub fn move_by(&mut self, by: isize) {
        let from = self.row_of_cursor();
        let to = self.row_from(from, by);
        self.put_cursor(to);
    }

    /// Moves the cursor by a screen, down or up, and the page with it.
    pub fn turn_screen(&mut self, down: bool) {
        let rows = isize::try_from(self.height.saturating_sub(1).max(1)).unwrap_or(1);
        let by = if down { rows } else { -rows };
        self.move_by(by);
        self.scroll(by);
        // No more is left free below the end than must be.
        let last = self.last_row();
        let below = self.rows_between(self.top, last, self.height) + 1;
        self.scroll(-isize::try_from(self.height.saturating_sub(below)).unwrap_or(0));
    }

    /// Moves the cursor to the first row of the page.
    pub fn move_to_start(&mut self) {
        self.put_cursor((0, 0));
    }

    /// Moves the cursor to the last row of the page.
    pub fn move_to_end(&mut self) {
        let last = self.last_row();
        self.put_cursor(last);
    }

    /// Moves the cursor to the words of the next question in its row, or to those of the one before.
    pub fn move_in_row(&mut self, right: bool) {
        let (_, row) = self.row_of_cursor();
        let (index, byte) = self.cursor;
        let Some(block) = self.blocks.get_mut(index) else {
            return;
        };
        let to = if right {
            block.begun_in(row).find(|begun| *begun > byte)
        } else {
            block.begun_in(row).take_while(|begun| *begun < byte).last()
        };
        self.cursor.1 = to.unwrap_or(byte);
        self.show_cursor();
    }

    fn row_of_cursor(&mut self) -> (usize, usize) {
        let (block, byte) = self.cursor;
        let row = self.blocks.get_mut(block).map_or(0, |block| block.row_of(byte));
        (block, row)
    }

    fn last_row(&mut self) -> (usize, usize) {
        let block = self.blocks.len().saturating_sub(1);
        let rows = self.blocks.last_mut().map_or(0, |block| block.rows());
        (block, rows.saturating_sub(1))
    }

    /// Puts the cursor into a row, on the first words that begin there.
    fn put_cursor(&mut self, (index, row): (usize, usize)) {
        if let Some(block) = self.blocks.get_mut(index) {
            let byte = block.begun_in(row).next().unwrap_or(0);
            self.cursor = (index, byte);
            self.show_cursor();
        }
    }

    /// The row that lies so many rows from another one. A blank row between blocks is gone past.
    fn row_from(&mut self, from: (usize, usize), by: isize) -> (usize, usize) {
        let (mut at, mut reached, mut steps) = (from, from, by.unsigned_abs());
        loop {
            let is_row = self.blocks.get_mut(at.0).is_some_and(|block| block.has_row(at.1));
            if is_row {
                reached = at;
            }
            if steps == 0 && is_row {
                return reached;
            }
            let next = if by > 0 {
                self.step_down(at)
            } else {
                self.step_up(at)
            };
            match next {
                Some(next) => at = next,
                None => return reached,
            }
            steps = steps.saturating_sub(1);
        }
    }
}
