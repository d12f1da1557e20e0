//! Findings: what each rule finds, and what it leaves alone.

use std::sync::Arc;
use tigang::answers::{Answers, Origin, Place, Value, file};
use tigang::check::{Budget, Finding, Kind, Severity, budget_around, check};
use tigang::document::assemble;
use tigang::interview::Work;
use tigang::messages::Locale;
use tigang::outline::Outline;
use tigang::questionnaire;

const QUESTIONNAIRE: &str = r#"
format = 1
title = "小结"
min_length = 10
max_length = 60
terms = { "职工" = ["员工", "雇员"], "党支部" = ["支部"], "sign in" = ["log in"] }

[opening]
heading = "开头"
max_length = 20
[opening.since]
ask = "何时任职？"
kind = "month"
[opening.body]
ask = "由谁任命？"
example = "某县县委"
placeholder = "写全称"
[opening.note]
ask = "附注？"
required = false

[problems]
heading = "问题"
[problems.problem]
label = "问题"
repeat = true
min = 1
max = 2
heading = "{{ name }}"
heading_style = "run-in"
min_length = 7
[problems.problem.name]
ask = "哪里不够？"
text = ""
[problems.problem.facts]
ask = "有何表现？"
kind = "prose"
min_length = 4

[measures]
[measures.measure]
label = "措施"
repeat = true
[measures.measure.title]
ask = "怎么办？"
[measures.measure.answers]
ask = "回应哪些问题？"
kind = "links"
to = "problems.problem"
required = false
text = ""
"#;

/// Answers to which nothing is to be said.
const SOUND: &str = r#"
[opening]
since = "2021-07"
body = "县委任命。"
[[problems.problem]]
id = "a"
name = "学习不深"
facts = "读书少。"
[[measures.measure]]
title = "多读书。"
answers = ["a"]
"#;

fn work(source: &str, answers: &str, origin: Origin) -> Work {
    let questionnaire = Arc::new(questionnaire::read(source).expect("a sound questionnaire"));
    let table: toml::Table = toml::from_str(answers).expect("sound answers");
    let answers: Answers = file::read(table, &questionnaire, origin).answers;
    Work::new(&questionnaire, Arc::new(answers))
}

fn findings(work: &Work) -> Vec<Finding> {
    check(work.outline(), work.document())
}

/// `path: message` for each finding.
fn found(work: &Work, locale: Locale) -> Vec<String> {
    findings(work)
        .iter()
        .map(|finding| format!("{}: {}", finding.place, finding.message(locale, work.outline())))
        .collect()
}

#[test]
fn each_rule_finds_what_it_is_for() {
    // What is changed in the sound answers, and what is found then.
    for (from, to, wanted) in [
        ("", "", &[] as &[&str]),
        ("since = \"2021-07\"\n", "", &["opening.since: 未答"]),
        (
            "\"2021-07\"",
            "\"去年\"",
            &["opening.since: 这里需要年月，如 2021-07 或 2021年7月"],
        ),
        // Budgets: of a section, of the document at both ends, of an instance.
        (
            "县委任命。",
            "县委任命县委任命县委任命县委任命县委任命。",
            &["opening: 已有 29 字，最多 20 字"],
        ),
        (
            "多读书。",
            "多读书，多读书，多读书，多读书，多读书，多读书，多读书，多读书。",
            &[": 已有 61 字，最多 60 字"],
        ),
        // Too few words in an answer are told of the answer, and of what prints it where that is too short as well.
        (
            "name = \"学习不深\"\nfacts = \"读书少。\"",
            "name = \"学\"\nfacts = \"无\"",
            &[
                "problems.problem[a]: 只有 6 字，至少要 7 字",
                "problems.problem[a].facts: 只有 1 字，至少要 4 字",
            ],
        ),
        // Links: a problem that no measure answers, a measure that answers none.
        (
            "answers = [\"a\"]",
            "",
            &[
                "problems.problem[a]: “措施”里没有一项回应它",
                "measures.measure[1].answers: 没有选它回应哪一项",
            ],
        ),
        (
            "[[measures.measure]]\ntitle = \"多读书。\"\nanswers = [\"a\"]\n",
            "",
            &["problems.problem[a]: “措施”里没有一项回应它"],
        ),
        (
            "answers = [\"a\"]",
            "answers = [\"z\"]",
            &[
                "problems.problem[a]: “措施”里没有一项回应它",
                "measures.measure[1].answers: 所关联的一项已不存在",
            ],
        ),
        // House terms: counted, not inside the word to use, in whole Latin words, in any case of letters.
        (
            "读书少。",
            "员工、雇员和员工。",
            &[
                "problems.problem[a].facts: “员工”统一写作“职工”，有 2 处",
                "problems.problem[a].facts: “雇员”统一写作“职工”",
            ],
        ),
        ("读书少。", "党支部读书。", &[]),
        (
            "读书少。",
            "支部、党支部。",
            &["problems.problem[a].facts: “支部”统一写作“党支部”"],
        ),
        (
            "读书少。",
            "Log in 查阅。",
            &["problems.problem[a].facts: “log in”统一写作“sign in”"],
        ),
        ("读书少。", "catalog inside 少读", &[]),
        // Left over from trying out.
        (
            "县委任命。",
            " 某县县委 ",
            &["opening.body: 和问卷的例子一字不差"],
        ),
        ("县委任命。", "写全称", &["opening.body: 和问卷的提示一字不差"]),
        ("县委任命。", "某县县委任命。", &[]),
        (
            "[opening]\n",
            "[opening]\nold = \"旧\"\n",
            &["opening.old: 问卷里没有这一问；回答留着，不印"],
        ),
    ] {
        assert!(SOUND.contains(from), "{from}");
        let answers = SOUND.replacen(from, to, 1);
        let work = work(QUESTIONNAIRE, &answers, Origin::Typed);
        assert_eq!(found(&work, Locale::Zh), wanted, "{from} → {to}");
    }
}

#[test]
fn nothing_written_is_found_unanswered_and_nothing_else_is_said_of_it() {
    let work = work(QUESTIONNAIRE, "", Origin::Typed);
    let found = found(&work, Locale::En);
    assert_eq!(
        found,
        [
            ": 8 zi; at least 10",
            "opening.since: unanswered",
            "opening.body: unanswered",
            "problems.problem[1].name: unanswered",
            "problems.problem[1].facts: unanswered",
        ]
    );
}

#[test]
fn too_many_instances_are_found_where_they_stand() {
    let more = format!(
        "{SOUND}[[problems.problem]]\nid = \"b\"\nname = \"二\"\n[[problems.problem]]\nid = \"c\"\nname = \"三\"\n"
    );
    let work = work(QUESTIONNAIRE, &more, Origin::Typed);
    let found = found(&work, Locale::Zh);
    assert!(
        found.contains(&"problems.problem: 现有 3 项，最多 2 项".to_owned()),
        "{found:#?}"
    );
}

#[test]
fn drafts_and_what_was_carried_over_are_open_until_somebody_has_looked() {
    let mut carried = work(QUESTIONNAIRE, SOUND, Origin::Carried);
    let kinds = |work: &Work| findings(work).iter().map(Finding::kind).collect::<Vec<_>>();
    assert_eq!(kinds(&carried), [Kind::Untouched; 6]);
    let body = Place::parse("opening.body").unwrap();
    carried.commit(&body, Value::Text("县委任命。".to_owned()), 0);
    assert_eq!(kinds(&carried), [Kind::Untouched; 5]);
    let mut typed = work(QUESTIONNAIRE, SOUND, Origin::Typed);
    typed.draft(&body, Value::Text("县委任".to_owned()), 0);
    assert_eq!(kinds(&typed), [Kind::Draft]);
    typed.commit(&body, Value::Text("县委任".to_owned()), 0);
    assert_eq!(kinds(&typed), []);
}

#[test]
fn what_a_condition_hides_is_not_found() {
    let source = r#"
format = 1
title = "t"
[more]
ask = "有吗？"
kind = "yes-no"
[part]
when = { more = true }
heading = "详情"
min_length = 100
[part.what]
ask = "什么？"
"#;
    let found = |answers: &str| found(&work(source, answers, Origin::Typed), Locale::Zh);
    assert_eq!(found("more = false\n[part]\nwhat = \"x\"\n"), [] as [&str; 0]);
    assert_eq!(
        found("more = true\n"),
        ["part: 只有 4 字，至少要 100 字", "part.what: 未答"]
    );
}

#[test]
fn a_template_that_fails_is_found() {
    let source = "format = 1\ntitle = 't'\n[a]\nask = '？'\n[b]\ntext = '{{ a | int }}'\n";
    let work = work(source, "a = \"不是数\"\n", Origin::Typed);
    let failures = assemble(work.outline()).failures.len();
    let found = findings(&work);
    assert_eq!(found.len(), failures);
    for finding in found {
        assert_eq!(
            (finding.kind(), finding.severity()),
            (Kind::Template, Severity::Wrong)
        );
    }
}

#[test]
fn budgets_are_counted_as_the_questionnaire_counts() {
    let source = |by: &str| {
        format!(
            "format = 1\ntitle = 't'\nlanguage = 'en'\n{by}\n[part]\nheading = 'What happened'\nmax_length = 9\n[part.a]\nask = '?'\n"
        )
    };
    for (by, length) in [
        ("", 7),
        ("count_by = 'words'", 7),
        ("count_by = 'characters'", 38),
        ("count_by = 'zi'", 7),
    ] {
        let work = work(
            &source(by),
            "[part]\na = \"The pump failed at 06:10.\"\n",
            Origin::Typed,
        );
        let outline = work.outline();
        let a = outline.find(&Place::parse("part.a").unwrap()).unwrap();
        let budget: Option<Budget> = budget_around(outline, work.document(), a);
        assert_eq!(budget.map(|budget| budget.length), Some(length), "{by}");
        assert_eq!(budget_around(outline, work.document(), Outline::ROOT), None);
    }
}
