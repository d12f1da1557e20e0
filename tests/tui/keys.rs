//! Keys that the person has changed: every screen names the new ones, and no screen an old one.

use super::desk::{Desk, QUESTIONNAIRE};
use std::collections::{BTreeSet, HashMap, HashSet};
use tigang::messages::Locale;
use tigang::settings;
use tigang::text::AmbiguousWidth;
use tigang::tui::action::Action;
use tigang::tui::command::{Command, Context, TABLE};
use tigang::tui::keys::Keys;

const MORE: &str = r#"
[more]
heading = "其他"
[more.secret]
ask = "说不出口的？"
sensitive = true
[more.house]
ask = "哪些房子？"
kind = "choices"
choices = ["东边", "西边"]
other = true
required = false
[more.list]
ask = "哪些书？"
kind = "list"
"#;

const ANSWERS: &str = r#"
[opening]
since = "2021-07"
body = "由县委任命，说“是”——不是……"
[[problems.problem]]
id = "a"
name = "学习不深"
facts = "今年到县里调研六次。"
[[problems.problem]]
id = "b"
[more]
secret = "秘密"
"#;

/// A table of keys in which every command has another one, everywhere: `F51`, `F52` and so on.
fn all_changed() -> String {
    let mut number = 50;
    let mut changes = toml::Table::new();
    for row in TABLE {
        for (context, _) in row.keys {
            number += 1;
            let commands = changes
                .entry(context.name())
                .or_insert_with(|| toml::Table::new().into());
            let commands = commands.as_table_mut().unwrap();
            commands.insert(row.config_name(), format!("F{number}").into());
        }
    }
    toml::Table::from_iter([("keys".to_owned(), changes.into())]).to_string()
}

fn keys(settings: &str) -> Keys {
    let reading = settings::parse(settings);
    assert_eq!(reading.mistakes, []);
    let (keys, mistakes) = Keys::with(&reading.settings.keys);
    assert_eq!(mistakes, []);
    keys
}

/// All ways to write the keys of the table, but for those that are single characters.
fn old_names() -> BTreeSet<String> {
    let keys = || TABLE.iter().flat_map(|row| row.keys).flat_map(|(_, keys)| *keys);
    let written = keys().flat_map(|key| {
        let words = [Locale::Zh, Locale::En].map(|locale| key.in_words(locale, false));
        [key.to_string(), key.short(false), key.short(true)]
            .into_iter()
            .chain(words)
    });
    written.filter(|name| name.chars().count() > 1).collect()
}

/// Whether a name stands in a text by itself, not as part of a longer one.
fn names(text: &str, name: &str) -> bool {
    let goes_on = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let around: Vec<&str> = text.split(name).collect();
    let mut gaps = around.windows(2);
    gaps.any(|sides| !goes_on(sides[0].chars().next_back()) && !goes_on(sides[1].chars().next()))
}

fn desk(locale: Locale, keys: &Keys) -> Desk {
    let source = format!("{QUESTIONNAIRE}{MORE}");
    let mut desk = Desk::on(&source, ANSWERS, (120, 36), AmbiguousWidth::One);
    desk.app.looks.locale = locale;
    desk.app.use_keys(keys.clone());
    desk
}

#[test]
fn no_screen_names_a_key_that_was_changed() {
    names_no_old_key(Locale::Zh);
}

#[test]
fn no_screen_in_english_names_a_key_that_was_changed() {
    names_no_old_key(Locale::En);
}

/// Gives every command at every stop and in every pane, and looks at what is then on the screen.
fn names_no_old_key(locale: Locale) {
    let keys = keys(&all_changed());
    let old = old_names();
    let mut seen = HashSet::new();
    let mut look = |desk: &mut Desk, after: &str| {
        for line in desk.screen().lines() {
            if seen.contains(line) {
                continue;
            }
            let named = old.iter().find(|name| names(line, name));
            assert_eq!(named, None, "{after}: {line}");
            seen.insert(line.to_owned());
        }
    };
    for (way, stops) in [
        (vec![], usize::MAX),
        (vec![Command::FocusOutline], 4),
        (vec![Command::FocusPage], 1),
        (vec![Command::Pairs], 1),
        (vec![Command::Pairs, Command::Right], 1),
    ] {
        let mut desk = desk(locale, &keys);
        let all = desk.app.interview().unwrap().stops.len();
        for _ in 0..stops.min(all) {
            for row in TABLE.iter().filter(|row| row.command != Command::Next) {
                for command in way.iter().chain([&row.command]) {
                    desk.act(Action::Command(*command));
                }
                look(&mut desk, row.name);
                let contexts = desk.app.contexts();
                let is_known = Context::stacks().any(|stack| stack == contexts);
                assert!(is_known, "{}: {contexts:?}", row.name);
                while !desk.app.dialogs.is_empty() {
                    desk.act(Action::Command(Command::Back));
                }
                desk.app.leaving = None;
            }
            desk.act(Action::Command(Command::Next));
        }
        desk.act(Action::LeaveFailed("磁盘已满。".to_owned().into()));
        look(&mut desk, "leaving");
    }
}

#[test]
fn words_name_the_keys_in_force() {
    let changed =
        "[keys.interview]\nundo = 'F30'\nremoved = 'Ctrl+Up'\n[keys.picker]\ntake = 'Space'\ntoggle = []";
    let mut desk = desk(Locale::Zh, &keys(changed));
    desk.act(Action::Command(Command::Next));
    desk.act(Action::Command(Command::Next));
    desk.press("F8 y");
    let screen = desk.screen();
    assert!(screen.contains("已移除；^↑ 可以找回，F30 撤销。"), "{screen}");
    // A command that was left without a key is named itself.
    assert_eq!(desk.app.hints.pick, "“选或不选”或数字键选定");
    assert!(
        desk.app.hints.own_words.contains("空格填作"),
        "{}",
        desk.app.hints.own_words
    );
}

#[test]
fn the_lowest_row_shows_whole_commands_and_always_help() {
    for locale in [Locale::Zh, Locale::En] {
        for keys in ["", "Ctrl+G", "Ctrl+P", "Ctrl+T", "F8", "Ctrl+K", "Ctrl+F", "F1"] {
            let mut desk = desk(locale, &Keys::default());
            if !keys.is_empty() {
                desk.press(&format!("Tab Tab {keys}"));
            }
            for width in (40..=130).step_by(3) {
                desk.resize(width, 12);
                let screen = desk.screen();
                let row = screen.lines().next_back().unwrap_or_default().trim();
                // What is done one way and the other stands there together.
                for (one, other) in [
                    (Command::MoveUp, Command::MoveDown),
                    (Command::FindNext, Command::FindPrevious),
                    (Command::Yes, Command::No),
                ] {
                    let items = desk.app.footer.items();
                    let has = |command| items.iter().any(|item| item.command == command);
                    assert_eq!(has(one), has(other), "{width} {keys}: {row}");
                }
                let help = desk.app.looks.locale.command_help();
                assert!(row.ends_with(help), "{width} {keys}: {row}");
                for piece in row.split("  ") {
                    let does = piece.split_once(' ').map_or("", |(_, does)| does);
                    let on = "问题";
                    let named = [
                        locale.add_one_of(on),
                        locale.remove_one_of(on),
                        locale.copy_one_of(on),
                    ];
                    let is_whole = TABLE.iter().any(|row| (row.help)(locale) == does)
                        || named.iter().any(|named| named == does);
                    assert!(is_whole, "{width} {keys}: {piece}");
                }
            }
        }
    }
}

#[test]
fn no_two_commands_that_can_be_given_in_one_place_read_alike() {
    let keys = Keys::default();
    for (locale, stack) in [Locale::Zh, Locale::En]
        .into_iter()
        .flat_map(|locale| Context::stacks().map(move |stack| (locale, stack)))
    {
        let mut read = HashMap::new();
        for row in TABLE.iter().filter(|row| !keys.of(row.command, stack).is_empty()) {
            let other = read.insert((row.help)(locale), row.name);
            assert_eq!(
                other,
                None,
                "{stack:?}: {} reads {}",
                row.name,
                (row.help)(locale)
            );
        }
    }
}

#[test]
fn no_message_has_a_key_written_into_it() {
    let old = old_names();
    let tables = [
        include_str!("../../src/messages/tui.rs"),
        include_str!("../../src/messages/tui_past.rs"),
    ];
    let rows = tables.iter().flat_map(|table| table.lines());
    let rows = rows.filter(|row| !row.contains("key_enter {") && !row.contains("key_space {"));
    // Names of keys that are words of the language as well.
    let is_word =
        |name: &str| ["Home", "End", "Left", "Right", "Up", "Down", "Space", "Delete"].contains(&name);
    let faults: Vec<&str> = rows
        .filter(|row| old.iter().any(|name| !is_word(name) && names(row, name)))
        .collect();
    assert_eq!(faults, Vec::<&str>::new());
}
