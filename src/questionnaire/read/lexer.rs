//! What stands in the tags of a template, with places.
//!
//! The template engine says which names a template uses but not where, and finds an unknown filter only when it
//! renders. This lexer finds the places. It reads templates that the engine has accepted; should the two ever differ,
//! a mistake is shown at the whole template instead of at the word, no more.

use std::ops::Range;

/// A word in a tag, and how it is used there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word<'t> {
    /// The word; a dotted name is one word.
    pub(super) text: &'t str,
    /// Where it stands in the template.
    pub(super) span: Range<usize>,
    /// How it is used.
    pub(super) usage: Usage,
}

/// How a word is used in a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Usage {
    /// The first word of `{% … %}`.
    Tag,
    /// Behind `|`.
    Filter,
    /// Behind `is`.
    Test,
    /// Before `(`.
    Call,
    /// Before `=`.
    Assigned,
    /// In quotation marks, without them.
    Literal,
    /// A name whose value is used, or a keyword.
    Name,
}

/// The words in the tags of a template.
#[derive(Debug, Default)]
pub(super) struct Words<'t> {
    pub(super) words: Vec<Word<'t>>,
    /// The number of words and signs in the longest tag.
    pub(super) longest_tag: usize,
}

impl Words<'_> {
    /// How many `{% elif … %}` there are.
    pub(super) fn elif_tags(&self) -> usize {
        let is_elif = |word: &&Word<'_>| word.usage == Usage::Tag && word.text == "elif";
        self.words.iter().filter(is_elif).count()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tag {
    Variable,
    Block,
}

impl Tag {
    fn closes(self, rest: &str) -> bool {
        rest.starts_with(match self {
            Self::Variable => "}}",
            Self::Block => "%}",
        })
    }
}

/// Finds the words in the tags of a template.
pub(super) fn words(template: &str) -> Words<'_> {
    let mut found = Words::default();
    let mut cursor = Cursor {
        template,
        at: 0,
        open_brackets: 0,
    };
    while let Some(opening) = cursor.rest().find('{') {
        cursor.at += opening;
        let rest = cursor.rest();
        let tag = if rest.starts_with("{{") {
            Tag::Variable
        } else if rest.starts_with("{%") {
            Tag::Block
        } else if rest.starts_with("{#") {
            cursor.at += 2;
            cursor.skip_behind("#}");
            continue;
        } else {
            cursor.at += 1;
            continue;
        };
        cursor.at += 2;
        match tag {
            Tag::Block if cursor.skip_sole_word("raw") => cursor.skip_raw(),
            _ => cursor.tag(tag, &mut found),
        }
    }
    found
}

struct Cursor<'t> {
    template: &'t str,
    at: usize,
    /// The engine counts brackets across tags, and lets no tag end while the count is not even.
    open_brackets: isize,
}

impl<'t> Cursor<'t> {
    fn rest(&self) -> &'t str {
        self.template.get(self.at..).unwrap_or_default()
    }

    fn skip_behind(&mut self, mark: &str) {
        self.at = match self.rest().find(mark) {
            Some(found) => self.at + found + mark.len(),
            None => self.template.len(),
        };
    }

    /// Skips the rest of a block tag that holds one word and nothing else.
    fn skip_sole_word(&mut self, word: &str) -> bool {
        let marker = ['-', '+'];
        let rest = self.rest();
        let inner = rest.strip_prefix(marker).unwrap_or(rest).trim_ascii_start();
        let behind = inner.strip_prefix(word).map(str::trim_ascii_start);
        let end = behind.and_then(|behind| behind.strip_prefix(marker).unwrap_or(behind).strip_prefix("%}"));
        if let Some(end) = end {
            self.at = self.template.len() - end.len();
        }
        end.is_some()
    }

    /// Skips text that is no template, up to its end tag.
    fn skip_raw(&mut self) {
        while !self.rest().is_empty() {
            self.skip_behind("{%");
            if self.skip_sole_word("endraw") {
                break;
            }
        }
    }

    /// Reads to the end of a tag.
    fn tag(&mut self, tag: Tag, found: &mut Words<'t>) {
        let mut length = 0;
        let mut next = match tag {
            Tag::Block => Usage::Tag,
            Tag::Variable => Usage::Name,
        };
        while let Some(c) = self.rest().chars().next() {
            if self.open_brackets == 0 && tag.closes(self.rest()) {
                self.at += 2;
                break;
            }
            if c.is_whitespace() {
                self.at += c.len_utf8();
                continue;
            }
            length += 1;
            if c == '"' || c == '\'' {
                self.string(c, found);
                next = Usage::Name;
            } else if c.is_alphanumeric() || c == '_' {
                let (text, then) = self.word(next, found);
                length += text.matches('.').count();
                next = then;
            } else {
                match c {
                    '(' | '[' | '{' => self.open_brackets += 1,
                    ')' | ']' | '}' => self.open_brackets -= 1,
                    _ => {}
                }
                self.at += c.len_utf8();
                next = match c {
                    '|' => Usage::Filter,
                    // `{%- if` opens a tag as `{% if` does.
                    '-' | '+' if next == Usage::Tag => Usage::Tag,
                    _ => Usage::Name,
                };
            }
        }
        found.longest_tag = found.longest_tag.max(length);
    }

    fn string(&mut self, quote: char, found: &mut Words<'t>) {
        self.at += 1;
        let start = self.at;
        let mut end = self.template.len();
        while let Some(c) = self.rest().chars().next() {
            let at = self.at;
            self.at += c.len_utf8();
            match c {
                '\\' => self.at += self.rest().chars().next().map_or(0, char::len_utf8),
                _ if c == quote => {
                    end = at;
                    break;
                }
                _ => {}
            }
        }
        found.words.push(Word {
            text: self.template.get(start..end).unwrap_or_default(),
            span: start..end,
            usage: Usage::Literal,
        });
    }

    /// Reads one word, and says how the next one would be used.
    fn word(&mut self, usage: Usage, found: &mut Words<'t>) -> (&'t str, Usage) {
        let rest = self.rest();
        let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
        let length = rest.find(|c| !part(c)).unwrap_or(rest.len());
        let text = rest.get(..length).unwrap_or_default().trim_end_matches('.');
        let span = self.at..self.at + text.len();
        let is_attribute = self
            .template
            .get(..self.at)
            .is_some_and(|before| before.ends_with('.'));
        self.at += length;
        let after = self.rest().trim_start();
        let usage = match usage {
            Usage::Name if after.starts_with('(') => Usage::Call,
            Usage::Name if after.starts_with('=') && !after.starts_with("==") => Usage::Assigned,
            other => other,
        };
        let next = match (usage, text) {
            (Usage::Name, "is") if !is_attribute => Usage::Test,
            (Usage::Test, "not") => Usage::Test,
            (Usage::Tag, "filter") => Usage::Filter,
            _ => Usage::Name,
        };
        if !(usage == Usage::Test && text == "not") {
            found.words.push(Word { text, span, usage });
        }
        (text, next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_words_by_their_use() {
        use Usage::*;
        for (template, expected) in [
            ("一{{ a.b | han }}二", vec![("a.b", Name), ("han", Filter)]),
            (
                "{% if a is not none %}",
                vec![("if", Tag), ("a", Name), ("is", Name), ("none", Test)],
            ),
            (
                "{%- for p in range(3) -%}",
                vec![
                    ("for", Tag),
                    ("p", Name),
                    ("in", Name),
                    ("range", Call),
                    ("3", Name),
                ],
            ),
            (
                "{{ a | join(last=\"}}\", x='\\'') }}{{ b }}",
                vec![
                    ("a", Name),
                    ("join", Filter),
                    ("last", Assigned),
                    ("}}", Literal),
                    ("x", Assigned),
                    ("\\'", Literal),
                    ("b", Name),
                ],
            ),
            (
                "{# {{ a }} #}{% raw %}{{ b }}{%- endraw -%}{{ c }}",
                vec![("c", Name)],
            ),
            ("{{ {\"a\": {}} }}{{ b }}", vec![("a", Literal), ("b", Name)]),
            ("{% filter upper %}", vec![("filter", Tag), ("upper", Filter)]),
            ("{{ a", vec![("a", Name)]),
            ("{", vec![]),
        ] {
            let found = words(template);
            let found: Vec<_> = found.words.iter().map(|w| (w.text, w.usage)).collect();
            assert_eq!(found, expected, "{template}");
        }
    }
}
