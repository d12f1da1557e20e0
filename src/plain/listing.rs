//! Lists: the outline, what is open, what was removed.

use super::answer::standing;
use super::interview::Interview;
use super::question::way;
use crate::answers::{Removal, Removed};
use crate::check::{Finding, check};
use crate::messages::Locale;
use crate::outline::{Form, ItemId, MASK, Outline};
use crate::questionnaire::HeadingStyle;
use crate::session::time;

/// How many characters of an answer stand in a list.
const FIRST_WORDS: usize = 30;

/// All stops with their numbers and how they stand, below the sections that they are in.
pub(super) fn outline(interview: &Interview, locale: Locale) -> String {
    let mut lines = Vec::new();
    walk(interview, Outline::ROOT, 0, locale, &mut lines);
    lines.join("\n")
}

fn walk(interview: &Interview, id: ItemId, depth: usize, locale: Locale, lines: &mut Vec<String>) {
    let outline = interview.outline();
    for (child, item) in outline.children(id) {
        let mut inside = depth;
        if matches!(item.form, Form::Section | Form::Instance { .. }) && has_name(outline, child) {
            let (title, progress) = (outline.title(child), item.progress);
            let line = if progress.total == 0 {
                title
            } else {
                locale.plain_listed(title, locale.plain_progress(progress.answered, progress.total))
            };
            lines.push(indented(depth, line));
            inside += 1;
        }
        walk(interview, child, inside, locale, lines);
        lines.extend(stop(interview, child, locale).map(|line| indented(depth, line)));
    }
}

/// The line of a stop: `12. 具体表现：未答`.
fn stop(interview: &Interview, id: ItemId, locale: Locale) -> Option<String> {
    let outline = interview.outline();
    let item = outline.get(id)?;
    let (position, _) = interview.stops.position(outline, &item.place)?;
    let title = match item.form {
        Form::Group => locale.plain_another(outline.title(id)),
        _ => outline.title(id),
    };
    let standing = standing(outline, item, locale);
    let line = if standing.is_empty() {
        title
    } else {
        locale.plain_listed(title, standing)
    };
    let line = locale.plain_numbered(position + 1, line);
    let is_here = !interview.is_past_end && item.place == interview.at;
    Some(if is_here { locale.plain_here(line) } else { line })
}

/// Whether a section has a name that says something to the writer.
fn has_name(outline: &Outline, id: ItemId) -> bool {
    outline.get(id).is_some_and(|item| {
        let node = outline.node(item);
        let has_heading = node
            .section()
            .is_some_and(|section| section.heading.is_some() && section.heading_style != HeadingStyle::None);
        has_heading || node.label.is_some()
    })
}

fn indented(depth: usize, line: String) -> String {
    format!("{}{line}", "  ".repeat(depth))
}

/// Everything that is found, with the number by which it is reached.
pub(super) fn open_items(interview: &Interview, locale: Locale) -> String {
    let outline = interview.outline();
    let mut lines: Vec<String> = check(outline, interview.work.document())
        .into_iter()
        .filter_map(|finding| {
            let stop = interview.stops.nearest(outline, &finding.place)?;
            let (position, _) = interview.stops.position(outline, &outline.get(stop)?.place)?;
            let name = name(outline, &finding, locale);
            let line = locale.plain_listed(name, finding.message(locale, outline));
            Some(locale.plain_numbered(position + 1, line))
        })
        .collect();
    if lines.is_empty() {
        return locale.nothing_open().to_owned();
    }
    lines.push(locale.plain_open_hint().to_owned());
    lines.join("\n")
}

/// The way to what was found, and its short name.
fn name(outline: &Outline, finding: &Finding, locale: Locale) -> String {
    match outline.find(&finding.place).filter(|id| *id != Outline::ROOT) {
        Some(id) => {
            let mut way = way(outline, id, locale);
            way.push(outline.title(id));
            way.join(locale.plain_joint())
        }
        None => finding.subject(locale, outline, " · "),
    }
}

/// What was removed, the last of it first, with the number by which it is brought back.
pub(super) fn removed(interview: &Interview, locale: Locale) -> String {
    let outline = interview.outline();
    let records = interview.work.answers().removed().rev();
    let mut lines: Vec<String> = records
        .enumerate()
        .map(|(index, record)| {
            let line = format!(
                "{} {}",
                removed_row(outline, record, locale),
                time::shown(record.at)
            );
            locale.plain_numbered(index + 1, line)
        })
        .collect();
    if lines.is_empty() {
        return locale.removed_empty().to_owned();
    }
    lines.push(locale.plain_removed_hint().to_owned());
    lines.join("\n")
}

/// One of them: where it stood, and how it begins.
pub(super) fn removed_row(outline: &Outline, record: &Removed, locale: Locale) -> String {
    let title = |place| outline.title(outline.nearest(place));
    let first = record.what.first_answer();
    let words = first.map(|(place, answer)| match outline.hides(&place) {
        true => MASK.to_owned(),
        false => answer.value.first_words(FIRST_WORDS),
    });
    let words = words.unwrap_or_default();
    match &record.what {
        Removal::Answer { place, .. } if record.is_unfinished() => {
            locale.plain_unfinished_row(title(place), words)
        }
        Removal::Answer { place, .. } => locale.removed_answer_row(title(place), words),
        Removal::Instance { section, .. } => locale.removed_instance_row(title(section), words),
    }
}
