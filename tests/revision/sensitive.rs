//! Answers that are nobody's business.

use super::{answers, lines, questionnaire, shown};
use tigang::answers::Place;
use tigang::answers::sensitive::Sensitive;
use tigang::questionnaire::NodePath;

#[test]
fn sensitive_answers_are_left_out_wherever_they_stand() {
    let earlier = questionnaire("[gone]\nask='?'\nsensitive=true\n[kept]\nask='?'\nsensitive=true");
    let now = questionnaire(
        "[a]\nask='?'\n[b]\nask='?'\nsensitive=true\nwas=['bb']\n[kept]\nask='?'\n\
         [s]\nrepeat=true\n[s.x]\nask='?'\n[s.y]\nask='?'\nsensitive=true\n[t.z]\nask='?'\nsensitive=true",
    );
    let mut given = answers(
        &now,
        "a='1'\nb='2'\nbb='3'\nb_before='4'\ngone='5'\nstray='6'\nkept='7'\nt.z='8'\n\
         [[s]]\nid='i'\nx='9'\ny='10'\n[[s]]\nid='k'\ny='11'\n[[s]]\nid='m'\nx='12'\ny='13'",
    );
    let place = |text: &str| Place::parse(text).unwrap();
    given.remove_instance(&place("s"), place("s[m]").instance().unwrap(), 1);
    given.clear(&place("b"), 2);
    given.clear(&place("a"), 3);
    let expected = "s[i].x = \"9\"\n s[k]\n stray = \"6\"\n - s[m]\n - s[m].x = \"12\"\n - a = \"1\"";
    let sensitive = Sensitive::of(&now, &[earlier]);
    let mut is = shown(&sensitive.left_out_of(&given));
    let mut expected = lines(expected);
    is.sort();
    expected.sort();
    assert_eq!(is, expected);
    let mut places: Vec<_> = sensitive.places(&given).iter().map(ToString::to_string).collect();
    places.sort();
    let expected = ["b_before", "bb", "gone", "kept", "s[i].y", "s[k].y", "t.z"];
    assert_eq!(places, expected);
    // Without the earlier questionnaire nobody can know.
    let alone = Sensitive::of(&now, &[]);
    assert!(!alone.holds(&place("gone")) && !alone.holds(&place("kept")));
}

#[test]
fn what_was_told_under_the_promise_stays_under_it_whatever_the_question_is_called() {
    let first = questionnaire("[who]\nask='?'\nsensitive=true\n[s.x]\nask='?'\nsensitive=true\n[p]\nask='?'");
    let second = questionnaire("[name]\nask='?'\nwas=['who']\n[t]\nwas=['s']\n[t.x]\nask='?'\n[p]\nask='?'");
    let third = questionnaire(
        "[called]\nask='?'\nwas=['name']\n[u]\nwas=['t']\n[u.x]\nask='?'\n[u.y]\nask='?'\n\
         [q]\nask='?'\nwas=['p']\n[r]\nask='?'\nwas=['p']\nsensitive=true",
    );
    let sensitive = Sensitive::of(&third, &[first, second]);
    for (path, is_sensitive) in [
        ("who", true),
        ("name", true),
        ("called", true),
        ("s.x", true),
        ("t.x", true),
        ("u.x", true),
        ("u.y", false),
        // One question has become two, of which one is sensitive: what was told to the one may be in either.
        ("p", true),
        ("r", true),
        ("q", false),
    ] {
        let place = Place::parse(path).unwrap();
        assert_eq!(sensitive.holds(&place), is_sensitive, "{path}");
        assert_eq!(
            sensitive.has(&NodePath::parse(path).unwrap()),
            is_sensitive,
            "{path}"
        );
    }
    assert!(Sensitive::of(&questionnaire("[a]\nask='?'"), &[]).is_empty());
}
