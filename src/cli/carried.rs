//! What a new session takes over from an earlier one.

use super::changes::Shower;
use super::context::Context;
use super::failure::Failure;
use super::{console, named};
use crate::answers::sensitive::Sensitive;
use crate::answers::{Answers, Place};
use crate::outline::{Outline, Veil, outline};
use crate::questionnaire::Questionnaire;
use crate::revision::Carried;
use crate::session::carrying::Earlier;
use crate::session::store::Store;
use crate::text::visible;
use clap::ArgMatches;
use std::collections::HashSet;
use std::ffi::OsString;
use std::sync::Arc;

/// The answers that a session starts with by `--from`; none without it.
///
/// # Errors
/// [`Failure`]
pub(super) fn answers(
    context: &Context,
    matches: &ArgMatches,
    store: &Store,
    questionnaire: &Arc<Questionnaire>,
) -> Result<Answers, Failure> {
    let Some(query) = matches.get_one::<OsString>("from") else {
        return Ok(Answers::default());
    };
    let earlier = Earlier::read(store, context.session(store, query)?)?;
    let all = earlier.carried(questionnaire, |_| true);
    let sensitive = Arc::new(earlier.sensitive(questionnaire));
    let outline =
        outline(questionnaire, &Arc::new(all.answers.clone())).under(Veil::Drawn(sensitive.clone()));
    let taken = decided(context, matches, &sensitive, &all, &outline)?;
    let carried = earlier.carried(questionnaire, |place| taken.contains(place));
    report(context, &all, &carried, &taken, &outline);
    Ok(carried.answers)
}

/// Which of the answers go over that the writer is to decide on.
fn decided(
    context: &Context,
    matches: &ArgMatches,
    sensitive: &Sensitive,
    all: &Carried,
    outline: &Outline,
) -> Result<HashSet<Place>, Failure> {
    let to_decide = &all.to_decide;
    if matches.get_flag("carry-all") {
        return Ok(to_decide.iter().cloned().collect());
    }
    let mut taken = HashSet::new();
    if let Some(named) = matches.get_many::<String>("carry") {
        for path in named {
            let names = |place: &&Place| is_named(place, path);
            let found: Vec<&Place> = to_decide.iter().filter(names).collect();
            if found.is_empty() {
                return Err(Failure::Failed(context.locale.carry_nothing_there(path)));
            }
            taken.extend(found.into_iter().cloned());
        }
    } else if context.stdin_is_terminal {
        let shower = Shower {
            context,
            sensitive,
            shows_sensitive: false,
        };
        for place in to_decide {
            let answer = all.answers.answer(place);
            let value = answer.map(|answer| shower.words(place, &answer.value));
            let name = named::with_path(context, outline, place);
            console::tell(&format!("\n{}\n", visible(&name)));
            for line in value.unwrap_or_default().lines() {
                console::tell(&format!("    {}\n", visible(line)));
            }
            if console::is_agreed(context.locale.carry_confirm()) {
                taken.insert(place.clone());
            }
        }
    }
    Ok(taken)
}

/// Whether a path names a place, or something around it: `goal`, `plan.measure`, `plan.measure[k3f9].title`.
fn is_named(place: &Place, path: &str) -> bool {
    let is_below = |whole: &str| {
        whole
            .strip_prefix(path)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    let plain = place.path().map(|path| path.to_string()).unwrap_or_default();
    is_below(&place.to_string()) || is_below(&plain)
}

fn report(context: &Context, all: &Carried, carried: &Carried, taken: &HashSet<Place>, outline: &Outline) {
    let locale = context.locale;
    let mut count: usize = 0;
    carried.answers.visit(|_, _| count = count.saturating_add(1));
    console::complain(&locale.carried(count, carried.left_behind.len()));
    let asked: String = all
        .to_decide
        .iter()
        .filter(|place| !taken.contains(place))
        .map(|place| format!("\n  {}", named::with_path(context, outline, place)))
        .collect();
    if !asked.is_empty() {
        console::complain(&locale.carry_not_taken(asked));
    }
    if !carried.orphaned.is_empty() {
        console::complain(&locale.carry_orphaned(carried.orphaned.len()));
    }
}
