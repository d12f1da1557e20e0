//! How much a file jumps back and forth between its tables, by the events of the parser itself.

use super::Excess;
use std::borrow::Cow;
use std::collections::HashMap;
use toml_parser::decoder::Encoding;
use toml_parser::parser::EventReceiver;
use toml_parser::{ErrorSink, Raw, Span};

/// Follows the headers and keys of a file.
#[derive(Debug)]
pub(super) struct Scatter<'s> {
    source: &'s str,
    max_headers: usize,
    max_moves: usize,
    headers: usize,
    tables: Tables<'s>,
    /// The table that keys stand in.
    current: usize,
    /// The header under way: where it begins, and whether it is that of an array. One without an end goes on to the
    /// end of the next one, as it does for the parser.
    header: Option<(usize, bool)>,
    /// The names of the key or header under way, and whether a dot stands after the last.
    path: Vec<Cow<'s, str>>,
    goes_on: bool,
    /// How deep within a value.
    depth: usize,
    found: Option<(usize, Excess)>,
}

impl<'s> Scatter<'s> {
    pub(super) fn new(source: &'s str, max_headers: usize, max_moves: usize) -> Self {
        Self {
            source,
            max_headers,
            max_moves,
            headers: 0,
            tables: Tables::default(),
            current: Tables::ROOT,
            header: None,
            path: Vec::new(),
            goes_on: false,
            depth: 0,
            found: None,
        }
    }

    /// The first thing that was too much, and where.
    pub(super) fn excess(self) -> Option<(usize, Excess)> {
        self.found
    }

    fn open(&mut self, at: usize, is_array: bool) {
        self.headers += 1;
        if self.headers > self.max_headers && self.found.is_none() {
            self.found = Some((at, Excess::Tables(self.max_headers)));
        }
        if self.header.is_none() {
            self.header = Some((at, is_array));
            self.path.clear();
        }
    }

    fn close(&mut self) {
        let Some((at, is_array)) = self.header.take() else {
            return;
        };
        if self.found.is_some() {
            return;
        }
        let Some(name) = self.path.pop() else { return };
        let parent = self.tables.below(Tables::ROOT, self.path.drain(..));
        self.current = match is_array {
            true => self.tables.item(parent, name),
            false => self.tables.come_to(parent, name),
        };
        if self.tables.moves > self.max_moves {
            self.found = Some((at, Excess::Scattered));
        }
    }

    fn open_value(&mut self) -> bool {
        self.depth += 1;
        true
    }

    fn close_value(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }
}

impl EventReceiver for Scatter<'_> {
    fn std_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.open(span.start(), false);
    }

    fn array_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.open(span.start(), true);
    }

    fn std_table_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.close();
    }

    fn array_table_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.close();
    }

    fn simple_key(&mut self, span: Span, encoding: Option<Encoding>, _: &mut dyn ErrorSink) {
        if (self.depth > 0 && self.header.is_none()) || self.found.is_some() {
            return;
        }
        if !std::mem::take(&mut self.goes_on) {
            self.path.clear();
        }
        let written = self.source.get(span.start()..span.end()).unwrap_or_default();
        let mut name = Cow::Borrowed("");
        Raw::new_unchecked(written, encoding, span).decode_key(&mut name, &mut ());
        self.path.push(name);
    }

    fn key_sep(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.goes_on = true;
    }

    fn key_val_sep(&mut self, _: Span, _: &mut dyn ErrorSink) {
        if self.depth == 0 && self.header.is_none() && self.found.is_none() {
            self.tables.below(self.current, self.path.drain(..));
        }
    }

    fn inline_table_open(&mut self, _: Span, _: &mut dyn ErrorSink) -> bool {
        self.open_value()
    }

    fn array_open(&mut self, _: Span, _: &mut dyn ErrorSink) -> bool {
        self.open_value()
    }

    fn inline_table_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.close_value();
    }

    fn array_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.close_value();
    }
}

/// The tables and keys met so far, each by its number. Only the last item of an array can be come to.
#[derive(Debug)]
struct Tables<'s> {
    /// What stands in a table, by its number and the name.
    named: HashMap<(usize, Cow<'s, str>), usize>,
    /// How many entries each has.
    entries: Vec<usize>,
    /// How many entries were moved, at the most.
    moves: usize,
}

impl Default for Tables<'_> {
    fn default() -> Self {
        Self {
            named: HashMap::new(),
            entries: vec![0],
            moves: 0,
        }
    }
}

impl<'s> Tables<'s> {
    const ROOT: usize = 0;

    /// Goes down from a table, by names that may be new.
    fn below(&mut self, from: usize, names: impl Iterator<Item = Cow<'s, str>>) -> usize {
        names.fold(from, |at, name| self.child(at, name).0)
    }

    /// A table that has a header of its own. One that is there already is taken out and put at the end.
    fn come_to(&mut self, parent: usize, name: Cow<'s, str>) -> usize {
        let (table, is_new) = self.child(parent, name);
        if !is_new {
            self.moves += self.entries.get(parent).copied().unwrap_or_default();
        }
        table
    }

    /// A new item of an array.
    fn item(&mut self, parent: usize, name: Cow<'s, str>) -> usize {
        self.child(parent, name.clone());
        let item = self.add();
        self.named.insert((parent, name), item);
        item
    }

    /// What stands in a table under a name, and whether that is new.
    fn child(&mut self, parent: usize, name: Cow<'s, str>) -> (usize, bool) {
        let next = self.entries.len();
        let child = *self.named.entry((parent, name)).or_insert(next);
        let is_new = child == next;
        if is_new {
            self.add();
            if let Some(entries) = self.entries.get_mut(parent) {
                *entries += 1;
            }
        }
        (child, is_new)
    }

    fn add(&mut self) -> usize {
        self.entries.push(0);
        self.entries.len() - 1
    }
}
