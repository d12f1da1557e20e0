//! Questionnaire and answers become a text, byte for byte.

use super::{cases, read, report};
use std::sync::Arc;
use tigang::answers::{Origin, file};
use tigang::document::assemble;
use tigang::export::{Format, PlainText};
use tigang::outline::outline;
use tigang::questionnaire::{self, shipped};

fn assembled(source: &str, answers: &str) -> String {
    let questionnaire = match questionnaire::read(source) {
        Ok(questionnaire) => Arc::new(questionnaire),
        Err(diagnostics) => return format!("{:#?}", diagnostics),
    };
    let table: toml::Table = match toml::from_str(answers) {
        Ok(table) => table,
        Err(error) => return error.to_string(),
    };
    let reading = file::read(table, &questionnaire, Origin::Imported);
    if !reading.remarks.is_empty() {
        return format!("{:#?}", reading.remarks);
    }
    let document = assemble(&outline(&questionnaire, &Arc::new(reading.answers)));
    if !document.failures.is_empty() {
        return format!("{:#?}", document.failures);
    }
    String::from_utf8(Format::Text.export(&document, &PlainText::default())).unwrap()
}

#[test]
fn questionnaire_and_answers_become_the_expected_text() {
    let cases = cases("assembly");
    let mut failures = Vec::new();
    for case in &cases {
        let source = match read(case, "questionnaire") {
            Some(name) => shipped::find(name.trim())
                .expect("a shipped name")
                .source
                .to_owned(),
            None => read(case, "questionnaire.toml").expect("a questionnaire"),
        };
        let text = assembled(&source, &read(case, "answers.toml").unwrap_or_default());
        let expected = read(case, "expected.txt").expect("an expected text");
        if text != expected {
            let name = case.file_name().unwrap_or_default().to_string_lossy();
            failures.push(format!(
                "--- {name}: expected\n{expected}\n--- {name}: is\n{text}"
            ));
        }
    }
    report("assembly", &failures, cases.len());
}
