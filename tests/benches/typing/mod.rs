//! From a key to the last byte of its frame.

mod typist;

use crate::bare;
use crate::figures::{against, milliseconds, ratio};
use crate::session::{Desk, command};
use crate::text::prose;
use crate::window::Window;
use std::time::Duration;
use typist::{Pauses, Typed, type_keys};

const LENGTHS: [usize; 3] = [1_000, 10_000, 50_000];
/// Keys in each run.
const KEYS: usize = 600;
/// The characters that a page of the pane holds, more or less: 23 in a row, 26 rows.
const A_PANEFUL: usize = 600;

const P50_TO_BARE: f64 = 1.5;
const P99: f64 = 2.0;
const GROWTH: f64 = 1.5;
const BYTES_WITH_PAGE: f64 = 200.0;
const BYTES_WITHOUT: f64 = 64.0;
const AUTOSAVE: f64 = 1.3;

/// Where in the answer is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Where {
    End,
    Middle,
}

pub(crate) fn run() {
    println!("typing: from a key to the last byte of its frame, {KEYS} keys each");
    for place in [Where::End, Where::Middle] {
        // Beside each its own: a machine is not equally quick from one minute to the next.
        let run = |length| (length, bare_program(), answer(length, place, 120, Pauses::Never));
        let runs = LENGTHS.map(run);
        for (length, bare, typed) in &runs {
            say("bare ratatui, one short line", bare);
            say(&format!("{length} characters, {place:?}, with the page"), typed);
            let to_bare = ratio(typed.times.median(), bare.times.median());
            against("p50 beside bare", to_bare, P50_TO_BARE, "×");
            against(
                "p99",
                typed.times.percentile(99).as_secs_f64() * 1_000.0,
                P99,
                " ms",
            );
            if place == Where::End {
                against("bytes for a usual key", typed.usual_bytes, BYTES_WITH_PAGE, "");
                against(
                    "bytes per key, rows that move up included",
                    typed.bytes,
                    BYTES_WITH_PAGE,
                    "",
                );
            }
        }
        let growth = ratio(runs[2].2.times.median(), runs[0].2.times.median());
        against(
            &format!("{place:?}: growth of p50 from 1,000 to 50,000"),
            growth,
            GROWTH,
            "×",
        );
        let growth = ratio(runs[2].2.processor, runs[0].2.processor);
        against(
            &format!("{place:?}: growth of the processor's time"),
            growth,
            GROWTH,
            "×",
        );
    }
    let typed = answer(10_000, Where::End, 100, Pauses::Never);
    say("10000 characters, End, without the page", &typed);
    against("bytes for a usual key", typed.usual_bytes, BYTES_WITHOUT, "");
    against(
        "bytes per key, rows that move up included",
        typed.bytes,
        BYTES_WITHOUT,
        "",
    );
    for length in LENGTHS {
        autosave(length);
    }
}

/// The same keys with saves in their midst and with none.
fn autosave(length: usize) {
    let without = answer(length, Where::End, 120, Pauses::ForSaves);
    let with = answer(length, Where::End, 120, Pauses::Short);
    say(&format!("{length} characters, no save while typing"), &without);
    say(&format!("{length} characters, saved once a second"), &with);
    against(
        "p99 with saves beside without",
        ratio(with.times.percentile(99), without.times.percentile(99)),
        AUTOSAVE,
        "×",
    );
}

fn say(what: &str, typed: &Typed) {
    println!(
        "  {what}: p50 {}, p99 {}, most {}, processor {} and {:.0} bytes per key ({:.0} for a usual one)",
        milliseconds(typed.times.median()),
        milliseconds(typed.times.percentile(99)),
        milliseconds(typed.times.percentile(100)),
        milliseconds(typed.processor),
        typed.bytes,
        typed.usual_bytes
    );
}

fn bare_program() -> Typed {
    let binary = std::env::current_exe().expect("this binary");
    let mut command = command(&binary.to_string_lossy());
    command.arg(bare::ARGUMENT);
    let window = Window::open(command, 36, 120);
    window.quiet(Duration::from_millis(200));
    type_keys(&window, KEYS, Pauses::Never)
}

/// Types in an answer of one paragraph.
fn answer(length: usize, place: Where, columns: u16, pauses: Pauses) -> Typed {
    let desk = Desk::writing(&prose(length));
    let window = Window::open(desk.resume(), 36, columns);
    window.quiet(Duration::from_millis(300));
    if place == Where::Middle {
        for _ in 0..(length / A_PANEFUL / 2).max(1) {
            window.press(b"\x1b[5~");
        }
        window.press(b"\x1b[D");
        window.quiet(Duration::from_millis(300));
    }
    type_keys(&window, KEYS, pauses)
}
