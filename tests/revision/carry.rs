//! Last year's session as the starting point of this year's.

use super::{answers, lines, questionnaire, shown};
use tigang::answers::Place;
use tigang::revision::carry;

struct Case {
    name: &'static str,
    old: &'static str,
    answers: &'static str,
    /// The new questionnaire; the same one where it is empty.
    new: &'static str,
    expected: &'static str,
    to_decide: &'static str,
    left_behind: &'static str,
    orphaned: &'static str,
}

const EMPTY: Case = Case {
    name: "",
    old: "",
    answers: "",
    new: "",
    expected: "",
    to_decide: "",
    left_behind: "",
    orphaned: "",
};

/// What is planned this year is reported on next year.
const PLAN: &str = "[past]\nwhen={ 'past.measure'={ answered=true } }\n\
    [past.measure]\nrepeat=true\nfrom='plan.measure'\n[past.measure.title]\nask='?'\nfrom='title'\n\
    [past.measure.status]\nask='?'\nkind='choice'\nchoices=['done','ongoing','dropped']\n\
    [past.measure.why]\nask='?'\nwhen={ status='dropped' }\n\
    [past.measure.step]\nrepeat=true\nfrom='step'\n[past.measure.step.what]\nask='?'\nfrom='what'\n\
    [plan.measure]\nrepeat=true\n[plan.measure.title]\nask='?'\ncarry=false\n\
    [plan.measure.step]\nrepeat=true\n[plan.measure.step.what]\nask='?'\ncarry=false\n";

const CASES: &[Case] = &[
    Case {
        name: "all goes over, untouched; what the author says stays behind or is to be decided",
        old: "[a]\nask='?'\n[b]\nask='?'\ncarry=false\n[c]\nask='?'\ncarry='ask'\n[d]\nask='?'\nsensitive=true\n\
              [e]\nask='?'\nsensitive=true\ncarry=true",
        answers: "a='1'\nb='2'\nc='3'\nd='4'\ne='5'",
        expected: "a = \"1\" ~\n c = \"3\" ~\n e = \"5\" ~",
        to_decide: "c",
        left_behind: "b\n d",
        ..EMPTY
    },
    Case {
        name: "the newer questionnaire decides; of what it no longer asks, the older one",
        old: "[a]\nask='?'\ncarry=false\n[b]\nask='?'\n[c]\nask='?'\ncarry=false\n[d]\nask='?'\n[e]\nask='?'\nkind='number'",
        answers: "a='1'\nb='2'\nc='3'\nd='4'\ne=5\nstray='6'",
        new: "[a]\nask='?'\n[bb]\nask='?'\nwas=['b']\nsensitive=true\n[e]\nask='?'\nkind='yes-no'",
        expected: "a = \"1\" ~\n d = \"4\" ~\n e_before = 5 ~\n stray = \"6\" ~",
        left_behind: "b\n c",
        orphaned: "d\n e_before\n stray",
        ..EMPTY
    },
    Case {
        name: "instances keep their ids and their order; one of which nothing goes over stays behind",
        old: "[s]\nrepeat=true\n[s.x]\nask='?'\n[s.y]\nask='?'\ncarry=false",
        answers: "[[s]]\nid='k'\nx='1'\ny='2'\n[[s]]\nid='b'\ny='3'\n[[s]]\nid='c'\nx='4'",
        expected: "s[k].x = \"1\" ~\n s[c].x = \"4\" ~",
        left_behind: "s[k].y\n s[b].y",
        ..EMPTY
    },
    Case {
        name: "an instance goes over that something is paired with or links to",
        old: "[s]\nrepeat=true\n[s.x]\nask='?'\ncarry=false\n[c]\nfor_each='s'\n[c.why]\nask='?'\n\
              [l]\nask='?'\nkind='links'\nto='s'",
        answers: "l=['m']\n[[s]]\nid='k'\nx='1'\n[[s]]\nid='m'\nx='2'\n[[s]]\nid='n'\nx='3'\n[[c]]\nfor='n'\nwhy='4'",
        expected: "s[m]\n s[n]\n c[n].why = \"4\" ~\n l = [\"m\"] ~",
        left_behind: "s[k].x\n s[m].x\n s[n].x",
        ..EMPTY
    },
    Case {
        name: "what was planned comes back to be reported on, with what is in it",
        old: PLAN,
        answers: "[[plan.measure]]\nid='k'\ntitle='1'\n[[plan.measure.step]]\nid='s'\nwhat='2'\n\
                  [[plan.measure]]\nid='m'\ntitle='3'",
        expected: "past.measure[k].title = \"1\" ~\n past.measure[k].step[s].what = \"2\" ~\n past.measure[m].title = \"3\" ~",
        left_behind: "plan.measure[k].title\n plan.measure[k].step[s].what\n plan.measure[m].title",
        ..EMPTY
    },
    Case {
        name: "what was reported on last year is not reported on again",
        old: PLAN,
        answers: "[[past.measure]]\nid='o'\ntitle='0'\nstatus='done'\n[[plan.measure]]\nid='k'\ntitle='1'",
        expected: "past.measure[k].title = \"1\" ~",
        left_behind: "past.measure[o].title\n past.measure[o].status\n plan.measure[k].title",
        ..EMPTY
    },
    Case {
        name: "what was planned under another name comes back too",
        old: "[ideas]\nrepeat=true\n[ideas.name]\nask='?'\nkind='list'",
        answers: "[[ideas]]\nid='k'\nname=['1', '2']",
        new: "[past]\nrepeat=true\nfrom='plan'\n[past.title]\nask='?'\nkind='prose'\nfrom='title'\n\
              [plan]\nrepeat=true\nwas=['ideas']\n[plan.title]\nask='?'\nkind='list'\nwas=['ideas.name']",
        expected: "plan[k].title = [\"1\", \"2\"] ~\n past[k].title = \"1\\n2\" ~",
        ..EMPTY
    },
    Case {
        name: "a question begins with last year's answer to another one, of the same instance",
        old: "[goal]\nask='?'\ncarry=false\n[was_goal]\nask='?'\nfrom='goal'\n\
              [s]\nrepeat=true\n[s.goal]\nask='?'\ncarry=false\n[s.last]\nask='?'\nfrom='goal'\n[s.name]\nask='?'",
        answers: "goal='1'\nwas_goal='0'\n[[s]]\nid='k'\nname='2'\ngoal='3'\nlast='4'\n[[s]]\nid='m'\nname='5'",
        expected: "s[k].name = \"2\" ~\n s[k].last = \"3\" ~\n s[m].name = \"5\" ~\n was_goal = \"1\" ~",
        left_behind: "goal\n was_goal\n s[k].goal\n s[k].last",
        ..EMPTY
    },
    Case {
        name: "nothing to report on, nothing comes back",
        old: PLAN,
        ..EMPTY
    },
];

#[test]
fn answers_go_over_into_a_new_session() {
    let mut failures = Vec::new();
    for case in CASES {
        let old = questionnaire(case.old);
        let new = questionnaire(if case.new.is_empty() { case.old } else { case.new });
        let given = answers(&old, case.answers);
        let carried = carry(&old, &given, &new);
        let places = |places: &[Place]| places.iter().map(ToString::to_string).collect::<Vec<_>>();
        for (what, is, expected) in [
            ("answers", shown(&carried.answers), case.expected),
            ("to decide", places(&carried.to_decide), case.to_decide),
            ("left behind", places(&carried.left_behind), case.left_behind),
            ("orphaned", places(&carried.orphaned), case.orphaned),
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
