//! How answers move: from last year's session to this year's, from a questionnaire to a newer one, from one copy of a
//! session to another.
//!
//! All of it is pure: no input or output, no clock. And nothing is ever lost on the way: an answer that has no place in
//! a questionnaire is orphaned (see [`Orphan`]), one that gives way to another is kept on record as removed, and where
//! two copies disagree both sides are kept until a person decides.

pub mod carry;
pub mod change;
mod comparison;
mod fit;
mod identities;
pub mod merge;
pub mod orphans;
pub mod rebase;
mod recall;
mod reshape;
mod routes;
mod stand_in;

pub use carry::{Carried, carry, carry_some, to_decide};
pub use change::{Change, Names};
pub use fit::Fit;
pub use merge::{Conflict, Merged, Side, merge};
pub use orphans::{fitting_targets, move_orphan};
pub use reshape::Orphan;
