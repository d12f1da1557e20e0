//! The text being edited: paragraphs, and one way to change them.
//!
//! Nothing else here knows that the paragraphs are kept in a [`TextArea`]; it could be swapped by rewriting
//! this file. Of what the text area offers, only the text is used. Its own cursor moves by `char`, its undo
//! holds no step of several edits, its wrapping knows no Chinese – all that lives beside it. What it costs:
//! each edit makes it measure the whole text anew, 15 µs per 1,000 characters in a release build.

use std::ops::Range;

use tui_textarea::{CursorMove, TextArea};

use super::Position;

/// The paragraphs of a text; there is always at least one.
#[derive(Debug, Clone)]
pub(super) struct Buffer {
    area: TextArea<'static>,
}

impl Buffer {
    pub(super) fn new(text: &str) -> Self {
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.set_max_histories(0);
        Self { area }
    }

    pub(super) fn paragraphs(&self) -> &[String] {
        self.area.lines()
    }

    /// A paragraph; empty if there is no such.
    pub(super) fn paragraph(&self, index: usize) -> &str {
        self.paragraphs().get(index).map_or("", String::as_str)
    }

    pub(super) fn end(&self) -> Position {
        let paragraph = self.paragraphs().len().saturating_sub(1);
        let byte = self.paragraph(paragraph).len();
        Position { paragraph, byte }
    }

    /// The nearest place before that is one of this text.
    pub(super) fn clamp(&self, position: Position) -> Position {
        let position = position.min(self.end());
        let paragraph = self.paragraph(position.paragraph);
        Position {
            byte: paragraph.floor_char_boundary(position.byte),
            ..position
        }
    }

    pub(super) fn slice(&self, range: Range<Position>) -> String {
        let (start, end) = (self.clamp(range.start), self.clamp(range.end));
        let mut text = String::new();
        for (index, paragraph) in self.paragraphs().iter().enumerate().skip(start.paragraph) {
            if index > end.paragraph {
                break;
            }
            if index > start.paragraph {
                text.push('\n');
            }
            let from = if index == start.paragraph { start.byte } else { 0 };
            let to = if index == end.paragraph {
                end.byte
            } else {
                paragraph.len()
            };
            text.push_str(paragraph.get(from..to).unwrap_or_default());
        }
        text
    }

    /// Puts `text`, which holds no `\r`, in the place of a range.
    pub(super) fn replace(&mut self, range: Range<Position>, text: &str) {
        let (start, end) = (self.clamp(range.start), self.clamp(range.end));
        let before = self
            .paragraph(start.paragraph)
            .get(..start.byte)
            .unwrap_or_default();
        let (row, column) = (
            u16::try_from(start.paragraph),
            u16::try_from(before.chars().count()),
        );
        let (Ok(row), Ok(column)) = (row, column) else {
            return self.rebuild(start..end, text);
        };
        if self.area.cursor() != (row.into(), column.into()) {
            self.area.move_cursor(CursorMove::Jump(row, column));
        }
        let removed = self.slice(start..end).chars().count();
        if removed > 0 {
            self.area.delete_str(removed);
        }
        if !text.is_empty() {
            self.area.insert_str(text);
        }
    }

    /// [`replace`](Self::replace) where the text area's cursor, which jumps by `u16`, cannot reach.
    fn rebuild(&mut self, range: Range<Position>, text: &str) {
        let before = self.slice(Position::default()..range.start);
        let after = self.slice(range.end..self.end());
        *self = Self::new(&[&before, text, &after].concat());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::arbitrary::nasty_text;
    use proptest::prelude::*;

    fn text(buffer: &Buffer) -> String {
        buffer.slice(Position::default()..buffer.end())
    }

    #[test]
    fn edits_beyond_the_reach_of_the_text_area() {
        let long = "长".repeat(70_000);
        let mut buffer = Buffer::new(&format!("{long}\n甲"));
        let at = |paragraph, byte| Position { paragraph, byte };
        buffer.replace(at(0, 3 * 69_999)..at(1, 0), "短\n");
        assert_eq!(buffer.paragraphs()[1], "甲");
        assert_eq!(buffer.paragraphs()[0], format!("{}短", "长".repeat(69_999)));

        let mut buffer = Buffer::new(&"甲\n".repeat(70_000));
        buffer.replace(at(69_999, 0)..at(69_999, 3), "乙");
        assert_eq!(buffer.paragraphs()[69_999], "乙");
        assert_eq!(buffer.paragraphs()[65_535], "甲");
    }

    proptest! {
        #[test]
        fn replacing_is_what_it_is_on_a_string(
            paragraphs in prop::collection::vec(nasty_text(), 1..4),
            inserted in prop::collection::vec(nasty_text(), 1..3),
            from in any::<prop::sample::Index>(),
            to in any::<prop::sample::Index>(),
        ) {
            let text_of = |paragraphs: Vec<String>| paragraphs.join("\n").replace('\r', "");
            let (before, inserted) = (text_of(paragraphs), text_of(inserted));
            let mut places: Vec<_> = before.char_indices().map(|(at, _)| at).collect();
            places.push(before.len());
            let (a, b) = (from.get(&places), to.get(&places));
            let (a, b) = (a.min(b), a.max(b));
            let place = |byte: &usize| Position::default().after(before.get(..*byte).unwrap());
            let mut buffer = Buffer::new(&before);
            prop_assert_eq!(buffer.slice(place(a)..place(b)), before.get(*a..*b).unwrap());
            buffer.replace(place(a)..place(b), &inserted);
            let mut expected = before.clone();
            expected.replace_range(*a..*b, &inserted);
            prop_assert_eq!(text(&buffer), expected);
        }
    }
}
