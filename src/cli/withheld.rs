//! Answers to sensitive questions, left out of what is handed on unless that was asked for.

use super::console;
use super::context::Context;
use crate::answers::Answers;
use crate::answers::sensitive::Sensitive;
use crate::session::sensitive::Withheld;
use clap::ArgMatches;
use std::sync::Arc;

/// The answers that may be handed on. Says so where something was left out.
pub(super) fn answers(
    context: &Context,
    matches: &ArgMatches,
    answers: &Arc<Answers>,
    sensitive: &Sensitive,
) -> Arc<Answers> {
    if matches.get_flag("with-sensitive") {
        return answers.clone();
    }
    let withheld = Withheld::of(answers, sensitive);
    if !withheld.places.is_empty() {
        console::complain(&context.locale.sensitive_withheld(withheld.places.len()));
    }
    withheld.answers
}
