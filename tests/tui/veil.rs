//! Answers to sensitive questions: nowhere on the screen before the writer asks for it, and in no file unless they agree.

use super::desk::Desk;
use crate::declaration::{ANSWERS, QUESTIONNAIRE};
use tigang::answers::Place;
use tigang::session::difference::{differences, differences_under};
use tigang::session::generations::Generation;
use tigang::session::history::State;
use tigang::session::recovery::Recovery;
use tigang::session::state::Flaw;
use tigang::text::AmbiguousWidth;
use tigang::tui::action::Action;
use tigang::tui::effect::Effect;

/// What must not be seen. (That a choice is offered says nothing of which was chosen.)
const SECRETS: [&str; 5] = ["秘密", "1971", "(*) 两处", "✓ 两处", "7月"];

fn desk(size: (u16, u16)) -> Desk {
    let mut desk = Desk::on(QUESTIONNAIRE, ANSWERS, size, AmbiguousWidth::One);
    // Something of it is in the drawers, too.
    let interview = desk.app.interview_mut().unwrap();
    let removed = Place::parse("asset.item[b]").unwrap();
    assert!(interview.work.remove_instance(&removed, 1_784_116_800));
    interview.refresh();
    desk
}

fn timeline(desk: &mut Desk) {
    let interview = desk.app.interview().unwrap();
    let now = interview.work.answers();
    let until_now = differences(interview.outline().questionnaire(), &Default::default(), now);
    desk.act(Action::Timeline(vec![std::sync::Arc::new(State {
        generation: Generation {
            number: 1,
            saved_at: 1_784_116_800,
            length: 0,
        },
        progress: Ok(Default::default()),
        until_next: Vec::new(),
        until_now,
        questionnaire: None,
    })]));
}

/// Every screen that shows answers, one after the other.
fn screens(desk: &mut Desk) -> Vec<(String, String)> {
    let mut seen = Vec::new();
    for nth in 1..=9 {
        seen.push((format!("question {nth}"), desk.screen()));
        desk.press("Tab");
    }
    for keys in [
        "Ctrl+G", "Ctrl+P", "Ctrl+R", "Ctrl+T", "F9", "Ctrl+E", "Ctrl+K", "F8",
    ] {
        seen.push((keys.to_owned(), desk.press(keys).screen()));
        desk.press("Esc");
    }
    desk.press("F7").write("密");
    seen.push(("find".to_owned(), desk.screen()));
    desk.press("Esc");
    timeline(desk);
    seen.push(("state".to_owned(), desk.press("Enter").screen()));
    for row in 1..=6 {
        let keys = format!("Home{} Enter", " Down".repeat(row));
        seen.push((format!("difference {row}"), desk.press(&keys).screen()));
        desk.press("Esc");
    }
    desk.press("Esc Esc");
    seen
}

#[test]
fn nothing_sensitive_is_on_any_screen_until_it_is_asked_for() {
    for size in [(120, 36), (80, 24), (40, 12)] {
        for (name, screen) in screens(&mut desk(size)) {
            for secret in SECRETS {
                // What is looked for was typed just now.
                assert!(!screen.contains(secret), "{secret} at {name}\n{screen}");
            }
        }
    }
    let mut desk = desk((120, 36));
    desk.press("Alt+R");
    let seen = screens(&mut desk);
    for secret in ["王秘密", "秘密字画", "秘密手表", "1971", "秘密路"] {
        assert!(
            seen.iter().any(|(_, screen)| screen.contains(secret)),
            "{secret} once revealed"
        );
    }
    desk.press("Alt+R");
    assert!(!desk.screen().contains("秘密"), "{}", desk.screen());
}

#[test]
fn what_is_hidden_looks_the_same_everywhere() {
    for size in [(120, 36), (40, 12)] {
        let mut desk = desk(size);
        let mut seen = vec![desk.screen()];
        seen.push(desk.press("Tab Tab").screen());
        seen.push(desk.press("Tab").write("，再写").screen());
        insta::assert_snapshot!(format!("veil-{}x{}", size.0, size.1), seen.join("\n════\n"));
    }
}

#[test]
fn what_is_hidden_can_be_written_and_is_not_changed_blindly() {
    let mut desk = desk((80, 24));
    desk.write("甲").press("Tab Tab");
    // A choice is not turned by a key that shows nothing.
    desk.press("Space");
    assert!(desk.screen().contains("Alt+R 显示"), "{}", desk.screen());
    desk.press("Tab");
    let saved = desk.saved().unwrap();
    assert!(
        saved.contains("王秘密甲") && saved.contains("house = \"两处\""),
        "{saved}"
    );
}

#[test]
fn sensitive_answers_are_left_out_of_a_file_unless_the_writer_agrees() {
    for (keys, contains) in [("Enter", false), ("Down Enter", true)] {
        let mut desk = desk((80, 24));
        desk.press("Ctrl+E Enter");
        assert!(desk.screen().contains("个敏感回答"), "{}", desk.screen());
        assert!(
            !desk
                .effects
                .iter()
                .any(|effect| matches!(effect, Effect::Export { .. }))
        );
        desk.press(keys);
        let Some(Effect::Export {
            bytes, path, with, ..
        }) = desk.effects.pop()
        else {
            panic!("no export")
        };
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text.contains("秘密"), contains, "{text}");
        assert!(text.contains("没有别的"), "{text}");
        // A file that is there is written over with what was agreed on.
        desk.act(Action::ExportExists(path, with)).press("y");
        let Some(Effect::Export { bytes, overwrite, .. }) = desk.effects.pop() else {
            panic!("no export")
        };
        assert!(overwrite);
        assert_eq!(String::from_utf8(bytes).unwrap(), text);
    }
}

/// Further ways in which an answer can get onto a screen: in a loop, by a filter over a whole section, as what decides
/// between two wordings, by a link, as another question's default, in the name of what is parked.
const WAYS: &str = r#"
format = 1
title = "又一份"

[item]
repeat = true
heading = "{{ what }}"
[item.what]
ask = "哪一件？"
sensitive = true
[item.class]
ask = "哪一类？"
kind = "choice"
choices = ["甲类", "乙类"]
sensitive = true
[sum]
text = "共{{ item | length }}件：{% for i in item %}{{ i.what }}；{% endfor %}"
[all]
text = "即{{ item | map(attribute='what') | join('、') }}。"
[turn]
text = "其中{% if item[0].what == '秘密字画' %}确有字画{% else %}并无字画{% endif %}。"
[pick]
ask = "哪些要报？"
kind = "links"
to = "item"
text = "要报{{ answer | map(attribute='what') | join('、') }}。"
[guess]
ask = "谁经手？"
default = "{{ item[0].what }}的主人"
[later]
when = { guess = "无人" }
heading = "{{ item[0].what }}的来历"
[later.why]
ask = "为何？"
"#;

const WAYS_ANSWERS: &str = r#"
pick = ["a"]
later.why = "不便说"
[[item]]
id = "a"
what = "秘密字画"
class = "秘密类"
[[item]]
id = "b"
what = "秘密手表"
class = "甲类"
"#;

#[test]
fn an_answer_is_hidden_in_whatever_way_it_gets_into_a_text() {
    let secrets = ["秘密", "确有字画"];
    for size in [(120, 36), (80, 24), (40, 12)] {
        let mut desk = Desk::on(WAYS, WAYS_ANSWERS, size, AmbiguousWidth::One);
        let mut seen = Vec::new();
        for _ in 0..7 {
            seen.push(desk.screen());
            desk.press("Tab");
        }
        for keys in ["Ctrl+G", "Ctrl+P", "Ctrl+R", "F9"] {
            seen.push(desk.press(keys).screen());
            desk.press("Esc");
        }
        for screen in &seen {
            for secret in secrets {
                assert!(!screen.contains(secret), "{secret}\n{screen}");
            }
        }
        let all = seen.join("\n");
        // What says nothing of them stays.
        if size.0 == 120 {
            for said in [
                "共2件：****",
                "即****。",
                "其中****。",
                "要报****。",
                "◌ ****的来历",
            ] {
                assert!(all.contains(said), "{said}\n{all}");
            }
        }
        desk.press("Alt+R");
        let shown = [
            desk.screen(),
            desk.press("Ctrl+P").screen(),
            desk.press("Ctrl+R").screen(),
        ]
        .join("\n");
        assert!(shown.contains("秘密字画"), "{shown}");
        // The text itself is whole all the time.
        assert!(
            desk.text().contains("共2件：秘密字画；秘密手表；"),
            "{}",
            desk.text()
        );
        assert!(desk.text().contains("确有字画"), "{}", desk.text());
    }
}

#[test]
fn what_is_wrong_with_a_hidden_answer_is_said_without_it() {
    let mut desk = Desk::on(WAYS, WAYS_ANSWERS, (120, 36), AmbiguousWidth::One);
    let review = desk.press("Ctrl+R").screen();
    assert!(
        review.contains("不在选项之中") && !review.contains("秘密类"),
        "{review}"
    );
    desk.press("Esc Alt+R");
    let review = desk.press("Ctrl+R").screen();
    assert!(review.contains("“秘密类”不在选项之中"), "{review}");
}

#[test]
fn what_was_sensitive_in_an_earlier_questionnaire_stays_hidden() {
    let now = "format = 1\ntitle = '申报'\n[name]\nask = '姓名？'\nwas = ['who']\n[born]\nask = '何时出生？'\n[open]\nask = '还有吗？'";
    let earlier = "format = 1\ntitle = '申报'\n[who]\nask = '姓名？'\nsensitive = true\n[born]\nask = '何时出生？'\nsensitive = true";
    let answers = "name = '王秘密'\nborn = '1971'\nopen = '没有别的'";
    let mut desk = Desk::moved(now, &[earlier], answers, (120, 36), AmbiguousWidth::One);
    let screens = [
        desk.screen(),
        desk.press("Tab").screen(),
        desk.press("Tab").screen(),
    ]
    .join("\n");
    assert!(
        !screens.contains("秘密") && !screens.contains("1971"),
        "{screens}"
    );
    assert!(screens.contains("没有别的"), "{screens}");
    desk.press("Ctrl+E Enter");
    assert!(desk.screen().contains("有 2 个敏感回答"), "{}", desk.screen());
    desk.press("Enter");
    let Some(Effect::Export { bytes, .. }) = desk.effects.pop() else {
        panic!("no export")
    };
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("没有别的") && !text.contains("秘密"), "{text}");
}

#[test]
fn what_is_selected_in_a_hidden_answer_is_not_put_where_it_is_seen() {
    let mut desk = desk((80, 24));
    let screen = desk.press("Alt+A Ctrl+F").screen();
    assert!(screen.contains("查找") && !screen.contains("秘密"), "{screen}");
    desk.press("Esc Alt+R Alt+A");
    let screen = desk.press("Ctrl+F").screen();
    assert!(screen.contains("查找：王秘密"), "{screen}");
}

#[test]
fn a_hidden_answer_is_not_opened_in_another_editor() {
    let mut desk = desk((80, 24));
    desk.press("Tab Tab Tab F6");
    let opened = |desk: &Desk| {
        let mut effects = desk.effects.iter();
        effects.any(|effect| matches!(effect, Effect::ExternalEditor(_)))
    };
    assert!(
        !opened(&desk) && desk.screen().contains("Alt+R 显示"),
        "{}",
        desk.screen()
    );
    desk.press("Alt+R F6");
    assert!(opened(&desk));
}

#[test]
fn what_a_damaged_file_still_holds_is_hidden_where_it_is_sensitive() {
    let mut desk = desk((80, 24));
    let interview = desk.app.interview().unwrap();
    let veil = tigang::outline::Veil::Drawn(interview.sensitive.clone());
    let recovery = Recovery {
        file: "/data/session.toml".into(),
        flaw: Flaw::Missing,
        earlier: Some(Generation {
            number: 1,
            saved_at: 1_784_116_800,
            length: 0,
        }),
        can_salvage: true,
        differences: differences_under(
            &veil,
            interview.outline().questionnaire(),
            &Default::default(),
            interview.work.answers(),
        ),
        sensitive: interview.sensitive.clone(),
    };
    let count = recovery.differences.len();
    desk.act(Action::Damaged("/data".into(), std::sync::Arc::new(recovery)));
    desk.press("End Enter");
    let mut seen = vec![desk.screen()];
    for row in 0..count {
        let keys = format!("Home{} Enter", " Down".repeat(row));
        seen.push(desk.press(&keys).screen());
        desk.press("Esc");
    }
    let all = seen.join("\n════\n");
    assert!(all.contains("****") && all.contains("家传"), "{all}");
    for secret in ["秘密", "1971", "两处"] {
        assert!(!all.contains(secret), "{secret}\n{all}");
    }
}
