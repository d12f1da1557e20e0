//! `tigang removed`

use super::changes::Shower;
use super::context::Context;
use super::failure::{DONE, Outcome};
use super::{console, named, table};
use crate::answers::{Removed, Value};
use crate::interview::{Aside, Why, aside, said};
use crate::outline::{Outline, Veil, outline};
use crate::session::time;
use clap::ArgMatches;

/// The most characters of an answer in a list.
const MOST_WORDS: usize = 40;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let store = context.store()?;
    let directory = context.session(&store, &context.argument(matches, "session"))?;
    let loaded = context.read(&store, directory)?;
    let veil = match matches.get_flag("with-sensitive") {
        true => Veil::Lifted,
        false => Veil::Drawn(loaded.sensitive.clone()),
    };
    let outline = outline(&loaded.questionnaire, &loaded.session.answers).under(veil);
    let shower = Shower {
        context,
        sensitive: &loaded.sensitive,
        shows_sensitive: matches.get_flag("with-sensitive"),
    };
    let rows: Vec<_> = aside(&outline)
        .iter()
        .map(|aside| row(&shower, &outline, aside))
        .collect();
    if rows.is_empty() {
        console::complain(context.locale.nothing_aside());
    }
    console::print(context, &table::aligned(&rows, context.columns_of_ambiguous()))?;
    Ok(DONE)
}

fn row(shower: &Shower<'_>, outline: &Outline, aside: &Aside) -> Vec<String> {
    let locale = shower.context.locale;
    let answer = aside.answer.as_ref();
    let words = answer.map(|(place, answer)| {
        let words = Value::Text(said(outline, place, &answer.value, locale.linked_item_gone()));
        shower.words(place, &words)
    });
    let (number, at) = match aside.why {
        Why::Removed { record, at } | Why::Cleared { record, at } => ((record + 1).to_string(), at),
        _ => (String::new(), Removed::AT_NO_KNOWN_TIME),
    };
    let at = (at != Removed::AT_NO_KNOWN_TIME).then(|| time::shown(at));
    vec![
        number,
        why(shower.context, outline, &aside.why),
        at.unwrap_or_default(),
        named::title(shower.context, outline, &aside.place).unwrap_or_default(),
        shortened(&words.unwrap_or_default()),
        // By which tigang move knows it.
        match aside.why {
            Why::Orphaned => aside.place.to_string(),
            _ => String::new(),
        },
    ]
}

fn why(context: &Context, outline: &Outline, why: &Why) -> String {
    let locale = context.locale;
    match why {
        Why::Removed { .. } => locale.aside_removed().to_owned(),
        Why::Cleared { .. } => locale.aside_cleared().to_owned(),
        Why::Hidden { by } => locale.aside_hidden(named::title(context, outline, by).unwrap_or_default()),
        Why::Unpaired { .. } => locale.aside_unpaired().to_owned(),
        Why::Orphaned => locale.aside_orphaned().to_owned(),
    }
}

/// The beginning of an answer, on one line.
fn shortened(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = line.chars().take(MOST_WORDS).collect();
    if short.len() < line.len() {
        format!("{short}…")
    } else {
        short
    }
}
