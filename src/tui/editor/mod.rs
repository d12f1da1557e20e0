//! The editor for prose, and for single lines.
//!
//! [`Editor`] holds a text, a caret, a selection and the way back. It is driven by calls –
//! [`insert`](Editor::insert), [`move_to`](Editor::move_to), [`undo`](Editor::undo) – and asked for a
//! [`View`] of the size of its pane, which [`draw()`] puts on the screen. It knows no keys, reads no clock and
//! does no I/O.
//!
//! A caret stands only between grapheme clusters, so that 👨‍👩‍👧 is passed and deleted as one; layout counts
//! columns as [`text`](crate::text) does. At a soft wrap the caret stands at the start of the lower row,
//! except where a motion or a click has led to the end of the upper one. It is always in the column where the next
//! cluster is drawn, or would be: see [`View::caret`].

mod buffer;
mod clusters;
mod columns;
mod draw;
mod edit;
mod exchange;
mod history;
mod layout;
mod lines;
mod motion;
mod position;
mod refusal;
mod room;
mod search;
mod tally;
#[cfg(test)]
mod tests;
pub mod typing_aid;
mod view;
mod words;

use std::ops::Range;

use crate::text::{AmbiguousWidth, CountBy};
use buffer::Buffer;
use history::History;
use layout::{Follows, Layout};
use room::Room;
use tally::Tally;

pub use draw::{EditorStyles, draw};
pub use motion::Motion;
pub use position::Position;
pub use refusal::{PARAGRAPH_LIMIT, Refusal};
pub use search::occurrences;
pub use view::{Cell, View, VisibleRow};

/// The size that a text is laid out for. The pane has a column more: see [`Size::in_pane`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Columns; a row takes no more, except for a cluster that is wider than that.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// The columns of ambiguous characters on this terminal.
    pub ambiguous: AmbiguousWidth,
}

impl Size {
    /// The room for text in a pane of so many columns and rows: the last column is the caret's, behind a full row.
    pub fn in_pane(columns: u16, rows: u16, ambiguous: AmbiguousWidth) -> Self {
        Self {
            width: usize::from(columns).saturating_sub(1).max(columns.min(1).into()),
            height: rows.into(),
            ambiguous,
        }
    }
}

impl Default for Size {
    fn default() -> Self {
        Self {
            width: 80,
            height: 24,
            ambiguous: AmbiguousWidth::One,
        }
    }
}

/// Where the next character goes.
#[derive(Debug, Clone, Copy, Default)]
struct Caret {
    position: Position,
    /// The caret is shown at the end of the row that it was led to: at a soft wrap not at the start of the lower row,
    /// at the end of a full paragraph not in a row of its own.
    before_wrap: bool,
    /// The column that vertical motions aim at.
    goal: Option<usize>,
}

impl Caret {
    fn at(position: Position) -> Self {
        Self {
            position,
            before_wrap: false,
            goal: None,
        }
    }
}

/// A text being edited.
#[derive(Debug, Clone)]
pub struct Editor {
    buffer: Buffer,
    caret: Caret,
    /// Where the selection began; its other end is the caret.
    anchor: Option<Position>,
    history: History,
    layout: Layout,
    tally: Tally,
    room: Room,
    single_line: bool,
    typing_aid: bool,
}

impl Editor {
    /// An editor for text of any number of paragraphs, the caret at its start. `\r\n` and `\r` become `\n`.
    pub fn new(text: &str) -> Self {
        let buffer = match text.contains('\r') {
            true => Buffer::new(&text.replace("\r\n", "\n").replace('\r', "\n")),
            false => Buffer::new(text),
        };
        let layout = Layout::new(&buffer, Size::default());
        Self {
            buffer,
            caret: Caret::default(),
            anchor: None,
            history: History::default(),
            layout,
            tally: Tally::default(),
            room: Room::default(),
            single_line: false,
            typing_aid: false,
        }
    }

    /// An editor for one line, the caret at its end. Line ends in the text become spaces.
    pub fn single_line(text: &str) -> Self {
        let mut editor = Self::new(&edit::on_one_line(text));
        editor.single_line = true;
        editor.caret = Caret::at(editor.buffer.end());
        editor
    }

    /// Whether it takes one line only.
    pub fn is_single_line(&self) -> bool {
        self.single_line
    }

    /// Turns the [typing aid](typing_aid) on or off. It is off at first.
    pub fn set_typing_aid(&mut self, on: bool) {
        self.typing_aid = on;
    }

    /// The whole text.
    pub fn text(&self) -> String {
        self.buffer.paragraphs().join("\n")
    }

    /// The paragraphs; at least one.
    pub fn paragraphs(&self) -> &[String] {
        self.buffer.paragraphs()
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.buffer.end() == Position::default()
    }

    /// The length of the text. Only paragraphs that have changed since the last call are counted.
    pub fn count(&mut self, by: CountBy) -> usize {
        self.tally.count(self.buffer.paragraphs(), by)
    }

    /// The present text as a name: equal names mean equal texts.
    pub fn state(&self) -> u64 {
        self.history.state()
    }

    /// The state that redoing all leads to.
    pub fn newest_state(&self) -> u64 {
        self.history.newest()
    }

    /// Whether undoing or redoing leads to a state.
    pub fn reaches(&self, state: u64) -> bool {
        self.history.reaches(state)
    }

    /// Gives the states of a text that nobody has changed yet names of its own, from this one on.
    pub fn name_states_from(&mut self, first: u64) {
        self.history.name_states_from(first);
    }

    /// Whether anything can be undone or redone.
    pub fn has_history(&self) -> bool {
        !self.history.is_empty()
    }

    /// Where the next character goes.
    pub fn caret(&self) -> Position {
        self.caret.position
    }

    /// The selected range; `None` if nothing is selected.
    pub fn selection(&self) -> Option<Range<Position>> {
        let (anchor, caret) = (self.anchor?, self.caret.position);
        (anchor != caret).then(|| anchor.min(caret)..anchor.max(caret))
    }

    /// The selected text.
    pub fn selected_text(&self) -> Option<String> {
        self.selection().map(|range| self.buffer.slice(range))
    }

    /// Puts the caret on a cluster boundary at or after a place, or extends the selection to there.
    pub fn place_caret(&mut self, position: Position, extend_selection: bool) {
        self.anchor = if extend_selection {
            self.anchor.or(Some(self.caret.position))
        } else {
            None
        };
        self.caret = Caret::at(self.snap(position));
        self.history.break_run();
        self.layout.follow(Follows::Motion);
    }

    /// The nearest place, not before this one, where a caret can stand.
    fn snap(&self, position: Position) -> Position {
        let position = self.buffer.clamp(position);
        let byte = clusters::at_or_after(self.buffer.paragraph(position.paragraph), position.byte);
        Position { byte, ..position }
    }
}
