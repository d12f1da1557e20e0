//! What the person said: values in the shape of the tree, instance ids that stay for life, provenance.
//!
//! Nothing here knows a questionnaire's kinds: a value is kept as it was given, whether or not a question takes it, so
//! that a changed questionnaire or a slip in a file written by hand never costs an answer. What a value means to its
//! question is decided in [`crate::outline`].

pub mod answer;
pub mod file;
mod going_back;
pub mod place;
pub mod removed;
pub mod sensitive;
pub mod sift;
pub mod source;
pub mod tree;
pub mod value;

pub use answer::{Answer, Origin};
pub use place::{InstanceId, Place, Step};
pub use removed::{Removal, Removed};
pub use tree::{Answers, Entry, Group};
pub use value::Value;
