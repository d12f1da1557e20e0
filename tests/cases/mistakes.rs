//! Authors' mistakes, each found at its place: one line `LINE:COLUMN code` per mistake.

use super::{cases, read, report};

#[test]
fn every_mistake_is_found_at_its_place() {
    let cases = cases("mistakes");
    let mut failures = Vec::new();
    for case in &cases {
        let source = read(case, "questionnaire.toml").expect("a questionnaire");
        let expected = read(case, "expected.txt").expect("expected mistakes");
        let found = match tigang::questionnaire::read(&source) {
            Ok(_) => "(none)\n".to_owned(),
            Err(diagnostics) => diagnostics
                .iter()
                .map(|found| format!("{}:{} {}\n", found.line, found.column, found.code()))
                .collect(),
        };
        if found != expected {
            let name = case.file_name().unwrap_or_default().to_string_lossy();
            failures.push(format!("--- {name}: expected\n{expected}--- {name}: is\n{found}"));
        }
    }
    report("mistakes", &failures, cases.len());
}
