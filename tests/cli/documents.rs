//! Documents: from an answers file, from a session, and the same from both.

use super::desk::{Desk, Run};
use std::fs;
use std::path::{Path, PathBuf};

/// Every case of `tests/cases/assembly`: the questionnaire as the command line names it, answers, expected text.
fn cases() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/assembly");
    let mut cases = Vec::new();
    for entry in fs::read_dir(root).unwrap() {
        let case = entry.unwrap().path();
        let questionnaire = match fs::read_to_string(case.join("questionnaire")) {
            Ok(name) => name.trim().to_owned(),
            Err(_) => case.join("questionnaire.toml").display().to_string(),
        };
        let expected = fs::read_to_string(case.join("expected.txt")).unwrap();
        cases.push((questionnaire, case.join("answers.toml"), expected));
    }
    assert!(cases.len() > 30, "{} cases", cases.len());
    cases
}

#[test]
fn an_answers_file_becomes_the_expected_text() {
    let desk = Desk::new();
    for (questionnaire, answers, expected) in cases() {
        let answers = answers.display().to_string();
        assert_eq!(
            desk.ok(["render", &questionnaire, "--answers", &answers]),
            expected,
            "{answers}"
        );
    }
}

#[test]
fn an_answers_file_may_write_numbers_and_dates_as_people_do() {
    let desk = Desk::new();
    desk.file(
        "kinds.toml",
        "format = 1\ntitle = 't'\nlanguage = 'en'\n[n]\nask = 'n?'\nkind = 'number'\n[y]\nask = 'y?'\nkind = 'year'\n\
         [m]\nask = 'm?'\nkind = 'month'\n[b]\nask = 'b?'\nkind = 'yes-no'\n[l]\nask = 'l?'\n",
    );
    let written = "n = '１,２００'\ny = '２０２６'\nm = '2021年7月'\nb = '是'\nl = '１２'\n";
    let id = desk.start("kinds.toml", "t", written);
    let kept = "n = 1200\ny = 2026\nm = '2021-07'\nb = true\nl = '１２'\n";
    assert_eq!(desk.ok(["answers", &id]).replace('"', "'"), kept);
}

#[test]
fn the_answers_of_a_session_render_to_what_it_exports() {
    let desk = Desk::new();
    for (questionnaire, answers, _) in cases() {
        let answers = answers.display().to_string();
        let id = desk.ok(["new", &questionnaire, "--answers", &answers]);
        let exported = desk.ok(["export", id.trim(), "-o", "-"]);
        let back = desk.ok(["answers", id.trim()]);
        let render = |answers: &str| {
            let mut program = desk.program();
            Run::of(
                program
                    .args(["render", &questionnaire, "--answers", "-"])
                    .write_stdin(answers),
            )
        };
        assert_eq!(render(&back).out, exported, "{answers}\n{back}");
        // And once more: nothing changes on the way.
        let mut program = desk.program();
        let again = Run::of(
            program
                .args(["new", &questionnaire, "--answers", "-"])
                .write_stdin(back.as_str()),
        );
        assert_eq!(desk.ok(["answers", again.out.trim()]), back, "{answers}");
    }
}

/// A questionnaire of two paragraphs.
const TWO: &str = "format = 1\ntitle = 't'\n[a]\nask = '?'\n[b]\nask = '?'\n[c]\nask = '?'\n";

#[test]
fn options_of_plain_text() {
    let desk = Desk::new();
    desk.file("two.toml", TWO);
    desk.file("answers.toml", "a = '一'\nb = '二'\n");
    let id = desk.ok(["new", "two.toml", "--answers", "answers.toml"]);
    let cases: [(&[&str], &str); 8] = [
        (&[], "　　一\n　　二\n"),
        (&["--crlf"], "　　一\r\n　　二\r\n"),
        (&["--bom"], "\u{feff}　　一\n　　二\n"),
        (&["--indent", ""], "一\n二\n"),
        (&["--indent", "  "], "  一\n  二\n"),
        (&["--gap", "1"], "　　一\n\n　　二\n"),
        (&["--format", "text"], "　　一\n　　二\n"),
        (
            &["--crlf", "--bom", "--indent=", "--gap=2"],
            "\u{feff}一\r\n\r\n\r\n二\r\n",
        ),
    ];
    for (options, expected) in cases {
        let render = ["render", "two.toml", "--answers", "answers.toml"];
        let export = ["export", id.trim(), "-o", "-"];
        for command in [&render[..], &export[..]] {
            let run = desk.run(command.iter().chain(options).copied());
            assert_eq!(run.out, expected, "{command:?} {options:?}");
            assert_eq!(
                (run.code, run.err.as_str()),
                (0, "tigang: 1 unanswered.\n"),
                "{options:?}"
            );
        }
    }
}

#[test]
fn a_file_is_written_whole_or_not_at_all_and_never_over_another_unasked() {
    let desk = Desk::new();
    desk.file("two.toml", TWO);
    let id = desk.start("two.toml", "甲/乙 2026", "a = '一'\nb = '二'\nc = '三'\n");
    let expected = "　　一\n　　二\n　　三\n";

    // Without -o, a file named after the session.
    let run = desk.run(["export", &id]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{run:?}");
    assert_eq!(run.err, "tigang: Exported to 甲-乙 2026.txt\n");
    assert_eq!(desk.read("甲-乙 2026.txt"), expected);
    // In a folder, by the same name.
    std::fs::create_dir(desk.path().join("文稿")).unwrap();
    desk.ok(["export", &id, "-o", "文稿"]);
    assert_eq!(desk.read("文稿/甲-乙 2026.txt"), expected);
    let again = desk.run(["export", &id, "-o", "文稿"]);
    assert!(
        again.code == 1 && again.err.contains("exists already"),
        "{again:?}"
    );
    // Without a session, the one saved last.
    desk.ok(["export", "-o", "latest.txt"]);
    assert_eq!(desk.read("latest.txt"), expected);

    desk.file("old.txt", "old");
    for (arguments, code, says) in [
        (
            ["export", "-o", "old.txt"],
            1,
            "old.txt exists already and was not written over.",
        ),
        (
            ["export", "-o", "nowhere/x.txt"],
            1,
            "Cannot write nowhere/x.txt: there is no folder nowhere. Make it first",
        ),
        (
            ["export", "-o", "newcx/"],
            1,
            "Cannot write newcx/甲-乙 2026.txt: there is no folder newcx.",
        ),
        (
            ["export", "-o", "~/newcx/"],
            1,
            "/newcx/甲-乙 2026.txt: there is no folder /",
        ),
    ] {
        let run = desk.run(arguments);
        assert_eq!(run.code, code, "{run:?}");
        assert!(run.err.contains(says), "{run:?}");
    }
    assert_eq!(desk.read("old.txt"), "old");
    for nothing in ["newcx", "~"] {
        assert!(!desk.path().join(nothing).exists(), "{nothing}");
    }
    let run = desk.run(["pack", &id, "-o", "newcx/"]);
    assert!(
        run.code == 1 && run.err.contains("there is no folder newcx."),
        "{run:?}"
    );
    desk.ok(["pack", &id, "-o", "文稿/"]);
    assert!(desk.path().join("文稿/甲-乙 2026.tigang.tar").is_file());
    desk.ok(["export", "-o", "old.txt", "--force"]);
    assert_eq!(desk.read("old.txt"), expected);
    desk.file("answers.toml", "a = '一'\n");
    let render = ["render", "two.toml", "--answers", "answers.toml", "-o", "old.txt"];
    assert_eq!(desk.run(render).code, 1);
    desk.ok(render.into_iter().chain(["--force"]));
    assert_eq!(desk.read("old.txt"), "　　一\n");
}

#[test]
fn what_is_missing_or_wrong_is_said_aside() {
    let desk = Desk::new();
    desk.file(
        "kinds.toml",
        "format = 1\ntitle = 't'\n[day]\nask = 'Which day?'\nkind = 'date'\n[many]\nask = 'How many'\nkind = 'number'\nmax = 3\n\
         [why]\nask = 'Why?'\nwhen = { many = 2 }\n[fails]\ntext = '{{ 1 // 0 }}'\n",
    );
    desk.file("answers.toml", "day = 'soon'\nmany = 9\nwhy = 'because'\n");
    let run = desk.run(["render", "kinds.toml", "--answers", "answers.toml"]);
    let says = [
        "tigang: 2 with something wrong.\n",
        "tigang: Which day? this takes a day, such as 2021-07-03 or July 3, 2021 (day)\n",
        "tigang: How many: not above 3 (many)\n",
        "tigang: Not printed, because a condition does not hold or a pair does not match:\n  Why?  why\n",
        "tigang: The template of fails failed",
    ];
    for words in says {
        assert!(run.err.contains(words), "{words}: {run:?}");
    }
    // The text is there all the same; but a template that fails is a failure.
    assert_eq!(run.code, 1);
    assert!(run.out.contains('9'), "{run:?}");
}

#[test]
fn nothing_of_the_writer_is_changed_on_the_way_into_a_pipe() {
    let desk = Desk::new();
    desk.file("two.toml", TWO);
    let wild = "a = \"\\u001b[31m红\\u202e\\u0000\\t.\"\n";
    let id = desk.start("two.toml", "wild", wild);
    assert_eq!(
        desk.ok(["export", &id, "-o", "-", "--indent", ""]),
        "\u{1b}[31m红\u{202e}\0\t.\n"
    );
}
