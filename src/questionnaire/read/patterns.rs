//! The regular expressions of a questionnaire.

use super::super::mistake::Mistake;
use regex::{Regex, RegexBuilder};
use std::collections::HashMap;

/// The compiled size of a pattern. Long repetitions such as `\p{L}{1,500}` are refused.
const MAX_SIZE: usize = 1 << 19;
/// How many different patterns there may be, so that compiling them takes a second or two at the very worst.
const MAX_PATTERNS: usize = 300;

/// Compiles patterns, each of them once.
#[derive(Debug, Default)]
pub(super) struct Patterns {
    compiled: HashMap<String, Result<Regex, String>>,
}

impl Patterns {
    pub(super) fn compile(&mut self, pattern: &str) -> Result<Regex, Mistake> {
        if let Some(known) = self.compiled.get(pattern) {
            return known.clone().map_err(bad);
        }
        if self.compiled.len() == MAX_PATTERNS {
            return Err(Mistake::TooManyPatterns { limit: MAX_PATTERNS });
        }
        let built = RegexBuilder::new(pattern).size_limit(MAX_SIZE).build();
        let compiled = built.map_err(|error| detail(&error));
        self.compiled.insert(pattern.to_owned(), compiled.clone());
        compiled.map_err(bad)
    }
}

fn bad(detail: String) -> Mistake {
    Mistake::BadRegex { detail }
}

/// What is wrong with a regular expression, without the drawing that the crate makes of it.
fn detail(error: &regex::Error) -> String {
    let text = error.to_string();
    let last = text.lines().next_back().unwrap_or_default();
    last.trim_start_matches("error: ").to_owned()
}
