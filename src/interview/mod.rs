//! The interview: which question comes next, and what becomes of an answer. It knows no screen; the full-screen program
//! and the plain line mode both stand on it.

pub mod history;
mod pairs;
pub mod stops;
pub mod work;

pub use stops::{Stops, stops};
pub use work::Work;
