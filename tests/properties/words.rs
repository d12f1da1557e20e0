//! Texts that something might stumble over, and tokens by which a text is found again.

use super::dice::Dice;

/// Pieces of texts, the harmless ones first. None holds a line feed: who wants several lines puts them together.
const PIECES: &[&str] = &[
    "学习",
    "a",
    "，",
    "。",
    " ",
    "word",
    "1,482",
    "“",
    "”",
    "……",
    "——",
    "\"",
    "'",
    "'''",
    "\"\"\"",
    "\\",
    "\\n",
    "\\u",
    "\\",
    "[x]",
    "[[x]]",
    "=",
    "#",
    "{{ a }}",
    "{% if %}",
    "{#",
    "}}",
    "</",
    "&",
    "\t",
    "\u{3000}\u{3000}",
    "\0",
    "\u{1b}[31m",
    "\u{7f}",
    "\r",
    "\u{b}",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "\u{301}",
    "e\u{301}",
    "\u{200d}",
    "\u{202e}",
    "👨‍👩‍👧",
    "🇨",
    "🇨🇳",
    "葛\u{e0100}",
    "𠮷",
    "\u{fffd}",
    "\u{10ffff}",
    "\u{e000}",
    "한",
    "क्षि",
    "ن",
    "①",
    "％",
    "々",
    "",
];

/// A few pieces on one line.
pub(super) fn line(dice: &mut Dice) -> String {
    let length = dice.roll(5);
    let mut line = String::new();
    for _ in 0..length {
        line.push_str(dice.pick(PIECES).copied().unwrap_or_default());
    }
    line
}

/// One line or several, with blank ones among them.
pub(super) fn text(dice: &mut Dice) -> String {
    let mut text = line(dice);
    while dice.chance(25) {
        text.push('\n');
        text.push_str(&line(dice));
    }
    text
}

/// Makes tokens. Each occurs in one place only, and none is a part of another or of anything else that is printed.
#[derive(Debug, Default)]
pub(super) struct Tokens(usize);

impl Tokens {
    /// A new token.
    pub(super) fn text(&mut self) -> String {
        self.0 += 1;
        format!("⟦{}⟧", self.0)
    }

    /// A new token that is a number. It begins with 81 and ends in 18, and nothing within it or across two of them does
    /// so in the same way.
    pub(super) fn number(&mut self) -> i64 {
        self.0 += 1;
        let middle = i64::try_from(self.0).unwrap_or(0) % 1_000;
        810_000_018 + middle * 100
    }

    /// A line with a new token in it.
    pub(super) fn line(&mut self, dice: &mut Dice) -> String {
        format!("{}{}{}", line(dice), self.text(), line(dice))
    }

    /// Lines, each with a token of its own, with blank lines between some.
    pub(super) fn lines(&mut self, dice: &mut Dice) -> String {
        let mut text = self.line(dice);
        while dice.chance(20) {
            text.push_str(if dice.chance(30) { "\n \n" } else { "\n" });
            text.push_str(&self.line(dice));
        }
        text
    }
}

/// The tokens in a text.
pub(super) fn tokens(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in text.split('⟦').skip(1) {
        if let Some((number, _)) = part.split_once('⟧') {
            found.push(format!("⟦{number}⟧"));
        }
    }
    found
}
