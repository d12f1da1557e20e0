//! One saved piece of work.

pub mod format;

pub use format::Session;
