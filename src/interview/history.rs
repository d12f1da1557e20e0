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
    /// Records the state before a change. What could be redone no longer can.
    pub fn record(&mut self, before: Step) {
        self.future.clear();
        if self.past.len() >= DEPTH {
            self.past.remove(0);
        }
        self.past.push(before);
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
