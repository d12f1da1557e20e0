//! What was written in a person's own editor and has become no answer: it stays in the data directory until the person
//! removes it (see [`external_editor`](crate::tui::runtime::external_editor)).

use super::disk::FileKind;
use super::store::Store;
use std::path::PathBuf;

/// What the directories of such texts are called, before sixteen digits.
pub const PREFIX: &str = "edit-";
/// How many hexadecimal digits follow.
const DIGITS: usize = 16;

/// The directories of texts that were kept, one each. An editor may still be open on one of them. Where they cannot be
/// listed, none is known: what else is wrong with the disk, the person is told where it matters.
pub fn editor_copies(store: &Store) -> Vec<PathBuf> {
    let root = store.root();
    let mut names = store.visible_entries(root).unwrap_or_default();
    names.sort();
    let is_directory = |path: &PathBuf| {
        let metadata = store.disk().metadata(path);
        metadata.is_ok_and(|metadata| metadata.kind == FileKind::Directory)
    };
    names
        .iter()
        .filter(|name| is_copy(name))
        .map(|name| root.join(name))
        .filter(is_directory)
        .collect()
}

fn is_copy(name: &str) -> bool {
    let digits = name.strip_prefix(PREFIX);
    digits.is_some_and(|digits| digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
