//! `tigang show`: the outline of a questionnaire, for whoever writes an answers file, a template or a condition.

use super::console;
use super::context::Context;
use super::failure::{DONE, Outcome};
use super::questionnaires::question_count;
use crate::messages::Locale;
use crate::questionnaire::{Body, Kind, Node, Questionnaire, Repetition, Template};
use crate::session::catalogue::Entry;
use crate::text::{rows, visible};
use clap::ArgMatches;
use clap::builder::styling::Style;
use std::ffi::OsString;

/// How far a level of the tree is set in.
const STEP: usize = 2;
/// How far the words of a node are set in below its path.
const WORDS: usize = 4;
/// The fewest columns for words, however deep the node and narrow the terminal.
const LEAST: usize = 20;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let name = matches.get_one::<OsString>("questionnaire").cloned();
    let entry = context.questionnaire(&name.unwrap_or_default())?;
    console::print(context, &outline(context, &entry))?;
    Ok(DONE)
}

fn outline(context: &Context, entry: &Entry) -> String {
    let questionnaire = &*entry.questionnaire;
    let settings = &questionnaire.settings;
    let separator = if context.ascii { " - " } else { " · " };
    let mut page = Page {
        context,
        text: String::new(),
    };
    let facts = [
        visible(&entry.name).into_owned(),
        settings.language.tag().to_owned(),
        question_count(questionnaire, context.locale),
    ];
    page.head(0, &settings.title, &facts.join(separator));
    page.words(0, settings.about.as_deref().unwrap_or_default());
    for (_, node) in questionnaire.nodes() {
        let depth = node.path.names().count();
        let Some(depth) = depth.checked_sub(1) else {
            continue;
        };
        if depth == 0 {
            page.text.push('\n');
        }
        let facts = facts_about(node, questionnaire, context.locale).join(separator);
        page.head(depth * STEP, node.path.as_str(), &facts);
        page.words(depth * STEP, words_of(node));
        page.words(depth * STEP, &choices_of(node));
    }
    page.text
}

/// What a node is, in the words of the format where it has any.
fn facts_about(node: &Node, questionnaire: &Questionnaire, locale: Locale) -> Vec<String> {
    let mut facts = Vec::new();
    match &node.body {
        Body::Section(section) => facts.extend(match section.repetition {
            Repetition::Once => None,
            Repetition::Repeat { min: 0, max: None } => Some(locale.show_repeated().to_owned()),
            Repetition::Repeat { min, max: None } => Some(locale.show_repeat(min)),
            Repetition::Repeat { min, max: Some(max) } => Some(locale.show_repeat_within(min, max)),
            Repetition::ForEach(source) => Some(locale.show_for_each(&questionnaire.node(source).path)),
        }),
        Body::Question(question) => {
            facts.push(question.kind.name().to_owned());
            if let Kind::Links { to, .. } = &question.kind {
                facts.push(questionnaire.node(*to).path.to_string());
            }
            if !question.required {
                facts.push(locale.show_optional().to_owned());
            }
        }
        Body::Text => facts.push(locale.show_text().to_owned()),
    }
    if node.when.is_some() {
        facts.push(locale.show_conditional().to_owned());
    }
    facts
}

/// The words by which a person knows a node: what it asks or prints; of a section its label, for headings are often
/// made of answers.
fn words_of(node: &Node) -> &str {
    let label = node.label.as_deref();
    let words = match &node.body {
        Body::Section(section) => label.or_else(|| source(section.heading.as_ref())),
        Body::Question(question) => Some(question.ask.source()),
        Body::Text => source(node.text.as_ref()).or(label),
    };
    words.unwrap_or_default()
}

/// What can be answered where there is something to choose from, as it stands in an answers file.
fn choices_of(node: &Node) -> String {
    let choices = match node.question().map(|question| &question.kind) {
        Some(Kind::Choice { choices, .. } | Kind::Choices { choices, .. }) => choices.as_slice(),
        _ => &[],
    };
    let values: Vec<&str> = choices.iter().map(|choice| choice.value.as_str()).collect();
    values.join(" | ")
}

/// What a template says as its author wrote it, unless it says nothing.
fn source(template: Option<&Template>) -> Option<&str> {
    template.map(Template::source).filter(|words| !words.is_empty())
}

/// The outline as it is being written.
struct Page<'a> {
    context: &'a Context,
    text: String,
}

impl Page<'_> {
    fn head(&mut self, indent: usize, name: &str, facts: &str) {
        let (strong, dim) = if self.context.colours() {
            (Style::new().bold(), Style::new().dimmed())
        } else {
            (Style::new(), Style::new())
        };
        let indent = " ".repeat(indent);
        self.text
            .push_str(&format!("{indent}{strong}{}{strong:#}", visible(name)));
        if !facts.is_empty() {
            self.text.push_str(&format!("  {dim}{facts}{dim:#}"));
        }
        self.text.push('\n');
    }

    fn words(&mut self, indent: usize, words: &str) {
        let indent = indent + WORDS;
        let width = self.context.width().saturating_sub(indent).max(LEAST);
        for line in words.trim().lines() {
            for row in rows(line, width, self.context.columns_of_ambiguous()) {
                let row = line.get(row.range).unwrap_or_default();
                self.text
                    .push_str(&format!("{}{}\n", " ".repeat(indent), visible(row.trim_end())));
            }
        }
    }
}
