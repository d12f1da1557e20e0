//! Leaving when the last words cannot be saved: nobody leaves without having been told and asked.

use super::desk::Desk;
use std::path::PathBuf;
use tigang::session::library::Loaded;
use tigang::session::refusal::Refusal;
use tigang::session::seal::{SealState, unseal};
use tigang::tui::action::Action;
use tigang::tui::app::Screen;
use tigang::tui::effect::Effect;
use tigang::tui::interview::Saving;

const REASON: &str = "写不进 /data/session.toml：磁盘满了。";

/// The names of the effects since the last look.
fn effects(desk: &mut Desk) -> Vec<String> {
    desk.effects
        .drain(..)
        .map(|effect| format!("{effect:?}"))
        .collect()
}

/// A session with words in it that cannot be saved, after `keys` asked to leave.
fn stuck(keys: &str) -> Desk {
    let mut desk = Desk::new("");
    desk.write("2021-07").press(keys);
    assert_eq!(effects(&mut desk), ["Save", "Close"]);
    desk.act(Action::LeaveFailed(REASON.to_owned().into()));
    let screen = desk.screen();
    assert!(screen.contains("没有存上，正在重试"), "{screen}");
    assert!(screen.contains("最后的修改没有存上。怎么办？"), "{screen}");
    desk
}

#[test]
fn that_saving_fails_stays_to_be_seen_while_the_person_types_on() {
    let mut desk = Desk::new("");
    desk.write("2").act(Action::SaveFailed(REASON.to_owned().into()));
    desk.write("0");
    assert!(desk.screen().contains("没有存上，正在重试"), "{}", desk.screen());
    desk.act(Action::Saved("14:02:31".to_owned()));
    assert!(
        desk.screen().contains("未保存"),
        "what was typed meanwhile is not in it"
    );
    desk.act(Action::Pause).act(Action::Saved("14:02:32".to_owned()));
    assert!(desk.screen().contains("已保存 14:02:32"), "{}", desk.screen());
}

#[test]
fn a_failed_save_is_tried_again_on_leaving_a_question() {
    let mut desk = Desk::new("");
    desk.write("2021-07")
        .act(Action::Pause)
        .act(Action::SaveFailed(REASON.to_owned().into()));
    effects(&mut desk);
    desk.press("Ctrl+S");
    assert_eq!(effects(&mut desk), ["Save"]);
}

#[test]
fn the_whole_session_can_be_written_somewhere_else() {
    for (keys, then) in [
        ("Ctrl+Q", &["Farewell", "Abandon", "Quit"][..]),
        ("Esc", &["Abandon", "List"]),
    ] {
        let mut desk = stuck(keys);
        desk.press("Enter");
        assert!(desk.screen().contains("写到哪个目录"), "{}", desk.screen());
        desk.press("Enter");
        let Some(Effect::Elsewhere {
            path,
            questionnaire,
            session,
        }) = desk.effects.pop()
        else {
            panic!("{:?}", desk.effects);
        };
        assert_eq!(path, PathBuf::from("/out/小结"));
        assert_eq!(questionnaire, super::desk::QUESTIONNAIRE.as_bytes());
        let unsealed = unseal(&session).unwrap();
        assert_eq!(unsealed.state, SealState::Intact);
        assert!(unsealed.text.contains("since = \"2021-07\""), "{}", unsealed.text);

        // A place that does not take it either: asked again.
        desk.act(Action::LeaveFailed(
            "建不了目录 /out/小结：没有权限。".to_owned().into(),
        ));
        assert!(desk.screen().contains("怎么办？"), "{}", desk.screen());
        effects(&mut desk);
        desk.press("Enter Enter").act(Action::Written(path));
        let done = effects(&mut desk);
        assert_eq!(done[0], "Elsewhere");
        assert_eq!(done[1..], *then, "{keys}");
        if keys == "Esc" {
            assert!(matches!(desk.app.screen, Screen::Home(_)));
            assert!(
                desk.screen().contains("记录已写到 /out/小结"),
                "{}",
                desk.screen()
            );
        }
    }
}

#[test]
fn the_other_ways_out() {
    // Keys after the menu has come up, and what is done.
    let table: [(&str, &[&str]); 5] = [
        ("Down Enter", &["Save", "Close"]),
        ("Down Down Enter", &[]),
        ("Esc", &[]),
        ("Down Down Down Enter n", &[]),
        ("Down Down Down Enter y", &["Abandon", "Quit"]),
    ];
    for (keys, expected) in table {
        let mut desk = stuck("Ctrl+Q");
        desk.press(keys);
        assert_eq!(effects(&mut desk), expected, "{keys}");
        assert!(desk.app.dialogs.is_empty(), "{keys}");
        if expected.is_empty() {
            assert!(desk.screen().contains("没有存上，正在重试"), "{keys}");
        }
    }
}

#[test]
fn a_session_in_memory_keeps_reminding() {
    let mut desk = Desk::new("");
    let interview = desk.app.interview().unwrap();
    let loaded = Loaded {
        directory: tigang::session::directory::SessionDirectory::new("/data/sessions".into()),
        session: interview.session.clone(),
        questionnaire: interview.outline().questionnaire().clone(),
        sensitive: interview.sensitive.clone(),
        writer: None,
        read_only: None,
        edited_by_hand: false,
        remarks: Vec::new(),
    };
    desk.act(Action::Opened(Box::new(loaded)))
        .act(Action::SaveFailed(REASON.to_owned().into()));
    desk.write("2021-07").press("Tab").write("县委").press("Tab");
    assert!(desk.screen().contains("没有存上，正在重试"), "{}", desk.screen());
}

#[test]
fn why_nothing_is_saved_is_seen_at_any_width_and_where_as_far_as_it_fits() {
    let path = "/home/某某/.local/share/tigang/sessions/k3f9ab/session.toml";
    for ((width, height), seen) in [
        (
            (120, 36),
            "没有存上，正在重试：磁盘满了。请腾出一些空间。 /home/某某/",
        ),
        ((80, 24), "没有存上，正在重试：磁盘满了。请腾出一些空间。"),
        ((40, 12), "没有存上，正在重试：磁盘满了。请"),
    ] {
        let mut desk = Desk::new("");
        desk.resize(width, height);
        desk.act(Action::SaveFailed(Refusal {
            whole: format!("写不进 {path}：磁盘满了。请腾出一些空间。"),
            why: "磁盘满了。请腾出一些空间。".to_owned(),
            path: Some(path.to_owned()),
        }));
        let screen = desk.screen();
        let line = screen.lines().next().unwrap();
        assert!(line.contains(seen), "{width}: {line}");
        assert_eq!(width == 120, line.contains("session.toml"), "{width}: {line}");
    }
}

#[test]
fn what_is_still_open_in_an_exported_text_is_said_before_a_long_path() {
    let path = format!("/home/{}/小结.txt", "很长的目录/".repeat(40));
    let mut desk = Desk::new("");
    desk.resize(40, 12);
    desk.act(Action::Exported(path.into()));
    let screen = desk.screen();
    assert!(screen.contains("已导出；") && screen.contains("未答"), "{screen}");
}

#[test]
fn what_is_exported_from_a_second_window_is_said_to_be_as_it_was_opened() {
    let mut desk = Desk::new("");
    let exported = |desk: &mut Desk| desk.act(Action::Exported("/out/小结.txt".into())).screen();
    assert!(!exported(&mut desk).contains("打开时"), "{}", desk.screen());
    desk.app.interview_mut().unwrap().saving = Saving::ReadOnly("已在别处打开".to_owned());
    assert!(
        exported(&mut desk).contains("导出的是打开时的内容"),
        "{}",
        desk.screen()
    );
}

#[test]
fn whoever_does_not_want_a_file_overwritten_is_asked_for_another_name() {
    let mut desk = Desk::new("");
    desk.press("Ctrl+E Enter");
    let Some(Effect::Export { path, with, .. }) = desk.effects.pop() else {
        panic!("no export");
    };
    desk.act(Action::ExportExists(path, with)).press("n");
    assert!(desk.screen().contains("导出到："), "{}", desk.screen());
    desk.write("2").press("Enter");
    let Some(Effect::Export { path, .. }) = desk.effects.pop() else {
        panic!("no export");
    };
    assert!(path.ends_with("小结.txt2"), "{path:?}");
}
