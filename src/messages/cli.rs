//! What is said by, and about, `cli`.

use super::{Display, messages};

messages! {}
