//! `tigang rebase`

use super::context::Context;
use super::failure::{DONE, Failure, Outcome};
use super::{console, named};
use crate::outline::{Outline, Veil, outline};
use crate::revision::Names;
use crate::revision::rebase::Report;
use crate::session::catalogue::Entry;
use crate::session::directory::SessionDirectory;
use crate::session::store::Store;
use crate::session::{editions, library, rebasing};
use crate::text::visible;
use clap::ArgMatches;
use std::ffi::OsString;
use std::sync::Arc;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let locale = context.locale;
    let store = context.store()?;
    let directory = context.session(&store, &context.argument(matches, "session"))?;
    let Some(newer) = newer(context, matches, &store, &directory)? else {
        console::complain(locale.rebase_nothing_newer());
        return Ok(DONE);
    };
    let report = rebasing::propose(&store, directory.clone(), &newer.questionnaire)?;
    let before = named::outline_of(&store, directory.clone())?;
    let sensitive = editions::sensitive(&**store.disk(), &directory, &newer.questionnaire);
    let after = outline(&newer.questionnaire, &Arc::new(report.apply())).under(Veil::Drawn(sensitive));
    console::print(context, &printed(context, &before, &after, &report))?;
    let is_agreed = matches.get_flag("apply")
        || (context.stdin_is_terminal && console::is_agreed(locale.rebase_confirm()));
    if !is_agreed {
        console::complain(locale.rebase_not_done());
        return Ok(DONE);
    }
    let id = directory.id();
    let rebased = rebasing::apply(&store, directory.clone(), &newer)?;
    let before = match rebased.changed.kept {
        Some(kept) => Some(kept),
        None => newest_before(&store, &directory)?,
    };
    match before {
        Some(before) => console::complain(&locale.rebase_done(id, before.number)),
        None => console::complain(locale.rebase_done_plainly()),
    }
    Ok(DONE)
}

/// The state from before, where it was kept already: the newest but the one that was just written.
fn newest_before(
    store: &Store,
    directory: &SessionDirectory,
) -> Result<Option<crate::session::generations::Generation>, Failure> {
    let states = directory.generations().list(&**store.disk())?;
    Ok(states.get(1).copied())
}

/// The questionnaire to move to: the one that was named, or the one that has the name of the session's own by now.
fn newer(
    context: &Context,
    matches: &ArgMatches,
    store: &Store,
    directory: &SessionDirectory,
) -> Result<Option<Entry>, Failure> {
    let loaded = library::open(store, directory.clone(), crate::session::open::Want::Read)?;
    let present = &loaded.questionnaire;
    match matches.get_one::<OsString>("questionnaire") {
        Some(named) => {
            let entry = context.questionnaire(named)?.with_absolute_name();
            Ok((entry.questionnaire.source() != present.source()).then_some(entry))
        }
        None => Ok(rebasing::newer(
            store.place(),
            &loaded.session.questionnaire,
            present,
        )),
    }
}

fn printed(context: &Context, before: &Outline, after: &Outline, report: &Report) -> String {
    let locale = context.locale;
    let names = Names {
        before: &|place| named::within_sentence(context, before, place),
        after: &|place| named::within_sentence(context, after, place),
    };
    if report.is_empty() {
        return format!("{}\n", locale.rebase_no_change());
    }
    let mut lines: Vec<String> = report
        .changes
        .iter()
        .map(|change| change.message_with(locale, &names))
        .collect();
    if !report.orphaned.is_empty() {
        lines.push(locale.rebase_orphaned(report.orphaned.len()));
        let orphans = report.orphaned.iter();
        // What it was, and the path by which tigang move knows it then.
        lines.extend(orphans.map(|orphan| {
            let name = named::title(context, before, &orphan.from).unwrap_or_default();
            format!("  {name}  {}", orphan.at)
        }));
    }
    lines.iter().map(|line| format!("{}\n", visible(line))).collect()
}
