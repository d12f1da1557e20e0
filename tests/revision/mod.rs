//! How answers move: carried forward, rebased, merged.

use std::sync::Arc;
use tigang::answers::{Answer, Answers, Entry, Group, Origin, Place, Removal, Value, file};
use tigang::questionnaire::{self, Questionnaire};

mod carry;
mod merge;
mod orphans;
mod rebase;
mod sensitive;

/// A questionnaire of these nodes.
fn questionnaire(nodes: &str) -> Arc<Questionnaire> {
    match questionnaire::read(&format!("format = 1\ntitle = \"t\"\n{nodes}")) {
        Ok(questionnaire) => Arc::new(questionnaire),
        Err(diagnostics) => panic!("{nodes}\n{diagnostics:#?}"),
    }
}

/// Answers that somebody typed.
fn answers(questionnaire: &Questionnaire, text: &str) -> Answers {
    let table: toml::Table = toml::from_str(text).unwrap_or_else(|error| panic!("{text}\n{error}"));
    file::read(table, questionnaire, Origin::Typed).answers
}

/// Answers in lines: the values with a `~` behind those that were carried over and not looked at, the instances in which
/// nothing stands, and with a `-` what was removed.
fn shown(answers: &Answers) -> Vec<String> {
    let mut lines = Vec::new();
    group(answers.root(), &Place::root(), "", &mut lines);
    for record in answers.removed() {
        match &record.what {
            Removal::Answer { place, answer } => lines.push(format!("- {}", line(place, answer))),
            Removal::Instance { id, group: held, .. } => {
                let place = record.what.place();
                assert_eq!(place.instance(), Some(id));
                lines.push(format!("- {place}"));
                group(held, &place, "- ", &mut lines);
            }
        }
    }
    lines
}

fn group(held: &Group, at: &Place, before: &str, lines: &mut Vec<String>) {
    for (name, entry) in held.entries() {
        let place = at.child(name);
        match entry {
            Entry::Answer(answer) => lines.push(format!("{before}{}", line(&place, answer))),
            Entry::Group(held) => group(held, &place, before, lines),
            Entry::Instances(instances) => {
                for (id, held) in instances {
                    let place = place.with_instance(id);
                    if held.entries().len() == 0 {
                        lines.push(format!("{before}{place}"));
                    }
                    group(held, &place, before, lines);
                }
            }
        }
    }
}

fn line(place: &Place, answer: &Answer) -> String {
    let value = match &answer.value {
        Value::Text(text) => format!("{text:?}"),
        value => toml::Value::from(value).to_string(),
    };
    let is_open = answer.origin == Origin::Carried && !answer.touched;
    format!("{place} = {value}{}", if is_open { " ~" } else { "" })
}

/// Lines without blanks around them and without empty ones.
fn lines(text: &str) -> Vec<String> {
    text.lines()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}
