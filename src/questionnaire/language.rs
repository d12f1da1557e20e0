//! The language of a document, and the typographic conventions that come with it.

use super::PartialDate;
use crate::messages::Locale;
use crate::text::count::CountBy;

/// The language of a document. Tags other than those with conventions of their own are treated as English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    tag: String,
    script: Script,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Chinese,
    Japanese,
    Spaced,
}

/// Chinese as written on the mainland, the language of a questionnaire that names none.
impl Default for Language {
    fn default() -> Self {
        Self {
            tag: "zh-CN".to_owned(),
            script: Script::Chinese,
        }
    }
}

impl Language {
    /// The language that the program speaks.
    pub fn of(locale: Locale) -> Self {
        match locale {
            Locale::Zh => Self::default(),
            Locale::En => Self::from_tag("en").unwrap_or_default(),
        }
    }

    /// The language of a BCP 47 tag such as `zh-CN`, `ja` or `en`; `None` where the tag is not of that form.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let mut subtags = tag.split('-');
        let primary = subtags.next().filter(|first| (2..=3).contains(&first.len()))?;
        let sound =
            |part: &str| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric());
        if !primary.chars().all(|c| c.is_ascii_alphabetic()) || !subtags.all(sound) {
            return None;
        }
        let script = match primary.to_ascii_lowercase().as_str() {
            "zh" => Script::Chinese,
            "ja" => Script::Japanese,
            _ => Script::Spaced,
        };
        Some(Self {
            tag: tag.to_owned(),
            script,
        })
    }

    /// The tag as the questionnaire gives it.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Whether the language is Chinese.
    pub fn is_chinese(&self) -> bool {
        self.script == Script::Chinese
    }

    /// The mark that ends a statement.
    pub fn full_stop(&self) -> &'static str {
        match self.script {
            Script::Chinese | Script::Japanese => "。",
            Script::Spaced => ".",
        }
    }

    /// The text with a full stop at its end, unless an end mark is there already, be it inside closing quotation
    /// marks or brackets. An empty text stays empty.
    pub fn ended(&self, text: &str) -> String {
        let closing = |c: char| {
            matches!(
                c,
                '”' | '’' | '」' | '』' | '）' | '》' | '】' | '"' | '\'' | ')' | ']'
            )
        };
        let end = text.trim_end().trim_end_matches(closing).chars().next_back();
        let ended = end.is_none_or(|c| "。！？；：…—.!?;:｡．".contains(c));
        if ended {
            text.to_owned()
        } else {
            format!("{}{}", text.trim_end(), self.full_stop())
        }
    }

    /// What stands between sentences that run on: a space where words are written apart, nothing otherwise.
    pub fn joint(&self) -> &'static str {
        match self.script {
            Script::Chinese | Script::Japanese => "",
            Script::Spaced => " ",
        }
    }

    /// What stands between the items of an enumeration within a sentence.
    pub fn enumeration(&self) -> &'static str {
        match self.script {
            Script::Chinese | Script::Japanese => "、",
            Script::Spaced => ", ",
        }
    }

    /// The first-line indent that is usual: two full-width spaces for Chinese, one for Japanese.
    pub fn indent(&self) -> &'static str {
        match self.script {
            Script::Chinese => "\u{3000}\u{3000}",
            Script::Japanese => "\u{3000}",
            Script::Spaced => "",
        }
    }

    /// How lengths are counted unless the questionnaire says otherwise.
    pub fn count_by(&self) -> CountBy {
        match self.script {
            Script::Chinese | Script::Japanese => CountBy::Zi,
            Script::Spaced => CountBy::Words,
        }
    }

    /// Heading patterns unless the questionnaire gives its own. Chinese follows GB/T 9704-2012, 7.3.3.
    pub fn numbering(&self) -> &'static [&'static str] {
        match self.script {
            Script::Chinese => &["一、", "（一）", "1.", "（1）"],
            Script::Japanese | Script::Spaced => &[],
        }
    }

    /// Yes and no.
    pub fn yes_no(&self, yes: bool) -> &'static str {
        match (self.script, yes) {
            (Script::Chinese, true) => "是",
            (Script::Chinese, false) => "否",
            (Script::Japanese, true) => "はい",
            (Script::Japanese, false) => "いいえ",
            (Script::Spaced, true) => "yes",
            (Script::Spaced, false) => "no",
        }
    }

    /// A day, month or year in the language's usual form: `2021年7月3日`, `July 3, 2021`.
    pub fn format_date(&self, date: PartialDate) -> String {
        match self.script {
            Script::Chinese | Script::Japanese => match (date.month(), date.day()) {
                (Some(month), Some(day)) => format!("{}年{month}月{day}日", date.year()),
                (Some(month), None) => format!("{}年{month}月", date.year()),
                _ => format!("{}年", date.year()),
            },
            Script::Spaced => match (date.month_name(), date.day()) {
                (Some(month), Some(day)) => format!("{month} {day}, {}", date.year()),
                (Some(month), None) => format!("{month} {}", date.year()),
                _ => date.year().to_string(),
            },
        }
    }
}
