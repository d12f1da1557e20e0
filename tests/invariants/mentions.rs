//! Every path that a file names, made whole.

use super::sources::is_for_tests;
use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};

/// A path that is named.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Mention {
    /// Its parts. In the crate itself the first is `crate`; a macro's name ends with `!`.
    pub(crate) path: Vec<String>,
}

impl Mention {
    /// The path as it is written in Rust.
    pub(crate) fn written(&self) -> String {
        self.path.join("::")
    }

    /// The module of the crate that it leads to, right below the root.
    pub(crate) fn top_module(&self) -> Option<&str> {
        match self.path.as_slice() {
            [root, top, ..] if root == "crate" => Some(top),
            _ => None,
        }
    }

    /// Whether it leads to this path, or to something in it.
    pub(crate) fn is_within(&self, path: &str) -> bool {
        let parts = path.split("::");
        let own = self.path.iter().map(String::as_str);
        own.clone().count() >= parts.clone().count() && own.zip(parts).all(|(own, part)| own == part)
    }
}

/// The paths that a file names outside its tests. `module` is the module that the file is.
pub(crate) fn mentions(file: &syn::File, module: &[String]) -> Vec<Mention> {
    let mut reader = Reader {
        module: module.to_vec(),
        found: Vec::new(),
    };
    reader.visit_file(file);
    reader.found.sort();
    reader.found.dedup();
    reader.found
}

struct Reader {
    /// The module that is being read: that of the file, and those in it.
    module: Vec<String>,
    found: Vec<Mention>,
}

impl Reader {
    /// Takes a path, with `crate`, `self` and `super` made whole.
    fn take(&mut self, path: &[String]) {
        let mut base = self.module.clone();
        let mut rest = path;
        let mut is_own = false;
        while let Some((first, others)) = rest.split_first() {
            match first.as_str() {
                "crate" | "$crate" => base.clear(),
                "self" => {}
                "super" => {
                    base.pop();
                }
                _ => break,
            }
            is_own = true;
            rest = others;
        }
        let whole = match is_own {
            true => ["crate".to_owned()]
                .into_iter()
                .chain(base)
                .chain(rest.to_vec())
                .collect(),
            false => rest.to_vec(),
        };
        self.found.push(Mention { path: whole });
    }

    fn take_tree(&mut self, tree: &syn::UseTree, before: &[String]) {
        let with = |name: &syn::Ident| {
            before
                .iter()
                .cloned()
                .chain([name.to_string()])
                .collect::<Vec<_>>()
        };
        match tree {
            syn::UseTree::Path(path) => self.take_tree(&path.tree, &with(&path.ident)),
            syn::UseTree::Name(name) if name.ident == "self" => self.take(before),
            syn::UseTree::Name(name) => self.take(&with(&name.ident)),
            syn::UseTree::Rename(rename) if rename.ident == "self" => self.take(before),
            syn::UseTree::Rename(rename) => self.take(&with(&rename.ident)),
            syn::UseTree::Glob(_) => self.take(before),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.take_tree(tree, before)),
        }
    }

    /// Paths in what a macro is given, which nobody but the macro can read as syntax.
    fn take_tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.take_longer(&path);
                        path.clear();
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                TokenTree::Punct(mark) if mark.as_char() == '!' && colons == 0 && !path.is_empty() => {
                    self.take_macro(&path);
                    path.clear();
                }
                other => {
                    self.take_longer(&path);
                    path.clear();
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.take_tokens(group.stream());
                    }
                }
            }
        }
        self.take_longer(&path);
    }

    /// A single word among a macro's tokens can be anything.
    fn take_longer(&mut self, path: &[String]) {
        if path.len() > 1 {
            self.take(path);
        }
    }

    fn take_macro(&mut self, path: &[String]) {
        let mut path = path.to_vec();
        if let Some(name) = path.last_mut() {
            name.push('!');
        }
        self.take(&path);
    }
}

fn names(path: &syn::Path) -> Vec<String> {
    path.segments.iter().map(|part| part.ident.to_string()).collect()
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let attributes: &[syn::Attribute] = match item {
            syn::Item::Mod(item) => &item.attrs,
            syn::Item::Fn(item) => &item.attrs,
            syn::Item::Impl(item) => &item.attrs,
            syn::Item::Use(item) => &item.attrs,
            syn::Item::Const(item) => &item.attrs,
            syn::Item::Struct(item) => &item.attrs,
            syn::Item::Enum(item) => &item.attrs,
            _ => &[],
        };
        if !is_for_tests(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if !is_for_tests(&item.attrs) {
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.module.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.take_tree(&item.tree, &[]);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.take(&names(path));
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, given: &'ast syn::Macro) {
        self.take_macro(&names(&given.path));
        self.take_tokens(given.tokens.clone());
    }

    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {
        // `pub(super)` leads nowhere.
    }

    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_found_wherever_they_are_written() {
        let table = [
            ("use std::fs;", "std::fs"),
            (
                "use std::{fs::File, io::{self, Write as _}};",
                "std::fs::File std::io std::io::Write",
            ),
            ("use super::super::tui::*;", "crate::tui"),
            ("use self::b::C as D;", "crate::a::m::b::C"),
            ("pub(super) struct A(crate::tui::App);", "crate::tui::App"),
            ("fn f() { std::fs::read(\"x\"); }", "std::fs::read"),
            ("fn f() -> std::time::Instant { g() }", "g std::time::Instant"),
            ("fn f(a: Vec<crate::tui::App>) {}", "Vec crate::tui::App"),
            (
                "fn f() { println!(\"{}\", std::env::var(x)) }",
                "println! std::env::var",
            ),
            (
                "m! { a b: c => vec![std::process::exit(1)] }",
                "m! std::process::exit vec!",
            ),
            ("mod c { use super::super::x::Y; }", "crate::a::x::Y"),
            ("mod c { use super::x::Y; }", "crate::a::m::x::Y"),
            // Neither comments nor strings nor tests.
            ("// std::fs::read\nconst A: &str = \"std::fs::read\";", "str"),
            ("#[cfg(test)] mod t { use std::fs; }", ""),
            ("#[cfg(test)] use std::fs;", ""),
            ("#[test] fn t() { std::fs::read(); }", ""),
            ("#[cfg(unix)] use std::fs;", "std::fs"),
            ("/// [`std::fs`]\nstruct A;", ""),
        ];
        for (text, expected) in table {
            let file = syn::parse_file(text).unwrap();
            let found = mentions(&file, &["a".to_owned(), "m".to_owned()]);
            let found: Vec<String> = found.iter().map(Mention::written).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }

    #[test]
    fn a_path_is_within_another_by_whole_parts() {
        let of = |path: &str| Mention {
            path: path.split("::").map(str::to_owned).collect(),
        };
        assert!(of("std::fs::File").is_within("std::fs"));
        assert!(of("std::fs").is_within("std::fs"));
        assert!(!of("std::fsx").is_within("std::fs"));
        assert!(!of("std").is_within("std::fs"));
        assert_eq!(of("crate::tui::App").top_module(), Some("tui"));
        assert_eq!(of("std::tui::App").top_module(), None);
    }
}
