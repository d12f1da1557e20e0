//! `tigang questionnaires`

use super::context::Context;
use super::failure::{DONE, Explain as _, Outcome};
use super::{console, table};
use crate::messages::Locale;
use crate::questionnaire::Questionnaire;

pub(super) fn run(context: &Context) -> Outcome {
    let mut rows = Vec::new();
    for entry in context.questionnaires() {
        match entry {
            Ok(entry) => {
                let questionnaire = &entry.questionnaire;
                rows.push(vec![
                    entry.name,
                    questionnaire.settings.title.clone(),
                    question_count(questionnaire, context.locale),
                ]);
            }
            // One that cannot be used does not hide the others.
            Err(error) => console::complain(&error.explain(context.locale)),
        }
    }
    console::print(context, &table::aligned(&rows, context.columns_of_ambiguous()))?;
    Ok(DONE)
}

/// How many questions a questionnaire has, those of a repeated section counted once.
pub(super) fn question_count(questionnaire: &Questionnaire, locale: Locale) -> String {
    let nodes = questionnaire.nodes();
    match nodes.filter(|(_, node)| node.question().is_some()).count() {
        1 => locale.one_question().to_owned(),
        count => locale.question_count(count),
    }
}
