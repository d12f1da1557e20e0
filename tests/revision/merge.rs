//! Two copies of one session become one again.

use super::{answers, lines, questionnaire, shown};
use tigang::answers::{Answers, Place, Value};
use tigang::revision::Side;
use tigang::revision::merge::{Conflict, Merged, Version, merge};

const NODES: &str = "[a]\nask='?'\n[b]\nask='?'\n[s]\nrepeat=true\n[s.x]\nask='?'\n[s.y]\nask='?'\n[s.t]\nrepeat=true\n\
    [s.t.z]\nask='?'\n";

struct Case {
    name: &'static str,
    /// `None` where the copies have no common ancestor that is known.
    base: Option<&'static str>,
    ours: &'static str,
    theirs: &'static str,
    expected: &'static str,
    /// `place: base | ours | theirs`, each as far as it is there.
    conflicts: &'static str,
}

const TWO: &str = "[[s]]\nid='k'\nx='1'\n[[s]]\nid='m'\nx='2'";

const CASES: &[Case] = &[
    Case {
        name: "where only one has changed, it wins",
        base: Some("a='1'\nb='1'"),
        ours: "a='2'\nb='1'",
        theirs: "a='1'\nb='3'",
        expected: "a = \"2\"\n b = \"3\"",
        conflicts: "",
    },
    Case {
        name: "both have changed: the same is no conflict, another is",
        base: Some("a='1'\nb='1'"),
        ours: "a='2'\nb='2'",
        theirs: "a='2'\nb='3'",
        expected: "a = \"2\"\n b = \"2\"",
        conflicts: "b: 1 | 2 | 3",
    },
    Case {
        name: "cleared in one, changed in the other, or not",
        base: Some("a='1'\nb='1'"),
        ours: "",
        theirs: "a='1'\nb='2'",
        expected: "b = \"2\"",
        conflicts: "b: 1 | | 2",
    },
    Case {
        name: "answered in both for the first time",
        base: Some(""),
        ours: "a='1'\ns=[{ id='k', x='1' }]",
        theirs: "a='2'\nb='3'",
        expected: "a = \"1\"\n s[k].x = \"1\"\n b = \"3\"",
        conflicts: "a: | 1 | 2",
    },
    Case {
        name: "no common ancestor: every difference is a conflict, what only one has is kept",
        base: None,
        ours: "a='1'\nb='2'\n[[s]]\nid='k'\nx='1'",
        theirs: "a='1'\nb='3'\n[[s]]\nid='m'\nx='1'\n[[s]]\nid='k'\ny='2'",
        expected: "a = \"1\"\n b = \"2\"\n s[m].x = \"1\"\n s[k].x = \"1\"\n s[k].y = \"2\"",
        conflicts: "b: | 2 | 3",
    },
    Case {
        name: "instances added on either side",
        base: Some(TWO),
        ours: "[[s]]\nid='k'\nx='1'\n[[s]]\nid='n'\nx='3'\n[[s]]\nid='m'\nx='2'",
        theirs: "[[s]]\nid='k'\nx='1'\n[[s]]\nid='m'\nx='2'\n[[s]]\nid='o'\nx='4'",
        expected: "s[k].x = \"1\"\n s[n].x = \"3\"\n s[m].x = \"2\"\n s[o].x = \"4\"",
        conflicts: "",
    },
    Case {
        name: "an instance changed on both sides, in different answers and in the same; moved on one",
        base: Some(TWO),
        ours: "[[s]]\nid='k'\nx='1'\ny='5'\n[[s]]\nid='m'\nx='3'",
        theirs: "[[s]]\nid='m'\nx='4'\n[[s]]\nid='k'\nx='6'",
        expected: "s[m].x = \"3\"\n s[k].x = \"6\"\n s[k].y = \"5\"",
        conflicts: "s[m].x: 2 | 3 | 4",
    },
    Case {
        name: "an instance removed in one: gone if the other has not changed it",
        base: Some(TWO),
        ours: "[[s]]\nid='m'\nx='2'",
        theirs: "[[s]]\nid='k'\nx='1'\n[[s]]\nid='m'\nx='9'",
        expected: "s[m].x = \"9\"",
        conflicts: "",
    },
    Case {
        name: "an instance removed in one and changed in the other, outside or inside",
        base: Some("[[s]]\nid='k'\nx='1'\n[[s]]\nid='m'\nx='2'\n[[s.t]]\nid='n'\nz='3'"),
        ours: "[[s]]\nid='k'\nx='9'",
        theirs: "[[s]]\nid='m'\nx='2'\n[[s.t]]\nid='n'\nz='4'",
        expected: "s[k].x = \"9\"\n s[m].x = \"2\"\n s[m].t[n].z = \"4\"",
        conflicts: "s[k]: x=1 | x=9 |
            s[m]: x=2, t[n].z=3 | | x=2, t[n].z=4",
    },
    Case {
        name: "different things under one name",
        base: None,
        ours: "q='1'",
        theirs: "[q]\nr='2'\n[[q.s]]\nid='k'\nt='3'",
        expected: "q = \"1\"",
        conflicts: "q.r: | | 2
            q.s[k].t: | | 3",
    },
];

fn version(version: Option<&Version>) -> String {
    match version {
        None => String::new(),
        Some(Version::Answer(answer)) => format!(" {}", answer.value.to_typed()),
        Some(Version::Instance(group)) => {
            let mut values = Vec::new();
            group.visit(&Place::root(), &mut |place, answer| {
                values.push(format!("{place}={}", answer.value.to_typed()));
            });
            format!(" {}", values.join(", "))
        }
    }
}

fn conflict(conflict: &Conflict) -> String {
    let [base, ours, theirs] =
        [&conflict.base, &conflict.ours, &conflict.theirs].map(|side| version(side.as_ref()));
    format!("{}:{base} |{ours} |{theirs}", conflict.place)
}

fn merged(case: &Case) -> Merged {
    let questionnaire = questionnaire(NODES);
    let read = |text: &str| answers(&questionnaire, text);
    merge(case.base.map(read).as_ref(), &read(case.ours), &read(case.theirs))
}

#[test]
fn copies_are_merged_answer_by_answer() {
    let mut failures = Vec::new();
    for case in CASES {
        let merged = merged(case);
        let conflicts: Vec<_> = merged.conflicts.iter().map(conflict).collect();
        for (what, is, expected) in [
            ("answers", shown(&merged.answers), case.expected),
            ("conflicts", conflicts, case.conflicts),
        ] {
            if is != lines(expected) {
                failures.push(format!("--- {}: {what}\n{}", case.name, is.join("\n")));
            }
        }
    }
    assert!(
        failures.is_empty(),
        "{} differ\n{}",
        failures.len(),
        failures.join("\n")
    );
}

#[test]
fn a_conflict_is_settled_and_the_other_side_kept_on_record() {
    use Side::{Ours, Theirs};
    let case = |name: &str| CASES.iter().find(|case| case.name.starts_with(name)).unwrap();
    for (name, sides, expected) in [
        ("both have", vec![Ours], "a = \"2\"\n b = \"2\"\n - b = \"3\""),
        ("both have", vec![Theirs], "a = \"2\"\n b = \"3\"\n - b = \"2\""),
        ("both have", vec![], "a = \"2\"\n b = \"2\"\n - b = \"3\""),
        ("cleared in", vec![Ours], "- b = \"2\""),
        ("cleared in", vec![Theirs], "b = \"2\""),
        ("cleared in", vec![], "b = \"2\""),
        (
            "an instance removed in one and",
            vec![Ours, Theirs],
            "s[k].x = \"9\"\n s[m].x = \"2\"\n s[m].t[n].z = \"4\"",
        ),
        (
            "an instance removed in one and",
            vec![Theirs, Ours],
            "- s[k]\n - s[k].x = \"9\"\n - s[m]\n - s[m].x = \"2\"\n - s[m].t[n].z = \"4\"",
        ),
        (
            "an instance removed in one and",
            vec![],
            "s[k].x = \"9\"\n s[m].x = \"2\"\n s[m].t[n].z = \"4\"",
        ),
        (
            "different things",
            vec![Ours, Ours],
            "q = \"1\"\n - q.r = \"2\"\n - q.s[k].t = \"3\"",
        ),
        // An answer of ours stands where their section belongs: it makes way, and stays on record.
        (
            "different things",
            vec![Theirs, Theirs],
            "q.r = \"2\"\n q.s[k].t = \"3\"\n - q = \"1\"",
        ),
    ] {
        let mut merged = merged(case(name));
        for side in &sides {
            assert!(merged.resolve(0, *side, 7), "{name}");
        }
        assert!(!merged.resolve(merged.conflicts.len(), Ours, 7));
        assert_eq!(
            shown(&merged.into_answers(7)),
            lines(expected),
            "{name} {sides:?}"
        );
    }
}

#[test]
fn whoever_has_looked_at_an_answer_has_looked_for_both() {
    use tigang::answers::{Answer, Origin};
    let place = Place::parse("a").unwrap();
    let of = |touched: bool, draft: bool| {
        let mut answers = Answers::default();
        let answer = Answer {
            value: Value::Text("1".into()),
            origin: Origin::Carried,
            touched,
            draft,
        };
        answers.put(&place, answer);
        answers
    };
    for (ours, theirs, expected) in [
        (of(true, false), of(false, false), of(true, false)),
        (of(false, false), of(true, false), of(true, false)),
        (of(false, true), of(false, false), of(false, false)),
    ] {
        let merged = merge(None, &ours, &theirs);
        assert_eq!((merged.answers, merged.conflicts), (expected, vec![]));
    }
}

#[test]
fn what_was_removed_in_either_copy_is_on_record() {
    let place = |text: &str| Place::parse(text).unwrap();
    let questionnaire = questionnaire(NODES);
    let mut base = answers(&questionnaire, "a='1'\nb='2'\n[[s]]\nid='k'\nx='3'");
    base.clear(&place("a"), 1);
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.clear(&place("b"), 5);
    theirs.restore(0, 3);
    theirs.remove_instance(&place("s"), place("s[k]").instance().unwrap(), 4);
    let expected = "a = \"1\"\n - s[k]\n - s[k].x = \"3\"\n - b = \"2\"";
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let merged = merge(Some(&base), ours, theirs);
        assert_eq!(shown(&merged.answers), lines(expected));
        assert_eq!(merged.conflicts, []);
    }
}
