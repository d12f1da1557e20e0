//! The plain line mode, talked to by scripts.

mod questionnaires;
mod self_review;
mod talk;
