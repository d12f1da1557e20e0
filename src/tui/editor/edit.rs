//! Changing the text.

use std::ops::Range;

use super::history::{Change, Run};
use super::layout::Follows;
use super::refusal::{PARAGRAPH_LIMIT, Refusal};
use super::room::Room;
use super::{Caret, Editor, Position, clusters, typing_aid, words};
use crate::text::{clean, clean_paste};

impl Editor {
    /// Types: puts text at the caret, in the place of the selection. What is typed in one go is undone in one
    /// go, up to the last mark. Control characters are dropped; a `\n` in it is a new paragraph.
    pub fn insert(&mut self, text: &str) -> Result<(), Refusal> {
        let text = clean_paste(text);
        if self.single_line && text.contains('\n') {
            return Err(Refusal::OneLineOnly);
        }
        if text.is_empty() {
            return Ok(());
        }
        let at = self.selection().map_or(self.caret.position, |range| range.start);
        self.replace_selection(&text, Run::Typing)?;
        let mut chars = text.chars();
        if let (true, Some(typed), None) = (self.typing_aid, chars.next(), chars.next()) {
            self.aid(at, typed)?;
        }
        Ok(())
    }

    /// Puts text from a clipboard at the caret, as a step of its own: line ends are made one kind, control
    /// characters dropped, paragraphs freed of the blanks around them, since whoever prints them indents them. On a
    /// single line, line ends become spaces where the words need them.
    pub fn paste(&mut self, text: &str) -> Result<(), Refusal> {
        let mut text = self.without_indents(&clean_paste(text));
        if self.single_line {
            text = on_one_line(&text);
        }
        if text.is_empty() {
            return Ok(());
        }
        self.replace_selection(&text, Run::None)
    }

    /// Text of which no paragraph begins or ends with blanks; but its first and its last one keep those beside words
    /// that are there already, unless they are the two full-width ones that indent a paragraph.
    fn without_indents(&self, text: &str) -> String {
        let caret = self.selection().map_or(self.caret.position, |range| range.start);
        let before = self.buffer.paragraph(caret.paragraph).get(..caret.byte);
        let begins = before.is_none_or(|before| before.trim().is_empty());
        let last = text.split('\n').count() - 1;
        let paragraphs = text.split('\n').enumerate().map(|(index, paragraph)| {
            let paragraph = match index {
                0 if !begins => paragraph
                    .strip_prefix("\u{3000}\u{3000}")
                    .filter(|rest| !rest.trim().is_empty())
                    .unwrap_or(paragraph),
                _ => paragraph.trim_start(),
            };
            match index == last {
                true => paragraph,
                false => paragraph.trim_end(),
            }
        });
        paragraphs.collect::<Vec<_>>().join("\n")
    }

    /// Starts a new paragraph at the caret.
    pub fn newline(&mut self) -> Result<(), Refusal> {
        self.insert("\n")
    }

    /// Deletes the selection, or the cluster before the caret.
    pub fn delete_back(&mut self) -> Result<(), Refusal> {
        let caret = self.caret.position;
        let text = self.buffer.paragraph(caret.paragraph);
        let start = clusters::before(text, caret.byte).map(|byte| Position { byte, ..caret });
        self.delete(start.or(self.end_of_paragraph_before()), Run::DeletingBack)
    }

    /// Deletes the selection, or the cluster behind the caret.
    pub fn delete_forward(&mut self) -> Result<(), Refusal> {
        let caret = self.caret.position;
        let text = self.buffer.paragraph(caret.paragraph);
        let end = clusters::after(text, caret.byte).map(|byte| Position { byte, ..caret });
        self.delete(end.or(self.start_of_paragraph_after()), Run::DeletingForward)
    }

    /// Deletes the selection, or from the start of the word before the caret; see
    /// [`Motion::WordLeft`](super::Motion).
    pub fn delete_word_back(&mut self) -> Result<(), Refusal> {
        let caret = self.caret.position;
        let byte = words::start_before(self.buffer.paragraph(caret.paragraph), caret.byte);
        let start = (caret.byte > 0).then_some(Position { byte, ..caret });
        self.delete(start.or(self.end_of_paragraph_before()), Run::None)
    }

    /// Deletes the selection, or to the end of the word behind the caret. A mark behind that word stays.
    pub fn delete_word_forward(&mut self) -> Result<(), Refusal> {
        let caret = self.caret.position;
        let text = self.buffer.paragraph(caret.paragraph);
        let byte = words::end_after(text, caret.byte);
        let end = (caret.byte < text.len()).then_some(Position { byte, ..caret });
        self.delete(end.or(self.start_of_paragraph_after()), Run::None)
    }

    /// Deletes the selection, or all that stands before the caret in its paragraph.
    pub fn delete_to_start(&mut self) -> Result<(), Refusal> {
        let caret = self.caret.position;
        let start = (caret.byte > 0).then_some(Position { byte: 0, ..caret });
        self.delete(start.or(self.end_of_paragraph_before()), Run::None)
    }

    /// The selected text, which is deleted.
    pub fn cut(&mut self) -> Option<String> {
        let text = self.selected_text()?;
        self.delete(None, Run::None).ok()?;
        Some(text)
    }

    /// The selected text.
    pub fn copy(&self) -> Option<String> {
        self.selected_text()
    }

    /// Takes the last step back, and the caret to where it was. Tells whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some((change, caret)) = self.history.undo() else {
            return false;
        };
        self.make(&change);
        self.show(caret);
        true
    }

    /// Does the last step undone once more.
    pub fn redo(&mut self) -> bool {
        let Some(change) = self.history.redo() else {
            return false;
        };
        let end = self.make(&change);
        self.show(end);
        true
    }

    /// What is typed next is a step of its own. Call it when the person has paused.
    pub fn break_undo_run(&mut self) {
        self.history.break_run();
    }

    /// Puts `text` in the place of a range, as one step.
    pub(super) fn replace_range(
        &mut self,
        range: Range<Position>,
        text: &str,
        run: Run,
    ) -> Result<(), Refusal> {
        self.check_length(&range, text)?;
        let change = Change {
            at: range.start,
            removed: self.buffer.slice(range),
            inserted: text.to_owned(),
        };
        let caret = self.caret.position;
        let end = self.make(&change);
        self.history.record(change, run, caret);
        self.show(end);
        Ok(())
    }

    fn replace_selection(&mut self, text: &str, run: Run) -> Result<(), Refusal> {
        let caret = self.caret.position;
        self.replace_range(self.selection().unwrap_or(caret..caret), text, run)
    }

    /// Deletes the selection, else all between the caret and another place.
    fn delete(&mut self, other: Option<Position>, run: Run) -> Result<(), Refusal> {
        if let Some(range) = self.selection() {
            return self.replace_range(range, "", Run::None);
        }
        let caret = self.caret.position;
        match other {
            Some(other) => self.replace_range(caret.min(other)..caret.max(other), "", run),
            None => Ok(()),
        }
    }

    /// Makes a change, and gives the end of what it put in.
    fn make(&mut self, change: &Change) -> Position {
        let old_end = change.at.after(&change.removed);
        let new_end = change.at.after(&change.inserted);
        self.buffer.replace(change.at..old_end, &change.inserted);
        self.layout.text_changed(change.at, old_end, new_end);
        self.tally.text_changed(change.at, old_end, new_end);
        self.room.text_changed(change.at, old_end, new_end);
        new_end
    }

    fn show(&mut self, position: Position) {
        self.anchor = None;
        // A mark put behind a letter joins its cluster, and what was deleted may have parted two: a caret
        // cannot stand where it would be by counting.
        self.caret = Caret::at(self.snap(position));
        self.layout.follow(Follows::Typing);
    }

    fn end_of_paragraph_before(&self) -> Option<Position> {
        let paragraph = self.caret.position.paragraph.checked_sub(1)?;
        let byte = self.buffer.paragraph(paragraph).len();
        Some(Position { paragraph, byte })
    }

    fn start_of_paragraph_after(&self) -> Option<Position> {
        let paragraph = self.caret.position.paragraph + 1;
        (paragraph < self.buffer.paragraphs().len()).then_some(Position { paragraph, byte: 0 })
    }

    /// Refuses what would make a paragraph longer than it may be, unless one was already and does not grow.
    fn check_length(&mut self, range: &Range<Position>, text: &str) -> Result<(), Refusal> {
        if self.room.takes(range, text) {
            return Ok(());
        }
        let first = self.buffer.paragraph(range.start.paragraph);
        let last = self.buffer.paragraph(range.end.paragraph);
        let before = first.get(..range.start.byte).unwrap_or_default();
        let after = last.get(range.end.byte..).unwrap_or_default();
        if before.len() + text.len() + after.len() <= PARAGRAPH_LIMIT {
            return Ok(());
        }
        let length = |text: &str| text.chars().count();
        let mut pieces = text.split('\n');
        let mut longest = 0;
        let mut present = length(before) + length(pieces.next().unwrap_or_default());
        for piece in pieces {
            longest = longest.max(present);
            present = length(piece);
        }
        longest = longest.max(present + length(after));
        let before = length(first);
        self.room = Room::of(range.start.paragraph, before);
        if longest > PARAGRAPH_LIMIT && longest > before.max(length(last)) {
            return Err(Refusal::ParagraphTooLong);
        }
        Ok(())
    }

    /// Lets the typing aid change what has just been typed.
    fn aid(&mut self, at: Position, typed: char) -> Result<(), Refusal> {
        let paragraph = self.buffer.paragraph(at.paragraph);
        let before = paragraph.get(..at.byte).unwrap_or_default();
        let after = paragraph.get(at.byte + typed.len_utf8()..).unwrap_or_default();
        let Some(better) = typing_aid::full_width(before, typed, after) else {
            return Ok(());
        };
        let start = Position {
            byte: at.byte.saturating_sub(better.back),
            ..at
        };
        let end = match better.keeps_typed {
            true => at,
            false => Position {
                byte: at.byte + typed.len_utf8(),
                ..at
            },
        };
        let caret = self.caret.position.byte;
        self.replace_range(start..end, better.text, Run::None)?;
        // Behind what was typed, where that has stayed.
        let moved = (caret + better.text.len()).saturating_sub(end.byte - start.byte);
        self.place_caret(Position { byte: moved, ..at }, false);
        Ok(())
    }
}

/// The text on one line: line ends at either end go, others become one space; but beside a full-width mark, which has its
/// own blank within it, they go too.
pub(super) fn on_one_line(text: &str) -> String {
    let clean = clean(text);
    let is_full_width_mark = |c: char| !c.is_ascii() && !c.is_alphanumeric();
    let mut joined = String::with_capacity(clean.len());
    for line in clean.split('\n').filter(|line| !line.is_empty()) {
        let beside = [joined.chars().next_back(), line.chars().next()];
        if !joined.is_empty() && !beside.into_iter().flatten().any(is_full_width_mark) {
            joined.push(' ');
        }
        joined.push_str(line);
    }
    joined
}
