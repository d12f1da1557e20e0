//! The text being edited: paragraphs, and one way to change them.
//!
//! An answer of ordinary length is kept in a [`TextArea`], of which only the text is used: its own cursor moves by
//! `char`, its undo holds no step of several edits, its wrapping knows no Chinese – all that lives beside it. At each
//! edit it measures the whole text anew, 15 µs per 1,000 characters in a release build. So that a key costs the same in
//! a long answer, a text that has grown past [`LONG`] is kept as plain paragraphs instead. Nothing outside this file
//! knows which.

use std::ops::Range;

use tui_textarea::{CursorMove, TextArea};

use super::Position;

/// The bytes from which on a text is kept as plain paragraphs: some 4,000 Han characters. Below it every place is within
/// reach of the text area's jumps, which are by `u16`.
const LONG: usize = 12 * 1024;

/// The paragraphs of a text; there is always at least one.
#[derive(Debug, Clone)]
pub(super) struct Buffer {
    store: Store,
    /// The bytes of the text, its line breaks included.
    length: usize,
}

#[derive(Debug, Clone)]
enum Store {
    Area(Box<TextArea<'static>>),
    Paragraphs(Vec<String>),
}

impl Buffer {
    pub(super) fn new(text: &str) -> Self {
        let paragraphs: Vec<String> = text.split('\n').map(str::to_owned).collect();
        let store = if text.len() > LONG {
            Store::Paragraphs(paragraphs)
        } else {
            let mut area = TextArea::new(paragraphs);
            area.set_max_histories(0);
            Store::Area(Box::new(area))
        };
        Self {
            store,
            length: text.len(),
        }
    }

    pub(super) fn paragraphs(&self) -> &[String] {
        match &self.store {
            Store::Area(area) => area.lines(),
            Store::Paragraphs(paragraphs) => paragraphs,
        }
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
        let range = self.clamp(range.start)..self.clamp(range.end);
        let removed = self.slice(range.clone());
        self.length = (self.length + text.len()).saturating_sub(removed.len());
        if self.length > LONG
            && let Store::Area(area) = &self.store
        {
            self.store = Store::Paragraphs(area.lines().to_vec());
        }
        match &mut self.store {
            Store::Area(area) => {
                let (row, removed) = (range.start.paragraph, removed.chars().count());
                let before = area
                    .lines()
                    .get(row)
                    .and_then(|line| line.get(..range.start.byte));
                let column = before.map_or(0, |before| before.chars().count());
                replace_in_area(area, (row, column), removed, text);
            }
            Store::Paragraphs(paragraphs) => replace_in_paragraphs(paragraphs, range, text),
        }
    }
}

fn replace_in_area(area: &mut TextArea, (row, column): (usize, usize), removed: usize, text: &str) {
    if let (Ok(to_row), Ok(to_column)) = (u16::try_from(row), u16::try_from(column))
        && area.cursor() != (row, column)
    {
        area.move_cursor(CursorMove::Jump(to_row, to_column));
    }
    if removed > 0 {
        area.delete_str(removed);
    }
    if !text.is_empty() {
        area.insert_str(text);
    }
}

/// Only what is behind the change in its paragraph is moved, and, where paragraphs come or go, those behind it.
fn replace_in_paragraphs(paragraphs: &mut Vec<String>, range: Range<Position>, text: &str) {
    let (start, end) = (range.start, range.end);
    let mut lines = text.split('\n');
    let first = lines.next().unwrap_or_default();
    let mut new: Vec<String> = lines.map(str::to_owned).collect();
    if start.paragraph == end.paragraph && new.is_empty() {
        if let Some(paragraph) = paragraphs.get_mut(start.paragraph) {
            paragraph.replace_range(start.byte..end.byte, first);
        }
        return;
    }
    let after = paragraphs
        .get(end.paragraph)
        .and_then(|last| last.get(end.byte..))
        .unwrap_or_default()
        .to_owned();
    if let Some(paragraph) = paragraphs.get_mut(start.paragraph) {
        paragraph.truncate(start.byte);
        paragraph.push_str(first);
        match new.last_mut() {
            Some(last) => last.push_str(&after),
            None => paragraph.push_str(&after),
        }
    }
    paragraphs.splice(start.paragraph + 1..=end.paragraph, new);
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
    fn texts_long_and_growing_long() {
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

        let mut buffer = Buffer::new("甲\n乙");
        buffer.replace(at(0, 3)..at(1, 0), &"长\n".repeat(LONG));
        buffer.replace(buffer.end()..buffer.end(), "丙");
        assert_eq!(buffer.paragraphs()[0], "甲长");
        assert_eq!(buffer.paragraphs()[LONG], "乙丙");
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
            let mut expected = before.clone();
            expected.replace_range(*a..*b, &inserted);
            let short = Buffer::new(&before);
            let long = Buffer { store: Store::Paragraphs(short.paragraphs().to_vec()), ..short.clone() };
            for mut buffer in [short, long] {
                prop_assert_eq!(buffer.slice(place(a)..place(b)), before.get(*a..*b).unwrap());
                buffer.replace(place(a)..place(b), &inserted);
                prop_assert_eq!(text(&buffer), expected.clone());
                prop_assert_eq!(buffer.length, expected.len());
            }
        }
    }
}
