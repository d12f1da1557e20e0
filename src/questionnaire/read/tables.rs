//! From TOML tables to a tree of nodes-to-be, in the order of the file.

use super::super::diagnostic::Mistakes;
use super::super::{Mistake, vocabulary};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// How many names a path may have.
pub(super) const MAX_DEPTH: usize = 16;
/// How many nodes a questionnaire may have.
pub(super) const MAX_NODES: usize = 20_000;

/// A table that is a node.
#[derive(Debug)]
pub(super) struct Table<'a> {
    /// The id, as it stands in the file.
    pub(super) id: &'a str,
    /// Where the id stands.
    pub(super) id_span: Range<usize>,
    /// Everything in the table, children included.
    pub(super) entries: &'a DeTable<'a>,
    /// The tables in it that are nodes, in the order in which the file first mentions them.
    pub(super) children: Vec<Table<'a>>,
    /// Whether children were left out for want of room, which has been reported.
    pub(super) is_cut: bool,
    first_mention: usize,
}

/// Builds the tree below the root table.
pub(super) fn tree<'a>(root: &'a DeTable<'a>, source: &str, mistakes: &mut Mistakes) -> Table<'a> {
    let mut builder = Builder {
        source,
        mistakes,
        nodes: 0,
    };
    builder.table("", 0..0, root, 0)
}

struct Builder<'s, 'm> {
    source: &'s str,
    mistakes: &'m mut Mistakes,
    nodes: usize,
}

impl Builder<'_, '_> {
    fn table<'a>(
        &mut self,
        id: &'a str,
        id_span: Range<usize>,
        entries: &'a DeTable<'a>,
        depth: usize,
    ) -> Table<'a> {
        // A header out of nesting order (`[a.b]` above `[a]`) mentions `a` before `a`'s own header does, so the first
        // mention of a table is the earliest of all keys within it.
        let mut first_mention = id_span.start;
        let mut children = Vec::new();
        let mut is_cut = false;
        for (key, value) in entries {
            first_mention = first_mention.min(key.span().start);
            let Some(inner) = child(key, value, self.source, depth == 0) else {
                continue;
            };
            if depth == MAX_DEPTH {
                self.mistakes
                    .report(key.span(), Mistake::TooDeep { limit: MAX_DEPTH });
                is_cut = true;
                continue;
            }
            self.nodes += 1;
            if self.nodes >= MAX_NODES {
                is_cut = true;
                if self.nodes == MAX_NODES {
                    self.mistakes
                        .report(key.span(), Mistake::TooManyNodes { limit: MAX_NODES });
                }
                continue;
            }
            let child = self.table(key.get_ref(), key.span(), inner, depth + 1);
            first_mention = first_mention.min(child.first_mention);
            children.push(child);
        }
        children.sort_by_key(|child| child.first_mention);
        Table {
            id,
            id_span,
            entries,
            children,
            is_cut,
            first_mention,
        }
    }
}

/// The table behind a key, if that makes a child node: any table does, but for the attributes that are tables.
pub(super) fn child<'a>(
    key: &Spanned<impl AsRef<str>>,
    value: &'a Spanned<DeValue<'a>>,
    source: &str,
    at_root: bool,
) -> Option<&'a DeTable<'a>> {
    let name = key.get_ref().as_ref();
    let inner = value.get_ref().as_table()?;
    if name == "when" || (at_root && name == "terms") {
        return None;
    }
    // `help = { … }` is an attribute of the wrong type; `[a.help]` is a node with a reserved id.
    let is_inline = source.get(value.span()).is_some_and(|text| text.starts_with('{'));
    (!(is_inline && vocabulary::is_reserved(name, at_root))).then_some(inner)
}
