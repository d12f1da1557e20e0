//! What hands do at a keyboard and with a mouse, at random.

use super::dice::{Dice, handful};
use super::words;
use proptest::prelude::*;
use tigang::tui::command::TABLE;

/// What becomes a new token when it is typed.
pub(super) const NEW: &str = "⟦?⟧";

/// Keys that belong together, and keys that do much.
const HABITS: &[&str] = &[
    "Enter",
    "1",
    "Space",
    "Down",
    "Tab",
    "Shift+Tab",
    "Ctrl+O",
    "F8 y",
    "F9 Enter",
    "Ctrl+Z",
    "Ctrl+Y",
    "Alt+Down",
    "Alt+a Backspace Tab",
    "Alt+a Ctrl+X",
    "Ctrl+V",
    "Ctrl+G Down Enter",
    "Ctrl+P Down Enter",
    "Ctrl+R Down Enter",
    "Ctrl+N",
    "Esc",
    "Ctrl+S",
    "Ctrl+E Enter y",
    "Ctrl+Q y",
    "F6",
];

/// What a hand does.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Stroke {
    Press(String),
    Write(String),
    Paste(String),
    Click(u16, u16),
    Drag(u16, u16),
    Wheel(u16, u16, isize),
    Resize(u16, u16),
    Pause,
}

fn number(dice: &mut Dice, below: usize) -> u16 {
    u16::try_from(dice.roll(below)).unwrap_or(0)
}

pub(super) fn size(dice: &mut Dice) -> (u16, u16) {
    match dice.roll(8) {
        0..3 => (80, 24),
        3..6 => (40 + number(dice, 100), 12 + number(dice, 20)),
        6 => (1 + number(dice, 45), 1 + number(dice, 14)),
        _ => (1 + number(dice, 200), 1 + number(dice, 60)),
    }
}

/// A stroke, in whose text [`NEW`] stands for a token that has not been used yet.
fn stroke(mut dice: Dice) -> Stroke {
    let dice = &mut dice;
    let all_keys = || TABLE.iter().flat_map(|row| row.keys).flat_map(|(_, keys)| *keys);
    match dice.roll(16) {
        0..3 => {
            let keys: Vec<String> = all_keys().map(ToString::to_string).collect();
            Stroke::Press(dice.pick(&keys).cloned().unwrap_or_default())
        }
        3 => Stroke::Press("Tab".to_owned()),
        4..8 => Stroke::Press(dice.pick(HABITS).copied().unwrap_or("Enter").to_owned()),
        8..10 => Stroke::Write(words::line(dice)),
        10..12 => Stroke::Write(NEW.to_owned()),
        12 => Stroke::Paste(words::text(dice)),
        13 if dice.chance(30) => Stroke::Wheel(
            number(dice, 120),
            number(dice, 36),
            if dice.chance(50) { 1 } else { -1 },
        ),
        13 if dice.chance(30) => Stroke::Drag(number(dice, 120), number(dice, 36)),
        13 => Stroke::Click(number(dice, 120), number(dice, 36)),
        14 => {
            let (width, height) = size(dice);
            Stroke::Resize(width, height)
        }
        _ => Stroke::Pause,
    }
}

/// Not many strokes.
pub(super) fn strokes() -> impl Strategy<Value = Vec<Stroke>> {
    prop::collection::vec(handful(8).prop_map(stroke), 1..40)
}
