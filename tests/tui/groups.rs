//! Repeated sections: adding, removing, bringing back, moving; the pairs follow.

use super::desk::{Desk, QUESTIONNAIRE};
use tigang::answers::{InstanceId, Place};
use tigang::text::AmbiguousWidth;
use tigang::tui::action::Action;
use tigang::tui::dialog::Dialog;

const TWO: &str = r#"
[[problems.problem]]
id = "a"
name = "学习不深"
facts = "读书少。"
[[problems.problem]]
id = "b"
name = "调研不实"
[[problems.cause]]
for = "b"
why = "图省事"
[[problems.cause]]
for = "a"
why = "不重视"
"#;

#[test]
fn pairs_follow_their_problems() {
    let both = "　　（一）学习不深。读书少。\n　　（二）调研不实。\n　　（一）不重视。\n　　（二）图省事。\n";
    let turned =
        "　　（一）调研不实。\n　　（二）学习不深。读书少。\n　　（一）图省事。\n　　（二）不重视。\n";
    let first_gone = "　　（一）调研不实。\n　　（一）图省事。\n";
    for (keys, text) in [
        ("Tab", both),
        // From the second question of the first problem.
        ("Tab Tab Tab Alt+Down", turned),
        ("Tab Tab Tab Alt+Down Ctrl+Z", both),
        ("Tab Tab Tab Alt+Down Ctrl+Z Ctrl+Y", turned),
        ("Tab Tab F8 y", first_gone),
        ("Tab Tab F8 n", both),
        ("Tab Tab F8 Esc", both),
        ("Tab Tab F8 y Ctrl+Z", both),
        // What was removed comes back to its place, with its pair.
        ("Tab Tab F8 y F9 Enter", both),
    ] {
        let mut desk = Desk::new(TWO);
        let all = desk.press(keys).text();
        let problems = all
            .split("问题\n")
            .nth(1)
            .unwrap()
            .split("　　三、")
            .next()
            .unwrap();
        assert_eq!(problems, text, "{keys}");
    }
}

#[test]
fn another_is_offered_until_the_group_is_full() {
    let mut desk = Desk::new(TWO);
    desk.press("Tab Tab Tab Tab Tab Tab");
    assert_eq!(desk.at(), "problems.problem");
    assert!(desk.screen().contains("现有 2 项"));
    desk.press("Enter").write("作风不硬").press("Enter Tab");
    // The third is the last: from its last question the way leads on to the causes.
    assert_eq!(desk.at(), "problems.cause[a].why");
    assert!(desk.text().contains("（三）作风不硬。"));
    desk.press("Shift+Tab Ctrl+O");
    assert!(desk.screen().contains("最多 3 项"));
    // The table says it too, and elsewhere nothing can be added at all.
    assert!(desk.press("Ctrl+T a").screen().contains("最多 3 项"));
    assert!(desk.press("c").screen().contains("最多 3 项"));
    desk.press("Esc Ctrl+G End Enter Ctrl+O");
    assert!(desk.screen().contains("这里不能添加。"));
}

#[test]
fn what_cannot_be_moved_says_why() {
    let list = "[more]\nheading = \"书\"\n[more.books]\nask = \"哪些书？\"\nkind = \"list\"\n";
    let source = format!("{QUESTIONNAIRE}{list}");
    let size = (80, 24);
    for (keys, said) in [
        ("Tab Tab Alt+Up", "已经是第一项。"),
        ("Tab Tab Tab Tab Alt+Down", "已经是最后一项。"),
        ("Alt+Down", "这里没有可以移动的项。"),
        ("Ctrl+G Home J", "这里没有可以移动的项。"),
        // A cause stands where its problem stands.
        (
            "Ctrl+G End Up Up Up K",
            "“原因”的次序跟着“问题”：到“问题”那里移。",
        ),
        ("Ctrl+T K", "已经是第一项。"),
        ("Ctrl+T Down J", "已经是最后一项。"),
        ("Ctrl+T Down Right J", "已经是最后一项。"),
        // An item of a list.
        ("Ctrl+G End Enter Ctrl+Home Alt+Up", "已经是第一项。"),
        ("Ctrl+G End Enter Alt+Down", "已经是最后一项。"),
    ] {
        let answers = format!("{TWO}[more]\nbooks = [\"上册\", \"下册\"]\n");
        let mut desk = Desk::on(&source, &answers, size, tigang::text::AmbiguousWidth::One);
        let before = desk.text();
        let screen = desk.press(keys).screen();
        assert!(screen.ends_with(said), "{keys}: {said} in\n{screen}");
        assert_eq!(desk.text(), before, "{keys}");
    }
}

#[test]
fn links_name_the_instances() {
    let mut desk = Desk::new(TWO);
    desk.press("Ctrl+G End Enter Tab");
    assert_eq!(desk.at(), "plan.answers");
    let screen = desk.screen();
    assert!(
        screen.contains("[ ] （一）学习不深") && screen.contains("[ ] （二）调研不实"),
        "{screen}"
    );
    desk.press("2 Tab");
    assert!(desk.saved().unwrap().contains("answers = [\"b\"]"));
}

const LINKED: &str = r#"
[[problems.problem]]
id = "a"
name = "学习不深"
[[problems.problem]]
id = "b"
name = "调研不实"
[[problems.cause]]
for = "a"
why = "不重视"
[plan]
public = true
"#;

#[test]
fn the_table_shows_pairs_and_gaps() {
    let mut desk = Desk::on(QUESTIONNAIRE, LINKED, (80, 24), tigang::text::AmbiguousWidth::One);
    let screen = desk.press("Ctrl+T").screen();
    let row = |needle: &str| {
        screen
            .lines()
            .rfind(|row| row.contains(needle))
            .unwrap_or_default()
            .to_owned()
    };
    assert!(row("学习不深").contains("（一）不重视"), "{screen}");
    // The way to a cell, and where it leads.
    for (keys, at) in [
        ("Ctrl+T Enter", "problems.problem[a].name"),
        ("Ctrl+T Down Right Enter", "problems.cause[b].why"),
        ("Ctrl+T Down Down Down Right Right Enter", "problems.cause[b].why"),
        ("Ctrl+T Esc", "opening.since"),
    ] {
        assert_eq!(Desk::new(LINKED).press(keys).at(), at, "{keys}");
    }
}

#[test]
fn the_table_changes_rows() {
    for (keys, names) in [
        ("Ctrl+T J", "调研不实 学习不深"),
        ("Ctrl+T c", "学习不深 学习不深 调研不实"),
        ("Ctrl+T d y", "调研不实"),
        ("Ctrl+T d y Esc Ctrl+Z", "学习不深 调研不实"),
        // What the notices promise holds in the table as well.
        ("Ctrl+T d y Ctrl+Z", "学习不深 调研不实"),
        ("Ctrl+T d y Ctrl+Z Ctrl+Y", "调研不实"),
        ("Ctrl+T d y F9 Enter", "学习不深 调研不实"),
        ("Ctrl+T J c Ctrl+Z Ctrl+Z", "学习不深 调研不实"),
        ("Ctrl+T Ctrl+Z Ctrl+Y", "学习不深 调研不实"),
        ("Ctrl+T a", "学习不深 调研不实"),
    ] {
        let text = Desk::new(LINKED).press(keys).text();
        let problems = text
            .split("问题\n")
            .nth(1)
            .unwrap()
            .split("不重视")
            .next()
            .unwrap()
            .to_owned();
        let found: Vec<&str> = problems
            .split(['（', '）', '。', '\n'])
            .filter(|part| ["学习不深", "调研不实"].contains(part))
            .collect();
        assert_eq!(found.join(" "), names, "{keys}\n{text}");
    }
}

#[test]
fn pairs_can_be_answered_in_one_go() {
    let mut desk = Desk::new(LINKED);
    desk.press("F5 Tab Tab");
    let mut stops = Vec::new();
    for _ in 0..5 {
        stops.push(desk.at());
        desk.press("Tab");
    }
    let expected = [
        "problems.problem[a].name",
        "problems.problem[a].facts",
        "problems.cause[a].why",
        "problems.problem[b].name",
        "problems.problem[b].facts",
    ];
    assert_eq!(stops, expected);
}

/// The place of the outline's row under the cursor.
fn highlighted(desk: &Desk) -> String {
    let pane = &desk.app.interview().unwrap().outline_pane;
    pane.place().map(ToString::to_string).unwrap_or_default()
}

/// The ids of the problems, in their order.
fn problems(desk: &Desk) -> String {
    let answers = desk.app.interview().unwrap().work.answers();
    let group = Place::parse("problems.problem").unwrap();
    let ids = answers.instances(&group);
    let ids: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
    ids.join(" ")
}

/// Three problems, the second of which has its pair.
fn three() -> Desk {
    Desk::new(&format!(
        "{TWO}[[problems.problem]]\nid = \"c\"\nname = \"作风不硬\"\n"
    ))
}

#[test]
fn the_outline_acts_on_the_row_under_its_cursor() {
    // The writer is at the first problem, the cursor of the outline on the second.
    for (keys, ids, row) in [
        ("J", "a c b", "b"),
        ("K", "b a c", "b"),
        ("J K K", "b a c", "b"),
        ("Alt+Down", "a c b", "b"),
        ("d y", "a c", "c"),
        ("Delete y", "a c", "c"),
        ("F8 y", "a c", "c"),
        ("J d y", "a c", "c"),
        ("d n", "a b c", "b"),
        ("Ctrl+S", "a b c", "b"),
    ] {
        let mut desk = three();
        desk.press("Tab Tab Ctrl+G");
        while highlighted(&desk) != "problems.problem[b]" {
            desk.press("Down");
        }
        desk.press(keys);
        let row = format!("problems.problem[{row}]");
        assert_eq!(
            (problems(&desk).as_str(), highlighted(&desk)),
            (ids, row),
            "{keys}"
        );
        assert_eq!(desk.at(), "problems.problem[a].name", "{keys}");
    }
}

#[test]
fn after_a_removal_the_neighbour_is_gone_to() {
    for (keys, at) in [
        ("Tab Tab F8 y", "problems.problem[b].name"),
        ("Tab Tab Tab Tab F8 y", "problems.problem[c].name"),
        ("Tab Tab Tab Tab Tab Tab Tab F8 y", "problems.problem[b].name"),
        ("Tab Tab F8 y F8 y F8 y", "problems.problem"),
        // From the outline, the writer stays where the answer is.
        ("Tab Tab Tab Tab Ctrl+G Up Up Up d y", "problems.problem[b].name"),
    ] {
        assert_eq!(three().press(keys).at(), at, "{keys}");
    }
}

#[test]
fn what_goes_with_a_removal_is_said_before() {
    let mut desk = three();
    let screen = desk.press("Tab Tab F8").screen();
    assert!(
        screen.contains("移除“（一）学习不深”和其中的回答，连同成对的“原因”？"),
        "{screen}"
    );
}

#[test]
fn the_cursor_of_the_table_stands_on_what_was_added() {
    for (keys, row) in [
        ("Ctrl+T a", 1),
        ("Ctrl+T Down a", 2),
        ("Ctrl+T Down c", 2),
        ("Ctrl+T Right a", 1),
    ] {
        let mut desk = Desk::new(TWO);
        desk.press(keys);
        let Some(Dialog::Table(table)) = desk.app.dialogs.last() else {
            panic!("no table after {keys}");
        };
        assert_eq!(table.cursor.row, row, "{keys}");
        assert_eq!(table.rows().count(), 3, "{keys}");
    }
}

#[test]
fn undoing_in_the_table_leaves_the_table_open() {
    let mut desk = Desk::new(LINKED);
    desk.press("Ctrl+T Down d y Ctrl+Z");
    let Some(Dialog::Table(table)) = desk.app.dialogs.last() else {
        panic!("no table");
    };
    assert_eq!((table.rows().count(), table.cursor.row), (2, 1));
    assert!(desk.press("Ctrl+Z").screen().contains("没有可以撤销的了"));
}

const MEASURES: &str = r#"
format = 1
title = "整改"
[problem]
label = "问题"
repeat = true
heading = "{{ name }}"
[problem.name]
ask = "哪里不够？"
[measure]
label = "措施"
repeat = true
max = 2
heading = "{{ what }}"
[measure.what]
ask = "怎么改？"
[measure.answers]
ask = "回应哪些问题？"
kind = "links"
to = "problem"
"#;

const GAPS: &str = r#"
[[problem]]
id = "a"
name = "学习不深"
[[problem]]
id = "b"
name = "调研不实"
[[measure]]
id = "m"
what = "多读书"
answers = ["a"]
"#;

/// The measures with what each is linked to.
fn measures(desk: &Desk) -> String {
    let answers = desk.app.interview().unwrap().work.answers();
    let group = Place::parse("measure").unwrap();
    let linked = |id: &InstanceId| {
        let place = group.with_instance(id).child("answers");
        let answer = answers.answer(&place);
        answer.map_or(String::new(), |answer| answer.value.to_typed())
    };
    let all: Vec<String> = answers.instances(&group).iter().map(linked).collect();
    all.join(" ")
}

#[test]
fn a_gap_in_the_table_begins_what_is_missing() {
    let on = |answers: &str| Desk::on(MEASURES, answers, (120, 36), tigang::text::AmbiguousWidth::One);
    let blank = format!("{GAPS}[[measure]]\nid = \"n\"\n");
    let full = format!("{blank}what = \"别的\"\n");
    for (answers, keys, linked, at) in [
        (
            GAPS,
            "Ctrl+T Down Right Enter Enter Ctrl+S",
            "a b",
            "measure[*].what",
        ),
        (GAPS, "Ctrl+T Down Right Enter Enter Ctrl+Z", "a", "measure"),
        // One that is there and blank is taken rather than another one added.
        (&blank, "Ctrl+T Down Right Enter Enter", "a b", "measure[n].what"),
        (&full, "Ctrl+T Down Right Enter", "a ", "problem[a].name"),
        (GAPS, "Ctrl+T Right Enter", "a", "measure[m].what"),
        // What the cell shows is removed, not what its row is about.
        (GAPS, "Ctrl+T Right d y", "", "problem[a].name"),
        (GAPS, "Ctrl+T Down Right d y", "a", "problem[a].name"),
    ] {
        let mut desk = on(answers);
        desk.press(keys);
        assert_eq!(measures(&desk), linked, "{keys}");
        let found = desk.at();
        let (head, tail) = at.split_once('*').unwrap_or((at, at));
        assert!(
            found.starts_with(head) && found.ends_with(tail),
            "{keys}: {found}"
        );
        let problems = desk.app.interview().unwrap().work.answers();
        let problems = problems.instances(&Place::parse("problem").unwrap());
        assert_eq!(problems.len(), 2, "{keys}");
    }
    let said = on(GAPS).press("Ctrl+T Down Right Enter Enter").screen();
    assert!(said.contains("这一项对应“二、调研不实”"), "{said}");
    let said = on(&full).press("Ctrl+T Down Right Enter").screen();
    assert!(said.contains("最多 2 项"), "{said}");
    let said = on(GAPS).press("Ctrl+T Down Right d").screen();
    assert!(said.contains("这里没有可以移除的项"), "{said}");
    let said = on(GAPS).press("Ctrl+T Right d").screen();
    assert!(said.contains("多读书”和其中的回答？"), "{said}");
}

#[test]
fn the_notice_of_an_export_says_what_is_still_open() {
    let mut desk = Desk::new(TWO);
    let open = desk.act(Action::Exported("/out/甲.txt".into())).screen();
    assert!(
        open.contains("已导出；还有 ") && open.contains("文件在 /out/甲.txt"),
        "{open}"
    );
    let source = "format = 1\ntitle = \"题\"\n[a]\nask = \"什么？\"\n";
    let mut desk = Desk::on(
        source,
        "a = \"这样\"\n",
        (120, 36),
        tigang::text::AmbiguousWidth::One,
    );
    let done = desk.act(Action::Exported("/out/甲.txt".into())).screen();
    assert!(
        done.contains("已导出到 /out/甲.txt") && !done.contains("；"),
        "{done}"
    );
}

#[test]
fn the_table_of_pairs_opens_on_what_is_being_answered() {
    for (place, cell) in [
        ("problems.problem[a].facts", (0, 0)),
        ("problems.problem[b].name", (1, 0)),
        ("problems.cause[b].why", (1, 1)),
        // Outside of what is paired, on the first cell.
        ("opening.body", (0, 0)),
    ] {
        let mut desk = Desk::new(
            "[[problems.problem]]\nid = \"a\"\nname = \"学习\"\n[[problems.problem]]\nid = \"b\"\nname = \"作风\"\n",
        );
        desk.act(Action::Visit(Place::parse(place).unwrap()))
            .press("Ctrl+T");
        let Some(Dialog::Table(table)) = desk.app.dialogs.last() else {
            panic!("a table")
        };
        assert_eq!((table.cursor.row, table.cursor.column), cell, "{place}");
    }
}

#[test]
fn where_something_was_moved_to_is_said_at_every_size() {
    let answers = "[[problems.problem]]\nid = \"a\"\nname = \"学习不深\"\n\
                   [[problems.problem]]\nid = \"b\"\nname = \"调研不实\"\n";
    for size in [(120, 36), (80, 24), (40, 12)] {
        for (keys, said) in [
            ("Tab Tab Alt+Down", "学习不深”现在是第 2 项，共 2 项。"),
            ("Tab Tab Alt+Down Alt+Up", "学习不深”现在是第 1 项，共 2 项。"),
            ("Tab Tab Ctrl+G J", "学习不深”现在是第 2 项，共 2 项。"),
            ("Tab Tab Ctrl+T J", "学习不深”现在是第 2 项，共 2 项。"),
            ("Tab Tab Alt+Up", "已经是第一项。"),
        ] {
            let mut desk = Desk::on(QUESTIONNAIRE, answers, size, AmbiguousWidth::One);
            let screen = desk.press(keys).screen();
            // However it is wrapped.
            let unwrapped = |text: &str| text.split_whitespace().collect::<String>();
            let is_said = unwrapped(&screen).contains(&unwrapped(said));
            assert!(is_said, "{size:?} {keys}\n{screen}");
        }
    }
}
