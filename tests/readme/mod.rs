//! The README says what the program does: its table of keys is the program's own.

use std::fs;
use std::path::Path;
use tigang::messages::Locale;
use tigang::tui::command::{Context, TABLE};
use tigang::tui::keys::Keys;

/// The lines between which the table of keys stands.
const MARKS: (&str, &str) = ("<!-- keys -->\n", "<!-- /keys -->");

/// The table of keys as Markdown: every command that has a key, with its name for `config.toml`.
fn reference() -> String {
    let keys = Keys::default();
    let mut table = String::from(
        "| 按键（场合） Keys (where) | 作用 | What it does | `config.toml` |\n|---|---|---|---|\n",
    );
    for row in TABLE {
        // Each set of keys with where it holds, by the names that the contexts have in `config.toml`.
        let mut held: Vec<(Vec<String>, Vec<&str>)> = Vec::new();
        for context in Context::all() {
            let own = keys.own(context).into_iter();
            for (_, given) in own.filter(|(own, _)| own.command == row.command) {
                let given: Vec<String> = given.iter().map(|key| format!("`{key}`")).collect();
                match held.iter_mut().find(|(keys, _)| *keys == given) {
                    Some((_, contexts)) => contexts.push(context.name()),
                    None => held.push((given, vec![context.name()])),
                }
            }
        }
        let names: Vec<String> = held
            .iter()
            .map(|(keys, contexts)| format!("{} ({})", keys.join(" "), contexts.join(", ")))
            .collect();
        let (zh, en) = ((row.help)(Locale::Zh), (row.help)(Locale::En));
        table.push_str(&format!(
            "| {} | {zh} | {en} | `{}` |\n",
            names.join("<br>"),
            row.config_name()
        ));
    }
    table
}

#[test]
fn the_table_of_keys_is_the_programs() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once(MARKS.0).expect("a table of keys");
    let (table, after) = rest.split_once(MARKS.1).expect("an end of the table of keys");
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(
            &path,
            format!("{before}{}{}{}{after}", MARKS.0, reference(), MARKS.1),
        )
        .unwrap();
    } else {
        assert_eq!(
            table,
            reference(),
            "UPDATE_README=1 cargo test the_table_of_keys writes it anew"
        );
    }
}
