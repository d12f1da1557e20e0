//! What a value means to a question of some kind.

use super::Fault;
use crate::answers::{InstanceId, Value};
use crate::questionnaire::date::{NoDate, Precision};
use crate::questionnaire::{Choice, Kind, Language, PartialDate};

/// An answer understood as its question's kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// Of lines and prose.
    Text(String),
    /// A number, with the text that the writer typed for it.
    Number {
        /// As typed.
        written: String,
        /// What it comes to.
        value: f64,
    },
    /// A day, a month or a year.
    Date(PartialDate),
    /// Yes or no.
    YesNo(bool),
    /// One thing chosen: its label, or the writer's own words.
    Choice(String),
    /// Several texts: labels of what was chosen, or the items of a list.
    Texts(Vec<String>),
    /// Instances of another section.
    Links(Vec<InstanceId>),
}

/// Reads a value as a kind. Bounds are not looked at here.
///
/// # Errors
/// A [`Fault`] that says what the kind takes.
pub fn read(kind: &Kind, value: &Value) -> Result<Meaning, Fault> {
    match kind {
        Kind::Line | Kind::Prose => {
            let text = text(value).ok_or(Fault::NotText)?;
            Ok(Meaning::Text(without_edges(text)))
        }
        Kind::Number { unit, .. } => number(value, unit.as_deref()),
        Kind::Date(_) => date(value, Precision::Day, Fault::NotADay),
        Kind::Month(_) => date(value, Precision::Month, Fault::NotAMonth),
        Kind::Year(_) => date(value, Precision::Year, Fault::NotAYear),
        Kind::YesNo => yes_no(value).map(Meaning::YesNo).ok_or(Fault::NotYesOrNo),
        Kind::Choice { choices, other } => {
            let text = text(value).ok_or(Fault::NotText)?;
            chosen(choices, *other, &text).map(Meaning::Choice)
        }
        Kind::Choices { choices, other, .. } => {
            let picks = texts(value).ok_or(Fault::NotTexts)?;
            picks
                .iter()
                .map(|pick| chosen(choices, *other, pick))
                .collect::<Result<_, _>>()
                .map(Meaning::Texts)
        }
        Kind::List(_) => {
            let items = texts(value).ok_or(Fault::NotTexts)?;
            Ok(Meaning::Texts(items.into_iter().map(without_edges).collect()))
        }
        Kind::Links { .. } => {
            let ids = texts(value).ok_or(Fault::NotTexts)?;
            let id = |text: &String| InstanceId::new(text).ok_or_else(|| Fault::NotAnInstance(text.clone()));
            ids.iter().map(id).collect::<Result<_, _>>().map(Meaning::Links)
        }
    }
}

/// What a person typed, as the value that is kept: in the kind's own form where it can be read as one, else as it was
/// typed. Kinds of several items take one a line.
pub fn from_typed(kind: &Kind, typed: &str) -> Value {
    let as_text = Value::Text(typed.to_owned());
    match kind {
        Kind::Line | Kind::Prose => as_text,
        Kind::Choice { choices, .. } => {
            let by_label = choices.iter().find(|choice| choice.label == typed.trim());
            by_label.map_or(as_text, |choice| Value::Text(choice.value.clone()))
        }
        Kind::Number { unit, .. } => plain_number(without_unit(typed, unit.as_deref()))
            .map_or(as_text, |plain| whole(&plain).unwrap_or(Value::Text(plain))),
        Kind::Date(_) | Kind::Month(_) | Kind::Year(_) => match read(kind, &as_text) {
            Ok(Meaning::Date(date)) => {
                let written = date.to_string();
                let year = whole(&written).filter(|_| date.year() > 999);
                year.unwrap_or(Value::Text(written))
            }
            _ => as_text,
        },
        Kind::YesNo => yes_no(&as_text).map_or(as_text, Value::Boolean),
        Kind::Choices { .. } | Kind::List(_) | Kind::Links { .. } => Value::Texts(
            typed
                .lines()
                .filter(|line| !line.trim().is_empty())
                .map(str::to_owned)
                .collect(),
        ),
    }
}

/// A value that came from elsewhere than the keyboard, as a file of answers: what stands there as a text for a number, a
/// date or a yes is kept as if it had been typed.
pub fn in_own_form(kind: &Kind, value: &Value) -> Option<Value> {
    let takes_one = matches!(
        kind,
        Kind::Number { .. } | Kind::Date(_) | Kind::Month(_) | Kind::Year(_) | Kind::YesNo
    );
    match value {
        Value::Text(typed) if takes_one => Some(from_typed(kind, typed)).filter(|own| own != value),
        _ => None,
    }
}

impl Meaning {
    /// The answer as it prints where its question has no template. Links print nothing by themselves.
    pub fn print(&self, kind: &Kind, language: &Language) -> String {
        match self {
            Self::Text(text) | Self::Choice(text) => text.clone(),
            Self::Number { written, .. } => match kind {
                Kind::Number { unit: Some(unit), .. } => {
                    let joint = if unit.starts_with(|c: char| c.is_alphabetic()) {
                        language.joint()
                    } else {
                        ""
                    };
                    format!("{written}{joint}{unit}")
                }
                _ => written.clone(),
            },
            Self::Date(date) => language.format_date(*date),
            Self::YesNo(yes) => language.yes_no(*yes).to_owned(),
            Self::Texts(texts) => texts.join(language.enumeration()),
            Self::Links(_) => String::new(),
        }
    }
}

/// A text of whose paragraphs none begins or ends with blanks: whoever prints them indents them.
fn without_edges(text: String) -> String {
    let is_clean = |paragraph: &str| paragraph.trim().len() == paragraph.len();
    if text.split('\n').all(is_clean) {
        return text;
    }
    text.split('\n').map(str::trim).collect::<Vec<_>>().join("\n")
}

/// The value as one text.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.clone()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Decimal(number) => Some(number.to_string()),
        Value::Boolean(_) | Value::Texts(_) | Value::Opaque(_) => None,
    }
}

/// The value as several texts; one by itself is a row of one.
pub(super) fn texts(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::Texts(texts) => Some(
            texts
                .iter()
                .filter(|text| !text.trim().is_empty())
                .cloned()
                .collect(),
        ),
        other => text(other).map(|text| vec![text]),
    }
}

fn number(value: &Value, unit: Option<&str>) -> Result<Meaning, Fault> {
    let written = text(value).ok_or(Fault::NotANumber)?;
    let written = without_unit(&written, unit);
    let Some(plain) = plain_number(written) else {
        let is_grouped_wrongly = plain_number(&written.replace(is_group_mark, "")).is_some();
        return Err(match is_grouped_wrongly {
            true => Fault::WronglyGrouped,
            false => Fault::NotANumber,
        });
    };
    let value = plain.parse().map_err(|_| Fault::NotANumber)?;
    Ok(Meaning::Number {
        written: written.to_owned(),
        value,
    })
}

/// What was typed for a number, without the unit that is printed behind it anyway.
fn without_unit<'a>(typed: &'a str, unit: Option<&str>) -> &'a str {
    let typed = typed.trim();
    unit.and_then(|unit| typed.strip_suffix(unit.trim()))
        .map_or(typed, str::trim_end)
}

/// A number as the program writes it, of the one that a person wrote: `１２` and `1,200` are 12 and 1200. `None` for what
/// is none.
fn plain_number(written: &str) -> Option<String> {
    let ascii: String = written.trim().chars().map(half_width).collect();
    if !is_grouped_rightly(&ascii) {
        return None;
    }
    let plain = ascii.replace(is_group_mark, "");
    let sound = plain
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'));
    let is_finite = plain.parse::<f64>().is_ok_and(f64::is_finite);
    (sound && is_finite).then_some(plain)
}

/// A comma or a space may part the digits of a long number.
fn is_group_mark(c: char) -> bool {
    matches!(c, ',' | '，' | ' ' | '_')
}

/// Whether commas part a number into thousands (`1,482`) or into 万 (`12,0000`) only: else one may stand where the person
/// meant a point, or two numbers.
fn is_grouped_rightly(number: &str) -> bool {
    let digits = number.trim_start_matches(['-', '+']);
    let (digits, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut groups = digits.split(is_group_mark);
    let first = groups.next().unwrap_or_default().chars().count();
    let rest: Vec<usize> = groups.map(|group| group.chars().count()).collect();
    let parted = |length: usize| (1..=length).contains(&first) && rest.iter().all(|group| *group == length);
    !fraction.contains(is_group_mark) && (rest.is_empty() || parted(3) || parted(4))
}

/// A number without a fraction.
fn whole(plain: &str) -> Option<Value> {
    plain.parse().ok().map(Value::Integer)
}

fn half_width(c: char) -> char {
    match c {
        '０'..='９' | '－' | '＋' | '．' | '，' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// A date known to so much and no more; otherwise what is wrong with it, or else the fault given.
fn date(value: &Value, precision: Precision, otherwise: Fault) -> Result<Meaning, Fault> {
    match text(value).map(|text| PartialDate::read(&text)) {
        Some(Ok(date)) if date.precision() == precision => Ok(Meaning::Date(date)),
        Some(Err(NoDate::NoSuchMonth(month))) => Err(Fault::NoSuchMonth(month)),
        Some(Err(NoDate::NoSuchDay(month))) => Err(Fault::NoSuchDay(month)),
        _ => Err(otherwise),
    }
}

fn yes_no(value: &Value) -> Option<bool> {
    match value {
        Value::Boolean(yes) => Some(*yes),
        Value::Text(text) => match text.trim().to_lowercase().as_str() {
            "yes" | "y" | "true" | "是" | "有" | "对" => Some(true),
            "no" | "n" | "false" | "否" | "没有" | "无" | "不" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// The label of what was chosen; the writer's own words where those are welcome.
fn chosen(choices: &[Choice], other: bool, pick: &str) -> Result<String, Fault> {
    match choices.iter().find(|choice| choice.value == pick) {
        Some(choice) => Ok(choice.label.clone()),
        None if other => Ok(pick.to_owned()),
        None => Err(Fault::NotAChoice(pick.to_owned())),
    }
}
