//! Pure functions on text: how wide it is on a terminal, where its rows end, how long it is as a writer
//! counts, and what may safely be shown of it.
//!
//! Three measures of the same text never mix: *bytes* (offsets into a `str`), *columns* (cells of a terminal,
//! see [`width`]) and 字 (what a budget is given in, see [`count`](mod@count)). What a person moves over and
//! deletes is a fourth: the grapheme cluster, here called a cluster.

#[cfg(test)]
pub(crate) mod arbitrary;
pub mod clusters;
pub mod count;
pub mod escapes;
pub mod fit;
pub mod sanitise;
pub mod similar;
pub mod toml_excess;
pub mod width;
pub mod wrap;

pub use clusters::{cluster_indices, clusters};
pub use count::{CountBy, count};
pub use fit::{pad, truncate};
pub use sanitise::{clean, clean_paste, visible};
pub use width::{AmbiguousWidth, columns};
pub use wrap::{Row, RowStarts, rows};
