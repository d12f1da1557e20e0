//! SIGKILL at random instants while somebody types: at most the last second of typing is missing, and nothing else.

mod figures;
mod life;
mod stalls;
mod typist;

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use super::desk::Desk;
use figures::Figures;
use life::Life;
use stalls::Stalls;

/// How often the program is killed, unless `TIGANG_KILLS` says otherwise.
const KILLS: usize = 100;
/// How many people type at the same time. They mostly rest.
const TYPISTS: usize = 8;
/// How much typing may be missing.
const MOST_MISSING: Duration = Duration::from_millis(1_200);
/// How much of it in the middle of all kills.
const MEDIAN_MISSING: Duration = Duration::from_millis(400);

#[test]
fn a_kill_at_any_instant_costs_at_most_the_last_second_of_typing() {
    let kills = std::env::var("TIGANG_KILLS").map_or(KILLS, |kills| kills.parse().unwrap());
    let begun = Instant::now();
    let stalls = Stalls::watch();
    let seed = fastrand::u64(..);
    let typists: Vec<_> = (0..TYPISTS)
        .map(|typist| {
            let stalls = Arc::clone(&stalls);
            let kills = kills / TYPISTS + usize::from(typist < kills % TYPISTS);
            thread::spawn(move || one_typist(seed.wrapping_add(typist as u64), kills, &stalls))
        })
        .collect();
    let lives: Vec<Life> = typists
        .into_iter()
        .flat_map(|typist| typist.join().unwrap_or_else(|_| panic!("seed {seed}")))
        .collect();
    let figures = Figures::of(&lives);
    super::report(&format!(
        "{figures}; {:.0} s, seed {seed}",
        begun.elapsed().as_secs_f64()
    ));
    for life in &lives {
        assert!(
            life.missing <= MOST_MISSING + life.stalled,
            "seed {seed}: {life:?}"
        );
    }
    assert!(
        figures.median <= MEDIAN_MISSING + figures.median_stalled,
        "seed {seed}: {figures}"
    );
}

/// One session that is worked on and killed again and again.
fn one_typist(seed: u64, kills: usize, stalls: &Stalls) -> Vec<Life> {
    let mut random = fastrand::Rng::with_seed(seed);
    let desk = Desk::new(&["第一题的回答。", "第二题的回答"]);
    let lives = (0..kills)
        .map(|_| life::live(&desk, &mut random, stalls))
        .collect();
    // Every earlier state can be read as well.
    let states =
        tigang::session::history::history(&desk.store, &desk.directory, &tigang::outline::Veil::Lifted)
            .unwrap();
    for state in &states {
        assert!(state.progress.is_ok(), "{state:?}");
    }
    lives
}
