//! (in work)

pub mod editor;
