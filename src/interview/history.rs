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
    /// How it was changed.
    pub made: Made,
}

/// How a change was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// In one go.
    AtOnce,
    /// Typed into a widget that can take it back bit by bit.
    Typed(Span),
    /// Typed and undone in its widget, and never part of the answers: there is only the widget to come back to.
    Left(Span),
}

impl Made {
    /// What was typed.
    pub fn span(self) -> Option<Span> {
        match self {
            Self::AtOnce => None,
            Self::Typed(span) | Self::Left(span) => Some(span),
        }
    }
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
                if !matches!(step.made, Made::Left(_)) {
                    self.past.push(Step {
                        answers: state,
                        at: step.at,
                        made: Made::AtOnce,
                    });
                    state = step.answers;
                }
                next = self.future.pop();
            }
            self.past.push(Step {
                answers: state,
                at: before.at.clone(),
                made: Made::AtOnce,
            });
        }
        self.past.push(before);
        let surplus = self.past.len().saturating_sub(DEPTH);
        self.past.drain(..surplus);
    }

    /// Records what was typed from `before` on. Where undoing in the widget has led into the last step or to its beginning,
    /// or redoing into the next one or to its end, no step is added, but those are turned or parted: `reaches` says whether
    /// the widget gets to a state. At the beginning of a step the state before it is given.
    pub fn record_typed(&mut self, before: Step, reaches: impl Fn(u64) -> bool) -> Option<Arc<Answers>> {
        let Made::Typed(Span { ends: now, .. }) = before.made else {
            self.record(before);
            return None;
        };
        let span_here = |step: Option<&Step>| {
            let here = step.filter(|step| step.at == before.at)?;
            let span = here.made.span()?;
            (reaches(span.begins) && reaches(span.ends)).then_some(span)
        };
        let (last, next) = (span_here(self.past.last()), span_here(self.future.last()));
        if let Some(last) = last.filter(|last| last.begins <= now && now < last.ends) {
            if last.begins == now {
                return self.undo(before.answers).map(|step| step.answers);
            }
            let rest = Made::Typed(Span { begins: now, ..last });
            self.future.push(Step { made: rest, ..before });
            self.remake_last(Span { ends: now, ..last });
        } else if let Some(next) = next.filter(|next| next.begins < now && now <= next.ends) {
            if now < next.ends
                && let Some(step) = self.future.last_mut()
            {
                let rest = Span { begins: now, ..next };
                step.made = match step.made {
                    Made::Left(_) => Made::Left(rest),
                    Made::AtOnce | Made::Typed(_) => Made::Typed(rest),
                };
                self.past.push(before);
            } else {
                turn(&mut self.future, &mut self.past, before.answers);
            }
            self.remake_last(Span { ends: now, ..next });
        } else {
            self.record(before);
        }
        None
    }

    fn remake_last(&mut self, span: Span) {
        if let Some(last) = self.past.last_mut() {
            last.made = Made::Typed(span);
        }
    }

    /// What was typed at a place was undone in its widget before it was ever recorded: redoing comes back to it.
    pub fn leave_typed(&mut self, present: Step) {
        let is_known = self.future.last().is_some_and(|next| next.at == present.at);
        if !is_known {
            self.future.push(present);
        }
    }

    /// Forgets what would be redone next, if its widget is all that there is to come back to. Says whether it was that.
    pub fn forget_left(&mut self) -> bool {
        let is_left = |step: &mut Step| matches!(step.made, Made::Left(_));
        self.future.pop_if(is_left).is_some()
    }

    /// Whether there is anything to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is anything to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The last change, if it was typed.
    pub fn last_typed(&self) -> Option<(&Place, Span)> {
        let last = self.past.last()?;
        Some((&last.at, last.made.span()?))
    }

    /// The change that would be redone next, if it was typed.
    pub fn next_typed(&self) -> Option<(&Place, Span)> {
        let next = self.future.last()?;
        Some((&next.at, next.made.span()?))
    }

    /// The state before the last change; the present one can then be redone.
    pub fn undo(&mut self, present: Arc<Answers>) -> Option<Step> {
        let step = self.past.last()?.clone();
        turn(&mut self.past, &mut self.future, present);
        Some(step)
    }

    /// The state before the last undo.
    pub fn redo(&mut self, present: Arc<Answers>) -> Option<Step> {
        while self.forget_left() {}
        let step = self.future.last()?.clone();
        turn(&mut self.future, &mut self.past, present);
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
