//! Answers that are nobody's business.

use super::{answers, lines, questionnaire, shown};
use tigang::answers::Place;
use tigang::answers::sensitive::{sensitive, without_sensitive};

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
    let expected =
        "s[i].x = \"9\"\n s[k]\n stray = \"6\"\n kept = \"7\"\n - s[m]\n - s[m].x = \"12\"\n - a = \"1\"";
    let earlier = [earlier];
    let mut is = shown(&without_sensitive(&given, &now, &earlier));
    let mut expected = lines(expected);
    is.sort();
    expected.sort();
    assert_eq!(is, expected);
    let mut places: Vec<_> = sensitive(&given, &now, &earlier)
        .iter()
        .map(ToString::to_string)
        .collect();
    places.sort();
    assert_eq!(places, ["b_before", "bb", "gone", "s[i].y", "s[k].y", "t.z"]);
    // Without the earlier questionnaire nobody can know.
    assert!(
        sensitive(&given, &now, &[])
            .iter()
            .all(|place| place.to_string() != "gone")
    );
}
