//! Answers to sensitive questions, left out of what is handed on unless that was asked for.

use super::console;
use super::context::Context;
use crate::answers::Answers;
use crate::session::library::Loaded;
use crate::session::sensitive;
use crate::session::store::Store;
use clap::ArgMatches;
use std::sync::Arc;

/// The answers of a session that may be handed on. Says so where something was left out.
pub(super) fn answers(
    context: &Context,
    matches: &ArgMatches,
    store: &Store,
    loaded: &Loaded,
) -> Arc<Answers> {
    if matches.get_flag("with-sensitive") {
        return loaded.session.answers.clone();
    }
    let withheld = sensitive::without_sensitive(store, loaded);
    if !withheld.places.is_empty() {
        console::complain(&context.locale.sensitive_withheld(withheld.places.len()));
    }
    withheld.answers
}
