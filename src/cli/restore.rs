//! `tigang restore`

use super::console;
use super::context::Context;
use super::failure::{DONE, Failure, Outcome};
use crate::session::resolve::ResolveError;
use crate::session::trash::Deleted;
use clap::ArgMatches;
use std::ffi::OsString;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let store = context.store()?;
    let query = matches
        .get_one::<OsString>("session")
        .cloned()
        .unwrap_or_default();
    let query = query.to_string_lossy();
    let deleted = store.deleted()?;
    let found = match meant(query.trim(), &deleted).as_slice() {
        [] => return Err(Failure::Failed(context.locale.no_such_deleted(&query))),
        [one] => store.restore(one)?,
        several => {
            let candidates = several
                .iter()
                .map(|deleted| (deleted.id.clone(), name(deleted).to_owned()))
                .collect();
            let query = query.into_owned();
            return Err(ResolveError::Ambiguous { query, candidates }.into());
        }
    };
    console::print(context, &format!("{}\n", found.id()))?;
    Ok(DONE)
}

/// As for sessions that are not in the trash: a whole id, or else a whole name, or else the beginning of ids.
fn meant<'a>(query: &str, all: &'a [Deleted]) -> Vec<&'a Deleted> {
    if query.is_empty() {
        return Vec::new();
    }
    let lower = query.to_lowercase();
    let ways: [&dyn Fn(&Deleted) -> bool; 3] = [
        &|deleted| deleted.id == query,
        &|deleted| name(deleted) == query,
        &|deleted| deleted.id.starts_with(&lower),
    ];
    let found = ways
        .into_iter()
        .map(|way| all.iter().filter(|deleted| way(deleted)).collect::<Vec<_>>());
    found
        .into_iter()
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

fn name(deleted: &Deleted) -> &str {
    deleted.header.as_ref().map_or("", |header| header.name.trim())
}
