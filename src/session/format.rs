//! The text of a session's file, version 1: a head of single lines, then the answers in the shape of the tree.
//!
//! ```toml
//! format = 1
//! name = "自查自评 2026"
//! questionnaire = "self-review.zh"
//! created = 1763856000
//! at = "problems.problem[k3f9].facts"
//! progress = { answered = 12, total = 40 }
//!
//! [answers.opening]
//! since = "2021-07"
//! ```
//!
//! Whatever else stands in a file, from a newer version or a hand, is kept and written again.

use super::editions::{self, Edition};
use crate::answers::file::{self, Remark};
use crate::answers::source::{self, Unreadable};
use crate::answers::{Answers, Origin, Place};
use crate::messages::Locale;
use crate::outline::Progress;
use crate::questionnaire::{Mistake, Questionnaire};
use crate::text::toml_excess::Excess;
use std::sync::Arc;
use toml::{Table, Value};

/// The version of the text that this program writes.
pub const FORMAT: i64 = 1;

/// Keys that this version knows; all others are carried along.
const KEYS: [&str; 10] = [
    "format",
    "name",
    "questionnaire",
    editions::KEY,
    "created",
    "at",
    "progress",
    "answers",
    "marks",
    "removed",
];

/// One piece of work on one questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// The name that the person gave it.
    pub name: String,
    /// What the questionnaire was called when the session was started: a shipped name or a file's name.
    pub questionnaire: String,
    /// Which questionnaire it is on by now; `None` for the one that it was started with.
    pub edition: Option<Edition>,
    /// When it was started, in seconds since 1970-01-01 UTC.
    pub created: i64,
    /// The question at which the person was last.
    pub at: Option<Place>,
    /// All answers.
    pub answers: Arc<Answers>,
    /// What this version does not know.
    pub unknown: Table,
}

/// A session's text that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The session.
    pub session: Session,
    /// Answers that the questionnaire has no place for.
    pub remarks: Vec<Remark>,
    /// The version of the text, where it is newer than [`FORMAT`]: such a session is only to be read.
    pub newer: Option<i64>,
}

/// Why a session's text cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    /// Not TOML.
    #[error("{0}")]
    Syntax(String),
    /// Too much of something, so that it was not even tried to make sense of it.
    #[error("{}", self.message(Locale::En))]
    TooMuch(Excess),
    /// It does not say which version it is.
    #[error("it has no line `format = 1`")]
    NoFormat,
}

impl From<Unreadable> for FormatError {
    fn from(unreadable: Unreadable) -> Self {
        match unreadable {
            Unreadable::TooMuch(_, excess) => Self::TooMuch(excess),
            Unreadable::Syntax(error) => Self::Syntax(error.to_string()),
        }
    }
}

impl FormatError {
    /// What is wrong with the text.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::Syntax(error) => locale.format_not_toml(error.trim_end()),
            Self::TooMuch(excess) => Mistake::from(*excess).message(locale),
            Self::NoFormat => locale.format_not_said().to_owned(),
        }
    }
}

/// The text of a session as far as it can be read without its questionnaire.
#[derive(Debug)]
pub(super) struct Parsed {
    table: Table,
    format: i64,
}

impl Parsed {
    /// Parses a text.
    ///
    /// # Errors
    /// [`FormatError`], as of [`Session::from_text`].
    pub(super) fn new(text: &str) -> Result<Self, FormatError> {
        let table = source::parse(text, source::OF_SESSION)?;
        let format = table
            .get("format")
            .and_then(Value::as_integer)
            .ok_or(FormatError::NoFormat)?;
        Ok(Self { table, format })
    }

    /// The session, on its questionnaire.
    pub(super) fn on(self, questionnaire: &Questionnaire) -> Reading {
        Session::from_table(self.table, self.format, questionnaire)
    }
}

impl Session {
    /// A session in which nothing is answered.
    pub fn new(name: String, questionnaire: String, created: i64) -> Self {
        Self {
            name,
            questionnaire,
            edition: None,
            created,
            at: None,
            answers: Arc::default(),
            unknown: Table::new(),
        }
    }

    /// The text of the session's file, without its seal. The progress is written for lists, which read only the head.
    pub fn to_text(&self, questionnaire: &Questionnaire, progress: Progress) -> String {
        let tables = file::write(&self.answers, questionnaire);
        let count = |number: usize| Value::Integer(i64::try_from(number).unwrap_or(i64::MAX));
        let mut head = Table::new();
        head.insert("format".to_owned(), FORMAT.into());
        head.insert("name".to_owned(), self.name.clone().into());
        head.insert("questionnaire".to_owned(), self.questionnaire.clone().into());
        if let Some(edition) = &self.edition {
            head.insert(editions::KEY.to_owned(), edition.to_string().into());
        }
        head.insert("created".to_owned(), self.created.into());
        if let Some(at) = &self.at {
            head.insert("at".to_owned(), at.to_string().into());
        }
        let mut text = head.to_string();
        let (answered, total) = (count(progress.answered), count(progress.total));
        text.push_str(&format!(
            "progress = {{ answered = {answered}, total = {total} }}\n"
        ));
        let mut body = Table::new();
        let mut section = |name: &str, table: Table| {
            if !table.is_empty() {
                body.insert(name.to_owned(), Value::Table(table));
            }
        };
        section("answers", tables.answers);
        section("marks", tables.marks);
        if !tables.removed.is_empty() {
            body.insert("removed".to_owned(), Value::Array(tables.removed));
        }
        // Values before tables, so that what was unknown stays at the level where it stood.
        let (unknown_tables, unknown_values): (Table, Table) = self
            .unknown
            .clone()
            .into_iter()
            .partition(|(_, value)| holds_tables(value));
        text.push_str(&pretty(&unknown_values));
        body.extend(unknown_tables);
        text.push('\n');
        text.push_str(&pretty(&body));
        text
    }

    /// Reads what [`Session::to_text`] wrote.
    ///
    /// # Errors
    /// [`FormatError`] where the text is not TOML, or does not say of which version it is.
    pub fn from_text(text: &str, questionnaire: &Questionnaire) -> Result<Reading, FormatError> {
        Ok(Parsed::new(text)?.on(questionnaire))
    }

    /// Whatever can be made out of a text that is cut or broken, by a parser that goes on after a mistake.
    pub fn salvage(text: &str, questionnaire: &Questionnaire) -> Reading {
        Self::from_table(source::salvage(text, source::OF_SESSION), FORMAT, questionnaire)
    }

    fn from_table(mut table: Table, format: i64, questionnaire: &Questionnaire) -> Reading {
        // Taken out, not copied: this is nearly all of the file.
        let mut take = |key: &str| match table.remove(key) {
            Some(Value::Table(inner)) => inner,
            _ => Table::new(),
        };
        let (written, marks) = (take("answers"), take("marks"));
        let file::Reading { mut answers, remarks } = file::read(written, questionnaire, Origin::Typed);
        file::apply_marks(&mut answers, &marks);
        let removed = match table.remove("removed") {
            Some(Value::Array(removed)) => removed,
            _ => Vec::new(),
        };
        let left = file::read_removed(&mut answers, &removed, questionnaire);
        let string = |key: &str| table.get(key).and_then(Value::as_str).map(str::to_owned);
        let mut session = Session {
            name: string("name").unwrap_or_default(),
            questionnaire: string("questionnaire").unwrap_or_default(),
            edition: Edition::named_in(&table),
            created: table
                .get("created")
                .and_then(Value::as_integer)
                .unwrap_or_default(),
            at: string("at").and_then(|at| Place::parse(&at)),
            answers: Arc::new(answers),
            unknown: Table::new(),
        };
        for key in KEYS {
            table.remove(key);
        }
        if !left.is_empty() {
            // Beside those that were left over before.
            let mut unread = match table.remove("removed_unread") {
                Some(Value::Array(unread)) => unread,
                other => other.into_iter().collect(),
            };
            unread.extend(left);
            table.insert("removed_unread".to_owned(), Value::Array(unread));
        }
        session.unknown = table;
        Reading {
            session,
            remarks,
            newer: (format > FORMAT).then_some(format),
        }
    }
}

/// Whether a value is written as a table of its own rather than on a line.
fn holds_tables(value: &Value) -> bool {
    match value {
        Value::Table(_) => true,
        Value::Array(items) => items.iter().any(holds_tables),
        _ => false,
    }
}

/// TOML as a person reads it: long texts over several lines. Tables of plain values always serialise.
fn pretty(table: &Table) -> String {
    toml::to_string_pretty(table).unwrap_or_else(|_| table.to_string())
}

/// The progress in a session's head, for lists.
pub fn head_progress(head: &Table) -> Option<Progress> {
    let progress = head.get("progress")?;
    let count = |key: &str| usize::try_from(progress.get(key)?.as_integer()?).ok();
    Some(Progress {
        answered: count("answered")?,
        total: count("total")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::read;

    const TEXT: &str = r#"format = 1
name = "年度"

[answers.opening]
since = "2021-07"
facts = """
第一段“引文”。
第二段。"""

[[answers.problem]]
id = "k1"
name = "学习"
points = [
    "一",
    "二",
]
"#;

    fn values(reading: &Reading) -> Vec<(String, String)> {
        let mut values = Vec::new();
        reading
            .session
            .answers
            .visit(|place, answer| values.push((place.to_string(), answer.value.to_typed())));
        values
    }

    #[test]
    fn what_stands_before_a_cut_is_salvaged() {
        let questionnaire =
            read("format = 1\ntitle = \"x\"\n[problem]\nrepeat = true\n[problem.name]\nask = \"y\"").unwrap();
        let whole = values(&Session::from_text(TEXT, &questionnaire).unwrap());
        assert_eq!(whole.len(), 4);
        for (cut, _) in TEXT.char_indices() {
            let (text, _) = TEXT.split_at(cut);
            let salvaged = values(&Session::salvage(text, &questionnaire));
            for (place, value) in &whole {
                // By then all of an answer has been read that is there at all.
                let last_line = value.lines().next_back().unwrap();
                let is_whole = [format!("{last_line}\"\n"), format!("{last_line}\"\"\"")]
                    .iter()
                    .any(|end| text.contains(end));
                let found = salvaged.iter().find(|(found, _)| found == place);
                if is_whole && place != "problem[k1].points" {
                    assert_eq!(found.map(|(_, value)| value), Some(value), "{cut}");
                } else if let Some((_, part)) = found {
                    assert!(value.starts_with(part.trim_end_matches('"')), "{cut}: {part}");
                }
            }
        }
    }
}
