//! Lists that are chosen from: narrowed by typing, clicked, scrolled.

use super::desk::{Desk, QUESTIONNAIRE};
use super::widgets::{cell_of, drive};
use crossterm::event::MouseEventKind;
use ratatui::layout::Size;
use std::path::PathBuf;
use tigang::messages::Locale;
use tigang::text::AmbiguousWidth;
use tigang::tui::action::Action;
use tigang::tui::app::{App, Looks, Screen};
use tigang::tui::effect::Effect;
use tigang::tui::field::Field;
use tigang::tui::home::{Selected, SessionRow, StartRow, TrashRow};
use tigang::tui::theme::{Glyphs, Theme};

const ANSWERS: &str = r#"
[opening]
since = "2021-07"
body = "学习，再学习"
[[problems.problem]]
id = "a"
name = "学习不深"
"#;

#[test]
fn commands_are_found_by_words_pinyin_and_their_names() {
    for (typed, said) in [
        ("导出", "导出到："),
        ("dc", "导出到："),
        ("daochu", "导出到："),
        ("export", "导出到："),
        ("EXPORT", "导出到："),
        ("dyb", "对应表：问题"),
        ("jcww", "还有什么未完"),
        ("kaihuoguan", "变成全角"),
    ] {
        let mut desk = Desk::new(ANSWERS);
        let screen = desk.press("Ctrl+K").write(typed).press("Enter").screen();
        assert!(screen.contains(said), "{typed}: {said} in\n{screen}");
    }
    let mut desk = Desk::new(ANSWERS);
    let screen = desk.press("Ctrl+K").write("无此命令").screen();
    assert!(screen.contains("无此选项"), "{screen}");
    assert!(desk.press("Enter").screen().contains("无此命令"), "it stays open");
    // A character taken away, and all is there again.
    let screen = desk.press("Backspace Backspace Backspace Backspace").screen();
    assert!(screen.contains("立即保存"), "{screen}");
}

/// The first screen with sessions and questionnaires.
pub(super) fn home(size: (u16, u16)) -> Desk {
    let mut desk = Desk::on(super::desk::QUESTIONNAIRE, "", size, AmbiguousWidth::One);
    let looks = Looks {
        locale: Locale::Zh,
        theme: Theme::new(true),
        glyphs: Glyphs { ascii: false },
        ambiguous: AmbiguousWidth::One,
    };
    let (width, height) = size;
    desk.app = App::new(
        looks,
        Size { width, height },
        "/out".to_owned(),
        fastrand::Rng::with_seed(7),
    );
    let session = |name: &str| SessionRow {
        directory: PathBuf::from(format!("/sessions/{name}")),
        name: name.to_owned(),
        questionnaire: "self-review.zh".to_owned(),
        saved: "2026-11-23 14:02".to_owned(),
        progress: None,
        is_damaged: false,
    };
    let start = |name: &str, title: &str| StartRow {
        name: name.to_owned(),
        title: title.to_owned(),
        about: Some("写一份。".to_owned()),
        suggestion: format!("{title} 2026"),
    };
    desk.act(Action::Listed(
        vec![
            session("自查自评 2025"),
            session("自查自评 2026"),
            session("述职报告"),
        ],
        vec![
            start("self-review.zh", "自查自评"),
            start("postmortem.en", "Postmortem"),
        ],
    ));
    desk.effects.clear();
    desk
}

#[test]
fn the_first_list_is_narrowed_by_typing() {
    // What is typed, and the session that Enter opens; nothing where a name is asked for instead.
    for (input, opened) in [
        ("</>szbg", Some("述职报告")),
        ("</>2026", Some("自查自评 2026")),
        ("</>zczp2026", Some("自查自评 2026")),
        ("<Ctrl+F>述", Some("述职报告")),
        // A letter that gives no command begins to narrow at once.
        ("述", Some("述职报告")),
        ("</>post", None),
        // While something is looked for, letters are letters: r is no longer to rename.
        (
            "</>repo<Backspace Backspace Backspace Backspace>szbg",
            Some("述职报告"),
        ),
        ("</>zczp<Down>", Some("自查自评 2026")),
        // A step back shows all again, the cursor where it was.
        ("</>szbg<Esc>", Some("述职报告")),
    ] {
        let mut desk = home((80, 24));
        drive(&mut desk, input);
        desk.effects.clear();
        desk.press("Enter");
        let found = desk.effects.iter().find_map(|effect| match effect {
            Effect::Open(path) => Some(path.clone()),
            _ => None,
        });
        let wanted = opened.map(|name| PathBuf::from(format!("/sessions/{name}")));
        assert_eq!(found, wanted, "{input}\n{}", desk.screen());
        if opened.is_none() {
            assert!(desk.screen().contains("起个名字"), "{}", desk.screen());
        }
    }
    let mut desk = home((80, 24));
    drive(&mut desk, "</>无此");
    assert!(desk.screen().contains("无此选项"), "{}", desk.screen());
    desk.press("Enter");
    assert_eq!(desk.effects.len(), 0);
    // Esc leaves the search, then the program.
    desk.press("Esc");
    assert_eq!(desk.effects.len(), 0);
    desk.press("Esc");
    assert!(matches!(desk.effects.as_slice(), [Effect::Quit]));
}

#[test]
fn a_line_to_fill_in_begins_with_what_may_do() {
    // A name that is only proposed gives way to the one that is typed, and one that is there is written on; with the
    // caret at its end any is written on, and all of it goes with one key.
    for (keys, begins, typed_on) in [
        ("Down Down Down Enter", "自查自评 2026 (2)", "甲"),
        ("c", "自查自评 2025 副本", "甲"),
        ("r", "自查自评 2025", "自查自评 2025甲"),
    ] {
        let holds = |desk: &mut Desk, line: &str| {
            let screen = desk.screen();
            assert!(
                screen.lines().any(|row| row.trim() == line),
                "{keys}: {line} in\n{screen}"
            );
        };
        let mut desk = home((80, 24));
        holds(desk.press(keys), begins);
        holds(desk.write("甲"), typed_on);
        holds(desk.press("Ctrl+U").write("乙"), "乙");
        let mut desk = home((80, 24));
        holds(desk.press(keys).press("End").write("甲"), &format!("{begins}甲"));
    }
}

#[test]
fn lists_on_the_screen() {
    for (name, size) in [("120x36", (120, 36)), ("80x24", (80, 24)), ("40x12", (40, 12))] {
        let mut desk = home(size);
        drive(&mut desk, "</>zczp");
        let (screen, cursor) = desk.look();
        insta::assert_snapshot!(
            format!("home-narrowed-{name}"),
            format!("{screen}\ncursor {cursor:?}")
        );
        let mut desk = Desk::on(super::desk::QUESTIONNAIRE, ANSWERS, size, AmbiguousWidth::One);
        let (screen, cursor) = desk.press("Ctrl+K").write("xian").look();
        insta::assert_snapshot!(format!("palette-{name}"), format!("{screen}\ncursor {cursor:?}"));
    }
}

#[test]
fn the_mouse_chooses_in_lists() {
    // In a menu the first click selects, the second chooses.
    let mut desk = Desk::new(ANSWERS);
    let at = cell_of(&desk.press("Ctrl+R").screen(), "三、打算 · 是否公开？");
    desk.click(at.x, at.y);
    let at = cell_of(&desk.screen(), "▸ ○ 三、打算 · 是否公开？");
    assert_eq!(desk.at(), "opening.since");
    desk.click(at.x, at.y);
    assert_eq!(desk.at(), "plan.public");
    // A heading is nothing to choose, nor is the room beside the dialog.
    let at = cell_of(&desk.press("Ctrl+R").screen(), "未答 ");
    desk.click(at.x, at.y).click(at.x, at.y).click(0, 0);
    assert!(desk.screen().contains("还有什么未完"), "{}", desk.screen());
    // What is found everywhere.
    let mut desk = Desk::new(ANSWERS);
    drive(&mut desk, "<F7>学习");
    let at = cell_of(&desk.screen(), "（一）学习不深 · 哪里");
    desk.click(at.x, at.y);
    assert_eq!(desk.at(), "problems.problem[a].name");
    assert!(desk.screen().contains("在本题里查找"), "{}", desk.screen());
    // A month in a calendar.
    let mut desk = Desk::new(ANSWERS);
    let at = cell_of(&desk.press("F3").screen(), " 12月");
    desk.click(at.x + 2, at.y);
    let Field::Text(field) = &desk.app.interview().unwrap().field else {
        panic!("a text")
    };
    assert_eq!(field.editor.text(), "2021-12");
    assert!(desk.app.dialogs.is_empty());
}

#[test]
fn the_wheel_moves_in_lists() {
    let mut desk = Desk::new(ANSWERS);
    for (keys, before, after) in [
        ("Ctrl+R", "▸ ○ （一）学习不深 · 有何", "▸ ○ 原因 1"),
        ("Ctrl+K", "▸ 下一题", "▸ 上一题"),
    ] {
        assert!(desk.press(keys).screen().contains(before), "{}", desk.screen());
        desk.mouse(MouseEventKind::ScrollDown, 5, 30);
        assert!(desk.screen().contains(after), "{}", desk.screen());
        desk.mouse(MouseEventKind::ScrollUp, 5, 30);
        assert!(desk.screen().contains(before), "{}", desk.screen());
        desk.press("Esc");
    }
    let help = desk.press("F1").screen();
    assert_ne!(desk.mouse(MouseEventKind::ScrollDown, 5, 30).screen(), help);
    desk.press("Esc F3");
    assert!(desk.screen().contains("2021年"), "{}", desk.screen());
    desk.mouse(MouseEventKind::ScrollDown, 5, 30);
    assert!(desk.screen().contains("2022年"), "{}", desk.screen());
}

#[test]
fn a_title_stands_whole_and_what_narrows_the_list_is_seen() {
    let mut desk = Desk::on(QUESTIONNAIRE, "", (40, 12), AmbiguousWidth::One);
    desk.app.looks.locale = Locale::En;
    desk.act(Action::Trashed(Vec::new()));
    let screen = desk.screen();
    let unbroken = |screen: &str| screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        unbroken(&screen).contains("Deleted sessions: Enter brings one back"),
        "{screen}"
    );
    // Behind the title while there is room, then below it, its end in view.
    for (typed, row) in [("xy", "back  xy"), ("z".repeat(60).as_str(), "zzz")] {
        let (screen, cursor) = desk.write(typed).look();
        let cursor = cursor.unwrap();
        let line = screen.lines().nth(usize::from(cursor.y)).unwrap();
        assert!(line.ends_with(row), "{screen}");
        assert_eq!(usize::from(cursor.x), line.chars().count(), "{screen}");
    }
}

#[test]
fn in_ascii_nothing_else_is_drawn_beside_the_text() {
    let long = "一个长得一行怎么也放不下的名字";
    let answers = format!("[[problems.problem]]\nname = \"{}\"\n", long.repeat(4));
    let mut desk = Desk::on(QUESTIONNAIRE, &answers, (80, 24), AmbiguousWidth::Two);
    for keys in [
        "Tab",
        "Ctrl+T",
        "Esc Ctrl+R",
        "Esc Ctrl+K",
        "Esc F9",
        "Esc F1",
        "Esc Ctrl+G",
        "Ctrl+P",
        "Esc Home F3",
        "Esc Ctrl+F F7",
    ] {
        let screen = desk.press(keys).screen();
        let is_drawn = |c: &char| "…│─┃▸▴▾✓○◐✎↻◌→⇧⏎↑↓←→⌫·–≥≤".contains(*c);
        assert_eq!(screen.chars().find(is_drawn), None, "{keys}\n{screen}");
    }
}

/// The session that the mark is on.
fn marked(desk: &Desk) -> Option<String> {
    let Screen::Home(home) = &desk.app.screen else {
        panic!("the first screen")
    };
    match home.selected()? {
        Selected::Session(row) => Some(row.name.clone()),
        Selected::Start(..) => None,
    }
}

#[test]
fn a_name_that_is_taken_stays_in_the_prompt_to_be_changed() {
    for (keys, typed, is_taken) in [
        ("<Home>r<Ctrl+U>", "述职报告", true),
        ("<Home>r<Ctrl+U>", " 述职报告 ", true),
        // Its own name is no other's.
        ("<Home>r<Ctrl+U>", "自查自评 2025", false),
        ("<Home>r<Ctrl+U>", "三月", false),
        ("<Home>c<Ctrl+U>", "自查自评 2025", true),
        ("<Home>c<Ctrl+U>", "三月", false),
        ("<End><Enter><Ctrl+U>", "自查自评 2025", true),
        ("<End><Enter><Ctrl+U>", "三月", false),
    ] {
        let mut desk = home((80, 24));
        for input in [keys, typed, "<Enter>"] {
            drive(&mut desk, input);
        }
        let screen = desk.screen();
        let said = format!("已经有一份记录叫“{}”了，请换一个名字。", typed.trim());
        assert_eq!(screen.contains(&said), is_taken, "{keys}{typed}\n{screen}");
        assert_eq!(
            (desk.app.dialogs.len(), desk.effects.len()),
            if is_taken { (1, 0) } else { (0, 1) },
            "{keys}{typed}\n{screen}"
        );
    }
}

#[test]
fn the_mark_stays_on_the_session_that_it_is_on() {
    let row = |directory: &str, name: &str| SessionRow {
        directory: PathBuf::from(format!("/sessions/{directory}")),
        name: name.to_owned(),
        questionnaire: String::new(),
        saved: String::new(),
        progress: None,
        is_damaged: false,
    };
    let (a, b, c) = (row("a", "甲"), row("b", "乙"), row("c", "丙"));
    let renamed = row("c", "丁");
    let copy = row("d", "丙 副本");
    // What is pressed, the list that comes after it, what has just come into it, and what the mark is then on.
    for (keys, list, came, on) in [
        // What was renamed is the first one now.
        ("<Down Down>", vec![&renamed, &a, &b], None, "丁"),
        // What the filter would hide is seen all the same.
        ("</>丙", vec![&renamed, &a, &b], None, "丁"),
        // The neighbour of what was deleted, above it at the end of the list.
        ("<Down>", vec![&a, &c], None, "丙"),
        ("<Down Down>", vec![&a, &b], None, "乙"),
        // What was copied or brought back.
        ("<Down Down>", vec![&copy, &a, &b, &c], Some("d"), "丙 副本"),
        ("</>甲", vec![&copy, &a, &b, &c], Some("d"), "丙 副本"),
        ("<Down>", vec![&copy, &a, &b, &c], None, "乙"),
    ] {
        let mut desk = home((80, 24));
        // The list has no questionnaires, so that the last session is its last row.
        let rows = |rows: &[&SessionRow]| rows.iter().map(|row| (*row).clone()).collect();
        desk.act(Action::Listed(rows(&[&a, &b, &c]), Vec::new()));
        drive(&mut desk, "<Home>");
        drive(&mut desk, keys);
        desk.act(Action::Listed(rows(&list), Vec::new()));
        if let Some(came) = came {
            desk.act(Action::Mark(PathBuf::from(format!("/sessions/{came}"))));
        }
        assert_eq!(marked(&desk).as_deref(), Some(on), "{keys}\n{}", desk.screen());
    }
}

#[test]
fn a_session_whose_file_cannot_be_read_is_marked_in_both_lists() {
    for size in [(120, 36), (40, 12)] {
        let name = "一份名字很长的自查自评报告二〇二六年度";
        let row = |is_damaged| SessionRow {
            directory: PathBuf::from(format!("/sessions/{is_damaged}")),
            name: name.to_owned(),
            questionnaire: String::new(),
            saved: "2026-11-23 14:02".to_owned(),
            progress: None,
            is_damaged,
        };
        let mut desk = home(size);
        desk.act(Action::Listed(vec![row(true), row(false)], Vec::new()));
        let screen = desk.screen();
        assert_eq!(screen.matches("（读不出）").count(), 1, "{screen}");
        let row = |is_damaged| TrashRow {
            directory: PathBuf::from(format!("/trash/{is_damaged}")),
            name: name.to_owned(),
            deleted: "2026-11-23 14:02".to_owned(),
            progress: None,
            is_damaged,
        };
        desk.act(Action::Trashed(vec![row(true), row(false)]));
        let screen = desk.screen();
        assert!(screen.contains("（读不出）"), "{screen}");
    }
}

#[test]
fn what_narrows_a_list_is_taken_back_in_one_go() {
    // What opens a list and narrows it, what the filter leaves out, and what is looked for next.
    let session = || Desk::new(ANSWERS);
    let first = || home((120, 36));
    let mut asked = session();
    let way = tigang::answers::Place::parse("plan.way").unwrap();
    asked.app.interview_mut().unwrap().visit(&way);
    let table: [(Desk, &str, &str, &str, &str); 5] = [
        (session(), "Ctrl+K", "导出", "立即保存", "保存"),
        (first(), "/", "szbg", "自查自评 2025", "2025"),
        (session(), "Ctrl+T /", "没有", "（一）学习不深", "学习"),
        (session(), "Ctrl+G /", "开头", "学习不深", "学习"),
        (asked, "Ctrl+S", "走访", "座谈", "座"),
    ];
    for (mut desk, keys, typed, hidden, next) in table {
        desk.press(keys);
        let all = desk.screen().matches(hidden).count();
        let mut after = |typed: &str| {
            match typed {
                "" => desk.press("Ctrl+U"),
                typed => desk.write(typed),
            };
            desk.screen().matches(hidden).count()
        };
        let (narrowed, counts) = (after(typed), [after(""), after(next)]);
        assert!(narrowed < all, "{keys}");
        assert_eq!(counts, [all, all], "{keys}\n{}", desk.screen());
    }
}

#[test]
fn on_a_narrow_screen_rows_and_paths_can_be_read() {
    let answers = "[opening]\nbody = \"学\"\n[[problems.problem]]\nid = \"a\"\nname = \"学习不深\"\n";
    let mut desk = Desk::on(QUESTIONNAIRE, answers, (40, 12), AmbiguousWidth::One);
    let screen = desk.press("Ctrl+R Down Down").screen();
    assert!(
        screen.contains("由谁任命？写出全称。") && screen.contains("只有 1 字，至少要 4 字"),
        "{screen}"
    );
    let mut desk = Desk::on(QUESTIONNAIRE, answers, (40, 12), AmbiguousWidth::One);
    desk.app.export_directory = "/home/zhang/documents/reports/2026/self-review/final".to_owned();
    let screen = desk.press("Ctrl+E").screen();
    let shown: String = screen.lines().map(str::trim).collect();
    assert!(
        shown.contains("/home/zhang/documents/reports/2026/self-review/final/小结.txt"),
        "{screen}"
    );
}
