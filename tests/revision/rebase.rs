//! A session moves to a newer questionnaire.

use super::{answers, lines, questionnaire, shown};
use tigang::answers::Place;
use tigang::messages::Locale;
use tigang::revision::rebase::plan;

struct Case {
    name: &'static str,
    old: &'static str,
    answers: &'static str,
    new: &'static str,
    /// The report, in English.
    changes: &'static str,
    /// The answers after it.
    expected: &'static str,
}

const CASES: &[Case] = &[
    Case {
        name: "nothing that matters",
        old: "[a]\nask='?'\n[s]\nrepeat=true\n[s.x]\nask='?'",
        answers: "a='1'\n[[s]]\nid='k'\nx='2'\n[[s]]\nid='b'\nx='3'",
        new: "[s]\nrepeat=true\nmin=1\n[s.x]\nask='?'\nhelp='h'\n[a]\nask='?'\ntext='t'",
        changes: "",
        expected: "s[k].x = \"2\"\n s[b].x = \"3\"\n a = \"1\"",
    },
    Case {
        name: "new, removed and reworded",
        old: "[a]\nask='?'\n[b]\nask='?'\n[s.c]\nask='?'",
        answers: "a='1'\nb='2'\ns.c='3'",
        new: "[a]\nask='??'\n[s.d]\nask='?'",
        changes: "asked in other words: a
            new question: s.d
            no longer asked: b (answers put aside: 1)
            no longer asked: s.c (answers put aside: 1)",
        expected: "a = \"1\"\n b = \"2\"\n s.c = \"3\"",
    },
    Case {
        name: "renamed: a question, a section with all that is in it, a question moved into it",
        old: "[a]\nask='?'\n[s.x]\nask='?'\n[s.t.y]\nask='?'\n[b]\nask='?'",
        answers: "a='1'\nb='2'\ns.x='3'\ns.t.y='4'",
        new: "[aa]\nask='?'\nwas=['a']\n[r]\nwas=['s']\n[r.x]\nask='?'\n[r.t.y]\nask='?'\n[r.b]\nask='?'\nwas=['b']",
        changes: "renamed: a → aa
            renamed: s → r
            renamed: b → r.b",
        expected: "aa = \"1\"\n r.x = \"3\"\n r.t.y = \"4\"\n r.b = \"2\"",
    },
    Case {
        name: "two that change places",
        old: "[a]\nask='?'\n[b]\nask='?'",
        answers: "a='1'\nb='2'",
        new: "[a]\nask='?'\nwas=['b']\n[b]\nask='?'\nwas=['a']",
        changes: "renamed: b → a
            renamed: a → b",
        expected: "b = \"1\"\n a = \"2\"",
    },
    Case {
        name: "a name that has come to mean something else",
        old: "[a]\nask='?'",
        answers: "a='1'",
        new: "[a]\nask='?'\n[b]\nask='?'\nwas=['a']",
        changes: "new question: a
            renamed: a → b",
        expected: "b = \"1\"",
    },
    Case {
        name: "a renamed section leaves a question behind",
        old: "[s.x]\nask='?'\n[s.y]\nask='?'",
        answers: "s.x='1'\ns.y='2'",
        new: "[r]\nwas=['s']\n[r.x]\nask='?'\n[s.y]\nask='?'",
        changes: "renamed: s → r",
        expected: "r.x = \"1\"\n s.y = \"2\"",
    },
    Case {
        name: "renamed in a repeated section that is renamed too",
        old: "[s]\nrepeat=true\n[s.x]\nask='?'",
        answers: "[[s]]\nid='k'\nx='1'\n[[s]]\nid='b'",
        new: "[r]\nrepeat=true\nwas=['s']\n[r.z]\nask='?'\nwas=['s.x']",
        changes: "renamed: s → r
            renamed: s.x → r.z",
        expected: "r[k].z = \"1\"\n r[b]",
    },
    Case {
        name: "another kind: what still reads stays, what can be put otherwise is, the rest is put aside",
        old: "[n]\nask='?'\nkind='number'\n[p]\nask='?'\nkind='prose'\n[l]\nask='?'\nkind='list'\n\
              [c]\nask='?'\nkind='choice'\nchoices=[{value='big',label='大'},'小']\n[y]\nask='?'\nkind='yes-no'\n\
              [q]\nask='?'",
        answers: "n=3\np='about three'\nl=['a','b']\nc='big'\ny=true\nq='大'",
        new: "[n]\nask='?'\n[p]\nask='?'\nkind='number'\n[l]\nask='?'\nkind='prose'\n[c]\nask='?'\n\
              [y]\nask='?'\nkind='number'\n[q]\nask='?'\nkind='choice'\nchoices=[{value='big',label='大'},'小']",
        changes: "another kind: n, number → line; still answers: 1
            another kind: p, prose → number; put aside: 1
            another kind: l, list → prose; put into another form: 1
            another kind: c, choice → line; put into another form: 1
            another kind: y, yes-no → number; put aside: 1
            another kind: q, line → choice; put into another form: 1",
        expected: "n = 3\n l = \"a\\nb\" ~\n c = \"大\" ~\n q = \"big\" ~\n p_before = \"about three\"\n y_before = true",
    },
    Case {
        name: "a choice is gone: the answer stays to be mended, unless the label is still there",
        old: "[c]\nask='?'\nkind='choice'\nchoices=['a','b',{value='c',label='C'}]\n\
              [m]\nask='?'\nkind='choices'\nchoices=['a','b']\n[o]\nask='?'\nkind='choice'\nchoices=['a','b']",
        answers: "c='b'\nm=['a','b']\no='b'",
        new: "[c]\nask='?'\nkind='choice'\nchoices=['a',{value='cc',label='C'}]\n\
              [m]\nask='?'\nkind='choices'\nchoices=['a','d']\n\
              [o]\nask='?'\nkind='choice'\nchoices=['a']\nother=true",
        changes: "no longer a choice: “b” of c (answers that chose it: 1)
            no longer a choice: “C” of c (answers that chose it: 0)
            no longer a choice: “b” of m (answers that chose it: 1)",
        expected: "c = \"b\"\n m = [\"a\", \"b\"]\n o = \"b\"",
    },
    Case {
        name: "split: each gets the answer, to be looked at",
        old: "[a]\nask='?'",
        answers: "a='1'",
        new: "[a]\nask='?'\nwas=['a']\n[b]\nask='?'\nwas=['a']\n[c]\nask='?'\nkind='number'",
        changes: "new question: c
            split: a → a, b",
        expected: "a = \"1\" ~\n b = \"1\" ~",
    },
    Case {
        name: "merged: prose and lists are joined, of lines the first stays",
        old: "[a]\nask='?'\nkind='prose'\n[b]\nask='?'\nkind='prose'\n[c]\nask='?'\n[d]\nask='?'\n\
              [l]\nask='?'\nkind='list'\n[m]\nask='?'\nkind='list'",
        answers: "a='1'\nb='2'\nc='3'\nd='4'\nl=['x','y']\nm=['y','z']",
        new: "[ab]\nask='?'\nkind='prose'\nwas=['a','b']\n[cd]\nask='?'\nwas=['c','d']\n\
              [l]\nask='?'\nkind='list'\nwas=['m']",
        changes: "merged: a, b → ab
            merged: c, d → cd
            merged: l, m → l",
        expected: "ab = \"1\\n2\" ~\n cd = \"3\"\n l = [\"x\", \"y\", \"z\"] ~\n d = \"4\"",
    },
    Case {
        name: "once, now repeated, and the other way round",
        old: "[a]\n[a.x]\nask='?'\n[b]\nrepeat=true\n[b.x]\nask='?'\n[b.y]\nask='?'",
        answers: "a.x='1'\n[[b]]\nid='k'\nx='2'\n[[b]]\nid='l'\nx='3'\ny='4'",
        new: "[a]\nrepeat=true\n[a.x]\nask='?'\n[b]\n[b.x]\nask='?'\n[b.y]\nask='?'",
        changes: "now repeated: a
            no longer repeated: b (of 2, all but the first are put aside)",
        expected: "a[1].x = \"1\"\n b.x = \"2\"\n b.y = \"4\"\n b_before[l].x = \"3\"",
    },
    Case {
        name: "three sections that were fixed become instances",
        old: "[a]\n[a.x]\nask='?'\n[b]\n[b.x]\nask='?'\n[c]\n[c.x]\nask='?'",
        answers: "a.x='1'\nc.x='3'",
        new: "[p]\nrepeat=true\nwas=['a','b','c']\n[p.x]\nask='?'",
        changes: "merged: a, b, c → p",
        expected: "p[1].x = \"1\"\n p[3].x = \"3\"",
    },
    Case {
        name: "three questions that were fixed become instances",
        old: "[a1]\nask='?'\n[a2]\nask='?'\n[b1]\nask='?'\n[b2]\nask='?'",
        answers: "a1='1'\na2='2'\nb2='4'",
        new: "[p]\nrepeat=true\n[p.a]\nask='?'\nwas=['a1','a2']\n[p.b]\nask='?'\nwas=['b1','b2']",
        changes: "merged: a1, a2 → p.a
            merged: b1, b2 → p.b",
        expected: "p[1].a = \"1\"\n p[2].a = \"2\"\n p[2].b = \"4\"",
    },
    Case {
        name: "two repeated sections become one: ids that both have used are told apart, pairs and links follow",
        old: "[p]\nrepeat=true\n[p.x]\nask='?'\n[q]\nrepeat=true\n[q.x]\nask='?'\n\
              [c]\nfor_each='q'\n[c.why]\nask='?'\n[l]\nask='?'\nkind='links'\nto='q'",
        answers: "l=['1','2']\n[[p]]\nid='1'\nx='p1'\n[[q]]\nid='1'\nx='q1'\n[[q]]\nid='2'\nx='q2'\n\
                  [[c]]\nfor='1'\nwhy='c1'",
        new: "[p]\nrepeat=true\nwas=['q']\n[p.x]\nask='?'\n[c]\nfor_each='p'\n[c.why]\nask='?'\n\
              [l]\nask='?'\nkind='links'\nto='p'",
        changes: "merged: p, q → p",
        expected: "p[1].x = \"p1\"\n p[3].x = \"q1\"\n p[2].x = \"q2\"\n c[3].why = \"c1\"\n l = [\"3\", \"2\"]",
    },
    Case {
        name: "pairs hold when their section is renamed, and a question moves from one side to the other",
        old: "[p]\nrepeat=true\n[p.x]\nask='?'\n[c]\nfor_each='p'\n[c.why]\nask='?'\n[c.how]\nask='?'",
        answers: "[[p]]\nid='k'\nx='1'\n[[p]]\nid='b'\nx='2'\n[[c]]\nfor='b'\nwhy='3'\nhow='4'",
        new: "[q]\nrepeat=true\nwas=['p']\n[q.x]\nask='?'\n[q.how]\nask='?'\nwas=['c.how']\n\
              [d]\nfor_each='q'\nwas=['c']\n[d.why]\nask='?'",
        changes: "renamed: p → q
            renamed: c.how → q.how
            renamed: c → d",
        expected: "q[k].x = \"1\"\n q[b].x = \"2\"\n q[b].how = \"4\"\n d[b].why = \"3\"",
    },
    Case {
        name: "links that lead elsewhere now, and a repeated section that is paired now",
        old: "[p]\nrepeat=true\n[p.x]\nask='?'\n[q]\nrepeat=true\n[q.x]\nask='?'\n[l]\nask='?'\nkind='links'\nto='p'\n\
              [c]\nrepeat=true\n[c.x]\nask='?'",
        answers: "l=['k']\n[[p]]\nid='k'\nx='1'\n[[c]]\nid='m'\nx='2'",
        new: "[p]\nrepeat=true\n[p.x]\nask='?'\n[q]\nrepeat=true\n[q.x]\nask='?'\n[l]\nask='?'\nkind='links'\nto='q'\n\
              [c]\nfor_each='p'\n[c.x]\nask='?'",
        changes: "links to something else: l
            paired otherwise: c",
        expected: "p[k].x = \"1\"\n l = [\"k\"]\n c[m].x_before = \"2\"",
    },
    Case {
        name: "a question becomes a section, a section a question; text becomes a question",
        old: "[a]\nask='?'\n[b]\n[b.x]\nask='?'\n[t]\ntext='t'",
        answers: "a='1'\nb.x='2'",
        new: "[a]\n[a.x]\nask='?'\n[b]\nask='?'\n[t]\nask='?'",
        changes: "new question: a.x
            new question: b
            new question: t
            no longer asked: a (answers put aside: 1)
            no longer asked: b.x (answers put aside: 1)",
        expected: "a_before = \"1\"\n b_before.x = \"2\"",
    },
    Case {
        name: "what was put aside comes back when there is a question for it",
        old: "[a]\nask='?'",
        answers: "a='1'\ngone='2'\nodd.x='3'\nstill='4'",
        new: "[a]\nask='?'\n[b]\nask='?'\nwas=['gone']\n[odd.x]\nask='?'",
        changes: "new question: b
            new question: odd.x
            an answer put aside has a question: gone → b
            an answer put aside has a question: odd.x → odd.x",
        expected: "a = \"1\"\n b = \"2\"\n odd.x = \"3\"\n still = \"4\"",
    },
    Case {
        name: "two answers for one place: what came first stays",
        old: "[a]\nask='?'\n[b]\nask='?'",
        answers: "a='1'\nb='2'\nold='3'",
        new: "[a]\nask='?'\nwas=['old']\n[b]\nask='?'",
        changes: "",
        expected: "a = \"1\"\n b = \"2\"\n old = \"3\"",
    },
];

#[test]
fn answers_find_their_place_in_a_newer_questionnaire() {
    let mut failures = Vec::new();
    for case in CASES {
        let (old, new) = (questionnaire(case.old), questionnaire(case.new));
        let report = plan(&old, &new, &answers(&old, case.answers));
        let changes: Vec<_> = report
            .changes
            .iter()
            .map(|change| change.message(Locale::En))
            .collect();
        if changes != lines(case.changes) {
            failures.push(format!("--- {}: changes\n{}", case.name, changes.join("\n")));
        }
        let now = shown(&report.apply());
        if now != lines(case.expected) {
            failures.push(format!("--- {}: answers\n{}", case.name, now.join("\n")));
        }
        for change in &report.changes {
            assert_ne!(change.message(Locale::Zh), change.message(Locale::En));
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
fn what_was_removed_comes_back_to_its_new_place() {
    let old = questionnaire("[a]\nask='?'\n[s]\nrepeat=true\n[s.x]\nask='?'\n[s.y]\nask='?'\n[g]\nask='?'");
    for (new, expected) in [
        (
            "[b]\nask='?'\nwas=['a']\n[r]\nrepeat=true\nwas=['s']\n[r.x]\nask='?'\n[r.z]\nask='?'\nwas=['s.y']",
            "r[m].x = \"4\"\n - b = \"1\"\n - r[k].x = \"5\"\n - r[k]\n - r[k].z = \"3\"\n - g = \"6\"",
        ),
        // An instance that does not go over as a whole stays as it was.
        (
            "[r]\nrepeat=true\nwas=['s']\n[r.x]\nask='?'",
            "r[m].x = \"4\"\n - a = \"1\"\n - r[k].x = \"5\"\n - s[k]\n - s[k].y = \"3\"\n - g = \"6\"",
        ),
    ] {
        let mut given = answers(
            &old,
            "a='1'\ng='6'\n[[s]]\nid='k'\nx='5'\ny='3'\n[[s]]\nid='m'\nx='4'",
        );
        let place = |text: &str| Place::parse(text).unwrap();
        given.clear(&place("a"), 1);
        given.clear(&place("s[k].x"), 2);
        given.remove_instance(&place("s"), place("s[k]").instance().unwrap(), 3);
        given.clear(&place("g"), 4);
        let mut moved = plan(&old, &questionnaire(new), &given).apply();
        assert_eq!(shown(&moved), lines(expected), "{new}");
        // The record of the instance brings it back.
        let instance = moved.removed().nth(2).unwrap().what.place();
        assert_eq!(moved.restore(2, 5), Some(instance));
    }
}
