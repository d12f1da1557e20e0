//! Data-driven cases: every directory below `assembly/`, `mistakes/` and `sessions/` is one.

use std::fs;
use std::path::{Path, PathBuf};

mod assembly;
mod mistakes;
mod sessions;

/// The directories of the cases of a kind, in the order of their names.
fn cases(kind: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/cases")
        .join(kind);
    let mut cases: Vec<PathBuf> = fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    assert!(!cases.is_empty(), "no cases in {kind}");
    cases
}

fn read(case: &Path, name: &str) -> Option<String> {
    fs::read_to_string(case.join(name)).ok()
}

/// Fails with all differences, not only with the first.
fn report(kind: &str, failures: &[String], total: usize) {
    assert!(
        failures.is_empty(),
        "{} of {total} {kind} cases fail:\n\n{}",
        failures.len(),
        failures.join("\n\n")
    );
}
