//! The keys in force: those of the command table, with what the person has changed.

use super::app::Looks;
use super::command::{Command, Context, Row, TABLE};
use super::key::Key;
use crate::messages::Locale;
use std::collections::{BTreeMap, HashSet};
use toml::Table;

/// Which key gives which command where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys(Vec<Binding>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Binding {
    command: Command,
    context: Context,
    key: Key,
}

/// Something wrong in the person's table of keys. The rest of it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyMistake {
    /// There is no such context; with those that there are.
    UnknownContext(String),
    /// There is no such command in any context.
    UnknownCommand(String),
    /// This is no key.
    UnknownKey(String),
    /// A command takes a key's name or a list of them.
    NotKeys(String),
    /// One key for two commands in one context; the first keeps it.
    Conflict {
        /// The key.
        key: String,
        /// The context.
        context: String,
        /// The command that keeps it.
        kept: String,
        /// The command that goes without.
        lost: String,
    },
}

impl KeyMistake {
    /// What is wrong, and what holds instead.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::UnknownContext(name) => locale.key_unknown_context(name, Context::names().join(" ")),
            Self::UnknownCommand(name) => locale.key_unknown_command(name),
            Self::UnknownKey(name) => locale.key_unknown_key(name),
            Self::NotKeys(name) => locale.key_not_keys(name),
            Self::Conflict {
                key,
                context,
                kept,
                lost,
            } => locale.key_conflict(key, context, kept, lost),
        }
    }
}

impl Default for Keys {
    fn default() -> Self {
        let bindings = TABLE.iter().flat_map(|row| {
            row.keys.iter().flat_map(move |(context, keys)| {
                keys.iter().map(move |key| Binding {
                    command: row.command,
                    context: *context,
                    key: *key,
                })
            })
        });
        Self(bindings.collect())
    }
}

impl Keys {
    /// The keys of the table with a person's changes: `[context]` tables of `command = "Key"` or a list of keys, which
    /// takes the place of all the command's keys in that context; an empty list leaves it without.
    pub fn with(changes: &Table) -> (Self, Vec<KeyMistake>) {
        let mut keys = Self::default();
        let mut mistakes = Vec::new();
        for (context_name, commands) in changes {
            let Some(context) = Context::from_name(context_name) else {
                mistakes.push(KeyMistake::UnknownContext(context_name.clone()));
                continue;
            };
            for (name, value) in commands.as_table().into_iter().flatten() {
                let Some(row) = TABLE.iter().find(|row| row.config_name() == *name) else {
                    mistakes.push(KeyMistake::UnknownCommand(name.clone()));
                    continue;
                };
                match read_keys(value) {
                    Ok(new) => keys.rebind(row.command, context, new),
                    Err(mistake) => {
                        mistakes.push(mistake.unwrap_or_else(|| KeyMistake::NotKeys(name.clone())))
                    }
                }
            }
        }
        mistakes.extend(keys.resolve_conflicts());
        (keys, mistakes)
    }

    fn rebind(&mut self, command: Command, context: Context, keys: Vec<Key>) {
        self.0
            .retain(|binding| (binding.command, binding.context) != (command, context));
        // What a person has chosen goes before what the table gives to others.
        let own = keys.into_iter().map(|key| Binding {
            command,
            context,
            key,
        });
        self.0.splice(0..0, own);
    }

    /// Leaves each key in each context with one command.
    fn resolve_conflicts(&mut self) -> Vec<KeyMistake> {
        let mut taken: BTreeMap<(&'static str, String), Command> = BTreeMap::new();
        let mut mistakes = Vec::new();
        self.0.retain(|binding| {
            let place = (binding.context.name(), binding.key.to_string());
            match taken.get(&place) {
                Some(kept) if *kept != binding.command => {
                    mistakes.push(KeyMistake::Conflict {
                        key: place.1,
                        context: place.0.to_owned(),
                        kept: config_name(*kept),
                        lost: config_name(binding.command),
                    });
                    false
                }
                _ => {
                    taken.insert(place, binding.command);
                    true
                }
            }
        });
        mistakes
    }

    /// The command that a key gives: the innermost context that knows the key wins.
    pub fn lookup(&self, contexts: &[Context], key: Key) -> Option<Command> {
        contexts.iter().find_map(|context| {
            let gives = |binding: &&Binding| binding.context == *context && binding.key == key;
            self.0.iter().find(gives).map(|binding| binding.command)
        })
    }

    /// The keys that give a command in these contexts.
    pub fn of(&self, command: Command, contexts: &[Context]) -> Vec<Key> {
        let in_force = self.in_force(contexts);
        let gives = in_force.into_iter().filter(|(_, given)| *given == command);
        gives.map(|(key, _)| key).collect()
    }

    /// Every key that gives something in these contexts, with what it gives: the innermost ones first.
    fn in_force(&self, contexts: &[Context]) -> Vec<(Key, Command)> {
        let mut taken = HashSet::new();
        let bindings = contexts
            .iter()
            .flat_map(|context| self.0.iter().filter(|binding| binding.context == *context));
        bindings
            .filter(|binding| taken.insert(binding.key))
            .map(|binding| (binding.key, binding.command))
            .collect()
    }

    /// The key by which the person is told of a command in these contexts; `None` where they left it without.
    pub fn first(&self, command: Command, contexts: &[Context]) -> Option<Key> {
        let gives = |binding: &&Binding| {
            let holds = binding.command == command && contexts.contains(&binding.context);
            holds && self.lookup(contexts, binding.key) == Some(command)
        };
        self.0.iter().find(gives).map(|binding| binding.key)
    }

    /// How the person is told which key gives a command in a context: the key's name, or else the command's.
    pub fn in_words(&self, command: Command, context: Context, looks: &Looks) -> String {
        let key = self.first(command, &[context, Context::Anywhere]);
        let key = key.map(|key| key.in_words(looks.locale, looks.glyphs.ascii));
        key.unwrap_or_else(|| {
            let help = super::command::row(command).map_or("", |row| (row.help)(looks.locale));
            looks.locale.key_none(help)
        })
    }

    /// The commands that have keys in a context of its own, in the order of the table, with those keys.
    pub fn own(&self, context: Context) -> Vec<(&'static Row, Vec<Key>)> {
        let keys = |row: &'static Row| {
            let of_row = |binding: &&Binding| (binding.command, binding.context) == (row.command, context);
            let keys: Vec<Key> = self.0.iter().filter(of_row).map(|binding| binding.key).collect();
            (!keys.is_empty()).then_some((row, keys))
        };
        TABLE.iter().filter_map(keys).collect()
    }

    /// The commands that a footer would show in these contexts, each with its first key: those of the innermost context
    /// first, then those that matter most.
    pub fn wanted_in_footer(&self, contexts: &[Context]) -> Vec<(&'static Row, Key)> {
        let in_force = self.in_force(contexts);
        let is_inner = |key: &Key| {
            let own = |binding: &Binding| Some(&binding.context) == contexts.first() && binding.key == *key;
            self.0.iter().any(own)
        };
        let key_of = |row: &Row| in_force.iter().find(|(_, given)| *given == row.command);
        let mut rows: Vec<(bool, &Row, Key)> = TABLE
            .iter()
            .filter(|row| row.footer > 0)
            .filter_map(|row| key_of(row).map(|(key, _)| (is_inner(key), row, *key)))
            .collect();
        rows.sort_by_key(|(is_inner, row, _)| std::cmp::Reverse((*is_inner, row.footer)));
        rows.into_iter().map(|(_, row, key)| (row, key)).collect()
    }
}

fn config_name(command: Command) -> String {
    super::command::row(command)
        .map(Row::config_name)
        .unwrap_or_default()
}

/// The keys in a value; `Err(None)` where it is neither a name nor a list of names.
fn read_keys(value: &toml::Value) -> Result<Vec<Key>, Option<KeyMistake>> {
    let key = |name: &str| {
        name.parse::<Key>()
            .map_err(|()| Some(KeyMistake::UnknownKey(name.to_owned())))
    };
    match value {
        toml::Value::String(name) => Ok(vec![key(name)?]),
        toml::Value::Array(names) => names.iter().map(|name| key(name.as_str().ok_or(None)?)).collect(),
        _ => Err(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(changes: &str) -> (Keys, Vec<KeyMistake>) {
        Keys::with(&toml::from_str(changes).unwrap())
    }

    #[test]
    fn a_person_can_change_keys() {
        let interview = [Context::Text, Context::Interview, Context::Anywhere];
        for (changes, key, command) in [
            ("[interview]\nnext = 'F5'", "F5", Some(Command::Next)),
            ("[interview]\nnext = 'F5'", "Tab", None),
            ("[interview]\nnext = ['F5', 'Tab']", "Tab", Some(Command::Next)),
            ("[interview]\nnext = []", "Tab", None),
            ("[text]\nnext-open = 'Ctrl+W'", "Ctrl+W", Some(Command::NextOpen)),
        ] {
            assert_eq!(
                with(changes).0.lookup(&interview, key.parse().unwrap()),
                command,
                "{changes} {key}"
            );
        }
    }

    #[test]
    fn what_is_wrong_is_told_and_the_rest_holds() {
        for (changes, mistakes) in [
            ("[nowhere]\nnext = 'F5'", "[UnknownContext(\"nowhere\")]"),
            ("[interview]\nfly = 'F5'", "[UnknownCommand(\"fly\")]"),
            ("[interview]\nnext = 'Hyper+X'", "[UnknownKey(\"Hyper+X\")]"),
            ("[interview]\nnext = 3", "[NotKeys(\"next\")]"),
            (
                "[interview]\nnext = 'Ctrl+G'",
                "[Conflict { key: \"Ctrl+G\", context: \"interview\", kept: \"next\", lost: \"focus-outline\" }]",
            ),
        ] {
            assert_eq!(format!("{:?}", with(changes).1), mistakes, "{changes}");
        }
        assert_eq!(Keys::with(&Table::new()), (Keys::default(), Vec::new()));
    }

    #[test]
    fn no_key_gives_two_commands_in_one_context() {
        assert_eq!(Keys::default().resolve_conflicts(), []);
    }

    #[test]
    fn inner_contexts_win() {
        let text = [Context::Text, Context::Interview, Context::Anywhere];
        let line = [
            Context::Line,
            Context::Text,
            Context::Interview,
            Context::Anywhere,
        ];
        let outline = [Context::Outline, Context::Interview, Context::Anywhere];
        for (contexts, key, command) in [
            (text.as_slice(), "Enter", Some(Command::NewLine)),
            (&line, "Enter", Some(Command::Next)),
            (&text, "Tab", Some(Command::Next)),
            (&text, "F1", Some(Command::Help)),
            (&text, "?", None),
            (&outline, "Enter", Some(Command::Choose)),
        ] {
            assert_eq!(
                Keys::default().lookup(contexts, key.parse().unwrap()),
                command,
                "{key}"
            );
        }
    }
}
