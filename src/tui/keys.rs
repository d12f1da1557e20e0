//! The keys in force: those of the command table, with what the person has changed.

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Locale;
    use crate::questionnaire::diagnostic::Wrong as _;

    fn with(text: &str) -> (Keys, Vec<Misplaced>) {
        let reading = crate::settings::parse(text);
        assert_eq!(reading.mistakes, [], "{text}");
        Keys::with(&reading.settings.keys)
    }

    #[test]
    fn a_person_can_change_keys() {
        let interview = [Context::Text, Context::Interview, Context::Anywhere];
        for (changes, key, command) in [
            ("[keys.interview]\nnext = 'F5'", "F5", Some(Command::Next)),
            ("[keys.interview]\nnext = 'F5'", "Tab", None),
            (
                "[keys.interview]\nnext = ['F5', 'Tab']",
                "Tab",
                Some(Command::Next),
            ),
            ("[keys.interview]\nnext = []", "Tab", None),
            (
                "[keys.text]\nnext-open = 'Ctrl+W'",
                "Ctrl+W",
                Some(Command::NextOpen),
            ),
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
        // What is changed, the code of what is wrong, the place where it is told.
        for (changes, code, at) in [
            ("[keys.nowhere]\nnext = 'F5'", "unknown-context", "nowhere"),
            ("nxet = 'F5'", "unknown-command", "nxet"),
            ("next = ['F5', 'Hyper+X']", "unknown-key", "'Hyper+X'"),
            // With a command of the table, and with another of the person's.
            ("next = 'Ctrl+G'", "key-conflict", "'Ctrl+G'"),
            ("next = 'F11'\nprevious = 'f11'", "key-conflict", "'F11'"),
            // What is typed.
            ("next = ['F5', 'n']", "key-for-typing", "'n'"),
            ("next = '7'", "key-for-typing", "'7'"),
            ("next = '下'", "key-for-typing", "'下'"),
            ("next = 'Space'", "key-for-typing", "'Space'"),
            ("[keys.anywhere]\nhelp = '?'", "key-for-typing", "'?'"),
            ("[keys.text]\ncut = 'x'", "key-for-typing", "'x'"),
            ("[keys.text]\ncut = 'Backspace'", "key-for-typing", "'Backspace'"),
            (
                "[keys.line]\nprevious = 'Backspace'",
                "key-for-typing",
                "'Backspace'",
            ),
            ("[keys.text]\nnext = 'Enter'", "key-for-typing", "'Enter'"),
            ("[keys.date]\ncalendar = 'c'", "key-for-typing", "'c'"),
            ("[keys.picker]\ntake = 'x'", "key-for-typing", "'x'"),
            ("[keys.find]\nreplace-all = 'a'", "key-for-typing", "'a'"),
            (
                "[keys.find]\nreplace-all = 'Backspace'",
                "key-for-typing",
                "'Backspace'",
            ),
            (
                "[keys.find-everywhere]\nreplace-all = 'Space'",
                "key-for-typing",
                "'Space'",
            ),
            ("[keys.menu]\ndown = 'j'", "key-for-typing", "'j'"),
            ("[keys.filter]\ndown = 'j'", "key-for-typing", "'j'"),
            ("[keys.prompt]\nchoose = 'Space'", "key-for-typing", "'Space'"),
            // What leads out.
            ("[keys.anywhere]\nback = []", "no-way-out", "back"),
            ("[keys.anywhere]\nback = 'Tab'", "no-way-out", "back"),
            (
                "[keys.reading]\nup = ['Esc', 'q', 'Enter']",
                "no-way-out",
                "'Esc'",
            ),
            ("[keys.anywhere]\nquit = 'Esc'", "no-way-out", "'Esc'"),
            ("[keys.text]\nselect-all = 'Esc'", "no-way-out", "'Esc'"),
            ("[keys.outline]\nfold = ['Esc', 'F11']", "no-way-out", "'Esc'"),
        ] {
            let text = format!("[keys.interview]\nreview = 'F40'\n{changes}\n");
            let (keys, mistakes) = with(&text);
            let told: Vec<_> = mistakes
                .iter()
                .map(|(span, mistake)| (mistake.code(), text.get(span.clone()).unwrap()))
                .collect();
            assert_eq!(told, [(code, at)], "{changes}");
            let review = keys.lookup(&[Context::Interview], "F40".parse().unwrap());
            assert_eq!(review, Some(Command::Review), "{changes}");
        }
        assert_eq!(Keys::with(&[]), (Keys::default(), Vec::new()));
    }

    #[test]
    fn what_takes_nothing_from_the_writer_is_theirs_to_change() {
        for changes in [
            // Letters where nothing is typed.
            "[keys.home]\nrename = 'n'\n[keys.outline]\nadd-instance = '+'\n[keys.table]\npair-order = 'z'",
            "[keys.another]\nadd-instance = ['Enter', 'y']\n[keys.confirm]\nyes = 'j'",
            // Keys that type nothing where they are.
            "[keys.picker]\ntake = 'Space'\ntoggle = []",
            "[keys.text]\ndelete-back = 'Backspace'\n[keys.anywhere]\npage-back = 'Backspace'",
            // A new paragraph with another key.
            "[keys.text]\nnew-line = 'Alt+Enter'\nnext = 'Enter'",
            // Ways out that are others, and the one that is left.
            "[keys.anywhere]\nback = 'F11'\nquit = []",
            "[keys.anywhere]\nquit = []\n[keys.home]\nleave = []",
            "[keys.confirm]\nno = []",
        ] {
            assert_eq!(with(changes).1, [], "{changes}");
        }
    }

    #[test]
    fn what_is_refused_leaves_what_the_table_has() {
        let text = [Context::Text, Context::Interview, Context::Anywhere];
        for (changes, key, command) in [
            ("[keys.interview]\nreview = ['F40', 'r']", "r", None),
            (
                "[keys.interview]\nreview = ['F40', 'r']",
                "Ctrl+R",
                Some(Command::Review),
            ),
            ("[keys.text]\nnext = 'Enter'", "Enter", Some(Command::NewLine)),
            ("[keys.anywhere]\nback = []", "Esc", Some(Command::Back)),
            ("[keys.text]\nselect-all = 'Esc'", "Esc", Some(Command::Back)),
        ] {
            let given = with(changes).0.lookup(&text, key.parse().unwrap());
            assert_eq!(given, command, "{changes} {key}");
        }
        // What closes a way together is undone as far as it must be.
        let (keys, mistakes) = with("[keys.home]\nleave = []\nrename = ['r', 'Esc']\nfilter = 'F11'");
        let codes: Vec<_> = mistakes.iter().map(|(_, mistake)| mistake.code()).collect();
        assert_eq!(codes, ["no-way-out", "key-conflict"]);
        let home = [Context::Home, Context::Anywhere];
        for (key, command) in [
            ("F11", Command::Filter),
            ("q", Command::Leave),
            ("r", Command::Rename),
        ] {
            assert_eq!(keys.lookup(&home, key.parse().unwrap()), Some(command), "{key}");
        }
    }

    #[test]
    fn what_was_meant_is_named() {
        for (changes, suggested) in [
            ("[keys.interveiw]\nnext = 'F5'", "interview"),
            ("[keys.interview]\nnxet = 'F5'", "next"),
        ] {
            let hints: Vec<_> = with(changes)
                .1
                .iter()
                .map(|(_, mistake)| mistake.hint(Locale::En))
                .collect();
            assert_eq!(
                hints,
                [Some(Locale::En.mend_did_you_mean(suggested))],
                "{changes}"
            );
        }
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
