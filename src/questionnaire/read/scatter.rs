//! How much a file jumps back and forth between its tables. The parser moves all that follows in a table each time a
//! header or a dotted key comes back to it, so that a file made for it would take minutes.

use std::collections::{HashMap, HashSet};

/// How many entries may be moved in reading a file: some tenths of a second of work.
const MAX_MOVES: usize = 10_000_000;
/// How many keys may stand in tables that are written within a line, where the moves are not counted.
const MAX_KEYS_WITHIN_LINES: usize = 25_000;
/// How many names of a path are looked at. A file with longer ones is refused for its depth.
const MAX_NAMES: usize = 64;

/// Where a file becomes too scattered to be read, as an offset in bytes.
///
/// Looks at lines and not at TOML: what stands within a text of several lines may be taken for keys, which at the worst
/// refuses a file of very many such lines.
pub(super) fn scattered(source: &str) -> Option<usize> {
    let mut tables = Tables::default();
    let mut current = String::new();
    let mut keys_within_lines = 0;
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        let trimmed = line.trim_start();
        if let Some(header) = trimmed.strip_prefix('[') {
            let header = header.trim_start_matches('[');
            let path = header.split_once(']').map_or(header, |(path, _)| path);
            current = tables.come_to("", names(path));
        } else if let Some((key, rest)) = trimmed.split_once('=') {
            match key.rsplit_once('.') {
                Some((path, _)) => {
                    let table = tables.come_to(&current, names(path));
                    tables.put_in(&table);
                }
                None => tables.put_in(&current),
            }
            keys_within_lines += rest.matches('=').count();
        }
        if tables.moves > MAX_MOVES || keys_within_lines > MAX_KEYS_WITHIN_LINES {
            return Some(at);
        }
        at += line.len();
    }
    None
}

/// The names in a path. One in quotes is the same as without.
fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split('.')
        .take(MAX_NAMES)
        .map(|name| name.trim().trim_matches(['"', '\'']))
}

/// The tables met so far, by their path.
#[derive(Default)]
struct Tables {
    entries: HashMap<String, Entries>,
    moves: usize,
}

/// What stands in a table so far.
#[derive(Default)]
struct Entries {
    tables: HashSet<String>,
    keys: usize,
    /// The table that stands last; empty if that is no table.
    last: String,
}

impl Tables {
    /// Goes down to a table below another one, and gives its path.
    fn come_to<'a>(&mut self, above: &str, names: impl Iterator<Item = &'a str>) -> String {
        let mut path = above.to_owned();
        for name in names {
            let entries = self.entries.entry(path.clone()).or_default();
            if entries.last != name {
                // An escape may spell any name: it is taken to come back to the first entry. And a new table may have
                // the name of a key.
                self.moves += if name.contains('\\') || !entries.tables.insert(name.to_owned()) {
                    entries.tables.len() + entries.keys
                } else {
                    entries.keys
                };
                name.clone_into(&mut entries.last);
            }
            path.push('.');
            path.push_str(name);
        }
        path
    }

    /// Puts a key in a table.
    fn put_in(&mut self, table: &str) {
        if let Some(entries) = self.entries.get_mut(table) {
            entries.keys += 1;
            entries.last.clear();
        } else {
            self.entries.insert(
                table.to_owned(),
                Entries {
                    keys: 1,
                    ..Entries::default()
                },
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
        (0..count).map(line).collect()
    }

    #[test]
    fn only_what_jumps_back_and_forth_is_scattered() {
        for (what, source, is_scattered) in [
            (
                "in order",
                lines(20_000, |i| format!("[a{i}]\nask = 'x'\n")),
                false,
            ),
            (
                "in order, nested",
                lines(20_000, |i| format!("[a.b{}.c{i}]\nask = 'x'\n", i / 100)),
                false,
            ),
            (
                "children of a few sections one by one",
                lines(10_000, |i| format!("[a{}.b{i}]\nask = 'x'\n", i % 50)),
                false,
            ),
            (
                "sections after their children",
                lines(10_000, |i| format!("[a{i}.b]\n")) + &lines(10_000, |i| format!("[a{i}]\n")),
                true,
            ),
            (
                "in quotes and escapes",
                lines(5_000, |i| format!("[a{i}.b]\n")) + &lines(5_000, |i| format!("['\\u0061{i}' . c]\n")),
                true,
            ),
            (
                "dotted keys",
                lines(5_000, |i| format!("a{i}.b = 1\n")) + &lines(5_000, |i| format!("a{i}.c = 1\n")),
                true,
            ),
            (
                "within a line",
                format!("a = {{{}}}", "b.c = 1, ".repeat(30_000)),
                true,
            ),
        ] {
            assert_eq!(scattered(&source).is_some(), is_scattered, "{what}");
        }
    }
}
