//! Pure functions on text: width, wrapping, counting, sanitising.

pub mod count;
