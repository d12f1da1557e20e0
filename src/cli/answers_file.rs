//! An answers file: the answers in the shape of the tree, as `tigang answers` prints them. What the questionnaire has no
//! place for is refused, for it would be missing from the document without a word.

use super::context::Context;
use super::failure::Failure;
use crate::answers::file::{self, Reading, Remark};
use crate::answers::source::{self, OF_ANSWERS, Unreadable};
use crate::answers::{Answer, Answers, Origin, Place, Step, Value};
use crate::messages::Locale;
use crate::outline::meaning;
use crate::questionnaire::{Mistake, Node, NodePath, Questionnaire};
use crate::session::trouble::{Attempt, DiskError};
use crate::text::toml_excess::Excess;
use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;
use toml::Table;

/// What stands for standard input.
const STANDARD: &str = "-";

/// How many things that do not fit are listed. There may be as many as there are answers.
const LISTED: usize = 100;

/// The tables at the top of a session's file, by which it is known from an answers file.
const SESSION_KEYS: [&str; 2] = ["format", "answers"];

/// Reads the answers in a file, or on standard input where it is called `-`.
///
/// # Errors
/// [`Failure`], with everything in it that does not fit the questionnaire.
pub(super) fn read(
    context: &Context,
    path: &Path,
    questionnaire: &Questionnaire,
) -> Result<Answers, Failure> {
    let locale = context.locale;
    let name = match path.as_os_str() == STANDARD {
        true => locale.standard_input().to_owned(),
        false => path.display().to_string(),
    };
    let table = table(path, &name, locale)?;
    let is_foreign = |key: &str| table.contains_key(key) && lacks(questionnaire, key);
    let is_session = SESSION_KEYS.into_iter().all(is_foreign);
    let reading = file::read(table, questionnaire, Origin::Imported);
    let findings = findings(&reading, questionnaire, locale);
    if findings.count == 0 {
        return Ok(in_own_form(reading.answers, questionnaire));
    }
    Err(Failure::Failed(match is_session {
        true => locale.answers_from_session(name),
        false => locale.answers_refused(name, findings.count, findings.list()),
    }))
}

/// The answers with each number, date and yes as the program keeps it, however the file writes it.
fn in_own_form(mut answers: Answers, questionnaire: &Questionnaire) -> Answers {
    let mut rewritten = Vec::new();
    answers.visit(|place, answer| {
        let asked = node_at(questionnaire, &place).and_then(Node::question);
        if let Some(value) = asked.and_then(|question| meaning::in_own_form(&question.kind, &answer.value)) {
            let answer = Answer {
                value,
                ..answer.clone()
            };
            rewritten.push((place, answer));
        }
    });
    for (place, answer) in rewritten {
        answers.put(&place, answer);
    }
    answers
}

/// The table in a file.
fn table(path: &Path, name: &str, locale: Locale) -> Result<Table, Failure> {
    let refused = |(line, column): (usize, usize), mistake: Mistake| {
        Failure::Failed(locale.answers_not_toml(name, line, column, mistake.message(locale)))
    };
    let bytes = bytes(path).map_err(DiskError::because(Attempt::Read, Path::new(name)))?;
    if bytes.len() > OF_ANSWERS.bytes {
        return Err(refused((1, 1), Excess::Bytes(OF_ANSWERS.bytes).into()));
    }
    let text = std::str::from_utf8(&bytes)
        .map_err(|error| Failure::Failed(locale.answers_not_utf8(name, error.valid_up_to())))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    source::parse(text, OF_ANSWERS).map_err(|unreadable| {
        let (at, mistake) = match unreadable {
            Unreadable::TooMuch(at, excess) => (at, excess.into()),
            Unreadable::Syntax(error) => {
                let detail = error.message().to_owned();
                (
                    error.span().map_or(0, |span| span.start),
                    Mistake::Syntax { detail },
                )
            }
        };
        refused(line_and_column(text, at), mistake)
    })
}

/// The bytes of a file, or so many of them that it is refused as too large: it may never end.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let most = OF_ANSWERS.bytes as u64 + 1;
    let mut bytes = Vec::new();
    if path.as_os_str() == STANDARD {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// Where a byte stands, from 1.
fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

/// What does not fit.
#[derive(Debug, Default)]
struct Findings {
    count: usize,
    /// The first of them, in words.
    listed: Vec<String>,
}

impl Findings {
    fn add(&mut self, words: impl FnOnce() -> String) {
        self.count += 1;
        if self.listed.len() < LISTED {
            self.listed.push(words());
        }
    }

    /// A line for each.
    fn list(&self) -> String {
        let more = (self.count > self.listed.len()).then_some("…");
        let lines = self.listed.iter().map(String::as_str).chain(more);
        lines.map(|line| format!("\n  {line}")).collect()
    }
}

/// Everything in a file that does not fit.
fn findings(reading: &Reading, questionnaire: &Questionnaire, locale: Locale) -> Findings {
    let mut findings = Findings::default();
    let mut refused: HashSet<&[Step]> = HashSet::new();
    for remark in &reading.remarks {
        let (Remark::Unknown { place } | Remark::Misplaced { place } | Remark::DuplicateId { place }) =
            remark;
        refused.insert(place.steps());
        findings.add(|| match (remark, node_at(questionnaire, place)) {
            (Remark::Unknown { .. }, _) => unknown(questionnaire, place, locale),
            (Remark::DuplicateId { .. }, _) => locale.answers_duplicate(place),
            (Remark::Misplaced { .. }, Some(node)) if node.is_repeating() => {
                locale.answers_repeated_section(&node.path)
            }
            (Remark::Misplaced { .. }, _) => locale.answers_one_section(place),
        });
    }
    reading.answers.visit(|place, answer| {
        let steps = place.steps();
        if (0..=steps.len()).any(|length| steps.get(..length).is_some_and(|around| refused.contains(around)))
        {
            return;
        }
        let asks = node_at(questionnaire, &place).is_some_and(|node| node.question().is_some());
        if !asks {
            findings.add(|| locale.answers_not_asked(place));
        } else if matches!(answer.value, Value::Opaque(_)) {
            findings.add(|| locale.answers_not_one(place));
        }
    });
    findings
}

fn node_at<'a>(questionnaire: &'a Questionnaire, place: &Place) -> Option<&'a Node> {
    Some(questionnaire.node(questionnaire.find(&place.path()?)?))
}

fn lacks(questionnaire: &Questionnaire, name: &str) -> bool {
    NodePath::parse(name).is_none_or(|path| questionnaire.find(&path).is_none())
}

fn unknown(questionnaire: &Questionnaire, place: &Place, locale: Locale) -> String {
    let found = locale.answers_unknown(place);
    match suggestion(questionnaire, place) {
        Some(path) => locale.did_you_mean(found, path),
        None => found,
    }
}

/// The path that may have been meant: of a like name beside it, or else of the same name elsewhere, or else of a like
/// path.
fn suggestion<'a>(questionnaire: &'a Questionnaire, place: &Place) -> Option<&'a NodePath> {
    let steps: Vec<&str> = place.steps().iter().map(|step| &*step.name).collect();
    let (name, around) = steps.split_last()?;
    let nodes = || {
        questionnaire
            .nodes()
            .map(|(_, node)| node)
            .filter(|node| node.name.is_some())
    };
    let parts = |node: &'a Node| node.path.names().collect::<Vec<_>>();
    let beside = nodes().filter(|node| parts(node).split_last().is_some_and(|(_, front)| front == around));
    let last = |node: &'a Node| node.name.as_ref().map_or("", |name| name.as_str());
    let whole = steps.join(".");
    nearest(name, beside, last)
        .or_else(|| nodes().find(|node| last(node) == *name))
        .or_else(|| nearest(&whole, nodes(), |node| node.path.as_str()))
        .map(|node| &node.path)
}

/// The node whose name is nearest to a word, if it is near enough to have been meant.
fn nearest<'a>(
    word: &str,
    nodes: impl Iterator<Item = &'a Node>,
    name: impl Fn(&'a Node) -> &'a str,
) -> Option<&'a Node> {
    let length = word.chars().count();
    nodes
        .map(|node| (strsim::damerau_levenshtein(word, name(node)), node))
        .filter(|(distance, node)| *distance <= 1.max(length.max(name(node).len()) / 3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, node)| node)
}
