//! `tigang` without a command: the person chooses what to work on.

use super::context::Context;
use super::failure::Outcome;
use super::interview;
use crate::session::store::Store;

pub(super) fn run(context: &Context) -> Outcome {
    // Where there is no place to keep anything, the person is told so, and can write all the same.
    let store = context.store().unwrap_or_else(Store::nowhere);
    interview::run(context, store, None)
}
