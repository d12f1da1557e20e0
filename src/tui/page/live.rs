//! The answer that is being typed, in its place on the page.

use super::block::PageBlock;
use super::{Manner, Page};
use crate::tui::editor::Editor;

impl Page {
    /// Shows an answer as it now stands in its editor, and keeps its caret in view. False where that takes a new
    /// document: a paragraph has come or gone, or a template stands between the answer and the page.
    pub fn type_on(&mut self, editor: &Editor) -> bool {
        let caret = editor.caret();
        let typed: Vec<usize> = (0..editor.paragraphs().len())
            .filter(|index| {
                editor
                    .paragraphs()
                    .get(*index)
                    .is_some_and(|paragraph| !paragraph.trim().is_empty())
            })
            .collect();
        let shown: usize = self.blocks.iter().map(|block| block.live_parts()).sum();
        if typed.len() != shown || shown == 0 {
            return false;
        }
        let mut paragraphs = typed.into_iter();
        for (index, block) in self.blocks.iter_mut().enumerate() {
            for nth in 0..block.live_parts() {
                let Some(paragraph) = paragraphs.next() else {
                    return false;
                };
                let text = editor
                    .paragraphs()
                    .get(paragraph)
                    .map(String::as_str)
                    .unwrap_or_default();
                let printed = text.trim();
                let Some(start) = block.replace_live(nth, printed) else {
                    return false;
                };
                if paragraph == caret.paragraph {
                    let before = text.len() - text.trim_start().len();
                    let byte = caret.byte.saturating_sub(before).min(printed.len());
                    self.target = Some((index, start + byte));
                    self.manner = Manner::MakesRoom;
                }
            }
        }
        true
    }
    /// Keeps in view what stands nearest to the caret, where a template or a heading prints the answer: as much of what
    /// the present question yields is above it as of the answer is before the caret.
    pub fn follow(&mut self, editor: &Editor) {
        let is_present = |block: &PageBlock| block.first_present().is_some();
        let Some(first) = self.blocks.iter().position(is_present) else {
            return;
        };
        // Where it is named elsewhere as well, the first place counts, as for turning to it.
        let run = self.blocks.iter().enumerate().skip(first);
        let run = run.take_while(|(_, block)| is_present(block));
        let yielded: usize = run.clone().map(|(_, block)| block.present_bytes()).sum();
        let (before, answer) = bytes_before_caret(editor);
        let mut above = share(yielded, before, answer);
        for (index, block) in run {
            let bytes = block.present_bytes();
            if above <= bytes
                && let Some(byte) = block.byte_of_present(above)
            {
                self.target = Some((index, byte));
                self.manner = Manner::MakesRoom;
                return;
            }
            above = above.saturating_sub(bytes);
        }
    }
}

/// The bytes of an answer that stand before its caret, and all of them.
fn bytes_before_caret(editor: &Editor) -> (usize, usize) {
    let caret = editor.caret();
    let lengths = || editor.paragraphs().iter().map(String::len);
    let before: usize = lengths().take(caret.paragraph).sum();
    (before + caret.byte, lengths().sum())
}

/// As much of `whole` as `part` is of `of`.
fn share(whole: usize, part: usize, of: usize) -> usize {
    let share = (whole as u128) * (part as u128) / (of.max(1) as u128);
    usize::try_from(share).unwrap_or(whole)
}
