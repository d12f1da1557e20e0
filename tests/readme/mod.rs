//! The README shows what the program does: its table of keys and its screen are the program's own.

use crate::tui::desk::Desk;
use std::fs;
use std::path::Path;
use tigang::messages::Locale;
use tigang::questionnaire::shipped;
use tigang::text::AmbiguousWidth;
use tigang::tui::action::Action;
use tigang::tui::command::Context;
use tigang::tui::keys::Keys;

/// The tables of keys as Markdown, one for each context below what it is called and its name in `config.toml`: every
/// command that has a key there, with its name for the same file.
fn reference() -> String {
    let keys = Keys::default();
    let mut tables = String::new();
    for context in Context::all() {
        let own = keys.own(context);
        if own.is_empty() {
            continue;
        }
        tables.push_str(&format!(
            "\n### {} {} `[keys.{}]`\n\n| 按键 Keys | 作用 | What it does | 命令 Command |\n|---|---|---|---|\n",
            context.title(Locale::Zh),
            context.title(Locale::En),
            context.name()
        ));
        for (row, given) in own {
            let given: Vec<String> = given.iter().map(|key| format!("`{key}`")).collect();
            let (zh, en) = ((row.help)(Locale::Zh), (row.help)(Locale::En));
            let name = row.config_name();
            tables.push_str(&format!("| {} | {zh} | {en} | `{name}` |\n", given.join(" ")));
        }
    }
    tables.push('\n');
    tables
}

/// A self-review as it is being written.
fn screen() -> String {
    let questionnaire = shipped::find("self-review.zh").unwrap();
    let answers = include_str!("../cases/assembly/self-review-full/answers.toml");
    let mut desk = Desk::on(questionnaire.source, answers, (120, 28), AmbiguousWidth::One);
    let interview = desk.app.interview_mut().unwrap();
    interview.session.name = "自查自评 2026".to_owned();
    // The second problem.
    for _ in 0..2 {
        while !desk.press("Tab").at().ends_with("facts") {}
    }
    desk.act(Action::Saved("07:39:12".to_owned()));
    format!("```\n{}\n```\n", desk.screen())
}

/// Compares what stands between two marks of the README with what should, or writes it anew.
#[track_caller]
fn stands_between(mark: &str, fresh: &str) {
    let (start, end) = (format!("<!-- {mark} -->\n"), format!("<!-- /{mark} -->"));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once(&start).expect("a start");
    let (present, after) = rest.split_once(&end).expect("an end");
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(&path, format!("{before}{start}{fresh}{end}{after}")).unwrap();
    } else {
        assert_eq!(
            present, fresh,
            "UPDATE_README=1 cargo test --test main readme -- --test-threads=1 writes it anew"
        );
    }
}

#[test]
fn the_table_of_keys_is_the_programs() {
    stands_between("keys", &reference());
}

#[test]
fn the_screen_is_the_programs() {
    stands_between("screen", &screen());
}
