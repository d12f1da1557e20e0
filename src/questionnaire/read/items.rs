//! What templates say of the instances of a repeated section: `{% for p in problem %}{{ p.name }}{% endfor %}`,
//! `problem | map(attribute="name")`. The template engine would find a misspelt name in it only when it renders.

use super::super::NodeId;
use super::super::mistake::Mistake;
use super::lexer::{Usage, Word};
use super::tree::{Tree, Unresolved};
use std::collections::HashMap;
use std::ops::Range;

/// Filters that take the name of an attribute, as `attribute="…"`.
const BY_ATTRIBUTE: [&str; 7] = ["map", "sort", "groupby", "unique", "sum", "min", "max"];
/// Filters that take the name of an attribute in the first place.
const BY_FIRST: [&str; 2] = ["selectattr", "rejectattr"];
/// Filters behind which there are still instances.
const KEEPING: [&str; 8] = [
    "sort",
    "unique",
    "selectattr",
    "rejectattr",
    "select",
    "reject",
    "reverse",
    "list",
];
/// Tags that bring names of their own in ways that are not followed here.
const NOT_FOLLOWED: [&str; 3] = ["macro", "call", "with"];

/// Checks the names behind loop variables and in `attribute="…"`. `lists` are the names in the template that stand for
/// all instances of a section.
pub(super) fn check(
    tree: &Tree<'_, '_>,
    words: &[Word<'_>],
    lists: &HashMap<&str, NodeId>,
) -> Vec<(Range<usize>, Mistake)> {
    let leaves = |word: &Word<'_>| word.usage == Usage::Tag && NOT_FOLLOWED.contains(&word.text);
    if lists.is_empty() || words.iter().any(leaves) {
        return Vec::new();
    }
    let mut check = Check {
        tree,
        lists,
        frames: vec![Vec::new()],
        found: Vec::new(),
    };
    let mut rest = words;
    while let Some((word, behind)) = rest.split_first() {
        rest = check.word(word, behind);
    }
    check.found
}

struct Check<'c, 't, 'd, 'a> {
    tree: &'c Tree<'d, 'a>,
    lists: &'c HashMap<&'c str, NodeId>,
    /// Loop variables, with the section of whose instances they run through, if they do.
    frames: Vec<Vec<(&'t str, Option<NodeId>)>>,
    found: Vec<(Range<usize>, Mistake)>,
}

impl<'t> Check<'_, 't, '_, '_> {
    /// Looks at one word, and gives the words to look at next.
    fn word<'w>(&mut self, word: &Word<'t>, behind: &'w [Word<'t>]) -> &'w [Word<'t>] {
        match (word.usage, word.text) {
            (Usage::Tag, "for") => return self.enter(behind),
            (Usage::Tag, "endfor") if self.frames.len() > 1 => {
                self.frames.pop();
            }
            (Usage::Tag, "set") => {
                if let (Some(frame), Some(set)) = (self.frames.last_mut(), behind.first()) {
                    frame.push((set.text, None));
                }
            }
            (Usage::Name, name) => {
                if let Some((variable, section, path)) = self.behind_variable(name) {
                    self.check_path(section, variable, path, word.span.clone());
                }
                if let Some(section) = self.list(name) {
                    self.filters(section, behind);
                }
            }
            _ => {}
        }
        behind
    }

    /// Reads the head of a loop behind its `for`.
    fn enter<'w>(&mut self, head: &'w [Word<'t>]) -> &'w [Word<'t>] {
        let is_in = |word: &Word<'_>| word.usage == Usage::Name && word.text == "in";
        let end = head.iter().position(is_in).unwrap_or(head.len());
        let (variables, rest) = head.split_at_checked(end).unwrap_or((head, &[]));
        let behind = rest.split_first().map_or(rest, |(_, behind)| behind);
        let section = match (variables, behind.split_first()) {
            ([_], Some((list, filters))) => self.list(list.text).filter(|_| keep_instances(filters)),
            _ => None,
        };
        // What is looped over stands outside of the loop.
        if let Some((list, filters)) = behind.split_first() {
            self.word(list, filters);
        }
        self.frames.push(
            variables
                .iter()
                .map(|variable| (variable.text, section))
                .collect(),
        );
        behind.split_first().map_or(behind, |(_, rest)| rest)
    }

    /// The section whose instances a name stands for.
    fn list(&self, name: &str) -> Option<NodeId> {
        if let Some((_, section, path)) = self.behind_variable(name) {
            let target = self.tree.item(section, path).ok()?;
            let is_list = self.tree.draft(target).is_some_and(|draft| draft.is_repeating());
            return is_list.then_some(target);
        }
        let is_shadowed = self.variable(name.split('.').next().unwrap_or(name)).is_some();
        self.lists.get(name).copied().filter(|_| !is_shadowed)
    }

    /// The variable with which a dotted name begins, its section, and the path behind.
    fn behind_variable<'n>(&self, name: &'n str) -> Option<(&'n str, NodeId, &'n str)> {
        let (variable, path) = name.split_once('.')?;
        let section = self.variable(variable)??;
        // Numbers count the items of a list.
        let end = path
            .match_indices('.')
            .find(|(at, _)| {
                path.get(at + 1..)
                    .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
            })
            .map_or(path.len(), |(at, _)| at);
        Some((variable, section, path.get(..end)?))
    }

    fn variable(&self, name: &str) -> Option<Option<NodeId>> {
        let mut all = self.frames.iter().rev().flat_map(|frame| frame.iter().rev());
        all.find(|(variable, _)| *variable == name)
            .map(|(_, section)| *section)
    }

    /// Checks the attributes that the filters behind a list name.
    fn filters(&mut self, section: NodeId, mut words: &[Word<'t>]) {
        while let Some((filter, behind)) = words.split_first() {
            if filter.usage != Usage::Filter {
                return;
            }
            let path = match behind {
                [attribute, path, ..]
                    if BY_ATTRIBUTE.contains(&filter.text)
                        && attribute.usage == Usage::Assigned
                        && attribute.text == "attribute" =>
                {
                    Some(path)
                }
                [path, ..] if BY_FIRST.contains(&filter.text) => Some(path),
                _ => None,
            };
            if let Some(path) = path.filter(|path| path.usage == Usage::Literal) {
                self.check_path(section, "", path.text, path.span.clone());
            }
            if !KEEPING.contains(&filter.text) {
                return;
            }
            let arguments = |word: &&Word<'_>| matches!(word.usage, Usage::Assigned | Usage::Literal);
            let skipped = behind.iter().take_while(arguments).count();
            words = behind.get(skipped..).unwrap_or_default();
        }
    }

    fn check_path(&mut self, section: NodeId, variable: &str, path: &str, span: Range<usize>) {
        let Err(Unresolved::Mistake(mistake)) = self.tree.item(section, path) else {
            return;
        };
        let full = |path: &str| match variable {
            "" => path.to_owned(),
            _ => format!("{variable}.{path}"),
        };
        let around = self.tree.draft(section).map(|draft| draft.path.as_str());
        let below = |inner: &str| {
            let below = inner.strip_prefix(around.unwrap_or_default()).unwrap_or(inner);
            full(below.trim_start_matches('.'))
        };
        let mistake = match mistake {
            Mistake::UnknownName { suggestion, .. } => Mistake::UnknownName {
                name: full(path),
                suggestion: suggestion.map(|path| full(&path)),
            },
            Mistake::InsideRepeat { section, rest, .. } => Mistake::InsideRepeat {
                name: full(path),
                section: below(&section),
                rest,
                paired: false,
                in_condition: false,
            },
            other => other,
        };
        self.found.push((span, mistake));
    }
}

/// Whether there are still instances behind the filters of a list.
fn keep_instances(words: &[Word<'_>]) -> bool {
    words
        .iter()
        .take_while(|word| matches!(word.usage, Usage::Filter | Usage::Assigned | Usage::Literal))
        .all(|word| word.usage != Usage::Filter || KEEPING.contains(&word.text))
}
