//! Moving whole paragraphs.

use super::history::Run;
use super::{Editor, Position, Refusal};

impl Editor {
    /// Moves the caret's paragraph past so many others, down where positive, as one step. Tells whether there was
    /// anything to move past.
    pub fn move_paragraph(&mut self, by: isize) -> Result<bool, Refusal> {
        let caret = self.caret.position;
        let from = caret.paragraph;
        let to = from
            .saturating_add_signed(by)
            .min(self.paragraphs().len().saturating_sub(1));
        if to == from {
            return Ok(false);
        }
        let (first, last) = (from.min(to), from.max(to));
        let mut moved = self.paragraphs().get(first..=last).unwrap_or_default().to_vec();
        if to > from {
            moved.rotate_left(1);
        } else {
            moved.rotate_right(1);
        }
        let start = Position {
            paragraph: first,
            byte: 0,
        };
        let end = Position {
            paragraph: last,
            byte: self.buffer.paragraph(last).len(),
        };
        self.replace_range(start..end, &moved.join("\n"), Run::None)?;
        self.place_caret(
            Position {
                paragraph: to,
                ..caret
            },
            false,
        );
        Ok(true)
    }
}
