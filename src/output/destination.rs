//! What a person means by the path that they typed for a file.

use std::path::{Path, PathBuf};

/// The file that is meant, seen from a directory: `~` stands for the home directory. In a folder the file gets its own
/// name; a folder is what is one, or what ends as the path of one does (`a/`), whether it is there or not.
pub fn of(typed: &Path, from: &Path, home: Option<&Path>, file_name: &str) -> PathBuf {
    let path = match (typed.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => from.join(typed),
    };
    if path.is_dir() || names_a_folder(typed) {
        path.join(file_name)
    } else {
        path
    }
}

/// Whether nothing but a folder can be written so.
fn names_a_folder(typed: &Path) -> bool {
    let typed = typed.to_string_lossy();
    let typed = typed
        .strip_suffix('.')
        .filter(|rest| !rest.is_empty())
        .unwrap_or(&typed);
    typed.ends_with(std::path::is_separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_where_they_are_meant_to() {
        let home = tempfile::tempdir().unwrap();
        std::fs::create_dir(home.path().join("文稿")).unwrap();
        let home = home.path();
        for (typed, meant) in [
            ("~/小结.txt", home.join("小结.txt")),
            ("~", home.join("n.txt")),
            ("~/文稿", home.join("文稿/n.txt")),
            ("~somebody/a", home.join("~somebody/a")),
            ("/nowhere/a", PathBuf::from("/nowhere/a")),
            ("文稿", home.join("文稿/n.txt")),
            ("文稿/", home.join("文稿/n.txt")),
            ("a", home.join("a")),
            ("a.", home.join("a.")),
            ("a/", home.join("a/n.txt")),
            ("a/.", home.join("a/n.txt")),
            ("~/new/", home.join("new/n.txt")),
            (".", home.join("n.txt")),
        ] {
            assert_eq!(of(Path::new(typed), home, Some(home), "n.txt"), meant, "{typed}");
        }
        let nowhere = Path::new("");
        assert_eq!(of(Path::new("~/a"), nowhere, None, "n.txt"), PathBuf::from("~/a"));
    }
}
