//! Answers as no program writes them, and names that no questionnaire has.

use super::dice::Dice;
use super::form::Form;
use super::words::Tokens;
use toml::{Table, Value};

/// Names that might stand in a file.
pub(super) const KEYS: &[&str] = &[
    "zz",
    "Z",
    "名 字",
    "a.b",
    "\"",
    "",
    "n1",
    "id",
    "for",
    "draft",
    "removed_unread",
];

/// Answers as no program writes them: names that there are and others, with anything below them. Every text holds a
/// token.
pub(super) fn scrawl(form: &Form, dice: &mut Dice, tokens: &mut Tokens, depth: usize) -> Table {
    let mut table = Table::new();
    for _ in 0..dice.roll(5) {
        let known = dice
            .pick(&form.nodes)
            .filter(|_| dice.chance(70))
            .map(|node| node.name.as_str())
            .filter(|name| *name != "n0");
        let key = known.or(dice.pick(KEYS).copied()).unwrap_or("zz");
        let value = match dice.roll(if depth > 3 { 3 } else { 7 }) {
            _ if matches!(key, "id" | "for") => {
                Value::from(dice.pick(&["a", "b", "A b"]).copied().unwrap_or("a"))
            }
            0 => Value::from(tokens.lines(dice)),
            1 => Value::Array(
                (0..dice.roll(3))
                    .map(|_| Value::from(tokens.line(dice)))
                    .collect(),
            ),
            2 => Value::Array(vec![Value::from(1), Value::from(1.5), Value::from(tokens.text())]),
            3 | 4 => Value::Table(scrawl(form, dice, tokens, depth + 1)),
            _ => Value::Array(
                (0..dice.roll(4))
                    .map(|_| Value::Table(scrawl(form, dice, tokens, depth + 1)))
                    .collect(),
            ),
        };
        table.insert(key.to_owned(), value);
    }
    table
}
