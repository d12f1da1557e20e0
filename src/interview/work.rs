//! Answers being worked on: every change gives a new outline and a new document.

use super::answered_about::is_answered_about;
use super::draft::{BeforeDraft, with_answer};
use super::history::{History, Made, Span, Step};
use crate::answers::{Answer, Answers, InstanceId, Place, Removed, Value};
use crate::document::{Document, assemble};
use crate::outline::{Outline, Progress, Veil, outline, with_least_instances};
use crate::questionnaire::Questionnaire;
use std::collections::HashMap;
use std::sync::Arc;

/// How deep repeated sections that must have instances can hold further ones: as deep as a questionnaire can nest.
const ROUNDS: usize = 16;

/// The answers of one session, evaluated and assembled.
#[derive(Debug, Clone)]
pub struct Work {
    outline: Outline,
    document: Document,
    history: History,
    /// What was before the writer began to type what is not committed yet.
    before_draft: Option<BeforeDraft>,
    /// For an instance that was removed, the blank one that was added because the section must have as many.
    pub(super) stand_ins: HashMap<Place, InstanceId>,
}

impl Work {
    /// Takes up answers. Repeated sections get as many instances as they must have.
    pub fn new(questionnaire: &Arc<Questionnaire>, answers: Arc<Answers>) -> Self {
        let outline = complete(outline(questionnaire, &answers));
        let document = assemble(&outline);
        Self {
            outline,
            document,
            history: History::default(),
            before_draft: None,
            stand_ins: HashMap::new(),
        }
    }

    /// Has answers to sensitive questions shown, or no longer.
    pub fn draw_veil(&mut self, veil: Veil) {
        self.outline = self.outline.clone().under(veil);
        self.document = assemble(&self.outline);
    }

    /// The outline of the present answers.
    pub fn outline(&self) -> &Outline {
        &self.outline
    }

    /// The text of the present answers.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The present answers.
    pub fn answers(&self) -> &Arc<Answers> {
        self.outline.answers()
    }

    /// Takes what is being typed, without an end to it: the answer is a draft until it is committed. Each draft starts
    /// from the answers before the first one, so that what the writer deletes on the way leaves no trace, and what is
    /// deleted in the end is kept among what was removed. `at` is in seconds since 1970.
    pub fn draft(&mut self, place: &Place, value: Value, at: i64) {
        self.settle_draft_elsewhere(place);
        let before = match &self.before_draft {
            Some(before) => before.clone(),
            None => BeforeDraft {
                step: Step {
                    answers: self.answers().clone(),
                    at: place.clone(),
                    made: Made::AtOnce,
                },
                progress: self.progress(place),
            },
        };
        let answers = with_answer(&before.step.answers, place, value, at, true);
        if answers != **self.answers() {
            self.before_draft = Some(before);
            self.replace(answers);
        }
    }

    /// Takes an answer. A blank one clears what was there, which is kept among what was removed. `at` is in seconds
    /// since 1970.
    pub fn commit(&mut self, place: &Place, value: Value, at: i64) {
        self.take(place, value, at, None, |_| false);
    }

    /// [`commit`](Self::commit) of what was typed into a widget that can take it back bit by bit; `reaches` says
    /// whether it gets to a state of its text.
    pub fn commit_typed(
        &mut self,
        place: &Place,
        value: Value,
        at: i64,
        typed: Span,
        reaches: impl Fn(u64) -> bool,
    ) {
        self.take(place, value, at, Some(typed), reaches);
    }

    fn take(
        &mut self,
        place: &Place,
        value: Value,
        at: i64,
        typed: Option<Span>,
        reaches: impl Fn(u64) -> bool,
    ) {
        self.settle_draft_elsewhere(place);
        let was_draft = self.before_draft.is_some();
        let before = self.before_change();
        let mut answers = with_answer(&before, place, value, at, false);
        let value_of = |answers: &Answers| answers.answer(place).map(|answer| answer.value.clone());
        if value_of(&before) != value_of(&answers) {
            let step = Step {
                answers: before,
                at: place.clone(),
                made: typed.map_or(Made::AtOnce, Made::Typed),
            };
            if let Some(state) = self.history.record_typed(step, reaches) {
                answers = Answers::clone(&state);
            }
        }
        if was_draft || answers != **self.answers() {
            self.replace(answers);
        }
    }

    /// Whether there is anything to undo.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Forgets what would be redone next, if it was [left](Self::leave_typed) somewhere. Says whether it was that.
    pub fn forget_left(&mut self) -> bool {
        self.history.forget_left()
    }

    /// Whether there is anything to redo.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// Where the last change was typed; `None` if it was not typed.
    pub fn last_typed(&self) -> Option<(&Place, Span)> {
        self.history.last_typed()
    }

    /// Where what would be redone next was typed.
    pub fn next_typed(&self) -> Option<(&Place, Span)> {
        self.history.next_typed()
    }

    /// What was typed at a place is undone in its widget, and was never committed: redoing comes back to it there.
    pub fn leave_typed(&mut self, place: &Place, typed: Span) {
        self.history.leave_typed(Step {
            answers: self.answers().clone(),
            at: place.clone(),
            made: Made::Left(typed),
        });
    }

    /// Keeps what was typed without an end among what was removed. What is answered there is again what it was before. `at`
    /// is in seconds since 1970.
    pub fn set_aside(&mut self, place: &Place, value: Value, at: i64) {
        self.settle_draft_elsewhere(place);
        let mut answers = Answers::clone(&self.before_change());
        answers.push_removed(Removed::answer(place.clone(), Answer::draft(value), at));
        self.replace(answers);
    }

    fn progress(&self, place: &Place) -> Progress {
        let item = self.outline.find(place).and_then(|id| self.outline.get(id));
        item.map(|item| item.progress).unwrap_or_default()
    }

    /// Takes other texts for several answers, as one step; `at` is where the writer is, `now` in seconds since 1970. An
    /// answer that becomes blank is kept among what was removed.
    pub fn rewrite(&mut self, at: &Place, values: Vec<(Place, Value)>, now: i64) -> bool {
        self.change(at, |answers| {
            let is_any = !values.is_empty();
            for (place, value) in values {
                if value.is_blank() {
                    answers.clear(&place, now);
                } else {
                    answers.put(&place, Answer::typed(value));
                }
            }
            is_any
        })
    }

    /// Brings back what was removed, by its position among [`Answers::removed`]. `at` is in seconds since 1970.
    pub fn restore(&mut self, removed: usize, at: i64) -> Option<Place> {
        let mut place = None;
        let from = self.answers().removed().nth(removed)?.what.place();
        let stand_in = self.stand_ins.get(&from).cloned();
        let stand_in = stand_in.filter(|id| !is_answered_about(&self.outline, &from.without_instance(), id));
        self.change(&from, |answers| {
            place = answers.restore(removed, at);
            if let Some(stand_in) = stand_in {
                answers.drop_blank_instance(&from.without_instance(), &stand_in);
            }
            place.is_some()
        });
        place
    }

    /// Lets go of a text that was never finished, by its position among [`Answers::removed`]; undoing brings it back.
    /// False where the record is of something else.
    pub fn discard_unfinished(&mut self, removed: usize) -> bool {
        let record = self.answers().removed().nth(removed);
        let Some(place) = record.map(|record| record.what.place()) else {
            return false;
        };
        self.change(&place, |answers| answers.discard_unfinished(removed))
    }

    /// Makes an answer what it was once; none where it was none. What stands there is kept among what was removed. `at`
    /// is in seconds since 1970.
    pub fn put_back(&mut self, place: &Place, value: Option<Value>, at: i64) -> bool {
        self.change(place, |answers| {
            let is_cleared = answers.clear(place, at);
            match value {
                Some(value) => answers.put(place, Answer::typed(value)).is_none(),
                None => is_cleared,
            }
        })
    }

    /// Moves an orphaned answer to a question that takes it. What stands there is kept among what was removed. `at` is in
    /// seconds since 1970.
    pub fn move_orphan(&mut self, orphan: &Place, to: &Place, at: i64) -> bool {
        let Some(moved) = crate::revision::move_orphan(&self.outline, orphan, to, at) else {
            return false;
        };
        self.change(to, |answers| {
            *answers = moved;
            true
        })
    }

    /// Takes back the last change and gives its place.
    pub fn undo(&mut self) -> Option<Place> {
        self.settle_draft();
        let step = self.history.undo(self.answers().clone())?;
        self.take_up(step)
    }

    /// Makes the last change that was taken back once more, and gives its place.
    pub fn redo(&mut self) -> Option<Place> {
        self.settle_draft();
        let step = self.history.redo(self.answers().clone())?;
        self.take_up(step)
    }

    /// Makes a change of one piece, with its step in the history. `change` says whether it changed anything.
    pub(super) fn change(&mut self, at: &Place, change: impl FnOnce(&mut Answers) -> bool) -> bool {
        let mut answers = Answers::clone(self.answers());
        if !change(&mut answers) {
            return false;
        }
        let before = self.before_change();
        self.history.record(Step {
            answers: before,
            at: at.clone(),
            made: Made::AtOnce,
        });
        self.replace(answers);
        true
    }

    /// The answers before the change that is about to be made: what is being typed is part of it.
    fn before_change(&mut self) -> Arc<Answers> {
        let before = self.before_draft.take().map(|before| before.step.answers);
        before.unwrap_or_else(|| self.answers().clone())
    }

    /// Makes what is being typed a change of its own, if it is typed at another place.
    fn settle_draft_elsewhere(&mut self, place: &Place) {
        let typed_at = self.before_draft.as_ref().map(|before| &before.step.at);
        if typed_at.is_some_and(|at| at != place) {
            self.settle_draft();
            self.replace(Answers::clone(self.answers()));
        }
    }

    /// Makes what is being typed a change of its own.
    fn settle_draft(&mut self) {
        if let Some(before) = self.before_draft.take() {
            self.history.record(before.step);
        }
    }

    fn take_up(&mut self, step: Step) -> Option<Place> {
        self.replace(Answers::clone(&step.answers));
        Some(step.at)
    }

    fn replace(&mut self, answers: Answers) {
        let questionnaire = self.outline.questionnaire().clone();
        let veil = self.outline.veil().clone();
        let evaluated = complete(outline(&questionnaire, &Arc::new(answers))).under(veil);
        self.outline = match &self.before_draft {
            Some(before) => evaluated.counting(&before.step.at, before.progress),
            None => evaluated,
        };
        self.document = assemble(&self.outline);
    }
}

/// Gives live repeated sections the instances that they must have.
fn complete(mut evaluated: Outline) -> Outline {
    for _ in 0..ROUNDS {
        let Some(answers) = with_least_instances(&evaluated) else {
            break;
        };
        evaluated = outline(evaluated.questionnaire(), &Arc::new(answers));
    }
    evaluated
}
