//! Answers files that are too much of something.

use super::timed;
use crate::cli::desk::{Desk, Run};

const QUESTIONNAIRE: &str = "format = 1\ntitle = 'x'\n[a]\nask = '?'\n";

#[test]
fn answers_files_that_are_too_much_are_refused_in_a_few_words() {
    let desk = Desk::new();
    desk.file("small.toml", QUESTIONNAIRE);
    let many = |line: fn(usize) -> String| (0..100_000).map(line).collect::<String>();
    desk.file("unknown.toml", many(|i| format!("u{i} = 1\n")));
    desk.file("foreign.toml", many(|i| format!("[[a]]\nv{i} = 1\n")));
    let apart = many(|i| format!("[u{i}.b]\n")) + &many(|i| format!("[u{i}]\n"));
    desk.file("apart.toml", apart);
    desk.file("brackets.toml", format!("a = {}", "[".repeat(5_000_000)));
    for (file, expected) in [
        ("unknown.toml", "Misfits: 100000."),
        ("foreign.toml", "does not fit the questionnaire"),
        (
            "apart.toml",
            "apart.toml, line 100101, column 1: the file jumps back and forth",
        ),
        (
            "brackets.toml",
            "brackets.toml, line 1, column 4000001: the file holds more than 4000000",
        ),
        (
            "/dev/zero",
            "/dev/zero, line 1, column 1: the file is larger than 64 MiB",
        ),
    ] {
        let mut program = desk.program();
        let run = timed(file, || {
            Run::of(program.args(["render", "small.toml", "--answers", file]))
        });
        assert_eq!(run.code, 1, "{file}");
        assert!(run.err.contains(expected), "{file}: {}", run.err);
        assert!(
            run.err.lines().count() < 110,
            "{file}: {} lines",
            run.err.lines().count()
        );
    }
}
