//! What a session keeps comes back in the program itself: earlier states, what was removed, deleted sessions, damaged
//! files, newer questionnaires.

use super::{Exit, Home, Program, Terminal};

const QUESTIONNAIRE: &str = r#"
format = 1
title = "述职"
language = "zh-CN"

[duties]
heading = "履行职责"
[duties.done]
ask = "今年做了哪些工作？"
kind = "prose"
[duties.best]
ask = "哪一项最满意？"
"#;

fn start(home: &Home, args: &[&str]) -> Terminal {
    Program::tigang()
        .in_home(home)
        .size(24, 80)
        .args(args.iter().copied())
        .spawn()
}

/// Begins a session on a questionnaire with a name of its own, so that a newer one of that name can come.
fn begin(home: &Home) -> Terminal {
    let directory = home.path().join("data/tigang/questionnaires");
    std::fs::create_dir_all(&directory).unwrap();
    std::fs::write(directory.join("duties.toml"), QUESTIONNAIRE).unwrap();
    let terminal = start(home, &["new", "duties"]);
    terminal.wait_for_text("今年做了哪些工作？");
    terminal
}

fn quit(mut terminal: Terminal) {
    terminal.keys("ctrl+q");
    assert_eq!(terminal.exit_status(), Exit::Code(0));
}

/// Begins a session in which something was written, and goes on with it.
fn resumed(home: &Home, text: &str) -> Terminal {
    let mut terminal = begin(home);
    terminal.type_text(text);
    terminal.wait_for_text(text);
    quit(terminal);
    let terminal = start(home, &["resume"]);
    terminal.wait_for_text(text);
    terminal
}

#[test]
fn undoing_goes_on_into_the_time_before_this_run() {
    let home = Home::new();
    let mut terminal = resumed(&home, "调研六次");
    terminal.type_text("，座谈三次");
    terminal.wait_for_text("，座谈三次");
    quit(terminal);
    let mut terminal = start(&home, &["resume"]);
    terminal.wait_for_text("调研六次，座谈三次");
    // Nothing was changed in this run, so there is nothing to undo but what was before it.
    terminal.keys("ctrl+z");
    terminal.wait_for_text("再早的状态在时间线里");
    terminal.keys("f12");
    terminal.wait_for_text("时间线：从前的状态");
    terminal.type_text("此后改动 1");
    terminal.keys("enter");
    terminal.wait_for_text("全部回到当时的样子");
    terminal.keys("down enter");
    terminal.wait_for_text("换回");
    terminal.keys("esc");
    terminal.wait_for_text("全部回到当时的样子");
    terminal.keys("up enter");
    terminal.wait_for_text("现在的状态会留在时间线里");
    terminal.keys("y");
    terminal.wait_for_text("选中的一行就是刚才的");
    terminal.wait_for(|screen| screen.contains("调研六次") && !screen.contains("座谈三次"));
    // And forth again.
    terminal.keys("f12");
    terminal.wait_for_text("时间线：从前的状态");
    terminal.keys("enter");
    terminal.wait_for_text("全部回到当时的样子");
    terminal.keys("enter");
    terminal.wait_for_text("现在的状态会留在时间线里");
    terminal.keys("y");
    terminal.wait_for_text("调研六次，座谈三次");
    quit(terminal);
}

/// The one session's directory.
fn session(home: &Home) -> std::path::PathBuf {
    let sessions = home.path().join("data/tigang/sessions");
    let mut found = std::fs::read_dir(sessions).unwrap();
    found.next().unwrap().unwrap().path()
}

#[test]
fn a_deleted_session_comes_back() {
    let home = Home::new();
    quit(resumed(&home, "调研六次"));
    let mut terminal = start(&home, &[]);
    terminal.wait_for_text("述职 2026");
    terminal.keys("d");
    terminal.wait_for_text("它会移到回收目录");
    terminal.keys("y");
    terminal.wait_for(|screen| !screen.contains("述职 2026"));
    terminal.keys("t");
    terminal.wait_for_text("删除过的记录");
    terminal.keys("enter");
    terminal.wait_for_text("已找回");
    terminal.keys("home enter");
    terminal.wait_for_text("调研六次");
    quit(terminal);
}

#[test]
fn a_damaged_file_is_set_aside_and_the_newest_good_state_taken_up() {
    let home = Home::new();
    quit(resumed(&home, "调研六次"));
    let file = session(&home).join("session.toml");
    let whole = std::fs::read_to_string(&file).unwrap();
    // Cut in the middle of the answer.
    let (cut, _) = whole.split_once("六次").unwrap();
    std::fs::write(&file, format!("{cut}七次\"\n")).unwrap();
    let mut terminal = start(&home, &["resume"]);
    terminal.wait_for_text("这份记录的文件坏了");
    terminal.keys("end enter");
    terminal.wait_for_text("后来改过");
    terminal.keys("enter");
    terminal.wait_for(|screen| screen.contains("调研六次") && screen.contains("调研七次"));
    terminal.keys("esc");
    terminal.wait_for_text("后来改过");
    terminal.keys("esc");
    terminal.wait_for_text("的状态继续");
    terminal.keys("home enter");
    terminal.wait_for_text("坏了的文件在");
    terminal.wait_for_text("调研六次");
    quit(terminal);
    assert!(session(&home).join("session.toml.damaged-1").exists());
}

#[test]
fn the_program_steps_back_behind_the_shell_and_comes_again() {
    let home = Home::new();
    quit(resumed(&home, "调研六次"));
    let script =
        r#"set -m; "$TIGANG" resume; stty sane; echo "stopped"; read line; fg >/dev/null; echo "ended $?""#;
    let mut terminal = Program::new("bash")
        .in_home(&home)
        .env("TIGANG", env!("CARGO_BIN_EXE_tigang"))
        .args(["-c", script])
        .spawn();
    terminal.wait_for_text("调研六次");
    terminal.type_text("，座谈三次");
    terminal.wait_for_text("，座谈三次");
    terminal.keys("alt+s");
    terminal.wait_for(|screen| screen.contains("stopped") && !screen.contains("座谈"));
    let file = session(&home).join("session.toml");
    assert!(std::fs::read_to_string(&file).unwrap().contains("座谈三次"));
    terminal.keys("enter");
    terminal.wait_for_text("座谈三次");
    terminal.keys("ctrl+q");
    terminal.wait_for_text("ended 0");
    assert_eq!(terminal.exit_status(), Exit::Code(0));
}

/// The questionnaire's newer version comes.
fn revise(home: &Home, from: &str, to: &str) {
    let newer = QUESTIONNAIRE.replace(from, to);
    let file = home.path().join("data/tigang/questionnaires/duties.toml");
    std::fs::write(file, newer).unwrap();
}

#[test]
fn a_newer_questionnaire_is_taken_and_taken_back() {
    let home = Home::new();
    quit(resumed(&home, "调研六次"));
    revise(&home, "[duties.done]", "[duties.work]\nwas = [\"duties.done\"]");
    let mut terminal = start(&home, &["resume"]);
    terminal.wait_for_text("这份问卷有了新版本");
    terminal.keys("alt+n");
    terminal.wait_for_text("duties.done → duties.work");
    terminal.keys("enter");
    terminal.wait_for_text("改用新版问卷？");
    terminal.keys("y");
    terminal.wait_for_text("已改用新版问卷");
    terminal.wait_for_text("调研六次");
    terminal.type_text("，座谈三次");
    terminal.keys("ctrl+s");
    let file = session(&home).join("session.toml");
    let saved = || std::fs::read_to_string(&file).unwrap();
    terminal.wait_for(|_| saved().contains("work = \"调研六次，座谈三次\""));
    // Back, questionnaire and all.
    terminal.keys("f12");
    terminal.wait_for_text("时间线：从前的状态");
    terminal.keys("end enter");
    terminal.wait_for_text("全部回到当时的样子");
    terminal.keys("home enter");
    terminal.wait_for_text("现在的状态会留在时间线里");
    terminal.keys("y");
    terminal.wait_for_text("选中的一行就是刚才的");
    quit(terminal);
    assert!(!saved().contains("work ="), "{}", saved());
}

#[test]
fn a_new_session_starts_with_the_answers_of_an_earlier_one() {
    let home = Home::new();
    quit(resumed(&home, "调研六次"));
    revise(
        &home,
        "ask = \"哪一项最满意？\"",
        "ask = \"哪一项最满意？\"\ncarry = \"ask\"",
    );
    let mut terminal = start(&home, &[]);
    terminal.wait_for_text("述职 2026");
    terminal.keys("home f");
    terminal.wait_for_text("用哪份问卷？");
    // The questionnaire of the earlier session comes first.
    terminal.keys("enter");
    terminal.wait_for_text("给这一份起个名字");
    terminal.type_text("述职 2026·续");
    terminal.keys("enter");
    terminal.wait_for_text("带过来 1 个回答");
    terminal.wait_for(|screen| screen.contains("述职 2026·续") && screen.contains("↻ 今年做了"));
    terminal.keys("alt+k");
    terminal.wait_for_text("✓ 今年做了");
    // The second question is answered here, and asked about the next time.
    terminal.type_text("座谈");
    quit(terminal);
    let mut terminal = start(&home, &[]);
    terminal.wait_for_text("述职 2026·续");
    terminal.keys("home f");
    terminal.wait_for_text("用哪份问卷？");
    terminal.keys("enter");
    terminal.wait_for_text("[ ] 哪一项最满意？");
    terminal.keys("enter");
    terminal.wait_for_text("[x] 哪一项最满意？");
    terminal.keys("end enter");
    terminal.wait_for_text("给这一份起个名字");
    terminal.keys("enter");
    terminal.wait_for_text("带过来 2 个回答");
    terminal.keys("tab");
    terminal.wait_for_text("↻ 哪一项");
    quit(terminal);
}

#[test]
fn a_session_that_gets_its_place_late_has_earlier_states_from_then_on() {
    let home = Home::new();
    let data = home.path().join("data/tigang");
    std::fs::create_dir_all(data.join("questionnaires")).unwrap();
    std::fs::write(data.join("questionnaires/duties.toml"), QUESTIONNAIRE).unwrap();
    // Where the sessions belong there is something else.
    std::fs::write(data.join("sessions"), "").unwrap();
    let mut terminal = start(&home, &[]);
    terminal.wait_for_text("自查自评");
    terminal.keys("/");
    terminal.type_text("述职");
    terminal.keys("enter");
    terminal.wait_for_text("给这一份起个名字");
    terminal.keys("enter");
    terminal.wait_for_text("只在内存里");
    terminal.type_text("调研六次");
    terminal.wait_for_text("没有存上");
    std::fs::remove_file(data.join("sessions")).unwrap();
    terminal.keys("ctrl+s");
    terminal.wait_for_text("已保存");
    terminal.type_text("，座谈三次");
    terminal.keys("tab");
    terminal.wait_for(|screen| screen.contains("已保存") && screen.contains("第 2/2 步"));
    // What was said of it is no longer so, and is gone.
    terminal.wait_for(|screen| !screen.contains("只在内存里"));
    terminal.keys("f12");
    terminal.wait_for_text("此后改动 1");
    terminal.keys("esc");
    terminal.wait_for(|screen| !screen.contains("此后改动 1"));
    quit(terminal);
    let saved = std::fs::read_to_string(session(&home).join("session.toml")).unwrap();
    assert!(saved.contains("调研六次，座谈三次"), "{saved}");
}

#[test]
fn what_comes_back_under_another_name_is_told_of_by_it() {
    let home = Home::new();
    quit(resumed(&home, "调研六次"));
    let mut terminal = start(&home, &[]);
    terminal.wait_for_text("述职 2026");
    terminal.keys("d");
    terminal.wait_for_text("它会移到回收目录");
    terminal.keys("y");
    terminal.wait_for(|screen| !screen.contains("述职 2026"));
    quit(terminal);
    quit(resumed(&home, "座谈三次"));
    let mut terminal = start(&home, &[]);
    terminal.wait_for_text("述职 2026");
    terminal.keys("t");
    terminal.wait_for_text("删除过的记录");
    terminal.keys("enter");
    terminal.wait_for_text("找回的这一份叫“述职 2026 (2)”");
    quit(terminal);
}

#[test]
fn texts_kept_from_an_editor_are_told_of_once() {
    let home = Home::new();
    quit(resumed(&home, "调研六次"));
    let copy = home.path().join("data/tigang/edit-0123456789abcdef");
    std::fs::create_dir(copy).unwrap();
    let mut terminal = start(&home, &[]);
    terminal.wait_for_text("这些目录里留着");
    terminal.keys("esc");
    terminal.wait_for(|screen| !screen.contains("这些目录里留着"));
    terminal.keys("d");
    terminal.wait_for_text("它会移到回收目录");
    terminal.keys("y");
    terminal.wait_for_text("已删除");
    quit(terminal);
}
