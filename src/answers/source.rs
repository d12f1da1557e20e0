//! The TOML that answers come in, from a session's file or an answers file. It may come from anywhere, so it is looked at
//! before it is parsed.

use crate::text::toml_excess::{Excess, Limits, excess};
use serde::Deserialize;
use toml::Table;
use toml::de::DeTable;

/// How much there may be in a session's file: several hundred thousand instances, or an answer of a hundred megabytes.
pub const OF_SESSION: Limits = Limits {
    bytes: 128 << 20,
    tables: usize::MAX,
    tokens: 24_000_000,
};
/// How much there may be in an answers file. A session notes of each answer where it came from, which takes four times
/// as many words, and must be able to hold them all.
pub const OF_ANSWERS: Limits = Limits {
    bytes: OF_SESSION.bytes / 2,
    tables: usize::MAX,
    tokens: OF_SESSION.tokens / 6,
};

/// Why a text is no table.
#[derive(Debug, Clone, PartialEq)]
pub enum Unreadable {
    /// There is too much of something, from this byte on. It was not parsed.
    TooMuch(usize, Excess),
    /// It is not TOML.
    Syntax(toml::de::Error),
}

/// Reads a text as a table.
///
/// # Errors
/// [`Unreadable`]
pub fn parse(text: &str, limits: Limits) -> Result<Table, Unreadable> {
    look_at(text, limits)?;
    toml::from_str(text).map_err(Unreadable::Syntax)
}

/// Whatever can be made out of a text that is cut or broken, by a parser that goes on after a mistake. Nothing, where
/// there is too much of something.
pub fn salvage(text: &str, limits: Limits) -> Table {
    if look_at(text, limits).is_err() {
        return Table::new();
    }
    let (parsed, _) = DeTable::parse_recoverable(text);
    Table::deserialize(toml::Deserializer::from(parsed)).unwrap_or_default()
}

fn look_at(text: &str, limits: Limits) -> Result<(), Unreadable> {
    match excess(text, limits) {
        Some((at, excess)) => Err(Unreadable::TooMuch(at, excess)),
        None => Ok(()),
    }
}
