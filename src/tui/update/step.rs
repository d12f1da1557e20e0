//! Steps with what a session keeps.

use super::super::app::App;
use super::super::effect::Effect;
use super::super::step::Step;

pub(super) fn take(app: &mut App, step: Step) -> Vec<Effect> {
    match step {
        Step::BringBack(index) => super::interview::restore(app, index),
        step => super::timeline::take(app, step),
    }
}
