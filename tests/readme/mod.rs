//! The README says what the program does: its table of keys is the program's own.

use std::fs;
use std::path::Path;
use tigang::messages::Locale;
use tigang::tui::command::Context;
use tigang::tui::keys::Keys;

/// The lines between which the table of keys stands.
const MARKS: (&str, &str) = ("<!-- keys -->\n", "<!-- /keys -->");

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
