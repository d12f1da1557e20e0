//! `tigang history`

use super::changes::{Shower, counted};
use super::context::Context;
use super::failure::{DONE, Failure, Outcome};
use super::{console, state, table};
use crate::answers::{Place, Value};
use crate::outline::Veil;
use crate::session::difference::{Change, Difference};
use crate::session::directory::SessionDirectory;
use crate::session::disk::unix_seconds;
use crate::session::generations::Generation;
use crate::session::history::{self, State};
use crate::session::store::Store;
use crate::session::{editions, format, header::Header, library, time};
use clap::ArgMatches;
use serde::Serialize;

/// An earlier state as programs read it. Fields are only ever added.
#[derive(Serialize)]
struct Row {
    state: u64,
    /// When it was saved, in UTC, as RFC 3339 has it.
    saved: Option<String>,
    bytes: u64,
    answered: Option<usize>,
    total: Option<usize>,
    /// Whether it was written for another questionnaire than the present one.
    other_questionnaire: bool,
    /// Why it cannot be gone back to.
    flaw: Option<String>,
    /// What it holds otherwise than the state before it.
    changes: Vec<RowChange>,
}

#[derive(Serialize)]
struct RowChange {
    path: String,
    title: String,
    kind: &'static str,
    /// `None` also for what is sensitive.
    before: Option<String>,
    after: Option<String>,
    sensitive: bool,
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let store = context.store()?;
    let directory = context.session(&store, &context.argument(matches, "session"))?;
    let questionnaire = library::questionnaire_of(&**store.disk(), &directory)?;
    let sensitive = editions::sensitive(&**store.disk(), &directory, &questionnaire);
    let shows_sensitive = matches.get_flag("with-sensitive");
    let veil = match shows_sensitive {
        true => Veil::Lifted,
        false => Veil::Drawn(sensitive.clone()),
    };
    let states = history::history(&store, &directory, &veil)?;
    let shower = Shower {
        context,
        sensitive: &sensitive,
        shows_sensitive,
    };
    if let Some(asked) = state::asked_for(context, matches, &store, &directory)? {
        return one(&shower, &states, &asked);
    }
    if matches.get_flag("json") {
        let rows: Vec<Row> = changes(&states)
            .map(|(state, since)| row(&shower, state, since))
            .collect();
        let mut json = serde_json::to_string_pretty(&rows).unwrap_or_default();
        json.push('\n');
        console::print_foreign(context, json.as_bytes())?;
        return Ok(DONE);
    }
    list(context, &store, &directory, &states)
}

/// The states, each with what it holds otherwise than the one before it.
fn changes(states: &[State]) -> impl Iterator<Item = (&State, &[Difference])> {
    states.iter().enumerate().map(|(index, state)| {
        let older = states.iter().skip(index + 1).find(|older| older.progress.is_ok());
        let since = older.filter(|_| state.progress.is_ok());
        (state, since.map(|older| &*older.until_next).unwrap_or_default())
    })
}

fn list(context: &Context, store: &Store, directory: &SessionDirectory, states: &[State]) -> Outcome {
    let locale = context.locale;
    let file = directory.session_file();
    let header = Header::read(&**store.disk(), directory)?;
    let progress = header.and_then(|header| format::head_progress(&header.table));
    let saved = store
        .disk()
        .metadata(&file)
        .ok()
        .map(|metadata| metadata.modified);
    let newest = states.iter().find(|state| state.progress.is_ok());
    let mut rows = vec![vec![
        locale.history_now().to_owned(),
        saved.map(|at| shown(unix_seconds(at))).unwrap_or_default(),
        progress
            .map(|progress| format!("{}/{}", progress.answered, progress.total))
            .unwrap_or_default(),
        newest
            .map(|newest| counted(&newest.until_now, locale))
            .unwrap_or_default(),
    ]];
    for (state, since) in changes(states) {
        let Generation { number, saved_at, .. } = state.generation;
        let (progress, words) = match &state.progress {
            Ok(progress) if state.questionnaire.is_some() => (
                format!("{}/{}", progress.answered, progress.total),
                [
                    counted(since, locale),
                    locale.history_other_questionnaire().to_owned(),
                ]
                .into_iter()
                .filter(|words| !words.is_empty())
                .collect::<Vec<_>>()
                .join(locale.unfinished_separator()),
            ),
            Ok(progress) => (
                format!("{}/{}", progress.answered, progress.total),
                counted(since, locale),
            ),
            Err(flaw) => (String::new(), flaw.message(locale)),
        };
        rows.push(vec![number.to_string(), shown(saved_at), progress, words]);
    }
    console::print(context, &table::aligned(&rows, context.columns_of_ambiguous()))?;
    Ok(DONE)
}

/// What has changed since one state.
fn one(shower: &Shower<'_>, states: &[State], asked: &Generation) -> Outcome {
    let context = shower.context;
    let Some(state) = states.iter().find(|state| state.generation == *asked) else {
        return Err(Failure::Failed(context.locale.no_such_state(asked.number)));
    };
    if let Err(flaw) = &state.progress {
        return Err(Failure::Failed(
            context
                .locale
                .session_state_unusable(asked.number, flaw.message(context.locale)),
        ));
    }
    if state.until_now.is_empty() {
        console::complain(context.locale.history_no_difference());
    }
    console::print(context, &shower.differences(&state.until_now))?;
    Ok(DONE)
}

fn row(shower: &Shower<'_>, state: &State, since: &[Difference]) -> Row {
    let progress = state.progress.as_ref();
    let seconds = i64::try_from(state.generation.saved_at).unwrap_or(i64::MAX);
    Row {
        state: state.generation.number,
        saved: jiff::Timestamp::from_second(seconds)
            .ok()
            .map(|at| at.to_string()),
        bytes: state.generation.length,
        answered: progress.ok().map(|progress| progress.answered),
        total: progress.ok().map(|progress| progress.total),
        other_questionnaire: state.questionnaire.is_some(),
        flaw: progress.err().map(|flaw| flaw.message(shower.context.locale)),
        changes: since
            .iter()
            .map(|difference| change(shower, difference))
            .collect(),
    }
}

fn change(shower: &Shower<'_>, difference: &Difference) -> RowChange {
    let sensitive = shower.sensitive.holds(&difference.place);
    let words = |value: &Value| (shower.shows_sensitive || !sensitive).then(|| value.to_typed());
    let (kind, before, after) = match &difference.change {
        Change::Added { after } => ("added", None, words(after)),
        Change::Changed { before, after } => ("changed", words(before), words(after)),
        Change::Cleared { before } => ("cleared", words(before), None),
        Change::Reordered => ("reordered", None, None),
    };
    RowChange {
        path: Place::to_string(&difference.place),
        title: difference.title.clone(),
        kind,
        before,
        after,
        sensitive,
    }
}

fn shown(seconds: u64) -> String {
    time::shown(i64::try_from(seconds).unwrap_or(i64::MAX))
}
