//! Colours and marks. Colours are those of the terminal's own palette; marks have a twin in ASCII.

use super::outline_pane::Mark;
use crate::outline::Standing;
use ratatui::style::{Color, Modifier, Style};

/// The styles of the screen. Everything that is not the text is dim; what matters is bold. Colours are two of the
/// terminal's own, never the only sign of anything, and no text but a fault's stands in one: the same colour that is
/// easy to read on black can be hard to read on white. Bright black is not used for what is dim, as there are palettes in
/// which it is the background.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    /// The text.
    pub text: Style,
    /// Everything else.
    pub dim: Style,
    /// What the eye should find first.
    pub strong: Style,
    /// Marks: the one accent colour.
    pub accent: Style,
    /// What is wrong.
    pub wrong: Style,
    /// The selected row of a list.
    pub selected: Style,
    /// Text that the present question yields.
    pub highlight: Style,
    /// A heading that the present question yields.
    pub highlighted_heading: Style,
}

impl Theme {
    /// The theme, in colours or, where the person wants none (`NO_COLOR`), without.
    pub fn new(colours: bool) -> Self {
        let plain = Style::new();
        let colour = |style: Style, colour| if colours { style.fg(colour) } else { style };
        let strong = plain.add_modifier(Modifier::BOLD);
        Self {
            text: plain,
            dim: plain.add_modifier(Modifier::DIM),
            strong,
            accent: match colours {
                true => plain.fg(Color::Cyan),
                false => strong,
            },
            wrong: colour(strong, Color::Red),
            selected: plain.add_modifier(Modifier::REVERSED),
            highlight: strong,
            highlighted_heading: strong.add_modifier(Modifier::UNDERLINED),
        }
    }
}

/// The marks of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    /// Whether only ASCII is drawn, for terminals where the marks would be two columns wide or missing.
    pub ascii: bool,
}

impl Glyphs {
    /// The mark of a standing.
    pub fn standing(self, standing: Standing) -> &'static str {
        match (standing, self.ascii) {
            (Standing::Nothing, _) => " ",
            (Standing::Answered, false) => "✓",
            (Standing::Answered, true) => "v",
            (Standing::Optional | Standing::Default, false) => "·",
            (Standing::Optional | Standing::Default, true) => ".",
            (Standing::Untouched, false) => "↻",
            (Standing::Untouched, true) => "=",
            (Standing::Draft, false) => "✎",
            (Standing::Draft, true) => "~",
            (Standing::Unanswered, false) => "○",
            (Standing::Unanswered, true) => "o",
            (Standing::Invalid, _) => "!",
        }
    }

    /// The mark before a row of the outline.
    pub fn mark(self, mark: Mark) -> &'static str {
        match (mark, self.ascii) {
            (Mark::Standing(standing), _) => self.standing(standing),
            (Mark::Begun, false) => "◐",
            (Mark::Begun, true) => "%",
            (Mark::Parked, false) => "◌",
            (Mark::Parked, true) => "-",
        }
    }

    /// The mark of a row that the keys act on.
    pub fn pointer(self) -> &'static str {
        if self.ascii { ">" } else { "▸" }
    }

    /// The mark of what goes on above.
    pub fn above(self) -> &'static str {
        if self.ascii { "^" } else { "▴" }
    }

    /// The mark of what goes on below.
    pub fn below(self) -> &'static str {
        if self.ascii { "v" } else { "▾" }
    }

    /// The mark of what goes on to the left; to the right it is that of the row that the keys act on.
    pub fn to_the_left(self) -> &'static str {
        if self.ascii { "<" } else { "◂" }
    }

    /// The rule between panes.
    pub fn rule(self) -> &'static str {
        if self.ascii { "|" } else { "│" }
    }

    /// A horizontal rule, one column of it.
    pub fn line(self) -> &'static str {
        if self.ascii { "-" } else { "─" }
    }

    /// What stands where a text is cut short.
    pub fn ellipsis(self) -> &'static str {
        if self.ascii { "~" } else { "…" }
    }

    /// What stands between a section and what lies in it.
    pub fn joint(self) -> &'static str {
        if self.ascii { " - " } else { " · " }
    }

    /// What stands between the bounds of a range.
    pub fn to(self) -> &'static str {
        if self.ascii { "-" } else { "–" }
    }

    /// What stands before a bound that is the least.
    pub fn at_least(self) -> &'static str {
        if self.ascii { ">=" } else { "≥" }
    }

    /// What stands before a bound that is the most.
    pub fn at_most(self) -> &'static str {
        if self.ascii { "<=" } else { "≤" }
    }

    /// The mark before what an answer is read as.
    pub fn arrow(self) -> &'static str {
        if self.ascii { "->" } else { "→" }
    }

    /// The mark beside text that the present question yields.
    pub fn beside(self) -> &'static str {
        if self.ascii { "#" } else { "┃" }
    }

    /// The box before something that can be chosen, by whether it is and whether several can be.
    pub fn chosen(self, chosen: bool, several: bool) -> &'static str {
        match (several, chosen) {
            (true, true) => "[x]",
            (true, false) => "[ ]",
            (false, true) => "(*)",
            (false, false) => "( )",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_never_the_only_sign_and_only_two_are_used() {
        for colours in [true, false] {
            let theme = Theme::new(colours);
            let of_text = [
                theme.text,
                theme.dim,
                theme.strong,
                theme.wrong,
                theme.selected,
                theme.highlight,
                theme.highlighted_heading,
            ];
            for style in of_text {
                let is_plain = style == theme.text;
                assert!(is_plain || !style.add_modifier.is_empty(), "{style:?}");
                assert!(style.fg.is_none_or(|colour| colour == Color::Red), "{style:?}");
            }
            // Marks say by their form what they mean.
            assert_eq!(theme.accent.fg, colours.then_some(Color::Cyan));
            assert!([theme.accent, theme.wrong].iter().all(|style| style.bg.is_none()));
        }
    }
}
