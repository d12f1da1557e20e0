//! Properties: what must hold for every questionnaire, every answer and every key, tried on random ones.
//!
//! [`form`] is a questionnaire as these tests know it, made at random by [`maker`] and written as TOML by [`writer`];
//! [`filling`] fills it in. [`oracle`] says which of the answers are live, by rules of its own. The subjects are
//! [`loading`], [`round_trip`], [`printing`], [`working`] and [`typing`].

mod case;
#[path = "../tui/desk.rs"]
#[allow(
    dead_code,
    reason = "shared with the tests of the screen, which use all of it"
)]
mod desk;
mod dice;
mod filling;
mod form;
mod found;
mod loading;
mod maker;
mod oracle;
mod person;
mod printing;
mod round_trip;
mod typing;
mod words;
mod working;
mod writer;

use proptest::test_runner::Config;

/// Multiplies the number of cases of every property: `TIGANG_PROPERTY_FACTOR=20 cargo test properties`.
const FACTOR: &str = "TIGANG_PROPERTY_FACTOR";

/// So many cases, or as many times more as the environment says.
fn cases(usual: u32) -> Config {
    let factor = std::env::var(FACTOR).ok().and_then(|factor| factor.parse().ok());
    Config {
        cases: usual.saturating_mul(factor.unwrap_or(1)),
        max_shrink_iters: 4_000,
        ..Config::default()
    }
}
