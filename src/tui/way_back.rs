//! The way back through what was typed, from question to question.
//!
//! Each question keeps its editor for as long as the session is in hand, with its caret and its own steps. What was typed
//! up to a commit is one step of the [work](crate::interview::Work); going back through such a step goes through the
//! editor's, and so does making it again.

use super::editor::Editor;
use super::field::Field;
use super::interview::Interview;
use crate::answers::Place;
use crate::interview::history::Span;
use std::collections::HashMap;

/// The editors of the questions that were visited.
#[derive(Debug, Default)]
pub(super) struct Editors {
    kept: HashMap<Place, Editor>,
    /// The question whose editor is in use, and what that called its text when it was taken up or committed last.
    in_use: Option<(Place, u64)>,
    /// How many editors there were.
    count: u32,
}

impl Editors {
    /// Puts the editor of a widget that is no longer used away.
    pub(super) fn put_away(&mut self, field: Field) {
        let (Some((place, _)), Field::Text(field)) = (self.in_use.take(), field) else {
            return;
        };
        let mut editor = field.editor;
        // Nothing stays selected that would be typed over, and what is typed next is a step of its own.
        editor.place_caret(editor.caret(), false);
        let is_better = self.kept.get(&place).is_some_and(Editor::has_history);
        if editor.has_history() || !is_better {
            self.kept.insert(place, editor);
        }
    }

    /// Gives a widget the editor that its question had, if that still holds the answer.
    pub(super) fn take_up(&mut self, place: &Place, field: &mut Field) {
        let Field::Text(field) = field else { return };
        // Blank lines are no answer.
        let text = |editor: &Editor| Some(editor.text()).filter(|text| !text.trim().is_empty());
        let is_same = |kept: &Editor| text(kept) == text(&field.editor);
        if self.kept.get(place).is_some_and(is_same)
            && let Some(kept) = self.kept.remove(place)
        {
            field.editor = kept;
        } else {
            self.count = self.count.wrapping_add(1);
            field.editor.name_states_from(u64::from(self.count) << 32);
        }
        self.in_use = Some((place.clone(), field.editor.state()));
    }

    /// What is typed next begins here.
    pub(super) fn begin(&mut self, state: u64) {
        if let Some((_, began)) = &mut self.in_use {
            *began = state;
        }
    }

    /// Where what is being typed began.
    pub(super) fn began(&self) -> Option<u64> {
        self.in_use.as_ref().map(|(_, began)| *began)
    }
}

impl Interview {
    /// Where going back leaves this question: what its editor called the text where the last step of the work begins that
    /// was typed here and can be taken back bit by bit, or where the visit began.
    fn floor(&self, editor: &Editor) -> Option<u64> {
        match self.work.last_typed() {
            Some((place, span)) if *place == self.at && editor.reaches(span.begins) => Some(span.begins),
            _ => self.editors.began(),
        }
    }

    /// Whether nothing that was typed at this question is next to be undone.
    pub fn is_undone_here(&self) -> bool {
        match &self.field {
            Field::Text(field) => self.floor(&field.editor) == Some(field.editor.state()),
            _ => false,
        }
    }

    /// Whether nothing that was typed at this question is next to be made again.
    pub fn is_redone_here(&self) -> bool {
        let Field::Text(field) = &self.field else {
            return false;
        };
        let editor = &field.editor;
        let ends = |typed: Option<(&Place, Span)>| {
            let here = typed.filter(|(place, span)| **place == self.at && editor.reaches(span.ends));
            here.map(|(_, span)| span.ends)
        };
        let ends = [
            ends(self.work.last_typed()),
            ends(self.work.next_typed()),
            self.editors.began(),
        ];
        let ceiling = ends.into_iter().flatten().max().unwrap_or_default();
        self.work.can_redo() && editor.state() >= ceiling
    }

    /// Takes the last change back, wherever it was made, and goes there. What the widget holds must have been committed.
    /// `now` is in seconds since 1970.
    pub fn undo(&mut self, now: i64) -> Option<Place> {
        if let Field::Text(field) = &self.field
            && self.is_undone_here()
            && self.work.can_undo()
        {
            let (begins, ends) = (field.editor.state(), field.editor.newest_state());
            if begins != ends {
                self.work.leave_typed(&self.at, Span { begins, ends });
            }
        }
        let typed = self.work.last_typed().map(|(place, span)| (place.clone(), span));
        if let Some((place, span)) = typed {
            let undo = |editor: &mut Editor| {
                editor.reaches(span.begins) && editor.state() > span.begins && editor.undo()
            };
            if self.change_typed(&place, undo, now) {
                return Some(place);
            }
        }
        let place = self.work.undo()?;
        Some(self.come_to(place))
    }

    /// Makes the last change that was taken back once more, and goes there. What the widget holds must have been
    /// committed. `now` is in seconds since 1970.
    pub fn redo(&mut self, now: i64) -> Option<Place> {
        while let Some((place, span)) = self.work.next_typed() {
            let place = place.clone();
            let redo = |editor: &mut Editor| {
                editor.reaches(span.ends) && editor.state() < span.ends && editor.redo()
            };
            if self.change_typed(&place, redo, now) {
                return Some(place);
            }
            if !self.work.forget_left() {
                break;
            }
        }
        let place = self.work.redo()?;
        Some(self.come_to(place))
    }

    /// Goes to a question and changes what is typed there. Says whether that did anything.
    fn change_typed(&mut self, place: &Place, change: impl FnOnce(&mut Editor) -> bool, now: i64) -> bool {
        if self.at != *place {
            self.visit(place);
        }
        let editor = match &mut self.field {
            Field::Text(field) if self.at == *place => &mut field.editor,
            _ => return false,
        };
        let is_changed = change(editor);
        if is_changed {
            self.changed(now);
        }
        is_changed
    }

    fn come_to(&mut self, place: Place) -> Place {
        self.refresh();
        self.visit(&place);
        place
    }
}
