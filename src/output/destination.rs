//! What a person means by the path that they typed for a file.

use std::path::{Path, PathBuf};

/// The file that is meant: `~` stands for the home directory, and in a folder that is there the file gets its own name.
pub fn of(typed: &Path, home: Option<&Path>, file_name: &str) -> PathBuf {
    let path = match (typed.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => typed.to_owned(),
    };
    if path.is_dir() { path.join(file_name) } else { path }
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
            ("~somebody/a", PathBuf::from("~somebody/a")),
            ("/nowhere/a", PathBuf::from("/nowhere/a")),
        ] {
            assert_eq!(of(Path::new(typed), Some(home), "n.txt"), meant, "{typed}");
        }
        assert_eq!(of(Path::new("~/a"), None, "n.txt"), PathBuf::from("~/a"));
    }
}
