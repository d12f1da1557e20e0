//! Patterns that number headings: one sample numeral with what stands around it, as in `（一）`.

use super::numerals::Numerals;

/// A heading number's form, shown by its first number: `一、`, `（一）`, `1.`, `（1）`, `①`, `I.`, `A.`, `a)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberPattern {
    before: String,
    numerals: Numerals,
    after: String,
}

impl NumberPattern {
    /// Reads a pattern; `None` unless exactly one character in it is a sample numeral (一 1 １ ① I i A a) and no
    /// other letter or digit stands beside it.
    pub fn parse(pattern: &str) -> Option<Self> {
        // “第一章 ” and “Chapter 1: ” hold letters, so of all samples the digits and 一 win over letters.
        let digits = |c: char| matches!(c, '一' | '1' | '１' | '①');
        let letters = |c: char| Numerals::from_sample(c).is_some();
        let sole = |wanted: &dyn Fn(char) -> bool| {
            let mut places = pattern.char_indices().filter(|(_, c)| wanted(*c));
            let first = places.next()?;
            places.next().is_none().then_some(first)
        };
        let (at, sample) = if pattern.contains(digits) {
            sole(&digits)?
        } else if pattern.chars().filter(|c| c.is_alphanumeric()).count() == 1 {
            sole(&letters)?
        } else {
            return None;
        };
        let (before, rest) = pattern.split_at_checked(at)?;
        let after = rest.strip_prefix(sample)?;
        Some(Self {
            before: before.to_owned(),
            numerals: Numerals::from_sample(sample)?,
            after: after.to_owned(),
        })
    }

    /// The number as it stands before the heading.
    pub fn write(&self, number: usize) -> String {
        format!("{}{}{}", self.before, self.numerals.write(number), self.after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_its_numerals_by_a_sample() {
        for (pattern, third) in [
            ("一、", Some("三、")),
            ("（一）", Some("（三）")),
            ("1.", Some("3.")),
            ("（1）", Some("（3）")),
            ("①", Some("③")),
            ("第一章 ", Some("第三章 ")),
            ("Section 1: ", Some("Section 3: ")),
            ("I.", Some("III.")),
            ("A.", Some("C.")),
            ("a)", Some("c)")),
            ("(i)", Some("(iii)")),
            ("", None),
            ("一一", None),
            ("二、", None),
            ("Aa", None),
            ("§", None),
        ] {
            assert_eq!(
                NumberPattern::parse(pattern).map(|p| p.write(3)).as_deref(),
                third,
                "{pattern}"
            );
        }
    }
}
