//! No file is too long, and no lint is silenced without a reason.

use super::sources::below;
use syn::visit::Visit;

/// The lines of a file at most.
const LINES: usize = 500;

/// The lints that keep a program from ending on what a person has typed.
const LINTS: [&str; 10] = [
    "unwrap_used",
    "expect_used",
    "panic",
    "todo",
    "unimplemented",
    "dbg_macro",
    "string_slice",
    "indexing_slicing",
    "print_stdout",
    "print_stderr",
];

#[test]
fn no_file_is_too_long() {
    let sources = below("src").into_iter().chain(below("tests"));
    let long = sources
        .map(|source| (source.text.lines().count(), source.path))
        .filter(|(lines, _)| *lines > LINES);
    assert_eq!(long.collect::<Vec<_>>(), []);
}

#[test]
fn the_lints_are_on() {
    let manifest: toml::Table = include_str!("../../Cargo.toml").parse().unwrap();
    let lints = &manifest["lints"];
    assert_eq!(lints["rust"]["unsafe_code"].as_str(), Some("forbid"));
    for lint in LINTS {
        assert_eq!(lints["clippy"][lint].as_str(), Some("warn"), "{lint}");
    }
}

#[test]
fn no_lint_is_silenced_without_a_reason() {
    let sources: Vec<_> = below("src").into_iter().chain(below("tests")).collect();
    let faults: Vec<String> = sources
        .iter()
        .flat_map(|source| {
            let silenced = silenced(&source.syntax());
            silenced
                .into_iter()
                .map(|lints| format!("{}: {lints}", source.path))
        })
        .collect();
    assert_eq!(faults, Vec::<String>::new());
}

/// The lints that a file silences without a reason.
fn silenced(file: &syn::File) -> Vec<String> {
    let mut reader = Silenced(Vec::new());
    reader.visit_file(file);
    reader.0
}

struct Silenced(Vec<String>);

impl<'ast> Visit<'ast> for Silenced {
    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        let syn::Meta::List(list) = &attribute.meta else {
            return;
        };
        let given = list.tokens.to_string();
        let is_conditional =
            list.path.is_ident("cfg_attr") && (given.contains("allow (") || given.contains("expect ("));
        let silences = list.path.is_ident("allow") || list.path.is_ident("expect") || is_conditional;
        if silences && !given.contains("reason =") {
            self.0.push(given);
        }
    }
}

#[test]
fn silenced_lints_are_found() {
    for (text, found) in [
        ("#[allow(clippy::unwrap_used)] fn f() {}", 1),
        ("#![allow(clippy::unwrap_used)]", 1),
        ("#[cfg_attr(not(unix), allow(unused_mut))] fn f() {}", 1),
        ("fn f() { #[expect(clippy::panic)] g(); }", 1),
        ("#[expect(clippy::panic, reason = \"so\")] fn f() {}", 0),
        ("#[cfg(unix)] fn f() {}", 0),
        ("// #[allow(dead_code)]\nfn f() { \"#[allow(dead_code)]\"; }", 0),
    ] {
        let file = syn::parse_file(text).unwrap();
        assert_eq!(silenced(&file).len(), found, "{text}");
    }
}
