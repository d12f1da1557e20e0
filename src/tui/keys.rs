//! The keys in force: those of the command table, with what the person has changed.

#[cfg(test)]
mod tests;
mod typing;
mod way_out;

use super::app::Looks;
use super::command::{Command, Context, Row, TABLE};
use super::key::Key;
use crate::settings::{KeyChange, Mistake};
use crate::text::similar::similar;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// What is wrong, and at which bytes of the person's file.
type Misplaced = (Range<usize>, Mistake);

/// Which key gives which command where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys(Vec<Binding>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Binding {
    command: Command,
    context: Context,
    key: Key,
    /// Where the person has set it, in bytes of their file; `None` for one of the table.
    set_at: Option<Range<usize>>,
}

/// What a person has changed: the keys that a command has in a context.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    command: Command,
    context: Context,
    bindings: Vec<Binding>,
    /// Where it stands in the person's file, in bytes.
    at: Range<usize>,
}

impl Change {
    /// Where the first of its keys that are such stands in the person's file.
    fn first_key(&self, is_such: impl Fn(Key) -> bool) -> Option<(Key, Range<usize>)> {
        let found = self.bindings.iter().find(|binding| is_such(binding.key))?;
        Some((found.key, found.set_at.clone().unwrap_or_else(|| self.at.clone())))
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
                    set_at: None,
                })
            })
        });
        Self(bindings.collect())
    }
}

impl Keys {
    /// The keys of the table with a person's changes, and what is wrong with those, with its bytes in the person's file. A
    /// change with anything wrong in it is none; the rest of them hold.
    pub fn with(changes: &[KeyChange]) -> (Self, Vec<(Range<usize>, Mistake)>) {
        // The table by itself is sound, as a test says, and nobody waits for that at the start of the program.
        if changes.is_empty() {
            return (Self::default(), Vec::new());
        }
        let (mut sound, mut mistakes) = (Vec::new(), Vec::new());
        for change in changes {
            match read(change).and_then(typing::leaves_typing) {
                Ok(change) => sound.push(change),
                Err(mistake) => mistakes.push(mistake),
            }
        }
        // What each change does by itself is known; what they do together is seen on the whole.
        loop {
            let (keys, conflicts) = Self::changed(&sound);
            let spoils = typing::spoils_paragraphs(&keys, &sound).or_else(|| way_out::closes(&keys, &sound));
            let Some((change, mistake)) = spoils else {
                mistakes.extend(conflicts);
                return (keys, mistakes);
            };
            sound.remove(change);
            mistakes.push(mistake);
        }
    }

    /// The keys of the table with changes, and the conflicts between them.
    fn changed(changes: &[Change]) -> (Self, Vec<Misplaced>) {
        let mut keys = Self::default();
        for change in changes {
            keys.rebind(change);
        }
        let conflicts = keys.resolve_conflicts();
        (keys, conflicts)
    }

    fn rebind(&mut self, change: &Change) {
        self.0
            .retain(|binding| (binding.command, binding.context) != (change.command, change.context));
        // What a person has chosen goes before what the table gives to others.
        self.0.splice(0..0, change.bindings.iter().cloned());
    }

    /// Whether a key gives a command in these contexts.
    fn gives(&self, command: Command, contexts: &[Context]) -> bool {
        self.first(command, contexts).is_some()
    }

    /// Leaves each key in each context with one command.
    fn resolve_conflicts(&mut self) -> Vec<Misplaced> {
        let mut taken: HashMap<(Context, Key), Binding> = HashMap::with_capacity(self.0.len());
        let mut mistakes = Vec::new();
        self.0.retain(|binding| {
            let place = (binding.context, binding.key);
            match taken.get(&place) {
                Some(kept) if kept.command != binding.command => {
                    let mistake = Mistake::Conflict {
                        key: binding.key.to_string(),
                        context: binding.context.name(),
                        kept: config_name(kept.command),
                        lost: config_name(binding.command),
                    };
                    let set_at = binding.set_at.clone().or_else(|| kept.set_at.clone());
                    mistakes.push((set_at.unwrap_or_default(), mistake));
                    false
                }
                _ => {
                    taken.insert(place, binding.clone());
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

/// The command that a change is about, where, and with which keys.
fn read(change: &KeyChange) -> Result<Change, Misplaced> {
    let context = Context::from_name(change.context.get_ref()).ok_or_else(|| unknown_context(change))?;
    let is_meant = |row: &&Row| row.config_name() == *change.command.get_ref();
    let row = TABLE
        .iter()
        .find(is_meant)
        .ok_or_else(|| unknown_command(change))?;
    let binding = |name: &toml::Spanned<String>| {
        let no_key = |()| {
            let name = name.get_ref().clone();
            Mistake::UnknownKey { name }
        };
        let key = name.get_ref().parse().map_err(no_key);
        key.map(|key| Binding {
            command: row.command,
            context,
            key,
            set_at: Some(name.span()),
        })
        .map_err(|mistake| (name.span(), mistake))
    };
    let bindings: Result<Vec<Binding>, _> = change.keys.iter().map(binding).collect();
    Ok(Change {
        command: row.command,
        context,
        bindings: bindings?,
        at: change.command.span(),
    })
}

fn unknown_context(change: &KeyChange) -> Misplaced {
    let (name, known) = (change.context.get_ref(), Context::names());
    let mistake = Mistake::UnknownContext {
        name: name.clone(),
        suggestion: similar(name, known.iter().copied()),
        known,
    };
    (change.context.span(), mistake)
}

fn unknown_command(change: &KeyChange) -> Misplaced {
    let name = change.command.get_ref();
    let known: Vec<String> = TABLE.iter().map(Row::config_name).collect();
    let mistake = Mistake::UnknownCommand {
        name: name.clone(),
        suggestion: similar(name, known.iter().map(String::as_str)),
    };
    (change.command.span(), mistake)
}
