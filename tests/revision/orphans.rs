//! Orphaned answers are moved to questions of a fitting kind.

use super::{answers, lines, questionnaire, shown};
use std::sync::Arc;
use tigang::answers::Place;
use tigang::outline::outline;
use tigang::revision::{fitting_targets, move_orphan};

const NODES: &str = "[l]\nask='?'\n[p]\nask='?'\nkind='prose'\n[n]\nask='?'\nkind='number'\n[m]\nask='?'\nkind='month'\n\
    [y]\nask='?'\nkind='yes-no'\n[c]\nask='?'\nkind='choice'\nchoices=['a',{value='b',label='B'}]\n\
    [t]\nask='?'\nkind='list'\n[s]\nrepeat=true\n[s.x]\nask='?'\n[k]\nask='?'\nkind='links'\nto='s'\n\
    [h]\nask='?'\nwhen={ y=true }\n";

#[test]
fn an_orphan_fits_where_it_reads() {
    let questionnaire = questionnaire(NODES);
    for (orphan, targets) in [
        ("'words'", "l, p*, t, s[i].x"),
        ("\"two\\nlines\"", "p*, t"),
        ("'3'", "l, p*, n, t, s[i].x"),
        ("3", "l, p*, n, t, s[i].x"),
        ("'2021年7月'", "l, p*, m, t, s[i].x"),
        ("true", "y"),
        ("'是'", "l, p*, y, t, s[i].x"),
        ("'B'", "l, p*, c, t, s[i].x"),
        ("['a', 'b']", "p*, t"),
        ("['i']", "l, p*, t, s[i].x, k"),
        ("{ x = 1 }", ""),
    ] {
        let given = answers(&questionnaire, &format!("gone={orphan}\np='x'\ns=[{{ id='i' }}]"));
        let given = outline(&questionnaire, &Arc::new(given));
        let targets_are: Vec<_> = fitting_targets(&given, &Place::parse("gone").unwrap())
            .iter()
            .map(|target| format!("{}{}", target.place, if target.is_answered { "*" } else { "" }))
            .collect();
        assert_eq!(targets_are.join(", "), targets, "{orphan}");
    }
}

#[test]
fn an_orphan_moves_and_what_it_takes_the_place_of_stays_on_record() {
    let questionnaire = questionnaire(NODES);
    let given = "p='x'\n[gone]\na='1'\n[[gone.r]]\nid='q'\nb=\"2\\n3\"\n[[s]]\nid='i'\nold='4'\n";
    let given = outline(&questionnaire, &Arc::new(answers(&questionnaire, given)));
    for (from, to, expected) in [
        (
            "gone.a",
            "l",
            Some("p = \"x\"\n s[i].old = \"4\"\n gone.r[q].b = \"2\\n3\"\n l = \"1\""),
        ),
        (
            "gone.a",
            "p",
            Some("s[i].old = \"4\"\n gone.r[q].b = \"2\\n3\"\n p = \"1\"\n - p = \"x\""),
        ),
        // Sections that nobody knows and that hold nothing any more are gone with it; those that are known stay.
        (
            "gone.r[q].b",
            "t",
            Some("p = \"x\"\n s[i].old = \"4\"\n gone.a = \"1\"\n t = [\"2\", \"3\"]"),
        ),
        (
            "s[i].old",
            "n",
            Some("p = \"x\"\n s[i]\n gone.a = \"1\"\n gone.r[q].b = \"2\\n3\"\n n = \"4\""),
        ),
        ("gone.a", "m", None),
        ("gone.a", "s", None),
        ("gone.nothing", "l", None),
    ] {
        let place = |text: &str| Place::parse(text).unwrap();
        let moved = move_orphan(&given, &place(from), &place(to), 9);
        let is = moved.as_ref().map(shown);
        assert_eq!(is, expected.map(lines), "{from} → {to}");
    }
}
