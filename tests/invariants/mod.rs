//! What DESIGN.md and `src/lib.rs` say of the sources, held against the sources.
//!
//! - [`purity`]: what computes does no I/O, reads no clock, knows no terminal.
//! - [`direction`]: dependencies between the modules of the crate point one way.
//! - [`form`]: no file is too long; no lint is silenced without a reason.
//!
//! A path counts wherever it is written: in a `use`, in an expression or a type, in what a macro is given. What is under
//! `#[cfg(test)]` does not count.

mod direction;
mod form;
mod mentions;
mod purity;
mod sources;

pub(crate) use mentions::{Mention, mentions};
pub(crate) use sources::{Source, production};
