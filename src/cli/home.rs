//! `tigang` without a command: the full-screen program, at home.

use super::context::Context;
use super::failure::Outcome;
use super::full_screen;

pub(super) fn run(context: &Context) -> Outcome {
    full_screen::run(context, context.store()?, None)
}
