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
                let at = step.at;
                self.past.push(Step { answers: state, at });
                state = step.answers;
                next = self.future.pop();
            }
            let at = before.at.clone();
            self.past.push(Step { answers: state, at });
        }
        self.past.push(before);
        let surplus = self.past.len().saturating_sub(DEPTH);
        self.past.drain(..surplus);
    }

    /// The state before the last change; the present one can then be redone.
    pub fn undo(&mut self, present: Arc<Answers>) -> Option<Step> {
        let step = self.past.pop()?;
        self.future.push(Step {
            answers: present,
            at: step.at.clone(),
        });
        Some(step)
    }

    /// The state before the last undo.
    pub fn redo(&mut self, present: Arc<Answers>) -> Option<Step> {
        let step = self.future.pop()?;
        self.past.push(Step {
            answers: present,
            at: step.at.clone(),
        });
        Some(step)
    }
}
