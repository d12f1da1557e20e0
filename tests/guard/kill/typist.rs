//! Somebody who types: what they do next, after which rest, and what their answers are then.

use std::time::Duration;

use super::super::desk::QUESTIONS;

/// How somebody types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rhythm {
    /// Key by key, with a thought now and then.
    Keys,
    /// Phrase by phrase, as an input method commits them.
    Phrases,
    /// On and on without any pause: the hardest for a program that saves at pauses.
    Steady,
}

/// The answers and where the typist is.
#[derive(Debug, Clone)]
pub(super) struct Typist {
    pub(super) rhythm: Rhythm,
    pub(super) answers: Vec<String>,
    at: usize,
    left_of_phrase: usize,
}

impl Typist {
    pub(super) fn new(random: &mut fastrand::Rng, answers: Vec<String>, at: usize) -> Self {
        let rhythm = match random.u8(0..20) {
            0..8 => Rhythm::Keys,
            8..17 => Rhythm::Phrases,
            _ => Rhythm::Steady,
        };
        Self {
            rhythm,
            answers,
            at,
            left_of_phrase: 0,
        }
    }

    /// How long the typist rests before the next key.
    pub(super) fn rest(&mut self, random: &mut fastrand::Rng) -> Duration {
        Duration::from_millis(match self.rhythm {
            Rhythm::Keys if random.u8(0..8) == 0 => random.u64(300..900),
            Rhythm::Keys => random.u64(40..180),
            Rhythm::Phrases if self.left_of_phrase == 0 => {
                self.left_of_phrase = random.usize(2..6);
                random.u64(300..1_000)
            }
            Rhythm::Phrases => {
                self.left_of_phrase -= 1;
                0
            }
            Rhythm::Steady => random.u64(20..60),
        })
    }

    /// The bytes of the next key, which is taken into the answers as well.
    pub(super) fn next_key(&mut self, random: &mut fastrand::Rng) -> Vec<u8> {
        let takes_paragraphs = self.at.is_multiple_of(2);
        let present = &mut self.answers[self.at];
        match random.u8(0..40) {
            // To the end of the text, wherever the cursor stands in it.
            0 if self.at + 1 < QUESTIONS => {
                self.at += 1;
                b"\t\x1b[1;5F".to_vec()
            }
            1 if self.at > 0 => {
                self.at -= 1;
                b"\x1b[Z\x1b[1;5F".to_vec()
            }
            2 if takes_paragraphs && !present.is_empty() => {
                present.push('\n');
                b"\r".to_vec()
            }
            3 | 4 if present.chars().count() > 2 => {
                present.pop();
                b"\x7f".to_vec()
            }
            _ => {
                let letter = random.char('一'..'龥');
                present.push(letter);
                letter.to_string().into_bytes()
            }
        }
    }
}
