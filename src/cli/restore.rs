//! `tigang restore`

use super::context::Context;
use super::failure::{DONE, Failure, Outcome};
use super::{console, named, state};
use crate::session::library::LibraryError;
use crate::session::recovery::{self, Replacement};
use crate::session::resolve::ResolveError;
use crate::session::store::Store;
use crate::session::trash::Deleted;
use crate::session::{history, put_aside};
use clap::ArgMatches;
use std::ffi::OsStr;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let store = context.store()?;
    let query = context.argument(matches, "session");
    let within = ["state", "removed", "salvage"];
    if within.into_iter().any(|id| is_given(matches, id)) {
        return within_session(context, matches, &store, &query);
    }
    deleted(context, &store, &query.to_string_lossy())
}

fn is_given(matches: &ArgMatches, id: &str) -> bool {
    matches.value_source(id) == Some(clap::parser::ValueSource::CommandLine)
}

/// Something of a session comes back into it.
fn within_session(context: &Context, matches: &ArgMatches, store: &Store, query: &OsStr) -> Outcome {
    let locale = context.locale;
    let directory = context.session(store, query)?;
    if let Some(number) = matches.get_one::<usize>("removed") {
        let record = number.checked_sub(1).ok_or(LibraryError::NoSuchRecord)?;
        let (place, _) = put_aside::bring_back(store, directory.clone(), record)?;
        let outline = named::outline_of(store, directory)?;
        let name = named::title(context, &outline, &place).unwrap_or_default();
        console::complain(&locale.brought_back(name));
        return Ok(DONE);
    }
    let state = state::asked_for(context, matches, store, &directory)?;
    let is_damaged = recovery::recovery(store, directory.clone())?.is_some();
    if is_damaged || matches.get_flag("salvage") {
        let replacement = state.map_or(Replacement::Salvaged, Replacement::Earlier);
        let recovered = recovery::recover(store, directory, replacement)?;
        match recovered.set_aside {
            Some(path) => console::complain(&locale.session_recovered(path.display())),
            None => console::complain(locale.not_damaged()),
        }
        return Ok(DONE);
    }
    let Some(state) = state else { return Ok(DONE) };
    let changed = match matches.get_one::<String>("answer") {
        Some(_) => {
            let place = super::move_answer::place(context, matches, "answer")?;
            history::restore_place(store, directory, &state, &place)?
        }
        None => history::restore_state(store, directory, &state)?,
    };
    console::complain(&locale.gone_back(changed.differences.len()));
    Ok(DONE)
}

/// A session comes back from the trash.
fn deleted(context: &Context, store: &Store, query: &str) -> Outcome {
    let deleted = store.deleted()?;
    let found = match meant(query.trim(), &deleted).as_slice() {
        [] => return Err(Failure::Failed(context.locale.no_such_deleted(query))),
        [one] => {
            let directory = store.restore(one)?;
            if let Some((had, has)) = one.renamed_in(&**store.disk(), &directory) {
                console::complain(&context.locale.restored_under(had, has));
            }
            directory
        }
        several => {
            let candidates = several
                .iter()
                .map(|deleted| (deleted.id.clone(), name(deleted).to_owned()))
                .collect();
            let query = query.to_owned();
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
