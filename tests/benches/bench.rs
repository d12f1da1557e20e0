//! Figures: how long things take, and what that is beside what was promised.
//!
//! ```text
//! cargo bench                     all of it
//! cargo bench -- tree typing      some of it: tree, frame, typing
//! ```
//!
//! - `tree`: reading, outline, assembly and plain text of questionnaires of 100, 1,000 and 10,000 questions, and how each
//!   grows.
//! - `frame`: from the start of the program to its first complete frame, beside nano.
//! - `typing`: from a key to the last byte of its frame, beside a program that does nothing else.
//!
//! Nothing here fails: a figure is printed with its target and whether it is met. They are worth something on a machine
//! that does nothing else, in a release build, which `cargo bench` makes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark ends at the first thing that is not as it should be, and prints what it has seen"
)]

#[cfg(unix)]
mod bare;
mod figures;
#[cfg(unix)]
mod frame;
#[cfg(unix)]
mod session;
mod text;
mod tree;
#[cfg(unix)]
mod typing;
#[cfg(unix)]
mod window;

fn main() {
    // `cargo bench` adds an option of its own.
    let given: Vec<String> = std::env::args()
        .skip(1)
        .filter(|given| given != "--bench")
        .collect();
    #[cfg(unix)]
    if given.first().is_some_and(|given| given == bare::ARGUMENT) {
        return bare::run();
    }
    let wanted = |part: &str| given.is_empty() || given.iter().any(|given| given == part);
    if cfg!(debug_assertions) {
        println!("This is no release build: the figures mean nothing.");
    }
    if wanted("tree") {
        tree::run();
    }
    #[cfg(unix)]
    if wanted("frame") {
        frame::run();
    }
    #[cfg(unix)]
    if wanted("typing") {
        typing::run();
    }
}
