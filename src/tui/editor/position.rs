//! Places in a text.

/// A place between two characters: a paragraph, and a byte in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Position {
    /// The index of the paragraph.
    pub paragraph: usize,
    /// The offset in the paragraph, on the boundary of a character.
    pub byte: usize,
}

impl Position {
    /// The place at the end of `text` if it stood here.
    pub fn after(self, text: &str) -> Self {
        match text.rsplit_once('\n') {
            None => Self {
                byte: self.byte + text.len(),
                ..self
            },
            Some((_, last)) => Self {
                paragraph: self.paragraph + text.matches('\n').count(),
                byte: last.len(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_moves_what_stands_behind_it() {
        let at = |paragraph, byte| Position { paragraph, byte };
        let table = [
            (at(2, 3), "", at(2, 3)),
            (at(2, 3), "中文", at(2, 9)),
            (at(2, 3), "中\n文", at(3, 3)),
            (at(2, 3), "\n\n", at(4, 0)),
        ];
        for (from, text, to) in table {
            assert_eq!(from.after(text), to, "{text:?}");
        }
    }
}
