//! Reads a questionnaire from TOML and checks it whole.
//!
//! One step per file: the TOML tables become a tree in the order of the file (`tables`); each table becomes a draft of a
//! node (`nodes`, `sections`, `questions`, `kinds`, `root`); then, since kinds and sections are known, the names are
//! looked up (`tree`, `references`, `items`, `conditions`, `earlier_session`); and if no step found a mistake the drafts become nodes
//! (`finish`). No step stops at a mistake. What comes of a mistake that has been reported is not reported again.

use super::diagnostic::{Diagnostic, Mistakes};
use super::template::Engine;
use super::{Mistake, NodeId, Questionnaire};
use attributes::Attributes;
use nodes::NodeReader;
use patterns::Patterns;
pub use size::MAX_FILE_SIZE;
use std::sync::Arc;
use toml::de::DeTable;

mod attributes;
mod comparisons;
mod conditions;
mod defaults;
mod draft;
mod earlier_session;
mod finish;
mod full_width;
mod items;
mod kinds;
mod lexer;
mod nodes;
mod patterns;
mod place;
mod questions;
mod references;
mod root;
mod sections;
mod size;
mod syntax;
mod tables;
mod templates;
mod tree;

#[cfg(test)]
mod tests;

/// Reads a questionnaire.
///
/// # Errors
/// Every mistake in it, in the order of the file.
pub fn read(source: &str) -> Result<Questionnaire, Vec<Diagnostic>> {
    let mut mistakes = Mistakes::default();
    if let Some((span, excess)) = size::too_much(source) {
        mistakes.report(span, excess);
        return Err(mistakes.into_diagnostics(source));
    }
    let (document, errors) = DeTable::parse_recoverable(source);
    syntax::report(&errors, source, &mut mistakes);
    let attributes = Attributes::of(document.get_ref(), source, true);
    if !root::check_format(attributes, &mut mistakes) {
        return Err(mistakes.into_diagnostics(source));
    }
    let settings = root::settings(attributes, &mut mistakes);
    let table = tables::tree(document.get_ref(), source, &mut mistakes);
    let mut reader = NodeReader {
        source,
        engine: Engine::new(&settings.language),
        mistakes,
        patterns: Patterns::default(),
    };
    let drafts = reader.read(&table);
    let NodeReader {
        engine, mut mistakes, ..
    } = reader;
    let resolved = references::resolve(&drafts, &mut mistakes);
    let nodes: Option<Vec<_>> = drafts
        .into_iter()
        .zip(resolved)
        .map(|(draft, resolved)| finish::finish(draft, resolved))
        .collect();
    match nodes {
        Some(nodes) if mistakes.is_empty() => {
            let ids = nodes.iter().enumerate();
            let by_path = ids
                .map(|(index, node)| (node.path.clone(), NodeId::new(index)))
                .collect();
            Ok(Questionnaire {
                settings,
                nodes,
                by_path,
                engine,
                source: Arc::from(source),
            })
        }
        _ => Err(mistakes.into_diagnostics(source)),
    }
}

/// Reads a questionnaire from the bytes of a file.
///
/// # Errors
/// Every mistake in it, in the order of the file.
pub fn read_bytes(bytes: &[u8]) -> Result<Questionnaire, Vec<Diagnostic>> {
    match std::str::from_utf8(bytes) {
        Ok(source) => read(source),
        Err(error) => {
            let at = error.valid_up_to();
            let mut mistakes = Mistakes::default();
            mistakes.report(at..at, Mistake::NotUtf8);
            let sound = bytes.get(..at).and_then(|bytes| std::str::from_utf8(bytes).ok());
            Err(mistakes.into_diagnostics(sound.unwrap_or_default()))
        }
    }
}
