//! `tigang list`

use super::console;
use super::context::Context;
use super::failure::{DONE, Outcome};
use super::table;
use crate::session::disk::unix_seconds;
use crate::session::editor_copies::editor_copies;
use crate::session::store::Listed;
use crate::session::{format, time};
use clap::ArgMatches;
use serde::Serialize;

/// A session as programs read it. Fields are only ever added.
#[derive(Serialize)]
struct Row {
    id: String,
    /// `None` where nothing says it any more.
    name: Option<String>,
    /// Whether the session's file cannot be read. Its name is then the one that was found in what is left of it.
    damaged: bool,
    questionnaire: Option<String>,
    answered: Option<usize>,
    total: Option<usize>,
    /// When it was last saved, in UTC, as RFC 3339 has it.
    saved: Option<String>,
    path: String,
    #[serde(skip)]
    saved_shown: String,
}

impl Row {
    fn of(listed: &Listed) -> Self {
        let header = listed.header.as_ref();
        let progress = header.and_then(|header| format::head_progress(&header.table));
        let questionnaire = header.and_then(|header| header.table.get("questionnaire")?.as_str());
        let saved = listed
            .saved_at
            .map(|at| i64::try_from(unix_seconds(at)).unwrap_or(i64::MAX));
        let timestamp = saved.and_then(|at| jiff::Timestamp::from_second(at).ok());
        Self {
            id: listed.directory.id(),
            name: header.map(|header| header.name.clone()),
            damaged: header.is_none_or(|header| header.is_damaged),
            questionnaire: questionnaire.map(str::to_owned),
            answered: progress.map(|progress| progress.answered),
            total: progress.map(|progress| progress.total),
            saved: timestamp.map(|at| at.to_string()),
            path: listed.directory.path().display().to_string(),
            saved_shown: saved.map(time::shown).unwrap_or_default(),
        }
    }

    fn cells(self, context: &Context) -> Vec<String> {
        let progress = match (self.answered, self.total) {
            (Some(answered), Some(total)) => format!("{answered}/{total}"),
            _ => String::new(),
        };
        vec![
            self.id,
            super::named::session(self.name, self.damaged, context.locale),
            progress,
            self.saved_shown,
            self.questionnaire.unwrap_or_default(),
        ]
    }
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let store = context.store()?;
    let rows: Vec<Row> = store.list()?.iter().map(Row::of).collect();
    if matches.get_flag("json") {
        let mut json = serde_json::to_string_pretty(&rows).unwrap_or_default();
        json.push('\n');
        console::print_foreign(context, json.as_bytes())?;
        return Ok(DONE);
    }
    if rows.is_empty() {
        console::complain(context.locale.no_sessions());
    } else {
        let rows: Vec<_> = rows.into_iter().map(|row| row.cells(context)).collect();
        console::print(context, &table::aligned(&rows, context.columns_of_ambiguous()))?;
    }
    if let Some(said) = context.locale.editor_copies(&editor_copies(&store)) {
        console::complain(&said);
    }
    Ok(DONE)
}
