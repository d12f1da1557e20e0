//! “Did you mean …?”

/// How many words are compared at most, so that a long questionnaire full of mistakes is read in linear time.
const COMPARED: usize = 300;

/// The known word nearest to one that is not known, if it is near enough to have been meant.
pub fn similar<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let length = word.chars().count();
    if length > 100 {
        return None;
    }
    known
        .take(COMPARED)
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= 1.max(length.max(candidate.chars().count()) / 3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_only_what_is_near() {
        let known = ["heading", "help", "ask", "kind"];
        for (word, suggested) in [
            ("headnig", Some("heading")),
            ("hepl", Some("help")),
            ("aks", Some("ask")),
            ("title", None),
            ("", None),
        ] {
            assert_eq!(similar(word, known.into_iter()).as_deref(), suggested, "{word}");
        }
    }
}
