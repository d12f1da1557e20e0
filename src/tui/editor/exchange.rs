//! Taking up a text that was changed elsewhere.

use super::history::Run;
use super::{Editor, Position, Refusal};
use crate::text::clean;

impl Editor {
    /// Makes the text another one, as one step that touches only what differs: what stands before and behind it stays as
    /// it was to the byte, characters included that could not be typed. Tells whether anything differs. On a single
    /// line, line ends become spaces.
    pub fn become_text(&mut self, text: &str) -> Result<bool, Refusal> {
        let old = self.text();
        let new = if self.single_line {
            super::edit::on_one_line(text)
        } else {
            text.replace("\r\n", "\n").replace('\r', "\n")
        };
        if old == new {
            return Ok(false);
        }
        let same = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
            pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
        };
        let prefix = same(&mut old.chars().zip(new.chars()));
        let rest = |text: &str| text.get(prefix..).unwrap_or_default().to_owned();
        let (old_rest, new_rest) = (rest(&old), rest(&new));
        let suffix = same(&mut old_rest.chars().rev().zip(new_rest.chars().rev()));
        let middle = |text: &str| {
            let end = text.len().saturating_sub(suffix);
            text.get(..end).unwrap_or_default().to_owned()
        };
        let start = Position::default().after(old.get(..prefix).unwrap_or_default());
        let end = start.after(&middle(&old_rest));
        self.replace_range(start..end, &clean(&middle(&new_rest)), Run::None)?;
        Ok(self.text() != old)
    }
}
