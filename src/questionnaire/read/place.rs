//! Where the characters of a TOML string stand in the file.

use std::ops::Range;

/// The place of a string in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// The string with its quotation marks.
    span: Range<usize>,
    /// Where its first character stands, if the string is written out byte for byte.
    content: Option<usize>,
}

impl Place {
    /// The place of a string that was read as `text`.
    pub(super) fn of(source: &str, span: Range<usize>, text: &str) -> Self {
        let content = source.get(span.clone()).and_then(|raw| {
            let opening = [
                "\"\"\"\r\n",
                "'''\r\n",
                "\"\"\"\n",
                "'''\n",
                "\"\"\"",
                "'''",
                "\"",
                "'",
            ]
            .into_iter()
            .find(|quotes| raw.starts_with(quotes))?;
            raw.strip_prefix(opening)?
                .starts_with(text)
                .then_some(span.start + opening.len())
        });
        Self { span, content }
    }

    /// The whole string.
    pub(super) fn whole(&self) -> Range<usize> {
        self.span.clone()
    }

    /// A part of the string, given as a range of what was read; the whole where escapes stand in the way.
    pub(super) fn part(&self, part: Range<usize>) -> Range<usize> {
        match self.content {
            Some(content) if content + part.end <= self.span.end => content + part.start..content + part.end,
            _ => self.whole(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_parts_of_plain_strings_only() {
        for (source, text, part, found) in [
            ("x = \"一{{a}}\"", "一{{a}}", 5..6, "a"),
            ("x = '''\n{{a}}'''", "{{a}}", 2..3, "a"),
            ("x = \"\"\"\r\n{{a}}\"\"\"", "{{a}}", 2..3, "a"),
            ("x = \"\\t{{a}}\"", "\t{{a}}", 3..4, "\"\\t{{a}}\""),
        ] {
            let place = Place::of(source, 4..source.len(), text);
            assert_eq!(source.get(place.part(part)), Some(found), "{source}");
        }
    }
}
