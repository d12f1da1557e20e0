//! Keys at a steady pace, and what each has cost.

use crate::figures::Times;
use crate::window::Window;
use std::thread;
use std::time::Duration;

/// What was typed cost so much.
#[derive(Debug)]
pub(crate) struct Typed {
    /// From each key to the last byte of its frame.
    pub(crate) times: Times,
    /// The processor's time for a key, on average, with all that it sets off.
    pub(crate) processor: Duration,
    /// Bytes for a key, on average.
    pub(crate) bytes: f64,
    /// Bytes for the key in the middle of all: one that turns nothing over.
    pub(crate) usual_bytes: f64,
}

/// How saves come between the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pauses {
    /// Quick bursts, each shorter than the time after which is saved, with a wait for the save behind it.
    Never,
    /// As [`Short`](Self::Short), in bursts with a wait behind each.
    ForSaves,
    /// On and on, so that it is saved once a second among the keys.
    Short,
}

impl Pauses {
    /// The rest before a key.
    fn rest(self) -> Duration {
        Duration::from_millis(match self {
            Self::Never => 2,
            Self::ForSaves | Self::Short => 8,
        })
    }

    /// The keys of a burst.
    fn burst(self) -> usize {
        match self {
            Self::Never => 100,
            Self::ForSaves => 60,
            Self::Short => usize::MAX,
        }
    }
}

/// A typist's rest behind a burst, in which the program saves.
const BEHIND_A_BURST: Duration = Duration::from_millis(400);

/// The characters that are typed: none of them stands in the text, so that the frame of a key is known by it.
fn letters() -> impl Iterator<Item = char> {
    ('\u{8D00}'..'\u{8D80}').cycle()
}

pub(crate) fn type_keys(window: &Window, keys: usize, pauses: Pauses) -> Typed {
    let before = window.on_processor();
    let mut bytes = Vec::with_capacity(keys);
    let mut times = Vec::with_capacity(keys);
    for (number, letter) in (0..keys).zip(letters()) {
        if number > 0 && number.is_multiple_of(pauses.burst()) {
            window.quiet(BEHIND_A_BURST);
        }
        // The typist's own rest: there is nothing to wait for.
        thread::sleep(pauses.rest());
        let letter = letter.to_string();
        let pressed = std::time::Instant::now();
        window.press(letter.as_bytes());
        let frame = window.frame_with(letter.as_bytes());
        bytes.push(frame.bytes);
        times.push(frame.at - pressed);
    }
    let count = u32::try_from(keys).unwrap_or(u32::MAX);
    Typed {
        times: times.into_iter().collect(),
        processor: window.on_processor().saturating_sub(before) / count,
        bytes: bytes.iter().sum::<usize>() as f64 / f64::from(count),
        usual_bytes: {
            bytes.sort_unstable();
            bytes.get(keys / 2).copied().unwrap_or_default() as f64
        },
    }
}
