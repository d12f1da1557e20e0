//! Narrowing a list by a few typed letters: of the words themselves, or of the pinyin of Chinese ones – in full
//! (`zuotan`) or by initials (`zt`).

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use pinyin::ToPinyinMulti;
use unicode_segmentation::UnicodeSegmentation;

/// The most readings of one text that are looked at; 重 alone has two.
const READINGS: usize = 16;

/// The forms of a text that a filter is held against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Searchable {
    text: String,
    /// Initials and full pinyin of each reading; none for a text without Chinese characters.
    readings: Vec<Reading>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Reading {
    initials: String,
    full: String,
}

impl Searchable {
    /// Makes a text ready to be searched.
    pub(super) fn new(text: &str) -> Self {
        let mut readings = vec![Reading::default()];
        let mut is_chinese = false;
        for c in text.to_lowercase().chars() {
            let mut sounds: Vec<&str> = Vec::new();
            for sound in c.to_pinyin_multi().into_iter().flatten() {
                if !sounds.contains(&sound.plain()) {
                    sounds.push(sound.plain());
                }
            }
            if sounds.is_empty() {
                readings.iter_mut().for_each(|reading| reading.push(c));
                continue;
            }
            is_chinese = true;
            // Beyond the limit only the commonest sound of a character counts.
            sounds.truncate((READINGS / readings.len()).max(1));
            readings = readings
                .iter()
                .flat_map(|reading| sounds.iter().map(|sound| reading.with(sound)))
                .collect();
        }
        if !is_chinese {
            readings.clear();
        }
        Self {
            text: text.to_owned(),
            readings,
        }
    }

    /// How well the filter fits; `None` where it does not. Letters may be skipped in the words and in initials, not in
    /// full pinyin, where nearly anything would fit.
    fn score(&self, loose: &Atom, tight: &Atom, matcher: &mut Matcher) -> Option<u16> {
        let mut buffer = Vec::new();
        let mut score = |atom: &Atom, text: &str| atom.score(Utf32Str::new(text, &mut buffer), matcher);
        let mut best = score(loose, &self.text);
        for reading in &self.readings {
            best = best
                .max(score(loose, &reading.initials))
                .max(score(tight, &reading.full));
        }
        best
    }
}

impl Reading {
    fn push(&mut self, c: char) {
        if !c.is_whitespace() {
            self.initials.push(c);
            self.full.push(c);
        }
    }

    fn with(&self, sound: &str) -> Self {
        Self {
            initials: self.initials.chars().chain(sound.chars().take(1)).collect(),
            full: format!("{}{sound}", self.full),
        }
    }
}

/// The positions of the texts that a filter fits, the best first; of equals, in their own order. An empty filter fits all.
pub(super) fn fitting<'a>(filter: &str, texts: impl Iterator<Item = &'a Searchable>) -> Vec<usize> {
    if filter.trim().is_empty() {
        return texts.enumerate().map(|(index, _)| index).collect();
    }
    let atom = |kind| {
        Atom::new(
            filter.trim(),
            CaseMatching::Ignore,
            Normalization::Smart,
            kind,
            false,
        )
    };
    let (loose, tight) = (atom(AtomKind::Fuzzy), atom(AtomKind::Substring));
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut found: Vec<(usize, u16)> = texts
        .enumerate()
        .filter_map(|(index, text)| Some((index, text.score(&loose, &tight, &mut matcher)?)))
        .collect();
    found.sort_by_key(|(_, score)| std::cmp::Reverse(*score));
    found.into_iter().map(|(index, _)| index).collect()
}

/// What is typed, its last character taken away.
pub(super) fn without_last(filter: &str) -> String {
    let last = filter.grapheme_indices(true).next_back();
    let kept = last.and_then(|(at, _)| filter.get(..at));
    kept.unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_letters_find_words() {
        let texts = [
            "座谈",
            "走访调研",
            "问卷",
            "长期规划",
            "重点 PPT",
            "Other ways",
            "银行",
        ];
        let searchable: Vec<Searchable> = texts.iter().map(|text| Searchable::new(text)).collect();
        for (filter, found) in [
            ("座", "座谈"),
            ("访研", "走访调研"),
            ("zt", "座谈"),
            ("zuotan", "座谈"),
            ("zuot", "座谈"),
            ("zfdy", "走访调研"),
            ("dy", "走访调研"),
            ("wj", "问卷"),
            // A character of two sounds is found by either.
            ("cqgh", "长期规划"),
            ("zqgh", "长期规划"),
            ("yinhang", "银行"),
            ("zdppt", "重点 PPT"),
            ("PPT", "重点 PPT"),
            ("ow", "Other ways"),
            ("OTHER", "Other ways"),
            ("xyz", ""),
        ] {
            let first = fitting(filter, searchable.iter())
                .first()
                .map(|index| texts[*index]);
            assert_eq!(first.unwrap_or_default(), found, "{filter}");
        }
        assert_eq!(fitting(" ", searchable.iter()).len(), texts.len());
    }

    #[test]
    fn many_readings_stay_few() {
        let long = "行长重乐".repeat(200);
        assert!(Searchable::new(&long).readings.len() <= READINGS);
    }
}
