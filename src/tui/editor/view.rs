//! What an editor shows.

use std::ops::Range;

use super::layout::RowId;
use super::{Editor, Position, Size};

/// A cell of the pane, counted from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The row from the top.
    pub row: usize,
    /// The column from the left.
    pub column: usize,
}

/// One row of the text in view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisibleRow {
    /// The text of the row as it is stored: [`draw`](super::draw()) makes it visible.
    pub text: String,
    /// Where the row starts in the text.
    pub start: Position,
    /// The bytes of `text` that are selected.
    pub selection: Option<Range<usize>>,
    /// The selection goes on behind the row's last character, over the end of the paragraph.
    pub selects_paragraph_end: bool,
    /// The row is the first of a paragraph.
    pub starts_paragraph: bool,
}

/// What stands in the pane of an editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The size that it was made for.
    pub size: Size,
    /// The rows, at most as many as fit.
    pub rows: Vec<VisibleRow>,
    /// Where the caret is: where the next cluster is drawn, and so at most one column behind the width. `None` only
    /// while the person has scrolled away from it, or the pane is empty.
    pub caret: Option<Cell>,
    /// There is text above the first row.
    pub has_more_above: bool,
    /// There is text below the last row.
    pub has_more_below: bool,
}

impl Editor {
    /// Lays the text out for a pane of this size, with the caret in view, and gives what is in view.
    ///
    /// It changes nothing but what it remembers: rows found, the row at the top. Motions by rows and pages go
    /// by the size of the last view.
    pub fn view(&mut self, size: Size) -> View {
        self.layout.resize(&self.buffer, size);
        self.layout.settle(&self.buffer, self.caret);
        let selection = self.selection();
        let caret_row = self.layout.row_of_caret(&self.buffer, self.caret);
        let top = self.layout.top();
        let mut view = View {
            size,
            rows: Vec::new(),
            caret: None,
            has_more_above: top > RowId::default(),
            has_more_below: false,
        };
        let mut next = Some(top);
        while let Some(id) = next {
            if view.rows.len() == size.height {
                view.has_more_below = true;
                break;
            }
            let Some(row) = self.layout.row(&self.buffer, self.caret, id) else {
                break;
            };
            if id == caret_row && size.width > 0 {
                let column = self.column_in(id);
                view.caret = Some(Cell {
                    row: view.rows.len(),
                    column,
                });
            }
            let paragraph = self.buffer.paragraph(id.paragraph);
            let start = Position {
                paragraph: id.paragraph,
                byte: row.range.start,
            };
            let ends_paragraph = row.range.end == paragraph.len();
            let text = paragraph.get(row.range).unwrap_or_default().to_owned();
            let within = selection
                .as_ref()
                .and_then(|selection| within(selection, start, text.len()));
            view.rows.push(VisibleRow {
                selects_paragraph_end: ends_paragraph
                    && selection.as_ref().is_some_and(|range| {
                        range.start.paragraph <= id.paragraph && range.end.paragraph > id.paragraph
                    }),
                text,
                start,
                selection: within,
                starts_paragraph: id.row == 0,
            });
            next = self.layout.below(&self.buffer, self.caret, id);
        }
        view
    }
}

/// The part of the selection that lies in a row, in bytes of the row.
fn within(selection: &Range<Position>, row: Position, length: usize) -> Option<Range<usize>> {
    let byte_of = |position: Position| {
        if position.paragraph < row.paragraph {
            0
        } else if position.paragraph > row.paragraph {
            length
        } else {
            position.byte.saturating_sub(row.byte).min(length)
        }
    };
    let range = byte_of(selection.start)..byte_of(selection.end);
    (!range.is_empty()).then_some(range)
}
