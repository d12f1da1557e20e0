//! A mistake with its place in the file.

use super::Mistake;
use crate::messages::Locale;
use std::collections::HashSet;
use std::ops::Range;

/// How many mistakes of a file are listed.
const MOST: usize = 1_000;

/// Something that can be wrong with a file that a person writes.
pub trait Wrong {
    /// Its stable name, such as `unknown-attribute`.
    fn code(&self) -> &'static str;
    /// What is wrong, in one sentence without a full stop.
    fn message(&self, locale: Locale) -> String;
    /// How to mend it.
    fn hint(&self, locale: Locale) -> Option<String>;
}

impl Wrong for Mistake {
    fn code(&self) -> &'static str {
        self.code()
    }

    fn message(&self, locale: Locale) -> String {
        self.message(locale)
    }

    fn hint(&self, locale: Locale) -> Option<String> {
        self.hint(locale)
    }
}

/// A mistake that somebody made in a file, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic<M = Mistake> {
    /// What is wrong.
    pub mistake: M,
    /// The faulty bytes of the source.
    pub span: Range<usize>,
    /// The line on which the span begins, from 1.
    pub line: usize,
    /// The column at which the span begins, in characters from 1, as editors count.
    pub column: usize,
}

impl<M: Wrong> Diagnostic<M> {
    /// The mistake's stable name, such as `unknown-attribute`.
    pub fn code(&self) -> &'static str {
        self.mistake.code()
    }
}

/// The mistakes of a file as diagnostics in its order, without repetitions.
pub fn locate<M: PartialEq>(mut found: Vec<(Range<usize>, M)>, source: &str) -> Vec<Diagnostic<M>> {
    found.sort_by_key(|(span, _)| (span.start, span.end));
    found.dedup();
    let mut places = Places::new(source);
    let locate = |(span, mistake): (Range<usize>, M)| {
        let (line, column) = places.advance(span.start);
        Diagnostic {
            mistake,
            span,
            line,
            column,
        }
    };
    found.into_iter().map(locate).collect()
}

/// Mistakes as they are found, in any order.
#[derive(Debug, Default)]
pub(super) struct Mistakes {
    found: Vec<(Range<usize>, Mistake)>,
}

impl Mistakes {
    pub(super) fn report(&mut self, span: Range<usize>, mistake: Mistake) {
        self.found.push((span, mistake));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The diagnostics in the order of the file, without repetitions.
    pub(super) fn into_diagnostics(self, source: &str) -> Vec<Diagnostic> {
        without_those_beyond(MOST, without_consequences(locate(self.found, source)))
    }
}

/// Leaves out what nobody would read, and says so in the place of the first of it.
fn without_those_beyond(limit: usize, mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if diagnostics.len() > limit {
        diagnostics.truncate(limit + 1);
        if let Some(last) = diagnostics.last_mut() {
            last.mistake = Mistake::TooManyMistakes { limit };
        }
    }
    diagnostics
}

/// Where the file is not TOML, text is missing from what was read. Leaves out what may come of that: that something is
/// missing, and whatever stands on a line with an error or on the next one, into which a line without an end runs on.
fn without_consequences(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let torn: HashSet<usize> = diagnostics
        .iter()
        .filter(|found| found.mistake.loses_text())
        .flat_map(|found| [found.line, found.line + 1])
        .collect();
    if !torn.is_empty() {
        // A value without a place is one that the parser has put where it could make nothing of what stands there.
        let is_made_up =
            |found: &Diagnostic| found.span.is_empty() && matches!(found.mistake, Mistake::WrongType { .. });
        diagnostics.retain(|found| {
            found.mistake.loses_text()
                || !(torn.contains(&found.line)
                    || found.mistake.may_follow_from_lost_text()
                    || is_made_up(found))
        });
    }
    diagnostics
}

/// Turns ascending offsets into lines and columns in one pass over the source.
struct Places<'a> {
    rest: &'a str,
    offset: usize,
    line: usize,
    column: usize,
}

impl<'a> Places<'a> {
    fn new(source: &'a str) -> Self {
        Self {
            rest: source,
            offset: 0,
            line: 1,
            column: 1,
        }
    }

    fn advance(&mut self, to: usize) -> (usize, usize) {
        let mut characters = self.rest.chars();
        while self.offset < to {
            let Some(c) = characters.next() else { break };
            self.offset += c.len_utf8();
            if c == '\n' {
                self.line += 1;
                self.column = 1;
            } else if c != '\u{feff}' {
                self.column += 1;
            }
        }
        self.rest = characters.as_str();
        (self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_and_characters() {
        let source = "一二\nab\r\nc";
        let mut places = Places::new(source);
        for (offset, place) in [
            (0, (1, 1)),
            (3, (1, 2)),
            (6, (1, 3)),
            (7, (2, 1)),
            (8, (2, 2)),
            (11, (3, 1)),
            (99, (3, 2)),
        ] {
            assert_eq!(places.advance(offset), place, "{offset}");
        }
    }
}
