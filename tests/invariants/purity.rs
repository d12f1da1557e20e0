//! What computes does no I/O, reads no clock, knows no terminal.

use super::{Mention, mentions, production};

/// The modules that only compute.
const PURE: [&str; 9] = [
    "questionnaire",
    "answers",
    "outline",
    "document",
    "export",
    "check",
    "text",
    "interview",
    "revision",
];

/// What they may not name, and why.
const FORBIDDEN: [(&str, &str); 25] = [
    ("std::fs", "does I/O"),
    ("std::io", "does I/O"),
    ("std::net", "does I/O"),
    ("std::os", "knows the system"),
    ("std::env", "looks around"),
    ("std::process", "looks around"),
    ("std::thread", "has others do it"),
    ("std::sync::mpsc", "has others do it"),
    ("std::time::Instant", "reads the clock"),
    ("std::time::SystemTime", "reads the clock"),
    ("jiff::Zoned::now", "reads the clock"),
    ("jiff::Timestamp::now", "reads the clock"),
    ("jiff::tz", "looks around"),
    ("fastrand", "throws dice"),
    ("crossterm", "knows the terminal"),
    ("ratatui", "knows the terminal"),
    ("rustix", "knows the system"),
    ("signal_hook", "knows the system"),
    ("directories", "looks around"),
    ("atomic_write_file", "does I/O"),
    ("println!", "prints"),
    ("print!", "prints"),
    ("eprintln!", "prints"),
    ("eprint!", "prints"),
    ("dbg!", "prints"),
];

fn forbidden(mention: &Mention) -> Option<&'static str> {
    let found = FORBIDDEN.iter().find(|(path, _)| mention.is_within(path));
    found.map(|(_, why)| *why)
}

#[test]
fn what_computes_does_nothing_else() {
    let mut faults = Vec::new();
    let mut looked_at = 0;
    for source in production() {
        let is_pure = source
            .module
            .first()
            .is_some_and(|top| PURE.contains(&top.as_str()));
        if !is_pure {
            continue;
        }
        looked_at += 1;
        for mention in mentions(&source.syntax(), &source.module) {
            if let Some(why) = forbidden(&mention) {
                faults.push(format!("{}: {} {why}", source.path, mention.written()));
            }
        }
    }
    assert!(looked_at > 80, "only {looked_at} files were looked at");
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn what_is_forbidden_is_found() {
    for (text, is_forbidden) in [
        ("use std::fs::File;", true),
        ("use std::{fmt, io::Write};", true),
        ("fn f() { let t = std::time::Instant::now(); }", true),
        ("fn f() { println!(\"a\"); }", true),
        ("use std::time::Duration;", false),
        ("use std::fmt::Write;", false),
        ("fn f() { format!(\"a\"); }", false),
        ("use crate::text::columns;", false),
        ("#[cfg(test)] mod tests { use std::fs; }", false),
    ] {
        let file = syn::parse_file(text).unwrap();
        let found = mentions(&file, &[])
            .iter()
            .any(|mention| forbidden(mention).is_some());
        assert_eq!(found, is_forbidden, "{text}");
    }
}
