//! Finding and replacing.
//!
//! A pattern is found letter for letter – ASCII letters whether large or small – within paragraphs, and only where it
//! begins and ends between clusters: `e` is not found in `é`, however that is encoded.

use std::ops::Range;

use super::history::Run;
use super::{Editor, Position, Refusal, clusters};

impl Editor {
    /// The first place at or after `from` where the pattern stands; with `wrap`, the search goes on from the
    /// start of the text.
    pub fn find(&self, pattern: &str, from: Position, wrap: bool) -> Option<Range<Position>> {
        let from = self.buffer.clamp(from);
        let paragraphs = self.buffer.paragraphs();
        let found = paragraphs
            .iter()
            .enumerate()
            .skip(from.paragraph)
            .find_map(|(paragraph, text)| {
                let start = if paragraph == from.paragraph { from.byte } else { 0 };
                let byte = occurrences(text, pattern)
                    .into_iter()
                    .find(|byte| *byte >= start)?;
                Some(Position { paragraph, byte })
            });
        let found = found.map(|start| start..start.after(pattern));
        let start = Position::default();
        match found {
            None if wrap && from > start => self.find(pattern, start, false),
            found => found,
        }
    }

    /// Selects the next place where the pattern stands, behind the selection or the caret, from the start
    /// again at the end. Tells whether there is one.
    pub fn find_next(&mut self, pattern: &str) -> bool {
        let from = self.selection().map_or(self.caret.position, |range| range.end);
        let found = self.find(pattern, from, true);
        self.select(found)
    }

    /// Selects the last place before the selection or the caret where the pattern stands, from the end again
    /// at the start. Tells whether there is one.
    pub fn find_previous(&mut self, pattern: &str) -> bool {
        let before = self.selection().map_or(self.caret.position, |range| range.start);
        let paragraphs = self.buffer.paragraphs();
        let last = |is_wanted: &dyn Fn(Position) -> bool| {
            paragraphs.iter().enumerate().rev().find_map(|(paragraph, text)| {
                let found = occurrences(text, pattern).into_iter();
                let positions = found.map(|byte| Position { paragraph, byte });
                positions.filter(|position| is_wanted(*position)).last()
            })
        };
        let found = last(&|position| position.after(pattern) <= before).or_else(|| last(&|_| true));
        let found = found.map(|start| start..start.after(pattern));
        self.select(found)
    }

    /// Puts `text` in the place of the selection if that is the pattern, and selects the next place. Tells
    /// whether something was replaced.
    pub fn replace(&mut self, pattern: &str, text: &str) -> Result<bool, Refusal> {
        let is_pattern = self
            .selected_text()
            .is_some_and(|selected| selected.eq_ignore_ascii_case(pattern));
        if let (true, Some(range)) = (is_pattern, self.selection()) {
            self.replace_range(range, &self.replacement(text), Run::None)?;
        }
        self.find_next(pattern);
        Ok(is_pattern)
    }

    /// Puts `text` in the place of the pattern everywhere, as one step. Gives the number of places.
    pub fn replace_all(&mut self, pattern: &str, text: &str) -> Result<usize, Refusal> {
        let text = self.replacement(text);
        let mut count = 0;
        let mut first = None;
        let mut last = Position::default();
        // From the first place on: what stands up to the last place as it will be.
        let mut replaced = String::new();
        for (paragraph, original) in self.buffer.paragraphs().iter().enumerate() {
            for byte in occurrences(original, pattern) {
                let start = Position { paragraph, byte };
                match first {
                    None => first = Some(start),
                    Some(_) => replaced.push_str(&self.buffer.slice(last..start)),
                }
                replaced.push_str(&text);
                last = start.after(pattern);
                count += 1;
            }
        }
        if let Some(first) = first {
            self.replace_range(first..last, &replaced, Run::None)?;
        }
        Ok(count)
    }

    fn replacement(&self, text: &str) -> String {
        if self.single_line {
            super::edit::on_one_line(text)
        } else {
            crate::text::clean_paste(text)
        }
    }

    fn select(&mut self, range: Option<Range<Position>>) -> bool {
        let Some(range) = range else { return false };
        self.select_range(range);
        true
    }

    /// Selects a range, the caret at its end.
    pub fn select_range(&mut self, range: Range<Position>) {
        self.place_caret(range.start, false);
        self.place_caret(range.end, true);
    }

    /// Which occurrence of the pattern is selected, from 1, and how many there are.
    pub fn occurrence(&self, pattern: &str) -> (Option<usize>, usize) {
        let selected = self.selection().map(|range| range.start);
        let mut count = 0;
        let mut which = None;
        for (paragraph, text) in self.buffer.paragraphs().iter().enumerate() {
            for byte in occurrences(text, pattern) {
                count += 1;
                if selected == Some(Position { paragraph, byte }) {
                    which = Some(count);
                }
            }
        }
        (which, count)
    }
}

/// Where a pattern stands in a text, without overlaps: the byte where each occurrence begins. All are as long as the
/// pattern.
pub fn occurrences(text: &str, pattern: &str) -> Vec<usize> {
    if pattern.is_empty() {
        return Vec::new();
    }
    // This changes neither the length nor the boundaries of anything.
    let (folded, wanted) = (text.to_ascii_lowercase(), pattern.to_ascii_lowercase());
    let found = folded.match_indices(&wanted).map(|(byte, _)| byte);
    found
        .filter(|byte| {
            clusters::is_boundary(text, *byte) && clusters::is_boundary(text, byte + pattern.len())
        })
        .collect()
}
