//! A session's name as the name of a file.

use unicode_segmentation::UnicodeSegmentation as _;

/// The most bytes of a name, so that with an ending it stays below the 255 that file systems allow.
const MOST_BYTES: usize = 200;

/// The name of a file that is as near to a session's name as the file systems of all systems allow, without an ending.
/// `otherwise` is for a name of which nothing is left.
pub fn of(name: &str, otherwise: &str) -> String {
    let mut safe = String::with_capacity(name.len());
    for cluster in name.trim().graphemes(true) {
        if safe.len() + cluster.len() > MOST_BYTES {
            break;
        }
        // Separators, what Windows forbids, and what cannot be seen.
        if cluster.chars().any(|c| r#"/\:*?"<>|"#.contains(c)) || crate::text::visible(cluster) != cluster {
            safe.push('-');
        } else {
            safe.push_str(cluster);
        }
    }
    // A leading dot hides a file; Windows drops dots and spaces at the end.
    let safe = safe.trim_start_matches('.').trim_end_matches(['.', ' ']).trim();
    if safe.is_empty() { otherwise } else { safe }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_names_of_files() {
        let long = "长".repeat(100);
        let cases = [
            ("自查自评 2026", "自查自评 2026"),
            ("a/b\\c:d", "a-b-c-d"),
            ("../../etc/passwd", "-..-etc-passwd"),
            (".hidden", "hidden"),
            ("\u{1b}[2J\u{202e}x\n", "-[2J-x"),
            ("  完。。. ", "完。。"),
            ("...", "k3f9ab"),
            ("", "k3f9ab"),
            (&long, &"长".repeat(66)),
        ];
        for (name, expected) in cases {
            assert_eq!(of(name, "k3f9ab"), expected, "{name:?}");
        }
    }
}
