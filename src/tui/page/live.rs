//! The answer that is being typed, in its place on the page.

use super::Page;
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
                let Some(start) = block.replace_live(nth, text) else {
                    return false;
                };
                if paragraph == caret.paragraph {
                    self.target = Some((index, start + caret.byte));
                }
            }
        }
        true
    }
}
