//! `tigang trash`

use super::context::Context;
use super::failure::{DONE, Outcome};
use super::{console, named, table};
use crate::session::time;
use crate::session::trash::Deleted;

pub(super) fn run(context: &Context) -> Outcome {
    let row = |deleted: Deleted| {
        let is_damaged = deleted.header.as_ref().is_none_or(|header| header.is_damaged);
        let name = deleted.header.map(|header| header.name);
        vec![
            deleted.id,
            named::session(name, is_damaged, context.locale),
            time::shown(i64::try_from(deleted.at).unwrap_or(i64::MAX)),
        ]
    };
    let rows: Vec<_> = context.store()?.deleted()?.into_iter().map(row).collect();
    if rows.is_empty() {
        console::complain(context.locale.trash_empty());
    }
    console::print(context, &table::aligned(&rows, context.columns_of_ambiguous()))?;
    Ok(DONE)
}
