//! Steps with what a session keeps.

use super::super::app::App;
use super::super::effect::Effect;
use super::super::step::Step;

pub(super) fn take(app: &mut App, step: Step) -> Vec<Effect> {
    match step {
        Step::RestoreSession(directory) => vec![Effect::RestoreSession(directory)],
        Step::Recover(directory, replacement) => vec![Effect::Recover(directory, replacement)],
        Step::ShowSalvage(recovery) => super::recovery::show_salvage(app, &recovery),
        Step::ShowSalvaged(recovery, index) => super::recovery::show_salvaged(app, &recovery, index),
        Step::BringBack(index) => super::interview::restore(app, index),
        step => super::timeline::take(app, step),
    }
}
