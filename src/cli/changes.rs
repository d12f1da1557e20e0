//! What is different between two states of the answers, as it is printed: each question with its path, below it what
//! stood there and what stands there.

use super::context::Context;
use crate::answers::sensitive::Sensitive;
use crate::answers::{Place, Value};
use crate::messages::Locale;
use crate::session::difference::{Change, Counts, Difference};
use crate::text::visible;
use clap::builder::styling::{AnsiColor, Style};

/// How an answer is shown: its words, or only that there are some.
pub(super) struct Shower<'a> {
    pub(super) context: &'a Context,
    pub(super) sensitive: &'a Sensitive,
    /// Whether the answers to sensitive questions are shown too.
    pub(super) shows_sensitive: bool,
}

impl Shower<'_> {
    /// The words of an answer, or the word that stands for them.
    pub(super) fn words(&self, place: &Place, value: &Value) -> String {
        if !self.shows_sensitive && self.sensitive.holds(place) {
            return self.context.locale.sensitive_not_shown().to_owned();
        }
        value.to_typed()
    }

    /// Differences, one below the other.
    pub(super) fn differences(&self, differences: &[Difference]) -> String {
        differences
            .iter()
            .map(|difference| self.difference(difference))
            .collect()
    }

    fn difference(&self, difference: &Difference) -> String {
        let place = &difference.place;
        let names = [&*difference.around, &*difference.title];
        let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
        let separator = if self.context.ascii { " - " } else { " · " };
        let bold = self.style(Style::new().bold());
        let title = visible(&names.join(separator)).into_owned();
        let mut text = format!("{bold}{title}{bold:#}  {place}\n");
        match &difference.change {
            Change::Added { after } => text.push_str(&self.side('+', &self.words(place, after))),
            Change::Cleared { before } => text.push_str(&self.side('-', &self.words(place, before))),
            Change::Changed { before, after } => {
                text.push_str(&self.both(&self.words(place, before), &self.words(place, after)));
            }
            Change::Reordered => {
                text.push_str(&format!("  {}\n", self.context.locale.change_order()));
            }
        }
        text
    }

    /// Two texts, without the lines that are the same at the beginning and at the end.
    pub(super) fn both(&self, before: &str, after: &str) -> String {
        let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
        let same = |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| {
            pairs.take_while(|(old, new)| old == new).count()
        };
        let start = same(&mut old.iter().zip(&new));
        let shortest = old.len().min(new.len()).saturating_sub(start);
        let end = same(&mut old.iter().rev().zip(new.iter().rev())).min(shortest);
        let middle = |lines: &[&str]| {
            let last = lines.len().saturating_sub(end);
            lines.get(start..last).unwrap_or_default().join("\n")
        };
        let rest = |count: usize| if count > 0 { "    …\n" } else { "" };
        let (before, after) = (self.side('-', &middle(&old)), self.side('+', &middle(&new)));
        format!("{}{before}{after}{}", rest(start), rest(end))
    }

    /// The lines of one side, each with its mark. Nothing for no lines.
    pub(super) fn side(&self, mark: char, text: &str) -> String {
        let colour = if mark == '-' {
            AnsiColor::Red
        } else {
            AnsiColor::Green
        };
        let style = self.style(Style::new().fg_color(Some(colour.into())));
        text.lines()
            .map(|line| format!("  {style}{mark} {}{style:#}\n", visible(line)))
            .collect()
    }

    fn style(&self, style: Style) -> Style {
        if self.context.colours() {
            style
        } else {
            Style::new()
        }
    }
}

/// How many differences there are, in a few characters.
pub(super) fn counted(differences: &[Difference], locale: Locale) -> String {
    let words = [Locale::count_added, Locale::count_changed, Locale::count_cleared];
    Counts::of(differences).in_words(locale, words, locale.unfinished_separator())
}
