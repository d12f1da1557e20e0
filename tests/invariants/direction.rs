//! Dependencies between the modules of the crate point one way.

use super::{Source, mentions, production};
use std::collections::{BTreeMap, BTreeSet};

/// Each module with all that it uses. A module uses only what stands above it.
const USES: [(&str, &[&str]); 16] = [
    ("text", &[]),
    ("messages", &[]),
    ("questionnaire", &["messages", "text"]),
    ("answers", &["questionnaire", "text"]),
    ("outline", &["answers", "messages", "questionnaire", "text"]),
    ("document", &["answers", "outline", "questionnaire"]),
    (
        "check",
        &[
            "answers",
            "document",
            "messages",
            "outline",
            "questionnaire",
            "text",
        ],
    ),
    ("export", &["document", "questionnaire"]),
    ("revision", &["answers", "messages", "outline", "questionnaire"]),
    (
        "interview",
        &[
            "answers",
            "document",
            "messages",
            "outline",
            "questionnaire",
            "revision",
        ],
    ),
    (
        "session",
        &[
            "answers",
            "interview",
            "messages",
            "outline",
            "questionnaire",
            "revision",
            "text",
        ],
    ),
    ("output", &["messages", "session", "text"]),
    (
        "settings",
        &["messages", "output", "questionnaire", "session", "text"],
    ),
    (
        "plain",
        &[
            "answers",
            "check",
            "document",
            "export",
            "interview",
            "messages",
            "outline",
            "output",
            "questionnaire",
            "session",
            "text",
        ],
    ),
    (
        "tui",
        &[
            "answers",
            "check",
            "document",
            "export",
            "interview",
            "messages",
            "outline",
            "output",
            "questionnaire",
            "revision",
            "session",
            "settings",
            "text",
        ],
    ),
    (
        "cli",
        &[
            "answers",
            "check",
            "document",
            "export",
            "interview",
            "messages",
            "outline",
            "output",
            "plain",
            "questionnaire",
            "revision",
            "session",
            "settings",
            "text",
            "tui",
        ],
    ),
];

/// What each module uses.
type Edges = BTreeMap<String, BTreeSet<String>>;

fn edges(sources: &[Source]) -> Edges {
    let mut edges = Edges::new();
    for source in sources {
        let Some(own) = source.module.first() else {
            continue;
        };
        let used = edges.entry(own.clone()).or_default();
        for mention in mentions(&source.syntax(), &source.module) {
            if let Some(top) = mention.top_module()
                && top != own
            {
                used.insert(top.to_owned());
            }
        }
    }
    edges
}

#[test]
fn modules_use_what_the_table_says_and_nothing_else() {
    let used = edges(&production());
    let table: Edges = USES
        .iter()
        .map(|(module, uses)| {
            let uses = uses.iter().map(|used| (*used).to_owned()).collect();
            ((*module).to_owned(), uses)
        })
        .collect();
    let new: Vec<String> = missing(&used, &table);
    assert_eq!(new, Vec::<String>::new(), "these are not in the table");
    let gone: Vec<String> = missing(&table, &used);
    assert_eq!(gone, Vec::<String>::new(), "nothing of this is so any more");
}

/// What stands in `of` and not in `from`.
fn missing(of: &Edges, from: &Edges) -> Vec<String> {
    let known = |module: &str, used: &str| from.get(module).is_some_and(|known| known.contains(used));
    of.iter()
        .flat_map(|(module, uses)| uses.iter().map(move |used| (module, used)))
        .filter(|(module, used)| !known(module, used))
        .map(|(module, used)| format!("{module} uses {used}"))
        .collect()
}

#[test]
fn the_table_points_one_way() {
    for (at, (module, uses)) in USES.iter().enumerate() {
        for used in *uses {
            let above = USES.iter().take(at).any(|(above, _)| above == used);
            assert!(above, "{module} uses {used}, which does not stand above it");
        }
    }
}

#[test]
fn what_a_file_uses_is_found() {
    let source = |text: &str| Source {
        path: String::new(),
        module: vec!["tui".to_owned(), "view".to_owned()],
        text: text.to_owned(),
    };
    for (text, used) in [
        ("use crate::session::store::Store;", "session"),
        ("use crate::{answers, text::{self, columns}};", "answers text"),
        ("use super::super::session;", "session"),
        ("fn f() { crate::session::open(); }", "session"),
        ("use super::app::App;", ""),
        ("use std::session::Store;", ""),
        ("/// [`crate::session`]\nstruct A; // crate::session", ""),
        ("#[cfg(test)] mod tests { use crate::session; }", ""),
    ] {
        let found = edges(&[source(text)]);
        let found: Vec<&str> = found["tui"].iter().map(String::as_str).collect();
        assert_eq!(found.join(" "), used, "{text}");
    }
}
