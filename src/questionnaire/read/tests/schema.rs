//! `questions/schema.json`, by which editors complete and check questionnaires, and the reference for authors say what
//! the reader does.

use super::super::super::mistake::CODES;
use super::super::super::vocabulary::*;
use super::*;
use serde_json::Value;
use std::collections::BTreeSet;

fn schema() -> Value {
    let text = include_str!("../../../../questions/schema.json");
    serde_json::from_str(text).expect("JSON")
}

fn keys(of: &Value) -> BTreeSet<&str> {
    let object = of.as_object().expect("an object");
    object.keys().map(String::as_str).collect()
}

fn words(of: &Value) -> Vec<&str> {
    let array = of.as_array().expect("an array");
    array.iter().filter_map(Value::as_str).collect()
}

fn set(lists: &[&[&'static str]]) -> BTreeSet<&'static str> {
    lists.iter().flat_map(|list| *list).copied().collect()
}

fn kind_attributes_of_all() -> BTreeSet<&'static str> {
    KIND_ATTRIBUTES
        .iter()
        .flat_map(|(_, list)| *list)
        .copied()
        .collect()
}

#[test]
fn it_has_the_attributes_that_nodes_take() {
    let schema = schema();
    assert_eq!(keys(&schema["properties"]), set(&[ROOT_ATTRIBUTES]));
    let node = &schema["definitions"]["node"]["properties"];
    let mut all = set(&[COMMON_ATTRIBUTES, SECTION_ATTRIBUTES, QUESTION_ATTRIBUTES]);
    all.extend(kind_attributes_of_all());
    assert_eq!(keys(node), all);
}

#[test]
fn it_has_the_words_that_attributes_take() {
    let schema = schema();
    let node = &schema["definitions"]["node"]["properties"];
    let root = &schema["properties"];
    for (attribute, known) in [
        (&node["kind"], Kind::NAMES.as_slice()),
        (&node["align"], ALIGNS),
        (&node["heading_style"], HEADING_STYLES),
        (&node["layout"], LAYOUTS),
        (&root["align"], ALIGNS),
        (&root["layout"], LAYOUTS),
        (&root["count_by"], COUNTS),
    ] {
        assert_eq!(words(&attribute["enum"]), known, "{attribute}");
    }
    let options = schema["definitions"]["requirement"]["anyOf"]
        .as_array()
        .expect("options");
    let tests = options
        .iter()
        .find_map(|option| option.get("properties"))
        .expect("tests");
    assert_eq!(keys(tests), set(&[TESTS]));
}

#[test]
fn it_forbids_what_forms_and_kinds_do_not_take() {
    let schema = schema();
    let rules = schema["definitions"]["node"]["allOf"].as_array().expect("rules");
    let forbidden = |rule: &Value| -> BTreeSet<String> {
        let attributes = rule["then"]["properties"].as_object().expect("attributes");
        let is_forbidden =
            |(name, rule): (&String, &Value)| (*rule == Value::Bool(false)).then(|| name.clone());
        attributes.iter().filter_map(is_forbidden).collect()
    };
    let mut kinds = Vec::new();
    for rule in rules {
        let expected: BTreeSet<_> = match rule["if"]["properties"]["kind"]["const"].as_str() {
            Some(kind) => {
                kinds.push(kind);
                let taken = set(&[kind_attributes(kind)]);
                kind_attributes_of_all()
                    .difference(&taken)
                    .map(ToString::to_string)
                    .collect()
            }
            // Questions take nothing that is for sections, but for what they, or some kinds of them, take too.
            None => set(&[SECTION_ATTRIBUTES])
                .difference(&kind_attributes_of_all())
                .filter(|attribute| !QUESTION_ATTRIBUTES.contains(attribute))
                .map(ToString::to_string)
                .collect(),
        };
        assert_eq!(forbidden(rule), expected, "{}", rule["if"]);
    }
    assert_eq!(kinds, Kind::NAMES);
}

#[test]
fn the_reference_names_every_word_of_the_format() {
    let reference = include_str!("../../../../questions/README.md");
    let (chinese, english) = reference.split_once("\n---\n").expect("two languages");
    let mut all = set(&[
        ROOT_ATTRIBUTES,
        COMMON_ATTRIBUTES,
        SECTION_ATTRIBUTES,
        QUESTION_ATTRIBUTES,
        &Kind::NAMES,
        TESTS,
        RESERVED_WORDS,
    ]);
    all.extend(kind_attributes_of_all());
    for half in [chinese, english] {
        // A test stands inside of a condition: `{ "a.b" = { min = 3, max = 5 } }`.
        let code: String = half.split('`').skip(1).step_by(2).collect::<Vec<_>>().join("\n");
        let named: BTreeSet<_> = code
            .split(|c: char| !(c.is_ascii_alphanumeric() || "_-".contains(c)))
            .collect();
        let missing: Vec<_> = all.iter().filter(|word| !named.contains(*word)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
    // The tables of mistakes have each code once, and nothing else.
    for (half, title) in [(chinese, "## 常见错误"), (english, "## Common mistakes")] {
        let (_, table) = half.split_once(title).expect("a table of mistakes");
        let rows = table.lines().filter(|line| line.starts_with("| `"));
        let first_cells = rows.filter_map(|row| row.split('|').nth(1));
        let codes = first_cells.flat_map(|cell| cell.split('`').skip(1).step_by(2).collect::<Vec<_>>());
        let mut codes: Vec<_> = codes.collect();
        let mut all = CODES.to_vec();
        codes.sort_unstable();
        all.sort_unstable();
        assert_eq!(codes, all, "{title}");
    }
}
