#![allow(
    clippy::string_slice,
    reason = "a slice off a boundary fails the test, as it should"
)]

mod editing;
mod lines;
mod motion;
mod properties;
mod search;
mod view;

use super::*;

/// An editor with the caret at `|`, and the other end of the selection at `^`.
fn editor(marked: &str) -> Editor {
    let mut editor = Editor::new(&marked.replace(['|', '^'], ""));
    let place = |mark, other: char| {
        let before = marked.split_once(mark)?.0;
        Some(Position::default().after(&before.replace(other, "")))
    };
    editor.place_caret(place('|', '^').expect("a caret"), false);
    editor.anchor = place('^', '|');
    editor
}

/// The inverse of [`editor`].
fn marked(editor: &Editor) -> String {
    let mut marks = vec![(editor.caret.position, '|')];
    if let (Some(_), Some(anchor)) = (editor.selection(), editor.anchor) {
        marks.push((anchor, '^'));
    }
    marks.sort_unstable();
    let mut text = editor.paragraphs().to_vec();
    for (position, mark) in marks.into_iter().rev() {
        text[position.paragraph].insert(position.byte, mark);
    }
    text.join("\n")
}

fn size(width: usize, height: usize) -> Size {
    Size {
        width,
        height,
        ambiguous: AmbiguousWidth::One,
    }
}
