//! Undo and redo of changes to the answers. Answers share what they have in common, so a step costs next to nothing.

use crate::answers::{Answers, Place};
use std::sync::Arc;

/// The most steps that are kept.
const DEPTH: usize = 10_000;

/// A state of the answers, and where the writer was.
#[derive(Debug, Clone)]
pub struct Step {
    /// The answers.
    pub answers: Arc<Answers>,
    /// What was being changed.
    pub at: Place,
    /// Where the change was typed into a widget that can take it back bit by bit: what it calls its text before and after.
    pub typed: Option<Span>,
}

/// What was typed between two states of a widget's text. No two widgets have the same name for a state, and what is typed
/// later has a higher one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The state before.
    pub begins: u64,
    /// The state after.
    pub ends: u64,
}

impl Step {
    /// Whether the step leads nowhere else: what was typed was undone before it was recorded.
    fn is_at(&self, present: &Answers) -> bool {
        self.typed.is_some() && *self.answers == *present
    }
}

/// What can be undone and redone.
#[derive(Debug, Clone, Default)]
pub struct History {
    past: Vec<Step>,
    future: Vec<Step>,
}

impl History {
    /// Records the state before a change. What could be redone no longer can, but undoing leads to it: nothing that was
    /// answered is out of reach because something else was answered after an undo.
    pub fn record(&mut self, before: Step) {
        if let Some(undone) = self.future.pop() {
            let mut state = before.answers.clone();
            let mut next = Some(undone);
            while let Some(step) = next {
                if step.is_at(&state) {
                    next = self.future.pop();
                    continue;
                }
                self.past.push(Step {
                    answers: state,
                    at: step.at,
                    typed: None,
                });
                state = step.answers;
                next = self.future.pop();
            }
            self.past.push(Step {
                answers: state,
                at: before.at.clone(),
                typed: None,
            });
        }
        self.past.push(before);
        let surplus = self.past.len().saturating_sub(DEPTH);
        self.past.drain(..surplus);
    }

    /// Records what was typed from `before` on. It is one step with what was typed there right before, as long as its
    /// widget can get to both ends of that by undoing and redoing; `reaches` says whether it gets to a state. Where it has
    /// led back to the beginning of a step, that step is undone, and the state before it is given.
    pub fn record_typed(&mut self, before: Step, reaches: impl Fn(u64) -> bool) -> Option<Arc<Answers>> {
        let Some(Span { ends: now, .. }) = before.typed else {
            self.record(before);
            return None;
        };
        let is_within = |step: &Step| {
            let whole = |span: Span| reaches(span.begins) && reaches(span.ends);
            step.at == before.at && step.typed.is_some_and(whole)
        };
        let is_last = self.future.is_empty();
        if let Some(Step {
            answers,
            typed: Some(span),
            ..
        }) = self.past.last_mut().filter(|step| is_within(step))
        {
            if span.begins == now {
                let state = answers.clone();
                turn(&mut self.past, &mut self.future, before.answers);
                return Some(state);
            }
            if is_last || now <= span.ends {
                span.ends = now.max(span.ends);
                return None;
            }
        } else if self.future.last().is_some_and(is_within) {
            turn(&mut self.future, &mut self.past, before.answers);
            return None;
        }
        self.record(before);
        None
    }

    /// What was typed at a place was undone in its widget before it was ever recorded: redoing comes back to it.
    pub fn leave_typed(&mut self, present: Step) {
        let is_known = self.future.last().is_some_and(|next| next.at == present.at);
        if !is_known {
            self.future.push(present);
        }
    }

    /// Whether there is anything to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// The last change, if it was typed.
    pub fn last_typed(&self) -> Option<(&Place, Span)> {
        let last = self.past.last()?;
        Some((&last.at, last.typed?))
    }

    /// The change that would be redone next, if it was typed.
    pub fn next_typed(&self) -> Option<(&Place, Span)> {
        let next = self.future.last()?;
        Some((&next.at, next.typed?))
    }

    /// The state before the last change; the present one can then be redone.
    pub fn undo(&mut self, present: Arc<Answers>) -> Option<Step> {
        self.swap(present, true)
    }

    /// The state before the last undo.
    pub fn redo(&mut self, present: Arc<Answers>) -> Option<Step> {
        self.swap(present, false)
    }

    /// Goes a step back, or forth, from a state that can then be had by the opposite. A step that changes nothing is passed.
    fn swap(&mut self, present: Arc<Answers>, is_undo: bool) -> Option<Step> {
        let (from, to) = match is_undo {
            true => (&mut self.past, &mut self.future),
            false => (&mut self.future, &mut self.past),
        };
        while from.last().is_some_and(|step| step.is_at(&present)) {
            from.pop();
        }
        let step = from.last()?.clone();
        turn(from, to, present);
        Some(step)
    }
}

/// Moves the last step of what can be undone to what can be redone, or back: it leads to the present state now.
fn turn(from: &mut Vec<Step>, to: &mut Vec<Step>, present: Arc<Answers>) {
    to.extend(from.pop().map(|step| Step {
        answers: present,
        ..step
    }));
}
