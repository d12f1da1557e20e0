//! The program itself, with a person in front of it: whatever happens, what was typed is there the next time.

use rustix::process::Signal;

use super::{Exit, Home, Modes, Program, Terminal};

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

/// Begins a session and waits for its first question.
fn begin(home: &Home) -> Terminal {
    std::fs::write(home.path().join("questions.toml"), QUESTIONNAIRE).unwrap();
    let terminal = Program::tigang()
        .in_home(home)
        .args(["new", "questions.toml"])
        .spawn();
    terminal.wait_for_text("今年做了哪些工作？");
    terminal
}

/// Goes on with the session and waits for the text.
#[track_caller]
fn find_again(home: &Home, text: &str) {
    let terminal = Program::tigang().in_home(home).args(["resume"]).spawn();
    terminal.wait_for_text(text);
}

#[test]
fn what_was_typed_outlives_every_end_that_can_be_noticed() {
    type End = fn(&mut Terminal);
    let ends: [(&str, Exit, End); 6] = [
        ("ctrl+q", Exit::Code(0), |terminal| terminal.keys("ctrl+q")),
        ("TERM", Exit::Code(143), |terminal| terminal.signal(Signal::TERM)),
        ("INT", Exit::Code(130), |terminal| terminal.signal(Signal::INT)),
        ("QUIT", Exit::Code(131), |terminal| terminal.signal(Signal::QUIT)),
        ("HUP", Exit::Code(129), |terminal| terminal.signal(Signal::HUP)),
        ("closed", Exit::Code(129), Terminal::close_terminal),
    ];
    for (name, exit, end) in ends {
        let home = Home::new();
        let mut terminal = begin(&home);
        terminal.type_text("调研六次");
        terminal.wait_for_text("调研六次");
        // At once: the pause after which typing is saved has not passed.
        end(&mut terminal);
        assert_eq!(terminal.exit_status(), exit, "{name}");
        // A terminal that is gone has no modes.
        if name != "closed" {
            assert_eq!(terminal.left_behind(), Modes::default(), "{name}");
        }
        find_again(&home, "调研六次");
    }
}

#[test]
fn what_was_saved_outlives_a_kill() {
    let home = Home::new();
    let mut terminal = begin(&home);
    terminal.type_text("调研六次");
    terminal.wait_for(|screen| screen.contains("调研六次") && screen.contains("已保存"));
    terminal.kill9();
    assert!(matches!(terminal.exit_status(), Exit::Signal(_)));
    find_again(&home, "调研六次");
}

#[test]
fn a_paste_keeps_its_paragraphs() {
    let home = Home::new();
    let mut terminal = begin(&home);
    terminal.paste("第一段\r\n第二段\n\u{1b}[31m第三段");
    let screen = terminal.wait_for_text("第三段");
    let rows = ["第一段", "第二段", "第三段"].map(|text| screen.find(text).unwrap().0);
    assert!(rows[0] < rows[1] && rows[1] < rows[2], "{screen}");
    terminal.keys("ctrl+q");
    assert_eq!(terminal.exit_status(), Exit::Code(0));
    find_again(&home, "第三段");
}

#[test]
fn the_cursor_stands_where_the_next_character_goes() {
    let home = Home::new();
    let mut terminal = begin(&home);
    terminal.type_text("一、“学习”");
    let screen = terminal.wait_for_text("一、“学习”");
    let (row, column) = screen.find("一、“学习”").unwrap();
    // Four wide characters and the two quotation marks, which this terminal draws narrow.
    assert_eq!(screen.cursor(), Some((row, column + 10)), "{screen}");
    terminal.resize(24, 40);
    let screen = terminal.wait_for(|screen| screen.size() == (24, 40) && screen.contains("一、“学习”"));
    let (row, column) = screen.find("一、“学习”").unwrap();
    assert_eq!(screen.cursor(), Some((row, column + 10)), "{screen}");
}

#[test]
fn what_is_set_holds_from_the_first_key_and_what_was_moved_is_remembered() {
    let home = Home::new();
    let config = home.path().join("config");
    std::fs::create_dir_all(&config).unwrap();
    std::fs::write(config.join("config.toml"), "typing_aid = true\n").unwrap();
    std::fs::write(home.path().join("questions.toml"), QUESTIONNAIRE).unwrap();
    let start = |arguments: &[&str]| {
        let terminal = Program::tigang()
            .in_home(&home)
            .env("TIGANG_CONFIG_DIR", config.as_os_str())
            .args(arguments)
            .spawn();
        terminal.wait_for_text("今年做了哪些工作？");
        terminal
    };
    let mut terminal = start(&["new", "questions.toml"]);
    terminal.type_text("调研,");
    terminal.wait_for_text("调研，");
    terminal.keys("alt+g alt+p");
    terminal.wait_for(|screen| !screen.contains("│"));
    terminal.keys("ctrl+q");
    assert_eq!(terminal.exit_status(), Exit::Code(0));
    let again = start(&["resume"]);
    again.wait_for(|screen| screen.contains("调研，") && !screen.contains("│"));
}

#[test]
fn what_was_written_in_an_editor_and_is_not_taken_over_is_kept_and_found() {
    let table = [
        // script of the editor, what is said, how much is kept
        (
            r#"head -c 60001 /dev/zero | tr '\0' x > "$1""#,
            "一段最多",
            60_001,
        ),
        (r#"printf 'xyz' > "$1"; exit 1"#, "没有正常结束", 3),
    ];
    for (script, said, length) in table {
        let home = Home::new();
        std::fs::write(home.path().join("questions.toml"), QUESTIONNAIRE).unwrap();
        let mut terminal = Program::tigang()
            .in_home(&home)
            .env("EDITOR", super::runtime::editor(&home, script))
            .size(24, 160)
            .args(["new", "questions.toml"])
            .spawn();
        terminal.wait_for_text("今年做了哪些工作？");
        terminal.type_text("原来");
        terminal.keys("f6");
        let screen = terminal.wait_for_text(said);
        assert!(screen.contains("原来"), "{screen}");
        let store = home.path().join("data").join("tigang");
        let kept: Vec<_> = std::fs::read_dir(store)
            .unwrap()
            .map(|entry| entry.unwrap())
            .filter(|entry| entry.file_name().to_string_lossy().starts_with("edit-"))
            .collect();
        assert_eq!(kept.len(), 1, "{said}");
        assert!(
            screen.contains(kept[0].file_name().to_string_lossy().as_ref()),
            "{screen}"
        );
        let file = std::fs::read(kept[0].path().join("answer.txt")).unwrap();
        assert_eq!(file.len(), length, "{said}");
    }
}

/// Waits until something written line by line is in the session's file.
#[track_caller]
fn wait_until_saved(home: &Home, text: &str) {
    let begin = std::time::Instant::now();
    let is_saved = || {
        let sessions = std::fs::read_dir(home.path().join("data/tigang/sessions"));
        let mut files = sessions.into_iter().flatten().flatten();
        files.any(|entry| {
            let file = std::fs::read_to_string(entry.path().join("session.toml"));
            file.is_ok_and(|file| file.contains(text))
        })
    };
    while !is_saved() {
        assert!(begin.elapsed() < super::DEADLINE, "“{text}” is not saved");
        std::thread::yield_now();
    }
}

#[test]
fn an_answer_written_line_by_line_stands_until_another_one_has_ended() {
    type End = fn(&mut Terminal);
    let ends: [End; 4] = [
        |terminal| terminal.keys("ctrl+c"),
        |terminal| terminal.keys("ctrl+d"),
        |terminal| terminal.signal(Signal::HUP),
        Terminal::close_terminal,
    ];
    for end in ends {
        let home = Home::new();
        std::fs::write(home.path().join("questions.toml"), QUESTIONNAIRE).unwrap();
        let plain = |args: &[&str]| Program::tigang().in_home(&home).args(args).spawn();
        let mut terminal = plain(&["--plain", "new", "questions.toml", "--name", "述职"]);
        terminal.wait_for_text("今年做了哪些工作？");
        terminal.type_text("调研六次\r.\r");
        terminal.wait_for_text("哪一项最满意？");
        terminal.type_text(":上一题\r");
        terminal.wait_for_text("现在的回答：调研六次");
        terminal.type_text("半句新话\r");
        wait_until_saved(&home, "半句新话");
        end(&mut terminal);
        terminal.exit_status();
        let mut terminal = plain(&["--plain", "resume"]);
        terminal.wait_for_text("没写完的文字");
        terminal.wait_for_text("现在的回答：调研六次");
        terminal.type_text(":找回\r");
        terminal.wait_for_text("半句新话");
    }
}
