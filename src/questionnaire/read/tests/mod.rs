//! What is read, by way of small questionnaires.

use super::super::{Body, Condition, Kind, NodePath, Questionnaire, Reference, Repetition, Test};
use super::*;

mod arbitrary;
mod mistakes;
mod references;
mod schema;

/// Reads what must be free of mistakes.
fn sound(nodes: &str) -> Questionnaire {
    match read(&format!("format = 1\ntitle = \"t\"\n{nodes}")) {
        Ok(questionnaire) => questionnaire,
        Err(diagnostics) => panic!("{nodes}\n{diagnostics:#?}"),
    }
}

fn id(questionnaire: &Questionnaire, path: &str) -> NodeId {
    questionnaire.find(&NodePath::parse(path).unwrap()).expect(path)
}

#[test]
fn the_document_has_the_order_of_first_mention() {
    for (nodes, order) in [
        (
            "[b]\n[b.y]\nask='?'\n[b.x]\nask='?'\n[a]\ntext='t'",
            "b b.y b.x a",
        ),
        ("[a]\n[b]\ntext='t'\n[a.x]\ntext='t'", "a a.x b"),
        (
            "[b.y]\ntext='t'\n[a]\ntext='t'\n[b]\nlabel='l'\n[b.x]\ntext='t'",
            "b b.y b.x a",
        ),
        ("b.y.text='t'\na.text='t'\nb.x.text='t'", "b b.y b.x a"),
        ("[b]\nx = {ask='?'}\nw.ask='?'\n[a]\ntext='t'", "b b.x b.w a"),
    ] {
        let questionnaire = sound(nodes);
        let paths: Vec<_> = questionnaire
            .nodes()
            .skip(1)
            .map(|(_, node)| node.path.as_str())
            .collect();
        assert_eq!(paths.join(" "), order, "{nodes}");
    }
}

#[test]
fn names_are_looked_up_from_the_inside_outwards() {
    let questionnaire = sound(
        "[name]\nask='?'\n\
         [p]\nrepeat=true\nheading='{{ name }}{{ p.name }}'\n\
         [p.name]\nask='?'\ntext='{{ answer }}{{ name }}'\n\
         [p.since]\nask='{{ name }}'\nkind='month'\n\
         [c]\nfor_each='p'\nheading='{{ each.name }}{{ name }}'\n\
         [c.why]\nask='{{ each.since.year }}{{ each }}'\nwhen={ 'each.since'={ before='2020' } }\n\
         [end]\ntext='{{ p | length | han }}{% for x in p %}{{ x.name }}{% endfor %}{{ range(3) | join }}'",
    );
    let at = |path: &str| id(&questionnaire, path);
    let (name, inner, since, p) = (at("name"), at("p.name"), at("p.since"), at("p"));
    let node = |path: &str| questionnaire.node(at(path));
    let heading = |path: &str| node(path).section().unwrap().heading.clone().unwrap();
    let ask = |path: &str| node(path).question().unwrap().ask.clone();
    let text = |path: &str| node(path).text.clone().unwrap();
    for (template, used, reference) in [
        (heading("p"), "name", Reference::Node(inner)),
        (heading("p"), "p.name", Reference::Node(inner)),
        (text("p.name"), "answer", Reference::Answer),
        (text("p.name"), "name", Reference::Node(inner)),
        (ask("p.since"), "name", Reference::Node(inner)),
        (heading("c"), "each.name", Reference::Each(inner)),
        (heading("c"), "name", Reference::Node(name)),
        (ask("c.why"), "each.since.year", Reference::Each(since)),
        (ask("c.why"), "each", Reference::Each(p)),
        (text("end"), "p", Reference::Node(p)),
    ] {
        assert_eq!(
            template.reference(used),
            Some(reference),
            "{used} in {}",
            template.source()
        );
    }
    assert_eq!(text("end").references().count(), 1);
    assert_eq!(node("c").section().unwrap().repetition, Repetition::ForEach(p));
}

#[test]
fn conditions_become_tests_of_their_kinds() {
    let subjects = "[line]\nask='?'\n[amount]\nask='?'\nkind='number'\n[month]\nask='?'\nkind='month'\n\
        [yes]\nask='?'\nkind='yes-no'\n[one]\nask='?'\nkind='choice'\nchoices=['a','b']\n\
        [many]\nask='?'\nkind='choices'\nchoices=['a',{value='b',label='B'}]\n[list]\nask='?'\nkind='list'\n\
        [s.r]\nrepeat=true\n[s.r.x]\nask='?'\n[s.y]\nask='?'\n";
    for (when, read) in [
        ("line = 'a'", "line OneOf([\"a\"])"),
        ("line = ['a', 'b']", "line OneOf([\"a\", \"b\"])"),
        ("line = { contains = 'a' }", "line Contains(\"a\")"),
        ("line = { answered = false }", "line Answered(false)"),
        ("amount = 3", "amount NumberIn([3.0])"),
        (
            "amount = { min = 3, max = 4.5 }",
            "(amount Min(3.0) & amount Max(4.5))",
        ),
        ("month = '2021年7月'", "month DateIn([2021-07])"),
        ("month = { before = 2021-07-03 }", "month Before(2021-07)"),
        ("month = { after = 2020 }", "month After(2020)"),
        ("yes = false", "yes Is(false)"),
        ("one = ['a', 'b']", "one OneOf([\"a\", \"b\"])"),
        (
            "many = ['a', 'b']",
            "(many Contains(\"a\") | many Contains(\"b\"))",
        ),
        (
            "many = { contains = 'b', min = 2 }",
            "(many Contains(\"b\") & many Min(2.0))",
        ),
        ("list = { min = 2 }", "list Min(2.0)"),
        ("'s.r' = { min = 1 }", "s.r Min(1.0)"),
        ("s.r.min = 1", "s.r Min(1.0)"),
        ("s.y = 'a'", "s.y OneOf([\"a\"])"),
        (
            "s = { r = { min = 1 }, y = 'a' }",
            "(s.r Min(1.0) & s.y OneOf([\"a\"]))",
        ),
        (
            "any = [{ yes = true }, { line = 'a', yes = false }]",
            "(yes Is(true) | (line OneOf([\"a\"]) & yes Is(false)))",
        ),
        ("not = { yes = true }", "!yes Is(true)"),
    ] {
        let questionnaire = sound(&format!("{subjects}[x]\ntext='t'\nwhen = {{ {when} }}"));
        let condition = questionnaire.node(id(&questionnaire, "x")).when.clone().unwrap();
        assert_eq!(show(&questionnaire, &condition), read, "{when}");
    }
}

fn show(questionnaire: &Questionnaire, condition: &Condition) -> String {
    let joined = |all: &[Condition], by: &str| {
        let all: Vec<_> = all.iter().map(|one| show(questionnaire, one)).collect();
        format!("({})", all.join(by))
    };
    match condition {
        Condition::All(all) => joined(all, " & "),
        Condition::Any(any) => joined(any, " | "),
        Condition::Not(inner) => format!("!{}", show(questionnaire, inner)),
        Condition::Answer { subject, test } => {
            let Reference::Node(id) = subject else {
                panic!("{subject:?}")
            };
            let test = match test {
                Test::DateIn(dates) => format!(
                    "DateIn([{}])",
                    dates.iter().map(ToString::to_string).collect::<String>()
                ),
                Test::Before(date) => format!("Before({date})"),
                Test::After(date) => format!("After({date})"),
                other => format!("{other:?}"),
            };
            format!("{} {test}", questionnaire.node(*id).path)
        }
    }
}

#[test]
fn what_comes_from_an_earlier_session_is_looked_up_there() {
    let questionnaire = sound(
        "[goal]\nask='?'\n\
         [past]\nrepeat=true\nfrom='plan'\n[past.title]\nask='?'\nfrom='title'\n\
         [past.step]\nrepeat=true\nfrom='steps'\n[past.step.what]\nask='?'\nfrom='what'\n\
         [past.step.whole]\nask='?'\nfrom='plan.title'\n\
         [plan]\nrepeat=true\n[plan.title]\nask='?'\n[plan.steps]\nrepeat=true\n[plan.steps.what]\nask='?'\n\
         [before]\nask='?'\nfrom='goal'\n",
    );
    for (path, source) in [
        ("past", "plan"),
        ("past.title", "plan.title"),
        ("past.step", "plan.steps"),
        ("past.step.what", "plan.steps.what"),
        ("past.step.whole", "plan.title"),
        ("before", "goal"),
    ] {
        let node = questionnaire.node(id(&questionnaire, path));
        let from = match &node.body {
            Body::Section(section) => section.from,
            Body::Question(question) => question.from,
            Body::Text => None,
        };
        assert_eq!(from, Some(id(&questionnaire, source)), "{path}");
    }
}

#[test]
fn what_is_sensitive_stays_behind_unless_the_author_says_otherwise() {
    use super::super::node::Carry;
    for (attributes, carry) in [
        ("", Carry::Yes),
        ("carry='ask'", Carry::Ask),
        ("carry=false", Carry::No),
        ("sensitive=true", Carry::No),
        ("sensitive=true\ncarry=true", Carry::Yes),
        ("sensitive=true\ncarry='ask'", Carry::Ask),
    ] {
        let questionnaire = sound(&format!("[q]\nask='?'\n{attributes}"));
        let node = questionnaire.node(id(&questionnaire, "q"));
        assert_eq!(
            node.question().map(|question| question.carry),
            Some(carry),
            "{attributes}"
        );
    }
}

#[test]
fn every_kind_is_read() {
    for (attributes, kind) in [
        ("", "Line"),
        ("kind='prose'", "Prose"),
        (
            "kind='number'\nmin=-1\nmax=2.5\nunit='次'",
            "Number { min: Some(-1.0), max: Some(2.5), unit: Some(\"次\") }",
        ),
        ("kind='yes-no'\ndefault=true", "YesNo"),
        (
            "kind='list'\nmin=1\nmax=3",
            "List(Size { min: Some(1), max: Some(3) })",
        ),
        (
            "kind='choice'\nchoices=['a']\nother=true",
            "Choice { choices: [Choice { value: \"a\", label: \"a\" }], other: true }",
        ),
        (
            "kind='choices'\nchoices=['a',{value='b',label='B'}]\nmin=1",
            "Choices { choices: [Choice { value: \"a\", label: \"a\" }, Choice { value: \"b\", label: \"B\" }], \
             other: false, size: Size { min: Some(1), max: None } }",
        ),
    ] {
        let questionnaire = sound(&format!("[q]\nask='?'\n{attributes}"));
        let Body::Question(question) = &questionnaire.node(id(&questionnaire, "q")).body else {
            panic!("{attributes}");
        };
        assert_eq!(format!("{:?}", question.kind), kind, "{attributes}");
    }
    let questionnaire = sound("[r]\nrepeat=true\n[r.x]\nask='?'\n[q]\nask='?'\nkind='links'\nto='r'\nmin=1");
    let question = questionnaire.node(id(&questionnaire, "q")).question().unwrap();
    let Kind::Links { to, size } = question.kind else {
        panic!()
    };
    assert_eq!((to, size.min), (id(&questionnaire, "r"), Some(1)));
}
