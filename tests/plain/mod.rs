//! The plain line mode, talked to by scripts.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected is to fail"
)]

mod arbitrary;
mod groups;
mod home;
mod kinds;
mod languages;
mod leaving;
mod long_answers;
mod moving;
mod questionnaires;
mod self_review;
mod showing;
mod talk;
