//! Pipes that close, disks that refuse, and escape sequences where a terminal would act on them.

use super::desk::{Desk, Run};
use std::fs;
use std::process::Stdio;

#[test]
fn a_reader_that_has_gone_is_no_error() {
    let desk = Desk::new();
    let id = desk.start("postmortem.en", "x", "[incident]\ntitle = 'x'\n");
    let commands: [&[&str]; 9] = [
        &["--help"],
        &["list"],
        &["list", "--json"],
        &["questionnaires"],
        &["show", "self-review.zh"],
        &["check", "self-review.zh"],
        &["answers", &id],
        &["export", &id, "-o", "-"],
        &["completions", "bash"],
    ];
    for arguments in commands {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut program = std::process::Command::new(assert_cmd::cargo_bin!("tigang"));
        let output = program
            .args(arguments)
            .env("TIGANG_DATA_DIR", desk.data())
            .env("TIGANG_CONFIG_DIR", desk.path().join("config"))
            .env("LANG", "C")
            .stdin(Stdio::null())
            .stdout(writer)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_one() {
    let desk = Desk::new();
    for (arguments, says) in [
        (
            &["show", "self-review.zh"][..],
            "Cannot write standard output: the disk is full.",
        ),
        (&["--help"], "Cannot write standard output: the disk is full."),
        (
            &["--lang", "zh", "completions", "bash"],
            "写不进 标准输出：磁盘满了。",
        ),
    ] {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let mut program = std::process::Command::new(assert_cmd::cargo_bin!("tigang"));
        let output = program
            .args(arguments)
            .env("TIGANG_DATA_DIR", desk.data())
            .env("TIGANG_CONFIG_DIR", desk.path().join("config"))
            .env("LC_ALL", "C")
            .env_remove("TIGANG_LANG")
            .stdin(Stdio::null())
            .stdout(full)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {said}");
        assert!(said.contains(says), "{arguments:?}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn devices_and_pipes_are_written_into_and_not_replaced() {
    use std::os::unix::fs::FileTypeExt as _;
    let desk = Desk::new();
    desk.file("q.toml", "format = 1\ntitle = 't'\n[a]\nask = '?'\n");
    desk.file("answers.toml", "a = '一'\n");
    let render = ["render", "q.toml", "--answers", "answers.toml", "-o"];
    for (path, printed) in [("/dev/null", ""), ("/dev/stdout", "　　一\n")] {
        assert_eq!(desk.ok(render.into_iter().chain([path])), printed);
        assert_eq!(desk.ok(render.into_iter().chain([path, "--force"])), printed);
    }
    assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
    // A link is followed, not replaced.
    desk.file("old.txt", "old");
    std::os::unix::fs::symlink("old.txt", desk.path().join("link.txt")).unwrap();
    desk.ok(render.into_iter().chain(["link.txt", "--force"]));
    assert_eq!(desk.read("old.txt"), "　　一\n");
    assert!(desk.path().join("link.txt").is_symlink());
}

#[test]
fn what_comes_from_files_and_arguments_never_reaches_a_terminal_raw() {
    let desk = Desk::new();
    desk.file(
        "q.toml",
        "format = 1\ntitle = \"\\u001b[2Jt\"\n[a]\nask = \"\\u001b]0;x\\u0007?\"\n",
    );
    desk.file("bad.toml", "\"\\u001b[31m\" = 1\n");
    desk.file(
        "wild.toml",
        "format = 1\ntitle = 't'\n[\"\\u001b[2J\"]\nask = 'x'\n",
    );
    let id = desk.start("q.toml", "\u{1b}[2Jname", "");
    let cases: [&[&str]; 12] = [
        &["list"],
        &["questionnaires"],
        &["show", "q.toml"],
        &["show", "\u{1b}[2J"],
        &["check", "wild.toml"],
        &["check", "\u{1b}[2J.toml"],
        &["render", "q.toml", "--answers", "bad.toml"],
        &["export", "\u{1b}[2J"],
        &["copy", &id, "\u{1b}[2Jcopy"],
        &["export", &id],
        &["\u{1b}[2J"],
        &["export", "--gap", "\u{1b}[2J"],
    ];
    for arguments in cases {
        let run = desk.run(arguments.iter().copied());
        let raw = |text: &str| text.chars().any(|c| c.is_control() && c != '\n');
        assert!(!raw(&run.out) && !raw(&run.err), "{arguments:?}: {run:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_data_directory_that_cannot_be_written_is_read_all_the_same() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new();
    let id = desk.start(
        "postmortem.en",
        "kept",
        "[incident]\ntitle = 'Checkout was down'\n",
    );
    let open_to_all =
        |path: &std::path::Path| fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    let session = desk.data().join("sessions").join(&id);
    for path in [
        desk.path(),
        &desk.data(),
        &desk.data().join("sessions"),
        &session,
        &session.join("generations"),
    ] {
        open_to_all(path);
    }
    for file in ["session.toml", "questionnaire.toml"] {
        fs::set_permissions(session.join(file), fs::Permissions::from_mode(0o644)).unwrap();
    }
    let Some(stranger) = stranger() else {
        // Root may write anywhere, and there is no way here to be somebody else.
        eprintln!("skipped: no other user to be");
        return;
    };
    let run = |arguments: &[&str]| {
        let mut command = assert_cmd::Command::new("setpriv");
        command
            .args(stranger)
            .arg(assert_cmd::cargo_bin!("tigang"))
            .args(arguments)
            .env("LANG", "C")
            .env_remove("LC_ALL")
            .env_remove("TIGANG_LANG")
            .env("TIGANG_DATA_DIR", desk.data())
            .env("TIGANG_CONFIG_DIR", desk.path().join("config"))
            .current_dir(desk.path());
        Run::of(&mut command)
    };
    assert!(run(&["list"]).out.contains("kept"));
    let exported = run(&["export", &id, "-o", "-"]);
    assert!(
        exported.code == 0 && exported.out.contains("Checkout was down"),
        "{exported:?}"
    );
    assert_eq!(run(&["answers", &id]).code, 0);
    let refused: [(&[&str], &str); 6] = [
        (&["new", "postmortem.en"], "permission denied"),
        (&["copy", &id], "permission denied"),
        (&["rename", &id, "x"], "It can be read but not changed."),
        (&["delete", &id], "permission denied"),
        (&["export", &id], "Cannot write kept.txt: permission denied"),
        (
            &["export", &id, "-o", "/dev/full"],
            "Cannot write /dev/full: the disk is full",
        ),
    ];
    for (arguments, says) in refused {
        let refused = run(arguments);
        assert_eq!(refused.code, 1, "{arguments:?}: {refused:?}");
        assert!(refused.err.contains(says), "{arguments:?}: {refused:?}");
    }
    assert!(run(&["list"]).out.contains("kept"));
}

/// The options of `setpriv` to run the program as somebody who may not write what this process has written; `None`
/// where that cannot be had.
#[cfg(unix)]
fn stranger() -> Option<[&'static str; 3]> {
    let options = ["--reuid=65534", "--regid=65534", "--clear-groups"];
    let mut command = std::process::Command::new("setpriv");
    command
        .args(options)
        .arg(assert_cmd::cargo_bin!("tigang"))
        .arg("--version");
    let runs = command.output().is_ok_and(|output| output.status.success());
    runs.then_some(options)
}
