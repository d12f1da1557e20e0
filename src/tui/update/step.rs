//! Steps with what a session keeps.

use super::super::app::App;
use super::super::effect::Effect;
use super::super::step::Step;
use super::{carrying, drawers, newer, recovery, timeline};

/// Takes a step and gives what is to be done outside.
pub(super) fn take(app: &mut App, step: Step) -> Vec<Effect> {
    match step {
        Step::TakeAnswer(place, value) => timeline::take_answer(app, &place, value),
        Step::TakeState(state) => timeline::take_state(app, &state),
        Step::RestoreSession(directory) => vec![Effect::RestoreSession(directory)],
        Step::Recover(directory, replacement) => vec![Effect::Recover(directory, replacement)],
        Step::BringBack(record) => drawers::bring_back(app, record),
        Step::MoveOrphan(orphan, to) => drawers::move_orphan(app, &orphan, &to),
        Step::TakeNewer(entry) => newer::take(app, entry),
        Step::Export(path, with) => super::interview::export(app, path, false, with),
        Step::Carry(directory, position) => carrying::read(app, directory, position),
        step => {
            show(app, step);
            Vec::new()
        }
    }
}

/// Takes a step that only shows or asks something.
fn show(app: &mut App, step: Step) {
    match step {
        Step::ShowState(state) => timeline::show_state(app, state),
        Step::ShowDifference(state, index) => timeline::show_difference(app, &state, index),
        Step::AskTakeAnswer(state, index) => timeline::ask_take_answer(app, &state, index),
        Step::AskTakeState(state) => timeline::ask_take_state(app, state),
        Step::ShowSalvage(recovery) => recovery::show_salvage(app, &recovery),
        Step::ShowSalvaged(recovery, index) => recovery::show_salvaged(app, &recovery, index),
        Step::ShowTargets(orphan) => drawers::show_targets(app, &orphan),
        Step::AskTakeNewer(entry) => newer::ask(app, entry),
        Step::ToggleCarried(place) => carrying::toggle(app, &place),
        Step::NameCarried => carrying::ask_name(app),
        _ => {}
    }
}
