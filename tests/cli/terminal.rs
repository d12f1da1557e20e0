//! What is different on a terminal: questions are asked, the full screen opens, escape sequences are made visible.

use super::desk::{Desk, SILENCED};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::io::{Read as _, Write as _};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// How long the program may take before a test fails.
const PATIENCE: Duration = Duration::from_secs(30);

/// Runs the program on a terminal: waits for words, types, and so on; then for its end. Gives all that it wrote and its
/// exit code.
fn on_terminal(desk: &Desk, arguments: &[&str], term: &str, script: &[(&str, &str)]) -> (String, u32) {
    let size = PtySize {
        rows: 24,
        cols: 80,
        ..PtySize::default()
    };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(assert_cmd::cargo_bin!("tigang"));
    for name in SILENCED {
        command.env_remove(name);
    }
    command.args(arguments);
    command.env("LANG", "C");
    command.env("TERM", term);
    command.env("TIGANG_DATA_DIR", desk.data());
    command.env("TIGANG_CONFIG_DIR", desk.path().join("config"));
    command.cwd(desk.path());
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut writer = pair.master.take_writer().unwrap();
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 4096];
        // The end of the program is an error to the reader of its terminal on some systems.
        while let Ok(read @ 1..) = reader.read(&mut buffer) {
            if sender.send(buffer[..read].to_vec()).is_err() {
                return;
            }
        }
    });
    let deadline = Instant::now() + PATIENCE;
    let mut written = Vec::new();
    for (words, typed) in script {
        while !String::from_utf8_lossy(&written).contains(words) {
            match receiver.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(more) => written.extend(more),
                Err(error) => panic!(
                    "{arguments:?}: no “{words}” ({error}): {}",
                    String::from_utf8_lossy(&written)
                ),
            }
        }
        writer.write_all(typed.as_bytes()).unwrap();
        writer.flush().unwrap();
    }
    loop {
        match receiver.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(more) => written.extend(more),
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
            Err(mpsc::RecvTimeoutError::Timeout) => {
                let _ = child.kill();
                panic!(
                    "{arguments:?} does not end: {}",
                    String::from_utf8_lossy(&written)
                );
            }
        }
    }
    let status = child.wait().unwrap();
    // As a shell has it.
    let interrupted = status.signal().is_some_and(|signal| signal == "Interrupt");
    let code = if interrupted { 130 } else { status.exit_code() };
    (String::from_utf8(written).unwrap(), code)
}

const ENTERED: &str = "\x1b[?1049h";
const LEFT: &str = "\x1b[?1049l";
/// The end of a frame.
const FRAME: &str = "\x1b[?2026l";
const CTRL_Q: &str = "\x11";

#[test]
fn deleting_is_asked_about() {
    let desk = Desk::new();
    let question = "[y/N] ";
    // Whether it is forced, what is typed, whether it is gone.
    let cases = [
        (false, Some("n\r"), false),
        (false, Some("\r"), false),
        (false, Some("yesterday\r"), false),
        (false, Some("\x04"), false),
        (false, Some("y\r"), true),
        (false, Some("YES\r"), true),
        (false, Some("是\r"), true),
        (true, None, true),
    ];
    for (force, typed, gone) in cases {
        let id = desk.start("postmortem.en", "doomed", "");
        let mut arguments = vec!["delete", &id];
        arguments.extend(force.then_some("--force"));
        let script: Vec<_> = typed.map(|typed| (question, typed)).into_iter().collect();
        let (written, code) = on_terminal(&desk, &arguments, "xterm-256color", &script);
        assert_eq!(
            written.contains("Delete “doomed”?"),
            !force,
            "{typed:?}: {written}"
        );
        assert_eq!(code, u32::from(!gone), "{typed:?}: {written}");
        assert_eq!(
            !desk.run(["list"]).out.contains(&id),
            gone,
            "{typed:?}: {written}"
        );
        if !gone {
            assert!(written.contains("Nothing was deleted."), "{typed:?}: {written}");
            desk.ok(["delete", &id]);
        }
    }
}

#[test]
fn an_interrupted_question_changes_nothing() {
    let desk = Desk::new();
    let id = desk.start("postmortem.en", "spared", "");
    let (written, code) = on_terminal(&desk, &["delete", &id], "xterm", &[("[y/N] ", "\x03")]);
    assert_eq!(code, 130, "{written}");
    assert!(desk.ok(["list"]).contains(&id));
}

#[test]
fn the_full_screen_opens_where_there_is_one() {
    let desk = Desk::new();
    let id = desk.start("postmortem.en", "March outage", "");
    for arguments in [
        vec![],
        vec!["resume"],
        vec!["resume", &id],
        vec!["new", "postmortem.en", "--name", "New one"],
    ] {
        let arguments: Vec<&str> = ["--ambiguous-width", "1"].into_iter().chain(arguments).collect();
        let (written, code) = on_terminal(&desk, &arguments, "xterm-256color", &[(FRAME, CTRL_Q)]);
        assert_eq!(code, 0, "{arguments:?}: {written}");
        assert!(
            written.contains(ENTERED) && written.contains(LEFT),
            "{arguments:?}: {written}"
        );
    }
    // Whoever opened it has left it: it can be changed again.
    desk.ok(["rename", "New one", "Renamed"]);
}

#[test]
fn a_terminal_that_only_prints_lines_gets_an_interview_of_lines() {
    let desk = Desk::new();
    let id = desk.start("postmortem.en", "March outage", "");
    for (arguments, term) in [
        (&[][..], "dumb"),
        (&["resume"], "dumb"),
        (&["resume", &id], "dumb"),
        (&["new", "postmortem.en"], "dumb"),
        (&["--plain"], "xterm"),
        (&["resume", "--plain"], "xterm"),
    ] {
        let (written, code) = on_terminal(&desk, arguments, term, &[(": ", "\x04")]);
        assert_eq!(code, 0, "{arguments:?}: {written}");
        assert!(!written.contains('\u{1b}'), "{arguments:?}: {written:?}");
        assert!(written.contains("of 21 answered"), "{arguments:?}: {written}");
    }
}

#[test]
fn a_terminal_sees_escape_sequences_and_does_not_act_on_them() {
    let desk = Desk::new();
    desk.file("q.toml", "format = 1\ntitle = 't'\n[a]\nask = '?'\n");
    desk.file("answers.toml", "a = \"\\u001b[31m红\\u202e\"\n");
    let id = desk.start("q.toml", "\u{202e}name", &desk.read("answers.toml"));
    for arguments in [
        &["render", "q.toml", "--answers", "answers.toml", "--bom", "--crlf"][..],
        &["export", &id, "-o", "-"],
        &["answers", &id],
        &["list", "--json"],
    ] {
        let (written, code) = on_terminal(&desk, arguments, "xterm", &[]);
        assert_eq!(code, 0, "{written}");
        assert!(
            !written.contains(['\u{1b}', '\u{202e}', '\u{feff}']),
            "{arguments:?}: {written:?}"
        );
    }
}

#[test]
fn colours_are_for_terminals_that_want_them() {
    let desk = Desk::new();
    desk.file("broken.toml", "format = 1\n");
    for arguments in [
        &["show", "postmortem.en"][..],
        &["check", "broken.toml"],
        &["--help"],
    ] {
        let (written, _) = on_terminal(&desk, arguments, "xterm", &[]);
        assert!(written.contains("\u{1b}["), "{arguments:?}: {written:?}");
        let (written, _) = on_terminal(&desk, arguments, "dumb", &[]);
        assert!(!written.contains('\u{1b}'), "{arguments:?}: {written:?}");
        assert!(
            !desk.run(arguments.iter().copied()).out.contains('\u{1b}'),
            "{arguments:?}"
        );
    }
}

#[test]
fn what_is_asked_about_sensitive_answers_is_asked_without_showing_them() {
    let desk = Desk::new();
    let source = "format = 1\ntitle = 'Q'\n[secret]\nask = '?'\nsensitive = true\ncarry = 'ask'\n";
    desk.file("data/questionnaires/q.toml", source);
    let one = desk.start("q", "one", "secret = 'xyzzy'\n");
    let two = desk.start("q", "two", "secret = 'xyzzy too'\n");
    let merge = ["merge", &one, &two];
    let which = [("Which one, 1 or 2?", "2\r")];
    let (shown, code) = on_terminal(&desk, &merge, "xterm", &which);
    assert!(code == 0 && !shown.contains("xyzzy"), "{shown}");
    assert!(shown.contains("(sensitive, not shown)"), "{shown}");
    assert!(
        desk.ok(["answers", &one, "--with-sensitive"])
            .contains("xyzzy too")
    );
    desk.ok(["restore", &one, "1"]);
    let merge = ["merge", &one, &two, "--with-sensitive"];
    let (shown, _) = on_terminal(&desk, &merge, "xterm", &which);
    assert!(shown.contains("xyzzy too"), "{shown}");

    let carry = ["new", "q", "--from", &one];
    let script = [("[y/N] ", "y\r"), ("Alt+R shows it", "\x11")];
    let (shown, code) = on_terminal(&desk, &carry, "xterm", &script);
    assert!(code == 0 && !shown.contains("xyzzy"), "{shown}");
}
