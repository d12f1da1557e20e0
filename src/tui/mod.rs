//! (in work)

pub mod runtime;
