//! The table of pairs: what stands in its cells, and what the keys do there.

use super::desk::Desk;
use super::in_one_go::{FOLLOWED_UP, desk, measures};
use tigang::answers::Place;
use tigang::text::AmbiguousWidth;
use tigang::tui::dialog::Dialog;

/// Three problems; the first has two measures, one of which answers the second as well.
const SHARED: &str = r#"
[[problem]]
id = "a"
name = "学习不深"
[[problem]]
id = "b"
name = "调研不实"
[[problem]]
id = "c"
name = "作风不硬"
[[cause]]
for = "a"
why = "不重视"
[[plan.measure]]
id = "m"
what = "多读书"
answers = ["a"]
[[plan.measure]]
id = "n"
what = "多下乡"
answers = ["a", "b"]
"#;

/// What is under the cursor of the table.
fn under_cursor(desk: &Desk) -> Option<String> {
    let Some(Dialog::Table(table)) = desk.app.dialogs.last() else {
        panic!("no table");
    };
    Some(table.entry()?.place.to_string())
}

#[test]
fn each_thing_in_a_cell_is_gone_to() {
    for (keys, place) in [
        ("Right Right", Some("plan.measure[m]")),
        ("Right Right Down", Some("plan.measure[n]")),
        ("Right Right Down Down", Some("plan.measure[n]")),
        ("Right Right Down Down Down", None),
        ("Right Right Down Down Up Up", Some("plan.measure[m]")),
        ("Right Right End", None),
        ("Right Right End Home", Some("plan.measure[m]")),
        // The columns beside have one thing a row.
        ("Right Right Down Left", Some("cause[a]")),
        ("Down", Some("problem[b]")),
        ("Right Right Down Left Left Down", Some("problem[b]")),
    ] {
        let mut desk = desk(SHARED);
        desk.press("Ctrl+T").press(keys);
        assert_eq!(under_cursor(&desk).as_deref(), place, "{keys}");
    }
    let mut desk = desk(SHARED);
    assert_eq!(
        desk.press("Ctrl+T Right Right Down Enter").at(),
        "plan.measure[n].what"
    );
}

#[test]
fn each_thing_in_a_cell_has_a_line() {
    for size in [(120, 36), (80, 24), (40, 12)] {
        let mut desk = Desk::on(FOLLOWED_UP, SHARED, size, AmbiguousWidth::One);
        let screen = desk.press("Ctrl+T Right Right").screen();
        let rows: Vec<&str> = screen.lines().skip_while(|row| !row.contains("对应表")).collect();
        let row = |needle: &str| rows.iter().position(|row| row.contains(needle)).unwrap();
        assert_eq!(row("多下乡"), row("多读书") + 1, "{screen}");
        // A click finds the thing that stands there, and a second one goes to it.
        let above = screen.lines().position(|row| row.contains("对应表")).unwrap();
        let y = above + row("多下乡");
        let line = screen.lines().nth(y).unwrap();
        let x = tigang::text::width::columns(line.split("多下乡").next().unwrap(), AmbiguousWidth::One);
        let at = (u16::try_from(x).unwrap(), u16::try_from(y).unwrap());
        desk.click(at.0, at.1);
        assert_eq!(
            under_cursor(&desk).as_deref(),
            Some("plan.measure[n]"),
            "{screen}"
        );
        assert_eq!(desk.click(at.0, at.1).at(), "plan.measure[n].what");
    }
}

#[test]
fn the_table_is_paged_through() {
    let many: Vec<String> = (1..=12)
        .map(|n| format!("[[problem]]\nid = \"p{n}\"\nname = \"问题之{n}\"\n"))
        .collect();
    for (height, page) in [(24, 12), (12, 6)] {
        let mut desk = Desk::on(FOLLOWED_UP, &many.concat(), (100, height), AmbiguousWidth::One);
        desk.press("Ctrl+T PageDown");
        let place = format!("problem[p{}]", (1 + page).min(12));
        assert_eq!(under_cursor(&desk), Some(place));
        desk.press("PageDown PageDown");
        assert_eq!(under_cursor(&desk).as_deref(), Some("problem[p12]"));
        desk.press("PageUp");
        let place = format!("problem[p{}]", if page < 12 { 12 - page } else { 1 });
        assert_eq!(under_cursor(&desk), Some(place));
    }
}

/// The ids of the problems, in their order.
fn problems(desk: &Desk) -> String {
    let answers = desk.app.interview().unwrap().work.answers();
    let ids = answers.instances(&Place::parse("problem").unwrap());
    let name = |id: &tigang::answers::InstanceId| {
        if id.as_str().len() == 1 {
            id.to_string()
        } else {
            "+".to_owned()
        }
    };
    ids.iter().map(name).collect()
}

#[test]
fn keys_act_on_what_the_cursor_stands_on() {
    let all = "多读书:a 多下乡:a+b";
    for (keys, ids, found) in [
        ("a", "a+bc", all),
        ("J", "bac", all),
        ("Right a", "a+bc", all),
        ("Right J", "bac", all),
        ("Right d y", "bc", all),
        // In the column of measures it is measures.
        ("Right Right a", "abc", "多读书:a 多下乡:a+b :a"),
        ("Right Right Down Down a", "abc", "多读书:a 多下乡:a+b :b"),
        ("Right Right End a", "abc", "多读书:a 多下乡:a+b :c"),
        ("Right Right a a a", "abc", "多读书:a 多下乡:a+b :a :a"),
        ("Right Right c", "abc", "多读书:a 多读书:a 多下乡:a+b"),
        ("Right Right J", "abc", "多下乡:a+b 多读书:a"),
        ("Right Right J K", "abc", all),
        ("Right Right Down K", "abc", "多下乡:a+b 多读书:a"),
        ("Right Right d y", "abc", "多下乡:a+b"),
        ("Right Right a Ctrl+Z", "abc", all),
        // In a gap there is nothing to act on.
        ("Right Right End c", "abc", all),
        ("Right Right End J", "abc", all),
        ("Right Right End d", "abc", all),
    ] {
        let mut desk = desk(SHARED);
        desk.press("Ctrl+T").press(keys);
        assert_eq!(
            (problems(&desk).as_str(), measures(&desk).as_str()),
            (ids, found),
            "{keys}"
        );
    }
    // The cursor goes with what was acted on, in its row.
    for (keys, place) in [
        ("Right Right J", "plan.measure[m]"),
        ("Right Right Down K", "plan.measure[n]"),
        ("Right Right Down Down J", "plan.measure[n]"),
        ("J", "problem[a]"),
    ] {
        let mut desk = desk(SHARED);
        desk.press("Ctrl+T").press(keys);
        assert_eq!(under_cursor(&desk).as_deref(), Some(place), "{keys}");
    }
    let mut desk = desk(SHARED);
    assert!(
        desk.press("Ctrl+T Right Right a a a")
            .screen()
            .contains("最多 4 项")
    );
}

#[test]
fn the_lowest_row_names_what_keys_act_on() {
    for (keys, named) in [
        ("Ctrl+T", "问题"),
        ("Ctrl+T Right", "问题"),
        ("Ctrl+T Right Right", "措施"),
        ("Ctrl+T Right Right Left", "问题"),
    ] {
        let mut desk = desk(SHARED);
        let screen = desk.press(keys).screen();
        for command in ["a 加", "d 移除此", "c 复制此"] {
            let said = format!("{command}{named}");
            assert!(
                screen.lines().last().unwrap().contains(&said),
                "{keys}: {said}\n{screen}"
            );
        }
    }
}

#[test]
fn a_gap_is_filled_with_what_is_there_or_with_something_new() {
    let all = "多读书:a 多下乡:a+b";
    for (keys, found, at) in [
        ("Enter", all, "problem[a].name"),
        ("Enter Esc", all, "problem[a].name"),
        ("Enter Down Enter", "多读书:a+c 多下乡:a+b", "problem[a].name"),
        (
            "Enter Down Down Enter",
            "多读书:a 多下乡:a+b+c",
            "problem[a].name",
        ),
        ("Enter Down Enter Ctrl+Z", all, "plan.measure[m].what"),
        ("Enter Enter", "多读书:a 多下乡:a+b :c", "plan.measure[*].what"),
    ] {
        let mut desk = desk(SHARED);
        desk.press("Ctrl+T Right Right End").press(keys);
        assert_eq!(measures(&desk), found, "{keys}");
        let (head, tail) = at.split_once('*').unwrap_or((at, ""));
        assert!(
            desk.at().starts_with(head) && desk.at().ends_with(tail),
            "{keys}: {}",
            desk.at()
        );
    }
    // What was linked is under the cursor, in the row that was a gap.
    let mut desk = desk(SHARED);
    let screen = desk.press("Ctrl+T Right Right End Enter Down Enter").screen();
    assert!(screen.contains("现在也对应“三、作风不硬”"), "{screen}");
    assert_eq!(under_cursor(&desk).as_deref(), Some("plan.measure[m]"));
    let Some(Dialog::Table(table)) = desk.app.dialogs.last() else {
        panic!("no table");
    };
    assert_eq!(table.cursor.row, 2);
    // Where there is nothing yet, something new is begun at once.
    let mut desk = super::in_one_go::desk("[[problem]]\nid = \"a\"\nname = \"学习不深\"\n");
    desk.press("Ctrl+T Right Right Enter");
    assert_eq!(measures(&desk), ":a");
    // Where no more can be added, that is said, and what is there is offered alone.
    let full = "[[plan.measure]]\nwhat = \"别的\"\n".repeat(2);
    let mut desk = super::in_one_go::desk(&format!("{SHARED}{full}"));
    // Behind the gap stand the two that are linked to nothing.
    let screen = desk.press("Ctrl+T Right Right End Up Up Enter").screen();
    assert!(
        screen.contains("最多 4 项") && !screen.contains("新加一项"),
        "{screen}"
    );
    desk.press("Enter");
    assert_eq!(measures(&desk), "多读书:a+c 多下乡:a+b 别的: 别的:");
}

#[test]
fn what_serves_several_is_not_taken_from_all_of_them_unasked() {
    let all = "多读书:a 多下乡:a+b";
    for (keys, found) in [
        ("d", all),
        ("d Esc", all),
        ("d Enter", "多读书:a 多下乡:b"),
        ("d Enter Ctrl+Z", all),
        ("d Enter Ctrl+Z Ctrl+Y", "多读书:a 多下乡:b"),
        ("d Down Enter", "多读书:a"),
        ("d Down Enter Ctrl+Z", all),
        // From the other row it is the other link.
        ("Down d Enter", "多读书:a 多下乡:a"),
    ] {
        let mut desk = desk(SHARED);
        desk.press("Ctrl+T Right Right Down").press(keys);
        assert_eq!(measures(&desk), found, "{keys}");
        // A document holds nothing that was removed for good.
        assert_eq!(problems(&desk), "abc", "{keys}");
    }
    let screen = desk(SHARED).press("Ctrl+T Right Right Down d").screen();
    for said in [
        "还对应“二、调研不实”",
        "只取消它和“一、学习不深”的对应",
        "“二、调研不实”也不再有它",
    ] {
        assert!(screen.contains(said), "{said}\n{screen}");
    }
    // What serves one alone is asked for as ever.
    let screen = desk(SHARED).press("Ctrl+T Right Right d").screen();
    assert!(screen.contains("多读书”和其中的回答？"), "{screen}");
}

#[test]
fn a_copy_has_what_the_original_has() {
    let mut desk = desk(SHARED);
    let screen = desk.press("Ctrl+T c").screen();
    assert!(
        screen.contains("已复制“一、学习不深”，连同它的“原因”；它的“措施”也对应这份副本"),
        "{screen}"
    );
    let copy = under_cursor(&desk).unwrap();
    let id = copy
        .trim_start_matches("problem[")
        .trim_end_matches(']')
        .to_owned();
    assert_eq!(problems(&desk), "a+bc");
    let answers = desk.app.interview().unwrap().work.answers().clone();
    for (place, text) in [
        (format!("problem[{id}].name"), "学习不深"),
        (format!("cause[{id}].why"), "不重视"),
        ("cause[a].why".to_owned(), "不重视"),
    ] {
        let answer = answers.answer(&Place::parse(&place).unwrap());
        assert_eq!(
            answer.map(|answer| answer.value.to_typed()).as_deref(),
            Some(text),
            "{place}"
        );
    }
    assert_eq!(measures(&desk), format!("多读书:a+{id} 多下乡:a+{id}+b"));
    // All of it is one step.
    desk.press("Ctrl+Z");
    assert_eq!(measures(&desk), "多读书:a 多下乡:a+b");
    let answers = desk.app.interview().unwrap().work.answers();
    assert!(
        answers
            .answer(&Place::parse(&format!("cause[{id}].why")).unwrap())
            .is_none()
    );
    // One without anything is copied alone, as is a measure.
    for (keys, said) in [
        ("End c", "已复制“三、作风不硬”，连同它的“原因”。"),
        ("Right Right c", "已复制“一、多读书”。"),
    ] {
        let screen = super::in_one_go::desk(SHARED)
            .press("Ctrl+T")
            .press(keys)
            .screen();
        assert!(screen.contains(said), "{screen}");
    }
}

#[test]
fn what_answered_to_something_removed_stays_in_view() {
    let mut desk = desk(SHARED);
    desk.act(tigang::tui::action::Action::Visit(
        Place::parse("problem[a].name").unwrap(),
    ));
    let screen = desk.press("F8").screen();
    assert!(screen.contains("有 2 项“措施”回应它"), "{screen}");
    desk.press("y");
    // The one that answers to nothing any more stands in the last row, where what it lacks is marked.
    let screen = desk.press("Ctrl+T End").screen();
    let row = screen
        .lines()
        .find(|row| row.contains("（缺）") && row.contains("多读书"));
    assert_eq!(row.map(|row| row.matches("（缺）").count()), Some(1), "{screen}");
    desk.press("Enter");
    assert_eq!(desk.at(), "plan.measure[m].what");
    desk.press("Ctrl+T Right Right End");
    assert_eq!(under_cursor(&desk).as_deref(), Some("plan.measure[m]"));
    desk.press("Enter");
    assert_eq!(desk.at(), "plan.measure[m].what");
    let screen = desk.press("Tab").screen();
    assert!(screen.contains("（已移除）学习不深"), "{screen}");
    // The keys of the table act on it as on any other.
    desk.press("Ctrl+T d y");
    let answers = desk.app.interview().unwrap().work.answers().clone();
    assert!(answers.instances(&Place::parse("plan.measure").unwrap()).len() == 1);
}
