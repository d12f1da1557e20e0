//! `tigang` without a command: the person chooses what to work on.

use super::context::Context;
use super::failure::Outcome;
use super::interview;

pub(super) fn run(context: &Context) -> Outcome {
    interview::run(context, context.store()?, None)
}
