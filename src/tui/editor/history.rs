//! Undo and redo.
//!
//! A step is one replacement of a range. Typing grows the last step until a mark is typed, the caret is moved
//! or somebody [breaks the run](History::break_run); so do deletions of single clusters in one direction.

use std::collections::VecDeque;

use super::Position;

/// How many steps can be undone. The oldest are forgotten.
pub(super) const STEPS: usize = 10_000;

/// A replacement of one text by another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) at: Position,
    pub(super) removed: String,
    pub(super) inserted: String,
}

/// What a change was part of, so that the next one of its kind can join it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Run {
    /// Text typed at the caret.
    Typing,
    /// Clusters deleted before the caret.
    DeletingBack,
    /// Clusters deleted behind the caret.
    DeletingForward,
    /// A step by itself.
    None,
}

/// A state of the text, as a name: equal names mean equal texts.
pub(super) type State = u64;

#[derive(Debug, Clone)]
struct Step {
    change: Change,
    run: Run,
    caret_before: Position,
    before: State,
    after: State,
}

/// The steps done and undone.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    done: VecDeque<Step>,
    undone: Vec<Step>,
    run_is_open: bool,
    state: State,
    newest_state: State,
}

impl History {
    /// The present state.
    pub(super) fn state(&self) -> State {
        self.state
    }

    /// Takes note of a change that has been made.
    pub(super) fn record(&mut self, change: Change, run: Run, caret_before: Position) {
        self.undone.clear();
        self.newest_state += 1;
        let before = std::mem::replace(&mut self.state, self.newest_state);
        let ends_run = run == Run::None || ends_run(&change);
        let may_join = self.run_is_open && run != Run::None;
        let after = self.state;
        if !may_join
            || !self
                .done
                .back_mut()
                .is_some_and(|last| last.takes_in(&change, run, after))
        {
            if self.done.len() == STEPS {
                self.done.pop_front();
            }
            self.done.push_back(Step {
                change,
                run,
                caret_before,
                before,
                after,
            });
        }
        self.run_is_open = !ends_run;
    }

    /// Whether there is anything to undo or to redo.
    pub(super) fn is_empty(&self) -> bool {
        self.done.is_empty() && self.undone.is_empty()
    }

    /// The state that redoing all leads to.
    pub(super) fn newest(&self) -> State {
        self.undone.first().map_or(self.state, |step| step.after)
    }

    /// Whether undoing or redoing leads to a state.
    pub(super) fn reaches(&self, state: State) -> bool {
        state == self.state
            || self.done.iter().any(|step| step.before == state)
            || self.undone.iter().any(|step| step.after == state)
    }

    /// Has states called by higher names from now on; nothing has been done as yet.
    pub(super) fn name_states_from(&mut self, first: State) {
        (self.state, self.newest_state) = (first, first);
    }

    /// The next change starts a step of its own.
    pub(super) fn break_run(&mut self) {
        self.run_is_open = false;
    }

    /// The change that takes the last step back, and where the caret stood before it.
    pub(super) fn undo(&mut self) -> Option<(Change, Position)> {
        let step = self.done.pop_back()?;
        self.run_is_open = false;
        self.state = step.before;
        let Change {
            at,
            removed,
            inserted,
        } = step.change.clone();
        let caret = step.caret_before;
        self.undone.push(step);
        let change = Change {
            at,
            removed: inserted,
            inserted: removed,
        };
        Some((change, caret))
    }

    /// The change that does the last step undone once more.
    pub(super) fn redo(&mut self) -> Option<Change> {
        let step = self.undone.pop()?;
        self.run_is_open = false;
        self.state = step.after;
        let change = step.change.clone();
        self.done.push_back(step);
        Some(change)
    }
}

impl Step {
    /// Takes in a later change, if it is of the same run and next to this one.
    fn takes_in(&mut self, later: &Change, run: Run, after: State) -> bool {
        let Change {
            at,
            removed,
            inserted,
        } = &mut self.change;
        match run {
            _ if self.run != run => return false,
            Run::Typing if later.removed.is_empty() && at.after(inserted) == later.at => {
                inserted.push_str(&later.inserted);
            }
            Run::DeletingBack if later.at.after(&later.removed) == *at => {
                removed.insert_str(0, &later.removed);
                *at = later.at;
            }
            Run::DeletingForward if later.at == *at => removed.push_str(&later.removed),
            _ => return false,
        }
        self.after = after;
        true
    }
}

/// Marks and line ends close a run, so that one undo takes back about a clause. What typing takes the place of is no part
/// of the clause that is begun.
fn ends_run(change: &Change) -> bool {
    let is_mark = |c: char| !c.is_alphanumeric() && (c == '\n' || !c.is_whitespace());
    match change.inserted.is_empty() {
        true => change.removed.contains(is_mark),
        false => change.inserted.contains(is_mark),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(byte: usize, text: &str) -> Change {
        Change {
            at: Position { paragraph: 0, byte },
            removed: String::new(),
            inserted: text.to_owned(),
        }
    }

    #[test]
    fn a_run_is_one_step() {
        let mut history = History::default();
        for (byte, text) in [(0, "学"), (3, "习"), (6, "，"), (9, "思"), (12, "考")] {
            history.record(typed(byte, text), Run::Typing, Position { paragraph: 0, byte });
        }
        assert_eq!(
            history.undo().map(|(change, _)| change.removed).as_deref(),
            Some("思考")
        );
        assert_eq!(
            history.undo().map(|(change, _)| change.removed).as_deref(),
            Some("学习，")
        );
        assert_eq!(history.undo(), None);
        assert_eq!(
            history.redo().map(|change| change.inserted).as_deref(),
            Some("学习，")
        );
    }

    #[test]
    fn a_run_is_broken_by_a_pause_another_place_and_an_undo() {
        let mut history = History::default();
        let mut record = |change: Change, pause: bool| {
            if pause {
                history.break_run();
            }
            history.record(change, Run::Typing, Position::default());
            history.done.len()
        };
        assert_eq!(record(typed(0, "一"), false), 1);
        assert_eq!(record(typed(3, "二"), false), 1);
        assert_eq!(record(typed(6, "三"), true), 2);
        assert_eq!(record(typed(0, "四"), false), 3);
        assert!(history.undo().is_some());
        history.record(typed(9, "五"), Run::Typing, Position::default());
        assert_eq!(history.done.len(), 3);
        assert!(history.redo().is_none(), "a new change drops what was undone");
    }

    #[test]
    fn states_name_texts() {
        let mut history = History::default();
        let empty = history.state();
        history.record(typed(0, "一"), Run::Typing, Position::default());
        let one = history.state();
        history.record(typed(3, "二"), Run::Typing, Position::default());
        let two = history.state();
        assert!(empty != one && one != two);
        history.undo();
        assert_eq!(history.state(), empty);
        history.redo();
        assert_eq!(history.state(), two);
    }

    #[test]
    fn the_oldest_steps_are_forgotten() {
        let mut history = History::default();
        for index in 0..STEPS + 5 {
            history.record(typed(index, "x"), Run::None, Position::default());
        }
        let mut undone = 0;
        while history.undo().is_some() {
            undone += 1;
        }
        assert_eq!(undone, STEPS);
    }
}
