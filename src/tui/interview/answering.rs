//! The answer at the present stop: what its widget is filled with, and how what it holds becomes a draft and an answer.

use super::{Interview, Saving};
use crate::answers::{Place, Value};
use crate::interview::history::Span;
use crate::outline::{Outline, Standing};
use crate::questionnaire::Kind;
use crate::tui::field::Field;

/// Up to this length a document is made anew at each key; a longer one at a pause. Some 0.3 ms in a release build.
const SMALL_DOCUMENT: usize = 10_000;
/// Likewise, by the number of items in the outline.
const SMALL_OUTLINE: usize = 500;

impl Interview {
    /// Takes what is typed as a draft: shown, saved, but not an answer yet. `now` is in seconds since 1970.
    pub fn draft(&mut self, now: i64) {
        if !std::mem::take(&mut self.dirty) || self.is_read_only() {
            return;
        }
        if let Some(kind) = self.question().map(|question| question.kind.clone()) {
            let value = self.value(&kind);
            let at = self.at.clone();
            self.work.draft(&at, value, now);
            self.renew_while_typing();
        }
    }

    /// Takes what the widget holds as the answer. `now` is in seconds since 1970.
    pub fn commit(&mut self, now: i64) {
        let Some(kind) = self.question().map(|question| question.kind.clone()) else {
            return;
        };
        let Some((_, item)) = self.stop() else { return };
        // A default that was only looked at stays a default.
        let is_default = self.outline().answers().answer(&self.at).is_none() && item.default.is_some();
        let value = self.value(&kind);
        if self.is_read_only() || (is_default && item.default.as_ref() == Some(&value)) {
            return;
        }
        self.dirty = false;
        // What was carried over and is only gone past stays to be looked at.
        if self.is_untouched() && self.given() == Some(&value) {
            return;
        }
        let at = self.at.clone();
        match (&mut self.field, self.editors.began()) {
            (Field::Text(field), Some(begins)) => {
                // What is typed next is a step of its own.
                field.editor.break_undo_run();
                let ends = field.editor.state();
                self.editors.begin(ends);
                let reaches = |state| field.editor.reaches(state);
                self.work
                    .commit_typed(&at, value, now, Span { begins, ends }, reaches);
            }
            _ => self.work.commit(&at, value, now),
        }
        self.refresh();
    }

    fn given(&self) -> Option<&Value> {
        self.outline()
            .answers()
            .answer(&self.at)
            .map(|answer| &answer.value)
    }

    /// Whether the present answer was carried over, and neither kept nor changed since.
    pub fn is_untouched(&self) -> bool {
        self.stop()
            .is_some_and(|(_, item)| item.standing == Standing::Untouched)
    }

    /// Keeps the present answer, which was carried over, as it stands in the widget. `now` is in seconds since 1970.
    pub fn keep(&mut self, now: i64) {
        if let Some(kind) = self.question().map(|question| question.kind.clone()) {
            let value = self.value(&kind);
            let at = self.at.clone();
            self.dirty = false;
            self.work.commit(&at, value, now);
            self.refresh();
        }
    }

    /// The answer as it stands in the widget. One that the writer has not changed is as it was given.
    fn value(&self, kind: &Kind) -> Value {
        let value = self.field.value(kind);
        match &self.filled {
            Some((shown, given)) if *shown == value => given.clone(),
            _ => value,
        }
    }

    /// How many answers have been parked by what was answered since this was asked last, or since the widget was filled.
    pub fn newly_parked(&mut self) -> usize {
        let parked = parked_answers(self.outline());
        let before = std::mem::replace(&mut self.parked, parked);
        self.parked.iter().filter(|place| !before.contains(place)).count()
    }

    /// Makes the widget show what is in the answers.
    pub fn load_field(&mut self) {
        self.dirty = false;
        self.parked = parked_answers(self.outline());
        self.editors
            .put_away(std::mem::replace(&mut self.field, Field::Nothing));
        if let Some(id) = self.outline().find(&self.at) {
            self.field = Field::of(self.outline(), id);
            self.editors.take_up(&self.at, &mut self.field);
        }
        let given = self
            .work
            .answers()
            .answer(&self.at)
            .map(|answer| answer.value.clone());
        self.filled = self
            .question()
            .zip(given)
            .map(|(question, given)| (self.field.value(&question.kind), given));
    }

    /// The widget holds something new. The page shows it at once where that costs little: an answer that prints as it
    /// is typed is put in its place; else the document is made anew unless it is long, when it waits for a pause.
    pub fn changed(&mut self, now: i64) {
        self.dirty = true;
        // That saving fails stays to be seen until it works again.
        if !matches!(self.saving, Saving::Failed(_)) {
            self.saving = Saving::Unsaved;
        }
        let is_shown = self.type_on_page();
        let is_small = self.length <= SMALL_DOCUMENT && self.outline().items().len() <= SMALL_OUTLINE;
        if !is_shown && is_small {
            self.draft(now);
            // It is shown, but not saved.
            self.dirty = true;
        }
    }
}

/// The questions that are parked with an answer.
fn parked_answers(outline: &Outline) -> Vec<Place> {
    let mut parked = outline.parked();
    let is_given = |place: &Place| {
        let answer = outline.answers().answer(place);
        answer.is_some_and(|answer| !answer.value.is_blank())
    };
    parked.retain(is_given);
    parked
}
