//! One life of the program: it goes on with a session, somebody types, it is killed, and what is left is compared.

use std::thread;
use std::time::{Duration, Instant};

use super::super::desk::Desk;
use super::stalls::Stalls;
use super::typist::{Rhythm, Typist};

/// How long the program lives at most, once it has shown itself.
const LONGEST: Duration = Duration::from_millis(2_200);

/// What a kill has cost.
#[derive(Debug)]
pub(super) struct Life {
    pub(super) rhythm: Rhythm,
    /// How many keys were pressed.
    pub(super) keys: usize,
    /// How many of them are missing.
    pub(super) lost: usize,
    /// The time between the first key that is missing and the kill.
    pub(super) missing: Duration,
    /// For how long in that time, and in the save before it, the machine did nothing for anybody.
    pub(super) stalled: Duration,
}

/// What the answers were after a key.
struct Moment {
    /// Before the key was sent.
    at: Instant,
    answers: Vec<String>,
}

pub(super) fn live(desk: &Desk, random: &mut fastrand::Rng, stalls: &Stalls) -> Life {
    let loaded = desk.load();
    let before = super::super::desk::texts(&loaded.session);
    let at = loaded.session.at.map_or(0, |place| {
        let place = place.to_string();
        place
            .strip_prefix("part.q")
            .map_or(0, |number| number.parse::<usize>().unwrap() - 1)
    });
    drop(loaded.writer);
    let mut terminal = desk.resume().spawn();
    let mut typist = Typist::new(random, before.clone(), at);
    let mut moments = vec![Moment {
        at: Instant::now(),
        answers: before,
    }];
    // One in ten is killed while it starts.
    if random.u8(0..10) == 0 {
        rest(Duration::from_millis(random.u64(0..150)));
    } else {
        terminal.wait_for_text(&super::super::desk::ask(at + 1));
        terminal.keys("ctrl+end");
        let end = Instant::now() + LONGEST.mul_f64(random.f64());
        loop {
            let pause = typist.rest(random);
            let left = end.saturating_duration_since(Instant::now());
            rest(pause.min(left));
            if Instant::now() >= end {
                break;
            }
            let bytes = typist.next_key(random);
            moments.push(Moment {
                at: Instant::now(),
                answers: typist.answers.clone(),
            });
            terminal.send(bytes);
        }
    }
    let killed = Instant::now();
    terminal.kill9();
    terminal.exit_status();

    let saved = desk.answers();
    let found = moments.iter().rposition(|moment| moment.answers == saved);
    let Some(found) = found else {
        let last = &moments[moments.len() - 1].answers;
        panic!("answers were changed or lost.\nsaved: {saved:?}\ntyped: {last:?}");
    };
    let first_lost = moments.get(found + 1);
    let missing = first_lost.map_or(Duration::ZERO, |moment| killed.duration_since(moment.at));
    Life {
        rhythm: typist.rhythm,
        keys: moments.len() - 1,
        lost: moments.len() - 1 - found,
        missing,
        stalled: stalls.between(killed - missing, killed),
    }
}

/// The typist's own rest. It stands for no condition of the program, so there is nothing to wait for.
fn rest(time: Duration) {
    thread::sleep(time);
}
