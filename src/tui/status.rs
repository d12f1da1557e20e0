//! What is said of the answer below it: what is wrong with it, what it is read as, or else what is wanted; and how much of
//! it there is, with its bounds.

use super::amount;
use super::app::Looks;
use super::field::{Field, Shape};
use super::hints::Hints;
use super::interview::Interview;
use super::paint::wrapped;
use crate::answers::Value;
use crate::outline::{Fault, Item, Meaning, Standing, meaning};
use crate::questionnaire::Kind;
use crate::questionnaire::kind::Size;
use crate::text::fit;
use crate::text::width::columns;

/// The most rows that it takes.
const ROWS: usize = 3;
/// The columns between what is said and how much there is, and between two pieces of a hint.
const GAP: usize = 2;

/// What stands below an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// What is said, as rows.
    pub rows: Vec<String>,
    /// How it is said.
    pub tone: Tone,
    /// How much there is of the answer, at the right.
    pub amount: String,
    /// Whether that is too much.
    pub is_over: bool,
}

/// How something is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// By the way.
    Aside,
    /// To be seen.
    Notable,
    /// Something is wrong.
    Wrong,
}

/// How a status is made.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// How the program shows itself.
    pub looks: &'a Looks,
    /// Words that name keys.
    pub hints: &'a Hints,
    /// Whether half-width marks become full-width ones.
    pub typing_aid: bool,
}

impl Status {
    /// What is said of the present answer, in so many columns; `length` is that of an answer that is typed.
    pub fn of(interview: &Interview, setting: Setting, length: Option<usize>, width: u16) -> Self {
        let Some((_, item)) = interview.stop() else {
            return Self::saying(Vec::new(), Tone::Aside);
        };
        let ambiguous = setting.looks.ambiguous;
        let (amount, is_over) = amounts(interview, item, setting, length);
        let taken = columns(&amount, ambiguous);
        let gap = if taken > 0 { GAP } else { 0 };
        let room = usize::from(width).saturating_sub(taken + gap);
        let said = match special(interview, item, setting) {
            Some((said, tone)) => {
                let room = u16::try_from(room).unwrap_or(width);
                let mut rows = wrapped(&said, room, ambiguous);
                rows.truncate(ROWS);
                Self::saying(rows, tone)
            }
            None => Self::saying(vec![hint(interview, setting, room)], Tone::Aside),
        };
        Self {
            amount,
            is_over,
            ..said
        }
    }

    fn saying(rows: Vec<String>, tone: Tone) -> Self {
        Self {
            rows,
            tone,
            amount: String::new(),
            is_over: false,
        }
    }
}

/// What is to be said of this very answer, if anything is.
fn special(interview: &Interview, item: &Item, setting: Setting) -> Option<(String, Tone)> {
    let (outline, locale) = (interview.outline(), setting.looks.locale);
    if interview.is_veiled() {
        return Some((setting.hints.veiled.clone(), Tone::Aside));
    }
    if interview.is_untouched() && !interview.dirty {
        return Some((setting.hints.untouched.clone(), Tone::Notable));
    }
    let question = outline.node(item).question();
    let value = question
        .filter(|_| is_short(&interview.field))
        .map(|question| (question, interview.field.value(&question.kind)));
    let faults = match &value {
        Some((_, value)) => outline.faults(item, value),
        None if interview.dirty => Vec::new(),
        None => item.faults.clone(),
    };
    if let Some(fault) = faults.first() {
        let is_typed = interview.dirty || item.standing == Standing::Draft;
        let tone = match fault.is_too_little() && is_typed {
            true => Tone::Aside,
            false => Tone::Wrong,
        };
        let said = beside_amount(interview, fault, setting);
        return Some((
            said.unwrap_or_else(|| fault.message(locale, outline, &item.place)),
            tone,
        ));
    }
    let stands = |value: &Value| value.is_blank() || item.default.as_ref() == Some(value);
    if item.default.is_some() && value.as_ref().is_none_or(|(_, value)| stands(value)) {
        return Some((locale.default_stands().to_owned(), Tone::Aside));
    }
    let (question, value) = value?;
    match meaning::read(&question.kind, &value) {
        Ok(Meaning::Date(date)) => {
            let arrow = setting.looks.glyphs.arrow();
            let shown = outline.questionnaire().settings.language.format_date(date);
            Some((format!("{arrow} {shown}"), Tone::Aside))
        }
        _ => None,
    }
}

/// A fault of a length or of a number of things, which stands beside what is said with its bounds.
fn beside_amount(interview: &Interview, fault: &Fault, setting: Setting) -> Option<String> {
    let locale = setting.looks.locale;
    let settings = &interview.outline().questionnaire().settings;
    let unit = amount::unit(settings.count_by, locale);
    let shows_length = interview
        .question()
        .is_some_and(|question| counts_length(&question.kind));
    let shows_count = count(interview).is_some();
    match *fault {
        Fault::TooShort { is, min } if shows_length => {
            Some(locale.status_too_short(min.saturating_sub(is), unit))
        }
        Fault::TooLong { is, max } if shows_length => {
            Some(locale.status_too_long(is.saturating_sub(max), unit))
        }
        Fault::TooFew { is, min } if shows_count => Some(locale.status_too_few(min.saturating_sub(is))),
        Fault::TooMany { is, max } if shows_count => Some(locale.status_too_many(is.saturating_sub(max))),
        _ => None,
    }
}

/// Whether the length of an answer of this kind is shown.
fn counts_length(kind: &Kind) -> bool {
    matches!(kind, Kind::Line | Kind::Prose | Kind::List(_))
}

/// What is wanted, in as many whole pieces as there is room for.
fn hint(interview: &Interview, setting: Setting, room: usize) -> String {
    let Some(question) = interview.question() else {
        return String::new();
    };
    let language = &interview.outline().questionnaire().settings.language;
    let looks = setting.looks;
    let pieces = looks.locale.kind_hints(question, language, setting.hints);
    let widths = pieces.iter().map(|piece| columns(piece, looks.ambiguous));
    let fits = fit::whole(widths, GAP, room);
    let whole = pieces.iter().zip(fits).filter(|(_, fits)| *fits);
    whole
        .map(|(piece, _)| piece.as_ref())
        .collect::<Vec<_>>()
        .join("  ")
}

/// How much there is of an answer, and whether that is too much.
fn amounts(interview: &Interview, item: &Item, setting: Setting, length: Option<usize>) -> (String, bool) {
    let (outline, looks) = (interview.outline(), setting.looks);
    let node = outline.node(item);
    let mut amounts = Vec::new();
    if setting.typing_aid && matches!(interview.field, Field::Text(_)) {
        amounts.push(looks.locale.typing_aid().to_owned());
    }
    let mut is_over = false;
    if let Some((count, size)) = count(interview) {
        is_over |= size.max.is_some_and(|max| count > max);
        let limits = limits(looks, size);
        amounts.push(match interview.field {
            Field::Picker(_) => looks.locale.chosen_count(count, limits),
            _ => looks.locale.item_count(count, limits),
        });
    }
    if let (Some(length), Some(question)) = (length, node.question())
        && counts_length(&question.kind)
    {
        is_over |= amount::is_over(length, node.length);
        let by = outline.questionnaire().settings.count_by;
        amounts.push(amount::length(looks, length, node.length, by));
    }
    (amounts.join("  "), is_over)
}

/// Whether what is in the widget is looked through at every key: all but prose, which is looked through at a pause.
fn is_short(field: &Field) -> bool {
    match field {
        Field::Text(field) => field.shape != Shape::Prose,
        Field::Picker(_) => true,
        Field::Another | Field::Missing | Field::Nothing => false,
    }
}

/// How many things are chosen or listed, where their number has bounds or says something.
fn count(interview: &Interview) -> Option<(usize, Size)> {
    let size = match &interview.question()?.kind {
        Kind::Choices { size, .. } | Kind::Links { size, .. } | Kind::List(size) => *size,
        _ => return None,
    };
    let count = match &interview.field {
        Field::Picker(picker) => picker.count(),
        Field::Text(field) => {
            let lines = field.editor.paragraphs().iter();
            lines.filter(|line| !line.trim().is_empty()).count()
        }
        Field::Another | Field::Missing | Field::Nothing => return None,
    };
    Some((count, size))
}

/// Bounds behind a number: ` / 1–3`.
fn limits(looks: &Looks, size: Size) -> String {
    let glyphs = looks.glyphs;
    let (least, most, to) = (glyphs.at_least(), glyphs.at_most(), glyphs.to());
    match (size.min, size.max) {
        (None, None) => String::new(),
        (Some(min), None) => format!(" / {least}{min}"),
        (None, Some(max)) => format!(" / {most}{max}"),
        (Some(min), Some(max)) if min == max => format!(" / {min}"),
        (Some(min), Some(max)) => format!(" / {min}{to}{max}"),
    }
}
