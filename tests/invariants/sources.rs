//! The files of the crate, as modules.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A file of the crate.
#[derive(Debug)]
pub(crate) struct Source {
    /// Its path below the root of the repository.
    pub(crate) path: String,
    /// The module that it is, from the root of the crate: `tui`, `view`. Nothing for the root itself.
    pub(crate) module: Vec<String>,
    /// What stands in it.
    pub(crate) text: String,
}

impl Source {
    /// The file, as syntax.
    pub(crate) fn syntax(&self) -> syn::File {
        syn::parse_file(&self.text).unwrap_or_else(|error| panic!("{}: {error}", self.path))
    }
}

/// Every Rust file below a folder of the repository.
pub(crate) fn below(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    collect(&root.join(folder), root, folder, &mut sources);
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

fn collect(folder: &Path, root: &Path, top: &str, sources: &mut Vec<Source>) {
    let entries = fs::read_dir(folder).expect("a folder of the repository");
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        if path.is_dir() {
            collect(&path, root, top, sources);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let relative = path.strip_prefix(root).expect("a path below the root");
            let within = relative.strip_prefix(top).expect("a path below the folder");
            sources.push(Source {
                path: relative.display().to_string(),
                module: module_of(within),
                text: fs::read_to_string(&path).expect("a file"),
            });
        }
    }
}

fn module_of(file: &Path) -> Vec<String> {
    let stem: PathBuf = file.with_extension("");
    let mut module: Vec<String> = stem
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    if matches!(module.last().map(String::as_str), Some("mod" | "lib" | "main")) {
        module.pop();
    }
    module
}

/// The files of the library that are part of the program: not those of tests.
pub(crate) fn production() -> Vec<Source> {
    let all = below("src");
    let tests: BTreeSet<Vec<String>> = all.iter().flat_map(test_modules).collect();
    let is_test = |source: &Source| tests.iter().any(|test| source.module.starts_with(test));
    let (tests, production): (Vec<_>, Vec<_>) = all.into_iter().partition(is_test);
    assert!(
        !tests.is_empty() && production.len() > 100,
        "the sources were not found"
    );
    production
}

/// The modules that a file declares for tests only, in files of their own.
fn test_modules(source: &Source) -> Vec<Vec<String>> {
    let declared = source.syntax().items.into_iter().filter_map(|item| match item {
        syn::Item::Mod(module) if module.content.is_none() && is_for_tests(&module.attrs) => {
            Some(module.ident.to_string())
        }
        _ => None,
    });
    declared
        .map(|name| source.module.iter().cloned().chain([name]).collect())
        .collect()
}

/// Whether something is there only in tests.
pub(crate) fn is_for_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("test")
            || (attribute.path().is_ident("cfg")
                && attribute
                    .parse_args::<syn::Path>()
                    .is_ok_and(|condition| condition.is_ident("test")))
    })
}

#[test]
fn files_are_modules() {
    for (file, module) in [
        ("lib.rs", ""),
        ("tui/mod.rs", "tui"),
        ("tui/run.rs", "tui run"),
        ("tui/run/opening.rs", "tui run opening"),
    ] {
        assert_eq!(module_of(Path::new(file)).join(" "), module, "{file}");
    }
}

#[test]
fn modules_of_tests_are_known() {
    let source = |text: &str| Source {
        path: "src/a.rs".to_owned(),
        module: vec!["a".to_owned()],
        text: text.to_owned(),
    };
    for (text, found) in [
        ("#[cfg(test)]\nmod tests;", 1),
        ("#[cfg(test)]\npub(crate) mod arbitrary;", 1),
        ("mod tests;", 0),
        ("#[cfg(unix)]\nmod tests;", 0),
        ("#[cfg(test)]\nmod tests { }", 0),
    ] {
        assert_eq!(test_modules(&source(text)).len(), found, "{text}");
    }
}
