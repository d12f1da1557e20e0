//! The errors of the TOML parser in the words of the interface, and how to mend them.

use crate::messages::Locale;

type Words = fn(Locale) -> &'static str;

/// How messages of the parser begin, what is said instead, and how to mend it. The first that fits holds.
const TABLE: &[(&[&str], Words, Words)] = &[
    (
        &["string values must be quoted"],
        Locale::toml_unquoted_string,
        Locale::mend_toml_unquoted_string,
    ),
    (
        &["missing comma"],
        Locale::toml_missing_comma,
        Locale::mend_toml_missing_comma,
    ),
    (
        &["extra comma"],
        Locale::toml_extra_comma,
        Locale::mend_toml_extra_comma,
    ),
    (
        &["missing value"],
        Locale::toml_missing_value,
        Locale::mend_toml_line,
    ),
    (
        &["missing assignment", "key with no value"],
        Locale::toml_missing_equals,
        Locale::mend_toml_line,
    ),
    (
        &["extra `=`", "extra assignment", "unexpected `=`"],
        Locale::toml_extra_equals,
        Locale::mend_toml_extra_equals,
    ),
    (
        &[
            "unclosed",
            "missing table open",
            "missing inline table opening",
            "missing array opening",
        ],
        Locale::toml_unclosed,
        Locale::mend_toml_unclosed,
    ),
    (
        &[
            "invalid basic string",
            "invalid literal string",
            "invalid multi-line",
            "invalid string",
            "missing opening quote",
            "missing escaped value",
            "too few unicode value digits",
        ],
        Locale::toml_bad_string,
        Locale::mend_toml_bad_string,
    ),
    // Not one of keys.
    (
        &["invalid key-value"],
        Locale::toml_unexpected,
        Locale::mend_toml_unexpected,
    ),
    (
        &[
            "invalid unquoted key",
            "invalid key",
            "unquoted keys cannot be empty",
            "keys cannot be multi-line",
            "missing key",
        ],
        Locale::toml_bad_key,
        Locale::mend_toml_bad_key,
    ),
    (
        &[
            "invalid integer",
            "invalid hexadecimal",
            "invalid octal",
            "invalid binary",
            "invalid float",
            "invalid mantissa",
            "invalid fraction",
            "invalid exponent",
            "unexpected leading zero",
            "unexpected sign",
            "redundant",
            "integers with a radix",
            "radix must be",
            "`_` may only",
        ],
        Locale::toml_bad_number,
        Locale::mend_toml_bad_number,
    ),
    (
        &["invalid date-time"],
        Locale::toml_bad_datetime,
        Locale::mend_toml_bad_datetime,
    ),
    (
        &["invalid boolean"],
        Locale::toml_bad_boolean,
        Locale::mend_toml_bad_boolean,
    ),
    (
        &["carriage return"],
        Locale::toml_lone_return,
        Locale::mend_toml_lone_return,
    ),
    (
        &["invalid comment character", "missing comment start"],
        Locale::toml_bad_comment,
        Locale::mend_toml_bad_comment,
    ),
    (
        &["cannot extend value"],
        Locale::toml_extends_value,
        Locale::mend_toml_extends_value,
    ),
];

fn row(detail: &str) -> Option<&'static (&'static [&'static str], Words, Words)> {
    let begins = |beginning: &&str| detail.starts_with(beginning);
    TABLE
        .iter()
        .find(|(beginnings, ..)| beginnings.iter().any(begins))
}

/// What the parser means by a message. What it has no words of its own for is something that does not belong there.
pub(super) fn detail(detail: &str, locale: Locale) -> &'static str {
    row(detail).map_or_else(|| locale.toml_unexpected(), |(_, words, _)| words(locale))
}

/// How to mend it.
pub(super) fn mend(detail: &str, locale: Locale) -> &'static str {
    row(detail).map_or_else(|| locale.mend_toml_unexpected(), |(_, _, mend)| mend(locale))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Messages of `toml_parser` and `toml`, as their sources have them.
    const MESSAGES: [&str; 50] = [
        "string values must be quoted",
        "missing comma between array elements",
        "missing comma between key-value pairs",
        "extra comma in array",
        "extra comma in inline table",
        "missing value",
        "missing value for key",
        "missing assignment between key-value pairs",
        "key with no value",
        "extra `=`",
        "extra assignment between key-value pairs",
        "unexpected `=` in array",
        "unclosed table",
        "unclosed array table",
        "unclosed array",
        "unclosed inline table",
        "missing table open",
        "missing inline table opening",
        "missing array opening",
        "invalid basic string",
        "invalid literal string",
        "invalid multi-line basic string",
        "invalid string",
        "missing opening quote",
        "missing escaped value",
        "too few unicode value digits",
        "invalid unquoted key",
        "invalid key",
        "unquoted keys cannot be empty",
        "keys cannot be multi-line basic strings",
        "missing key for inline table element",
        "invalid integer number",
        "invalid hexadecimal number",
        "invalid float",
        "invalid mantissa",
        "unexpected leading zero",
        "redundant numeric sign",
        "redundant integer number prefix",
        "integers with a radix cannot be signed",
        "radix must be lowercase",
        "`_` may only go between digits",
        "invalid date-time",
        "invalid boolean",
        "carriage return must be followed by newline",
        "invalid comment character",
        "missing comment start",
        "cannot extend value of type array with a dotted key",
        "unexpected content",
        "unexpected key or value",
        "invalid key-value pair",
    ];

    #[test]
    fn every_message_of_the_parser_has_words_in_each_language() {
        for message in MESSAGES {
            let (zh, en) = (detail(message, Locale::Zh), detail(message, Locale::En));
            assert!(!zh.contains(message) && !en.is_empty(), "{message}");
            let belongs_nowhere =
                message.starts_with("unexpected content") || message.starts_with("unexpected key");
            assert_eq!(row(message).is_none(), belongs_nowhere, "{message}");
            for locale in [Locale::Zh, Locale::En] {
                let end = if locale == Locale::Zh { '。' } else { '.' };
                assert!(mend(message, locale).ends_with(end), "{message}");
            }
        }
    }
}
