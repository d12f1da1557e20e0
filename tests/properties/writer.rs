//! Writes a form as the TOML that an author would.

use super::form::{Body, CHOICES, Condition, Form, Id, Kind, Precision, Repetition, Test};
use std::fmt::Write as _;
use toml::Value;

/// The questionnaire's source.
pub(super) fn source(form: &Form) -> String {
    let mut source = format!(
        "format = 1\ntitle = \"卷\"\nlanguage = {}\n",
        quoted(form.language)
    );
    if form.numbered {
        source.push_str("numbering = [\"一、\", \"（一）\", \"1.\", \"①\"]\n");
    } else {
        source.push_str("numbering = []\n");
    }
    for id in form.ids() {
        node(form, id, &mut source);
    }
    source
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

fn node(form: &Form, id: Id, out: &mut String) {
    if id != Form::ROOT {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "[{}]", form.path(id).join("."));
    }
    let mut put = |key: &str, value: String| {
        let _ = writeln!(out, "{key} = {value}");
    };
    let node = &form.nodes[id];
    if let Some(when) = &node.when {
        put("when", condition(when));
    }
    if let Some(align) = node.align {
        put("align", quoted(align));
    }
    match &node.body {
        Body::Section(section) => {
            if let Some(heading) = &section.heading {
                put("heading", quoted(&heading.source));
                if id != Form::ROOT {
                    section
                        .style
                        .into_iter()
                        .for_each(|style| put("heading_style", quoted(style)));
                    if !section.number {
                        put("number", "false".to_owned());
                    }
                }
            }
            section
                .layout
                .into_iter()
                .for_each(|layout| put("layout", quoted(layout)));
            section
                .text
                .iter()
                .for_each(|text| put("text", quoted(&text.source)));
            match section.repetition {
                Repetition::Once => {}
                Repetition::Repeat { min, max } => {
                    put("repeat", "true".to_owned());
                    put("min", min.to_string());
                    max.into_iter().for_each(|max| put("max", max.to_string()));
                }
                Repetition::ForEach(source) => put("for_each", quoted(&form.path(source).join("."))),
            }
        }
        Body::Question(question) => {
            put("ask", quoted(&question.ask.source));
            put("kind", quoted(kind(question.kind)));
            if !question.required {
                put("required", "false".to_owned());
            }
            question
                .default
                .iter()
                .for_each(|default| put("default", quoted(&default.source)));
            question
                .text
                .iter()
                .for_each(|text| put("text", quoted(&text.source)));
            match question.kind {
                Kind::Choice { other } | Kind::Choices { other } => {
                    let choice = |(value, label): &(&str, &str)| {
                        format!("{{ value = {}, label = {} }}", quoted(value), quoted(label))
                    };
                    let choices: Vec<String> = CHOICES.iter().map(choice).collect();
                    put("choices", format!("[{}]", choices.join(", ")));
                    put("other", other.to_string());
                }
                Kind::Links(to) => put("to", quoted(&form.path(to).join("."))),
                Kind::Number { unit: true } => put("unit", quoted("次")),
                _ => {}
            }
        }
        Body::Text(text) => put("text", quoted(&text.source)),
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Line => "line",
        Kind::Prose => "prose",
        Kind::Number { .. } => "number",
        Kind::Date(Precision::Day) => "date",
        Kind::Date(Precision::Month) => "month",
        Kind::Date(Precision::Year) => "year",
        Kind::YesNo => "yes-no",
        Kind::Choice { .. } => "choice",
        Kind::Choices { .. } => "choices",
        Kind::List => "list",
        Kind::Links(_) => "links",
    }
}

/// A condition as an inline table.
fn condition(condition: &Condition) -> String {
    let mut entries = Vec::new();
    match condition {
        Condition::All(all) => {
            for part in all {
                entries.push(entry(part));
            }
        }
        other => entries.push(entry(other)),
    }
    format!("{{ {} }}", entries.join(", "))
}

fn entry(part: &Condition) -> String {
    match part {
        Condition::Any(any) => {
            let any: Vec<String> = any.iter().map(condition).collect();
            format!("any = [{}]", any.join(", "))
        }
        Condition::Not(inner) => format!("not = {}", condition(inner)),
        Condition::Passes {
            name, test: passed, ..
        } => format!("{} = {}", quoted(name), test(passed)),
        Condition::All(_) => unreachable!("the maker nests all only in any and not"),
    }
}

fn test(test: &Test) -> String {
    match test {
        Test::Answered(yes) => format!("{{ answered = {yes} }}"),
        Test::Is(values) if values.len() == 1 => values[0].to_string(),
        Test::Is(values) => Value::Array(values.clone()).to_string(),
        Test::Min(min) => format!("{{ min = {min} }}"),
        Test::Max(max) => format!("{{ max = {max} }}"),
        Test::Before(date) => format!("{{ before = {} }}", quoted(date)),
        Test::After(date) => format!("{{ after = {} }}", quoted(date)),
        Test::Contains(text) => format!("{{ contains = {} }}", quoted(text)),
    }
}
