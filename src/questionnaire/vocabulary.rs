//! The words of format 1: which attributes each form of node takes, and which words cannot be ids.
//!
//! The reader, the schema for editors and the reference for authors all go by these lists.

/// Attributes of the root table.
pub const ROOT_ATTRIBUTES: &[&str] = &[
    "format",
    "title",
    "about",
    "version",
    "language",
    "numbering",
    "indent",
    "paragraph_gap",
    "count_by",
    "terms",
    "heading",
    "layout",
    "text",
    "label",
    "help",
    "align",
    "min_length",
    "max_length",
];

/// Attributes of every node but the root.
pub const COMMON_ATTRIBUTES: &[&str] = &[
    "when",
    "text",
    "label",
    "help",
    "align",
    "min_length",
    "max_length",
    "was",
];

/// Attributes that sections take beyond [`COMMON_ATTRIBUTES`].
pub const SECTION_ATTRIBUTES: &[&str] = &[
    "heading",
    "heading_style",
    "layout",
    "number",
    "repeat",
    "min",
    "max",
    "for_each",
    "from",
];

/// Attributes that questions of all kinds take beyond [`COMMON_ATTRIBUTES`].
pub const QUESTION_ATTRIBUTES: &[&str] = &[
    "ask",
    "kind",
    "example",
    "placeholder",
    "default",
    "required",
    "sensitive",
    "carry",
    "from",
];

/// For each kind, in the order of [`Kind::NAMES`](super::Kind::NAMES), the attributes that its questions take beyond
/// [`QUESTION_ATTRIBUTES`].
pub const KIND_ATTRIBUTES: &[(&str, &[&str])] = &[
    ("line", &["pattern", "pattern_hint"]),
    ("prose", &["pattern", "pattern_hint"]),
    ("number", &["min", "max", "unit"]),
    ("date", &["min", "max"]),
    ("month", &["min", "max"]),
    ("year", &["min", "max"]),
    ("yes-no", &[]),
    ("choice", &["choices", "other"]),
    ("choices", &["choices", "other", "min", "max"]),
    ("list", &["min", "max"]),
    ("links", &["to", "min", "max"]),
];

/// What `align` takes.
pub const ALIGNS: &[&str] = &["left", "center", "right"];

/// What `heading_style` takes.
pub const HEADING_STYLES: &[&str] = &["block", "run-in", "none"];

/// What `layout` takes.
pub const LAYOUTS: &[&str] = &["paragraphs", "paragraph"];

/// What `count_by` takes.
pub const COUNTS: &[&str] = &["zi", "words", "characters"];

/// What a condition can ask of a node: the keys of `{ path = { … } }`.
pub const TESTS: &[&str] = &["answered", "min", "max", "before", "after", "contains"];

/// Words that have a meaning of their own in templates, conditions or the session file, and so cannot be ids. The
/// attributes of sections and questions cannot be ids either, nor can those of the root at the root.
pub const RESERVED_WORDS: &[&str] = &[
    "answer",
    "each",
    "id",
    "for",
    "not",
    "any",
    "and",
    "or",
    "in",
    "is",
    "if",
    "else",
    "true",
    "false",
    "none",
    "loop",
    "self",
    "super",
    "caller",
    "range",
    "dict",
    "namespace",
    "debug",
];

/// The attributes that a kind's questions take beyond [`QUESTION_ATTRIBUTES`].
pub fn kind_attributes(kind: &str) -> &'static [&'static str] {
    KIND_ATTRIBUTES
        .iter()
        .find(|(name, _)| *name == kind)
        .map_or(&[], |(_, attributes)| attributes)
}

/// Whether a word is an attribute of any section, question or text.
pub fn is_node_attribute(word: &str) -> bool {
    [COMMON_ATTRIBUTES, SECTION_ATTRIBUTES, QUESTION_ATTRIBUTES]
        .iter()
        .any(|list| list.contains(&word))
        || KIND_ATTRIBUTES.iter().any(|(_, list)| list.contains(&word))
}

/// Whether a word cannot be the id of a node; `at_root` for the root's own children.
pub fn is_reserved(word: &str, at_root: bool) -> bool {
    RESERVED_WORDS.contains(&word) || is_node_attribute(word) || (at_root && ROOT_ATTRIBUTES.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::Kind;

    #[test]
    fn every_kind_has_its_attributes_listed() {
        let listed: Vec<_> = KIND_ATTRIBUTES.iter().map(|(name, _)| *name).collect();
        assert_eq!(listed, Kind::NAMES);
    }
}
