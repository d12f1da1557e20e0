//! What is said by, and about, `tui`.

use super::{Display, messages};

messages! {}
