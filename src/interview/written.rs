//! What a written line means as an answer, where there are no keys to choose with: choices and links by number or by
//! their words, several of them parted by spaces or by 、.
//!
//! What means nothing is kept as it was written, as everywhere; the outline then says what is wrong with it.

use super::choosable::{Choosable, choosables};
use crate::answers::{InstanceId, Value};
use crate::outline::{ItemId, Outline, meaning};
use crate::questionnaire::Kind;

/// The answer that a text written at a question gives; `None` where nothing is asked.
pub fn written(outline: &Outline, id: ItemId, text: &str) -> Option<Value> {
    let item = outline.get(id)?;
    let kind = &outline.node(item).question()?.kind;
    let options = choosables(outline, id).unwrap_or_default();
    Some(match kind {
        Kind::YesNo => match find(&options, text).map(|option| option.value.as_str()) {
            Some("true") => Value::Boolean(true),
            Some("false") => Value::Boolean(false),
            _ => meaning::from_typed(kind, text),
        },
        Kind::Choice { .. } => {
            let chosen = find(&options, text).or_else(|| numbered(&options, text));
            Value::Text(chosen.map_or_else(|| text.to_owned(), |option| option.value.clone()))
        }
        Kind::Choices { .. } => Value::Texts(several(&options, text, |options, part| {
            find(options, part).or_else(|| numbered(options, part))
        })),
        Kind::Links { .. } => {
            let picked = several(&options, text, |options, part| {
                numbered(options, part)
                    .or_else(|| find_by_label(options, part))
                    .or_else(|| find_within(options, part))
            });
            let known = |pick: &String| options.iter().any(|option| option.value == *pick);
            Value::Texts(
                picked
                    .into_iter()
                    .map(|pick| if known(&pick) { pick } else { no_id(pick) })
                    .collect(),
            )
        }
        _ => meaning::from_typed(kind, text),
    })
}

/// The options that a text names, in their own order, and after them what names none.
fn several(
    options: &[Choosable],
    text: &str,
    find: for<'a> fn(&'a [Choosable], &str) -> Option<&'a Choosable>,
) -> Vec<String> {
    let parts = parts(text, |part| find(options, part).is_some());
    let (mut chosen, mut own) = (Vec::new(), Vec::new());
    for part in parts {
        match find(options, part) {
            Some(option) => chosen.push(option.value.as_str()),
            None => own.push(part.to_owned()),
        }
    }
    let mut picked: Vec<String> = options
        .iter()
        .filter(|option| chosen.contains(&option.value.as_str()))
        .map(|option| option.value.clone())
        .collect();
    picked.extend(own);
    picked
}

/// A text taken apart. The words of one option may hold a mark or a space themselves, so it is parted no further than
/// needed for every part to be known. Where that cannot be had, only marks part: the writer's own words hold spaces.
fn parts<'a>(text: &'a str, is_known: impl Fn(&str) -> bool) -> Vec<&'a str> {
    let is_mark = |c: char| matches!(c, '、' | '，' | ',' | '；' | ';');
    let split = |at: &dyn Fn(char) -> bool| -> Vec<&'a str> {
        text.split(at)
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect()
    };
    let whole = vec![text.trim()];
    let by_marks = split(&is_mark);
    let by_spaces = split(&|c: char| is_mark(c) || c.is_whitespace());
    for way in [&whole, &by_marks, &by_spaces] {
        if way.iter().all(|part| is_known(part)) {
            return way.clone();
        }
    }
    if by_marks.len() == 1 && by_spaces.iter().any(|part| is_known(part)) {
        by_spaces
    } else {
        by_marks
    }
}

/// The option of this label or value.
fn find<'a>(options: &'a [Choosable], text: &str) -> Option<&'a Choosable> {
    find_by_label(options, text).or_else(|| options.iter().find(|option| option.value == text.trim()))
}

fn find_by_label<'a>(options: &'a [Choosable], text: &str) -> Option<&'a Choosable> {
    let wanted = text.trim().to_lowercase();
    options
        .iter()
        .find(|option| option.label.to_lowercase() == wanted)
}

/// The only option in whose label the words stand: nobody writes the number of a heading before it.
fn find_within<'a>(options: &'a [Choosable], text: &str) -> Option<&'a Choosable> {
    let wanted = text.trim().to_lowercase();
    let mut found = options
        .iter()
        .filter(|option| !wanted.is_empty() && option.label.to_lowercase().contains(&wanted));
    found.next().filter(|_| found.next().is_none())
}

/// The option of this number, from 1.
fn numbered<'a>(options: &'a [Choosable], text: &str) -> Option<&'a Choosable> {
    options.get(number(text)?.checked_sub(1)?)
}

/// A number as a person writes one before an item: `2`, `２`, `2.`
pub fn number(text: &str) -> Option<usize> {
    let digits: Option<String> = text
        .trim()
        .trim_end_matches(['.', '．', '。'])
        .chars()
        .map(|c| match c {
            '0'..='9' => Some(c),
            '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0),
            _ => None,
        })
        .collect();
    digits?.parse().ok()
}

/// Words that name no instance, as they are kept: never something that could be, or come to be, the id of one.
fn no_id(words: String) -> String {
    if InstanceId::new(&words).is_some() {
        format!("#{words}")
    } else {
        words
    }
}
